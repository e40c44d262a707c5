"""Axes that read like a page: dates as people write them, thousands separated, marks for open bounds."""

import pandas as pd
from matplotlib.ticker import FuncFormatter, MaxNLocator

DAYS_IN_DETAIL = 62  # up to here single days are marked, beyond it months


def set_dates(ax, start, end, most=6):
    """Mark a date axis from `start` to `end` with about `most` readable dates; the year stands under the first."""
    in_days = (end - start).days <= DAYS_IN_DETAIL
    start = start if in_days else start.normalize().replace(day=1)
    ax.set_xlim(start, end)
    ticks = _days(start, end, most) if in_days else _months(start, end, most)
    only_januaries = all(tick.month == 1 for tick in ticks)
    form = "{0.day} {0:%b}" if in_days else "{0:%Y}" if only_januaries else "{0:%b}"
    ax.set_xticks(ticks, [_date_words(tick, before, form) for before, tick in zip([None, *ticks], ticks, strict=False)])


def _days(start, end, most):
    step = max(1, -(-(end - start).days // most))
    return list(pd.date_range(start.ceil("D"), end, freq=f"{step}D"))


def _months(start, end, most):
    wanted = max(1, -(-((end - start).days // 30) // most))
    step = next((months for months in (1, 2, 3, 4, 6, 12, 24, 60) if months >= wanted), 120)
    firsts = pd.date_range(start.normalize().replace(day=1), end, freq="MS")
    return [first for first in firsts if first >= start and (first.year * 12 + first.month - 1) % step == 0]


def _date_words(tick, before, form):
    """A tick's label, with the year below it where a year begins."""
    starts_year = "%Y" not in form and (before is None or before.year != tick.year)
    return form.format(tick) + (f"\n{tick.year}" if starts_year else "")


def set_numbers(axis, floor, top):
    """Whole numbers with thousands separators on an axis from `floor` to `top`."""
    axis.set_major_locator(MaxNLocator(nbins=5, integer=True))
    _separate_thousands(axis)
    (axis.axes.set_ylim if axis.axis_name == "y" else axis.axes.set_xlim)(floor, top)


def set_span(ax, floor, top, *, log):
    """Numbers with thousands separators along x from `floor` to `top`, on a logarithmic scale if `log`."""
    if log:
        ax.set_xscale("log")
    ax.set_xlim(floor, top)
    _separate_thousands(ax.xaxis)


def _separate_thousands(axis):
    axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))


def shapes(row):
    """Which way a figure is open, for the mark that shows it.

    Args:
        row: mapping with `value`, `low`, `high`, `qualifier`.

    Returns:
        `exact`, `about` (hollow dot), `up` (lower bound only), `down` (upper bound only) or `between` (no point value).

    >>> shapes({"value": 238, "low": 238, "high": None, "qualifier": "at_least"})
    'up'
    >>> shapes({"value": None, "low": 24, "high": 99, "qualifier": "vague"})
    'between'
    """
    has_low, has_high = not pd.isna(row["low"]), not pd.isna(row["high"])
    if pd.isna(row["value"]) and has_low and has_high:
        return "between"
    if has_low != has_high:
        return "up" if has_low else "down"
    return "exact" if has_low and row["low"] == row["high"] else "about"
