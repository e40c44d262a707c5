"""How well the reader reads annotated texts: by set, metric, size of figure, rule and slot, and what goes wrong."""

import pandas as pd

from qantar.charts.findings.select import short
from qantar.charts.prose import listing, metric, number, plural, sentence_case, share
from qantar.charts.tell import Finding
from qantar.scoring.mistakes import class_of

SETS = {
    "texts": "composed texts",
    "held_out": "hard texts",
    "blind": "ordinary texts",
    "newsroom": "newsroom texts",
    "dispatches": "later newsroom texts",
}
SHOWN = "texts"  # the set from which examples are quoted; the others are not shown around
FIGURE_ERRORS = ("missed", "spurious", "wrong_bounds")
MISTAKES = {
    ("missed", "no predicate"): "Missed: nothing says what it counts",
    ("missed", "predicate is …"): "Missed: a verb not known",
    ("missed", "counts …"): "Missed: seems to count something else",
    ("missed", "other metric …"): "Missed: seems to count something else",
    ("missed", "label …"): "Missed: seems to be a label",
    ("missed", "read as …"): "Missed: read as another subject",
    ("missed", "read once only"): "Missed: one of two on a number",
    ("missed", "number not seen"): "Missed: number not seen",
    ("missed", "not read as a number"): "Missed: number not seen",
    ("spurious", "annotated as …"): "Too much: a figure of something else",
    ("spurious", "no figure"): "Too much: no figure at all",
    ("spurious", "read twice"): "Too much: read twice",
    ("wrong_bounds", ""): "Found, with wrong bounds",
}
OTHER_MISS = "Missed: taken for a date, label or the like"
SLOTS = {
    "qualifier": "wording (at least, about)",
    "group": "who was counted",
    "detail": "charge or country",
    "stage": "stage (held, released)",
    "claimant_type": "who says so",
    "as_of": "date it holds for",
    "event_scope": "this event or another",
    "status": "denied or withdrawn",
    "part_of": "total it is part of",
}
DARKEST = 3.0  # the shade of a grid's cell in which nothing is right
MOST_ROWS = 14
ENOUGH = 20  # figures behind a score that is worth being called low


def answer(scores):
    """Two sentences: how much is found and right in the first set of texts, and in each of the others."""
    if scores is None:
        return "How well the texts are read has not been measured in this folder."
    first, *others = [_describe_whole(row) for row in _wholes(scores).to_dict("records")]
    return " ".join(sentence_case(words) + "." for words in (first, "; ".join(others)) if words)


def _describe_whole(row):
    seen = f" (strict F1 {row['strict_f1']:.2f}, and {row['first_strict_f1']:.2f} when first read)"
    return (
        f"of {number(row['n_figures'])} figures in {plural(row['n_texts'], _set_name(row['set']).removesuffix('s'))}, "
        f"{share(row['n_found'], row['n_figures'])} are found and {share(row['n_right'], row['n_figures'])} have every "
        f"bound right, and {share(row['n_right'], row['n_read'])} of what is read there is right"
        f"{seen if row.get('first_strict_f1', 0) > 0 else ''}"
    )


def sets(scores):
    """Strict F1 by metric and set."""
    if scores is None:
        return None
    rows = pd.DataFrame([_cell(row) for by in ("all", "metric") for row in _rows(scores, by) if row["n_figures"] > 0])
    wholes = _wholes(scores)
    named = [f"{row['strict_f1']:.2f} on {_set_name(row['set'])}" for row in wholes.to_dict("records")]
    enough = rows[rows["n_figures"] >= ENOUGH]
    worst = (rows if enough.empty else enough).sort_values("moved", ascending=False, kind="stable").iloc[0]
    return Finding(
        claims=wholes,
        plotted=rows.drop(columns="n_figures"),
        title=f"Strict F1 is {listing(named)}",
        subtitle="Strict F1 (1: every figure found with all bounds right, and nothing else read), figures in brackets; "
        "the darker, the worse",
        alt=f"Grid of scores: {listing([f'{row.row} in {row.column} {row.text}' for row in rows.itertuples()])}.",
        reading=f"where at least {ENOUGH} figures stand behind a score, it is lowest for {worst['row'].lower()} in "
        f"{worst['column']}; where fewer do, one sentence moves it",
    )


def _cell(row):
    label = "All figures" if row["by"] == "all" else sentence_case(metric(row["name"]))
    return {
        "row": label,
        "column": _set_name(row["set"]),
        "text": f"{row['strict_f1']:.2f} ({row['n_figures']})",
        "n_figures": row["n_figures"],
        "moved": round(DARKEST * (1 - row["strict_f1"]), 4),
    }


def sizes(scores):
    """Share of figures that are right, by how large they are."""
    if scores is None:
        return None
    summed = _summed(scores, "size").replace({"name": {"0": "zero"}})
    rows = _shares(summed, "n_figures")
    worst, best = rows.loc[rows["part"].idxmin()], rows.loc[rows["part"].idxmax()]
    last = summed.iloc[-1]
    return Finding(
        claims=_wholes(scores),
        plotted=rows.assign(label=rows["label"].map(sentence_case)),
        title=f"Figures of size {worst['label']} are read right least often ({worst['part']:.0f}%), of size "
        f"{best['label']} most often ({best['part']:.0f}%)",
        subtitle="Annotated figures by their size; dark: found with all bounds right",
        alt=f"Bars, right ones within figures: {_spelled(rows)}.",
        reading=f"figures {last['name']} are {share(last['n_figures'], summed['n_figures'].sum())} of all, and "
        f"{share(last['n_right'], last['n_figures'])} of them are right; a score for the whole hides what it says of "
        "small numbers",
    )


