"""What a hedged number allows: its stated bounds, and whether two figures can both be right.

An open bound stays open (None). `stated` takes the wording at its word: "more than 4,300" allows 4,353 and 20,000
alike. `near` asks the narrower question whether two figures are of one size: a hedge is read as at most a tenth,
the width that figure-reporting projects give to "about" and "nearly".
"""

import pandas as pd

HEDGE = 0.1  # share of the number that "about", "nearly" or "more than" leave open when sizes are compared


def stated(claim):
    """The interval that the wording of a claim states.

    Args:
        claim: mapping with `value`, `low`, `high` (int, or None and NA for blank) and `qualifier`.

    Returns:
        (low, high), each an int or None for open; (None, None) where nothing is stated.

    >>> stated({"value": 4300, "low": 4300, "high": None, "qualifier": "more_than"})
    (4300, None)
    """
    low, high = whole(claim["low"]), whole(claim["high"])
    value = whole(claim["value"])
    if low is None and high is None and value is not None and claim["qualifier"] == "about":
        return around(value)
    return low, high


def near(claim):
    """The interval of numbers that are of the claim's own size, for comparing; never published as a bound.

    >>> near({"value": 4300, "low": 4300, "high": None, "qualifier": "more_than"})
    (4300, 4730)
    >>> near({"value": None, "low": 24, "high": 99, "qualifier": "vague"})
    (24, 99)
    """
    low, high = stated(claim)
    value = whole(claim["value"])
    if value is None:
        return low, high
    lower, upper = around(value)
    return (lower if low is None else low), (upper if high is None else high)


def around(value):
    """A tenth below and above a number, rounded outwards.

    >>> around(353)
    (317, 389)
    """
    return int(value * (1 - HEDGE)), -int(-value * (1 + HEDGE) // 1)


def overlap(one, other):
    """Whether two intervals share a number; an open side reaches as far as needed.

    >>> overlap((4300, None), (4353, 4353)), overlap((24, 99), (225, 225))
    (True, False)
    """
    return _not_above(one[0], other[1]) and _not_above(other[0], one[1])


def direction(before, after):
    """How a figure moved: `up` or `down` where the bounds leave no doubt, `restated` where they allow one number.

    Args:
        before, after: claims as for `stated`.

    >>> direction({"value": 18, "low": 18, "high": 18, "qualifier": "exact"},
    ...           {"value": 16, "low": 16, "high": 16, "qualifier": "exact"})
    'down'
    """
    one, other = near(before), near(after)
    if overlap(one, other):
        return "restated"
    return "up" if not _not_above(other[0], one[1]) else "down"


def whole(number):
    """An int, or None for blank (None, NA, NaN).

    >>> whole(None), whole(3.0)
    (None, 3)
    """
    return None if pd.isna(number) else int(number)


def _not_above(low, high):
    return low is None or high is None or low <= high
