"""Revision triangle: what was said about a day (rows) by another day (columns)."""

import numpy as np
from matplotlib.colors import LinearSegmentedColormap

from qantar.charts.style import BLUE, INK, VERMILLION, new_figure

SHADES = LinearSegmentedColormap.from_list("values", ["#eef4f9", BLUE])
ROW = 0.33  # inches of a row
LONG = 7  # characters that need smaller type
LOWEST = 1.9  # inches, room for the names of the axes


def draw(rows):
    """Draw vintages as a triangle: empty where nothing could have been known yet.

    Args:
        rows: table with `as_of`, `known_on` (timestamps), `value`, `text` (the figure as it is to be read, hedge and
            all) and `withdrawn` (True where the figure had been taken back by then).

    Returns:
        The figure; a figure that differs from the one known before is bold, a withdrawn one red and struck.
    """
    row_days, column_days = sorted(set(rows["as_of"])), sorted(set(rows["known_on"]))
    cells = rows.set_index(["as_of", "known_on"]).sort_index()
    fig, ax = new_figure(max(LOWEST, 0.9 + ROW * len(row_days)))
    for y, as_of in enumerate(row_days):
        before = None
        for x, known_on in enumerate(column_days):
            if (as_of, known_on) in cells.index:
                cell = cells.loc[(as_of, known_on)]
                _draw_cell(ax, x, y, cell, before, float(rows["value"].max()))
                before = cell["text"]
    _frame(ax, row_days, column_days)
    return fig


def _draw_cell(ax, x, y, cell, before, top):
    gone = bool(cell["withdrawn"])
    shade = (1, 1, 1) if gone else SHADES(float(cell["value"]) / top)
    ax.bar(x, 0.92, bottom=y - 0.46, width=0.96, color=shade, edgecolor=VERMILLION if gone else "white", lw=0.8)
    dark = np.dot(shade[:3], (0.3, 0.59, 0.11)) < 0.55
    weight = "bold" if before is None or before != cell["text"] else "normal"
    colour = VERMILLION if gone else "white" if dark else INK
    text = cell["text"].replace(" ", "")
    look = {"ha": "center", "va": "center_baseline", "weight": weight, "color": colour}
    ax.text(x, y, text, size=9 if len(text) < LONG else 8, **look)
    if gone:
        ax.plot([x - 0.34, x + 0.34], [y, y], color=VERMILLION, lw=1.2, gid="withdrawn")


def _short(dates):
    """Day numbers, with the month above the first and above each that begins a month."""
    before = [None, *dates]
    return [
        (f"{d:%b}\n" if b is None or b.month != d.month else "") + f"{d.day}"
        for b, d in zip(before, dates, strict=False)
    ]


def _frame(ax, row_days, column_days):
    ax.set_xlim(-0.5, len(column_days) - 0.5)
    ax.set_ylim(len(row_days) - 0.5, -0.5)
    ax.set_xticks(range(len(column_days)), _short(column_days))
    ax.set_yticks(range(len(row_days)), [f"{date.day} {date:%b}" for date in row_days])
    ax.xaxis.tick_top()
    ax.xaxis.set_label_position("top")
    ax.set_xlabel("known on")
    ax.set_ylabel("about the day")
    ax.tick_params(top=False, bottom=False)
    ax.grid(visible=False)
    ax.spines["bottom"].set_visible(False)
