"""What two sources, or two speakers, say of the same thing: every pair of claims, how far apart, and why."""

from itertools import islice
from math import log2

from qantar.tables.bounds import overlap, stated
from qantar.tables.dates import days_apart
from qantar.tables.explain import Evidence, explain
from qantar.tables.frame import as_table, grouped, is_placed

WINDOW = 3  # days between the dates of two figures that are compared
NOTABLE = 0.05  # share of the larger figure from which two figures are said to differ
SAME = ["metric", "group", "place", "detail"]
# Stages and units that texts take for one another; figures of others are not figures of the same thing.
MIXED_UP = {
    "stage": [{"detained", "in_custody"}, {"in_custody", "court_custody"}, {"announced", "deployed", "standing", ""}],
    "unit": [{"people", "cases"}],
}
SIDE = ("source", "outlet", "claimant", "date", "value", "low", "high", "qualifier", "stage", "unit", "measure")
COLUMNS = [
    "claim_a", "claim_b", *SAME, "pair", *(f"{name}_{side}" for side in "ab" for name in SIDE),
    "days_apart", "difference", "ratio", "log2_ratio", "differs", "explanation", "reason",
]  # fmt: skip


def build_differences(corpus):
    """Pairs of claims about one thing and time.

    Args:
        corpus: a `Corpus`.

    Returns:
        Frame with one row per pair of claims of one metric, group, place and detail, from two sources or two kinds of
        speakers, with dates at most three days apart. `ratio` and `difference` need two printed numbers; `differs` is
        `yes` from 5 % on; `explanation` is blank where both state the same.
    """
    evidence = Evidence(corpus)
    same_things = grouped(sorted(filter(is_placed, corpus.in_event), key=_order), SAME).values()
    return as_table([_row(*pair, evidence) for same in same_things for pair in _pairs(same)], COLUMNS)


def _pairs(claims):
    """Comparable pairs of claims about one thing, which are in the order of their dates."""
    dated = [claim for claim in claims if claim["date_day"]]
    for index, one in enumerate(dated):
        for other in islice(dated, index + 1, None):
            if (other["date_day"] - one["date_day"]).days > WINDOW:
                break
            if _comparable(one, other):
                yield one, other


def _order(claim):
    return str(claim["date_day"]), claim["date"], claim["claim_id"]


def _comparable(one, other):
    """Two sources or two speakers, one stage (or two that are taken for one another), dates close together."""
    distinct = one["source_id"] != other["source_id"] or one["claimant_type"] != other["claimant_type"]
    stages, units = (_taken_for(one[name], other[name], mixed) for name, mixed in MIXED_UP.items())
    return distinct and stages and units and _one_time(one["date"], other["date"])


def _one_time(one, other):
    """Days at most `WINDOW` apart, or one and the same month or year; a month is not compared with a day in it."""
    if min(len(one), len(other)) < len("YYYY-MM-DD"):
        return one == other != ""
    return days_apart(one, other) <= WINDOW


def _taken_for(one, other, mixed_up):
    return one == other or any({one, other} <= mixed for mixed in mixed_up)


def _row(one, other, evidence):
    explanation, reason = explain(one, other, evidence)
    return {
        "claim_a": one["claim_id"],
        "claim_b": other["claim_id"],
        **{name: one[name] for name in SAME},
        "pair": _pair(one, other),
        **_side(one, "a"),
        **_side(other, "b"),
        "days_apart": days_apart(one["date"], other["date"]),
        **(_distance(one["value"], other["value"]) if one["unit"] == other["unit"] else {}),
        "differs": "yes" if differ(one, other) else "no",
        "explanation": explanation,
        "reason": reason,
    }


def _pair(one, other):
    if one["source_id"] == other["source_id"]:
        return "claimants"
    return "sources" if one["claimant_type"] == other["claimant_type"] else "both"


def _side(claim, letter):
    named = {"source": "source_id", "claimant": "claimant_type"}
    return {f"{name}_{letter}": claim[named.get(name, name)] for name in SIDE}


def _distance(one, other):
    """Difference and ratio of two printed numbers, blank where one prints none.

    >>> _distance(230, 238)
    {'difference': 8, 'ratio': 1.0348, 'log2_ratio': 0.0493}
    """
    if one is None or other is None:
        return {}
    if one == 0 or other == 0:
        return {"difference": other - one}
    return {"difference": other - one, "ratio": round(other / one, 4), "log2_ratio": round(log2(other / one), 4)}


def differ(one, other):
    """Whether two claims are notably apart: their numbers, or, where one prints none, their bounds.

    >>> dozens = {"value": None, "low": 24, "high": 99, "qualifier": "vague"}
    >>> differ(dozens, {"value": 26, "low": 26, "high": 26, "qualifier": "exact"})
    False
    """
    if one["value"] is not None and other["value"] is not None:
        small, large = sorted((one["value"], other["value"]))
    else:
        a, b = stated(one), stated(other)
        if overlap(a, b):
            return False
        small, large = sorted((min(a[1], b[1], key=_open), max(a[0], b[0], key=_closed)))
    return large - small > NOTABLE * large


def _open(high):
    return float("inf") if high is None else high


def _closed(low):
    return -1 if low is None else low