def rules(scores):
    """How often each rule is right where it makes a claim."""
    if scores is None or not len(_rows(scores, "rule")):
        return None
    every = _summed(scores, "rule").sort_values(["n_read", "name"], ascending=[False, True], kind="stable")
    clean = every[every["n_right"] == every["n_read"]]
    rows = pd.DataFrame(
        {
            "label": [short(sentence_case(name.replace("_", " ")), 30) for name in every["name"]],
            "value": every["n_read"].astype(int),
            "part": every["n_right"].astype(int),
        }
    ).head(MOST_ROWS)
    faults = every.assign(wrong=every["n_read"] - every["n_right"]).sort_values("wrong", ascending=False, kind="stable")
    worst = faults.iloc[0]
    return Finding(
        claims=_wholes(scores),
        plotted=rows,
        title=f"{len(clean)} of {len(every)} rules make no mistake on these texts",
        subtitle="Claims by the rule that made them, the busiest rules; dark: right ones",
        alt=f"Bars by rule, right claims within claims: "
        f"{listing([f'{row.label} {row.part} of {row.value}' for row in rows.itertuples()])}.",
        reading=f"most wrong claims come from the rule “{worst['name'].replace('_', ' ')}” ({worst['wrong']} of "
        f"{number(worst['n_read'])}); a figure that is missed is missed by all rules and stands in none of these bars",
        options={"whole": ("claims", "right")},
    )


def slots(scores):
    """Share of the figures found whose further columns are as annotated."""
    if scores is None:
        return None
    rows = _shares(_summed(scores, "slot").assign(name=lambda rows: rows["name"].map(SLOTS)), "n_found")
    rows = rows.sort_values("part", ascending=False, kind="stable").reset_index(drop=True)
    worst = rows.iloc[-1]
    return Finding(
        claims=_wholes(scores),
        plotted=rows.assign(label=rows["label"].map(sentence_case)),
        title=f"Of the columns beside the number, “{worst['label']}” is filled right least often",
        subtitle="Share of the figures found in which the column is as annotated",
        alt=f"Bars, right ones within figures found: {_spelled(rows)}.",
        reading=f"that column is right in {worst['text']} figures; a wrong speaker or date puts a right number into a "
        "wrong series, so these shares matter as much as the numbers do",
    )


def mistakes(scores, errors):
    """What goes wrong, by class."""
    if scores is None or errors is None or errors.empty:
        return None
    own = errors[errors["error"].isin(FIGURE_ERRORS)]
    counts = pd.Series([_mistake(row) for row in own.to_dict("records")], dtype=str).value_counts(sort=False)
    rows = counts.rename_axis("label").reset_index(name="value")
    rows = rows.sort_values(["value", "label"], ascending=[False, True], kind="stable").head(MOST_ROWS)
    if rows.empty:
        return None
    missed, spurious = ((own["error"] == error).sum() for error in ("missed", "spurious"))
    return Finding(
        claims=_wholes(scores),
        plotted=rows,
        title=f"{share(missed, len(own))} of the mistakes are figures missed, "
        f"{share(spurious, len(own))} numbers that should not have been read",
        subtitle="Figures missed, read too much or read with wrong bounds, by what became of the number",
        alt=f"Bars by kind of mistake: {listing([f'{row.label} {row.value}' for row in rows.itertuples()])}.",
        reading="no number is lost in silence: each that is missed stands in another claim or, with its reason, among "
        "the rejected numbers",
    )


def examples(errors):
    """One mistake of each class from the first set of texts, as a Markdown table."""
    own = errors[(errors["set"] == SHOWN) & errors["error"].isin(FIGURE_ERRORS)] if errors is not None else ()
    if not len(own):
        return "*No mistakes are listed for the composed texts.*"
    rows = (
        own.assign(label=[_mistake(row) for row in own.to_dict("records")])
        .drop_duplicates("label")
        .sort_values("label")
    )
    lines = ["| mistake | in the words of a composed text | annotated | read |", "| --- | --- | --- | --- |"]
    for row in rows.to_dict("records"):
        cells = (row["label"], f"… {row['words']} …", row["expected"] or "nothing", row["read"] or "nothing")
        lines.append(f"| {' | '.join(' '.join(cell.replace('|', '/').split()) for cell in cells)} |")
    return "\n".join(lines)


def _mistake(row):
    """The class of a mistake in words."""
    return MISTAKES.get((row["error"], class_of(row["reason"])), OTHER_MISS)


def _set_name(name):
    return SETS.get(name, f"{name.replace('_', '-')} texts")


def _wholes(scores):
    return scores[scores["by"] == "all"]


def _rows(scores, by):
    return scores[scores["by"] == by].to_dict("records")


def _summed(scores, by):
    """Counts of all sets together by name, in the order of the table."""
    return (
        scores[scores["by"] == by]
        .groupby("name", sort=False)[["n_figures", "n_read", "n_found", "n_right"]]
        .sum()
        .reset_index()
    )


def _shares(rows, whole):
    """Bars of one length whose dark part is the share of right ones."""
    rows = rows[rows[whole] > 0]
    return pd.DataFrame(
        {
            "label": rows["name"],
            "value": 100.0,
            "part": (100 * rows["n_right"] / rows[whole]).astype(float).round(1),
            "text": [f"{number(row['n_right'])} of {number(row[whole])}" for row in rows.to_dict("records")],
        }
    )


def _spelled(rows):
    return listing([f"{row['label']} {row['text']}" for row in rows.to_dict("records")])
