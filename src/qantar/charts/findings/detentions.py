"""Detentions: how the number of detained grew, who vouches for the highest, how many were held."""

import pandas as pd

from qantar.charts.data import country
from qantar.charts.findings.select import BY_SOURCE, PLOTTED, by_source, path_of, reach, spelled, steps
from qantar.charts.findings.speakers import lead, most_vocal, named_or_all, own_counts
from qantar.charts.prose import credited, day, listing, number, plural, possessive, sentence_case, wording
from qantar.charts.style import BLUE, VERMILLION
from qantar.charts.tell import Finding
from qantar.tables.withdrawals import WITHDRAWING

MOST_LINES = 3  # speakers in one chart of steps
FIRST_WEEKS = pd.Timedelta(days=14)
DETAINING = ("interior_ministry", "police")  # offices whose own people make the arrests
HELD = {"court_custody": BLUE, "in_custody": VERMILLION}


def answer(figures, timeline):
    """Two sentences: how the detained grew in the first weeks, and who stands behind the highest number."""
    top = _highest(figures)
    if top.empty:
        told = int((figures["metric"] == "detentions").sum())
        if not told:
            return "No source gives a number of people detained."
        return (
            f"People detained are counted in {plural(told, 'figure')}, none of which is a number of all in {country()}."
        )
    top = top[[reach(row) == reach(top.iloc[-1]) for row in top.to_dict("records")]]
    return (
        f"{_moved(_growth(timeline, figures)[0])}The highest number printed, {number(reach(top.iloc[-1]))}, is "
        f"credited to {_backers(top)}."
    )


def _moved(rows):
    """How the figure of the speaker with most different numbers moved, as a sentence; empty where it did not."""
    own = _leading(rows)
    path = path_of(own)
    if len(path) < 2:
        return ""
    first, last = own["date"].iloc[0], own["date"].iloc[-1]
    return (
        f"{sentence_case(possessive(own['claimant_type'].iloc[0]))} figure of people detained went from {path[0]} on "
        f"{day(first)} to {path[-1]} on {day(last)}. "
    )


def _leading(rows):
    """The rows of the speaker who gave most different numbers, somebody who is named where anybody is."""
    rows = named_or_all(rows)
    return rows if rows.empty else rows[rows["claimant_type"] == lead(rows)]


def _backers(claims):
    return listing(sorted({credited(kind) for kind in claims["claimant_type"]}))


def growth(figures, timeline):
    """How the number of detained moved, by who said it."""
    everybody, claims = _growth(timeline, figures)
    rows = most_vocal(everybody, MOST_LINES)
    own = _leading(rows)
    path = path_of(own)
    if len(path) < 2:
        return None
    length = (own["date"].max() - own["date"].min()).days
    top = rows.assign(_reach=[reach(row) for row in rows.to_dict("records")]).sort_values("_reach").iloc[-1]
    rose = reach(own.iloc[-1]) > reach(own.iloc[0])
    claims = claims[claims["claimant_type"].isin(rows["claimant_type"]) & ~(claims["day"] > rows["date"].max())]
    return Finding(
        claims=claims,
        plotted=rows[PLOTTED],
        title=f"Reported detentions {'rose' if rose else 'went'} from {path[0]} to {path[-1]} in "
        f"{plural(max(1, length), 'day')}",
        subtitle=f"People reported detained since the beginning, {country()}, by the day the figure holds for"
        f"{_left_out(rows, everybody)}",
        alt="Step lines, one a speaker, of people detained. "
        + " ".join(f"{name}: {listing(path_of(part))}." for name, part in rows.groupby("series")),
        reading=f"{possessive(own['claimant_type'].iloc[0])} figure changed {plural(len(path) - 1, 'time')}; the "
        f"highest on the chart, {wording(top)}, is credited to {credited(top['claimant_type'])}",
    )


def _left_out(rows, everybody):
    """What the subtitle says of speakers who gave fewer numbers than those drawn."""
    fewer = everybody["claimant_type"].nunique() - rows["claimant_type"].nunique()
    return f"; {plural(fewer, 'speaker')} with fewer numbers not drawn" if fewer else ""


def _growth(timeline, figures):
    scope = {"metric": "detentions", "group": "all", "stage": "detained"}
    rows, claims = steps(timeline, figures, measure="cumulative", **scope)
    rows = rows.dropna(subset=["value"])
    return own_counts(rows[rows["date"] <= rows["date"].min() + FIRST_WEEKS], "detentions"), claims


def highest(figures, flags):
    """The largest numbers of detained, by source and speaker."""
    claims = _highest(figures)
    if claims.empty:
        return None
    rows = by_source(claims)
    top = claims.iloc[-1]
    same = claims[[reach(row) == reach(top) for row in claims.to_dict("records")]]
    printed = [f"{row['label']} {row['wording']}" for row in rows.to_dict("records")]
    own = _of_office(figures)
    return Finding(
        claims=claims,
        plotted=rows[BY_SOURCE],
        title=_title(number(reach(top)), same, own),
        subtitle=f"People reported detained or in custody, {country()}; every figure that reaches three "
        "quarters of the highest. Arrows: open ends, hollow dots: “about”",
        alt=f"Dots, one row an outlet, under the name of the speaker: {listing(printed)}.",
        reading=f"a figure that reaches {number(reach(top))} is printed by "
        f"{plural(same['outlet'].nunique(), 'outlet')} of {claims['outlet'].nunique()}"
        f"{_below(own, same)}{_added_up(claims, flags)}",
    )


