"""The last sweep: digits and number words that no number expression took in, so that none disappears in silence."""

from .numerals import SCALES, SMALL

WORDS = {*SMALL, *SCALES, *(f"{scale}s" for scale in SCALES), "dozen", "dozens"}
REASON = "not read as a number"  # 15.01.2022, 1,2345, "a million-man march"


def find_unread(sentences, spans):
    """Tokens that are digits or a number word and lie in no number expression.

    Args:
        sentences: the sentences of a text, see `text.read_sentences`.
        spans: (start, end) of every number expression found, as code points of the text.

    Returns:
        List of (sentence, token) in order of position.
    """
    covered = {at for start, end in spans for at in range(start, end)}
    return [
        (sentence, token)
        for sentence in sentences
        for token in sentence.tokens
        if (token.kind == "n" or token.low in WORDS) and token.start not in covered
    ]
