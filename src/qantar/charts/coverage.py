"""Coverage matrix: who reports what, and who is silent; a reported zero is not silence."""

import numpy as np
from matplotlib.colors import LinearSegmentedColormap

from qantar.charts.labels import folded, row_height
from qantar.charts.style import BLUE, GREY, INK, new_figure

SHADES = LinearSegmentedColormap.from_list("counts", ["#d6e6f2", BLUE])
ROW = 0.29  # inches of a row
LOWEST = 1.9  # inches, room for the names of the columns
FEW = 4  # up to here the names of columns stand level


def draw(rows):
    """Draw a matrix of counts.

    Args:
        rows: table with `row`, `column`, `claims` (number of figures), `only_zero` (True where every figure printed
            is a nought); rows and columns keep the order in which they first appear. A pair that is missing or
            has no claims is silence.

    Returns:
        The figure: a number on blue for figures printed, a ringed 0 for a reported nought, a small dot for silence.
    """
    names, columns = list(dict.fromkeys(rows["row"])), list(dict.fromkeys(rows["column"]))
    counts = rows.set_index(["row", "column"])
    fig, ax = new_figure(max(LOWEST, 0.75 + row_height(folded(names), ROW) * len(names)))
    shade = SHADES(np.log1p(np.arange(rows["claims"].max() + 1)) / np.log1p(max(1, rows["claims"].max())))
    for y, name in enumerate(names):
        for x, column in enumerate(columns):
            known = (name, column) in counts.index
            _draw_cell(ax, x, y, counts.loc[(name, column)] if known else None, shade)
    _frame(ax, names, columns)
    return fig


def _draw_cell(ax, x, y, cell, shade):
    claims = 0 if cell is None else int(cell["claims"])
    if not claims:
        ax.plot(x, y, ".", ms=3, color=GREY, gid="silent")
    elif cell["only_zero"]:
        ax.plot(x, y, "o", ms=13, mfc="white", mec=INK, mew=1.2, gid="zero")
        ax.text(x, y, "0", ha="center", va="center_baseline", size=9.5)
    else:
        ax.bar(x, 0.9, bottom=y - 0.45, width=0.94, color=shade[claims], gid="reported")
        dark = np.dot(shade[claims][:3], (0.3, 0.59, 0.11)) < 0.55
        ax.text(x, y, f"{claims}", ha="center", va="center_baseline", size=9.5, color="white" if dark else INK)


def _frame(ax, names, columns):
    ax.set_xlim(-0.5, len(columns) - 0.5)
    ax.set_ylim(len(names) - 0.5, -0.5)
    ax.set_xticks(range(len(columns)), columns)
    ax.xaxis.tick_top()
    if len(columns) > FEW:
        for label in ax.get_xticklabels():
            label.set(rotation=40, ha="left", rotation_mode="anchor")
    ax.tick_params(top=False, bottom=False)
    ax.set_yticks(range(len(names)), folded(names))
    ax.grid(visible=False)
    ax.spines["bottom"].set_visible(False)
