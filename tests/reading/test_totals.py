"""text_totals counts own sentences as a coder would, read_figures is the plain door, and neither falls over."""

import random
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import qantar
from qantar.reading.incident import read_incident
from qantar.reading.persons import group_of
from qantar.reading.scan import outcome_phrases

TABLE = Path(__file__).with_name("totals.yml")
METRICS = ("deaths", "injuries", "detentions")
WORDS = TABLE.read_text(encoding="utf-8").split()


def cases():
    for reason, rows in yaml.safe_load(TABLE.read_text(encoding="utf-8")).items():
        for row in rows:
            text, *counts = [cell.strip() for cell in row.split("|")]
            yield (
                reason,
                text,
                {metric: int(count) if count else None for metric, count in zip(METRICS, counts, strict=True)},
            )


CASES = list(cases())


@pytest.mark.parametrize(
    ("reason", "text", "expected"), CASES, ids=[f"{reason}: {text[:50]}" for reason, text, _ in CASES]
)
def test_totals_of_own_sentences(reason, text, expected):
    assert qantar.text_totals(text, published="2022-01-10") == expected, reason


def test_the_table_covers_both_sides():
    silent = [text for _, text, expected in CASES if not any(expected.values())]
    assert len(CASES) >= 130
    assert len(silent) >= 30


def test_year_of_publication_tells_which_years_are_past():
    text = "A guard was wounded. In 2003 a bomb killed six people there."
    assert qantar.text_totals(text, published="2022-01-10")["deaths"] is None
    assert qantar.text_totals(text, published="2003-05-01")["deaths"] == 6


@given(st.text())
def test_any_text_gives_totals(text):
    totals = qantar.text_totals(text)
    assert tuple(totals) == METRICS
    assert all(count is None or (isinstance(count, int) and count >= 0) for count in totals.values())


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_shuffled_words_give_totals(words):
    totals = qantar.text_totals(" ".join(words))
    assert all(count is None or count >= 0 for count in totals.values())


def test_long_texts_take_time_in_proportion():
    chosen = random.Random(7).choices([text for _, text, _ in CASES], k=400)
    assert qantar.text_totals(" ".join(chosen))["deaths"] is not None


def test_single_people_never_carry_their_names():
    figures = read_incident("Ana Torres, a lawyer, was killed and driver Luis Mora was wounded.")
    assert [figure.metric for figure in figures] == ["deaths", "injuries"]
    for figure in figures:
        assert not {"ana", "torres", "luis", "mora"} & {
            item.low for item in figure.items[figure.index : figure.head.at]
        }
        assert not figure.item.text


def test_read_figures_gives_the_claims_of_the_grammar():
    claims = qantar.read_figures("Police said on 9 January that 12 people were killed.", published="2022-01-10")
    assert [(c["metric"], c["value"], c["claimant_type"], c["as_of"]) for c in claims] == [
        ("deaths", 12, "police", "2022-01-09")
    ]


def test_read_figures_leaves_single_people_out():
    assert qantar.read_figures("A policeman was killed.") == []


@pytest.mark.parametrize("door", [qantar.read_figures, qantar.text_totals])
@pytest.mark.parametrize("text", [None, 12, b"two dead"])
def test_other_types_are_refused(door, text):
    with pytest.raises(TypeError, match="text must be a str"):
        door(text)


def test_unknown_attribute_of_the_package():
    with pytest.raises(AttributeError, match="no attribute 'read_figure'"):
        qantar.read_figure  # noqa: B018


def test_outcome_phrases_come_from_the_lexicon():
    words, longer = outcome_phrases()
    assert {"killed", "wounded", "arrested"} <= words
    assert frozenset({"in", "custody"}) in longer["custody"]


def test_plural_nouns_are_no_single_person():
    from qantar.reading.items import Item

    assert group_of(Item("word", "guards", "guards", 0, 6)) is None
    assert group_of(Item("word", "guard", "guard", 0, 5)) == "other"
