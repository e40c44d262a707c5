"""Dates of uneven precision: a day, a month or a year is a period, and two periods may or may not be told apart."""

import re
from calendar import monthrange
from datetime import date

WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def period(text):
    """First and last day of a date written to the day, month or year (ISO 8601 reduced precision).

    Args:
        text: `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or empty.

    Returns:
        Two `datetime.date`, or None where the text is empty or no such date.

    >>> period("2022-02")
    (datetime.date(2022, 2, 1), datetime.date(2022, 2, 28))
    >>> period("") is None
    True
    """
    found = WRITTEN.fullmatch(text or "")
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        if month:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None


def first_day(text):
    """The earliest day a written date can mean, None where there is no date.

    >>> first_day("2022-01")
    datetime.date(2022, 1, 1)
    """
    days = period(text)
    return days[0] if days else None


def last_day(text):
    """The latest day a written date can mean, None where there is no date.

    >>> last_day("2022")
    datetime.date(2022, 12, 31)
    """
    days = period(text)
    return days[1] if days else None


def days_apart(one, other):
    """Fewest days between two written dates; 0 where the periods overlap, None where a date is missing.

    >>> days_apart("2022-01-09", "2022-01-12")
    3
    >>> days_apart("2022-01", "2022-01-12")
    0
    """
    a, b = period(one), period(other)
    if a is None or b is None:
        return None
    return max((b[0] - a[1]).days, (a[0] - b[1]).days, 0)


def days_between(earlier, later):
    """Days from one written date to another; None where either is missing or not known to the day.

    >>> days_between("2022-01-10", "2022-01-15")
    5
    >>> days_between("2022-01", "2022-01-15") is None
    True
    """
    a, b = period(earlier), period(later)
    if a is None or b is None or a[0] != a[1] or b[0] != b[1]:
        return None
    return (b[0] - a[0]).days


def is_before(one, other):
    """Whether one written date is certainly before another.

    >>> is_before("2022-01-09", "2022-01-10"), is_before("2022-01", "2022-01-10")
    (True, False)
    """
    a, b = period(one), period(other)
    return a is not None and b is not None and a[1] < b[0]
