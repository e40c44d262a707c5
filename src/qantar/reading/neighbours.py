"""What stands beside a number: words, digits and senses at a position, safe at the ends of the sentence."""

from .lexicon import general_phrases


def low_at(tokens, i):
    """The lower-case word at a position, "" beyond either end of the sentence."""
    return tokens[i].low if 0 <= i < len(tokens) else ""


def words_at(tokens, i, count):
    """The `count` lower-case words from a position on."""
    if i >= 0 and i + count <= len(tokens):
        return [token.low for token in tokens[i : i + count]]
    return [low_at(tokens, i + k) for k in range(count)]


def is_glued(tokens, i):
    """True where no space stands between tokens i-1 and i."""
    return 0 < i < len(tokens) and tokens[i - 1].end == tokens[i].start


def is_glued_both_sides(tokens, i):
    """True where the mark at a position touches the tokens before and after it, as the dash of "10-20" does."""
    return is_glued(tokens, i) and is_glued(tokens, i + 1)


def is_digits(tokens, i):
    """True where a run of digits stands at a position."""
    return 0 <= i < len(tokens) and tokens[i].kind == "n"


def governing_at(tokens, at):
    """The position of the word that governs what follows `at`, adverbs passed over; -1 where there is none."""
    while at >= 0 and tokens[at].has("transparent") and not tokens[at].has("verb"):
        at -= 1
    return at


def senses_at(tokens, i):
    """The senses of the longest phrase of the lexicon that starts at a position, without those of one event."""
    return general_phrases().match(tokens, i)[0] if 0 <= i < len(tokens) else {}


def is_small(number, highest):
    """True where everything that a number states lies between 1 and `highest`."""
    values = [v for v in (number.value, number.low, number.high) if v is not None]
    return bool(values) and all(0 < v <= highest for v in values)
