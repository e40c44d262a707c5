"""Numbers in words and digits, with their hedges: tables of shapes, and every number read back as it was written."""

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from qantar.reading.numbers import BOUNDS, find_numbers
from qantar.reading.text import tokenise

HERE = Path(__file__).parent
TABLE = yaml.safe_load((HERE / "numbers.yml").read_text(encoding="utf-8"))
SHAPES = [(text, *expected) for shapes in TABLE.values() for text, expected in shapes.items()]
SEVERAL = yaml.safe_load((HERE / "two_numbers.yml").read_text(encoding="utf-8"))
NOUNS = ("people", "deaths", "died", "person")
KNOWN_MISSES = {  # text → the value it should have, and why it has not
    "twenty one people": (21, '"one" is kept apart, for "of the twenty one died"'),
    "two and a half dozen people": (30, "halves stand after dozens only"),
    "a couple dozen people": (24, "a couple is a number of its own"),
    "a lakh people": (100_000, "a lakh needs a number before it"),
}
SMALL = yaml.safe_load("""
  ones: [zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen,
         sixteen, seventeen, eighteen, nineteen]
  tens: [zero, ten, twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety]
""")
SEPARATORS = [",", ".", " ", "\u00a0", "\u2009", "\u202f", "’", "'"]


def read(text):
    """The number expressions of a text; a noun of people makes a zero of "no"."""
    tokens = tokenise(text, 0, len(text))
    return find_numbers(tokens, lambda at: at < len(tokens) and tokens[at].low in NOUNS)


def in_words(number):
    """A whole number below a billion in English words: 5 → "five", 2,106 → "two thousand one hundred and six"."""
    for scale, name in ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred")):
        if number >= scale:
            link = " and " if scale == 100 else " "
            rest = f"{link}{in_words(number % scale)}" if number % scale else ""
            return f"{in_words(number // scale)} {name}{rest}"
    if number < 20:
        return SMALL["ones"][number]
    return SMALL["tens"][number // 10] + (f"-{SMALL['ones'][number % 10]}" if number % 10 else "")


@pytest.mark.parametrize(("text", "value", "low", "high", "qualifier"), SHAPES)
def test_shape_has_the_bounds_of_the_data_model(text, value, low, high, qualifier):
    (number,) = read(text)
    assert (number.value, number.low, number.high, number.qualifier) == (value, low, high, qualifier)


@pytest.mark.parametrize(("text", "expected"), SEVERAL.items())
def test_several_numbers_or_none(text, expected):
    found = [n.value if n.qualifier != "range" else f"{n.low}-{n.high}" for n in read(text)]
    assert found == expected


@pytest.mark.parametrize("text", KNOWN_MISSES)
@pytest.mark.xfail(strict=True, reason="known misses")
def test_known_miss(text):
    assert [number.value for number in read(text)] == [KNOWN_MISSES[text][0]]


def test_every_qualifier_is_in_the_table():
    assert {qualifier for *_, qualifier in SHAPES} == {*BOUNDS, "range", "vague"}


@pytest.mark.parametrize(("text", "is_definite", "is_increment"), [
    ("the 12 people", True, False),
    ("these 12 people", True, False),
    ("another 12 people", False, True),
    ("a further 12 people", False, True),
    ("the other 12 people", False, True),
    ("12 people", False, False),
])  # fmt: skip
def test_words_before_a_number(text, is_definite, is_increment):
    (number,) = read(text)
    assert (number.is_definite, number.is_increment) == (is_definite, is_increment)


@pytest.mark.parametrize("text", ["The toll crept up to 12", "They spoke about 12 people", "A quarrel over 12 people"])
def test_verb_takes_the_hedge(text):
    (number,) = read(text)
    assert number.qualifier == "exact"


@given(st.integers(1, 999_999_999))
def test_words_read_back(number):
    assert [n.value for n in read(f"{in_words(number)} people")] == [number]


@given(st.integers(0, 10**12), st.sampled_from(SEPARATORS))
def test_grouped_digits_read_back(number, separator):
    printed = f"{number:,}".replace(",", separator)
    assert [n.value for n in read(f"{printed} people")] == [number]


@given(st.integers(1, 999), st.sampled_from(["thousand", "million", "billion"]), st.sampled_from(".,"))
def test_decimals_with_a_scale_read_back(tenths, scale, point):
    printed = f"{tenths // 10}{point}{tenths % 10} {scale}"
    factor = {"thousand": 10**3, "million": 10**6, "billion": 10**9}[scale]
    assert [n.value for n in read(f"{printed} people")] == [tenths * factor // 10]


@given(st.integers(1, 10**9), st.sampled_from(sorted(BOUNDS)))
def test_a_hedge_moves_no_value(number, qualifier):
    hedge = {"exact": "", "about": "about", "at_least": "at least", "more_than": "over", "almost": "nearly"}
    hedge |= {"up_to": "up to", "less_than": "fewer than"}
    (found,) = read(f"{hedge[qualifier]} {number} people")
    assert found.qualifier == qualifier
    assert {found.value, found.low, found.high} <= {number, None}


@given(st.text(max_size=60))
def test_numbers_never_overlap(text):
    numbers = read(text)
    for number in numbers:
        assert number.first < number.after <= number.beyond
        assert number.outer <= number.first
    for number, following in pairwise(numbers):
        assert number.after <= following.first
