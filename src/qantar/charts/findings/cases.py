"""Criminal and administrative cases: how many, for what, and what became of them."""

from qantar.charts.data import country
from qantar.charts.findings.select import PLOTTED, part_rows, path_of, spelled, steps, until_last_change
from qantar.charts.prose import compact, credited, day, listing, number, plural, sentence_case, wording
from qantar.charts.tell import Finding

SPEAKERS = ("prosecutor", "interior_ministry", "unattributed")
# Some figures are broken down by the body that investigates, not by the charge; they are no charges.
BODIES = ("interior_bodies", "police", "special_prosecutors")
MOST_PANELS = 8


def answer(figures, timeline):
    """One sentence: how the number of criminal cases grew."""
    rows = _opened(figures, timeline)[0]
    if rows.empty:
        return "No source counts criminal cases."
    first, last = rows.iloc[0], rows.iloc[-1]
    return (
        f"Criminal cases opened over the events grew from {wording(first)} ({day(first['date'])}) to {wording(last)} "
        f"({day(last['date'])}), as reported."
    )


def opened(figures, timeline):
    """How the number of criminal cases grew, by who said it."""
    rows, claims = _opened(figures, timeline)
    if rows.empty:
        return None
    first, last = rows.iloc[0], rows.iloc[-1]
    down = rows[(rows["direction"] == "down") & rows["change"].notna()]
    return Finding(
        claims=claims,
        plotted=rows[PLOTTED],
        title=f"Reported criminal cases grew from {wording(first)} to {wording(last)} in {_months(first, last)}",
        subtitle=f"Criminal cases reported opened, {country()}, all charges, by the day the figure holds for",
        alt="Step lines, one a speaker, of criminal cases. "
        + " ".join(f"{name}: {listing(path_of(part))}." for name, part in rows.groupby("series")),
        reading=f"{plural(len(path_of(rows)), 'figure')} in all; {_fell(down)}",
    )


def _months(first, last):
    return plural(max(1, round((last["date"] - first["date"]).days / 30.4)), "month")


def _opened(figures, timeline):
    scope = {"metric": "criminal_cases", "stage": "opened", "unit": "cases", "claimant_type": SPEAKERS}
    rows, claims = steps(timeline, figures, measure="cumulative", **scope)
    rows = until_last_change(rows.dropna(subset=["value"]), "prosecutor").sort_values("date", kind="stable")
    return rows, claims[claims["stage"].isin(["", "opened"]) & (claims["part_of"] == "")]


def _fell(down):
    if down.empty:
        return "no speaker’s figure ever fell"
    row = down.iloc[0]
    before = number(row["value"] - row["change"])
    return f"one of them is a fall, from {before} to {wording(row)} on {day(row['date'])}"


def by_charge(figures, timeline):
    """How the number of cases grew charge by charge."""
    charges = set(timeline.loc[timeline["metric"] == "criminal_cases", "detail"]) - {"", *BODIES}
    scope = {"metric": "criminal_cases", "stage": "opened", "claimant_type": SPEAKERS[:2], "detail": tuple(charges)}
    rows, claims = steps(timeline, figures, wholes_only=False, **scope)
    rows = rows.dropna(subset=["value"]).sort_values(["detail", "date", "value"], kind="stable")
    followed = rows.groupby("detail")["date"].nunique().loc[lambda dates: dates > 1].index
    rows = rows[rows["detail"].isin(followed)].drop_duplicates(["detail", "date"], keep="last")
    if rows.empty:
        return None
    lasts = rows.groupby("detail").tail(1).sort_values("value", ascending=False, kind="stable").head(MOST_PANELS)
    rows = rows.set_index("detail").loc[lasts["detail"]].reset_index()
    rows["series"] = [sentence_case(charge.replace("_", " ")) for charge in rows["detail"]]
    rows["text"] = [compact(row) for row in rows.to_dict("records")]
    grown, (main, speakers) = _growth(rows), _speakers(rows)
    return Finding(
        claims=claims[claims["detail"].isin(set(rows["detail"]))],
        plotted=rows[["series", "date", "value", "text", "claimant_type"]],
        title=f"Cases of {grown[0][0].lower()} grew most, from {grown[0][1]} to {grown[0][2]}{_least(grown)}",
        subtitle=f"Criminal cases reported opened, {country()}, charges with figures for two dates or more; "
        f"each panel has its own scale, from zero; {speakers}",
        alt="Small step charts, one a charge: "
        + listing([f"{name} from {first} to {last}" for name, first, last in grown])
        + ".",
        reading=f"charges are counted by different offices on different days, and one case may fall under several: the "
        f"{plural(len(grown), 'panel')} do not add up to all cases",
        options={"filled": main},
    )


def _growth(rows):
    """(charge, first, last) of every charge as they are to be read, the one that grew most first."""
    parts = sorted(rows.groupby("series"), key=lambda part: part[1]["value"].iloc[[0, -1]].diff().iloc[-1] * -1)
    return [(name, part["text"].iloc[0], part["text"].iloc[-1]) for name, part in parts]


def _least(grown):
    name, first, last = grown[-1]
    return f"; {name.lower()} stayed at {last}" if first == last and len(grown) > 1 else ""


def _speakers(rows):
    """The kind of speaker with most figures, and a key of filled and hollow dots where there are others."""
    counts = rows["claimant_type"].value_counts()
    main, others = counts.index[0], sorted(set(counts.index[1:]))
    if not others:
        return main, f"credited to {credited(main)}"
    return main, f"filled dots: {credited(main)}, hollow: {listing([credited(kind) for kind in others])}"


def penalties(figures, parts):
    """What administrative cases ended in, where the parts are stated."""
    own = parts[(parts["metric"] == "administrative_cases") & parts["rest"].notna()]
    if own.empty:
        return None
    best = own.sort_values(["n_parts", "total_id"], ascending=[False, True], kind="stable").iloc[0]
    listed = figures.set_index("claim_id", drop=False).loc[best["parts"].split()]
    stage = best["stage"].replace("_", " ")
    names = [sentence_case(name.replace("_", " ")) for name in listed["stage"]]
    rows = part_rows(sentence_case(stage), best["total"], names, listed["value"])
    largest = rows.iloc[1]
    return Finding(
        claims=figures[figures["claim_id"].isin([best["total_id"], *listed["claim_id"]])],
        plotted=rows,
        title=f"Of {number(best['total'])} people {stage} in administrative cases, {number(largest['value'])} were "
        f"{largest['label'].lower()}",
        subtitle=f"People in administrative cases, {country()}, as of {day(best['date'])}",
        alt=f"Bars laid end to end: {spelled(rows)}; not accounted for: {number(best['rest'])}.",
        reading=f"the {plural(len(rows) - 1, 'part')} named leave {number(best['rest'])} of {number(best['total'])} "
        "without an outcome",
    )
