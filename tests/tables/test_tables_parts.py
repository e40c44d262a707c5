"""Do the parts make up the total?"""

import pytest
from table_corpus import claim, corpus_of

from qantar.tables.parts import build_parts

TOTAL = claim("t", 164)


def only_row(*claims, **more):
    rows = build_parts(corpus_of(*claims, **more)).to_dict("records")
    assert len(rows) == 1
    return rows[0]


def test_a_rest_stays_visible():
    parts = [claim(place, value, place=place, part_of="t") for place, value in (("Almaty", 103), ("Kyzylorda", 21))]
    row = only_row(TOTAL, *parts)
    assert (row["by"], row["sum"], row["rest"], row["allocation"]) == ("place", 124, 40, "unallocated")


def test_parts_may_exceed_the_total():
    parts = [
        claim("a", 1815, metric="injuries", stage="outpatient", part_of="t"),
        claim("b", 863, metric="injuries", stage="hospitalised", part_of="t"),
    ]
    row = only_row(claim("t", 2677, metric="injuries"), *parts)
    assert (row["rest"], row["allocation"]) == (-1, "over_allocated")


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ({"group": "children"}, {"group": "foreigners"}, "a child may be a foreigner"),
        ({"stage": "hospitalised"}, {"stage": "serious"}, "the seriously ill lie in hospital"),
        ({"place": "Almaty"}, {"place": "Almaty"}, "one place twice"),
        ({"place": "Almaty region"}, {"place": "Taldykorgan"}, "a town of that region"),
    ],
)
def test_what_counts_people_twice_is_not_added(one, other, why):
    parts = [claim("a", 3, part_of="t", **one), claim("b", 5, part_of="t", **other)]
    row = only_row(TOTAL, *parts, regions={"Taldykorgan": "Almaty region"})
    assert row["additive"] == "no" and row["sum"] is None, why


def test_hedged_parts_are_not_added():
    parts = [claim("a", 100, place="Almaty", part_of="t", qualifier="about")]
    row = only_row(TOTAL, *parts)
    assert row["additive"] == "yes" and row["sum"] is None and row["rest"] is None


def test_parts_by_place_and_by_group_are_not_mixed():
    parts = [claim("a", 139, place="Almaty", part_of="t"), claim("b", 19, group="security_forces", part_of="t")]
    table = build_parts(corpus_of(claim("t", 230), *parts))
    assert dict(zip(table["by"], table["sum"], strict=True)) == {"place": 139, "group": 19}


def test_parts_of_another_speaker_are_left_out():
    part = claim("a", 2, group="children", part_of="t", claimant_type="ombudsman")
    assert build_parts(corpus_of(TOTAL, part)).empty


def test_people_are_not_added_to_cases():
    total = claim("t", 8354, metric="administrative_cases", unit="cases", group="", stage="reviewed")
    warned = claim("a", 3337, metric="administrative_cases", group="", stage="warned", part_of="t")
    assert only_row(total, warned)["additive"] == "no"
