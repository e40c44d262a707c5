"""Five rules to read one number out of several, side by side, so that a reader sees what the rule decides.

`latest`: what was published last. `highest_priority`: the office nearest to the count (`priority.yml`). `majority`:
the number that most independent origins give. `lowest`: the smallest number stated (ACLED's rule). `envelope`: the
smallest and the largest number stated, no number between (as in Iraq Body Count and Airwars). No rule sums or
averages, none fills an open bound, and a withdrawn figure has no say in any of them.
"""

from qantar.tables.frame import SERIES, as_table, grouped, is_placed, most_telling, priority
from qantar.tables.origins import origin_of, support
from qantar.tables.withdrawals import withdrawn_since

COLUMNS = [
    *SERIES, "date", "rule", "low", "best", "high", "claim_id", "claimant_type",
    "n_claims", "n_outlets", "n_origins", "n_withdrawn",
]  # fmt: skip


def build_reconciled(corpus):
    """Low, best and high of every series and day under each of the five rules.

    Args:
        corpus: a `Corpus`.

    Returns:
        Frame with one row per series, date and rule. The date is the as-of date, or that of publication where the
        text names none. `best` is blank where the rule gives no one number, `low` and `high` where the wording is
        open; all three are blank where every figure of the day was withdrawn (`n_withdrawn`).
    """
    withdrawn, origins = withdrawn_since(corpus), origin_of(corpus)
    rows = []
    for scope, day in grouped(filter(is_placed, corpus.in_event), [*SERIES, "date"]).items():
        standing = [claim for claim in day if claim["claim_id"] not in withdrawn]
        common = {**dict(zip([*SERIES, "date"], scope, strict=True)), **support(standing, origins)}
        common["n_withdrawn"] = len(day) - len(standing)
        for rule in RULES:
            rows.append({**common, "rule": rule, **(CHOICES[rule](standing, origins) if standing else {})})
    return as_table(rows, COLUMNS)


def latest(claims, origins):
    """The claim published last; of several the most telling."""
    last = max(_published(claim) for claim in claims)
    return _as_stated(most_telling([claim for claim in claims if _published(claim) == last]))


def highest_priority(claims, origins):
    """The claim of the office that stands highest in `priority.yml` for the metric."""
    order = priority(claims[0]["metric"])
    first = min(order.index(claim["claimant_type"]) for claim in claims)
    return _as_stated(most_telling([claim for claim in claims if claim["claimant_type"] == order[first]]))


def majority(claims, origins):
    """The number given by most independent origins; a tie gives the tied numbers as bounds and no best."""
    votes = {}
    for claim in claims:
        if claim["value"] is not None:
            votes.setdefault(claim["value"], set()).add(origins[claim["claim_id"]])
    most = max((len(backers) for backers in votes.values()), default=0)
    winners = [value for value, backers in votes.items() if len(backers) == most]
    backing = [claim for claim in claims if claim["value"] in winners] or claims
    return _as_stated(most_telling(backing)) if len(winners) == 1 else {**envelope(backing, origins), "best": None}


def lowest(claims, origins):
    """The claim with the smallest number or, where it prints none, the smallest bound."""
    smallest = min(_smallest(claim) for claim in claims)
    return _as_stated(most_telling([claim for claim in claims if _smallest(claim) == smallest]))


def envelope(claims, origins):
    """Smallest and largest number stated; a side is open where the wording of that very figure leaves it open."""
    small = min(claims, key=lambda claim: (_smallest(claim), claim["qualifier"] != "exact"))
    large = max(claims, key=lambda claim: (_largest(claim), claim["qualifier"] == "exact"))
    values = {claim["value"] for claim in claims}
    return {"low": small["low"], "best": values.pop() if len(values) == 1 else None, "high": large["high"]}


CHOICES = {
    "latest": latest,
    "highest_priority": highest_priority,
    "majority": majority,
    "lowest": lowest,
    "envelope": envelope,
}
RULES = tuple(CHOICES)


def _as_stated(claim):
    return {
        "low": claim["low"],
        "best": claim["value"],
        "high": claim["high"],
        "claim_id": claim["claim_id"],
        "claimant_type": claim["claimant_type"],
    }


def _published(claim):
    return str(claim["published_day"] or "")


def _smallest(claim):
    """The smallest number a claim states: the printed one, else its lower bound; one that states neither comes last."""
    stated = [number for number in (claim["value"], claim["low"], claim["high"]) if number is not None]
    return stated[0] if stated else float("inf")


def _largest(claim):
    stated = [number for number in (claim["value"], claim["high"], claim["low"]) if number is not None]
    return stated[0] if stated else -1
