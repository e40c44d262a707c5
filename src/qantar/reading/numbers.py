"""Number expressions: a numeral with its hedges, ranges and doublings, and the bounds that the wording states.

The rules are those of the project's data model: "at least 225" has a low bound and no high one, "nearly 10,000" a
high one, "dozens" 24 to 99 and no value at all, "10-20" two bounds and no value.
"""

from dataclasses import dataclass, field

from .neighbours import is_glued, is_glued_both_sides, low_at, words_at
from .numerals import OPENING_WORDS, Numeral, lengths_of, read_numeral
from .wordlists import load_file, word_set, words_of

HEDGES = load_file("hedges")
BEFORE = {words_of(phrase): qualifier for qualifier, phrases in HEDGES["before"].items() for phrase in phrases}
AFTER = {words_of(phrase): qualifier for qualifier, phrases in HEDGES["after"].items() for phrase in phrases}
AFTER_DASH = {"odd": "about", "plus": "more_than"}
LENGTHS_BEFORE, LENGTHS_AFTER = lengths_of(BEFORE, -1), lengths_of(AFTER, 0)  # by their last word, by their first
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
DEFINITE, INCREMENT = word_set("hedges", "definite"), word_set("hedges", "increment")
CHANGING, MOVING, TOPICAL = (word_set("hedges", key) for key in ("changing", "moving", "topical"))
NO = word_set("numbers", "zero_before_noun")
FIRST_WORDS = OPENING_WORDS | NO
NO_ZERO_BEFORE, NO_ZERO_AFTER = word_set("hedges", "no_zero_before"), word_set("hedges", "no_zero_after")
UNRANGED = ("zero", "vague", "same")  # styles of numerals that are no end of a range
CHANGE_REACH = 6  # words before "from" in which a verb of change stands ("rose on Monday from 49 to 114")
SHARED_SCALES = (1_000, 1_000_000, 1_000_000_000)  # "$2-3bn": the unit stands once, after the second number
NEAR_FACTOR, NEAR_STEP = 3, 3  # "18 or 19" and "10 or 20" are ranges, "5 or 100" are two numbers
SCALE_FACTOR = 10  # "2-3bn" shares the unit; "5-100 thousand" does not


@dataclass(slots=True)
class Number:
    """A number expression: tokens[first:after] are the number words, tokens[outer:beyond] also its hedges.

    `value`, `low` and `high` are None where the wording leaves them open; `style` is that of the numeral.
    """

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
        """True for "the 12", "these 12": people spoken of before."""
        return any(word in DEFINITE for word in self.words_before)

    @property
    def is_increment(self):
        """True for "another 12", "a further 12"."""
        return any(word in INCREMENT for word in self.words_before)


def find_numbers(tokens, is_countable):
    """All number expressions of a sentence, left to right.

    Args:
        tokens: the tokens of one sentence.
        is_countable: position → whether a noun of people, outcomes or cases stands there within a few words
            (tells "no deaths" from "no doubt").

    Returns:
        list of Number, not overlapping.

    >>> from .text import tokenise
    >>> tokens = tokenise("At least 12, some 10 to 20, nearly 500 or dozens", 0, 48)
    >>> [(n.value, n.low, n.high, n.qualifier) for n in find_numbers(tokens, lambda at: False)]
    [(12, 12, None, 'at_least'), (None, 10, 20, 'range'), (500, None, 500, 'almost'), (None, 24, 99, 'vague')]
    """
    numbers, i = [], 0
    while i < len(tokens):
        if tokens[i].kind != "n" and tokens[i].low not in FIRST_WORDS:
            i += 1
            continue
        number = _read_number(tokens, i, is_countable)
        if number:
            numbers.append(number)
        i = max(number.beyond, i + 1) if number else i + 1
    return numbers


def _read_number(tokens, i, is_countable):
    numeral = read_numeral(tokens, i) or _read_no(tokens, i, is_countable)
    if not numeral or _is_elided(tokens, i):
        return None
    numeral = _read_doubling(tokens, numeral)
    last = _read_range_end(tokens, numeral)
    after = last.after if last else numeral.after
    beyond, right = _read_hedge_after(tokens, after)
    outer, left, words = _read_hedges_before(tokens, numeral.first)
    if last:
        bounds = (None, *_range_bounds(numeral, last), "range")
    else:
        bounds = _bounds(numeral, left if left != "exact" else right or "exact")
    return Number(numeral.first, after, outer, beyond, *bounds, numeral.style, words)


def _is_elided(tokens, i):
    """ "the '90s": digits glued to an apostrophe; "'Dozens' shot dead" is a quotation."""
    return is_glued(tokens, i) and tokens[i - 1].text in "’'" and tokens[i].kind == "n"


