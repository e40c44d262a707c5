"""Deaths: how the toll moved, what was taken back, what its parts leave open, who the dead were said to be."""

import pandas as pd

from qantar.charts.data import country, days
from qantar.charts.findings.select import (
    BY_SOURCE,
    PLOTTED,
    part_rows,
    path_of,
    short_day,
    spelled,
    steps,
    totals,
    until_last_change,
)
from qantar.charts.findings.speakers import NOBODY, keepers, lead, own_counts
from qantar.charts.findings.withdrawn import became, history_of, value_of
from qantar.charts.prose import (
    as_of,
    credited,
    day,
    group,
    listing,
    number,
    plural,
    possessive,
    sentence_case,
    wording,
)
from qantar.charts.tell import Finding
from qantar.check import is_day
from qantar.tables.withdrawals import WITHDRAWING

FIRST_WEEKS = pd.Timedelta(days=14)


def answer(figures, retractions):
    """The toll in one sentence: the last count of a body that keeps one, and what had been taken back before."""
    said = totals(figures, "deaths")
    said = said[~said["status"].isin(WITHDRAWING) & (said["withdrawn_on"] == "")]
    said = said[said[["value", "low", "high"]].notna().any(axis=1)]
    if said.empty:
        return "No source gives a standing number of all the dead."
    counted = keepers(said.assign(date=said["day"]).dropna(subset=["value", "day"]))[0]
    chosen = counted if len(counted) else said
    last = chosen.sort_values(["published", "as_of", "claim_id"], kind="stable").iloc[-1]
    when = f", {day(last['published'])}" if last["published"] else ""
    kind = "The latest figure" if when else "One figure"
    if len(counted) and last["claimant_type"] != NOBODY:
        kind = "The latest count credited to a body that keeps one"
    return (
        f"{kind} ({credited(last['claimant_type'])}{when}) is {wording(last)} people reported killed"
        f" in {country()}{_taken_back(retractions)}."
    )


def _taken_back(retractions):
    history = history_of(retractions, "deaths")
    if history is None:
        return ""
    on = history["withdrawn_on"].iloc[0]
    when = f" {'on' if is_day(on) else 'in'} {day(on)}" if on else ""
    return f"; a figure of {value_of(history)} was {became(history)}{when}"


def nationwide(figures, timeline, retractions):
    """How the count of all deaths moved, by who said it, with the withdrawn figure."""
    said, claims = steps(timeline, figures, metric="deaths", group="all")
    rows, single = keepers(said.dropna(subset=["value"]))
    if rows.empty:
        return None
    main = lead(rows)
    rows = until_last_change(rows, main)
    path = path_of(rows[rows["claimant_type"] == main])
    if len(path) < 2:
        return None
    gone = _withdrawn_steps(retractions)
    drawn = rows if gone is None else pd.concat([gone, rows])
    floor = _floor(drawn)
    claims = claims[claims["claimant_type"].isin(rows["claimant_type"]) & ~(claims["day"] > rows["date"].max())]
    return Finding(
        claims=_with_withdrawn(claims, figures, retractions),
        plotted=drawn[PLOTTED],
        title=sentence_case(possessive(main)) + f" death toll went from {path[0]} to {path[-1]}{_after(gone)}",
        subtitle=f"People reported killed, {country()}, all groups, by the day the figure holds for"
        + (f"; the axis begins at {floor}" if floor else ""),
        alt=f"Step lines, one a speaker. {_paths(rows)}{_crossed(gone)}",
        reading=f"{possessive(main)} figure moved {plural(len(path) - 1, 'time')}: {listing(path)}"
        + _others("other counts end at", rows[rows["claimant_type"] != main])
        + _others("offices that gave one number only are not drawn:", single),
        options={"floor": floor},
    )


def _paths(rows):
    return " ".join(f"{name}: {listing(path_of(part))}." for name, part in rows.groupby("series"))


def _after(gone):
    return "" if gone is None else f", after {number(gone['value'].iloc[0])} was withdrawn"


def _crossed(gone):
    if gone is None:
        return ""
    taken_back, last = number(gone["value"].iloc[0]), day(gone["date"].iloc[-1])
    return f" A figure, {taken_back}, is crossed out and dashed from {last}."


def _others(words, rows):
    """The last figure of each further speaker behind these words; nothing where there is none."""
    lasts = rows.dropna(subset=["value"]).sort_values("date", kind="stable").groupby("series").tail(1)
    told = [f"{wording(row)} ({credited(row['claimant_type'])})" for row in lasts.to_dict("records")]
    return f"; {words} {listing(told)}" if told else ""


def _floor(rows):
    """Where the axis may begin: lines that all lie in the upper half are shown without the empty lower part."""
    lowest, highest = rows["value"].min(), rows["value"].max()
    return int(lowest * 0.92) // 10 * 10 if lowest > highest / 2 else 0


def _with_withdrawn(claims, figures, retractions):
    history = history_of(retractions, "deaths")
    if history is None:
        return claims
    printed = figures[figures["claim_id"].isin(history["claim_id"])]
    return pd.concat([claims, printed]).drop_duplicates("claim_id")


