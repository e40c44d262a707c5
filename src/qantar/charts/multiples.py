"""Small multiples: the same small step chart for each charge, each with its own scale."""

import pandas as pd

from qantar.charts.axes import set_dates
from qantar.charts.labels import beside
from qantar.charts.prose import number
from qantar.charts.style import BLUE, INK, new_figure

COLUMNS = 2
ROW = 1.15  # inches of a panel


def draw(rows):
    """Draw one panel a series.

    Args:
        rows: table with `series`, `date` (timestamp) and `value`; panels keep the order of first appearance.

    Returns:
        The figure. Every panel starts at zero and has its own scale: its last figure is written at its end.
    """
    names = list(dict.fromkeys(rows["series"]))
    count = -(-len(names) // COLUMNS)
    fig, axes = new_figure(ROW * count + 0.3, nrows=count, ncols=min(COLUMNS, len(names)), squeeze=False, sharex=True)
    span = rows["date"].min() - pd.Timedelta(days=9), rows["date"].max() + pd.Timedelta(days=9)
    for index, ax in enumerate(axes.flat):
        if index < len(names):
            _draw_panel(ax, names[index], rows[rows["series"] == names[index]].sort_values("date"), span)
        else:
            ax.set_visible(False)
    return fig


def _draw_panel(ax, name, part, span):
    values = part["value"].astype(float)
    ax.step([*part["date"], span[1]], [*values, values.iloc[-1]], where="post", color=BLUE, lw=1.6)
    ax.plot(part["date"], values, "o", ms=4, color=BLUE)
    ax.set_title(name, loc="left", size=10, color=INK)
    ax.set_ylim(0, 1.45 * values.max())
    ax.yaxis.set_visible(False)
    set_dates(ax, *span, most=3)
    last = values.iloc[-1]
    beside(ax, span[1], last, number(last), -1, BLUE, va="bottom", weight="bold", size=10)
