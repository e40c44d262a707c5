"""Sentences of the README computed from small tables, and what must not be compared in them."""

import re

import pytest

from qantar import headlines
from qantar.charts.prose import day
from qantar.paths import PROCESSED

STEP = {
    "metric": "deaths", "group": "all", "place": "Freedonia", "detail": "", "stage": "", "unit": "people",
    "measure": "cumulative", "claimant_type": "prosecutor", "date": "2024-03-05", "value": "10", "low": "10",
    "high": "10", "qualifier": "exact", "change": "", "status": "asserted", "claim_id": "a",
}  # fmt: skip


def step(**changes):
    return STEP | changes


LATER = step(date="2024-03-06", value="16", low="16", high="16", change="6", claim_id="b")
MINISTRY = step(claimant_type="health_ministry", value="7", low="7", high="7", claim_id="c")


def test_series_names_speaker_first_and_latest_figure():
    assert headlines.describe_series([LATER, STEP], "deaths") == "prosecutor: 10 (5 March 2024) to 16 (6 March 2024)"


def test_series_keeps_the_hedge():
    hedged = LATER | {"high": "", "qualifier": "more_than"}
    assert headlines.describe_series([STEP, hedged], "deaths").endswith("to more than 16 (6 March 2024)")


@pytest.mark.parametrize(
    "other",
    [
        LATER | {"claimant_type": "unattributed"},
        LATER | {"group": "civilians"},
        LATER | {"status": "retracted"},
        LATER | {"stage": "hospitalised"},
        LATER | {"change": "0", "value": "10"},
    ],
)
def test_series_is_of_one_speaker_and_one_thing_that_moved(other):
    assert headlines.describe_series([STEP, other], "deaths") == "no speaker changed theirs"


def test_gap_puts_the_lower_number_first():
    expected = "7 (health ministry) and 10 (prosecutor) for 5 March 2024"
    assert headlines.describe_gap([STEP, MINISTRY, LATER], "deaths") == expected


@pytest.mark.parametrize(
    "other",
    [
        MINISTRY | {"date": "2024-03-06"},
        MINISTRY | {"unit": "cases"},
        MINISTRY | {"status": "denied"},
        MINISTRY | {"qualifier": "about"},
        MINISTRY | {"value": "10", "low": "10", "high": "10"},
        MINISTRY | {"claimant_type": "unattributed"},
    ],
)
def test_gap_compares_exact_standing_figures_of_one_thing_and_day(other):
    assert headlines.describe_gap([STEP, other], "deaths") == "no two speakers with exact numbers for one day"


@pytest.mark.parametrize(("flag", "expected"), [("zombie", {"b"}), ("lowered", set()), ("silent_correction", set())])
def test_a_figure_misleads_unless_it_only_came_down(monkeypatch, flag, expected):
    monkeypatch.setattr(headlines, "read", lambda processed, name: [{"flag": flag, "claim_id": "b"}])
    assert headlines.misleading("processed") == expected


def test_flagged_figures_are_counted_and_not_compared(monkeypatch):
    plain = {"metric": "deaths", "event_scope": "in_event", "status": "asserted"}
    claims = [plain | {"source_id": name, "claim_id": name} for name in "ab"]
    tables = {
        "claims": claims,
        "timeline": [STEP, LATER],
        "differences": [],
        "flags": [{"flag": "zombie", "claim_id": "b"}],
    }
    monkeypatch.setattr(headlines, "read", lambda processed, name: tables[name])
    assert "| Deaths | 2 | 2 | no speaker changed theirs |" in headlines.describe_metrics("processed")


def test_gap_is_between_two_speakers_and_not_of_one(monkeypatch):
    own = STEP | {"value": "40", "low": "40", "high": "40", "claim_id": "d"}
    expected = "7 (health ministry) and 40 (prosecutor) for 5 March 2024"
    assert headlines.describe_gap([STEP, own, MINISTRY], "deaths") == expected
    assert headlines.describe_gap([STEP, own], "deaths") == "no two speakers with exact numbers for one day"


def test_a_flagged_number_hides_no_other_of_its_speaker():
    pair = {column: STEP[column] for column in ("metric", "group", "place", "detail")}
    for side, row in (("a", STEP), ("b", MINISTRY)):
        pair |= {f"{column}_{side}": row[column] for column in headlines.SIDE}
        pair |= {f"claim_{side}": row["claim_id"], f"claimant_{side}": row["claimant_type"]}
    claims = [{"claim_id": row["claim_id"], "status": "asserted"} for row in (STEP, MINISTRY)]
    expected = "7 (health ministry) and 10 (prosecutor) for 5 March 2024"
    assert headlines.describe_gap(headlines.compared([pair], claims), "deaths") == expected


def test_every_gap_of_the_readme_stands_in_the_tables_of_figures():
    figures = [row for name in ("deaths", "injuries", "detentions") for row in headlines.read(PROCESSED, name)]
    told = headlines.describe_metrics(PROCESSED)
    exact = {(f"{int(row['value']):,}", day(row["as_of"])) for row in figures if row["qualifier"] == "exact"}
    gaps = re.findall(r"\| ([\d,]+) \([^)]*\) and ([\d,]+) \([^)]*\) for ([^|]+) \|", told)
    assert len(gaps) > 3 and {("2,677", "15 January 2022"), ("4,353", "15 January 2022")} <= exact
    assert "2,677 (health ministry) and 4,353 (prosecutor) for 15 January 2022" in told


def printing(**changes):
    row = {"figure_id": "f", "value": "60", "metric": "deaths", "place": "", "role": "withdrawal", "outlet": "Post"}
    return row | {"status": "retracted", "withdrawn_on": "2024-03-06"} | changes


def test_a_figure_taken_back_is_told_before_one_that_was_denied(monkeypatch):
    denied = [printing(figure_id="d", value="54", status="denied", outlet=name) for name in ("Post", "Wire")]
    monkeypatch.setattr(headlines, "read", lambda processed, name: [*denied, printing()])
    told = headlines.describe_withdrawal("processed")
    assert told.startswith("A figure can be withdrawn: **60 deaths") and "no outlet repeated it" in told
    monkeypatch.setattr(headlines, "read", lambda processed, name: denied)
    assert headlines.describe_withdrawal("processed").startswith("A figure can be denied: **54 deaths")


def test_pages_that_repeat_nothing_are_not_said_to(monkeypatch):
    tables = {
        "claims": [{"entry": "extracted"}] * 2,
        "sources": [{"outlet": "Post"}],
        "origins": [{"origin_id": "a"}, {"origin_id": "b"}],
        "rejected_numbers": [],
    }
    monkeypatch.setattr(headlines, "read", lambda processed, name: tables[name])
    told = headlines.describe_corpus("processed")
    assert told.endswith("2 read out of texts by the extractor.") and "repeat" not in told
    tables["origins"] = [{"origin_id": "a"}] * 2
    assert "Many pages repeat one another" in headlines.describe_corpus("processed")
