"""Small multiples: the same small step chart for each charge, each with its own scale."""

import pandas as pd

from qantar.charts.axes import set_dates
from qantar.charts.labels import HALO
from qantar.charts.style import BLUE, new_figure

ROW = 0.62  # inches of a panel
ROOM = 1.55  # height of a panel in units of its highest figure, so that the figure can be written above it


def draw(rows, *, filled=""):
    """Draw one panel a series, one below the other on one time axis.

    Args:
        rows: table with `series`, `date` (timestamp), `value`, `text` (the figure as it is to be read) and
            `claimant_type`; panels keep the order of first appearance.
        filled: the speaker whose figures are filled dots where others are hollow; blank fills all.

    Returns:
        The figure. Every panel starts at zero and has its own scale: its first and last figure are written at it.
    """
    names = list(dict.fromkeys(rows["series"]))
    fig, axes = new_figure(ROW * len(names) + 0.4, nrows=len(names), squeeze=False)
    span = rows["date"].min() - pd.Timedelta(days=9), rows["date"].max() + pd.Timedelta(days=9)
    for ax, name in zip(axes.flat, names, strict=True):
        part = rows[rows["series"] == name].sort_values("date", kind="stable")
        _draw_panel(ax, part, span, filled)
        ax.annotate(name, (0, 0.25), (-10, 0), ("axes fraction", "axes fraction"), "offset points", ha="right")
        ax.tick_params(labelbottom=name == names[-1])
    return fig


def _draw_panel(ax, part, span, filled):
    values = part["value"].astype(float)
    ax.step([*part["date"], span[1]], [*values, values.iloc[-1]], where="post", color=BLUE, lw=1.6)
    for date, value, speaker in zip(part["date"], values, part["claimant_type"], strict=True):
        face = BLUE if filled in ("", speaker) else "white"
        ax.plot(date, value, "o", ms=4.5, mew=1.4, color=BLUE, mfc=face)
    ax.set_ylim(0, ROOM * values.max())
    ax.yaxis.set_visible(False)
    set_dates(ax, *span)
    if part["text"].iloc[0] != part["text"].iloc[-1]:
        _write(ax, part["date"].iloc[0], values.iloc[0], part["text"].iloc[0], ha="center")
    _write(ax, span[1], values.iloc[-1], part["text"].iloc[-1], ha="right", weight="bold")


def _write(ax, x, y, text, **look):
    look = {"va": "bottom", "size": 10, "color": BLUE, "path_effects": HALO} | look
    ax.annotate(text, (x, y), (0, 4), textcoords="offset points", **look)
