"""Over time: which way figures move, how late they come, and how long old ones live on."""

import pandas as pd

from qantar.charts.data import country, days
from qantar.charts.findings.select import spelled, totals
from qantar.charts.findings.speakers import keepers, lead
from qantar.charts.prose import day, listing, metric, number, plural, sentence_case, share, whom
from qantar.charts.tell import Finding
from qantar.tables.frame import MAIN

DIRECTIONS = {
    "up": "raised",
    "restated": "restated",
    "down": "lowered",
    "retracted": "withdrawn",
}
LAGS = {"the same day": 0, "the next day": 1, "two to seven days": 7, "eight to thirty days": 30, "later": 10**6}
MOST_REVISIONS = 9


def answer(timeline, figures):
    """Two sentences: which way figures move, and how late they are printed."""
    moved = timeline[timeline["metric"].isin(MAIN) & timeline["direction"].isin(["up", "down"])]
    up, down = (int((moved["direction"] == way).sum()) for way in ("up", "down"))
    changed = f"When a speaker’s figure changed, it rose {plural(up, 'time')} and fell {plural(down, 'time')}."
    lag = _lags(figures)
    near = share((lag <= 1).sum(), len(lag))
    late = f" {near} of the figures that name their day were printed on that day or the next." if len(lag) else ""
    return (changed if len(moved) else "No speaker’s figure changed.") + late


def directions(timeline, figures):
    """How often a speaker's next figure was higher, lower, the same, or a withdrawal."""
    own = timeline[timeline["metric"].isin(MAIN) & timeline["direction"].isin(list(DIRECTIONS))]
    if own.empty:
        return None
    counts = own["direction"].value_counts()
    rows = pd.DataFrame({"label": [sentence_case(word) for word in DIRECTIONS.values()],
                         "value": [int(counts.get(key, 0)) for key in DIRECTIONS]})  # fmt: skip
    silent = int((own["revision"] == "silent").sum())
    down = int(counts.get("down", 0))
    return Finding(
        claims=figures[figures["claim_id"].isin(own["claim_id"])],
        plotted=rows,
        title=f"Figures rose {plural(int(counts.get('up', 0)), 'time')} and fell {plural(down, 'time')}",
        subtitle="Each speaker’s next figure on the same subject, group and place, against the one before",
        alt=f"Bars: {spelled(rows)}.",
        reading=_falls(down, silent),
    )


def _falls(down, silent):
    if not down:
        return "no speaker’s figure fell"
    told = f"{number(silent) if silent else 'none'} of a running total came without a word"
    return f"of {plural(down, 'fall')}, {told} that the earlier figure had been too high"


def lowered(timeline, figures):
    """Running totals that fell, before and after."""
    fell = timeline[(timeline["revision"] != "") & timeline["change"].notna() & timeline["metric"].isin(MAIN)]
    fell = fell[fell["place"] == country()]
    if fell.empty:
        return None
    fell = fell.assign(before=fell["value"] - fell["change"], silent=fell["revision"] != "open")
    fell = fell.sort_values(["silent", "date", "metric"], kind="stable").head(MOST_REVISIONS)
    labels = [_revised(row) for row in fell.to_dict("records")]
    rows = pd.DataFrame({"label": labels, "value": 100.0, "part": 100 * fell["value"] / fell["before"]})
    rows["text"] = [_fall(row) for row in fell.to_dict("records")]
    told = len(fell) - int(fell["silent"].sum())
    spoken = [f"{label} {text}" for label, text in zip(rows["label"], rows["text"], strict=True)]
    return Finding(
        claims=figures[figures["claim_id"].isin(fell["claim_id"])],
        plotted=rows.round(1),
        title=f"{plural(len(fell), 'running total')} fell, {_worded(told, len(fell))} a word of explanation",
        subtitle=f"Running totals that fell from one exact figure of a speaker to the next, {country()}; dark: "
        "what was left of the earlier figure",
        alt=f"Bars, what was left of each figure: {listing(spoken)}.",
        reading=f"a running total cannot fall by itself: {_announced(told, len(fell))}",
    )


def _worded(told, fell):
    if fell == 1:
        return "with" if told else "without"
    return f"{told or 'none'} of them with"


def _announced(told, fell):
    """How many of the falls were announced, and how the others show."""
    beside = "only when old and new pages are laid side by side"
    if told == fell:
        return "this fall was announced as a correction" if fell == 1 else "all these falls were so announced"
    if not told:
        return f"{'this fall shows' if fell == 1 else f'these {fell} falls show'} {beside}"
    return (
        f"{told} of these {fell} falls {'was' if told == 1 else 'were'} announced as a correction, the "
        f"{'other shows' if fell - told == 1 else 'others show'} {beside}"
    )


