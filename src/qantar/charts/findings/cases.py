"""Criminal and administrative cases: how many, for what, and what became of them."""

from qantar.charts.data import country
from qantar.charts.findings.select import PLOTTED, part_rows, path_of, reach, spelled, steps, until_last_change
from qantar.charts.findings.speakers import NOBODY, lead, named_or_all, own_counts
from qantar.charts.prose import as_of, compact, credited, day, listing, number, plural, sentence_case, wording
from qantar.charts.tell import Finding

# Some figures are broken down by the body that investigates, not by the charge; they are no charges.
BODIES = ("interior_bodies", "police", "special_prosecutors")
MOST_PANELS = 8


def answer(figures, timeline):
    """One sentence: how the number of criminal cases moved."""
    rows = _opened(figures, timeline)[0]
    told = int((figures["metric"] == "criminal_cases").sum())
    if rows.empty and not told:
        return "No source counts criminal cases."
    if rows.empty:
        return f"Criminal cases are counted in {plural(told, 'figure')}, none of which is a dated total of all opened."
    first, last = rows.iloc[0], rows.iloc[-1]
    if wording(first) == wording(last):
        return f"Criminal cases opened: {wording(last)} ({day(last['date'])}), as reported."
    return (
        f"Criminal cases opened over the events {_moved(first, last)} from {wording(first)} ({day(first['date'])}) to "
        f"{wording(last)} ({day(last['date'])}), as reported."
    )


def _moved(first, last):
    return "grew" if reach(last) > reach(first) else "went"


def opened(figures, timeline):
    """How the number of criminal cases moved, by who said it."""
    rows, claims = _opened(figures, timeline)
    if rows.empty:
        return None
    first, last = rows.iloc[0], rows.iloc[-1]
    down = rows[(rows["direction"] == "down") & rows["change"].notna()]
    return Finding(
        claims=claims,
        plotted=rows[PLOTTED],
        title=_title(first, last),
        subtitle=f"Criminal cases reported opened, {country()}, all charges, by the day the figure holds for",
        alt="Step lines, one a speaker, of criminal cases. "
        + " ".join(f"{name}: {listing(path_of(part))}." for name, part in rows.groupby("series")),
        reading=f"{plural(len(path_of(rows)), 'figure')} in all{_fell(down) if len(rows) > 1 else ''}",
    )


def _title(first, last):
    if wording(first) == wording(last):
        return f"Reported criminal cases: {wording(last)}"
    length = f"{_months(first, last)}" if last["date"] > first["date"] else "one day"
    return f"Reported criminal cases {_moved(first, last)} from {wording(first)} to {wording(last)} in {length}"


def _months(first, last):
    days = (last["date"] - first["date"]).days
    return plural(round(days / 30.4), "month") if days > 45 else plural(days, "day")


def _opened(figures, timeline):
    scope = {"metric": "criminal_cases", "stage": "opened", "unit": "cases"}
    rows, claims = steps(timeline, figures, measure="cumulative", **scope)
    rows = rows.dropna(subset=["value"])
    if len(rows):
        rows = own_counts(rows, "criminal_cases")
        rows = until_last_change(rows, lead(named_or_all(rows))).sort_values("date", kind="stable")
    claims = claims[claims["claimant_type"].isin(rows["claimant_type"])]
    return rows, claims[claims["stage"].isin(["", "opened"]) & (claims["part_of"] == "")]


def _fell(down):
    if down.empty:
        return "; no speaker’s figure ever fell"
    row = down.iloc[0]
    before = number(row["value"] - row["change"])
    return f"; one of them is a fall, from {before} to {wording(row)} on {day(row['date'])}"


def by_charge(figures, timeline):
    """How the number of cases grew charge by charge."""
    charges = set(timeline.loc[timeline["metric"] == "criminal_cases", "detail"]) - {"", *BODIES}
    scope = {"metric": "criminal_cases", "stage": "opened", "detail": tuple(charges)}
    rows, claims = steps(timeline, figures, wholes_only=False, **scope)
    rows = (
        rows[rows["claimant_type"] != NOBODY]
        .dropna(subset=["value"])
        .sort_values(["detail", "date", "value"], kind="stable")
    )
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
        title=_charge_title(grown),
        subtitle=f"Criminal cases reported opened, {country()}, charges with figures for two dates or more; "
        f"each panel has its own scale, from zero; {speakers}",
        alt="Small step charts, one a charge: "
        + listing([f"{name} from {first} to {last}" for name, first, last in grown])
        + ".",
        reading=f"charges are counted by different offices on different days, and one case may fall under several: the "
        f"{plural(len(grown), 'panel does', 'panels do')} not add up to all cases",
        options={"filled": main},
    )


def _growth(rows):
    """(charge, first, last) of every charge as they are to be read, the one that grew most first."""
    parts = sorted(rows.groupby("series"), key=lambda part: part[1]["value"].iloc[[0, -1]].diff().iloc[-1] * -1)
    return [(name, part["text"].iloc[0], part["text"].iloc[-1]) for name, part in parts]


def _charge_title(grown):
    name, first, last = grown[0]
    if first == last:
        return f"Cases of {name.lower()}: {last}, without change"
    return f"Cases of {name.lower()} {'changed' if len(grown) == 1 else 'grew'}{_most(grown)}"


def _most(grown):
    first, last, name = grown[0][1], grown[0][2], grown[-1]
    most = " most," if len(grown) > 1 else ""
    least = f"; {name[0].lower()} stayed at {name[2]}" if name[1] == name[2] and len(grown) > 1 else ""
    return f"{most} from {first} to {last}{least}"


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
        subtitle=f"People in administrative cases, {country()}, {as_of(best['date'])}",
        alt=f"Bars laid end to end: {spelled(rows)}; not accounted for: {number(best['rest'])}.",
        reading=f"of {number(best['total'])}, the {plural(len(rows) - 1, 'part')} named "
        f"{'leave' if len(rows) > 2 else 'leaves'} {number(best['rest'])} without an outcome",
    )
