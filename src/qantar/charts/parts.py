"""Part-whole bars: the stated parts of a total laid end to end, the rest that nobody accounts for hatched."""

from qantar.charts.labels import beside
from qantar.charts.prose import number
from qantar.charts.style import BLUE, GREY, PALE, VERMILLION, new_figure

ROW = 0.36  # inches of a row


def draw(rows):
    """Draw one total and its parts, each part beginning where the one before it ended.

    Args:
        rows: table with `role` (one `total`, then each `part` in reading order), `label` and `value`.

    Returns:
        The figure. Parts are never rescaled: what they leave over is hatched grey, what they exceed the total by is
        hatched red.
    """
    parts = rows[rows["role"] == "part"]
    label, total = rows.loc[rows["role"] == "total", ["label", "value"]].iloc[0]
    total = int(total)
    fig, ax = new_figure(0.3 + ROW * (len(parts) + 2))
    ax.barh(0, total, height=0.7, color=GREY)
    beside(ax, total, 0, number(total), 5)
    start = 0
    for y, value in enumerate(parts["value"], start=1):
        ax.barh(y, int(value), left=start, height=0.7, color=BLUE)
        start += int(value)
        beside(ax, start, y, number(value), 5)
    rest = _draw_rest(ax, total, start, len(parts) + 1)
    ax.axvline(total, color=GREY, lw=0.8, ls=(0, (3, 3)), zorder=0)
    _frame(ax, [label, *parts["label"], rest], max(total, start))
    return fig


def _draw_rest(ax, total, accounted, y):
    """The hatched last row; returns its label."""
    rest = total - accounted
    if rest == 0:
        beside(ax, total, y, "0", 5)
        return "Not accounted for"
    colour = VERMILLION if rest < 0 else GREY
    look = {"color": "white" if rest > 0 else PALE, "edgecolor": colour, "hatch": "/////", "lw": 1, "gid": "rest"}
    ax.barh(y, abs(rest), left=min(total, accounted), height=0.7, **look)
    beside(ax, max(total, accounted), y, number(abs(rest)), 5)
    return "Not accounted for" if rest > 0 else "More than the total"


def _frame(ax, names, top):
    ax.set_yticks(range(len(names)), names)
    ax.set_ylim(len(names) - 0.5, -0.5)
    ax.set_xlim(0, top * 1.12)
    ax.xaxis.set_visible(False)
    ax.grid(visible=False)
    ax.spines["bottom"].set_visible(False)
