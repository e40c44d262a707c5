"""Sources: who is quoted, how much is copied, who reports on what, and when."""

import pandas as pd

from qantar.charts.data import country
from qantar.charts.findings.select import spelled
from qantar.charts.prose import (
    STATE_BODIES,
    claimant,
    credited,
    day,
    listing,
    metric,
    number,
    plural,
    sentence_case,
    share,
    times,
)
from qantar.charts.tell import Finding
from qantar.tables.frame import MAIN

MOST_ROWS = 18
PERIODS = {  # days since the first figure at which each ends
    "the first week": 7,
    "the second week": 14,
    "weeks three and four": 28,
    "months two and three": 91,
    "the rest of the first year": 365,
}


def answer(figures, sources):
    """Two sentences: how much was read, and how few voices are behind it."""
    state = figures["claimant_type"].isin(STATE_BODIES).sum()
    countries = sources.loc[sources["country_of_outlet"] != "", "country_of_outlet"].nunique()
    read = (
        f"{plural(len(sources), 'page')} by {plural(sources['outlet'].nunique(), 'outlet')}"
        f"{' from ' + plural(countries, 'country', 'countries') if countries else ''} "
        f"{'was' if len(sources) == 1 else 'were'} read"
    )
    if figures.empty:
        return f"{read}; no figure was found."
    subjects = listing(metric(name) for name in MAIN if name in set(figures["metric"]))
    return (
        f"{read}: {plural(len(figures), 'printed figure')} about {subjects} in {country()}. The figures go "
        f"back to {plural(figures['origin_id'].nunique(), 'separate statement')}, and {share(state, len(figures))} of "
        "them are credited to bodies of the state."
    )


def speakers(figures):
    """To whom the figures are credited."""
    if figures.empty:
        return None
    rows = figures.groupby("claimant_type").agg(value=("claim_id", "size"), part=("origin_id", "nunique"))
    rows = rows.reset_index().sort_values(["value", "claimant_type"], ascending=[False, True], kind="stable")
    rows["label"] = [sentence_case(claimant(kind)) for kind in rows["claimant_type"]]
    state = figures["claimant_type"].isin(STATE_BODIES).sum()
    nobody = (figures["claimant_type"] == "unattributed").sum()
    first = rows.iloc[0]
    return Finding(
        claims=figures,
        plotted=rows[["label", "value", "part"]],
        title=f"{share(state, len(figures))} of the printed figures are credited to bodies of the state",
        subtitle="Figures by the speaker to whom the source credits them; dark: separate statements among them",
        alt=f"Bars by speaker: {spelled(rows)}.",
        reading=f"{plural(figures['source_id'].nunique(), 'page')}, {plural(len(rows), 'kind')} of speakers; "
        f"credited to {credited(first['claimant_type'])}: {plural(first['value'], 'figure')} with "
        f"{plural(first['part'], 'statement')}; for {share(nobody, len(figures))} of the figures nobody is named",
        options={"whole": ("figures", "statements")},
    )


def copies(figures):
    """How many figures of each metric, and how many statements they go back to."""
    if figures.empty:
        return None
    rows = figures.groupby("metric").agg(value=("claim_id", "size"), part=("origin_id", "nunique")).reset_index()
    rows = rows.sort_values(["value", "metric"], ascending=[False, True], kind="stable")
    rows["label"] = [sentence_case(metric(name)) for name in rows["metric"]]
    total, statements = len(figures), figures["origin_id"].nunique()
    most = rows.loc[(rows["value"] / rows["part"]).idxmax()]
    spoken = [f"{row['label']} {row['part']} of {row['value']}" for row in rows.to_dict("records")]
    return Finding(
        claims=figures,
        plotted=rows[["label", "value", "part"]],
        title=f"{plural(total, 'printed figure')}, {plural(statements, 'statement')}: "
        + ("the rest are copies" if total > statements else "none is a copy"),
        subtitle="Figures by what they count; dark: separate statements (one speaker, one number, one date)",
        alt=f"Bars by metric, statements within figures: {listing(spoken)}.",
        reading=(_most_copied(most) if total > statements else "")
        + "a figure that many outlets print from one briefing is still one statement",
        options={"whole": ("figures", "statements")},
    )


