"""Numbers that count nobody: every reason on sentences that get it, and on near misses that must not."""

from pathlib import Path

import pytest
import yaml

from qantar.reading.distractors import RULES, reasons_of
from qantar.reading.wordlists import load_file

TABLE = yaml.safe_load((Path(__file__).parent / "distractors.yml").read_text(encoding="utf-8"))
SAYS = [(reason, *row) for reason, rows in TABLE.items() for row in rows["says"]]
LEAVES = [(reason, *row) for reason, rows in TABLE.items() for row in rows["leaves"]]


def reasons(sentence, number):
    """The reasons of the numbers that are printed so in a sentence."""
    found = [reason for printed, reason in reasons_of(sentence) if printed == number]
    assert found, f"{number!r} is no number of {sentence!r}: {reasons_of(sentence)}"
    return found


@pytest.mark.parametrize(("reason", "sentence", "number"), SAYS)
def test_reason_is_told(reason, sentence, number):
    assert reasons(sentence, number) == [reason]


@pytest.mark.parametrize(("reason", "sentence", "number"), LEAVES)
def test_near_miss_is_left(reason, sentence, number):
    assert reason not in reasons(sentence, number)


def test_every_rule_is_in_the_table():
    assert {reason for reason, _ in RULES} | {"fraction"} <= set(TABLE)


def test_the_table_names_no_other_reason():
    assert set(TABLE) <= {reason for reason, _ in RULES} | {"fraction"} | set(load_file("things")["units"])


@pytest.mark.parametrize("sentence", ["", " ", "No numbers here.", "¾ of it", "²"])
def test_sentence_without_a_number(sentence):
    assert reasons_of(sentence) == []
