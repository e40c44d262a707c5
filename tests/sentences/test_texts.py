"""The composed reports, known and held out: sound annotations, every number accounted for, read well enough."""

from collections import Counter

import pytest
import yaml

from qantar.event import read_event
from qantar.reading.figure import CORE
from qantar.scoring import evaluate, gold

from .corpus import FLOORS, HERE

EVENT = read_event(gold.OWN_EVENT)
SETS = {name: gold.find_set(name, HERE) for name in gold.OWN_SETS}
TEXTS = [(name, source["source_id"]) for name, one in SETS.items() for source in one.sources]
each = pytest.mark.parametrize(("name", "source_id"), TEXTS, ids=[source_id for _, source_id in TEXTS])


@pytest.fixture(scope="module")
def readings():
    """source_id to (claims, rejected numbers), of both sets."""
    return {source_id: found for one in SETS.values() for source_id, found in one.read(EVENT).items()}


@each
def test_annotations_point_at_their_numbers(name, source_id):
    text = SETS[name].texts[source_id]
    for row in SETS[name].rows_of(source_id):
        start, end = int(row["start"]), int(row["end"])
        assert text[start:end] == row["number_text"]
        assert text.count(row["anchor"]) == 1
        assert text.index(row["anchor"]) <= start < end <= text.index(row["anchor"]) + len(row["anchor"])


@each
def test_annotations_are_of_one_piece(name, source_id):
    rows = SETS[name].rows_of(source_id)
    ids = {row["gold_id"] for row in rows}
    assert rows or name != "texts"
    for row in rows:
        assert row["tier"] == "context" or set(row["metric"].split("|")) <= set(CORE)
        assert {part for part in row["part_of"].split("|") if part} <= ids
        bounds = [int(row[key]) for key in ("low", "value", "high") if row[key]]
        assert bounds and bounds == sorted(bounds)


@each
def test_every_number_is_accounted_for_once(name, source_id, readings):
    text = SETS[name].texts[source_id]
    claims, rejected = readings[source_id]
    for item in claims + rejected:
        assert text[item["start"] : item["end"]] == item["number_text"]
    kept = Counter((claim["start"], claim["end"], claim["metric"], claim["group"]) for claim in claims)
    dropped = Counter((item["start"], item["end"]) for item in rejected)
    assert max(kept.values(), default=1) == 1
    assert max(dropped.values(), default=1) == 1
    assert not set(dropped) & {(claim["start"], claim["end"]) for claim in claims}


@each
def test_bounds_of_claims_are_ordered(name, source_id, readings):
    for claim in readings[source_id][0]:
        bounds = [claim[key] for key in ("low", "value", "high") if claim[key] is not None]
        assert bounds and bounds == sorted(bounds), claim["number_text"]


@pytest.mark.parametrize("name", SETS)
def test_a_set_is_read_as_well_as_it_was(name):
    floors = yaml.safe_load((HERE / FLOORS).read_text(encoding="utf-8"))[name]
    whole = next(row for row in evaluate([SETS[name]], EVENT)[0] if row["by"] == "all")
    print(f"{name}: {whole['n_texts']} texts, {whole['n_figures']} figures", {key: whole[key] for key in floors})
    assert floors, "no floor, no test"
    assert {key: floor for key, floor in floors.items() if whole[key] < floor} == {}
