"""The first look: claims are the same with and without it, on every text there is and on made-up prose."""

import os
import random
import re
from pathlib import Path

import pytest
import yaml
from test_reading_patterns import SECONDS, exit_code

from qantar.archive.prose import FIGURES, NUMBERED, PLAIN, make_sentences, write_documents
from qantar.event import read_event
from qantar.paths import ROOT
from qantar.reading import read_document
from qantar.reading.document import read_figures_of
from qantar.reading.lexicon import event_phrases, general_phrases
from qantar.reading.look import Look

TESTS, RAW = ROOT / "tests", ROOT / "data" / "raw"
GOLD = [Path(folder) for folder in os.environ.get("QANTAR_GOLD", "").split(os.pathsep) if folder]
SENTENCE = re.compile(r"(?<=[.!?;])\s|\n")


def texts_of(value):
    """All strings in a value read from YAML."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for part in inner for text in texts_of(part)]


def sentences_of(texts):
    return sorted({part for text in texts for part in SENTENCE.split(text) if part.strip()})


@pytest.fixture(scope="module")
def whole():
    """Every text that is written in this repository."""
    texts = [path.read_text(encoding="utf-8") for path in (*TESTS.rglob("*.txt"), *RAW.glob("digests/*.md"))]
    for path in (*TESTS.glob("sentences/*.yml"), *TESTS.glob("reading/*.yml")):
        texts += texts_of(yaml.safe_load(path.read_text(encoding="utf-8")))
    return sorted(set(texts))


@pytest.fixture(scope="module")
def event():
    return read_event(RAW / "event.yml")


def shuffled(sentences, seed, count, most):
    """Texts of sentences that never stood together: context that no author wrote."""
    chance = random.Random(seed)
    for _ in range(count):
        chosen = chance.sample(sentences, chance.randint(2, most))
        yield "".join(f"{sentence}{chance.choice(('. ', ' ', chr(10)))}" for sentence in chosen)


def claims(text, event=None, every_number=True):
    return read_document(text, "s", "2022-01-15", event, rejects=every_number)[0]


def broken_promise(text, event=None):
    """The first sentence that the look leaves out although it holds a figure; None where it keeps its promise."""
    figures, rows = read_figures_of(text, event)
    look, before = Look(text, event_phrases(event)), []
    look.enter(rows)
    for number in range(1, len(rows) + 1):
        own = [figure for figure in figures if figure.sentence.number == number and figure.metric]
        if own and not (look.may_hold_figure and look.is_worth_reading(number, before)):
            return rows[number].sentence.printed
        before += own
    return None


def test_no_claim_is_lost_on_any_text(whole, event):
    for text in (*whole, *sentences_of(whole)):
        assert claims(text, event, every_number=False) == claims(text, event), text
        assert broken_promise(text, event) is None


def test_no_claim_is_lost_among_sentences_that_never_stood_together(whole, event):
    sentences = sentences_of(whole)
    plain = make_sentences(3, density=0, count=len(sentences) // 2)
    for text in shuffled(sentences + plain, seed=9, count=700, most=9):
        assert claims(text, event, every_number=False) == claims(text, event), text
        assert broken_promise(text) is None


@pytest.mark.skipif(not GOLD, reason="QANTAR_GOLD names no folder with annotated texts")
def test_no_claim_is_lost_on_the_annotated_texts(event):
    texts = [path.read_text(encoding="utf-8") for folder in GOLD for path in sorted(folder.rglob("*.txt"))]
    assert texts
    for text in (*texts, *shuffled(sentences_of(texts), seed=4, count=200, most=12)):
        assert claims(text, event, every_number=False) == claims(text, event), text
        assert broken_promise(text, event) is None


@pytest.mark.parametrize("density", [0.0, 0.01, 0.2])
@pytest.mark.parametrize("length", [120, 1500])
def test_no_claim_is_lost_on_made_up_prose(density, length):
    for entry in write_documents(11, density, size=150 * length if length < 1000 else 30_000, length=length):
        assert claims(entry["text"], every_number=False) == claims(entry["text"]), entry["text"]


def worth_reading(text):
    """How many sentences the look passes."""
    look, (_, rows) = Look(text, general_phrases()), read_figures_of(text)
    look.enter(rows)
    return sum(look.is_worth_reading(number, []) for number in range(1, len(rows) + 1))


def test_the_look_leaves_out_most_of_plain_prose_and_no_figure():
    plain, figures = make_sentences(3, density=0, count=300), make_sentences(3, density=1, count=50)
    assert [text for text in plain if claims(text)] == []
    assert worth_reading("\n".join(plain)) < 0.3 * len(plain)
    assert worth_reading("\n".join(figures)) == len(figures)
    assert len(FIGURES) >= 8 and len(PLAIN) >= 20 and len(NUMBERED) >= 5


ODD = [
    *("12 KILLED", "Twelve\ndied", "12killed", "2killed", "٣ people died", "“Two” died", "The toll: 9", "dead_12"),
    *("Five “were in” the square", "3 men were\nin the square", "The policeman’s 12 arrests", "They let nine go"),
    *("Nine were shot-dead", "Four are in — hospital", "Two passed_away", "Six were taken to\tthe morgue"),
    *("Nobody died", "No deaths were reported", "The deathtoll is 12.", "İ 12 died.", "238.\nThat is how many died."),
    *("It cost 12 people their lives.", "Eleven lost an eye.", "It is arresting reportedly 12.", "Jailing nearly 12"),
]
TIED = [  # a figure only because of what other sentences tell
    "Forty died. The same number were hurt.",
    "Two men died.\nThe weather is fine.\nThe 2 were brothers.",
    "Fourteen men died.\n" + 6 * "It rained.\n" + "The fourteen were brothers.",
    "Arrests? The ministry said 46.",
    "The CSTO met. The CSTO contingent is at work. Officials said 2,030.",
    "Soldiers of Belarus came. They were 3,000.",
    "A force of soldiers is on its way. Ghana has pledged 600 of them.",
    "The dead were buried.\nThey mourned the dead.\n" + 6 * "It rained.\n" + "On Friday the ministry said 46.",
    "The dead were buried.\nThey mourned the dead.\n" + 6 * "It rained.\n" + "46 by her account, on Friday.",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_spellings_are_not_lost(text):
    assert claims(text, every_number=False) == claims(text)


@pytest.mark.parametrize("text", TIED)
def test_ties_across_sentences_are_not_lost(text):
    assert claims(text)
    assert claims(text, every_number=False) == claims(text)


@pytest.mark.parametrize("text", ["", "Rain.", "Rain in 2021.", "Two symphonies were played.", "The police came."])
def test_a_text_without_number_or_without_outcome_is_left_out(text):
    assert not Look(text, general_phrases()).may_hold_figure


def test_rejected_numbers_are_all_there_where_they_are_wanted():
    _, rejected = read_document("The price rose by 4 percent in 2021.")
    assert [row["number_text"] for row in rejected] == ["4", "2021"]


def look_at_huge_texts():
    worst = ("a" * 10**6, "twenty" * 10**5, "toll" * 10**5, "were " * 10**5, "'" * 10**6, "was_" * 10**5)
    for text in (*worst, "been" + " " * 10**6, "1" * 10**6, "been  in  " * 10**5):
        Look(text, general_phrases())


def test_one_huge_word_and_one_huge_number_come_to_an_end():
    """Linear patterns: a megabyte of the worst letters is looked at, where nested repeats would never come back."""
    assert exit_code(look_at_huge_texts, SECONDS) == 0
