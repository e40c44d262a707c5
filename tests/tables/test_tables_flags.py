"""The detectors on small corpora: each finds its case and leaves alone what only resembles it."""

import pytest
from table_corpus import claim, corpus_of

from qantar.tables.announced import find_announced
from qantar.tables.flags import build_flags

COUNTED = {"group": "", "metric": "criminal_cases"}


def flagged(*claims):
    table = build_flags(corpus_of(*claims)).to_dict("records")
    return {(row["flag"], row["claim_id"]) for row in table}


def test_zombie_is_printed_on_a_later_day_as_standing():
    gone = claim("w", 164, status="retracted")
    assert flagged(gone, claim("a", 164, as_of="2022-01-20")) == {("zombie", "a")}
    assert flagged(gone, claim("a", 164, as_of="2022-01-20", status="disputed")) == set()
    assert flagged(gone, claim("a", 164, as_of="2022-01-10")) == set()


def test_sum_conflation_and_its_rounded_form():
    injured = {"metric": "injuries"}
    parts = [claim("d", 225), claim("i", 4353, **injured)]
    wrong = [claim("a", 4578, **injured), claim("b", 4500, qualifier="more_than", as_of="2023-01-05", **injured)]
    assert flagged(*parts, *wrong) == {("sum_conflation", "a"), ("sum_conflation", "b")}


def test_rounded_form_of_the_right_figure_is_no_conflation():
    injured = {"metric": "injuries"}
    rounded = claim("b", 4300, qualifier="more_than", **injured)
    assert ("sum_conflation", "b") not in flagged(claim("d", 225), claim("i", 4353, **injured), rounded)


def test_a_total_that_says_it_counts_both_misleads_nobody():
    injured = {"metric": "injuries"}
    both = claim("a", 4578, detail="victims_incl_dead", **injured)
    assert flagged(claim("d", 225), claim("i", 4353, **injured), both) == set()


def test_agency_sum_of_a_total_and_an_increase():
    detained = {"metric": "detentions"}
    total = claim("t", 9900, **detained)
    step = claim("s", 1678, place="Almaty", measure="increment", source_id="x", as_of="2022-01-16", **detained)
    summed = claim(
        "a", 12000, qualifier="about", claimant_type="unattributed", source_id="x", as_of="2022-01-16", **detained
    )
    assert ("agency_sum", "a") in flagged(total, step, summed)
    assert flagged(total, step, summed | {"claimant_type": "interior_ministry"}) == set()


def test_agency_sum_of_two_charges():
    charges = [claim(name, value, detail=name, unit="cases", source_id="x", **COUNTED) for name, value in
               (("riot", 45), ("terrorism", 46))]  # fmt: skip
    headline = claim("a", 91, detail="terrorism", unit="cases", source_id="x", claimant_type="unattributed", **COUNTED)
    assert ("agency_sum", "a") in flagged(*charges, headline)


def test_parts_sum_names_a_total_made_of_overlapping_parts():
    total = claim("t", 230)
    parts = [claim("p", 139, place="Almaty", part_of="t"), claim("q", 102, group="civilians", part_of="t")]
    assert ("parts_sum", "a") in flagged(total, *parts, claim("a", 241, as_of="2022-07-29"))


def test_unit_confusion_is_one_number_for_cases_and_people_at_one_time():
    cases = claim("a", 695, unit="cases", **COUNTED)
    held = {"metric": "detentions", "stage": "court_custody"}
    assert flagged(cases, claim("b", 695, **held)) == {("unit_confusion", "a")}
    assert flagged(cases, claim("b", 695, as_of="2022-06-01", **held)) == set()
    assert flagged(cases | {"value": 15}, claim("b", 15, **held)) == set()  # small numbers meet by chance


def test_stage_confusion_reads_all_detained_as_held():
    held = claim("a", 9900, metric="detentions", stage="in_custody", claimant_type="igo")
    assert flagged(held, claim("b", 9900, metric="detentions", stage="detained")) == {("stage_confusion", "a")}
    assert flagged(held, claim("b", 9800, metric="detentions", stage="detained")) == set()


def test_establishment_is_told_from_troops_sent_even_outside_the_event():
    troops = {"metric": "troop_contingents", "group": "", "detail": "CSTO", "unit": "personnel"}
    paper = claim("a", 3600, stage="standing", event_scope="other_event", **troops)
    assert flagged(paper, claim("b", 2500, stage="announced", **troops)) == {("establishment", "a")}


def test_lowered_openly_and_without_a_word():
    old = claim("c", 18, source_id="s", status="superseded", as_of="")
    assert flagged(claim("b", 16, source_id="s"), old) == {("lowered", "b")}
    assert flagged(claim("a", 18, as_of="2022-01-07"), claim("b", 16)) == {("silent_correction", "b")}


def test_a_page_that_takes_the_higher_figure_back_and_gives_a_lower_one_revises_it():
    earlier, new = claim("a", 27, as_of="2022-01-07"), claim("b", 25, source_id="s", as_of="2022-01-08")
    taken_back = claim("c", 27, source_id="s", status="retracted", as_of="", published="2022-01-08")
    assert ("lowered", "b") in flagged(earlier, new, taken_back)
    assert "silent_correction" not in {flag for flag, _ in flagged(earlier, new, taken_back)}
    by_another = taken_back | {"claimant_type": "health_ministry", "claimant_text": "Health Ministry"}
    assert ("silent_correction", "b") in flagged(earlier, new, by_another)


def test_a_fall_that_its_page_announces_in_words_is_not_silent():
    earlier, new = claim("a", 27, as_of="2022-01-07"), claim("b", 25, as_of="2022-01-08")
    told = build_flags(corpus_of(earlier, new, announced={"b"})).to_dict("records")
    assert [(row["flag"], row["claim_id"], row["related_id"]) for row in told] == [("lowered", "b", "a")]
    assert flagged(earlier, new) == {("silent_correction", "b")}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The interior ministry revised the death toll down from 27 to 25.", True),
        ("The ministry apologised for an error. It counts 25 dead.", True),
        ("The ministry lowered its count to 25, since two had been counted twice.", True),
        ("Nothing was lowered.\n\nThe ministry counts 25 dead.", False),
        ("The toll was lowered. Days passed. The ministry counts 25 dead.", False),
        ("The ministry counts 25 dead.", False),
    ],
)
def test_an_announcement_stands_in_the_sentence_of_the_figure_or_the_one_before(words, expected):
    rows = [{"claim_id": "b", "source_id": "s", "start": words.index("25")}]
    assert find_announced(rows, {"s": words}, {}) == ({"b"} if expected else set())
    assert find_announced([rows[0] | {"start": ""}], {}, {"b": "revised down from 27"}) == {"b"}
