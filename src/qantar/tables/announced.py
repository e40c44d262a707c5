"""Figures whose page says itself that they replace a higher one: such a fall is no silent correction."""

import re
from functools import cache
from pathlib import Path

from qantar.yamlio import read_yaml

GAP = r"[^.]{0,60}?"  # a few words of one sentence
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’]?\s+")


def find_announced(claims, texts, notes):
    """Ids of the claims whose sentence, the one before it, or the coder's note speaks of a lower figure.

    Args:
        claims: rows of claims.csv.
        texts: source_id → the text that was read.
        notes: claim_id → what the coder of the figure noted.

    Returns:
        A set of claim ids.
    """
    found = set()
    for claim in claims:
        said = notes.get(claim["claim_id"], "") or words_around(texts.get(claim["source_id"], ""), claim["start"])
        if said and announces(said):
            found.add(claim["claim_id"])
    return found


def announces(words):
    """Whether words say that a figure came down.

    >>> announces("The ministry revised its count down to 25"), announces("The ministry said that 25 had died")
    (True, False)
    """
    return bool(_pattern().search(words.lower()))


def words_around(text, start):
    """The sentence of a position in a text and the one before it, within their paragraph.

    >>> words_around("One. Two was wrong. It is 3.", 26)
    'Two was wrong. It is 3.'
    """
    if not text or start in ("", None):
        return ""
    start = int(start)
    above = max(text.rfind("\n\n", 0, start), -2) + 2
    below = text.find("\n\n", start)
    paragraph = text[above : below if below >= 0 else len(text)]
    ends = [match.end() for match in SENTENCE_END.finditer(paragraph)]
    before = [end for end in ends if end <= start - above]
    after = [end for end in ends if end > start - above]
    return paragraph[before[-2] if len(before) > 1 else 0 : after[0] if after else len(paragraph)].strip()


@cache
def _pattern():
    phrases = read_yaml(Path(__file__).with_name("announced.yml"))
    alternatives = (re.escape(phrase).replace(r"\ \.\.\.\ ", rf"\b{GAP}\b") for phrase in phrases)
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b")
