"""Selecting figures that can stand beside each other, shared by the findings."""

import pandas as pd

from qantar.charts.data import country, days
from qantar.charts.prose import claimant, credited, listing, number, sentence_case, wording
from qantar.check import is_day
from qantar.tables.frame import USUAL_STAGE

BY_SOURCE = ["label", "speaker", "claimant_type", "value", "low", "high", "qualifier", "status", "wording"]
PLOTTED = ["series", "claimant_type", "date", "value", "low", "high", "qualifier", "status"]
REACH = ["value", "low", "high"]


def totals(figures, metric, group="all", place=None):
    """Figures that count a whole: one metric and group, the country (or `place`), no subset and no part of a total."""
    place = country() if place is None else place
    stages = ("", USUAL_STAGE.get(metric, ""))
    wanted = (figures["metric"] == metric) & figures["stage"].isin(stages) & (figures["place"] == place)
    if group and metric in ("deaths", "injuries", "detentions"):
        wanted &= figures["group"] == group
    whole = (figures["detail"] == "") & (figures["part_of"] == "") & (figures["status"] != "superseded")
    return figures[wanted & whole]


def steps(timeline, figures, wholes_only=True, **scope):
    """Steps of the timeline for one scope as the step chart wants them, and the figures behind them.

    Args:
        timeline: the table timeline.csv.
        figures: see `data.read_figures`.
        wholes_only: leave out figures that a source gives as part of another.
        **scope: column=value, or column=(values) of the timeline; the place is the country unless named.

    Returns:
        (steps, figures): steps with `series` and `date`, known to the day, without figures that were withdrawn.
    """
    scope = {"place": country(), "detail": "", **scope}
    wanted = pd.Series(True, index=timeline.index)
    for column, values in scope.items():
        wanted &= timeline[column].isin([values] if isinstance(values, str) else values)
    standing = (figures["withdrawn_on"] == "") & ((figures["part_of"] == "") | (not wholes_only))
    rows = timeline[wanted & timeline["claim_id"].isin(figures.loc[standing, "claim_id"])].copy()
    rows["date"] = days(rows["date"])
    rows["series"] = rows["claimant_type"].map(lambda kind: sentence_case(claimant(kind)))
    rows = rows.dropna(subset=["date"]).sort_values(["claimant_type", "date"], kind="stable")
    return rows, behind(figures, rows)


def behind(figures, rows):
    """The figures that rows of a computed table stand for: same scope, speaker and date."""
    scope = [c for c in ("metric", "group", "place", "detail", "claimant_type") if c in rows and c in figures]
    keys = set(map(tuple, rows[scope].drop_duplicates().to_numpy()))
    found = figures.loc[[tuple(key) in keys for key in figures[scope].to_numpy()]]
    stages = set(rows["stage"]) | {""} if "stage" in rows else set(found["stage"])
    return found[found["stage"].isin(stages)]


def until_last_change(rows, speaker_type):
    """Rows up to the day on which the named speaker's figure last changed; restatements years later add nothing."""
    own = rows[(rows["claimant_type"] == speaker_type) & rows["value"].notna()]
    changed = own.loc[own["value"].diff().fillna(1) != 0, "date"]
    return rows if changed.empty else rows[rows["date"] <= changed.max()]


def path_of(rows):
    """The different figures of one speaker in the order they were given, in words."""
    said = rows.dropna(subset=["value"]).sort_values("date", kind="stable")
    said = said[said["value"].diff().fillna(1) != 0]
    return [wording(row) for row in said.to_dict("records")]


def reach(row):
    """The largest number a figure names, for ordering only."""
    return max((int(row[name]) for name in REACH if not pd.isna(row[name])), default=0)


def short(name, most=26):
    """A name that fits a chart's margin.

    >>> short("Ministry of Foreign Affairs of Kazakhstan")
    'Ministry of Foreign Affai…'
    """
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"


def short_day(date):
    """A date for a label: day and month where known, nothing where no date is.

    >>> short_day("2022-01-09"), short_day("2022-01"), short_day("2022"), short_day("")
    ('9 Jan', 'Jan 2022', '2022', '')
    """
    if is_day(date):
        return f"{pd.Timestamp(date).day} {pd.Timestamp(date):%b}"
    return f"{pd.Timestamp(date):%b %Y}" if len(date) == 7 else date


def by_source(claims):
    """Figures as rows of the interval chart: one row per outlet and wording, by speaker, the lowest first."""
    rows = claims.copy()
    rows["label"] = rows["outlet"]
    rows["speaker"] = [credited(kind) for kind in rows["claimant_type"]]
    rows["wording"] = [wording(row) for row in rows.to_dict("records")]
    rows["_reach"] = [reach(row) for row in rows.to_dict("records")]
    rows["_first"] = rows.groupby("speaker")["_reach"].transform("min")
    rows = rows.sort_values(["_first", "speaker", "_reach", "wording", "label", "claim_id"], kind="stable")
    return (
        rows.drop_duplicates(["label", "wording", "status"]).drop(columns=["_reach", "_first"]).reset_index(drop=True)
    )


def most_disputed_day(claims):
    """The figures of the as-of day with the most different numbers, lowest first; empty where no day has two."""
    standing = (claims["status"] == "asserted") & (claims["withdrawn_on"] == "")
    dated = claims[(claims["as_of"].str.len() == 10) & claims["value"].notna() & standing]
    numbers = dated.groupby("as_of")["value"].nunique().sort_values(kind="stable")
    if numbers.empty or numbers.iloc[-1] < 2:
        return dated.head(0)
    found = dated[dated["as_of"] == numbers.index[-1]]
    found = found.assign(_reach=[reach(row) for row in found.to_dict("records")])
    return found.sort_values(["_reach", "claim_id"], kind="stable").drop(columns="_reach")


def part_rows(label, total, names, values):
    """A total and its parts, largest first, as the part-whole chart wants them."""
    parts = pd.DataFrame({"role": "part", "label": list(names), "value": list(values)})
    whole = pd.DataFrame({"role": ["total"], "label": [label], "value": [total]})
    return pd.concat([whole, parts.sort_values("value", ascending=False, kind="stable")], ignore_index=True)


def spelled(rows):
    """Labels and numbers in words, for the text that stands for a picture."""
    return listing([f"{row['label']} {number(row['value'])}" for row in rows.to_dict("records")])
