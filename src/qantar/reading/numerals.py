"""Numerals: the value of digits and number words, without any hedge.

Every reader takes the tokens of a sentence and a position, and gives a `Numeral` with the position after it, or None.
"""

import math
import re
from dataclasses import dataclass

from .neighbours import is_glued, low_at, words_at
from .wordlists import load_file, words_of

NUMBERS = load_file("numbers")
ONES, TENS, SCALES, SUFFIXES, DOZENS = (NUMBERS[k] for k in ("ones", "tens", "scales", "suffixes", "dozens"))
SMALL = {**ONES, **TENS}
DOZEN_OPENERS = {"a": 1, "another": 1, **SMALL}
UNITS = {**SCALES, **DOZENS}
VAGUE = {words_of(phrase): tuple(bounds) for phrase, bounds in NUMBERS["vague"].items()}
VAGUE_SCALES, PLURAL_SCALES = frozenset(NUMBERS["vague_scales"]), NUMBERS["plural_scales"]
VAGUE_COUNTS = {words_of(phrase) for phrase in NUMBERS["vague_counts"]}
SEVERAL = NUMBERS["vague"]["several"]
SCALES_AFTER_A, SCALES_BEFORE_AND = frozenset(NUMBERS["after_a"]), frozenset(NUMBERS["before_and"])
SPACED_SUFFIXES = frozenset(NUMBERS["spaced_suffixes"])
ZERO = {words_of(phrase) for phrase in NUMBERS["zero"]}
OPENING_WORDS = {*DOZEN_OPENERS, *DOZENS, "half", "same", "as"}
OPENING_WORDS |= {phrase[0] for phrase in (*ZERO, *VAGUE, *VAGUE_COUNTS)}


def lengths_of(phrases, place=0):
    """word → the lengths of the phrases that hold it at a place, the longest first: only those need be tried.

    >>> lengths_of([("a", "few"), ("a", "handful", "of")])
    {'a': [3, 2]}
    """
    found = {}
    for phrase in phrases:
        found.setdefault(phrase[place], set()).add(len(phrase))
    return {word: sorted(lengths, reverse=True) for word, lengths in found.items()}


VAGUE_LENGTHS, VAGUE_COUNT_LENGTHS, ZERO_LENGTHS = map(lengths_of, (VAGUE, VAGUE_COUNTS, ZERO))

# The same separator before each group of three; a point or comma with one or two digits; both, the European or the
# American way round.
GROUPED = re.compile(r"\d{1,3}(?:([,.'’ \u00a0\u2009\u202f])\d{3})(?:\1\d{3})*$")
DECIMAL = re.compile(r"\d+[.,]\d{1,2}$")
GROUPED_DECIMAL = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+$|\d{1,3}(?:,\d{3})+\.\d+$")
LONGEST = 200  # characters; a longer run of digits is no number, and too large to reckon with
ROUNDING = 1e-12  # share by which a product of floats may miss a whole number: 16.4 million is 16399999.999999998


@dataclass(slots=True)
class Numeral:
    """The number words tokens[first:after] with their value, or bounds where the words are vague.

    `style` is `digits`, `words`, `dozen`, `vague`, `zero` or `same`; `value` is an int, or a float where the text
    gives a fraction; `low` and `high` are given for vague words only.
    """

    first: int
    after: int
    value: float | None
    low: int | None = None
    high: int | None = None
    style: str = "digits"


def read_digits(printed):
    """The value of printed digits, or None for a shape that is no number.

    >>> [read_digits(d) for d in ("1,300", "1.340", "9 257", "4,4", "5.3", "007", "1,2345")]
    [1300, 1340, 9257, 4.4, 5.3, 7, None]
    """
    if len(printed) > LONGEST:
        return None
    if printed.isdigit():
        return int(printed)
    if GROUPED.match(printed):
        return int(re.sub(r"\D", "", printed))
    if DECIMAL.match(printed):
        return float(printed.replace(",", "."))
    if GROUPED_DECIMAL.match(printed):
        whole, fraction = re.split(r"[.,](?=\d+$)", printed)
        return float(f"{re.sub(r'[^0-9]', '', whole)}.{fraction}")
    return None


