"""What the tables say in short, in sentences and rows computed from them: for the README and whoever else needs it."""

from itertools import permutations
from pathlib import Path

from qantar import schema
from qantar.charts.prose import claimant, day, metric, number, plural, tally, wording
from qantar.check import is_day
from qantar.csvio import read_table
from qantar.errors import NO_TABLE
from qantar.tables.frame import MAIN, grouped

THING = ("detail", "place", "stage", "unit", "measure")  # what two figures must share to be compared
SIDE = ("date", "value", "low", "high", "qualifier", "stage", "unit", "measure")  # of each figure of a pair
CORRECTIONS = {"lowered", "silent_correction"}  # flags of a figure that replaced a higher one and stands
WHOLE = ("all", "")  # groups that stand for everybody counted


def read(processed, name):
    """The rows of one processed table, as dicts of strings."""
    table = schema.load()[name]
    return read_table(Path(processed, table.file), table, NO_TABLE.format("scripts/03_build_tables.py"))


def misleading(processed):
    """Ids of the claims that a flag marks as another number than they seem: sums, confusions, withdrawn figures.

    Args:
        processed: folder of the tables.

    Returns:
        A set. A claim that is only flagged because it came below an earlier one is not in it.
    """
    return {row["claim_id"] for row in read(processed, "flags") if row["flag"] not in CORRECTIONS}


def describe_corpus(processed):
    """How many figures there are and where they come from, in one paragraph.

    Args:
        processed: folder of the tables.
    """
    claims, sources = read(processed, "claims"), read(processed, "sources")
    coded = sum(row["entry"] == "coded" for row in claims)
    traced = [row["origin_id"] for row in read(processed, "origins")]
    pages, outlets = len(sources), len({row["outlet"] for row in sources})
    aside = len(read(processed, "rejected_numbers"))
    told = f", which set {plural(aside, 'further number')} aside, each with the reason" if aside else ""
    return (
        f"**{plural(len(claims), 'reported figure')}** from {plural(pages, 'page')} of {plural(outlets, 'outlet')}: "
        f"{number(coded)} coded by hand, {number(len(claims) - coded)} read out of texts by the extractor{told}."
        + (_copied(len(set(traced))) if len(set(traced)) < len(traced) else "")
    )


def _copied(origins):
    return f" Many pages repeat one another: the figures go back to {plural(origins, 'separate statement')}."


def describe_metrics(processed):
    """A Markdown table: for each metric its figures, the one that changed most often, and the widest gap.

    Figures that are flagged as misleading are counted, but no series and no gap is shown by them.
    """
    claims, flagged = read(processed, "claims"), misleading(processed)
    said = [row for row in compared(read(processed, "differences"), claims) if row["claim_id"] not in flagged]
    steps = [row for row in read(processed, "timeline") if row["claim_id"] not in flagged]
    lines = ["| | figures | pages | the figure that changed most often | the widest gap between two speakers |"]
    lines += ["| --- | ---: | ---: | --- | --- |"]
    for name in MAIN:
        own = [row for row in claims if row["metric"] == name and row["event_scope"] == "in_event"]
        pages = len({row["source_id"] for row in own})
        cells = (metric(name).capitalize(), number(len(own)), number(pages))
        lines.append(f"| {' | '.join([*cells, describe_series(steps, name), describe_gap(said, name)])} |")
    return "\n".join(lines)


def describe_series(steps, name):
    """How the figure that changed most often moved: who, from what, to what.

    Args:
        steps: rows of the timeline.
        name: the metric.

    Returns:
        For example "prosecutor: 225 (15 January 2022) to 232 (19 August 2022)"; "no speaker changed theirs" where
        nothing moved.
    """
    series = grouped(_solid(steps, name), (*THING, "claimant_type"))
    moves = {key: sum(row["change"] not in ("", "0") for row in rows[1:]) for key, rows in series.items()}
    key = min(moves, key=lambda key: (-moves[key], key), default=None)  # ties go to the alphabet
    if key is None or not moves[key]:
        return "no speaker changed theirs"
    rows = series[key]
    detail, _, stage, *_, speaker = key
    what = ", ".join(part.replace("_", " ") for part in (claimant(speaker), detail, stage) if part)
    return f"{what}: {_figure(rows[0])} to {_figure(rows[-1])}"


