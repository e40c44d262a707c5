"""A figure as it changed."""

import pytest
from table_corpus import claim, corpus_of

from qantar.tables.timeline import build_timeline


def steps(*claims):
    table = build_timeline(corpus_of(*claims)).to_dict("records")
    return [(row["date"], row["direction"], row["value"]) for row in table]


def revisions(*claims):
    return [row["revision"] for row in build_timeline(corpus_of(*claims)).to_dict("records") if row["revision"]]


def test_first_up_restated_down():
    days = ["2022-01-15", "2022-01-19", "2022-01-20", "2022-03-14"]
    figures = [claim(day, value, as_of=day) for day, value in zip(days, [225, 227, 227, 226], strict=True)]
    assert [row[1] for row in steps(*figures)] == ["first", "up", "restated", "down"]


def test_a_withdrawal_stands_on_its_own_day_and_ends_the_series():
    stated = claim("a", 164, as_of="2022-01-09")
    gone = claim("b", 164, as_of="2022-01-09", published="2022-01-10", status="retracted")
    after = claim("c", 225)
    expected = [("2022-01-09", "first", 164), ("2022-01-10", "retracted", 164), ("2022-01-15", "first", 225)]
    assert steps(stated, gone, after) == expected


def test_change_is_blank_where_a_number_is_hedged():
    table = build_timeline(corpus_of(claim("a", 200, qualifier="more_than", as_of="2022-01-05"), claim("b", 2298)))
    row = table.to_dict("records")[1]
    assert row["direction"] == "up" and row["change"] is None


def test_two_numbers_of_one_day_are_said_to_be_two():
    table = build_timeline(corpus_of(claim("a", 12), claim("b", 18), claim("c", 18)))
    assert table.to_dict("records")[0]["n_values"] == 2 and table["value"].tolist() == [18]


def test_speakers_are_not_mixed():
    table = build_timeline(corpus_of(claim("a", 230), claim("b", 238, claimant_type="ombudsman")))
    assert set(table["direction"]) == {"first"}


def test_a_drop_that_a_source_names_is_open():
    old = claim("a", 18, as_of="2022-01-07")
    both = [
        claim("b", 16, as_of="2022-01-09", source_id="s"),
        claim("c", 18, as_of="", source_id="s", status="superseded", published="2022-01-09"),
    ]
    assert revisions(old, *both) == ["open"]


def test_a_drop_of_one_office_without_a_word_is_silent():
    assert revisions(claim("a", 18, as_of="2022-01-07"), claim("b", 16, as_of="2022-01-09")) == ["silent"]


@pytest.mark.parametrize(("stage", "measure", "found"), [
    ("released", "cumulative", ["silent"]),
    ("released", "", []),  # the text does not say of whom it counts the released
    ("detained", "", ["silent"]),
])  # fmt: skip
def test_only_a_running_total_beyond_doubt_drops_silently(stage, measure, found):
    old = claim("a", 3337, metric="detentions", stage=stage, measure=measure, as_of="2022-01-27")
    assert revisions(old, claim("b", 128, metric="detentions", stage=stage, as_of="2022-02-22")) == found


def test_a_drop_between_two_bodies_of_one_kind_is_no_correction():
    one = claim("a", 60, claimant_type="government", claimant_text="city of A", as_of="2022-01-07")
    other = claim("b", 16, claimant_type="government", claimant_text="city of B", as_of="2022-01-09")
    assert revisions(one, other) == []


def test_an_old_number_printed_again_is_stale():
    figures = [claim("a", 225), claim("b", 238, as_of="2022-08-16"), claim("c", 225, as_of="2024-01-03")]
    assert revisions(*figures) == ["stale"]


def test_a_stock_that_shrinks_is_no_correction():
    held = {"metric": "detentions", "stage": "in_custody", "measure": "stock"}
    assert revisions(claim("a", 780, **held), claim("b", 469, as_of="2022-02-22", **held)) == []


def test_a_blank_is_read_in_its_usual_sense():
    # no group is everybody, no place the country, no measure a running total
    bare = claim("b", 227, group="", place="", measure="", as_of="2022-01-19")
    assert [row[1] for row in steps(claim("a", 225), bare)] == ["first", "up"]
