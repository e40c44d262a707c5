"""Injuries: what sources print for one day, and a sum that was printed as a count."""

import pandas as pd

from qantar.charts.data import country
from qantar.charts.findings.select import BY_SOURCE, by_source, most_disputed_day, part_rows, spelled, totals
from qantar.charts.prose import as_of, credited, day, listing, number, wording
from qantar.charts.tell import Finding


def answer(figures):
    """The injured in one sentence: how far sources are apart for the day with most different numbers."""
    if not (figures["metric"] == "injuries").any():
        return "No source gives a number of injured."
    claims = most_disputed_day(totals(figures, "injuries"))
    if claims.empty:
        return f"For no day do sources print two different totals of injured in {country()}."
    low, high = claims.iloc[0], claims.iloc[-1]
    return (
        f"Of the injured, for {day(low['as_of'])} alone, sources print from {wording(low)} "
        f"({credited(low['claimant_type'])}) to {wording(high)} ({credited(high['claimant_type'])})."
    )


def by_outlet(figures):
    """What sources print about the injured of the day for which most different numbers are printed."""
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
        subtitle=f"People reported injured, {country()}, as of {day(low['as_of'])}; arrows: open ends",
        alt=f"Dots, one row an outlet, under the name of the speaker: {listing(printed)}.",
        reading=f"the lowest figure is credited to {credited(low['claimant_type'])}, the highest to "
        f"{credited(high['claimant_type'])}; the two are {number(high['value'] - low['value'])} apart",
    )


def added_to_the_dead(figures, flags):
    """A number of injured that is really the injured and the dead together (flag `sum_conflation`)."""
    flagged = flags[flags["flag"] == "sum_conflation"]
    counted = figures[(figures["metric"] == "injuries") & figures["value"].notna()]
    printed, parts = (counted[counted["claim_id"].isin(flagged[name])] for name in ("claim_id", "related_id"))
    if printed.empty or parts.empty:
        return None
    total, hurt, day_of = printed["value"].max(), parts["value"].iloc[0], parts["as_of"].iloc[0]
    rows = part_rows("Printed as injured", total, ["Injured", "Killed"], [hurt, total - hurt])
    outlets = sorted(set(printed["outlet"]))
    speakers = dict.fromkeys(credited(kind) for kind in printed["claimant_type"].value_counts().index)
    last = f", the last on {day(max(printed['published']))}" if max(printed["published"]) else ""
    return Finding(
        claims=pd.concat([printed, parts]),
        plotted=rows,
        title=f"{number(total)} “injured” are {number(hurt)} injured and {number(total - hurt)} dead added together",
        subtitle=f"People, {country()}, {as_of(day_of)}",
        alt=f"Bars laid end to end: {spelled(rows)}, with no rest.",
        reading=f"{listing(outlets)} {'prints' if len(outlets) == 1 else 'print'} the sum, or a round form of it, as a "
        f"number of injured{last}; it is credited to {listing(speakers)}",
    )
