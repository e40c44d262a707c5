"""What was known when: figures as they stood on a day, with what was taken back by then."""

import pandas as pd

from qantar.charts.data import country, days
from qantar.charts.findings.select import USUAL_STAGE, short, totals
from qantar.charts.findings.withdrawn import became, history_of, value_of
from qantar.charts.prose import (
    compact,
    credited,
    day,
    listing,
    metric,
    number,
    plural,
    sentence_case,
    tally,
    whom,
    wording,
)
from qantar.charts.tell import Finding
from qantar.check import is_day

SERIES = (
    ("deaths", "all"),
    ("deaths", "security_forces"),
    ("injuries", "all"),
    ("injuries", "security_forces"),
    ("detentions", "all"),
    ("criminal_cases", ""),
    ("administrative_cases", ""),
)
A_WEEK = pd.Timedelta(days=7)
FIRST_WEEKS = 16
CELL = ["as_of", "value", "text", "withdrawn", "claim_id"]
MANNERS = {"withdrawal": "withdrawn", "disputed": "former", "before": "asserted", "repeat": "asserted"}


def answer(vintages, retractions, figures):
    """Two sentences: what was known of the dead on the day of the withdrawal, and how long the figure lived on."""
    history = history_of(retractions)
    if history is None:
        return "No figure was withdrawn, as far as the sources say."
    gone, what = history["withdrawn_on"].iloc[0], f"{value_of(history)} {metric(history['metric'].iloc[0])}"
    later = history[history["role"] == "repeat"]
    after = f"No page is known to have printed {value_of(history)} as standing on a later day."
    if len(later):
        after = (
            f"{plural(later['outlet'].nunique(), 'outlet')} printed {value_of(history)} afterwards as if it stood, the "
            f"last {plural(int(later['days_after'].max()), 'day')} later."
        )
    if not is_day(gone):
        return f"The figure of {what} was {became(history)}, on a day that no page names. {after}"
    return f"On {day(gone)}, when the figure of {what} was {became(history)}, {_left(vintages, gone, figures)}. {after}"


def _left(vintages, gone, figures):
    """What stood of all deaths on that day: the figure for the latest day, else the one printed last."""
    known = _known(vintages, gone, country(), "deaths", "all")
    if known is not None:
        return _standing(known, f"for {day(known['as_of'])}")
    dead = totals(figures, "deaths").dropna(subset=["value", "day"])
    dead = dead[(dead["status"] == "asserted") & (dead["withdrawn_on"] == "") & (dead["published"] <= gone)]
    if dead.empty:
        return "no figure of all deaths was standing"
    last = dead.sort_values(["published", "claim_id"], kind="stable").iloc[-1]
    return _standing(last, f"printed on {day(last['published'])}")


def _standing(row, when):
    return f"the last figure of all deaths left standing was {wording(row)} ({credited(row['claimant_type'])}, {when})"


def _known(vintages, date, place, name, people):
    """The standing figure of a series as known on a day: latest as-of date, None where there is none."""
    rows = _series(vintages, place, name, people)
    rows = rows[(rows["known_on"] <= date) & (rows["as_of"].str.len() == 10)]
    last = rows.sort_values(["as_of", "known_on"], kind="stable").drop_duplicates("as_of", keep="last")
    last = last[~last["status"].isin(["retracted", "denied"]) & last["value"].notna()]
    return None if last.empty else last.iloc[-1]


def _series(vintages, place, name, people):
    rows = vintages[(vintages["metric"] == name) & (vintages["place"] == place) & (vintages["detail"] == "")]
    usual = rows["stage"].isin(["", USUAL_STAGE.get(name, "")]) & (rows["measure"] == "cumulative")
    return rows[usual & (rows["group"].isin([people]) if people else True)]


def triangle(vintages, figures, name):
    """What was said about each day by each later day, for one subject in the first weeks."""
    rows = _series(vintages, country(), name, "all")
    rows = rows[rows["value"].notna() & (rows["as_of"].str.len() == 10)]
    rows = rows.assign(as_of=days(rows["as_of"]), known_on=days(rows["known_on"]))
    rows = rows[rows["known_on"] <= rows["as_of"].min() + pd.Timedelta(days=FIRST_WEEKS)]
    if rows.empty:
        return None
    rows["withdrawn"] = rows["status"].isin(["retracted", "denied"])
    rows["text"] = [compact(row) for row in rows.to_dict("records")]
    filled = _carried(rows)
    own = _behind(figures, rows, name)
    struck = filled[filled["withdrawn"]]
    last = rows["known_on"].max()
    return Finding(
        claims=own,
        plotted=filled,
        title=_struck_title(struck, name, filled),
        subtitle=f"Reported {metric(name)}, {country()}: one figure for each day (rows), the exact one of the "
        "office nearest to the count, as known on each day on which more was printed (columns); "
        f"{'struck: withdrawn by then, ' if len(struck) else ''}bold: new",
        alt=f"Triangle of {metric(name)} from {day(rows['as_of'].min())} to {day(last)}: {listing(_finals(filled))}.",
        reading=f"figures for {plural(filled['as_of'].nunique(), 'day')} were known by {day(last)}; "
        f"{_changed(filled) or 'none'} of those drawn changed or {'was' if _changed(filled) < 2 else 'were'} withdrawn "
        f"after first being printed{_beside(filled, own)}",
    )


