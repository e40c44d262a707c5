"""Number expressions: a numeral with its hedges, ranges and doublings, and the bounds that the wording states.

The rules are those of the project's data model: "at least 225" has a low bound and no high one, "nearly 10,000" a
high one, "dozens" 24 to 99 and no value at all, "10-20" two bounds and no value.
"""

from dataclasses import dataclass, field

from .lexicon import load_file, words_of
from .numerals import ZERO, Numeral, is_glued, low_at, read_numeral

HEDGES = load_file("hedges")
BEFORE = {words_of(phrase): qualifier for qualifier, phrases in HEDGES["before"].items() for phrase in phrases}
AFTER = {words_of(phrase): qualifier for qualifier, phrases in HEDGES["after"].items() for phrase in phrases}
QUOTES = set("\"'“”‘’«»„")
DASHES = set("-–—‒")
BOUNDS = {  # qualifier → which of value, low, high the number fills
    "exact": (True, True, True),
    "about": (True, False, False),
    "at_least": (True, True, False),
    "more_than": (True, True, False),
    "almost": (True, False, True),
    "up_to": (True, False, True),
    "less_than": (True, False, True),
}
DEFINITE = {"the", "these", "those", "all the", "all these", "his", "her", "their", "its", "both"}
INCREMENT = {"another", "a further", "further", "an additional", "additional", "yet another", "the other", "other"}


@dataclass(slots=True)
class Number:
    """A number expression: tokens[first:after] are the number words, tokens[outer:beyond] also its hedges."""

    first: int
    after: int
    outer: int
    beyond: int
    value: float | None
    low: float | None
    high: float | None
    qualifier: str
    style: str
    words_before: list = field(default_factory=list)
    reason: str = ""  # why it is no count of people or cases, where the number itself tells

    @property
    def is_definite(self):
        return any(word in DEFINITE for word in self.words_before)

    @property
    def is_increment(self):
        return any(word in INCREMENT for word in self.words_before)


def find_numbers(tokens, is_countable):
    """All number expressions of a sentence, left to right.

    Args:
        tokens: the tokens of one sentence.
        is_countable: position → whether a noun of people, outcomes or cases stands there within a few words
            (tells "no deaths" from "no doubt").

    Returns:
        list of Number, not overlapping.
    """
    numbers, i = [], 0
    while i < len(tokens):
        number = _read_number(tokens, i, is_countable)
        if number:
            numbers.append(number)
            i = max(number.beyond, i + 1)
        else:
            i += 1
    return numbers


def _read_number(tokens, i, is_countable):
    numeral = read_numeral(tokens, i) or _read_no(tokens, i, is_countable)
    if not numeral or (i and is_glued(tokens, i) and tokens[i - 1].text in "’'"):
        return None
    numeral = _read_doubling(tokens, numeral)
    last = _read_range_end(tokens, numeral)
    after = last.after if last else numeral.after
    beyond, right = _read_hedge_after(tokens, after)
    outer, left, words = _read_hedges_before(tokens, numeral.first)
    if last:
        low, high = _range_bounds(numeral, last)
        return Number(numeral.first, after, outer, beyond, None, low, high, "range", numeral.style, words)
    value, low, high, qualifier = _bounds(numeral, left if left != "exact" else right or "exact")
    return Number(numeral.first, after, outer, beyond, value, low, high, qualifier, numeral.style, words)


def _read_no(tokens, i, is_countable):
    """ "no deaths", "no officer": zero, where something countable follows."""
    if (
        low_at(tokens, i) != "no"
        or tokens[i].text == "NO"
        or low_at(tokens, i + 1) in ("longer", "doubt", "more", "fewer", "less", ".")
    ):
        return None
    if low_at(tokens, i - 1) in ("at", "in", "by", "on", "of", "under", "for"):
        return None  # "at no charge", "in no case"
    return Numeral(i, i + 1, 0, style="zero") if is_countable(i + 1) else None


def _read_doubling(tokens, numeral):
    """ "20 (twenty)" is one number printed twice."""
    if low_at(tokens, numeral.after) != "(":
        return numeral
    again = read_numeral(tokens, numeral.after + 1)
    if again and again.value == numeral.value and low_at(tokens, again.after) == ")":
        numeral.after = again.after + 1
    return numeral


def _read_range_end(tokens, numeral):
    """The second number of "10-20", "10 to 20", "between 10 and 20", "18 or 19"; None where there is no range."""
    link = low_at(tokens, numeral.after)
    between = low_at(tokens, numeral.first - 1) == "between" or (
        low_at(tokens, numeral.first - 2) == "between" and tokens[numeral.first - 1].text in QUOTES
    )
    if numeral.style in ("zero", "vague") or not (
        link in DASHES or link in ("to", "or") or (link == "and" and between)
    ):
        return None
    if link == "to" and _changes(tokens, numeral.first):
        return None  # "rose from 49 to 114" are two figures
    last = read_numeral(tokens, numeral.after + 1)
    if not last or last.style in ("zero", "vague") or last.value is None:
        return None
    low, high = _range_bounds(numeral, last)
    near = high <= low * 3 or high - low <= 3 if link == "or" else True
    spaced_dash = link in DASHES and not (is_glued(tokens, numeral.after) and is_glued(tokens, numeral.after + 1))
    return last if low < high and near and not spaced_dash else None


