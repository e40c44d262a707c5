"""Numerals: the value of digits and number words, without any hedge.

Every function takes the tokens of a sentence and a position, and gives a `Numeral` with the position after it, or None.
"""

import re
from dataclasses import dataclass

from .lexicon import load_file, words_of

NUMBERS = load_file("numbers")
ONES, TENS, SCALES, SUFFIXES, DOZENS = (NUMBERS[k] for k in ("ones", "tens", "scales", "suffixes", "dozens"))
SMALL = {**ONES, **TENS}
VAGUE = {words_of(phrase): bounds for phrase, bounds in NUMBERS["vague"].items()}
VAGUE_COUNTS = {words_of(phrase) for phrase in NUMBERS["vague_counts"]}
ZERO = {words_of(phrase) for phrase in NUMBERS["zero"]}
GROUPED = re.compile(r"\d{1,3}(?:([,.'’ \u00a0\u2009\u202f])\d{3})(?:\1\d{3})*$")
DECIMAL = re.compile(r"\d+[.,]\d{1,2}$")
EUROPEAN_DECIMAL = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+$|\d{1,3}(?:,\d{3})+\.\d+$")


@dataclass(slots=True)
class Numeral:
    """The number words tokens[first:after] with their value, or bounds where the words are vague.

    `style` is `digits`, `words`, `dozen`, `vague` or `zero`; `value` is an int, or a float where the text gives a
    fraction; `low` and `high` are given for vague words only.
    """

    first: int
    after: int
    value: float | None
    low: int | None = None
    high: int | None = None
    style: str = "digits"


def low_at(tokens, i):
    return tokens[i].low if 0 <= i < len(tokens) else ""


def is_glued(tokens, i):
    """True where no space stands between tokens i-1 and i."""
    return 0 < i < len(tokens) and tokens[i - 1].end == tokens[i].start


def read_digits(printed):
    """The value of printed digits, or None for a shape that is no number.

    >>> [read_digits(d) for d in ("1,300", "1.340", "9 257", "4,4", "5.3", "007", "1,2345")]
    [1300, 1340, 9257, 4.4, 5.3, 7, None]
    """
    if printed.isdigit():
        return int(printed)
    if GROUPED.match(printed):
        return int(re.sub(r"\D", "", printed))
    if DECIMAL.match(printed):
        return float(printed.replace(",", "."))
    if EUROPEAN_DECIMAL.match(printed):
        whole, fraction = re.split(r"[.,](?=\d+$)", printed)
        return float(f"{re.sub(r'[^0-9]', '', whole)}.{fraction}")
    return None


def read_numeral(tokens, i):
    """The numeral that starts at token i, the longest reading first."""
    if not 0 <= i < len(tokens):
        return None
    for reader in (_read_same, _read_zero, _read_vague, _read_dozen, _read_half, _read_digit_token, _read_words):
        numeral = reader(tokens, i)
        if numeral:
            return numeral
    return None


def _match(tokens, i, table):
    for length in (4, 3, 2, 1):
        words = tuple(token.low for token in tokens[i : i + length])
        if len(words) == length and words in table:
            return length
    return 0


def _read_same(tokens, i):
    """ "the same number", "as many again": the value of the figure before, filled in later; "as many as 500" is a hedge."""
    words = [low_at(tokens, i + k) for k in range(3)]
    if words[:2] == ["same", "number"] and low_at(tokens, i + 2) != "as":
        return Numeral(i, i + 2, None, style="same")
    if words[:2] == ["as", "many"] and words[2] in ("again", "more"):
        return Numeral(i, i + 3, None, style="same")
    return None


def _read_zero(tokens, i):
    length = _match(tokens, i, ZERO)
    return Numeral(i, i + length, 0, style="zero") if length else None


def _read_vague(tokens, i):
    """ "dozens", "several", "tens of thousands", "several hundred", "a few dozen"."""
    scale = NUMBERS["vague_scales"].get(low_at(tokens, i))
    if scale and low_at(tokens, i + 1) == "of" and low_at(tokens, i + 2) in ("hundreds", "thousands", "millions"):
        unit = {"hundreds": 100, "thousands": 1000, "millions": 1000000}[low_at(tokens, i + 2)]
        low, high = VAGUE[(low_at(tokens, i),)]
        if low_at(tokens, i) == "dozens":
            low, high = 24, 99
        elif scale != 10:
            low, high = 2 * scale, 10 * scale - 1
        else:
            low, high = 20, 99
        return Numeral(i, i + 3, None, low * unit, (high + 1) * unit - 1, "vague")
    count = _match(tokens, i, VAGUE_COUNTS)
    unit = {**SCALES, **DOZENS}.get(low_at(tokens, i + count)) if count else None
    if unit and low_at(tokens, i) != "some" and low_at(tokens, i + count) != "couple":
        return Numeral(i, i + count + 1, None, 3 * unit, 10 * unit - 1, "vague")
    length = _match(tokens, i, VAGUE)
    if length:
        return Numeral(i, i + length, None, *VAGUE[tuple(token.low for token in tokens[i : i + length])], "vague")
    return None


