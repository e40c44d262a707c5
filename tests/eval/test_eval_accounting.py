"""Nothing disappears in silence: every number of a text stands in a claim or among the rejected numbers, once.

The numbers are found here by a pattern of its own, which knows nothing of the reader. Texts of your own with
annotations are checked as well where QANTAR_GOLD names folders of `*.txt` files (several separated as in PATH).
"""

import os
import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from qantar.reading import read_document
from qantar.scoring import gold
from qantar.textio import read_text

ONES = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
SCALES = "hundreds?|thousands?|millions?|dozens?"
NUMBER = re.compile(rf"\d+|(?<![^\W\d_])(?:{ONES}|{TENS}|{SCALES})(?![^\W\d_])", re.I)
SENTENCES = [
    (path.stem, number, row["text"])
    for path in sorted(gold.OWN_FOLDER.glob("*.yml"))
    for number, row in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1)
    if isinstance(row, dict) and "text" in row
]
OWN_TEXTS = sorted(gold.OWN_FOLDER.glob("*/*.txt"))
FOLDERS = [Path(folder) for folder in os.environ.get("QANTAR_GOLD", "").split(os.pathsep) if folder]
ODD_SHAPES = [
    "On 15.01.2022 two people died.",
    "In all 12,34,567 voters and 1,2345 others were counted.",
    "Since '86 nobody has seen 1000,000 of them, '90s or not.",
    "At 11:30:15 on 2022-01-05T10:00 shots were heard from a T-72, two AK47 and a MI17.",
    "The losses reach 5.000 millions; a million-man march followed.",
    "The papers said 'DOZENS' were shot, then \"SEVEN\".",
    "Version 2.0.1 at 192.168.0.1 was read 5,5,5 times, 24/7.",
    "Between ten and twenty-five, or 30-40, or 2-3bn, were killed in 2021/22 and 2022-2023.",
    "3½ thousand dead and 12 000 hurt, 12'000 held, 1 2 3.",
    "The 16-17-year-olds of the 9th brigade, No. 8, block 14b, got 7th places worth $5m-$10m.",
    "Twenty (20) soldiers, 20 (twenty) guards, a dozen and a half of clerks.",
]


def misread(text):
    """The numbers of a text that are not in exactly one span, each with its surroundings, and spans that collide."""
    claims, rejected = read_document(text, published="2022-01-15")
    taken, left = ({(row["start"], row["end"]) for row in rows} for rows in (claims, rejected))
    spans = sorted(taken | left)
    found = [f"taken and rejected: {text[start:end]!r}" for start, end in taken & left]
    for (start, end), (begin, stop) in pairwise(spans):
        if begin < end:
            found.append(f"spans collide at {text[start:stop]!r}")
    for match in NUMBER.finditer(text):
        times = sum(start < match.end() and match.start() < end for start, end in spans)
        if times != 1:
            found.append(f"{times} times: {text[max(0, match.start() - 40) : match.end() + 20]!r}")
    return found


def test_sentences_account_for_every_number():
    assert len(SENTENCES) > 400
    gaps = {f"{stem}-{number:03}": misread(text) for stem, number, text in SENTENCES}
    assert {case: gap for case, gap in gaps.items() if gap} == {}


@pytest.mark.parametrize("path", OWN_TEXTS, ids=lambda path: path.stem)
def test_composed_reports_account_for_every_number(path):
    assert misread(read_text(path)) == []


@pytest.mark.parametrize("text", ODD_SHAPES)
def test_odd_shapes_are_accounted_for(text):
    assert NUMBER.search(text) and misread(text) == []


@pytest.mark.skipif(not FOLDERS, reason="QANTAR_GOLD names no folder of further texts")
def test_further_texts_account_for_every_number():
    texts = [path for folder in FOLDERS for path in sorted(folder.rglob("*.txt"))]
    assert texts, f"no *.txt in {FOLDERS}"
    gaps = {path.stem: misread(read_text(path)) for path in texts}
    assert {name: gap for name, gap in gaps.items() if gap} == {}


def test_a_gap_would_be_seen(monkeypatch):
    text = "On 9 January at least 164 people were killed."
    claims, rejected = read_document(text, published="2022-01-15")
    monkeypatch.setitem(globals(), "read_document", lambda text, **known: (claims, []))
    assert misread(text) == ["0 times: 'On 9 January at least 16'"]
    monkeypatch.setitem(globals(), "read_document", lambda text, **known: (claims, [*claims, *rejected]))
    assert misread(text) == ["taken and rejected: '164'"]