def _withdrawn_steps(retractions):
    """Two steps of the withdrawn figure: the day it was first printed, the day it was taken back."""
    history = history_of(retractions, "deaths")
    if history is None or became(history) != "withdrawn":
        return None
    ends = [days(history["published"]).min(), days(history["withdrawn_on"]).min()]
    if pd.isna(ends).any():
        return None
    rows = pd.DataFrame({"date": ends, "status": ["asserted", "retracted"]})
    value = history["value"].iloc[0]
    return rows.assign(series="Taken back", claimant_type="", qualifier="exact", value=value, low=value, high=value)


def security_forces(figures, timeline):
    """The deaths among security forces, and whether a speaker lowered them."""
    rows, claims = steps(timeline, figures, wholes_only=False, metric="deaths", group="security_forces")
    rows = rows[rows["claimant_type"] != NOBODY].dropna(subset=["value"])
    rows = own_counts(rows[rows["date"] <= rows["date"].min() + FIRST_WEEKS], "deaths")
    if rows.empty:
        return None
    down = rows[(rows["revision"] == "open") & rows["change"].notna()]
    last = rows.sort_values("date", kind="stable").iloc[-1]
    revised = "" if down.empty else f" were revised down from {_before(down)} to {wording(down.iloc[0])}, then"
    claims = claims[claims["claimant_type"].isin(rows["claimant_type"]) & ~(claims["day"] > rows["date"].max())]
    return Finding(
        claims=claims,
        plotted=rows[PLOTTED],
        title=f"Deaths among security forces{revised} came to {wording(last)}",
        subtitle=f"Members of security forces reported killed, {country()}, by the day the figure holds for",
        alt=f"Step lines, one a speaker, of deaths among security forces. {_paths(rows)}",
        reading=_revision(down, claims),
    )


def _before(down):
    return number(down["value"].iloc[0] - down["change"].iloc[0])


def _revision(down, claims):
    """In words, who said openly that the earlier figure had been too high, and whether others were printed later."""
    if down.empty:
        return "no speaker said openly that an earlier figure had been too high"
    row = down.iloc[0]
    later = claims[(claims["claimant_type"] == row["claimant_type"]) & (claims["day"] > row["date"])]
    other = (later["value"].notna() & (later["value"] != row["value"])).any()
    return (
        f"on {day(row['date'])} {credited(row['claimant_type'])} said openly that the earlier figure had been "
        f"too high, {_before(down)} instead of {wording(row)}"
        + ("; pages printed later still credit it with other numbers" if other else "")
    )


def withdrawn_parts(figures, retractions, parts):
    """The withdrawn total and the places it was said to be made of."""
    history = history_of(retractions, "deaths")
    own = parts[parts["rest"].notna() & (parts["by"] == "place")]
    own = own[own["total_id"].isin([] if history is None else history["claim_id"])]
    if own.empty:
        return None
    best = own.sort_values(["n_parts", "total_id"], ascending=[False, True], kind="stable").iloc[0]
    listed = figures.set_index("claim_id", drop=False).loc[best["parts"].split()]
    rows = part_rows(f"All {best['metric']}", best["total"], listed["place"], listed["value"])
    total, rest = number(best["total"]), number(best["rest"])
    gone = became(history)
    left = f"the statement left {rest} deaths without a place even before it was {gone}"
    return Finding(
        claims=figures[figures["claim_id"].isin([best["total_id"], *listed["claim_id"]])],
        plotted=rows,
        title=f"Of the {total} deaths announced and {gone}, {rest if best['rest'] else 'none'} were tied to no place",
        subtitle=f"People reported killed by place, {country()}, {as_of(best['date'])}; since {gone}",
        alt=f"Bars laid end to end: {spelled(rows)}; the rest of {rest} is hatched.",
        reading=f"the places named add up to {number(best['sum'])} of {total}{': ' + left if best['rest'] else ''}",
    )


def groups(figures):
    """The last nationwide figure printed for each group among the dead."""
    dead = figures[(figures["metric"] == "deaths") & (figures["place"] == country()) & (figures["detail"] == "")]
    named = dead[dead["value"].notna() & ~dead["group"].isin(["all", "other"]) & (dead["status"] == "asserted")]
    rows = named.sort_values(["published", "value", "claim_id"], kind="stable").groupby("group").tail(1)
    if rows.empty:
        return None
    rows = rows.assign(
        label=[_group_label(row) for row in rows.to_dict("records")],
        speaker=[credited(kind) for kind in rows["claimant_type"]],
    )
    rows = rows.sort_values(["value", "label"], ascending=[False, True], kind="stable")
    spoken = [f"{wording(row)} {group(row['group'])}" for row in rows.to_dict("records")]
    return Finding(
        claims=named,
        plotted=rows[["label", "group", "published", *BY_SOURCE[1:-1]]],
        title=f"Who the dead were said to be: {listing(spoken[:3])}",
        subtitle=f"People reported killed, {country()}, last figure printed for each group and its month; "
        "groups overlap and are not added",
        alt=f"Dots, one a group: {listing(spoken)}.",
        reading=f"{plural(len(rows), 'group has', 'groups have')} a figure, from "
        f"{plural(named['claimant_type'].nunique(), 'kind')} of "
        "speakers; the words for them are the speakers’, and one side’s attacker is another’s protester",
    )


def _group_label(row):
    printed = short_day(row["published"][:7])
    return sentence_case(group(row["group"])) + (f", {printed}" if printed else "")
