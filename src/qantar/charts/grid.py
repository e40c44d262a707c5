"""Numbers side by side: one row a subject, one column a rule or convention, shaded by how much the number is moved."""

import numpy as np
from matplotlib.colors import LinearSegmentedColormap

from qantar.charts.style import INK, VERMILLION, new_figure

SHADES = LinearSegmentedColormap.from_list("moved", ["#f2f2f2", "#f6d5bf", VERMILLION])
ROW = 0.36  # inches of a row
FULL_COLOUR = 3.0  # log2: eightfold


def draw(rows):
    """Draw numbers as a grid.

    Args:
        rows: table with `row`, `column` (both in reading order), `text` (the number as it is to be read) and `moved`
            (log2 of the factor between this number and the one it is compared with; blank is unshaded).

    Returns:
        The figure; a cell that is missing stays empty.
    """
    names, columns = list(dict.fromkeys(rows["row"])), list(dict.fromkeys(rows["column"]))
    edges = _edges(rows, columns)
    fig, ax = new_figure(0.6 + ROW * len(names))
    for cell in rows.to_dict("records"):
        left, right = edges[columns.index(cell["column"])]
        _draw_cell(ax, left, right, names.index(cell["row"]), cell)
    ax.set_xlim(0, edges[-1][1])
    ax.set_ylim(len(names) - 0.5, -0.5)
    ax.set_xticks([sum(edge) / 2 for edge in edges], [column.replace(" ", "\n") for column in columns])
    ax.xaxis.tick_top()
    ax.tick_params(top=False, bottom=False)
    ax.set_yticks(range(len(names)), names)
    ax.grid(visible=False)
    ax.spines["bottom"].set_visible(False)
    return fig


def _edges(rows, columns):
    """Left and right edge of each column, as wide as its longest text."""
    found, left = [], 0
    for column in columns:
        words = [*rows.loc[rows["column"] == column, "text"], *column.split(" ")]
        found.append((left, left + max(len(word) for word in words) + 1))
        left = found[-1][1]
    return found


def _draw_cell(ax, left, right, y, cell):
    moved = 0.0 if np.isnan(cell["moved"]) else min(1.0, abs(cell["moved"]) / FULL_COLOUR)
    ax.bar(left, 0.9, bottom=y - 0.45, width=right - left, align="edge", color=SHADES(moved), edgecolor="white", lw=2)
    ax.text((left + right) / 2, y, cell["text"], ha="center", va="center_baseline", size=9, color=INK)