def _read_dozen(tokens, i):
    """ "a dozen", "two dozen", "half a dozen", "a dozen and a half", "a couple": printed as round, hence about."""
    if [low_at(tokens, i + k) for k in range(3)] == ["half", "a", "dozen"]:
        return Numeral(i, i + 3, 6, style="dozen")
    count = 1 if low_at(tokens, i) in ("a", "another") else SMALL.get(low_at(tokens, i))
    if low_at(tokens, i) in DOZENS and low_at(tokens, i) != "score":
        count, i = 1, i - 1
    unit = DOZENS.get(low_at(tokens, i + 1))
    if not count or not unit or (low_at(tokens, i + 1) == "score" and count == 1):
        return None
    first = i if i >= 0 and low_at(tokens, i) in ("a", "another", *SMALL) else i + 1
    for tail in (["and", "a", "half"], ["and", "half"]):
        if [low_at(tokens, i + 2 + k) for k in range(len(tail))] == tail:
            return Numeral(first, i + 2 + len(tail), int(unit * (count + 0.5)), style="dozen")
    return Numeral(first, i + 2, unit * count, style="dozen")


def _read_half(tokens, i):
    """ "half a million"."""
    if low_at(tokens, i) == "half" and low_at(tokens, i + 1) == "a" and low_at(tokens, i + 2) in SCALES:
        return Numeral(i, i + 3, SCALES[low_at(tokens, i + 2)] // 2, style="words")
    return None


def _read_digit_token(tokens, i):
    if tokens[i].kind != "n":
        return None
    value = read_digits(tokens[i].text)
    if value is None:
        return None
    value, after = _scaled(tokens, i + 1, value)
    return Numeral(i, after, _whole(value))


def _scaled(tokens, i, value):
    """The value with "thousand", "million" or a glued "k", "m", "bn" after it."""
    if is_glued(tokens, i) and low_at(tokens, i) in SUFFIXES and not is_glued(tokens, i + 1):
        return value * SUFFIXES[low_at(tokens, i)], i + 1
    if low_at(tokens, i) in SCALES and not is_glued(tokens, i):
        return value * SCALES[low_at(tokens, i)], i + 1
    if low_at(tokens, i) in ("mln", "bn", "bln", "mn") and value < 1000:
        return value * SUFFIXES[low_at(tokens, i)], i + 1
    return value, i


def _whole(value):
    return round(value) if abs(value - round(value)) < 1e-9 else value


def _read_words(tokens, i):
    """Cardinals in words: "one hundred and eleven thousand", "fifty-eight hundred", "four and a half thousand"."""
    total = current = 0
    at, seen = i, False
    if low_at(tokens, i) == "a" and low_at(tokens, i + 1) in ("hundred", "thousand", "million", "billion"):
        current, at, seen = 1, i + 1, True
    while at < len(tokens):
        word = low_at(tokens, at)
        if word in TENS and current % 100 == 0:
            current += TENS[word]
            if low_at(tokens, at + 1) == "-" and ONES.get(low_at(tokens, at + 2), 10) < 10 and is_glued(tokens, at + 2):
                current, at = current + ONES[low_at(tokens, at + 2)], at + 2
            elif ONES.get(low_at(tokens, at + 1), 10) < 10 and low_at(tokens, at + 1) != "one":
                current, at = current + ONES[low_at(tokens, at + 1)], at + 1
        elif word in ONES and (current % 100 == 0):
            current += ONES[word]
        elif word in SCALES and seen:
            current, total = _apply_scale(current, total, SCALES[word])
        elif word == "and" and seen and _continues(tokens, at, current):
            if [low_at(tokens, at + 1), low_at(tokens, at + 2)] == ["a", "half"]:
                return _with_half(tokens, i, at + 3, total + current)
        else:
            break
        at, seen = at + 1, True
    return Numeral(i, at, total + current, style="words") if seen and at > i else None


def _apply_scale(current, total, scale):
    if scale == 100:
        return (current or 1) * 100, total
    return 0, total + (current or 1) * scale


def _continues(tokens, at, current):
    """True where "and" belongs to the numeral: after a hundred or a thousand, or in "and a half thousand"."""
    after = low_at(tokens, at + 1)
    if [after, low_at(tokens, at + 2)] == ["a", "half"]:
        return low_at(tokens, at + 3) in SCALES
    return low_at(tokens, at - 1) in ("hundred", "thousand") and after in SMALL


def _with_half(tokens, first, at, value):
    unit = SCALES[low_at(tokens, at)]
    return Numeral(first, at + 1, int((value + 0.5) * unit), style="words")
