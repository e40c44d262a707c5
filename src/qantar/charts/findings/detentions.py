"""Detentions: how the number of detained grew, who vouches for the highest, how many were held."""

import pandas as pd

from qantar.charts.data import country
from qantar.charts.findings.select import BY_SOURCE, PLOTTED, by_source, path_of, reach, spelled, steps
from qantar.charts.prose import credited, day, listing, number, plural, possessive, sentence_case, wording
from qantar.charts.style import BLUE, VERMILLION
from qantar.charts.tell import Finding
from qantar.tables.withdrawals import WITHDRAWING

FIRST_WEEKS = pd.Timedelta(days=14)
GROWTH_SPEAKERS = ("interior_ministry", "president", "ngo", "unattributed")
HELD = {"court_custody": BLUE, "in_custody": VERMILLION}


def answer(figures, timeline):
    """Two sentences: how the detained grew in the first weeks, and who stands behind the highest number."""
    rows = _growth(timeline, figures)[0]
    if rows.empty or _highest(figures).empty:
        return "No source counts the detained from day to day."
    own = rows[rows["claimant_type"] == "interior_ministry"]
    own = own if len(own) else rows
    top = _highest(figures)
    top = top[[reach(row) == reach(top.iloc[-1]) for row in top.to_dict("records")]]
    backers = listing(sorted({credited(kind) for kind in top["claimant_type"]}))
    return (
        f"{sentence_case(possessive(own['claimant_type'].iloc[0]))} figure of people detained went from "
        f"{wording(own.iloc[0])} on {day(own['date'].iloc[0])} to {wording(own.iloc[-1])} on "
        f"{day(own['date'].iloc[-1])}. The highest number printed, {number(reach(top.iloc[-1]))}, is credited to "
        f"{backers}."
    )


def growth(figures, timeline):
    """How the number of detained grew, by who said it."""
    rows, claims = _growth(timeline, figures)
    if rows.empty:
        return None
    own = rows[rows["claimant_type"] == "interior_ministry"]
    own = own if len(own) else rows
    path = path_of(own)
    if len(path) < 2:
        return None
    length = (own["date"].max() - own["date"].min()).days
    top = rows.assign(_reach=[reach(row) for row in rows.to_dict("records")]).sort_values("_reach").iloc[-1]
    lead = own["claimant_type"].iloc[0]
    return Finding(
        claims=claims[claims["day"] <= rows["date"].max()],
        plotted=rows[PLOTTED],
        title=f"Reported detentions rose from {path[0]} to {path[-1]} in {plural(length, 'day')}",
        subtitle=f"People reported detained since the beginning, {country()}, by the day the figure holds for",
        alt="Step lines, one a speaker, of people detained. "
        + " ".join(f"{name}: {listing(path_of(part))}." for name, part in rows.groupby("series")),
        reading=f"{possessive(lead)} figure was raised {plural(len(path) - 1, 'time')}; the highest on the chart, "
        f"{wording(top)}, is credited to {credited(top['claimant_type'])}",
    )


def _growth(timeline, figures):
    scope = {"metric": "detentions", "group": "all", "stage": "detained", "claimant_type": GROWTH_SPEAKERS}
    rows, claims = steps(timeline, figures, measure="cumulative", **scope)
    rows = rows.dropna(subset=["value"])
    return rows[rows["date"] <= rows["date"].min() + FIRST_WEEKS], claims


def highest(figures, flags):
    """The largest numbers of detained, by source and speaker."""
    claims = _highest(figures)
    if claims.empty:
        return None
    rows = by_source(claims)
    top = claims.iloc[-1]
    same = claims[[reach(row) == reach(top) for row in claims.to_dict("records")]]
    printed = [f"{row['label']} {row['wording']}" for row in rows.to_dict("records")]
    backers = listing(sorted({credited(kind) for kind in same["claimant_type"]}))
    return Finding(
        claims=claims,
        plotted=rows[BY_SOURCE],
        title=_title(number(reach(top)), same, backers),
        subtitle=f"People reported detained or in custody, {country()}; every figure that reaches three "
        "quarters of the highest. Arrows: open ends, hollow dots: “about”",
        alt=f"Dots, one row an outlet, under the name of the speaker: {listing(printed)}.",
        reading=f"{plural(same['outlet'].nunique(), 'outlet')} of {claims['outlet'].nunique()} "
        f"{'prints' if same['outlet'].nunique() == 1 else 'print'} a figure that reaches {number(reach(top))}; the "
        f"highest credited to the interior ministry is {_of_ministry(claims)}{_added_up(claims, flags)}",
    )


def _title(words, same, backers):
    if {"interior_ministry", "police"} & set(same["claimant_type"]):
        return f"The highest number of detained, {words}, is credited to {backers}"
    return f"The highest number of detained, {words}, does not come from the interior ministry"


def _highest(figures):
    """Nationwide claims of detained or held that reach three quarters of the highest, lowest first."""
    claims = figures[
        (figures["metric"] == "detentions")
        & (figures["group"] == "all")
        & (figures["place"] == country())
        & ~figures["status"].isin(WITHDRAWING)
    ]
    claims = claims[claims["qualifier"] != "vague"]
    claims = claims.assign(_reach=[reach(row) for row in claims.to_dict("records")])
    claims = claims[claims["_reach"] >= 0.75 * claims["_reach"].max()]
    return claims.sort_values(["_reach", "published", "claim_id"], kind="stable").drop(columns="_reach")


def _added_up(claims, flags):
    """Where an outlet added two figures (flag `agency_sum`), which outlet."""
    sums = flags[(flags["flag"] == "agency_sum") & flags["claim_id"].isin(claims["claim_id"])]
    if sums.empty:
        return ""
    return f"; {listing(sorted(set(sums['outlet'])))} added the figure of one place to that of the country"


def _of_ministry(claims):
    own = claims[claims["claimant_type"] == "interior_ministry"]
    return wording(own.iloc[-1]) if len(own) else "below these"


def held(figures, timeline):
    """How many were held at a time, by the kind of custody."""
    scope = {"metric": "detentions", "group": "all", "stage": tuple(HELD), "claimant_type": "prosecutor"}
    rows, claims = steps(timeline, figures, wholes_only=False, **scope)
    rows = rows.dropna(subset=["value"])
    if rows.empty:
        return None
    rows["series"] = [sentence_case(stage.replace("_", " ")) for stage in rows["stage"]]
    rows["colour"] = rows["stage"].map(HELD)
    top = rows.sort_values(["value", "date"], kind="stable").iloc[-1]
    low = rows.sort_values(["value", "date"], kind="stable").iloc[0]
    turns = [f"{name.lower()} {plural(_swings(part), 'time')}" for name, part in rows.groupby("series")]
    return Finding(
        claims=claims[claims["stage"].isin(HELD)],
        plotted=rows[[*PLOTTED, "colour"]],
        title=f"Counts of those held at one time lie between {wording(low)} and {wording(top)}",
        subtitle=f"People reported held on the day, {country()}, credited to the prosecutor",
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
