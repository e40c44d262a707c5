"""What was known when: the figures about a day, as they stood on every later day on which something new was printed."""

from qantar import paths
from qantar.tables.dates import last_day
from qantar.tables.frame import SERIES, as_table, grouped, is_placed, most_telling
from qantar.tables.load import load_corpus
from qantar.tables.origins import origin_of, support
from qantar.tables.withdrawals import withdrawn_since

ABOUT = [*SERIES, "as_of"]
COLUMNS = [
    *ABOUT, "known_on", "value", "low", "high", "qualifier", "status", "claimant_type", "claim_id",
    "lowest", "highest", "n_claims", "n_outlets", "n_origins",
]  # fmt: skip


def build_vintages(corpus):
    """What had been said about a day by another day.

    Args:
        corpus: a `Corpus`.

    Returns:
        Frame with one row per series, as-of date and day of publication on which more was printed about it. A page
        dated to a month or year counts as known from its last day. `status` is that of the day: a figure is
        `retracted` only from the day on which somebody said so.
    """
    withdrawn, origins = withdrawn_since(corpus), origin_of(corpus)
    rows = []
    for about in grouped(_dated(corpus), ABOUT).values():
        for day in sorted({claim["published_day"] for claim in about}):
            rows.append(_vintage([c for c in about if c["published_day"] <= day], day, withdrawn, origins))
    return as_table(rows, COLUMNS)


def known_on(day, corpus=None):
    """The latest figure of every series, as a reader of all sources knew it on a day.

    Args:
        day: ISO date, "2022-01-10".
        corpus: a `Corpus`; by default that of the project's data folders.

    Returns:
        Frame with one row per series, the columns of vintages.csv: the figure with the latest as-of date among the
        pages published by then, its status as known then, and how many claims, outlets and origins stood behind it.

    Raises:
        ValueError: `day` is no date.
    """
    until = last_day(day)
    if until is None:
        raise ValueError(f"no date: {day!r}; write it as YYYY-MM-DD")
    corpus = corpus or load_corpus(paths.RAW, paths.PROCESSED)
    withdrawn, origins = withdrawn_since(corpus), origin_of(corpus)
    published = [claim for claim in _dated(corpus) if claim["published_day"] <= until]
    rows = []
    for series in grouped(published, SERIES).values():
        latest = max(_holds_until(claim) for claim in series)
        rows.append(_vintage([c for c in series if _holds_until(c) == latest], until, withdrawn, origins))
    frame = as_table(rows, COLUMNS).sort_values(SERIES, kind="stable", ignore_index=True)
    return frame.astype(dict.fromkeys(("value", "low", "high", "lowest", "highest"), "Int64"))


def _dated(corpus):
    """In-event claims that hold for a stated date and come from a dated page."""
    return [claim for claim in filter(is_placed, corpus.in_event) if claim["as_of"] and claim["published_day"]]


def _holds_until(claim):
    """Last day a figure can hold for: one dated "2022" in a page of May holds for no later day than the page's."""
    return min(last_day(claim["as_of"]), claim["published_day"])


def _vintage(claims, day, withdrawn, origins):
    """The most telling of what had been said, withdrawn figures only where nothing else had."""
    gone = {claim["claim_id"] for claim in claims if _gone(withdrawn.get(claim["claim_id"], ""), day)}
    standing = [claim for claim in claims if claim["claim_id"] not in gone and claim["status"] != "superseded"]
    chosen = most_telling(standing or claims)
    values = [claim["value"] for claim in standing if claim["value"] is not None]
    return {
        **chosen,
        "known_on": day.isoformat(),
        "status": _status(chosen, gone),
        "lowest": min(values, default=None),
        "highest": max(values, default=None),
        **support(claims, origins),
    }


def _status(claim, gone):
    """Status as known on the day: what a later page says of a figure does not count yet."""
    if claim["claim_id"] in gone:
        return claim["status"] if claim["status"] == "denied" else "retracted"
    return claim["status"]


def _gone(withdrawn_on, day):
    """Whether a figure withdrawn on some date counts as withdrawn on a day; a date to the month counts from its end."""
    return bool(withdrawn_on) and last_day(withdrawn_on) <= day
