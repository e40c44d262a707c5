"""Across sources: how far they differ, why, and how often one statement is printed."""

import pandas as pd

from qantar.charts.data import country
from qantar.charts.findings.select import BY_SOURCE, by_source, most_disputed_day, spelled, totals
from qantar.charts.prose import (
    as_of,
    claimant,
    compact,
    credited,
    day,
    listing,
    metric,
    number,
    plural,
    sentence_case,
    share,
    tally,
    times,
    whom,
    wording,
)
from qantar.charts.tell import Finding
from qantar.check import is_day

EXPLANATIONS = {
    "date": "they hold for different days",
    "scope": "they count different things",
    "qualifier": "one is rounded or hedged",
    "retraction": "one was withdrawn or lowered",
    "sum_of_parts": "one is a sum of others",
    "inclusion": "one includes a group more",
    "unit": "the units differ",
    "unexplained": "no reason found",
}
INCOMPARABLE = ("scope", "unit", "sum_of_parts", "retraction")
MOST_SPEAKERS = 6
FEWEST_PAIRS = 3
MOST_STATEMENTS = 10


def answer(differences, figures):
    """Two sentences: how many comparable figures differ, and how many of the differences can be explained."""
    if differences.empty:
        return "No two figures count the same thing closely enough in time to be compared."
    differing = differences[differences["differs"] == "yes"]
    explained = differing[differing["explanation"] != "unexplained"]
    named = f", and {share(len(explained), len(differing))} of these differences have a reason that can be named"
    return (
        f"Of {plural(len(differences), 'pair')} of figures that count the same thing within a few days of each other, "
        f"{number(len(differing)) if len(differing) else 'none'} {'differs' if len(differing) == 1 else 'differ'}"
        f"{named if len(differing) else ''}.{_copied(figures)}"
    )


def _copied(figures):
    statements = figures.loc[figures["origin_id"] != "", "origin_id"].nunique()
    if statements >= len(figures):
        return ""
    return (
        f" The {number(len(figures))} printed figures go back to {plural(statements, 'statement')}, so that much "
        "agreement is copying."
    )


def reasons(differences, figures):
    """Why figures that could be compared differ."""
    differing = differences[differences["differs"] == "yes"]
    if differing.empty:
        return None
    counts = differing["explanation"].value_counts()
    rows = pd.DataFrame({"explanation": list(EXPLANATIONS), "value": [int(counts.get(e, 0)) for e in EXPLANATIONS]})
    rows = rows[rows["value"] > 0].sort_values("value", ascending=False, kind="stable")
    rows["label"] = [sentence_case(EXPLANATIONS[e]) for e in rows["explanation"]]
    open_ones = int(counts.get("unexplained", 0))
    return Finding(
        claims=_compared(differing, figures),
        plotted=rows[["label", "explanation", "value"]],
        title=f"{share(len(differing) - open_ones, len(differing))} of the differences have a nameable reason",
        subtitle="Pairs of figures on one subject, group and place, at most three days apart, that differ",
        alt=f"Bars: {spelled(rows)}.",
        reading=_most_often(rows, open_ones),
    )


def _most_often(rows, open_ones):
    left = f"{tally(open_ones, 'pair')} {'stays' if open_ones < 2 else 'stay'} without a reason"
    named = rows[rows["explanation"] != "unexplained"]
    if named.empty:
        return left
    return f"most often {EXPLANATIONS[named['explanation'].iloc[0]]} ({plural(named['value'].iloc[0], 'pair')}); {left}"


def _compared(differences, figures):
    return figures[figures["claim_id"].isin([*differences["claim_a"], *differences["claim_b"]])]


def ratios(differences, figures):
    """By how much the figures of one kind of speaker exceed another's."""
    named = differences[(differences["claimant_a"] != differences["claimant_b"]) & differences["log2_ratio"].notna()]
    named = named[~named["explanation"].isin(INCOMPARABLE)]
    busiest = pd.concat([named["claimant_a"], named["claimant_b"]]).value_counts().index[:MOST_SPEAKERS]
    named = named[named["claimant_a"].isin(busiest) & named["claimant_b"].isin(busiest)]
    cells = _cells(named, list(busiest))
    cells = cells[cells["pairs"] >= FEWEST_PAIRS]
    if cells.empty:
        return None
    widest = cells.loc[cells["log2_ratio"].abs().idxmax()]
    equal = int((cells["log2_ratio"].abs() < 0.01).sum())
    factor = 2 ** abs(float(widest["log2_ratio"]))
    more, less = ("row", "column") if widest["log2_ratio"] > 0 else ("column", "row")
    told = f"the widest gap, {times(factor)}, is between {widest[more]} and {widest[less]}"
    even = equal == len(cells)
    spoken = [f"{row['row']} to {row['column']} {2 ** row['log2_ratio']:.2g}" for row in cells.to_dict("records")]
    return Finding(
        claims=_compared(named, figures),
        plotted=cells,
        title="In the median, comparable figures of two kinds of speakers "
        + ("are equal" if even else f"differ by at most {times(factor)}"),
        subtitle="Median of the row’s figure divided by the column’s, same subject, group and place, at most three "
        "days apart; n: pairs of figures; blank: fewer than three",
        alt=f"Matrix of median ratios: {listing(spoken)}.",
        reading=f"in {tally(equal, 'pair')} of speakers out of {len(cells)} the median figures are equal"
        + ("" if even else f"; {told}"),
    )


