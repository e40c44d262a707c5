"""Interval dots: what each source printed about one thing at one date, open ends drawn as arrows."""

import pandas as pd

from qantar.charts.axes import set_numbers, set_span, shapes
from qantar.charts.labels import beside, folded
from qantar.charts.prose import wording
from qantar.charts.style import GREY, VERMILLION, new_figure, row_colour
from qantar.tables.withdrawals import WITHDRAWING

ROW = 0.34  # inches of a row
LONGEST = 30  # characters of a name in one line
ARROW = 26  # points of the arrow that stands for an open end


def draw(rows, *, log=False):
    """Draw one dot a row, with the bounds that the wording states.

    Args:
        rows: table with `label`, `claimant_type`, `value`, `low`, `high`, `qualifier`, `status`, in reading order.
            Where `speaker` is given, rows of one speaker stand under the speaker's name.
        log: logarithmic axis, for figures that differ more than tenfold.

    Returns:
        The figure. A dot is an exact figure, a hollow dot "about", an arrow an open end, a bar two bounds
        without a value, a cross a withdrawn figure.
    """
    rows = _with_headings(rows.reset_index(drop=True))
    fig, ax = new_figure(0.55 + ROW * len(rows))
    for y, row in rows.iterrows():
        (_write_heading if row["is_heading"] else _draw_row)(ax, y, row)
    ax.set_ylim(len(rows) - 0.4, -0.6)
    ax.set_yticks(range(len(rows)), folded(rows["label"], LONGEST))
    ax.grid(axis="x")
    ax.grid(visible=False, axis="y")
    _set_scale(ax, rows, log)
    return fig


def _set_scale(ax, rows, log):
    bounds = rows[["value", "low", "high"]].stack().dropna().astype(float)
    if log:
        set_span(ax, max(0.6, bounds.min() / 1.6), bounds.max() * 6, log=True)
    else:
        set_numbers(ax.xaxis, 0, bounds.max() * 1.42)


def _with_headings(rows):
    """The rows with one for each speaker's name put before the speaker's own."""
    rows = rows.assign(is_heading=False)
    if "speaker" not in rows:
        return rows
    parts = []
    for name in dict.fromkeys(rows["speaker"]):
        own = rows[rows["speaker"] == name]
        parts += [own.head(1).assign(is_heading=True, label=""), own]
    return pd.concat(parts, ignore_index=True)


def _write_heading(ax, y, row):
    text = f"Credited to {row['speaker']}"
    look = {"weight": "bold", "xycoords": ("axes fraction", "data"), "va": "bottom"}
    beside(ax, 0, y + 0.42, text, 0, row_colour(row), **look)


def _draw_row(ax, y, row):
    withdrawn = row["status"] in WITHDRAWING
    colour = VERMILLION if withdrawn else row_colour(row)
    shape = shapes(row)
    edge = row["high"] if shape == "between" else row["value"]
    if shape == "between":
        ax.plot([row["low"], row["high"]], [y, y], color=colour, lw=5, alpha=0.55, solid_capstyle="butt", gid="bar")
    else:
        face = "white" if shape == "about" else colour
        look = {"ms": 8, "mew": 2, "color": colour, "mfc": face, "clip_on": False, "zorder": 3}
        ax.plot(edge, y, "x" if withdrawn else "o", gid=f"mark-{shape}", **look)
    if shape in ("up", "down"):
        _open_end(ax, edge, y, 1 if shape == "up" else -1, colour)
    far = ARROW + 6 if shape == "up" else 9
    text = wording(row) + (", withdrawn" if withdrawn else "")
    beside(ax, edge, y, text, far, GREY if withdrawn else colour)


def _open_end(ax, x, y, direction, colour):
    look = {"arrowstyle": "<|-", "color": colour, "lw": 1.6, "shrinkA": 0, "shrinkB": 3}
    arrow = ax.annotate("", (x, y), (direction * ARROW, 0), textcoords="offset points", arrowprops=look)
    arrow.set_gid("open-end")
