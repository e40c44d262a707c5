"""From a corpus to claims.csv: what the step adds to what the extractor returns."""

import sys
from types import SimpleNamespace

import pytest
from small_corpus import DAILY, DECISIONS, SOURCES, TEXT, write

from qantar.claims import collect_claims
from qantar.corpus import read_corpus
from qantar.textio import sha256

CLAIM = {"source_id": DAILY, "metric": "deaths", "value": 12, "low": 12, "high": 12, "qualifier": "exact"}
CLAIM |= {"unit": "people", "claimant_type": "police", "event_scope": "in_event", "status": "asserted"}
CLAIM |= {"number_text": "12", "start": 50, "end": 52, "paragraph": 2, "sentence": 2, "claim_id": "c1", "part_of": None}
REJECT = {"source_id": DAILY, "number_text": "5", "start": 3, "end": 4, "paragraph": 1, "sentence": 1, "reason": "date"}


@pytest.fixture
def collect(raw, monkeypatch):
    """collect(claims, rejected) → what the step makes of them; `collect.asked` is what the extractor was given."""

    def run(claims, rejected=()):
        def read_document(text, **known):
            run.asked = {"text": text} | known
            return [dict(claim) for claim in claims], [dict(row) for row in rejected]

        monkeypatch.setitem(sys.modules, "qantar.reading", SimpleNamespace(read_document=read_document))
        return collect_claims(read_corpus(raw))

    return run


def test_extractor_is_given_what_is_known_of_the_source(collect):
    collect([])
    assert collect.asked.pop("event")["id"] == "harbour-2024"
    known = {"source_id": DAILY, "published": "2024-03-05", "outlet": "The Daily", "publisher_type": "newspaper"}
    assert collect.asked == {"text": TEXT, "rejects": True} | known


def test_unknown_date_of_publication_is_none(collect, raw):
    write(raw, "sources.csv", SOURCES.replace("2024-03-05,en", ",en"))
    collect([])
    assert collect.asked["published"] is None


def test_rows_say_which_text_was_read(collect):
    claims, _ = collect([CLAIM])
    assert {key: claims[0][key] for key in ("entry", "text_basis", "text_sha256")} == {
        "entry": "extracted",
        "text_basis": "article",
        "text_sha256": sha256(TEXT),
    }


def test_rows_are_sorted_by_source_position_and_id(collect):
    later, twin = CLAIM | {"claim_id": "a", "start": 90, "end": 92}, CLAIM | {"claim_id": "b"}
    claims, rejected = collect([later, CLAIM, twin], [REJECT | {"start": 30, "end": 31}, REJECT])
    assert [claim["claim_id"] for claim in claims] == ["b", "c1", "a", "wire-2024-03-06-01", "wire-2024-03-06-02"]
    assert [row["start"] for row in rejected] == [3, 30]


@pytest.mark.parametrize(
    ("broken", "named"),
    [({"low": 20}, "20 is above 12"), ({"group": "crowd"}, "group"), ({"number_text": "1\n2"}, "line break")],
)
def test_a_claim_that_the_schema_forbids_is_listed_as_rejected(collect, broken, named):
    part = CLAIM | {"claim_id": "c2", "start": 70, "end": 72, "part_of": "c1"}
    claims, rejected = collect([CLAIM | broken, part])
    assert [claim["claim_id"] for claim in claims][:1] == ["c2"] and claims[0]["part_of"] == ""
    assert rejected[0]["start"] == 50 and rejected[0]["reason"].startswith("invalid claim: ")
    assert named in rejected[0]["reason"]


def test_coded_figures_join_without_a_span(collect):
    claims, _ = collect([])
    total, part = claims
    assert (total["entry"], total["claimant_text"], total["value"]) == ("coded", "Interior Ministry", "7")
    assert part["part_of"] == total["claim_id"] and "start" not in part and "text_basis" not in part


def test_decisions_are_marked_and_not_carried_out(collect, raw):
    write(raw, "corrections.csv", DECISIONS + "c1,reject,,,x,2024-04-01\nunknown,accept,,,x,2024-04-01\n")
    claims, _ = collect([CLAIM])
    assert [claim.get("reviewed", "") for claim in claims] == ["yes", "", ""]
