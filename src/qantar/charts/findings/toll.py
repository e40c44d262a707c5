"""Deaths: how the toll moved, what was taken back, what its parts leave open, who the dead were said to be."""

import pandas as pd

from qantar.charts.data import country, days
from qantar.charts.findings.select import (
    BY_SOURCE,
    PLOTTED,
    busiest_speaker,
    part_rows,
    path_of,
    spelled,
    steps,
    totals,
    until_last_change,
)
from qantar.charts.prose import credited, day, group, listing, number, plural, possessive, sentence_case, wording
from qantar.charts.tell import Finding

# Those who keep a count of all the dead; the health ministry counts those who died in its care, and other offices,
# agencies and pages without a named speaker pass on what these say.
COUNTING = ("prosecutor", "ombudsman", "ngo", "media")
SECURITY_SPEAKERS = ("interior_ministry", "police", "president", "prosecutor")
FIRST_WEEKS = pd.Timedelta(days=14)


def answer(figures, retractions):
    """The toll in one sentence: the last count of a body that keeps one, and what had been withdrawn before."""
    said = totals(figures, "deaths").dropna(subset=["value", "day"]).sort_values(["day", "claim_id"], kind="stable")
    counted = said[said["claimant_type"].isin(COUNTING)]
    if said.empty:
        return "No source counts all the dead."
    last = (counted if len(counted) else said).iloc[-1]
    history = withdrawn_total(retractions)
    taken_back = ""
    if history is not None:
        value, date = history[["value", "withdrawn_on"]].iloc[0]
        taken_back = f"; a first figure of {number(value)} had been withdrawn on {day(date)}"
    return (
        f"The latest count credited to a body that keeps one ({credited(last['claimant_type'])}, "
        f"{day(last['published'])}) is {wording(last)} people reported killed in {country()}{taken_back}."
    )


def nationwide(figures, timeline, retractions):
    """How the count of all deaths moved, by who said it, with the withdrawn figure."""
    rows, claims = steps(timeline, figures, metric="deaths", group="all", claimant_type=COUNTING)
    rows = rows.dropna(subset=["value"])
    if rows.empty:
        return None
    lead = busiest_speaker(rows)
    rows = until_last_change(rows, lead)
    path = path_of(rows[rows["claimant_type"] == lead])
    if len(path) < 2:
        return None
    gone = _withdrawn_steps(retractions)
    drawn = rows if gone is None else pd.concat([gone, rows])
    floor = _floor(drawn)
    return Finding(
        claims=_with_withdrawn(claims[claims["day"] <= rows["date"].max()], figures, retractions),
        plotted=drawn[PLOTTED],
        title=sentence_case(possessive(lead)) + f" death toll went from {path[0]} to {path[-1]}{_after(gone)}",
        subtitle=f"People reported killed, {country()}, all groups, by the day the figure holds for"
        + (f"; the axis begins at {floor}" if floor else ""),
        alt=f"Step lines, one a speaker. {_paths(rows)}{_crossed(gone)}",
        reading=f"{possessive(lead)} figure moved {plural(len(path) - 1, 'time')}: {listing(path)}; "
        f"other lists end at {_ends(rows[rows['claimant_type'] != lead])}",
        options={"floor": floor},
    )


def _paths(rows):
    return " ".join(f"{name}: {listing(path_of(part))}." for name, part in rows.groupby("series"))


def _after(gone):
    return "" if gone is None else f", after {number(gone['value'].iloc[0])} was withdrawn"


def _crossed(gone):
    if gone is None:
        return ""
    first, last = number(gone["value"].iloc[0]), day(gone["date"].iloc[-1])
    return f" A first figure, {first}, is crossed out and dashed from {last}."


def _ends(rows):
    lasts = rows.dropna(subset=["value"]).sort_values("date", kind="stable").groupby("series").tail(1)
    return listing([f"{wording(row)} ({credited(row['claimant_type'])})" for row in lasts.to_dict("records")])


def _floor(rows):
    """Where the axis may begin: lines that all lie in the upper half are shown without the empty lower part."""
    lowest, highest = rows["value"].min(), rows["value"].max()
    return int(lowest * 0.92) // 10 * 10 if lowest > highest / 2 else 0