def read_numeral(tokens, i):
    """The numeral that starts at token i, the longest reading first.

    Args:
        tokens: the tokens of a sentence.
        i: a position, which may lie outside the sentence.

    Returns:
        Numeral, or None where no number starts there.

    >>> from .text import tokenise
    >>> [read_numeral(tokenise(t, 0, len(t)), 0).value for t in ("4.4 thousand", "two dozen", "fifty-eight hundred")]
    [4400, 24, 5800]
    """
    if not 0 <= i < len(tokens):
        return None
    if tokens[i].kind == "n":
        return _read_digit_token(tokens, i)
    if tokens[i].low not in OPENING_WORDS:
        return None  # most words open no number, and most of the time goes into asking
    for reader in READERS:
        numeral = reader(tokens, i)
        if numeral:
            return numeral
    return None


def _match(tokens, i, table, lengths):
    """The length of the longest phrase of the table that starts at token i, 0 where there is none."""
    for length in lengths.get(low_at(tokens, i), ()):
        if tuple(words_at(tokens, i, length)) in table:
            return length
    return 0


def _read_same(tokens, i):
    """ "the same number", "as many again": the value of the figure before, filled in later."""
    first, second, third = words_at(tokens, i, 3)
    if (first, second) == ("same", "number") and third != "as":
        return Numeral(i, i + 2, None, style="same")
    if (first, second) == ("as", "many") and third in ("again", "more"):  # "as many as 500" is a hedge
        return Numeral(i, i + 3, None, style="same")
    return None


def _read_zero(tokens, i):
    """ "nobody", "none", "not a single"."""
    length = _match(tokens, i, ZERO, ZERO_LENGTHS)
    return Numeral(i, i + length, 0, style="zero") if length else None


def _read_vague(tokens, i):
    """ "dozens", "several", "tens of thousands", "a few dozen"."""
    numeral = _read_multiplied(tokens, i) or _read_several(tokens, i)
    if numeral:
        return numeral
    length = _match(tokens, i, VAGUE, VAGUE_LENGTHS)
    return Numeral(i, i + length, None, *VAGUE[tuple(words_at(tokens, i, length))], "vague") if length else None


def _read_multiplied(tokens, i):
    """ "tens of thousands": the bounds of "tens", each in thousands."""
    scale, link, plural = words_at(tokens, i, 3)
    if scale not in VAGUE_SCALES or link != "of" or plural not in PLURAL_SCALES:
        return None
    low, high = VAGUE[(scale,)]
    unit = PLURAL_SCALES[plural]
    return Numeral(i, i + 3, None, low * unit, (high + 1) * unit - 1, "vague")


def _read_several(tokens, i):
    """ "several hundred", "a few dozen"; "some hundred" is a hedged hundred."""
    count = _match(tokens, i, VAGUE_COUNTS, VAGUE_COUNT_LENGTHS)
    scale = low_at(tokens, i + count)
    if not count or scale not in UNITS or scale == "couple" or low_at(tokens, i) == "some":
        return None
    low, high = SEVERAL
    return Numeral(i, i + count + 1, None, low * UNITS[scale], (high + 1) * UNITS[scale] - 1, "vague")


