"""What a bare number counts is guessed only in texts that speak of that outcome; nothing that is sure is taken back."""

import pytest

from qantar.reading.document import read_figures_of
from qantar.reading.numbering import find_markers

FILLER = "The council met. The band played. The bus was late. The choir sang. The shop was shut. The sun shone. "

TEXTS = [  # (text, number, metric, why)
    ("She was arrested in June. " + FILLER + "The list says 46.", "46", None, "one word for an outcome and no figure"),
    ("Arrests? The ministry said 46.", "46", "detentions", "every second sentence names the outcome"),
    (
        "Nine men were hurt. The dead were buried. " + FILLER + "There were 46 in all, police said; the toll is 46.",
        "46",
        "deaths",
        "another outcome has a figure, and the text names this one",
    ),
    ("Two men died. " + FILLER + "Later the ministry said 46.", "46", None, "too far from the figure to be guessed"),
    ("Two men died. Later the ministry said 46.", "46", "deaths", "a figure of the same outcome stands beside it"),
]


@pytest.mark.parametrize(("text", "number", "metric", "why"), TEXTS)
def test_guesses_need_a_text_that_speaks_of_the_outcome(text, number, metric, why):
    figures, _ = read_figures_of(text)
    assert [figure.metric for figure in figures if figure.item.text == number][:1] == [metric], why


RELEASES = [
    ("The club released three players.", None, "players"),
    ("The hatchery released 2,400 fish, men said.", None, "fish"),
    ("Police said they had released three men.", "detentions", "the police hold people"),
    ("Three men were handed over to their parents.", "detentions", "nothing else is meant by it"),
    ("Ten men were brought in, three were let go.", "detentions", "a figure of the detained stands before"),
]


@pytest.mark.parametrize(("text", "metric", "why"), RELEASES)
def test_a_release_needs_somebody_who_was_held(text, metric, why):
    assert read_figures_of(text)[0][-1].metric == metric, why


LISTS = [
    ("1. Bring water. 2. Nobody died.", {0, 16}, "two items within a paragraph"),
    ("1) Ann\n2) Ben", {0, 7}, "two items on lines"),
    ("1 Ann\n2 Ben\n3 Cem", {0, 6, 12}, "three places of a table"),
    ("12 died\n13 fled", set(), "two lines that begin with numbers are no table"),
    ("It was 12. 40 died.", set(), "numbers that do not follow each other"),
    ("", set(), "nothing"),
]


@pytest.mark.parametrize(("text", "places", "why"), LISTS)
def test_markers_of_lists(text, places, why):
    assert find_markers(text) == places, why
