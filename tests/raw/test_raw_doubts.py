"""Strange dates are warned of and taken; a page that looks back is not strange."""

from datetime import date

import pytest
from small_corpus import DAILY, FIGURES, SOURCES, changed, write

from qantar.cli import MOST_WARNINGS, warn
from qantar.corpus import read_corpus
from qantar.doubts import doubts_of_claims, doubts_of_raw
from qantar.errors import InputError

TODAY = date(2026, 5, 1)


@pytest.mark.parametrize(
    ("published", "problem"),
    [
        ("2023-03-05", "before the event began (2024-03-01)"),
        ("2023", "before the event began"),
        ("2032-03-05", "in the future"),
        ("2026-06", "in the future"),
        ("2024-02-29", "before the event began"),
        ("2024-03", ""),
        ("2024", ""),
        ("", ""),
        ("2026-05-01", ""),
        ("2025-12-31", ""),  # a page that looks back
    ],
)
def test_days_of_publication(raw, published, problem):
    write(raw, "sources.csv", changed(SOURCES, "2024-03-05,en", f"{published},en"))
    found = [str(doubt) for doubt in doubts_of_raw(read_corpus(raw), TODAY)]
    assert len(found) == bool(problem)
    assert all("sources.csv, line 2" in text and problem in text and "check the year" in text for text in found)


@pytest.mark.parametrize(
    ("as_of", "scope", "problem"),
    [
        ("2032-03-06", "in_event", "in the future"),
        ("2023-03-06", "in_event", "before the event began"),
        ("2024-04-02", "in_event", "after the page was published (2024-03)"),
        ("2024-03-31", "in_event", ""),
        ("2011", "other_event", ""),
        ("", "in_event", ""),
    ],
)
def test_days_of_coded_figures(raw, as_of, scope, problem):
    row = changed(FIGURES, "2024-03-06,Estmark,cumulative,asserted,,in_event", f"{as_of},Estmark,,asserted,,{scope}")
    write(raw, "reported_figures.csv", row)
    found = [str(doubt) for doubt in doubts_of_raw(read_corpus(raw), TODAY)]
    assert len(found) == bool(problem)
    assert all("reported_figures.csv, line 2" in text and problem in text for text in found)


def test_days_that_were_read(raw):
    claim = {"source_id": DAILY, "entry": "extracted", "event_scope": "in_event", "as_of": "2024-03-06"}
    claims = [claim, claim | {"as_of": "2024-03-07"}, claim | {"as_of": "2024-03-07", "entry": "coded"}]
    found = doubts_of_claims(claims, read_corpus(raw), TODAY, "claims.csv")
    assert [doubt.row for doubt in found] == [3], "a day later may be another time zone"
    assert doubts_of_claims([claims[1] | {"reviewed": "yes"}], read_corpus(raw), TODAY, "claims.csv") == []
    assert "set as_of in corrections.csv" in str(found[0])


def test_both_steps_warn_and_write(raw, run, tmp_path):
    write(raw, "sources.csv", changed(SOURCES, "2024-03-05,en", "2099-03-05,en"))
    write(raw, f"articles/{DAILY}.txt", "Police said 12 people were killed on Wednesday.\n")
    for script, named in (("01_prepare_sources.py", "sources.csv, line 2"), ("02_extract_claims.py", "claims.csv")):
        done = run(script, raw)
        assert done.returncode == 0 and "warning: " in done.stderr and named in done.stderr, done.stderr
        assert "in the future" in done.stderr
    assert (tmp_path / "processed" / "claims.csv").exists()


def test_of_many_warnings_the_first_are_shown(capsys):
    warn([InputError("a.csv", "strange", "look", row) for row in range(2, 40)])
    shown = capsys.readouterr().err.splitlines()
    assert len(shown) == MOST_WARNINGS + 1 and shown[-1] == "warning: 28 more of these"
