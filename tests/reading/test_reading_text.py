"""Paragraphs, sentences and tokens: where a text is cut, and that nothing of it gets lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qantar.reading import read_document
from qantar.reading.text import (
    LONGEST_SENTENCE,
    read_sentences,
    sentence_spans,
    split_paragraphs,
    split_sentences,
    tokenise,
)

WHOLE = [  # one sentence each: the point ends nothing
    "Dr. Ada left at 6 a.m. today.",
    "Gen. M. Ali and Sgt. Oh came.",
    "It was No. 5 on the list.",
    "The U.S. Embassy closed.",
    "On Jan. 6 it rained.",
    "Some 4.5 of 10.5 left.",
    "See Art. 272 of the code.",
    "approx. 30 came, e.g. from Taraz.",
    "They came (and went).",
]
CUT = [  # sentences between bars
    "Two died.| One fled.",
    "Was it so?| Yes!| It was…| Perhaps.",
    "“It is over.”| She left.",
    "He left at 6 a.m.| The guard stayed.",
    "He said no.| Then he left.",
    "It spread.1| The toll rose.",
    "(It rained.)| It stopped.",
    "It ended.| 12 died.",
    "It ended.| – Nobody died.",
]


def sentences(text):
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize("text", WHOLE)
def test_abbreviation_ends_no_sentence(text):
    assert sentences(text) == [text]


@pytest.mark.parametrize("marked", CUT)
def test_sentence_ends(marked):
    assert sentences(marked.replace("|", "")) == marked.split("|")


@pytest.mark.parametrize(("text", "expected"), [
    ("1 300 were hurt", ["1 300", "were", "hurt"]),
    ("2022 100", ["2022", "100"]),
    ("12,5 and 3.", ["12,5", "and", "3", "."]),
    ("the police's list", ["the", "police's", "list"]),
    ("10-20%", ["10", "-", "20", "%"]),
    ("a_b", ["a", "_", "b"]),
    ("4,500+", ["4,500", "+"]),
])  # fmt: skip
def test_tokens(text, expected):
    assert [token.text for token in tokenise(text, 0, len(text))] == expected


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029"])
def test_every_kind_of_line_end_ends_a_paragraph(end):
    text = f"One.{end}{end}Two."
    assert [text[a:b] for a, b in split_paragraphs(text)] == ["One.", "Two."]


@given(st.text())
def test_sentences_cover_their_paragraphs(text):
    for start, end in split_paragraphs(text):
        spans = list(split_sentences(text, start, end))
        edges = [start, *(stop for _, stop in spans)]
        assert [begin for begin, _ in spans] == edges[:-1]
        assert not text[edges[-1] : end].strip()


@given(st.text())
def test_tokens_hold_every_letter_digit_and_mark(text):
    sentences = list(read_sentences(text))
    tokens = [token for sentence in sentences for token in sentence.tokens]
    assert all(text[t.start : t.end] == t.text and t.kind in "wnp" for t in tokens)
    assert [s.number for s in sentences] == list(range(1, len(sentences) + 1))
    covered = {at for t in tokens for at in range(t.start, t.end)}
    lost = {char for at, char in enumerate(text) if at not in covered and not char.isspace()}
    assert all(char.isalnum() and not char.isalpha() and not char.isdecimal() for char in lost)  # "²", "¾"


def test_a_table_in_one_line_is_cut_and_read_to_its_end():
    """Thousands of numbers in one sentence: rules look through pieces of it, where the whole would take hours."""
    text = "Killed: " + "12; " * 5_000 + "and 7 were hurt."
    spans = [(start, end) for _, start, end in sentence_spans(text)]
    assert "".join(text[start:end] for start, end in spans) == text
    assert max(end - start for start, end in spans) <= LONGEST_SENTENCE
    claims, rejected = read_document(text)
    assert len(claims) + len(rejected) == 5_001
    assert claims[-1]["metric"] == "injuries"
