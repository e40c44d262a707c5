"""Step timeline: what each speaker said, held until the speaker says something else, never interpolated."""

import pandas as pd

from qantar.charts import labels
from qantar.charts.axes import set_dates, set_numbers, shapes
from qantar.charts.prose import wording
from qantar.charts.style import GREY, VERMILLION, new_figure, row_colour
from qantar.tables.withdrawals import WITHDRAWING

UNNAMED = "unattributed"
CROWDED = 0.015  # share of the time axis; a figure that stood for less is drawn but not labelled
MARKS = {"exact": "o", "about": "o", "up": "^", "down": "v", "between": ""}


def draw(rows, *, height=3.6, floor=0):
    """Draw what each speaker said as steps.

    Args:
        rows: table with `series` (label), `claimant_type`, `date` (timestamp), `value`, `low`, `high`, `qualifier`,
            `status`, one row per figure said; and `colour`, where that is not to be the speaker's.
        height: inches of the drawing.
        floor: where the axis of figures begins (lines may be cut from zero, if the subtitle says so; bars may not).

    Returns:
        The figure. A withdrawn figure is crossed and dashed from the day of its withdrawal; triangles point to the
        side on which a figure is open; a bar spans a figure that was given by its bounds only.
    """
    rows = rows.sort_values(["series", "date", "low", "value"], kind="stable")
    fig, ax = new_figure(height)
    start, end = _limits(rows)
    # Those who name no speaker are drawn first: where two say the same, the named one is seen.
    parts = sorted(rows.groupby("series", sort=False), key=lambda part: part[1]["claimant_type"].iloc[0] != UNNAMED)
    ends = [_draw_series(ax, series, part, end) for series, part in parts]
    set_dates(ax, start, end)
    top = float(rows[["value", "low", "high"]].max().max())
    set_numbers(ax.yaxis, floor, top + 0.12 * (top - floor))
    labels.at_right(ax, ends)
    _label_points(ax, rows)
    return fig


def _limits(rows):
    first, last = rows["date"].min(), rows["date"].max()
    pad = max((last - first) / 30, pd.Timedelta(hours=18))
    return first - pad, last + pad


def _draw_series(ax, series, part, end):
    """Draw one speaker's steps and marks; returns the label of its right end, or None where it has no level there."""
    colour = row_colour(part.iloc[0])
    held = part.drop_duplicates("date", keep="last").reset_index(drop=True)
    for index, row in held.iterrows():
        until = held["date"].iloc[index + 1] if index + 1 < len(held) else end
        _hold(ax, row, until, colour, is_last=index + 1 == len(held))
        if index and not pd.isna(row["value"]) and not pd.isna(held["value"].iloc[index - 1]):
            ax.plot([row["date"]] * 2, [held["value"].iloc[index - 1], row["value"]], color=colour, lw=1.2)
    for row in part.to_dict("records"):
        _mark(ax, row, colour)
    last = held.iloc[-1]
    gone = last["status"] in WITHDRAWING
    level = last["value"] if not pd.isna(last["value"]) else (last["low"] + last["high"]) / 2
    return float(level), series + (",\nwithdrawn" if gone else ""), GREY if gone else colour


def _hold(ax, row, until, colour, is_last):
    """The level of one figure until the next one: dashed once withdrawn, thin where nothing newer was said."""
    span = [row["date"], until]
    if pd.isna(row["value"]):
        ax.fill_between(span, int(row["low"]), int(row["high"]), color=colour, alpha=0.12, lw=0)
    elif row["status"] in WITHDRAWING:
        ax.plot(span, [row["value"]] * 2, color=GREY, lw=1.2, ls=(0, (4, 3)), gid="withdrawn-line")
    else:
        ax.plot(span, [row["value"]] * 2, color=colour, lw=1 if is_last else 2, alpha=0.55 if is_last else 1)


def _mark(ax, row, colour):
    shape = shapes(row)
    if row["status"] in WITHDRAWING:
        ax.plot(row["date"], row["value"], "x", ms=11, mew=2.6, color=VERMILLION, gid="withdrawn", zorder=5)
    elif shape == "between":
        ax.plot([row["date"]] * 2, [row["low"], row["high"]], color=colour, lw=4, alpha=0.5, solid_capstyle="butt")
    else:
        face = "white" if shape == "about" else colour
        ax.plot(row["date"], row["value"], MARKS[shape], ms=6, color=colour, mfc=face, gid=f"mark-{shape}", zorder=4)


def _label_points(ax, rows):
    entries = [
        (row["date"], float(row["value"]), wording(row), row_colour(row))
        for row in _labelled(rows).sort_values("value", ascending=False, kind="stable").to_dict("records")
    ]
    labels.beside_points(ax, entries)


def _labelled(rows):
    """The changes that stand long enough to be labelled; in a quick succession only the last is."""
    span = rows["date"].max() - rows["date"].min()
    points = rows.dropna(subset=["value"]).drop_duplicates(["date", "value"]).reset_index(drop=True)
    points = points[points.groupby("series")["value"].diff().fillna(1) != 0]
    stands = -points.groupby("series")["date"].diff(-1)
    return points[stands.isna() | (stands >= CROWDED * span)]