def compared(differences, claims):
    """The figures that differences.csv compares, each once, with what they count put on one scale.

    Args:
        differences: its rows.
        claims: rows of claims.csv.

    Returns:
        Rows with the columns of a step of the timeline that `describe_gap` looks at.
    """
    status = {row["claim_id"]: row["status"] for row in claims}
    sides = [(pair, side) for pair in differences for side in "ab"]
    rows = {pair[f"claim_{side}"]: _side(pair, side) for pair, side in sides}
    return [row | {"claim_id": claim, "status": status[claim]} for claim, row in rows.items() if claim in status]


def _side(pair, side):
    """One figure of a pair, its columns named as in the timeline."""
    own = {column: pair[f"{column}_{side}"] for column in SIDE}
    return (
        {column: pair[column] for column in ("metric", "group", "place", "detail")}
        | own
        | {"claimant_type": pair[f"claimant_{side}"]}
    )


def describe_gap(said, name):
    """The two speakers who were furthest apart for one day, each with an exact number of the same thing.

    Args:
        said: figures, see `compared`.
        name: the metric.
    """
    exact = [row for row in _solid(said, name) if row["qualifier"] == "exact" and int(row["value"]) > 0]
    days = grouped([row for row in exact if is_day(row["date"])], (*THING, "date"))
    gaps = [gap for rows in days.values() for gap in _gaps(sorted(rows, key=lambda row: row["claim_id"]))]
    if not gaps:
        return "no two speakers with exact numbers for one day"
    low, high = max(gaps, key=lambda pair: (int(pair[1]["value"]) / int(pair[0]["value"]), pair[0]["claim_id"]))
    who = [f"{number(row['value'])} ({claimant(row['claimant_type'])})" for row in (low, high)]
    return f"{' and '.join(who)} for {day(low['date'])}"


def _gaps(rows):
    """Pairs of different numbers of two speakers, the lower first."""
    for low, high in permutations(rows, 2):
        if int(low["value"]) < int(high["value"]) and low["claimant_type"] != high["claimant_type"]:
            yield low, high


def _solid(steps, name):
    """The steps of one metric that count everybody, stand, and have a speaker; in order of date."""
    chosen = (row for row in steps if row["metric"] == name and row["group"] in WHOLE and row["status"] == "asserted")
    return sorted((row for row in chosen if row["claimant_type"] != "unattributed"), key=lambda row: row["date"])


def describe_withdrawal(processed):
    """The withdrawn figure that most outlets printed, in one paragraph; empty where nothing was withdrawn."""
    rows = _told_of(grouped(read(processed, "retractions"), ["figure_id"]).values())
    if not rows:
        return ""
    what = f"{number(rows[0]['value'])} {metric(rows[0]['metric'])} ({rows[0]['place'] or 'no place named'})"
    late = len({row["outlet"] for row in rows if row["role"] == "repeat"})
    gone = "withdrawn" if _is_retracted(rows) else "denied"
    first = "say that it no longer stood" if gone == "withdrawn" else "deny it"
    on = f" on {day(rows[0]['withdrawn_on'])}" if rows[0]["withdrawn_on"] else ""
    return (
        f"A figure can be {gone}: **{what}** is in the tables, marked, because {plural(_outlets(rows), 'outlet')} "
        f"printed or mentioned it. The first to {first} did so{on}; "
        f"{tally(late, 'outlet')} repeated it on a later day as if it stood."
    )


def _told_of(figures):
    """The printings of the figure that most outlets printed, one that was taken back before one that was denied."""
    return min(figures, key=lambda rows: (not _is_retracted(rows), -len(rows), rows[0]["figure_id"]), default=[])


def _is_retracted(rows):
    return any(row["status"] == "retracted" for row in rows)


def _outlets(rows):
    return len({row["outlet"] for row in rows})


def _figure(row):
    """A figure with its date; a bound that is empty was not stated."""
    return f"{wording({key: value or None for key, value in row.items()})} ({day(row['date'])})"