def _title(words, same, own):
    if own is None or own["claimant_type"] in set(same["claimant_type"]):
        return f"The highest number of detained, {words}, is credited to {_backers(same)}"
    return f"The highest number of detained, {words}, does not come from {credited(own['claimant_type'])}"


def _of_office(figures):
    """The highest figure of the office whose people make the arrests; None where it gives none."""
    claims = _of_all(figures)
    for kind in DETAINING:
        if (claims["claimant_type"] == kind).any():
            return claims[claims["claimant_type"] == kind].iloc[-1]
    return None


def _below(own, same):
    """In words, the office's own highest figure where it is not the highest of all."""
    if own is None or own["claimant_type"] in set(same["claimant_type"]):
        return ""
    return f"; the highest credited to {credited(own['claimant_type'])} is {wording(own)}"


def _of_all(figures):
    """Nationwide claims of all detained or held that stand and have a number, lowest first."""
    claims = figures[
        (figures["metric"] == "detentions")
        & (figures["group"] == "all")
        & (figures["place"] == country())
        & ~figures["status"].isin([*WITHDRAWING, "superseded"])
        & (figures["qualifier"] != "vague")
    ]
    claims = claims.assign(_reach=[reach(row) for row in claims.to_dict("records")])
    return claims.sort_values(["_reach", "published", "claim_id"], kind="stable").drop(columns="_reach")


def _highest(figures):
    """Those that reach three quarters of the highest."""
    claims = _of_all(figures)
    reached = pd.Series([reach(row) for row in claims.to_dict("records")], index=claims.index, dtype=float)
    return claims[reached >= 0.75 * reached.max()]


def _added_up(claims, flags):
    """Where an outlet added two figures (flag `agency_sum`), which outlet."""
    sums = flags[(flags["flag"] == "agency_sum") & flags["claim_id"].isin(claims["claim_id"])]
    if sums.empty:
        return ""
    return f"; {listing(sorted(set(sums['outlet'])))} added the figure of one place to that of the country"


def held(figures, timeline):
    """How many were held at a time, by the kind of custody."""
    scope = {"metric": "detentions", "group": "all", "stage": tuple(HELD)}
    rows, claims = steps(timeline, figures, wholes_only=False, **scope)
    rows = _leading(rows.dropna(subset=["value"]))
    if rows.empty:
        return None
    speaker = rows["claimant_type"].iloc[0]
    rows["series"] = [sentence_case(stage.replace("_", " ")) for stage in rows["stage"]]
    rows["colour"] = rows["stage"].map(HELD)
    top = rows.sort_values(["value", "date"], kind="stable").iloc[-1]
    low = rows.sort_values(["value", "date"], kind="stable").iloc[0]
    turns = [f"{name.lower()} {plural(_swings(part), 'time')}" for name, part in rows.groupby("series")]
    return Finding(
        claims=claims[claims["stage"].isin(HELD) & (claims["claimant_type"] == speaker)],
        plotted=rows[[*PLOTTED, "colour"]],
        title=f"Held at one time: {wording(top)}"
        if wording(low) == wording(top)
        else f"Counts of those held at one time lie between {wording(low)} and {wording(top)}",
        subtitle=f"People reported held on the day, {country()}, credited to {credited(speaker)}",
        alt="Step lines, one a kind of custody. "
        + " ".join(f"{name}: {listing(path_of(part))}." for name, part in rows.groupby("series")),
        reading=f"how often the counts turn from rising to falling or back: {listing(turns)}; each figure covers its "
        "own circle of suspects, and none may be added to another",
    )


def _swings(rows):
    """How often a series turns from rising to falling or back."""
    change = rows.sort_values("date", kind="stable")["value"].astype(float).diff().dropna()
    signs = change[change != 0].gt(0)
    return int((signs != signs.shift()).sum() - 1) if len(signs) else 0


def cases_and_people(figures, flags):
    """Numbers that are printed both as cases and as people (flag `unit_confusion`)."""
    flagged = flags[flags["flag"] == "unit_confusion"]
    claims = figures[figures["claim_id"].isin([*flagged["claim_id"], *flagged["related_id"]])]
    if claims.empty:
        return None
    rows = claims.sort_values(["value", "unit", "published"], ascending=[False, True, True], kind="stable")
    rows = rows.assign(label=[_counted_as(row) for row in rows.to_dict("records")])
    rows["colour"] = [BLUE if unit == "cases" else VERMILLION for unit in rows["unit"]]
    numbers = [number(value) for value in rows["value"].drop_duplicates()]
    return Finding(
        claims=claims,
        plotted=rows[["label", "outlet", "unit", "value", "low", "high", "qualifier", "status", "colour"]],
        title=f"{listing(numbers)}: printed as cases and as people alike",
        subtitle=f"Numbers that occur with both units, {country()}; blue: cases, orange: people",
        alt=f"Dots: {spelled(rows)}.",
        reading=f"{plural(len(numbers), 'number')} {'stands' if len(numbers) == 1 else 'stand'} for cases in one "
        "statement and for people in another; a case may have many accused, so the two cannot be exchanged",
    )


def _counted_as(row):
    stage = row["stage"].replace("_", " ")
    return f"{row['outlet']}: {row['unit']} {'in ' if stage.endswith('custody') else ''}{stage}"