def _changes(tokens, first):
    """True for "rose from 49 to 114", where "anywhere from 150 to 180" and "from 3 to 15" are ranges."""
    if low_at(tokens, first - 1) != "from":
        return False
    return any(low_at(tokens, at) in CHANGING for at in range(first - 7, first - 1))


def _range_bounds(first, last):
    low, high = first.value, last.value
    for scale in (1000, 1000000, 1000000000):  # "$2-3bn": the unit stands once, after the second number
        if low < 1000 and high >= scale and low * scale < high:
            if low * scale * 10 >= high:
                low = low * scale
                break
    return low, high


def _read_hedge_after(tokens, at):
    """(position after, qualifier) of "or more", "-odd", "+", "or so"."""
    if low_at(tokens, at) in ("people", "persons", "men") and [low_at(tokens, at + 1), low_at(tokens, at + 2)] == [
        "or",
        "more",
    ]:
        return at, "at_least"
    at_quote = (
        at + 1 if at < len(tokens) and tokens[at].text in QUOTES and low_at(tokens, at + 1) in ("or", "odd") else at
    )
    for length in (4, 3, 2, 1):
        words = tuple(token.low for token in tokens[at_quote : at_quote + length])
        if words and words[-1] in ("least", "most") and read_numeral(tokens, at_quote + length):
            continue  # "On 30 September 2022 at least 66": the hedge belongs to the next number
        if len(words) == length and words in AFTER and not (words == ("plus",) and not is_glued(tokens, at)):
            return at_quote + length, AFTER[words]
    dash = [low_at(tokens, at), low_at(tokens, at + 1)]
    if dash[0] in DASHES and dash[1] in ("odd", "plus") and is_glued(tokens, at):
        return at + 2, {"odd": "about", "plus": "more_than"}[dash[1]]
    return at, None


def _read_hedges_before(tokens, first):
    """(position of the outermost hedge, qualifier, skipped words) to the left of a number."""
    at, qualifier, words = first, "exact", []
    while at > 0:
        if tokens[at - 1].text in QUOTES and at - 1 > 0 and _hedge_ending_at(tokens, at - 1)[1] not in (None, "exact"):
            at -= 1
            continue
        length, found = _hedge_ending_at(tokens, at)
        if not found or (qualifier != "exact" and found != "exact"):
            break
        at -= length
        words.append(" ".join(token.low for token in tokens[at : at + length]))
        qualifier = found if found != "exact" else qualifier
    if low_at(tokens, at - 1) == "between":
        at -= 1
    return at, qualifier, words


def _hedge_ending_at(tokens, at):
    for length in (5, 4, 3, 2, 1):
        if length > at:
            continue
        words = tuple(token.low for token in tokens[at - length : at])
        if words in BEFORE:
            if words in (("about",), ("over",)) and low_at(tokens, at - 2) in TOPIC_VERBS:
                return 0, None
            if words == ("up", "to") and low_at(tokens, at - 3) in MOVING_VERBS:
                return 0, None
            return length, BEFORE[words]
    return 0, None


CHANGING = {
    "rose",
    "rise",
    "rises",
    "risen",
    "rising",
    "up",
    "down",
    "revised",
    "raised",
    "lowered",
    "fell",
    "fallen",
    "dropped",
    "climbed",
    "jumped",
    "grew",
    "grown",
    "increased",
    "went",
    "gone",
    "revision",
    "changed",
    "cut",
    "swelled",
    "moved",
    "updated",
    "correct",
    "corrected",
}
MOVING_VERBS = {
    "crept",
    "rose",
    "risen",
    "rise",
    "rises",
    "climbed",
    "climb",
    "gone",
    "went",
    "go",
    "jumped",
    "jump",
    "shot",
    "crawled",
    "creep",
    "own",
    "owned",
    "owns",
    "add",
    "adds",
    "added",
    "ticked",
    "pushed",
    "moved",
    "inched",
    "brought",
    "bring",
    "taken",
}
TOPIC_VERBS = {
    "speak",
    "spoke",
    "spoken",
    "speaks",
    "talk",
    "talked",
    "ask",
    "asked",
    "heard",
    "hear",
    "told",
    "quarrel",
    "dispute",
    "know",
    "learned",
    "inform",
    "informed",
    "informs",
    "message",
    "messages",
    "information",
    "rumours",
    "rumors",
    "wrote",
    "data",
    "news",
    "talks",
    "tells",
    "writes",
    "write",
    "say",
}


def _bounds(numeral, qualifier):
    """(value, low, high, qualifier) of a numeral under a hedge."""
    if numeral.style == "same":
        return None, None, None, "exact"
    if numeral.style == "vague":
        return None, numeral.low, numeral.high, "vague"
    if numeral.style == "zero":
        return 0, 0, 0, "exact"
    if numeral.style == "dozen" and qualifier == "exact":
        qualifier = "about"
    fills = BOUNDS[qualifier]
    return (*(numeral.value if filled else None for filled in fills), qualifier)


def is_zero_word(tokens, number):
    return tuple(token.low for token in tokens[number.first : number.after]) in ZERO
