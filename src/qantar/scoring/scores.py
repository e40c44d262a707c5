"""Scores: how many annotated figures were found, how many with the right bounds, and how many claims were wrong.

A figure is found where metric and place in the text agree, and right where value, low and high agree as well.
Precision and recall are van Rijsbergen's; F1 is their harmonic mean.
"""

from collections import defaultdict

from qantar.reading.figure import CORE
from qantar.scoring.compare import LARGEST, SIZES
from qantar.scoring.gold import SLOTS


def score_set(gold, outcomes, first=None):
    """The rows of reading_scores.csv for one set.

    Args:
        gold: a `GoldSet`.
        outcomes: its outcomes, see `compare.compare_set`.
        first: its strict F1 when it was first read, where that is on record.

    Returns:
        Dicts: one for the whole set, then by metric, size of figure, rule (with metric) and slot.
    """
    dates = sorted(source["published"] for source in gold.sources)
    extent = {"n_texts": len(gold.texts), "texts_from": dates[0], "texts_to": dates[-1]} if dates else {}
    rows = [{"by": "all", "name": "all", "metric": ""} | extent | count(outcomes) | {"first_strict_f1": first}]
    for by, names in (("metric", CORE), ("size", [*SIZES, LARGEST])):
        groups = _grouped(outcomes, lambda outcome, by=by: getattr(outcome, by))
        rows += [{"by": by, "name": name, "metric": ""} | count(groups[name]) for name in names if name in groups]
    rows += _score_rules(outcomes) + _score_slots(outcomes)
    return [{"set": gold.name} | row for row in rows]


def count(outcomes):
    """Numbers of figures wanted, claims that count, found and right ones, with their ratios.

    >>> count([])["strict_f1"] is None
    True
    """
    wanted = sum(outcome.row is not None for outcome in outcomes)
    given = sum(outcome.claim is not None for outcome in outcomes)
    right = sum(outcome.kind == "right" for outcome in outcomes)
    found = right + sum(outcome.kind == "wrong_bounds" for outcome in outcomes)
    numbers = {"n_figures": wanted, "n_read": given, "n_found": found, "n_right": right}
    return numbers | _ratios("detect", found, given, wanted) | _ratios("strict", right, given, wanted)


def f1(hits, given, wanted):
    """Harmonic mean of precision and recall; None where nothing was wanted and nothing given.

    >>> f1(3, 4, 6), f1(0, 2, 2), f1(0, 0, 0)
    (0.6, 0.0, None)
    """
    return 2 * hits / (given + wanted) if given + wanted else None


def _ratios(level, hits, given, wanted):
    return {
        f"{level}_precision": hits / given if given else None,
        f"{level}_recall": hits / wanted if wanted else None,
        f"{level}_f1": f1(hits, given, wanted),
    }


def _score_rules(outcomes):
    """By rule and metric: precision only, for a figure that was missed was missed by every rule."""
    read = [outcome for outcome in outcomes if outcome.claim is not None]
    groups = _grouped(read, lambda outcome: (outcome.claim["rule"], outcome.metric))
    blank = dict.fromkeys(("n_figures", "detect_recall", "detect_f1", "strict_recall", "strict_f1"))
    return [
        {"by": "rule", "name": rule, "metric": metric} | count(same) | blank
        for (rule, metric), same in sorted(groups.items())
    ]


def _score_slots(outcomes):
    """By slot: in how many of the figures found it is as annotated."""
    pairs = [outcome for outcome in outcomes if outcome.kind in ("right", "wrong_bounds")]
    wrong = [slot for outcome in pairs for slot in outcome.wrong_slots()]
    rights = {slot: len(pairs) - wrong.count(slot) for slot in SLOTS}
    return [
        {"by": "slot", "name": slot, "metric": "", "n_found": len(pairs), "n_right": right}
        | {"agreement": right / len(pairs) if pairs else None}
        for slot, right in rights.items()
    ]


def _grouped(outcomes, key):
    groups = defaultdict(list)
    for outcome in outcomes:
        groups[key(outcome)].append(outcome)
    return groups
