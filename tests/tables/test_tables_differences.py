"""Why two figures differ: every rule on a pair that has its reason, and on one that only looks like it."""

import pytest
from table_corpus import claim, corpus_of

from qantar.tables.differences import build_differences

PEOPLE_IN_COURT = {"metric": "criminal_cases", "group": "", "stage": "in_court"}


def explanation(one, other, *others, notes=None):
    """The explanation of the pair of the first two claims, in a corpus that knows the others too."""
    table = build_differences(corpus_of(one, other, *others, notes=notes)).to_dict("records")
    pair = {one["claim_id"], other["claim_id"]}
    return next((row["explanation"] for row in table if {row["claim_a"], row["claim_b"]} == pair), "not paired")


def test_two_figures_without_any_evidence_are_unexplained():
    assert explanation(claim("a", 168), claim("b", 182, claimant_type="unattributed")) == "unexplained"


def test_equal_figures_need_no_explanation():
    assert explanation(claim("a", 225), claim("b", 225, claimant_type="media")) == ""


def test_other_things_places_and_times_are_not_paired():
    assert explanation(claim("a", 225), claim("b", 139, place="Almaty")) == "not paired"
    assert explanation(claim("a", 225), claim("b", 19, group="security_forces")) == "not paired"
    assert explanation(claim("a", 225), claim("b", 230, as_of="2022-03-14")) == "not paired"
    assert explanation(claim("a", 225, as_of="2022-01"), claim("b", 230)) == "not paired"  # a month holds all its days
    assert explanation(claim("a", 225), claim("b", 15, event_scope="other_event")) == "not paired"


def test_one_source_repeating_one_speaker_is_not_paired():
    assert explanation(claim("a", 225, source_id="s"), claim("b", 230, source_id="s")) == "not paired"


def test_unit_cases_against_people():
    cases = claim("a", 255, unit="cases", **PEOPLE_IN_COURT)
    assert explanation(cases, claim("b", 402, **PEOPLE_IN_COURT)) == "unit"


def test_unit_number_of_people_printed_as_cases():
    cases = claim("a", 255, unit="cases", source_id="s", **PEOPLE_IN_COURT)
    people = claim("c", 402, source_id="s", **PEOPLE_IN_COURT)
    wrong = claim("b", 402, unit="cases", claimant_type="media", **PEOPLE_IN_COURT)
    assert explanation(cases, wrong, people) == "unit"
    assert explanation(cases, wrong) == "unexplained"


def test_unit_force_on_paper_against_troops_sent():
    troops = {"metric": "troop_contingents", "group": "", "detail": "CSTO", "unit": "personnel", "measure": "stock"}
    paper = claim("a", 3600, stage="standing", **troops)
    assert explanation(paper, claim("b", 2030, stage="deployed", **troops)) == "unit"


def test_retraction_of_one_of_the_two():
    gone = claim("w", 164, status="retracted", published="2022-01-16")
    assert explanation(claim("a", 164), claim("b", 225, claimant_type="media"), gone) == "retraction"


def test_retraction_where_a_source_says_that_the_figure_was_lowered():
    both = [claim("b", 16, source_id="s"), claim("c", 18, source_id="s", status="superseded", as_of="")]
    assert explanation(claim("a", 18, as_of="2022-01-14"), *both) == "retraction"


def test_retraction_does_not_explain_a_third_number():
    both = [claim("c", 16, source_id="s"), claim("d", 18, source_id="s", status="superseded", as_of="")]
    assert explanation(claim("a", 18), claim("b", 12, claimant_type="media"), *both) == "unexplained"


def test_sum_of_dead_and_injured_printed_as_injured():
    injured, ngo = {"metric": "injuries"}, {"metric": "injuries", "claimant_type": "ngo"}
    parts = [claim("c", 225), claim("d", 4353, **injured)]
    assert explanation(claim("a", 4578, **injured), claim("b", 4353, **injured), *parts) == "sum_of_parts"
    assert explanation(claim("a", 4577, **injured), claim("b", 4000, **ngo), *parts) == "unexplained"


def test_sum_of_the_parts_of_the_other_total():
    parts = [claim("c", 90, place="A", part_of="b"), claim("d", 60, place="B", part_of="b")]
    assert explanation(claim("a", 150), claim("b", 164, claimant_type="media"), *parts) == "sum_of_parts"


