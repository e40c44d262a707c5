"""A whole archive: what is counted, where, and for which days the figures differ most."""

from qantar.charts.archive import DOCUMENT
from qantar.charts.prose import day, listing, metric, number, plural, sentence_case, share
from qantar.charts.tell import Finding
from qantar.tables.frame import MAIN
from qantar.tables.withdrawals import WITHDRAWING

MOST_ROWS = 12
DAY = len("2022-01-09")


def answer(claims):
    """Two sentences: how much there is, and how much of it can be placed in time and space."""
    main = claims[claims["metric"].isin(MAIN)]
    if main.empty:
        return "No document states a figure."
    dated, placed = (main["as_of"] != "").sum(), (main["place"] != "").sum()
    return (
        f"{_documents(main[DOCUMENT].nunique())} {plural(len(main), 'figure')} about "
        f"{listing(metric(name) for name in _by_count(main)['metric'])}. {share(dated, len(main))} of them "
        f"are for a stated time, {share(placed, len(main))} for a stated place."
    )


def _documents(count):
    return f"{plural(count, 'document')} {'states' if count == 1 else 'state'}"


def metrics(claims):
    """What is counted, and in how many documents."""
    rows = _by_count(claims)
    if rows.empty:
        return None
    rows["label"] = [sentence_case(metric(name)) for name in rows["metric"]]
    first = rows.iloc[0]
    spoken = [f"{row['label']} {number(row['value'])}" for row in rows.to_dict("records")]
    return Finding(
        claims=claims[claims["metric"].isin(MAIN)],
        plotted=rows[["label", "value", "part", "text"]],
        title=f"{share(first['value'], rows['value'].sum())} of the figures count {metric(first['metric'])}",
        subtitle="Figures by what they count; dark: documents that state one",
        alt=f"Bars by metric: {listing(spoken)}.",
        reading=f"{_documents(first['part'])} {plural(first['value'], 'figure')} of {metric(first['metric'])}",
    )


def days(claims, name="deaths"):
    """The days and places for which most different totals are given.

    Args:
        claims: see `qantar.charts.archive.read_claims`.
        name: the metric.
    """
    whole = (claims["metric"] == name) & claims["group"].isin(["", "all"]) & (claims["part_of"] == "")
    standing = claims["value"].notna() & ~claims["status"].isin(WITHDRAWING)
    dated = claims[whole & standing & (claims["as_of"].str.len() == DAY)]
    rows = dated.groupby(["as_of", "place"], observed=True)["value"].agg(value="nunique", low="min", high="max")
    rows = rows[rows["value"] > 1].reset_index().astype({"place": str})
    if rows.empty:
        return None
    rows = rows.sort_values(["value", "as_of", "place"], ascending=[False, True, True], kind="stable").head(MOST_ROWS)
    rows["label"] = [_where_and_when(row) for row in rows.to_dict("records")]
    rows["note"] = [f"from {number(row['low'])} to {number(row['high'])}" for row in rows.to_dict("records")]
    first, spoken = rows.iloc[0], [f"{row['label']} {row['value']}, {row['note']}" for row in rows.to_dict("records")]
    return Finding(
        claims=dated,
        plotted=rows[["label", "value", "note", "low", "high"]],
        title=f"{first['label']}: {plural(first['value'], 'different total')} of {metric(name)}",
        subtitle=f"Different totals of {metric(name)} by the day and place that they are stated for",
        alt=f"Bars by day and place, with the lowest and highest number: {listing(spoken)}.",
        reading=f"they reach {first['note']}: a reason to read the documents behind them, for a toll that grows within "
        "a day, two speakers and two ways to count look alike here",
    )


def _where_and_when(row):
    return f"{day(row['as_of'])}, {row['place']}" if row["place"] else f"{day(row['as_of'])}, no place named"


def places(claims):
    """Where the counted people were."""
    placed = claims[(claims["place"] != "") & claims["metric"].isin(MAIN)]
    if placed.empty:
        return None
    rows = _counted(placed, "place").head(MOST_ROWS).rename(columns={"place": "label"})
    others = placed["place"].nunique() - len(rows)
    spoken = [f"{row['label']} {number(row['value'])}" for row in rows.to_dict("records")]
    rest = f"; {plural(others, 'further place')} not shown" if others else ""
    return Finding(
        claims=placed,
        plotted=rows[["label", "value", "part", "text"]],
        title=f"{share(rows['value'].iloc[0], len(placed))} of the figures with a place are about "
        f"{rows['label'].iloc[0]}",
        subtitle=f"Figures by the place that they are about{rest}; dark: documents that state one",
        alt=f"Bars by place: {listing(spoken)}.",
        reading=f"{_documents(rows['part'].iloc[0])} figures about {rows['label'].iloc[0]}",
    )


def _by_count(claims):
    """The main metrics with their figures (`value`) and documents (`part`), the most frequent first."""
    return _counted(claims[claims["metric"].isin(MAIN)], "metric")


def _counted(claims, column):
    """column → number of figures (`value`) and of documents that state one (`part`), both in words as `text`."""
    rows = claims.groupby(column, observed=True)[DOCUMENT].agg(value="size", part="nunique").reset_index()
    rows[column] = rows[column].astype(str)
    rows["text"] = [f"{number(row['value'])} in {plural(row['part'], 'document')}" for row in rows.to_dict("records")]
    return rows.sort_values(["value", column], ascending=[False, True], kind="stable", ignore_index=True)
