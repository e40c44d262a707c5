"""Figures that were withdrawn or denied, and everyone who printed them: before, while, and after.

A withdrawn figure is a number of one metric, group, place and whole ("103 in Almaty, of 164"), whoever says it, since
those who repeat it name other speakers. A small number returns by chance; one that names no whole is therefore taken
for the withdrawn one only from three digits on.
"""

from qantar.tables.dates import days_between, first_day, is_before
from qantar.tables.frame import as_table, key_of

WITHDRAWING = ("retracted", "denied")
TELLING = 100  # from here on a number is taken to be the same figure by its value alone
SCOPE = ["metric", "group", "place", "detail", "stage", "unit"]
COLUMNS = [
    "figure_id", "claim_id", "role", "metric", "group", "place", "detail", "stage", "unit", "value",
    "outlet", "published", "claimant_type", "claimant_text", "status",
    "withdrawn_on", "withdrawn_by", "withdrawal_id", "days_after",
]  # fmt: skip


def build_retractions(corpus):
    """Each printing of each figure that some source says was withdrawn or denied.

    Args:
        corpus: a `Corpus`.

    Returns:
        Frame with one row per figure and printing. `role` is `before` (printed earlier), `withdrawal` (says that it
        was withdrawn or denied), `disputed` (prints it as unconfirmed), `repeat` (prints it on a later day as if it
        stood) and `undated` (printed on the same day, or on a day not known well enough to tell).
    """
    claims = corpus.in_event
    wholes = {claim["claim_id"]: claim["value"] for claim in claims}
    groups = {}
    for claim in claims:
        groups.setdefault(_figure(claim, wholes), []).append(claim)
    rows = []
    for (scope, whole), printings in groups.items():
        if scope[-1] is not None and any(claim["status"] in WITHDRAWING for claim in printings):
            unnamed = [] if whole is None or scope[-1] < TELLING else groups.get((scope, None), [])
            rows += _history(printings + unnamed)
    frame = as_table(rows, COLUMNS).drop_duplicates(["figure_id", "claim_id"])
    return frame.astype({"value": "Int64", "days_after": "Int64"})


def withdrawn_since(corpus):
    """claim_id → day on which the figure it prints was withdrawn, for every printing of a withdrawn figure."""
    table = build_retractions(corpus)
    return dict(zip(table["claim_id"], table["withdrawn_on"], strict=True))


def _figure(claim, wholes):
    return (*key_of(claim, SCOPE), claim["value"]), wholes.get(claim["part_of"])


def _history(printings):
    first = _withdrawal(printings)
    day = first["published"]
    for claim in printings:
        role = _role(claim, day)
        late = days_between(day, claim["published"]) if role == "repeat" else None
        yield {
            **claim,
            "figure_id": f"{first['claim_id']}-withdrawn",
            "role": role,
            "withdrawn_on": day,
            "withdrawn_by": first["claimant_text"] or first["claimant_type"],
            "withdrawal_id": first["claim_id"],
            "days_after": late,
        }


def _withdrawal(printings):
    """The printing that first says the figure was withdrawn; one dated to the day before one dated to the month."""
    candidates = [claim for claim in printings if claim["status"] in WITHDRAWING]
    return min(candidates, key=lambda c: (len(c["published"]) < 10, str(first_day(c["published"])), c["claim_id"]))


def _role(claim, day):
    if claim["status"] in WITHDRAWING:
        return "withdrawal"
    if claim["status"] == "disputed":
        return "disputed"
    if is_before(claim["published"], day):
        return "before"
    return "repeat" if is_before(day, claim["published"]) else "undated"
