"""Range dots: one row a country (or a total, or a metric), one mark a state or rule, the span between them drawn."""

from qantar.charts.labels import beside
from qantar.charts.style import BLUE, BROWN, GREEN, GREY, PURPLE, SKY, VERMILLION, new_figure

ROW = 0.46  # inches of a row
DODGE = 0.4  # of a row: marks of different kinds stand a little apart, so that equal numbers stay visible
LOOKS = (("o", BLUE), ("D", VERMILLION), ("s", GREEN), ("^", PURPLE), ("v", BROWN), ("P", SKY))


def draw(rows, *, log=False):
    """Draw marks of several kinds on one line a row, never stacked, never added.

    Args:
        rows: table with `label` (row, in reading order), `kind` (state or rule) and `value`.
        log: logarithmic axis, for figures that differ more than tenfold.

    Returns:
        The figure; the key of marks stands in one line above the drawing.
    """
    names, kinds = list(dict.fromkeys(rows["label"])), list(dict.fromkeys(rows["kind"]))
    fig, ax = new_figure(0.9 + ROW * len(names))
    for y, name in enumerate(names):
        own = rows[rows["label"] == name]
        values = own["value"].astype(float)
        ax.plot([values.min(), values.max()], [y, y], color=GREY, lw=1.2, zorder=1)
        for kind, value in zip(own["kind"], values, strict=True):
            mark, colour = LOOKS[kinds.index(kind) % len(LOOKS)]
            level = y + DODGE * (kinds.index(kind) - (len(kinds) - 1) / 2) / max(1, len(kinds) - 1)
            ax.plot(value, level, mark, ms=8, color=colour, mec="white", mew=0.6, gid="mark", zorder=3)
        _write_numbers(ax, y, values)
    _frame(ax, names, rows["value"].astype(float), log)
    _write_key(ax, kinds)
    return fig


def _write_numbers(ax, y, values):
    low, high = values.min(), values.max()
    beside(ax, high, y, f"{high:,.0f}", 8)
    if low != high:
        beside(ax, low, y, f"{low:,.0f}", -8)


def _frame(ax, names, values, log):
    ax.set_yticks(range(len(names)), names)
    ax.set_ylim(len(names) - 0.4, -0.6)
    ax.grid(visible=False, axis="y")
    ax.grid(axis="x")
    if log:
        ax.set_xscale("log")
        ax.set_xlim(values.min() / 2.2, values.max() * 2.2)
    else:
        ax.set_xlim(0, values.max() * 1.15)
    ax.xaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")


def _write_key(ax, kinds):
    handles = [
        ax.plot([], [], mark, color=colour, ms=8, ls="", label=kind)[0]
        for kind, (mark, colour) in zip(kinds, LOOKS, strict=False)
    ]
    look = {"ncols": 3, "handletextpad": 0.1, "columnspacing": 1.2, "fontsize": 10, "borderaxespad": 0}
    ax.legend(handles=handles, loc="lower left", bbox_to_anchor=(-0.02, 1.0), **look)
