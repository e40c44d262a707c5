"""Echo raster: every printing of one number, outlet by outlet and day by day."""

import pandas as pd

from qantar.charts.axes import set_dates
from qantar.charts.labels import beside, folded, row_height
from qantar.charts.style import BLUE, GREY, VERMILLION, new_figure

ROW = 0.3  # inches of a row
MARKS = {"asserted": "as a fact", "withdrawn": "as withdrawn", "former": "as an earlier or disputed figure"}


def draw(rows, *, words=MARKS):
    """Draw who printed a number and when.

    Args:
        rows: table with `label` (outlet), `date` (timestamp) and `manner`: `asserted`, `withdrawn` (the page says that
            it was taken back) or `former` (printed as an earlier or a disputed figure); where the number was
            withdrawn, `withdrawn_on` (timestamp, a line is drawn there). Rows keep the order of first appearance.
        words: what to call each manner, written once beside a mark; nothing is written where all are alike.

    Returns:
        The figure.
    """
    names = list(dict.fromkeys(rows["label"]))
    fig, ax = new_figure(0.85 + row_height(folded(names), ROW) * len(names))
    withdrawn_on = rows["withdrawn_on"].min() if "withdrawn_on" in rows else pd.NaT
    for row in rows.sort_values("manner", key=lambda manner: manner == "former", kind="stable").to_dict("records"):
        _draw_mark(ax, row["date"], names.index(row["label"]), row["manner"])
    if rows["manner"].nunique() > 1:
        _draw_key(ax, rows, names, words)
    if not pd.isna(withdrawn_on):
        ax.axvline(withdrawn_on, color=VERMILLION, lw=1.4, zorder=1)
        beside(ax, withdrawn_on, 1.02, "withdrawn", 4, VERMILLION, xycoords=("data", "axes fraction"), va="bottom")
    first, last = rows["date"].min(), rows["date"].max()
    pad = max((last - first) / 25, pd.Timedelta(hours=14))
    set_dates(ax, first - pad, last + pad)
    ax.set_yticks(range(len(names)), folded(names))
    ax.set_ylim(len(names) - 0.4, -0.6)
    return fig


def _draw_mark(ax, x, y, manner):
    if manner == "withdrawn":
        ax.plot(x, y, "x", ms=9, mew=2.4, color=VERMILLION, gid="withdrawn")
    else:
        face = BLUE if manner == "asserted" else "white"
        ax.plot(x, y, "o", ms=8, mew=1.6, color=BLUE, mfc=face, gid=manner)


def _draw_key(ax, rows, names, words):
    """Name each manner once, at the mark that has most room to its right."""
    for manner, text in words.items():
        of_kind = rows[rows["manner"] == manner].sort_values(["date", "label"], kind="stable")
        if len(of_kind):
            free = [_room(row, rows) for row in of_kind.to_dict("records")]
            row = of_kind.iloc[free.index(max(free))]
            colour = VERMILLION if manner == "withdrawn" else GREY
            beside(ax, row["date"], names.index(row["label"]), text, 9, colour)


def _room(row, rows):
    """Time from a mark to the next thing drawn to its right."""
    own = rows.loc[rows["label"] == row["label"], "date"]
    line = rows["withdrawn_on"].min() if "withdrawn_on" in rows else pd.NaT
    ahead = [day for day in [*own, line, rows["date"].max()] if not pd.isna(day) and day > row["date"]]
    return min(ahead, default=row["date"]) - row["date"]
