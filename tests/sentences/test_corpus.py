"""The comparison itself: a right reading passes, each kind of wrong one is named."""

import pytest

from .corpus import Case, complaints

TOTAL = {"number": "225", "metric": "deaths", "value": 225, "low": 225, "high": 225, "qualifier": "exact"}
PART = {"number": "19", "metric": "deaths", "value": 19, "low": 19, "high": 19, "part_of": "225", "detail": ""}
CASE = Case("x-001", "Some 225 people died, 19 of them soldiers; 19 cars burned.", "sample", expect=[TOTAL, PART])


def claim(claim_id, number, start, **slots):
    value = int(number)
    bounds = {"value": value, "low": value, "high": value}
    place = {"claim_id": claim_id, "number_text": number, "start": start, "end": start + len(number)}
    return {"metric": "deaths", "qualifier": "exact", "detail": None, "part_of": ""} | place | bounds | slots


RIGHT = [claim("a", "225", 5), claim("b", "19", 22, part_of="a")]


def test_right_reading_passes():
    assert complaints(CASE, RIGHT) == []


@pytest.mark.parametrize(
    ("claims", "complaint"),
    [
        (RIGHT[:1], "missed deaths '19'"),
        ([RIGHT[0] | {"low": None}, RIGHT[1]], "'225' low: '' for '225'"),
        ([RIGHT[0], RIGHT[1] | {"part_of": ""}], "'19' part_of: '' for '225'"),
        ([RIGHT[0], RIGHT[1] | {"detail": "Russia"}], "'19' detail: 'Russia' for ''"),
        ([*RIGHT, claim("c", "19", 43)], "not a figure: deaths '19'"),
    ],
)
def test_wrong_reading_is_named(claims, complaint):
    assert complaints(CASE, claims) == [complaint]


def test_other_metrics_are_left_alone():
    assert complaints(CASE, [*RIGHT, claim("c", "19", 43, metric="property_damage")]) == []


def test_optional_numbers_do_not_fail_a_case():
    lenient = Case("x-002", CASE.text, "sample", expect=CASE.expect, optional=[{"number": "19", "nth": 2}])
    assert complaints(lenient, [*RIGHT, claim("c", "19", 43)]) == []


def test_number_is_not_cut_out_of_a_longer_one():
    with pytest.raises(ValueError, match="occurs 0 times"):
        Case("x-003", "In 2019 some 1,900 and 19.5 were seen.", "sample").span("19")
