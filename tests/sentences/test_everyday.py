"""Ordinary newspaper copy is read no worse than it was: few false figures, most of the true ones."""

import yaml

from qantar.reading.figure import CORE

from .corpus import FLOORS, HERE
from .everyday import compare, read_everyday, score


def test_annotations_name_numbers_of_their_texts():
    entries = read_everyday()
    assert len({entry["id"] for entry in entries}) == len(entries)
    for entry in entries:
        assert all(metric in CORE and number in entry["text"] for metric, number in entry["figures"]), entry["id"]
    assert 0 < sum(bool(entry["figures"]) for entry in entries) < len(entries) / 2  # most hold none


def test_a_comparison_tells_right_wrong_and_missed():
    text = "Two men died. Police detained 12. The storm killed 40 birds."
    right, wrong, missed = compare({"id": "a", "text": text, "figures": [["deaths", "Two"], ["deaths", "40"]]})
    assert (right, wrong, missed) == ([("deaths", "two")], [("detentions", "12")], [("deaths", "40")])


def test_ordinary_news_is_read_no_worse_than_it_was():
    floors, scores = yaml.safe_load((HERE / FLOORS).read_text(encoding="utf-8"))["everyday"], score()
    print(scores)
    assert floors, "no floor, no test"
    assert {key: floor for key, floor in floors.items() if scores[key] < floor} == {}
