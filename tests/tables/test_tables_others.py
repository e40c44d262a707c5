"""Coverage, quality, conventions and the five tables of figures."""

import pytest
from table_corpus import claim, corpus_of

from qantar.tables.conventions import build_conventions_effect
from qantar.tables.coverage import build_coverage
from qantar.tables.figures import build_figures
from qantar.tables.quality import build_quality

CONVENTIONS = {
    "interval": {
        "dozens": {"value": "", "low": "24", "high": "99"},
        "hundreds": {"value": "", "low": "200", "high": "999"},
    },
    "acled": {"dozens": {"value": "12", "low": "12", "high": "12"}},
}
DOZENS = claim("a", "", qualifier="vague", low=24, high=99)


def test_zero_figure_and_silence_are_three_things():
    corpus = corpus_of(claim("a", 0), claim("b", 225), claim("c", 0, source_id="b", group="children"))
    says = {(row["source_id"], row["metric"]): row for row in build_coverage(corpus).to_dict("records")}
    assert says["a", "deaths"]["says"] == "zero"
    assert says["b", "deaths"]["says"] == "figure" and says["b", "deaths"]["n_zero"] == 1
    assert says["a", "injuries"]["says"] == "silent"


def test_silence_of_a_coded_page_may_be_the_coders():
    corpus = corpus_of(claim("a", 225), claim("b", 225, entry="extracted"))
    read = {row["source_id"]: row["read"] for row in build_coverage(corpus).to_dict("records")}
    assert read == {"a": "coded", "b": "text"}


def test_quality_counts_by_rule_and_by_reason():
    claims = [
        claim("a", 1),
        claim("b", 2, entry="extracted", rule="passive"),
        DOZENS | {"claim_id": "c", "source_id": "a"},
    ]
    rejected = [{"source_id": "a", "reason": "age"}, {"source_id": "b", "reason": "age"}]
    table = build_quality(corpus_of(*claims, rejected=rejected, scores={("passive", "deaths"): (4, 2)})).to_dict(
        "records"
    )
    rows = {row["name"]: row for row in table}
    assert (rows["coded"]["n_claims"], rows["coded"]["n_vague"]) == (2, 1)
    assert (rows["passive"]["n_gold"], rows["passive"]["gold_precision"]) == (4, 0.5)
    assert rows["coded"]["gold_precision"] is None
    assert (rows["age"]["n_numbers"], rows["age"]["n_sources"]) == (2, 2)


def test_a_convention_moves_the_bounds_and_says_by_how_much():
    table = build_conventions_effect(corpus_of(DOZENS, conventions=CONVENTIONS)).to_dict("records")
    rows = {row["profile"]: row for row in table}
    assert (rows["interval"]["low"], rows["interval"]["high"], rows["interval"]["low_shift"]) == (24, 99, 0)
    assert (rows["acled"]["low"], rows["acled"]["low_shift"], rows["acled"]["high_shift"]) == (12, -12, -87)


def test_a_word_that_a_profile_does_not_list_is_read_as_usual():
    hundreds = claim("a", "", qualifier="vague", low=200, high=999)
    rows = build_conventions_effect(corpus_of(hundreds, conventions=CONVENTIONS)).to_dict("records")
    assert {(row["low"], row["high"]) for row in rows} == {(200, 999)}


def test_days_without_vague_words_move_with_no_convention():
    assert build_conventions_effect(corpus_of(claim("a", 225), conventions=CONVENTIONS)).empty


def test_a_figure_recalled_without_a_date_stands_on_no_day_under_any_convention():
    recalled = claim("b", 300, status="superseded", as_of="", published="2022-01-15")
    corpus = corpus_of(DOZENS, recalled, conventions=CONVENTIONS)
    rows = build_conventions_effect(corpus).to_dict("records")
    assert [(row["n_claims"], row["high"]) for row in rows] == [(1, 99), (1, 12)]


@pytest.mark.parametrize(
    ("metric", "table"),
    [("deaths", "deaths"), ("criminal_cases", "criminal_cases"), ("administrative_cases", "criminal_cases")],
)
def test_every_figure_stands_in_its_table_as_stated(metric, table):
    bare = claim("a", 225, metric=metric, group="", place="", measure="")
    rows = {name: frame.to_dict("records") for name, frame in build_figures(corpus_of(bare)).items()}
    assert [row["claim_id"] for row in rows.pop(table)] == ["a"] and not any(rows.values())


def test_blanks_of_the_text_stay_blank_in_the_tables_of_figures():
    row = build_figures(corpus_of(claim("a", 225, group="", place="", measure="")))["deaths"].to_dict("records")[0]
    assert (row["group"], row["place"], row["measure"]) == ("", "", "")


def test_withdrawn_and_foreign_figures_stay_and_are_marked():
    gone = claim("w", 164, status="retracted")
    other = claim("o", 15, event_scope="other_event", as_of="2011-12-16")
    rows = build_figures(corpus_of(gone, claim("z", 164, as_of="2022-01-20"), other))["deaths"].to_dict("records")
    assert {row["claim_id"]: row["withdrawn_on"] for row in rows} == {"w": "2022-01-15", "z": "2022-01-15", "o": ""}
    assert {row["claim_id"]: row["origin_id"] for row in rows}["o"] == ""
