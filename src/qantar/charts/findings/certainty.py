"""How sure can we be: what rules, conventions, hedges and missing parts do to a number."""

import numpy as np
import pandas as pd

from qantar.charts.data import country
from qantar.charts.findings.select import USUAL_STAGE, short, short_day, spelled
from qantar.charts.prose import (
    credited,
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
from qantar.tables.frame import MAIN

RULES = {
    "latest": "latest",
    "highest_priority": "office nearest",
    "majority": "majority",
    "lowest": "lowest",
    "envelope": "envelope",
}
QUALIFIERS = {
    "exact": "exact",
    "more_than": "more than",
    "at_least": "at least",
    "about": "about",
    "almost": "nearly",
    "up_to": "up to",
    "less_than": "fewer than",
    "range": "a range",
    "vague": "only words (dozens)",
}
PROFILES = {"interval": "as bounds", "acled": "by ACLED", "ccc": "by CCC"}
GROUPS = ("", "all", "security_forces")
KEY = ["metric", "group", "place", "detail", "stage", "measure", "date"]
COMPETING = 3  # statements on one subject and day from which on it is worth comparing rules
MOST_ROWS = 7
MOST_TOTALS = 12


def answer(reconciled, figures):
    """Two sentences: how many figures are exact, and on how many statements a reconciled number rests."""
    days = _days(reconciled)
    if figures.empty:
        return "No source states a figure."
    alone = (days["n_origins"] <= 1).sum()
    exact = (figures["qualifier"] == "exact").sum()
    rest = (
        f", but exactness is not evidence: {share(alone, len(days))} of the numbers that can be read for a subject and "
        "a day rest on a single statement. Where statements differ, the rule one follows decides the number."
    )
    return f"{share(exact, len(figures))} of the printed figures are exact{rest if len(days) else '.'}"


def _days(reconciled):
    """One row for every subject and day that has a standing figure."""
    main = reconciled[reconciled["metric"].isin(MAIN) & (reconciled["rule"] == "latest")]
    return main[main["n_claims"] > 0]


def rules(reconciled, figures):
    """The five rules side by side, for the subjects and days on which most statements compete."""
    own = reconciled[reconciled["metric"].isin(MAIN) & (reconciled["place"] == country())]
    usual = own["stage"].isin(["", *USUAL_STAGE.values()]) & (own["detail"] == "")
    own = own[usual & own["group"].isin(GROUPS) & (own["n_origins"] >= COMPETING)]
    if own.empty:
        return None
    own = own.assign(row=[_label(row) for row in own.to_dict("records")])
    busiest = own.groupby("row")["n_origins"].max().sort_values(ascending=False, kind="stable").index[:MOST_ROWS]
    rows = _by_rule(own[own["row"].isin(busiest)], list(busiest))
    single = rows[rows["column"] != RULES["envelope"]]  # an envelope is no single number
    factor = 2 ** single["moved"].max()
    if single["moved"].isna().all():
        return None
    widest = single.loc[single["moved"].idxmax(), "row"]
    apart = f"the rules are furthest apart on {_plain(widest)}{_lowest_of(own[own['row'] == widest], figures)}"
    same = factor < 1.01
    return Finding(
        claims=_claims(own[own["row"].isin(busiest)], figures),
        plotted=rows,
        title="Every rule that gives a number gives the same one here"
        if same
        else f"Which rule one follows can make a number {times(factor)} as large",
        subtitle=f"Number read for a subject and day, {country()}, by rule, where most statements compete; the "
        "darker, the further above the lowest; –: the rule gives none",
        alt=f"Grid of numbers by rule: {listing(_cells(rows))}.",
        reading=f"{'' if same else apart + '; '}only the envelope keeps both ends",
    )


def _by_rule(own, labels):
    """Cells of subject and day × rule; the envelope shows both ends, a rule that gives no number a dash."""
    ends = own["rule"] == "envelope"
    value = own["best"].where(~ends, own["high"])
    lowest = own["row"].map(own[own["rule"] == "lowest"].set_index("row")["best"])
    rows = own.assign(
        column=own["rule"].map(RULES),
        text=[_ends(row) if row["rule"] == "envelope" else _dash(row["best"]) for row in own.to_dict("records")],
        moved=np.log2((value / lowest).astype(float)),
        y=own["row"].map(labels.index),
        x=own["rule"].map(list(RULES).index),
    )
    return rows.sort_values(["y", "x"], kind="stable")[["row", "column", "text", "moved"]]


def _lowest_of(own, figures):
    """Who gives the lowest figure of a subject and day: an office may count its own people only."""
    chosen = figures[figures["claim_id"].isin(own.loc[own["rule"] == "lowest", "claim_id"])]
    if chosen.empty:
        return ""
    said = chosen.iloc[0]
    return f", where the lowest, {wording(said)}, is credited to {credited(said['claimant_type'])}"


def _dash(number_or_blank):
    return "–" if pd.isna(number_or_blank) else number(number_or_blank)


def _ends(row):
    """Bounds as they are to be read: one number where they meet, an open end as a sign."""
    low, high = (None if pd.isna(row[end]) else number(row[end]) for end in ("low", "high"))
    if low == high:
        return low or "–"
    return f"≥ {low}" if high is None else f"≤ {high}" if low is None else f"{low}–{high}"


def _cells(rows):
    return [f"{row['row']} {row['column']} {row['text']}" for row in rows.to_dict("records")]


def _plain(label):
    return label[:1].lower() + label[1:]


def _label(row):
    return short(f"{sentence_case(metric(row['metric']))}{whom(row['group'])}, {short_day(row['date'])}", 38)


def _claims(rows, figures):
    """The figures of the subjects and dates that rows of a computed table are about."""
    keys = set(zip(rows["metric"], rows["group"], rows["date"], strict=True))
    dates = figures["as_of"].where(figures["as_of"] != "", figures["published"])
    return figures.loc[[key in keys for key in zip(figures["metric"], figures["group"], dates, strict=True)]]


def conventions(effect, figures):
    """How numbers that rest on a vague word alone move with the convention for reading it."""
    own = effect[effect["metric"].isin(MAIN) & (effect["n_vague"] == effect["n_claims"])]
    moved = own[(own["low_shift"].fillna(0) != 0) | (own["high_shift"].fillna(0) != 0)]
    own = own.merge(moved[KEY].drop_duplicates(), on=KEY)
    firsts = own[own["profile"] == "interval"].drop_duplicates(["metric", "low", "high"]).head(MOST_ROWS)
    if firsts.empty:
        return None
    own = own.merge(firsts[KEY], on=KEY)
    rows = own.assign(
        row=[_label(row) for row in own.to_dict("records")],
        column=own["profile"].map(PROFILES),
        text=[_ends(row) for row in own.to_dict("records")],
        moved=np.log2((own["high"] / own["low"]).astype(float)),
        x=own["profile"].map(list(PROFILES).index),
    ).sort_values(["metric", "date", "x"], kind="stable")[["row", "column", "text", "moved"]]
    first = rows.groupby("row", sort=False)["text"].nunique().idxmax()
    readings = [f"{row['text']} ({row['column']})" for row in rows[rows["row"] == first].to_dict("records")]
    return Finding(
        claims=_claims(firsts, figures),
        plotted=rows,
        title=f"One vague word, {rows.loc[rows['row'] == first, 'text'].nunique()} readings: {listing(readings)}",
        subtitle="Figures that rest on a vague word alone, by convention; the darker, the wider the reading",
        alt=f"Grid of readings: {listing(_cells(rows))}.",
        reading=f"{plural(len(firsts), 'figure')} shown here {'has' if len(firsts) == 1 else 'have'} no number at all; "
        "these pages keep the bounds of the wording and make up none",
    )


def hedges(figures):
    """How the printed figures are worded."""
    if figures.empty:
        return None
    counts = figures["qualifier"].value_counts()
    rows = pd.DataFrame({"label": list(QUALIFIERS.values()), "value": [int(counts.get(q, 0)) for q in QUALIFIERS]})
    rows = rows[rows["value"] > 0].assign(label=lambda rows: rows["label"].map(sentence_case))
    lower = int(counts.reindex(["more_than", "at_least"]).fillna(0).sum())
    upper = int(counts.reindex(["almost", "up_to", "less_than"]).fillna(0).sum())
    return Finding(
        claims=figures,
        plotted=rows,
        title=f"{share(counts.get('exact', 0), len(figures))} of the figures are printed as exact numbers",
        subtitle="Printed figures by their wording",
        alt=f"Bars by wording: {spelled(rows)}.",
        reading=f"open upwards: {tally(lower, 'figure')}, downwards: {tally(upper, 'figure')}"
        + ("; a method that keeps one number a figure would drop these ends without a trace" if lower + upper else ""),
    )


def rests(parts, figures):
    """How much of each total its stated parts account for."""
    own = parts[parts["rest"].notna() & (parts["n_parts"] >= 2) & parts["metric"].isin(MAIN)]
    own = own.drop_duplicates(["metric", "group", "place", "total", "by", "sum"])
    own = own.sort_values(["rest", "total"], key=abs, ascending=False, kind="stable")
    if own.empty:
        return None
    labels = [_total(row, country()) for row in own.to_dict("records")]
    rows = pd.DataFrame({"label": labels, "value": 100.0})
    rows["part"] = (100 * own["sum"] / own["total"]).to_numpy(dtype=float)
    rows["text"] = [f"{number(row['sum'])} of {number(row['total'])}" for row in own.to_dict("records")]
    rows = rows.head(MOST_TOTALS)
    left = int((own["rest"] > 0).sum())
    over = int((own["rest"] < 0).sum())
    listed = [claim for claims in own["parts"] for claim in claims.split()]
    return Finding(
        claims=figures[figures["claim_id"].isin([*own["total_id"], *listed])],
        plotted=rows.round(1),
        title=f"{left or 'None'} of {plural(len(own), 'total')} {'is' if left == 1 else 'are'} not fully accounted for "
        "by stated parts",
        subtitle="Sum of the stated parts in totals with two parts or more, largest rest first; dark: accounted for",
        alt=f"Bars, parts within totals: {listing([f'{row.label} {row.text}' for row in rows.itertuples()])}.",
        reading=f"parts leave a rest in {tally(left, 'total')} and exceed {tally(over, 'total')}; no part was "
        "rescaled to make them fit",
    )


def _total(row, whole):
    by = {"detail": "kind"}.get(row["by"], row["by"])
    people = whom(row["group"])
    where = "" if row["place"] in ("", whole) else f", {row['place']}"
    comma = "," if people or where else ""
    return f"{sentence_case(metric(row['metric']))}{people}{where}{comma} by {by}, {short_day(row['date'])}"


def alone(reconciled, figures):
    """On how many statements the figure of a subject and a day rests."""
    own = _days(reconciled)
    if own.empty:
        return None
    bins = {"one statement": (1, 1), "two": (2, 2), "three or more": (3, 10**6)}
    counts = [int(own["n_origins"].between(*ends).sum()) for ends in bins.values()]
    copied = own[(own["n_origins"] == 1) & (own["n_outlets"] > 1)]
    rows = pd.DataFrame({"label": [sentence_case(name) for name in bins], "value": counts})
    return Finding(
        claims=figures,
        plotted=rows,
        title=f"{share(counts[0], len(own))} of the numbers for a subject and a day rest on one statement",
        subtitle="Subjects (metric, group, place, kind) and days with a standing figure, by the number of separate "
        "statements",
        alt=f"Bars by number of statements: {spelled(rows)}.",
        reading=_copied(len(copied)),
    )


def _copied(count):
    if not count:
        return "none of them is one statement printed by several outlets"
    looks = "looks better supported than it is" if count == 1 else "look better supported than they are"
    return f"{number(count)} of them {looks}: several outlets, one statement"
