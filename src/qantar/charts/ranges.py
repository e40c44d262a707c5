"""Range dots: one row a subject, one mark a moment or rule, the span between them drawn."""

from matplotlib.transforms import blended_transform_factory

from qantar.charts import labels
from qantar.charts.axes import set_span
from qantar.charts.style import BLUE, BROWN, GREEN, GREY, PURPLE, SKY, VERMILLION, new_figure

ROW = 0.66  # inches of a row
SPREAD = 0.55  # of a row: all its marks stay within
DODGE = 0.2  # of a row: marks of different kinds stand a little apart, so that equal numbers stay visible
LINE = 70  # characters that fit beside the marks in one line of the key
LOOKS = (("o", BLUE), ("D", VERMILLION), ("s", GREEN), ("^", PURPLE), ("v", BROWN), ("P", SKY))


def draw(rows, *, log=False):
    """Draw marks of several kinds on one line a row, never stacked, never added.

    Args:
        rows: table with `label` (row, in reading order), `kind` (state or rule), `value` and `text` (the figure as it
            is to be read, hedge and all).
        log: logarithmic axis, for figures that differ more than tenfold.

    Returns:
        The figure; the key of marks stands in one line above the drawing.
    """
    names, kinds = list(dict.fromkeys(rows["label"])), list(dict.fromkeys(rows["kind"]))
    fig, ax = new_figure(1.0 + ROW * len(names))
    looks = {kind: LOOKS[index % len(LOOKS)] for index, kind in enumerate(kinds)}
    marks = []
    for y, name in enumerate(names):
        marks += _draw_row(ax, y, rows[rows["label"] == name], looks)
    _frame(ax, names, rows["value"].astype(float), log)
    _write_key(ax, looks)
    labels.beside_points(ax, marks)
    return fig


def _draw_row(ax, y, own, looks):
    """The marks of one row on their line; returns what is to be written beside them."""
    values = own["value"].astype(float)
    ax.plot([values.min(), values.max()], [y, y], color=GREY, lw=1.2, zorder=1)
    entries = []
    for kind, value, text in zip(own["kind"], values, own["text"], strict=True):
        mark, colour = looks[kind]
        level = y + min(DODGE, SPREAD / len(looks)) * (list(looks).index(kind) - (len(looks) - 1) / 2)
        ax.plot(value, level, mark, ms=8, color=colour, mec="white", mew=0.6, gid="mark", zorder=3)
        entries.append((value, level, text, colour))
    return entries


def _frame(ax, names, values, log):
    ax.set_yticks(range(len(names)), names)
    ax.set_ylim(len(names) - 0.4, -0.6)
    ax.grid(visible=False, axis="y")
    ax.grid(axis="x")
    set_span(ax, values.min() / 2.2 if log else 0, values.max() * (2.2 if log else 1.15), log=log)


def _write_key(ax, looks):
    """The key of marks above the drawing, over the whole width of the figure; a blank title keeps its place free."""
    handles = [
        ax.plot([], [], mark, color=colour, ms=8, ls="", label=kind)[0] for kind, (mark, colour) in looks.items()
    ]
    columns = len(looks) if sum(len(kind) + 5 for kind in looks) < LINE else 2
    ax.set_title("\n" * -(-len(looks) // columns), size=10)
    place = blended_transform_factory(ax.figure.transFigure, ax.transAxes)
    look = {"ncols": columns, "handletextpad": 0.3, "columnspacing": 1.2, "fontsize": 10, "borderaxespad": 0}
    legend = ax.legend(handles=handles, loc="lower left", bbox_to_anchor=(0.01, 1), bbox_transform=place, **look)
    legend.set_in_layout(False)