def _cells(named, kinds):
    """Median log-ratio and number of pairs for each two kinds of speakers, each two once (below the diagonal)."""
    flip = named["claimant_a"].map(kinds.index) < named["claimant_b"].map(kinds.index)
    rows = pd.DataFrame({
        "row": named["claimant_b"].where(flip, named["claimant_a"]).map(claimant),
        "column": named["claimant_a"].where(flip, named["claimant_b"]).map(claimant),
        "log2_ratio": named["log2_ratio"].astype(float) * flip.map({True: -1, False: 1}),
    })  # fmt: skip
    cells = rows.groupby(["row", "column"]).agg(log2_ratio=("log2_ratio", "median"), pairs=("log2_ratio", "size"))
    order = [claimant(kind) for kind in kinds]
    cells = cells.reset_index()
    cells["y"], cells["x"] = cells["row"].map(order.index), cells["column"].map(order.index)
    return cells.sort_values(["y", "x"], kind="stable").drop(columns=["y", "x"])


def one_day(figures, name):
    """What sources print about one subject for the day with most different numbers."""
    claims = most_disputed_day(totals(figures, name))
    if claims.empty:
        return None
    rows = by_source(claims)
    low, high = claims.iloc[0], claims.iloc[-1]
    printed = [f"{row['label']} {row['wording']}" for row in rows.to_dict("records")]
    return Finding(
        claims=claims,
        plotted=rows[BY_SOURCE],
        title=f"For {day(low['as_of'], year=False)}, reported {metric(name)} run from {wording(low)} to "
        f"{wording(high)}",
        subtitle=f"Reported {metric(name)}, {country()}, {as_of(low['as_of'])}; arrows stand for open ends, "
        "hollow dots for “about”",
        alt=f"Dots, one row an outlet, under the name of the speaker, {metric(name)}: {listing(printed)}.",
        reading=f"the lowest figure is credited to {credited(low['claimant_type'])}, the highest to "
        f"{credited(high['claimant_type'])}; {plural(claims['outlet'].nunique(), 'outlet')} print "
        f"{plural(claims['value'].nunique(), 'different number')} for one day",
    )


def most_printed(figures):
    """The statements that most outlets print."""
    known = figures[(figures["origin_id"] != "") & figures["value"].notna()]
    rows = known.groupby("origin_id").agg(value=("outlet", "nunique"), claims=("claim_id", "size"))
    rows = rows[rows["value"] > 1].sort_values(["value", "claims"], ascending=False, kind="stable")
    rows = rows.head(MOST_STATEMENTS).reset_index()
    if rows.empty:
        return None
    first = (known["claim_id"] != known["origin_id"]).sort_values(kind="stable").index
    firsts = known.loc[first].drop_duplicates("origin_id").set_index("origin_id").loc[rows["origin_id"]]
    rows["label"] = [_statement(row, country()) for row in firsts.to_dict("records")]
    rows["note"] = [_spoken(row) for row in firsts.to_dict("records")]
    claims = figures[figures["origin_id"].isin(rows["origin_id"])]
    first = rows.iloc[0]
    return Finding(
        claims=claims,
        plotted=rows[["label", "note", "value", "claims", "origin_id"]],
        title=f"One statement, {first['value']} outlets"
        + (": the most printed figures are copies of a few briefings" if len(rows) == MOST_STATEMENTS else ""),
        subtitle="Outlets that print a statement (one speaker, one number, one date); the most printed",
        alt=f"Bars, outlets by statement: {spelled(rows)}.",
        reading=f"the statements shown account for {share(len(claims), len(figures))} of all printed figures; "
        "many outlets with one number are one witness, not many",
    )


def _statement(row, whole):
    where = "" if row["place"] == whole else f", {row['place']}"
    return f"{compact(row)} {metric(row['metric'])}{whom(row['group'], ' of ')}{where}"


def _spoken(row):
    when = f", {day(row['as_of'])}" if is_day(row["as_of"]) else ""
    return f"{credited(row['claimant_type'])}{when}"


def echoes(figures):
    """Every printing of the number of deaths that was printed most."""
    dead = totals(figures, "deaths").dropna(subset=["day", "value"])
    dead = dead[dead["withdrawn_on"] == ""]
    if dead.empty:
        return None
    value = dead.groupby("value")["outlet"].nunique().sort_values(kind="stable").index[-1]
    claims = dead[dead["value"] == value]
    if claims["outlet"].nunique() < 2:
        return None
    rows = claims.assign(label=claims["outlet"], date=claims["day"], manner="asserted")
    rows = rows.drop_duplicates(["label", "date"]).sort_values(["date", "label"], kind="stable")
    named = (claims["claimant_type"] != "unattributed").sum()
    return Finding(
        claims=claims,
        plotted=rows[["label", "date", "manner", "value"]],
        title=f"{number(value)} deaths: printed by {plural(claims['outlet'].nunique(), 'outlet')} "
        f"{_span(claims['day'])}",
        subtitle=f"Printings of the number {number(value)} as the toll of all deaths, {country()}, by day of "
        "publication",
        alt=f"Dots by outlet and day, from {day(rows['date'].min())} to {day(rows['date'].max())}: "
        f"{listing(list(dict.fromkeys(rows['label'])))}.",
        reading=f"{share(named, len(claims))} of these printings name who counted; the number itself goes back to "
        f"{plural(claims['origin_id'].nunique(), 'statement')}",
    )


def _span(days):
    first, last = (f"{date:%Y-%m}" for date in (days.min(), days.max()))
    return f"in {day(first)}" if first == last else f"from {day(first)} to {day(last)}"