def _most_copied(row):
    return f"{metric(row['metric'])} are copied most, {times(row['value'] / row['part'])} a statement; "


def coverage(table, figures):
    """Which outlets report on what, and where they are silent."""
    main = table[table["metric"].isin(MAIN)]
    counts = main.groupby(["outlet", "metric"]).agg(claims=("n_claims", "sum"), zeros=("n_zero", "sum")).reset_index()
    printed = counts[counts["claims"] > 0]
    if printed.empty:
        return None
    reach = printed.groupby("outlet").agg(metrics=("metric", "nunique"), claims=("claims", "sum"))
    rows = _matrix(counts, reach.sort_values(["claims", "metrics"], ascending=False, kind="stable").index[:MOST_ROWS])
    whole = int((reach["metrics"] == len(MAIN)).sum())
    rare = printed.groupby("metric")["outlet"].nunique().sort_values(kind="stable")
    spoken = [f"{metric(name)} by {count}" for name, count in rare.items()]
    return Finding(
        claims=figures,
        plotted=rows,
        title=f"{_outlets(whole, len(reach))} reports on all {len(MAIN)} subjects; {_rarest(rare)}",
        subtitle=f"Figures printed by {plural(rows['row'].nunique(), 'outlet')}, those with most figures; "
        f"{'a ringed 0 is a reported nought, ' if rows['only_zero'].any() else ''}a dot is silence",
        alt=f"Matrix of outlets and subjects. Of {plural(len(reach), 'outlet')}, {listing(spoken)}.",
        reading=f"{_reported(rare, len(reach))}; a page that was not read in full may say more than its row shows",
    )


def _reported(rare, outlets):
    first = f"{metric(rare.index[0])} are reported by {plural(int(rare.iloc[0]), 'outlet')}"
    return first + (
        f", {metric(rare.index[-1])} by {number(rare.iloc[-1])} of {number(outlets)}" if len(rare) > 1 else ""
    )


def _rarest(rare):
    silent = [metric(name) for name in MAIN if name not in rare.index]
    return f"none on {listing(silent)}" if silent else f"fewest report on {metric(rare.index[0])}"


def _matrix(counts, outlets):
    """Cells of the coverage chart for the outlets named, subjects in their usual order."""
    rows = counts[counts["outlet"].isin(outlets)]
    rows = rows.assign(
        y=rows["outlet"].map(list(outlets).index),
        x=rows["metric"].map(list(MAIN).index),
        row=rows["outlet"],
        column=rows["metric"].map(metric),
        only_zero=(rows["claims"] > 0) & (rows["claims"] == rows["zeros"]),
    )
    return rows.sort_values(["y", "x"], kind="stable")[["row", "column", "claims", "only_zero"]]


def _outlets(count, total):
    few = {0: "None", 1: "One"}
    return f"{few.get(count, number(count))} of {plural(total, 'outlet')}"


def _undated(figures, dated):
    count = len(figures) - len(dated)
    return f"; {number(count)} of pages without a day are left out" if count else ""


def periods(figures):
    """When the figures were printed, counted from the first."""
    dated = figures.dropna(subset=["day"])
    if dated.empty:
        return None
    age = (dated["day"] - dated["day"].min()).dt.days
    edges = [-1, *(days - 1 for days in PERIODS.values()), max(age.max(), 366)]
    names = [*PERIODS, "later years"]
    rows = pd.cut(age, edges, labels=names).value_counts().reindex(names).rename_axis("label").reset_index(name="value")
    month = int(rows["value"].iloc[:3].sum())
    rows["label"] = rows["label"].map(sentence_case)
    return Finding(
        claims=dated,
        plotted=rows,
        title=f"{share(month, len(dated))} of the figures were printed within four weeks of the first",
        subtitle=f"Printed figures by time since the first, {day(dated['day'].min())}{_undated(figures, dated)}",
        alt=f"Bars: {spelled(rows)}.",
        reading=_first_and_last(int(rows["value"].iloc[0]), int(rows["value"].iloc[-1])),
    )


def _first_and_last(first, last):
    later = (
        f"{plural(last, 'figure')} from later years, when few were still counting" if last else "none from later years"
    )
    return f"{plural(first, 'figure')} from the first week, when least was known, and {later}"