def _read_dozen(tokens, i):
    """ "a dozen", "two dozen", "half a dozen", "a dozen and a half", "a couple"."""
    if words_at(tokens, i, 3) == ["half", "a", "dozen"]:
        return Numeral(i, i + 3, DOZENS["dozen"] // 2, style="dozen")
    count, at = _count_of_dozens(tokens, i)
    word = low_at(tokens, at)
    if not count or word not in DOZENS or (word == "score" and count == 1):  # "a score" is a result
        return None
    for tail in (["and", "a", "half"], ["and", "half"]):
        if words_at(tokens, at + 1, len(tail)) == tail:
            return Numeral(i, at + 1 + len(tail), DOZENS[word] * (2 * count + 1) // 2, style="dozen")
    return Numeral(i, at + 1, DOZENS[word] * count, style="dozen")


def _count_of_dozens(tokens, i):
    """(how many dozens, position of the word "dozen"); a bare "dozen" is one of it, "the couple" is a pair."""
    word = low_at(tokens, i)
    if word in DOZENS and word != "score" and (word != "couple" or low_at(tokens, i - 1) != "the"):
        return 1, i
    return DOZEN_OPENERS.get(word), i + 1


def _read_half(tokens, i):
    """ "half a million"."""
    scale = low_at(tokens, i + 2)
    if words_at(tokens, i, 2) == ["half", "a"] and scale in SCALES:
        return Numeral(i, i + 3, SCALES[scale] // 2, style="words")
    return None


def _read_digit_token(tokens, i):
    """ "1,300", "4.4 thousand", "2k"."""
    value = read_digits(tokens[i].text)
    if value is None:
        return None
    scaled, after = _scaled(tokens, i + 1, value)
    is_scaled = after > i + 1  # "2.4 thousand" is whole, version "2.0" is not
    return Numeral(i, after, _whole(scaled) if is_scaled else value)


def _scaled(tokens, i, value):
    """(value, position after) with "thousand", "million" or a "k", "m", "bn" after the digits."""
    word = low_at(tokens, i)
    if word in SUFFIXES and is_glued(tokens, i) and not is_glued(tokens, i + 1):
        return value * SUFFIXES[word], i + 1
    if word in SCALES and not is_glued(tokens, i):
        return value * SCALES[word], i + 1
    if word in SPACED_SUFFIXES and value < SCALES["thousand"]:  # "2 bn"; "2 m" may be metres
        return value * SUFFIXES[word], i + 1
    return value, i


def _whole(value):
    return round(value) if math.isclose(value, round(value), rel_tol=ROUNDING) else value


@dataclass(slots=True)
class _Cardinal:
    """A number in words while it is read: `total` up to the last thousand or million, `current` what came since."""

    total: int = 0
    current: int = 0
    is_begun: bool = False

    def take(self, tokens, at):
        """Take in the words at a position; gives how many they are, 0 where the number has ended."""
        word = low_at(tokens, at)
        taken = 0
        if word in TENS and self.current % 100 == 0:
            taken = self._add_tens(tokens, at)
        elif word in ONES and self.current % 100 == 0:
            self.current += ONES[word]
            taken = 1
        elif word in SCALES and self.is_begun:
            self._scale(SCALES[word])
            taken = 1
        elif word == "and" and self.is_begun and _goes_on_after_and(tokens, at):
            taken = 1
        self.is_begun = self.is_begun or taken > 0
        return taken

    def _add_tens(self, tokens, at):
        """ "fifty", "fifty-eight", "fifty eight"; the "one" of "twenty one of them" may be a pronoun."""
        self.current += TENS[low_at(tokens, at)]
        dash, after_dash = words_at(tokens, at + 1, 2)
        if dash == "-" and ONES.get(after_dash, 10) < 10 and is_glued(tokens, at + 2):
            self.current += ONES[after_dash]
            return 3
        if ONES.get(dash, 10) < 10 and dash != "one":
            self.current += ONES[dash]
            return 2
        return 1

    def _scale(self, scale):
        """A hundred multiplies what came since the last thousand; a thousand or a million closes it."""
        if scale == SCALES["hundred"]:
            self.current = (self.current or 1) * scale
        else:
            self.total, self.current = self.total + (self.current or 1) * scale, 0


def _read_words(tokens, i):
    """Cardinals in words: "one hundred and eleven thousand", "fifty-eight hundred", "four and a half thousand"."""
    number, at = _Cardinal(), i
    if low_at(tokens, i) == "a" and low_at(tokens, i + 1) in SCALES_AFTER_A:
        number, at = _Cardinal(0, 1, True), i + 1
    taken = number.take(tokens, at)
    while taken:
        at += taken
        taken = number.take(tokens, at)
    if not number.is_begun:
        return None
    value, scale = number.total + number.current, low_at(tokens, at + 3)
    if words_at(tokens, at, 3) == ["and", "a", "half"] and scale in SCALES:
        return Numeral(i, at + 4, value * SCALES[scale] + SCALES[scale] // 2, style="words")
    return Numeral(i, at, value, style="words")


def _goes_on_after_and(tokens, at):
    """True where "and" belongs to the numeral: after a hundred or a thousand, before a smaller number."""
    return low_at(tokens, at - 1) in SCALES_BEFORE_AND and low_at(tokens, at + 1) in SMALL


READERS = (_read_same, _read_zero, _read_vague, _read_dozen, _read_half, _read_words)  # of numbers in words
