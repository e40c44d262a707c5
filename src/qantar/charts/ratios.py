"""Heat map of log-ratios: by how much one speaker's figure exceeds another's for the same thing and time."""

import numpy as np
import pandas as pd
import seaborn as sns

from qantar.charts.style import INK, new_figure

FACTOR_AT_FULL_COLOUR = 2.0  # log2: fourfold


def draw(rows):
    """Draw the median ratio of pairs of speakers.

    Args:
        rows: table with `row`, `column`, `log2_ratio` (median of log2(row / column)) and `pairs` (how many).

    Returns:
        The figure. Each cell says how many times the column's figure the row's is, and from how many pairs;
        blank where the two never spoke about the same thing at the same time.
    """
    names = list(dict.fromkeys([*rows["row"], *rows["column"]]))
    grid = rows.pivot(index="row", columns="column", values="log2_ratio").astype(float)
    grid = grid.reindex(index=[n for n in names if n in grid.index], columns=[n for n in names if n in grid.columns])
    pairs = rows.pivot(index="row", columns="column", values="pairs").reindex_like(grid)
    words = pd.DataFrame(
        [[_words(grid.loc[r, c], pairs.loc[r, c]) for c in grid.columns] for r in grid.index], grid.index, grid.columns
    )
    fig, ax = new_figure(0.9 + 0.56 * len(grid))
    look = {"cmap": sns.diverging_palette(245, 25, s=80, l=60, as_cmap=True), "cbar": False, "linewidths": 2}
    scale = {"center": 0, "vmin": -FACTOR_AT_FULL_COLOUR, "vmax": FACTOR_AT_FULL_COLOUR}
    sns.heatmap(grid, ax=ax, annot=words, fmt="", annot_kws={"size": 9.5, "color": INK}, **look, **scale)
    _frame(ax, grid)
    return fig


def _words(log2_ratio, pairs):
    if pd.isna(log2_ratio):
        return ""
    factor = 2.0**log2_ratio
    return ("equal" if np.isclose(factor, 1, atol=0.005) else f"×{factor:.2f}") + f"\nn = {int(pairs)}"


def _frame(ax, grid):
    ax.set_xticklabels([name.replace(" ", "\n") for name in grid.columns], rotation=0)
    ax.set_yticklabels([name.replace(" ", "\n") for name in grid.index], rotation=0)
    ax.xaxis.tick_top()
    ax.tick_params(top=False, bottom=False, left=False)
    ax.grid(visible=False)
    ax.set(xlabel="", ylabel="")
