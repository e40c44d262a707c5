"""Plain bars from zero: how often, with the count written at the bar."""

from qantar.charts.labels import beside, folded, row_height
from qantar.charts.prose import number
from qantar.charts.style import BLUE, GREY, PALE, new_figure

ROW = 0.34  # inches of a row
NOTED = 0.44  # inches of a row with a second line
LONGEST = 38  # characters of a label in one line


def draw(rows, *, colour=BLUE, whole=None):
    """Horizontal bars with their labels.

    Args:
        rows: table with `label` and `value`, in reading order; where it also has `part`, the part of each bar that
            is drawn dark (for example statements among claims); `text`: what to write at each bar, if not numbers;
            `note`: a second line under the label.
        colour: colour of the bars.
        whole: words for the bar and its part, as ("claims", "statements"), written on the first row.

    Returns:
        The figure.
    """
    rows = rows.reset_index(drop=True)
    names = _names(rows)
    fig, ax = new_figure(0.3 + (NOTED if "note" in rows else row_height(names, ROW)) * len(rows))
    has_part = "part" in rows
    ax.barh(range(len(rows)), rows["value"].astype(float), height=0.68, color=PALE if has_part else colour)
    if has_part:
        ax.barh(range(len(rows)), rows["part"].astype(float), height=0.68, color=colour)
    texts = [_words(row, y, whole, has_part) for y, row in rows.iterrows()]
    for y, row in rows.iterrows():
        beside(ax, float(row["value"]), y, texts[y], 5, GREY)
    ax.set_ylim(len(rows) - 0.5, -0.5)
    ax.set_yticks(range(len(rows)), names)
    ax.set_xlim(0, float(rows["value"].max()) * (1 + 0.035 * max(len(text) for text in texts)))
    ax.xaxis.set_visible(False)
    ax.grid(visible=False)
    ax.spines["bottom"].set_visible(False)
    return fig


def _names(rows):
    if "note" not in rows:
        return folded(rows["label"], LONGEST)
    return [f"{label}\n{note}" for label, note in zip(rows["label"], rows["note"], strict=True)]


def _words(row, y, whole, has_part):
    if "text" in row:
        return row["text"]
    if not has_part:
        return number(row["value"])
    names = [f" {name}" if y == 0 else "" for name in whole or ("", "")]
    return f"{number(row['part'])}{names[1]} in {number(row['value'])}{names[0]}"
