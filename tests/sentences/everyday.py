"""Ordinary newspaper copy: how many of the figures read from it are true, and how many of the true ones are read.

Most of the texts hold no figure of ours. They are the news that an archive is made of, with its metaphors: rivals are
beaten, bills killed, players released, novels full of corpses.
"""

import json

from qantar.reading import read_document
from qantar.reading.figure import CORE

from .corpus import HERE

FILE = HERE / "everyday.jsonl"
PUBLISHED = "2022-03-05"


def read_everyday():
    """The entries of everyday.jsonl: dicts with `id`, `text` and `figures`, pairs of metric and printed number."""
    return [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]


def compare(entry):
    """(right, wrong, missed) numbers of the six metrics of one entry, as pairs of metric and printed number.

    A true figure that the text repeats may be read as often as it stands there.
    """
    claims, _ = read_document(entry["text"], entry["id"], PUBLISHED, rejects=False)
    found = [(claim["metric"], claim["number_text"].lower()) for claim in claims if claim["metric"] in CORE]
    true = [(metric, number.lower()) for metric, number in entry["figures"]]
    right, wrong = [pair for pair in found if pair in true], [pair for pair in found if pair not in true]
    return right, wrong, [pair for pair in true if pair not in found]


def score():
    """dict of precision and recall over all entries, and of the texts without any false figure as a share."""
    compared = [compare(entry) for entry in read_everyday()]
    right, wrong, missed = (sum(len(part[at]) for part in compared) for at in range(3))
    clean = sum(not part[1] for part in compared)
    return {"precision": right / (right + wrong), "recall": right / (right + missed), "clean": clean / len(compared)}