def withdrawn_total(retractions):
    """The history of the withdrawn figure that was printed most often, None where nothing was withdrawn."""
    if retractions.empty:
        return None
    ranked = retractions.groupby("figure_id").agg(size=("claim_id", "size"), value=("value", "max"))
    figure = ranked.sort_values(["size", "value"], kind="stable").index[-1]
    return retractions[retractions["figure_id"] == figure]


def _with_withdrawn(claims, figures, retractions):
    history = withdrawn_total(retractions)
    if history is None:
        return claims
    printed = figures[figures["claim_id"].isin(history["claim_id"])]
    return pd.concat([claims, printed]).drop_duplicates("claim_id")


def _withdrawn_steps(retractions):
    """Two steps of the withdrawn figure: the day it was first printed, the day it was taken back."""
    history = withdrawn_total(retractions)
    if history is None or history["metric"].iloc[0] != "deaths":
        return None
    ends = [days(history["published"]).min(), days(history["withdrawn_on"]).min()]
    rows = pd.DataFrame({"date": ends, "status": ["asserted", "retracted"]})
    value = history["value"].iloc[0]
    return rows.assign(series="First count", claimant_type="", qualifier="exact", value=value, low=value, high=value)


def security_forces(figures, timeline):
    """The deaths among security forces, which were revised downwards in public."""
    scope = {"metric": "deaths", "group": "security_forces", "claimant_type": SECURITY_SPEAKERS}
    rows, claims = steps(timeline, figures, wholes_only=False, **scope)
    rows = rows[rows["date"] <= rows["date"].min() + FIRST_WEEKS].dropna(subset=["value"])
    if rows.empty:
        return None
    down = rows[rows["revision"] == "open"]
    last = rows.sort_values("date", kind="stable").iloc[-1]
    revised = "" if down.empty else f" were revised down from {_before(down)} to {wording(down.iloc[0])}, then"
    return Finding(
        claims=claims[claims["day"] <= rows["date"].max()],
        plotted=rows[PLOTTED],
        title=f"Deaths among security forces{revised} came to {wording(last)}",
        subtitle=f"Members of security forces reported killed, {country()}, by the day the figure holds for",
        alt=f"Step lines, one a speaker, of deaths among security forces. {_paths(rows)}",
        reading=_revision(down),
    )


def _before(down):
    return number(down["value"].iloc[0] - down["change"].iloc[0])


def _revision(down):
    """In words, who lowered the figure and when."""
    if down.empty:
        return "no speaker lowered a figure"
    row = down.iloc[0]
    return (
        f"on {day(row['date'])} {credited(row['claimant_type'])} lowered its own figure from {_before(down)} to "
        f"{wording(row)}; pages printed later still credit it with other numbers"
    )


def withdrawn_parts(figures, retractions, parts):
    """The withdrawn total and the places it was said to be made of."""
    history = withdrawn_total(retractions)
    own = parts[parts["rest"].notna()]
    own = own[own["total_id"].isin([] if history is None else history["claim_id"])]
    if own.empty:
        return None
    best = own.sort_values(["n_parts", "total_id"], ascending=[False, True], kind="stable").iloc[0]
    listed = figures.set_index("claim_id", drop=False).loc[best["parts"].split()]
    rows = part_rows(f"All {best['metric']}", best["total"], listed["place"], listed["value"])
    total, rest = number(best["total"]), number(best["rest"])
    return Finding(
        claims=figures[figures["claim_id"].isin([best["total_id"], *listed["claim_id"]])],
        plotted=rows,
        title=f"Of the {total} deaths announced and withdrawn, {rest} were tied to no place",
        subtitle=f"People reported killed by place, {country()}, as of {day(best['date'])}; since withdrawn",
        alt=f"Bars laid end to end: {spelled(rows)}; the rest of {rest} is hatched.",
        reading=f"the places named add up to {number(best['sum'])} of {total}: the statement left {rest} deaths "
        "without a place even before it was taken back",
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
        reading=f"{len(rows)} groups have a figure, from {plural(named['claimant_type'].nunique(), 'kind')} of "
        "speakers; the words for them are the speakers’, and one side’s attacker is another’s protester",
    )


def _group_label(row):
    return f"{sentence_case(group(row['group']))}, {pd.Timestamp(row['published'][:7]):%b %Y}"