def _carried(rows):
    """Every as-of day on every later known-on day: what was known stays known until something newer is printed."""
    known = sorted(rows["known_on"].unique())
    rows = rows.sort_values(["as_of", "known_on"], kind="stable").drop_duplicates(["as_of", "known_on"], keep="last")
    cells = [part.set_index("known_on")[CELL].reindex(known).ffill().dropna() for _, part in rows.groupby("as_of")]
    filled = pd.concat(cells).rename_axis("known_on").reset_index()
    return filled.astype({"value": "Int64", "withdrawn": bool})


def _behind(figures, rows, name):
    own = figures[(figures["metric"] == name) & (figures["place"] == country()) & (figures["group"] == "all")]
    dated = own["as_of"].isin(set(rows["as_of"].dt.strftime("%Y-%m-%d"))) & (own["day"] <= rows["known_on"].max())
    return own[dated & own["stage"].isin(["", USUAL_STAGE.get(name, "")])]


def _struck_title(struck, name, filled):
    if struck.empty:
        dates = filled["as_of"].nunique()
        changed = _changed(filled) or "none"
        days_drawn = f"the leading figure of {changed} of {dates} days" if dates > 1 else "the leading figure"
        tense = "changed" if dates > 1 or _changed(filled) else "did not change"
        return f"{sentence_case(metric(name))}: {days_drawn} {tense} once printed"
    on = struck["known_on"].min()
    value = struck.loc[struck["known_on"] == on, "value"].iloc[0]
    standing = filled[(filled["known_on"] == on) & ~filled["withdrawn"]]
    left = listing(standing["text"].drop_duplicates()) if len(standing) else "nothing"
    return f"On {day(on, year=False)} the figure of {number(value)} {metric(name)} was struck out; {left} was left"


def _beside(filled, own):
    """In words, for how many of the days drawn other numbers were printed too: the chart shows one a day."""
    drawn = filled.groupby(filled["as_of"].dt.strftime("%Y-%m-%d"))["value"].agg(set)
    printed = own.dropna(subset=["value"]).groupby("as_of")["value"].agg(set)
    several = sum(bool(printed[date] - drawn[date]) for date in drawn.index if date in printed.index)
    return f"; for {several} of the days other numbers were printed too, which are not drawn" if several else ""


def _finals(filled):
    lasts = filled.groupby("as_of").tail(1)
    return [
        f"{day(row['as_of'], year=False)} {row['text']}{' withdrawn' if row['withdrawn'] else ''}"
        for row in lasts.to_dict("records")
    ]


def _changed(filled):
    grouped = filled.groupby("as_of")
    return int(((grouped["value"].nunique() > 1) | (grouped["withdrawn"].max())).sum())


def then_and_now(vintages, retractions, figures):
    """Each subject as known on the day of the withdrawal, and a week later."""
    history = history_of(retractions)
    if history is None or not is_day(history["withdrawn_on"].iloc[0]):
        return None
    gone, place = history["withdrawn_on"].iloc[0], country()
    later = (days(history["withdrawn_on"]).iloc[0] + A_WEEK).strftime("%Y-%m-%d")
    moments = {f"known on {day(gone)}": gone, f"known on {day(later)}": later}
    rows = _at_moments(vintages, moments, place)
    if rows.empty:
        return None
    early, late = (set(rows.loc[rows["kind"] == kind, "label"]) for kind in moments)
    unknown = [label for label in dict.fromkeys(rows["label"]) if label in late - early]
    return Finding(
        claims=figures[figures["claim_id"].isin(rows["claim_id"])],
        plotted=rows,
        title=_growth_title(rows, moments, gone),
        subtitle=f"Latest standing figure, {place}, withdrawn ones left out; logarithmic axis",
        alt="Dots by subject, then and now: "
        + listing([f"{row['label']} {row['text']} {row['kind']}" for row in rows.to_dict("records")])
        + ".",
        reading=f"{plural(len(early), 'subject')} of {rows['label'].nunique()} had a standing figure on {day(gone)}"
        f"{_unknown(unknown)}{_smaller_wholes(rows)}",
        options={"log": True},
    )


