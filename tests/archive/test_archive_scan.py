"""The quick look: claims are the same with and without it, on every text there is and on made-up prose."""

import re

import pytest
import yaml

from qantar.archive.documents import Document
from qantar.archive.extract import Options, extract
from qantar.archive.prose import FIGURES, NUMBERED, PLAIN, make_sentences, write_documents
from qantar.archive.scan import may_hold_claim
from qantar.paths import ROOT

TESTS, RAW = ROOT / "tests", ROOT / "data" / "raw"


def texts_of(value):
    """All strings in a value read from YAML."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for part in inner for text in texts_of(part)]


@pytest.fixture(scope="module")
def texts():
    """Every text that is written in this repository, whole and by sentence."""
    whole = [path.read_text(encoding="utf-8") for path in (*TESTS.rglob("*.txt"), *RAW.glob("digests/*.md"))]
    for path in TESTS.glob("sentences/*.yml"):
        whole += texts_of(yaml.safe_load(path.read_text(encoding="utf-8")))
    parts = (part for text in whole for part in re.split(r"(?<=[.!?;])\s|\n", text))
    return sorted({text for text in (*whole, *parts) if text.strip()})


def claims(text, scan):
    return extract(Document("a#0", "a", text, "2022-01-15"), Options(), scan).claims


def read_everything(text):
    return True


def test_no_claim_is_lost_on_any_text(texts):
    left_out = [text for text in texts if not may_hold_claim(text)]
    assert [text for text in left_out if claims(text, read_everything)] == []
    assert 0.2 < len(left_out) / len(texts) < 0.8, "the look must leave out much, and never most of the figures"


@pytest.mark.parametrize("density", [0.0, 0.01, 0.2])
@pytest.mark.parametrize("length", [120, 1500])
def test_no_claim_is_lost_on_made_up_prose(density, length):
    for entry in write_documents(
        seed=11, density=density, size=150 * length if length < 1000 else 30_000, length=length
    ):
        assert claims(entry["text"], may_hold_claim) == claims(entry["text"], read_everything), entry["text"]


def test_made_up_figures_pass_and_plain_sentences_state_none():
    assert all(may_hold_claim(text) for text in make_sentences(3, density=1, count=50))
    plain = make_sentences(3, density=0, count=300)
    assert [text for text in plain if claims(text, read_everything)] == []
    assert len(FIGURES) >= 8 and len(PLAIN) >= 20 and len(NUMBERED) >= 5


ODD = [
    *("12 KILLED", "Twelve\ndied", "12killed", "٣ people died", "“Two” died", "The toll: 9", "Nobody died", "dead_12"),
    *("Five “were in” the square", "3 men were\nin the square", "The policeman’s 12 arrests", "They let nine go"),
    *("Nine were shot-dead", "Four are in — hospital", "Two passed_away", "Six were taken to\tthe morgue"),
]


@pytest.mark.parametrize("text", ODD)
def test_odd_spellings_pass_where_the_reader_sees_a_number_and_an_outcome(text):
    assert may_hold_claim(text) or not claims(text, read_everything)


@pytest.mark.parametrize("text", ["", "Rain.", "Rain in 2021.", "Two symphonies were played.", "The police came."])
def test_a_text_without_number_or_without_outcome_is_left_out(text):
    assert not may_hold_claim(text)


def test_one_huge_word_and_one_huge_number_take_no_time_worth_telling():
    """Linear patterns: a megabyte of the worst letters is looked at, where nested repeats would never come back."""
    for worst in ("a" * 10**6, "twenty" * 10**5, "toll" * 10**5, "were " * 10**5, "'" * 10**6, "was_" * 10**5):
        may_hold_claim(worst)
