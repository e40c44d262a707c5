"""Whose counts a chart shows: an office that counts, not those who pass its numbers on."""

from qantar.charts.prose import STATE_BODIES
from qantar.tables.frame import priority

NOBODY = "unattributed"


def own_counts(rows, metric):
    """Rows of the speakers who count for themselves.

    Args:
        rows: steps with `claimant_type`, `date` and `value`.
        metric: what is counted; says who is nearest to the count where two speakers give the same numbers.

    Returns:
        The rows without those of speakers who only pass on: another kept speaker gave every number of theirs before
        or on the same day.
    """
    kept = rows
    for kind in reversed(priority(metric)):
        own = kept[kept["claimant_type"] == kind]
        others = kept[kept["claimant_type"] != kind]
        if len(own) and all(_given(row, others) for row in own.to_dict("records")):
            kept = others
    return kept


def _given(row, others):
    """Whether one of the others gave this number by its day."""
    return bool(((others["value"] == row["value"]) & (others["date"] <= row["date"])).any())


def named_or_all(rows):
    """The rows that name their speaker, all rows where none does.

    Args:
        rows: see `own_counts`.
    """
    named = rows[rows["claimant_type"] != NOBODY]
    return named if len(named) else rows


def keepers(rows, metric="deaths"):
    """The rows of those who keep a count, and those of offices that gave one number only.

    Args:
        rows: see `own_counts`.
        metric: what is counted.

    Returns:
        (kept, single): where an office of the state gives a number twice or more, another office's only number is
        no count that is kept, and stands in `single`. Rows that name nobody stand in neither, unless all do.
    """
    own = own_counts(named_or_all(rows), metric)
    numbers = own.groupby("claimant_type")["value"].nunique()
    state = numbers[numbers.index.isin(STATE_BODIES)]
    once = state.index[state < 2] if (state > 1).any() else []
    return own[~own["claimant_type"].isin(once)], own[own["claimant_type"].isin(once)]


def lead(rows):
    """The kind of speaker who gave the most different numbers; of equals the one with most figures, then the first."""
    return _by_numbers(rows)[0]


def most_vocal(rows, most):
    """The rows of the speakers who gave the most different numbers, so many of them: more lines than that are a tangle.

    Args:
        rows: see `own_counts`.
        most: how many speakers are kept.
    """
    return rows[rows["claimant_type"].isin(_by_numbers(rows)[:most])]


def _by_numbers(rows):
    counts = rows.groupby("claimant_type")["value"].agg(["nunique", "size"])
    return list(counts.sort_values(["nunique", "size"], ascending=False, kind="stable").index)
