"""Injuries: what sources print for one day, and a sum that was printed as a count."""

import pandas as pd

from qantar.charts.data import country
from qantar.charts.findings.select import BY_SOURCE, by_source, most_disputed_day, part_rows, spelled, totals
from qantar.charts.prose import credited, day, listing, number, wording
from qantar.charts.tell import Finding


def answer(figures):
    """The injured in one sentence: how far sources are apart on the day on which they differ most."""
    claims = most_disputed_day(totals(figures, "injuries"))
    if claims.empty:
        return "No day has two figures of injured to compare."
    low, high = claims.iloc[0], claims.iloc[-1]
    return (
        f"The number of injured is less settled: for {day(low['as_of'])} alone, sources print from {wording(low)} "
        f"({credited(low['claimant_type'])}) to {wording(high)} ({credited(high['claimant_type'])})."
    )


def by_outlet(figures):
    """What sources print about the injured on the day on which they differ most."""
    claims = most_disputed_day(totals(figures, "injuries"))
    if claims.empty:
        return None
    rows = by_source(claims)
    low, high = claims.iloc[0], claims.iloc[-1]
    printed = [f"{row['label']} {row['wording']}" for row in rows.to_dict("records")]
    return Finding(
        claims=claims,
        plotted=rows[BY_SOURCE],
        title=f"For {day(low['as_of'], year=False)}, sources print from {wording(low)} to {wording(high)} injured",
        subtitle=f"People reported injured, {country(figures)}, all groups, as of {day(low['as_of'])}; arrows: open ends",
        alt=f"Dots, one row an outlet, under the name of the speaker: {listing(printed)}.",
        reading=f"the lowest figure is credited to {credited(low['claimant_type'])}, the highest to "
        f"{credited(high['claimant_type'])}; the two are {number(high['value'] - low['value'])} apart",
    )


def added_to_the_dead(figures):
    """A number of injured that is really the injured and the dead together."""
    injured, dead = totals(figures, "injuries"), totals(figures, "deaths")
    found = _sum_of_both(injured, dead)
    if found is None:
        return None
    day_of, total, hurt, killed = found
    printed = injured[(injured["value"] == total) | _rounded_to(injured, total)]
    parts = injured[(injured["value"] == hurt) & (injured["as_of"] == day_of)]
    rows = part_rows("Printed as injured", total, ["Injured", "Killed"], [hurt, killed])
    outlets = sorted(set(printed["outlet"]))
    return Finding(
        claims=pd.concat([printed, parts]),
        plotted=rows,
        title=f"{number(total)} “injured” are {number(hurt)} injured and {number(killed)} dead added together",
        subtitle=f"People, {country(figures)}, as of {day(day_of)}",
        alt=f"Bars laid end to end: {spelled(rows)}, with no rest.",
        reading=f"{listing(outlets)} {'prints' if len(outlets) == 1 else 'print'} the sum, or a round form of it, as a "
        f"number of injured, the last on {day(max(printed['published']))}",
    )


def _sum_of_both(injured, dead):
    """(as-of date, sum, injured, dead) of the largest number of injured that is another plus that day's dead."""
    exact = injured[(injured["qualifier"] == "exact") & (injured["as_of"] != "")]
    killed = set(zip(dead["as_of"], dead["value"], strict=True))
    pairs = exact.merge(exact, on="as_of", suffixes=("_sum", "_part"))
    pairs["rest"] = pairs["value_sum"] - pairs["value_part"]
    known = [(row["as_of"], row["rest"]) in killed and row["rest"] > 0 for row in pairs.to_dict("records")]
    found = pairs[known].sort_values("value_sum", ascending=False, kind="stable")
    if found.empty:
        return None
    best = found.iloc[0]
    return best["as_of"], int(best["value_sum"]), int(best["value_part"]), int(best["rest"])


def _rounded_to(claims, total):
    """Claims that print the number rounded down to hundreds: "more than 4,500" for 4,578."""
    return (claims["value"] == total // 100 * 100) & claims["qualifier"].isin(["more_than", "at_least", "about"])