def _fall(row):
    said = "" if row["silent"] else ", said openly"
    return f"{number(row['before'])} to {number(row['value'])}{said}"


def _revised(row):
    kind = row["detail"] or ("" if row["stage"] in ("", "opened") else row["stage"])
    of_kind = f", {kind.replace('_', ' ')}" if kind else ""
    return f"{sentence_case(metric(row['metric']))}{whom(row['group'])}{of_kind}, {pd.Timestamp(row['date']):%b %Y}"


def lag(figures):
    """How many days lie between the day a figure holds for and the day it was printed."""
    late = _lags(figures)
    if late.empty:
        return None
    bins = pd.cut(late, [-1, *LAGS.values()], labels=list(LAGS)).value_counts().reindex(list(LAGS))
    rows = bins.rename_axis("label").reset_index(name="value")
    rows["label"] = rows["label"].map(sentence_case)
    undated = int((figures["as_of"].str.len() != 10).sum())
    return Finding(
        claims=figures.loc[late.index],
        plotted=rows,
        title=f"{share((late <= 1).sum(), len(late))} of the figures were printed on their own day or the next",
        subtitle="Printed figures by the time from the day they hold for to the day of publication",
        alt=f"Bars: {spelled(rows)}.",
        reading=f"{_latest(late.max())}; {_dayless(undated)}",
    )


def _dayless(count):
    if not count:
        return "every figure names its day"
    return f"{plural(count, 'further figure')} {'names' if count == 1 else 'name'} no day at all"


def _latest(longest):
    return f"the latest came {plural(int(longest), 'day')} after their date" if longest else "none came later"


def _lags(figures):
    late = (figures["day"] - days(figures["as_of"])).dt.days.dropna().astype(int)
    return late[late >= 0]


def in_circulation(figures):
    """Which totals of deaths were printed when, and how long the old ones went on."""
    dead = totals(figures, "deaths").dropna(subset=["day", "value"])
    if dead.empty:
        return None
    dead = dead[dead["value"].isin(_official(dead))].sort_values(["day", "value"], kind="stable")
    if dead["value"].nunique() < 2:
        return None
    office = _busiest_office(dead)
    manner = [_manner(row, dead[dead["claimant_type"] == office]) for row in dead.to_dict("records")]
    rows = dead.assign(label=[number(value) for value in dead["value"]], date=dead["day"], manner=manner)
    rows = rows.sort_values(["value", "day", "claim_id"], kind="stable")
    old = rows[rows["manner"] == "former"]
    return Finding(
        claims=dead,
        plotted=rows[["label", "date", "manner", "value", "outlet"]],
        title=f"{plural(len(old), 'page') if len(old) else 'No page'} printed an older toll when a newer, higher one "
        "was out",
        subtitle=f"Printings of each official total of deaths, {country()}, by day of publication",
        alt=f"Dots by number and day. Numbers: {listing(list(dict.fromkeys(rows['label'])))}. Printed late: "
        f"{listing([f'{label} by {outlet}' for label, outlet in zip(old['label'], old['outlet'], strict=True)])}.",
        reading=_oldest(old),
        options={"words": {"asserted": "current", "former": "out of date", "withdrawn": "withdrawn"}},
    )


def _busiest_office(dead):
    """The body that keeps a count and gave the most different numbers (others pass its numbers on)."""
    kept = keepers(dead.assign(date=dead["day"]))[0]
    return lead(kept if len(kept) else dead)


def _manner(row, official):
    """Whether a printing was current on its day, out of date, or of a figure that was withdrawn."""
    if row["withdrawn_on"]:
        return "withdrawn"
    earlier = official[(official["day"] < row["day"]) & (official["withdrawn_on"] == "")].sort_values(["day", "value"])
    known = (earlier["value"] == row["value"]).any()  # else this very page brings a new figure, be it a lower one
    first_printed = earlier.drop_duplicates("value")  # an old figure that is printed again is no newer one
    return "former" if known and first_printed["value"].iloc[-1] > row["value"] else "asserted"


def _official(dead):
    """The totals that the office with most figures has given, and those that were withdrawn."""
    return set(dead.loc[(dead["claimant_type"] == _busiest_office(dead)) | (dead["withdrawn_on"] != ""), "value"])


def _oldest(old):
    if old.empty:
        return "no number that was out of date was printed as current"
    row = old.sort_values(["value", "day"], kind="stable").iloc[0]
    last = old[old["value"] == row["value"]].iloc[-1]
    told = f"{number(row['value'])}, last on {day(last['published'])} by {last['outlet']}"
    return f"the oldest number still printed as current is {told}"
