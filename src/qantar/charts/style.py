"""The one look of all figures: type, colours that colour-blind readers can tell apart, marks of a claim's status.

The hues are those of Okabe and Ito (2008), "Color Universal Design", with the yellow left out (too pale on white).
Colour never carries a meaning alone: every series is labelled where it is drawn.
"""

from pathlib import Path

import matplotlib as mpl
import seaborn as sns
from matplotlib.figure import Figure

STYLE_FILE = Path(__file__).with_name("qantar.mplstyle")
WIDTH = 6.0  # inches; at 200 dots an inch a figure is 1200 pixels wide

BLUE, VERMILLION, GREEN, PURPLE = "#0072B2", "#D55E00", "#009E73", "#AA4499"
SKY, BROWN, WINE = "#56B4E9", "#7A5C00", "#882255"
INK, GREY, PALE = "#222222", "#6b6b6b", "#dddddd"

CLAIMANT_COLOURS = {
    "prosecutor": BLUE,
    "interior_ministry": VERMILLION,
    "police": WINE,
    "health_ministry": GREEN,
    "ombudsman": PURPLE,
    "ngo": WINE,
    "president": BROWN,
    "government": BROWN,
    "unattributed": GREY,
}


def apply():
    """Set seaborn's theme and the project's style sheet; the named font ships with matplotlib, so pictures agree."""
    sns.set_theme(style="white", font="DejaVu Sans")
    mpl.style.use(STYLE_FILE)


def new_figure(height, **grid):
    """A figure of the standard width with its axes.

    Args:
        height: inches for the drawing itself; title and source are added around it by `figure.show`.
        **grid: passed to `Figure.subplots` (`nrows`, `ncols`, `sharey`, …).

    Returns:
        The figure, and one axes or an array of them.
    """
    apply()
    figure = Figure(figsize=(WIDTH, height), layout="constrained")
    return figure, figure.subplots(**grid)


def colour_of(claimant_type):
    """The colour of a kind of speaker, the same in every figure.

    >>> colour_of("prosecutor"), colour_of("someone new")
    ('#0072B2', '#6b6b6b')
    """
    return CLAIMANT_COLOURS.get(claimant_type, GREY)


def row_colour(row):
    """The colour of a row to draw: its own (`colour`) where it has one, else its speaker's."""
    return row["colour"] if "colour" in row else colour_of(row["claimant_type"])