def _unknown(labels):
    return f"; nothing standing was known of {listing([label.lower() for label in labels])}" if labels else ""


def _at_moments(vintages, moments, place):
    """The standing figure of every subject at each moment, where there is one."""
    rows = []
    for name, people in SERIES:
        for kind, date in moments.items():
            row = _known(vintages, date, place, name, people)
            if row is not None:
                kept = {column: row[column] for column in ("value", "as_of", "claimant_type", "claim_id")}
                rows.append({"label": _label(name, people), "kind": kind, **kept, "text": compact(row)})
    return pd.DataFrame(rows)


def _smaller_wholes(rows):
    """A word on wholes that are smaller than one of their parts, because different speakers count them."""
    told = ""
    for _, own in rows.groupby("kind", sort=False):
        said = own.set_index("label")
        for label in [name for name in said.index if ", " in name]:
            whole, part = (said.loc[name] if name in said.index else None for name in (label.split(", ")[0], label))
            if whole is not None and part["value"] > whole["value"]:
                told = (
                    f"; {label.lower()} ({part['text']}, {credited(part['claimant_type'])}) exceed all "
                    f"{whole.name.lower()} ({whole['text']}, {credited(whole['claimant_type'])}), for the two speakers "
                    "count differently"
                )
    return told


def _growth_title(rows, moments, gone):
    """The subject whose standing figure grew most, in numbers."""
    both = rows.pivot(index="label", columns="kind", values="value").reindex(columns=list(moments)).dropna()
    if both.empty:
        return f"What was known on {day(gone)}, and a week later"
    then, now = moments
    most = (both[now] / both[then]).astype(float).idxmax()
    values = {row["kind"]: row["text"] for row in rows[rows["label"] == most].to_dict("records")}
    same = values[then] == values[now]
    later = "the same" if same else values[now]
    return f"{most} known on {day(gone, year=False)}: {values[then]}; a week later: {later}"


def _label(name, people):
    return short(f"{sentence_case(metric(name))}{whom(people)}", 28)


def withdrawn_echo(retractions, figures):
    """Who printed the withdrawn figure: before, when it was taken back, and after."""
    history = history_of(retractions)
    if history is None:
        return None
    rows = history.assign(date=days(history["published"]), withdrawn_on=days(history["withdrawn_on"]))
    rows["manner"] = rows["role"].map(MANNERS).fillna("asserted")
    rows["label"] = rows["outlet"]
    rows = rows.dropna(subset=["date"]).sort_values(["date", "label"], kind="stable")
    if rows.empty:
        return None
    later = rows[rows["role"] == "repeat"]
    value, gone = value_of(history), day(history["withdrawn_on"].iloc[0])
    return Finding(
        claims=figures[figures["claim_id"].isin(history["claim_id"])],
        plotted=rows[["label", "date", "manner", "value", "withdrawn_on", "role"]],
        title=_echo_title(value, became(history), later),
        subtitle=f"Printings of {value} {metric(history['metric'].iloc[0])}, {country()}, by outlet and day",
        alt=f"Marks by outlet and day, {became(history)} on {gone}: "
        + listing([f"{row['label']} {row['role']}" for row in rows.to_dict("records")])
        + ".",
        reading=f"{_repeated(later)}; {_said_so(rows)}{_not_drawn(history, rows)}",
        options={"words": {"asserted": "as standing", "withdrawn": "as withdrawn", "former": "as unconfirmed"}},
    )


def _echo_title(value, happened, later):
    if later.empty:
        return f"No page read here printed {value} as standing on a day after it was {happened}"
    return f"{value} was still printed {plural(int(later['days_after'].max()), 'day')} after it was {happened}"


def _repeated(later):
    outlets = later["outlet"].drop_duplicates()
    if later.empty:
        return "no outlet printed it later as if it stood"
    return f"{plural(len(outlets), 'outlet')} ({listing(outlets)}) printed it later as if it stood"


def _said_so(rows):
    said = rows[rows["manner"] == "withdrawn"]
    how = "withdrawn" if (said["status"] != "denied").all() else "withdrawn or denied"
    return f"{tally(len(said), 'printing')} {'says' if len(said) < 2 else 'say'} that it was {how}"


def _not_drawn(history, rows):
    """The printings that have no place on an axis of days, told so that drawn and counted ones agree."""
    undated = len(history) - len(rows)
    verbs = "bears no day and is" if undated == 1 else "bear no day and are"
    return f"; {plural(undated, 'further printing')} {verbs} not drawn" if undated else ""