def _read_no(tokens, i, is_countable):
    """ "no deaths", "no officer": zero, where something countable follows; "at no charge" is none."""
    if low_at(tokens, i) not in NO or tokens[i].text.isupper():
        return None
    if low_at(tokens, i + 1) in NO_ZERO_AFTER or low_at(tokens, i - 1) in NO_ZERO_BEFORE:
        return None
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
    if numeral.style in UNRANGED or not _may_join_range(tokens, numeral, link):
        return None
    last = read_numeral(tokens, numeral.after + 1)
    if not last or last.style in UNRANGED:
        return None
    low, high = _range_bounds(numeral, last)
    is_near = link != "or" or high <= low * NEAR_FACTOR or high - low <= NEAR_STEP
    return last if low < high and is_near else None


def _may_join_range(tokens, numeral, link):
    """Whether the word or mark after a number can join it to a range."""
    if link in ("to", "till"):
        return not _changes(tokens, numeral.first)  # "rose from 49 to 114" are two figures
    if link == "and":
        return _follows_between(tokens, numeral.first)
    return link == "or" or (link in DASHES and is_glued_both_sides(tokens, numeral.after))


def _follows_between(tokens, first):
    """ "between 10", also with a quotation mark between the two."""
    quoted = first > 0 and tokens[first - 1].text in QUOTES and low_at(tokens, first - 2) == "between"
    return quoted or low_at(tokens, first - 1) == "between"


def _changes(tokens, first):
    """True for "rose from 49 to 114", where "anywhere from 150 to 180" and "from 3 to 15" are ranges."""
    if low_at(tokens, first - 1) != "from":
        return False
    return any(low_at(tokens, at) in CHANGING for at in range(first - 1 - CHANGE_REACH, first - 1))


def _range_bounds(first, last):
    """(low, high); where the unit stands after the second number only, the first one takes it too."""
    low, high = first.value, last.value
    for scale in SHARED_SCALES:
        if low < SHARED_SCALES[0] and high >= scale and low * scale < high <= low * scale * SCALE_FACTOR:
            return low * scale, high
    return low, high


def _read_hedge_after(tokens, at):
    """(position after, qualifier) of "or more", "-odd", "+", "or so"; (at, None) where there is none."""
    if low_at(tokens, at) in ("people", "persons", "men") and words_at(tokens, at + 1, 2) == ["or", "more"]:
        return at, "at_least"
    is_quote = at < len(tokens) and tokens[at].text in QUOTES and low_at(tokens, at + 1) in ("or", "odd")
    start = at + 1 if is_quote else at  # "“500” or so"
    for length in LENGTHS_AFTER.get(low_at(tokens, start), ()):
        words = tuple(words_at(tokens, start, length))
        if words in AFTER and _belongs_here(tokens, start, words) and (words != ("plus",) or is_glued(tokens, at)):
            return start + length, AFTER[words]
    dash, word = words_at(tokens, at, 2)
    if dash in DASHES and word in AFTER_DASH and is_glued(tokens, at):
        return at + 2, AFTER_DASH[word]
    return at, None


def _belongs_here(tokens, at, words):
    """False for "On 30 September 2022 at least 66", where the hedge belongs to the next number."""
    return words[-1] not in ("least", "most") or not read_numeral(tokens, at + len(words))


def _read_hedges_before(tokens, first):
    """(position of the outermost hedge, qualifier, hedges from right to left) to the left of a number."""
    at, qualifier, words = first, "exact", []
    while at > 0:
        if at > 1 and tokens[at - 1].text in QUOTES and _hedge_ending_at(tokens, at - 1)[1] not in (None, "exact"):
            at -= 1
            continue
        length, found = _hedge_ending_at(tokens, at)
        if not found or (qualifier != "exact" and found != "exact"):
            break
        at -= length
        words.append(" ".join(words_at(tokens, at, length)))
        qualifier = found if found != "exact" else qualifier
    if low_at(tokens, at - 1) == "between":
        at -= 1
    return at, qualifier, words


def _hedge_ending_at(tokens, at):
    """(number of words, qualifier) of the longest hedge that ends before a position, (0, None) where there is none."""
    for length in LENGTHS_BEFORE.get(low_at(tokens, at - 1), ()):
        words = tuple(words_at(tokens, at - length, length)) if length <= at else ()
        if words in BEFORE:
            return (0, None) if _is_no_hedge(tokens, at, words) else (length, BEFORE[words])
    return 0, None


def _is_no_hedge(tokens, at, words):
    """ "spoke about 12", "quarrel over 12", "rose up to 12": the words belong to the verb."""
    if words in (("about",), ("over",)):
        return low_at(tokens, at - 2) in TOPICAL
    return words == ("up", "to") and low_at(tokens, at - 3) in MOVING


def _bounds(numeral, qualifier):
    """(value, low, high, qualifier) of a numeral under a hedge; dozens are round, hence about."""
    if numeral.style == "same":
        return None, None, None, "exact"
    if numeral.style == "vague":
        return None, numeral.low, numeral.high, "vague"
    if numeral.style == "zero":
        return 0, 0, 0, "exact"
    if numeral.style == "dozen" and qualifier == "exact":
        qualifier = "about"
    return (*(numeral.value if filled else None for filled in BOUNDS[qualifier]), qualifier)
