"""Range dots in lanes: one lane a country and state, every number given for it, the span between them drawn."""

from qantar.charts.axes import set_span
from qantar.charts.labels import beside
from qantar.charts.style import BLUE, BROWN, GREEN, PURPLE, VERMILLION, new_figure

LANE = 0.26  # inches of a lane
GAP = 0.5  # of a lane, between two countries
COLOURS = (BLUE, VERMILLION, GREEN, PURPLE, BROWN)


def draw(rows, *, log=False):
    """Draw the numbers of each lane on a line of their own, never stacked, never added.

    Args:
        rows: table with `label` (country) and `kind` (state), both in reading order, `value`, `text` (the figure as
            it is to be read, hedge and all) and `qualifier`; numbers of a lane in rising order.
        log: logarithmic axis, for figures that differ more than tenfold.

    Returns:
        The figure; a hollow dot is "about", the words at the end of a lane name all its numbers.
    """
    lanes, levels = _lanes(rows), _levels(rows)
    kinds = list(dict.fromkeys(rows["kind"]))
    fig, ax = new_figure(0.5 + LANE * (levels[-1] + 1))
    for (label, kind), y in zip(lanes, levels, strict=True):
        own = rows[(rows["label"] == label) & (rows["kind"] == kind)]
        _draw_lane(ax, y, own, COLOURS[kinds.index(kind) % len(COLOURS)])
    _frame(ax, lanes, levels, rows["value"].astype(float), log)
    return fig


def _lanes(rows):
    return list(dict.fromkeys(zip(rows["label"], rows["kind"], strict=True)))


def _levels(rows):
    """The height of each lane: countries stand a little apart."""
    lanes, y, levels = _lanes(rows), 0.0, []
    for before, lane in zip([None, *lanes], lanes, strict=False):
        y += 0 if before is None else 1 if before[0] == lane[0] else 1 + GAP
        levels.append(y)
    return levels


def _draw_lane(ax, y, own, colour):
    values = own["value"].astype(float)
    ax.plot([values.min(), values.max()], [y, y], color=colour, lw=1.6, zorder=2)
    for value, qualifier in zip(values, own["qualifier"], strict=True):
        face = "white" if qualifier == "about" else colour
        ax.plot(value, y, "o", ms=7, mew=1.8, color=colour, mfc=face, gid="mark", zorder=3)
    beside(ax, values.max(), y, ", ".join(own["text"]), 9, colour)


def _frame(ax, lanes, levels, values, log):
    firsts = [before is None or before[0] != lane[0] for before, lane in zip([None, *lanes], lanes, strict=False)]
    named = zip(lanes, firsts, strict=True)
    ax.set_yticks(levels, [f"{label}: {kind}" if first else kind for (label, kind), first in named])
    ax.set_ylim(levels[-1] + 0.7, -0.7)
    ax.grid(visible=False, axis="y")
    ax.grid(axis="x")
    set_span(ax, values.min() / 1.5 if log else 0, values.max() * (4 if log else 1.4), log=log)
