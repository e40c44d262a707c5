"""What was known when."""

import pytest
from table_corpus import claim, corpus_of

from qantar.tables.vintages import build_vintages, known_on

STORY = corpus_of(
    claim("a", 164, as_of="2022-01-09", published="2022-01-09"),
    claim("b", 164, as_of="2022-01-09", published="2022-01-10", status="retracted"),
    claim("c", 225, as_of="2022-01-15", published="2022-01-15"),
)


def test_a_withdrawal_is_not_known_before_it_is_printed():
    assert known_on("2022-01-09", STORY)["status"].tolist() == ["asserted"]
    assert known_on("2022-01-10", STORY)["status"].tolist() == ["retracted"]
    assert known_on("2022-01-15", STORY)["value"].tolist() == [225]


def test_nothing_is_known_before_the_first_page():
    assert known_on("2022-01-08", STORY).empty


def test_a_page_dated_to_the_month_is_known_at_its_end():
    corpus = corpus_of(claim("a", 225, published="2022-01"))
    assert known_on("2022-01-30", corpus).empty
    assert len(known_on("2022-01-31", corpus)) == 1


def test_a_figure_for_a_later_day_replaces_one_for_an_earlier_day():
    corpus = corpus_of(claim("a", 18, as_of="2022-01-07"), claim("b", 16, as_of="2022-01-09"))
    assert known_on("2022-01-09", corpus)["value"].tolist() == [16]


def test_what_is_no_date_is_refused():
    with pytest.raises(ValueError, match="no date"):
        known_on("yesterday", STORY)


def test_each_new_page_about_a_day_makes_a_vintage():
    table = build_vintages(STORY)
    about = table[table["as_of"] == "2022-01-09"]
    assert about["known_on"].tolist() == ["2022-01-09", "2022-01-10"]
    assert about["highest"].tolist() == [164, None]  # nothing stands after the withdrawal
