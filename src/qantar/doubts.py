"""Dates that were most likely typed or read wrong: possible, so they are said, and never refused.

A page may look back on an event decades later, so no date is too late but one that lies ahead. What is strange is a
page that was there before the event began or has not come out yet, and a figure for a day before the event began, for
a day ahead, or for one after its page was published.
"""

from datetime import date, timedelta
from pathlib import Path

from qantar.check import is_day
from qantar.csvio import read_sheet
from qantar.errors import InputError

CHECK_YEAR = "check the year"
CHECK_READING = "read the sentence again; if the day is wrong, set as_of in corrections.csv"


def doubts_of_raw(corpus, today):
    """Strange dates in the tables that people write.

    Args:
        corpus: a `qantar.corpus.Corpus`.
        today: a date.

    Returns:
        One InputError (to be shown, not raised) for each, in order of file and line.
    """
    doubts, start = [], corpus.event["start"]
    for row, line, path in _lines(corpus.folder / "sources.csv"):
        problem = _strange_page(row["published"], start, today)
        doubts += [_doubt(path, "published", row["published"], problem, CHECK_YEAR, line)] if problem else []
    published = {row["source_id"]: row["published"] for row in corpus.sources}
    for row, line, path in _lines(corpus.folder / "reported_figures.csv"):
        problem = _strange_figure(row, published[row["source_id"]], start, today)
        doubts += [_doubt(path, "as_of", row["as_of"], problem, CHECK_YEAR, line)] if problem else []
    return doubts


def doubts_of_claims(claims, corpus, today, path):
    """Strange dates that were read out of the texts, as long as no reviewer has looked at the claim.

    Those of coded figures are found by `doubts_of_raw`.

    Args:
        claims: the rows of claims.csv in their order.
        corpus: where they come from.
        today: a date.
        path: of claims.csv.

    Returns:
        See `doubts_of_raw`.
    """
    published, doubts = {row["source_id"]: row["published"] for row in corpus.sources}, []
    for line, claim in enumerate(claims, start=2):
        if claim["entry"] == "extracted" and not claim.get("reviewed"):
            problem = _strange_figure(claim, published[claim["source_id"]], corpus.event["start"], today)
            doubts += [_doubt(path, "as_of", claim["as_of"], problem, CHECK_READING, line)] if problem else []
    return doubts


def _lines(path):
    """(row, line, path) of a table that may not be there."""
    if not Path(path).exists():
        return []
    sheet = read_sheet(path)
    return [(row, line, path) for row, line in zip(sheet.rows, sheet.lines, strict=True)]


def _doubt(path, column, text, problem, remedy, line):
    return InputError(path, f"column {column}, value {text!r}: {problem}", remedy, line)


def _strange_page(published, start, today):
    """What is strange about a day of publication, an empty string where nothing is."""
    if is_after(start, published):
        return f"before the event began ({start})"
    return "in the future" if is_after(published, today.isoformat()) else ""


def _strange_figure(row, published, start, today):
    """What is strange about the day that a figure of this event holds for, an empty string where nothing is."""
    as_of = row["as_of"]
    if row["event_scope"] != "in_event" or not as_of:
        return ""
    if is_after(start, as_of):
        return f"before the event began ({start})"
    if is_after(as_of, today.isoformat()):
        return "in the future"
    return f"after the page was published ({published})" if is_after(as_of, _day_after(published)) else ""


def is_after(text, other):
    """Whether all of one day, month or year lies after another; an empty text lies nowhere.

    >>> is_after("2022-02", "2022-01-31"), is_after("2022-01-31", "2022"), is_after("2022", "")
    (True, False, False)
    """
    length = min(len(text or ""), len(other or ""))
    return bool(length) and text[:length] > other[:length]


def _day_after(published):
    """A page may bear the day of another time zone than its figures."""
    if not is_day(published):
        return published
    return (date.fromisoformat(published) + timedelta(days=1)).isoformat()
