"""Numbers that surely count nobody, as their own words tell: years, days of a month, percentages, measures, sums.

The first look asks this of every number of a text, so it is asked of letters and not of tokens. It knows the plain
spellings only; a number that it lets pass is asked again by `distractors`, which knows all of them.
"""

import re
from functools import cache

from .dating import COUNTED_AFTER_YEAR, DAYS, MONTHS, YEAR_LINKS, looks_like_year
from .lexicon import general_phrases
from .measures import CODES, PERCENT, SIGNS
from .numbers import FIRST_WORDS, LENGTHS_AFTER, LENGTHS_BEFORE
from .numerals import SCALES, SMALL, SUFFIXES

COUNT, MONEY = 1, 2
JOINING = {"to", "and", "or", "between"}  # they may make the number the end of a range
HEDGE_ENDS = frozenset(LENGTHS_BEFORE)
AFTER_YEAR = COUNTED_AFTER_YEAR | {"to", "or", "and"} | LENGTHS_AFTER.keys() | SCALES.keys()
BEFORE_YEAR = YEAR_LINKS - JOINING - HEDGE_ENDS
NUMBER_WORDS = FIRST_WORDS | SCALES.keys() | SMALL.keys()
NO_UNITS = LENGTHS_AFTER.keys() | SUFFIXES.keys() | {"am"}  # "5 m" may be millions
DOUBTFUL_UNITS = ("", "sport", "times")  # "5 runs", "12 times" are read by their neighbours
LONGEST = 16  # letters before a number that are looked at; no word of the lists is longer
MARKS = (".", ",", ";", ":")
PRINTED = re.compile(r"\d+(?:[.,]\d+)*|[a-z]+")
NEXT = re.compile(r" ?(%|[a-z]+(?![^\W\d_]|'))|[.,;)](?=[ \n]|\Z)|(?=\n|\Z)")


def may_count(low, at, has_sign):
    """Whether a number may count something, as far as the words beside it tell.

    Args:
        low: the text in small letters, after one character that is not of it.
        at: the place of its first digit or letter.
        has_sign: whether a sign of a currency stands anywhere in the text.

    Returns:
        (COUNT where it may, MONEY where it is a sum of money, 0 where it is a year, a share, a measure and the like;
        the place after its digits in the text itself).

    >>> [may_count(f" in {words} came", 4, False)[0] for words in ("2021", "4 percent", "three weeks", "5 dollars")]
    [0, 0, 0, 2]
    >>> [may_count(f" in {words} came", 4, False)[0] for words in ("12", "3 may", "three men", "two dozen")]
    [1, 1, 1, 1]
    """
    printed = PRINTED.match(low, at)
    if printed is None:
        return COUNT, at
    before, number, after = _word_before(low, at), printed.group(), printed.end() - 1
    if low[at - 1] in SIGNS:
        return MONEY, after
    if number[0].isalpha() and (number not in SMALL or before in NUMBER_WORDS):
        return COUNT, after
    return _judge(low, number, printed.end(), before, has_sign), after


def _judge(low, digits, end, before, has_sign):
    """What a number may be by the words on both sides of it."""
    following = NEXT.match(low, end) if before and before not in JOINING and before not in CODES else None
    if following is None or (has_sign and before in HEDGE_ENDS):
        return COUNT
    word = following.group(1)
    kind = kinds_of_words().get(word)
    if kind == "money":
        return MONEY
    if kind == "day":
        return 0 if _is_up_to(DAYS, digits) else COUNT
    is_year = before in BEFORE_YEAR and word not in AFTER_YEAR and looks_like_year(digits)
    return 0 if kind or (is_year and not low[end : end + 1].isalpha()) else COUNT


def _is_up_to(highest, digits):
    return len(digits) <= 2 and digits.isdecimal() and 1 <= int(digits) <= highest


def _word_before(low, at):
    """The word or mark that ends one space before a place, or a line break; "" where it is anything else."""
    space, mark = low[at - 1], low[at - 2]
    if space == "\n":
        return space
    if space != " ":
        return ""
    if not "a" <= mark <= "z":
        return mark if mark in MARKS else ""
    word = low[max(at - LONGEST, 0) : at - 1].split()[-1]
    return word if word.isalpha() else ""


@cache
def kinds_of_words():
    """word after a number → what it makes of the number: a day, a sum of money, or a measure of some kind.

    Only words that mean this in every phrase that they open.
    """
    units = {words: senses.get("unit", "") for words, senses in general_phrases().senses.items()}
    doubtful = {words[0] for words, unit in units.items() if unit in DOUBTFUL_UNITS} | NO_UNITS
    kinds = {words[0]: unit for words, unit in units.items() if len(words) == 1 and words[0] not in doubtful}
    return kinds | dict.fromkeys(PERCENT, "percent") | dict.fromkeys(MONTHS - {"may"}, "day")
