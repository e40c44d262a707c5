"""What hedges and half-known dates allow."""

import pytest
from table_corpus import claim

from qantar.tables.bounds import direction, near, overlap, stated
from qantar.tables.dates import days_apart, days_between, is_before, period

EXACT = claim("a", 4353)


@pytest.mark.parametrize(
    ("value", "qualifier", "contradicts"),
    [
        (4300, "more_than", False),  # 4,353 is more than 4,300
        (4400, "more_than", True),  # but not more than 4,400
        (4000, "about", False),  # within a tenth
        (5000, "about", True),
        (4400, "almost", False),  # a little below 4,400
        (4300, "almost", True),  # "almost 4,300" stays below 4,300
        (9000, "up_to", False),  # open towards zero
        (4353, "exact", False),
    ],
)
def test_open_bounds_are_respected(value, qualifier, contradicts):
    columns = {} if qualifier == "exact" else {"qualifier": qualifier}
    hedged = {name: cell if cell != "" else None for name, cell in claim("b", value, **columns).items()}
    assert overlap(stated(hedged), stated(EXACT)) is not contradicts


def test_an_open_side_stays_open():
    at_least = {"value": 225, "low": 225, "high": None, "qualifier": "at_least"}
    assert stated(at_least) == (225, None)
    assert near(at_least)[1] is not None  # only comparing sizes closes it


def test_words_without_number_have_no_middle():
    dozens = {"value": None, "low": 24, "high": 99, "qualifier": "vague"}
    assert near(dozens) == stated(dozens) == (24, 99)


def test_a_rise_within_the_wording_is_no_rise():
    more = {"value": 1300, "low": 1300, "high": None, "qualifier": "more_than"}
    exact = {"value": 1350, "low": 1350, "high": 1350, "qualifier": "exact"}
    assert direction(more, exact) == "restated"
    assert direction(exact, exact | {"value": 2000, "low": 2000, "high": 2000}) == "up"


@pytest.mark.parametrize("text", ["", None, "soon", "2022-13", "2022-02-30"])
def test_what_is_no_date_has_no_period(text):
    assert period(text) is None


def test_a_month_is_neither_before_nor_after_its_days():
    assert not is_before("2022-01", "2022-01-10") and not is_before("2022-01-10", "2022-01")
    assert is_before("2022-01", "2022-02-01")
    assert days_apart("2022-01", "2022-02-03") == 3
    assert days_between("2022-01", "2022-01-10") is None