def test_qualifier_for_a_rounded_figure():
    rounded = claim("a", 4000, qualifier="more_than", claimant_type="media")
    assert explanation(rounded, claim("b", 4353)) == "qualifier"


def test_qualifier_for_an_open_bound_that_leaves_room():
    assert explanation(claim("a", 200, qualifier="more_than"), claim("b", 900, claimant_type="ngo")) == "qualifier"
    assert explanation(claim("a", 900, qualifier="more_than"), claim("b", 200, claimant_type="ngo")) == "unexplained"


def test_qualifier_for_words_that_hold_the_number():
    dozens = claim("a", "", qualifier="vague", low=24, high=99, claimant_type="media")
    assert explanation(dozens, claim("b", 26)) == "qualifier"


def test_inclusion_of_a_group_that_the_other_counts_apart():
    total = claim("a", 238, claimant_type="ombudsman")
    group = {"group": "detainees", "as_of": "2022-02-23"}
    included = claim("c", 6, part_of="a", claimant_type="ombudsman", group="detainees")
    assert explanation(total, claim("b", 232), included, claim("d", 6, **group)) == "inclusion"
    assert (
        explanation(total, claim("b", 232), included) == "unexplained"
    )  # nobody says that the prosecutor leaves it out
    assert explanation(total, claim("b", 200), included, claim("d", 6, **group)) == "unexplained"  # six are not 38


@pytest.mark.parametrize(
    "columns",
    [
        {"measure": "increment"},
        {"metric": "detentions", "stage": "in_custody"},
        {"metric": "detentions", "stage": "in_custody", "part_of": "a", "claimant_type": "ngo"},
    ],
)
def test_scope_for_additions_stages_and_parts(columns):
    metric = {"metric": columns.get("metric", "deaths")}
    one = claim("a", 5969, source_id="s", **metric)
    assert explanation(one, claim("b", 900, **metric | columns)) == "scope"


def test_a_share_that_no_column_tells_from_its_total_is_no_count_of_the_subject():
    share = claim("b", 17, part_of="a", claimant_type="ngo")  # "112 were injured, 17 of them seriously"
    assert explanation(claim("a", 112), share) == "not paired"
    assert explanation(share, claim("c", 130, source_id="c"), claim("a", 112)) == "not paired"


def test_scope_where_the_coder_noted_it_of_one_of_them():
    pair = claim("a", 2), claim("b", 18, claimant_type="media")
    assert explanation(*pair, notes={"a": "armed forces only; not final"}) == "scope"
    assert explanation(*pair, notes={"a": "armed forces only", "b": "armed forces only"}) == "unexplained"
    assert explanation(*pair, notes={"a": "number written as a word"}) == "unexplained"


def test_date_for_a_running_total_that_grew():
    assert explanation(claim("a", 2298, as_of="2022-01-13"), claim("b", 3811)) == "date"
    assert explanation(claim("a", 3811, as_of="2022-01-13"), claim("b", 2298)) == "unexplained"  # it cannot shrink


def test_date_for_a_number_at_a_moment():
    held = {"metric": "detentions", "stage": "in_custody", "measure": "stock"}
    assert explanation(claim("a", 780, as_of="2022-01-13", **held), claim("b", 469, **held)) == "date"


def test_date_for_an_older_count_printed_again():
    again = claim("a", 8, claimant_type="media")
    assert explanation(again, claim("b", 18), claim("c", 8, as_of="2022-01-10")) == "date"


def test_date_needs_a_stated_date():
    undated = claim("b", 17, as_of="", published="2022-01-16", claimant_type="media")
    assert explanation(claim("a", 16), undated) == "unexplained"


def test_distance_needs_two_numbers_of_one_unit():
    table = build_differences(corpus_of(claim("a", 230), claim("b", 238, claimant_type="ombudsman"))).to_dict("records")
    assert (table[0]["difference"], table[0]["ratio"], table[0]["differs"]) == (8, 1.0348, "no")
    dozens = claim("b", "", qualifier="vague", low=24, high=99, claimant_type="media")
    row = build_differences(corpus_of(claim("a", 225), dozens)).to_dict("records")[0]
    assert row["ratio"] != row["ratio"] and row["differs"] == "yes"  # blank, and yet apart


def test_a_stated_zero_has_a_difference_and_no_ratio():
    row = build_differences(corpus_of(claim("a", 0), claim("b", 6, claimant_type="ngo"))).to_dict("records")[0]
    assert row["difference"] == 6 and row["ratio"] != row["ratio"]
