"""What was read wrongly, one row each: figures missed, spurious, with wrong bounds or with a wrong slot."""

from qantar.csvio import cell
from qantar.scoring.compare import BOUNDS

AROUND = 30  # characters on either side of a spurious number
OPEN_REASONS = (
    "predicate is",
    "counts",
    "label",
    "other metric",
    "read as",
    "annotated as",
)  # end in a word of the text


def list_mistakes(gold, outcomes):
    """The rows of reading_errors.csv for one set, in order of text and position.

    Args:
        gold: a `GoldSet`.
        outcomes: its outcomes, see `compare.compare_set`.
    """
    return [
        {"set": gold.name} | row
        for outcome in sorted(outcomes, key=lambda outcome: outcome.source_id)
        for row in _rows_of(outcome, gold.texts[outcome.source_id])
    ]


def name_bounds(figure):
    """Value, low and high in one cell, a blank as a dash.

    >>> name_bounds({"value": 225, "low": 225, "high": None})
    '225, 225 to -'
    """
    value, low, high = (cell(figure[bound]) or "-" for bound in BOUNDS)
    return f"{value}, {low} to {high}"


def class_of(reason):
    """A reason without the word of the text that it ends in, so that alike ones can be counted.

    >>> class_of("predicate is landed"), class_of("other metric: crowd_size"), class_of("date")
    ('predicate is …', 'other metric …', 'date')
    """
    return next((f"{head} …" for head in OPEN_REASONS if reason.startswith(head)), reason)


def _rows_of(outcome, text):
    shared = _describe_place(outcome, text)
    if outcome.kind != "right":
        yield shared | {
            "error": outcome.kind,
            "slot": "bounds",
            "expected": name_bounds(outcome.row) if outcome.row else "",
            "read": name_bounds(outcome.claim) if outcome.claim else "",
            "reason": outcome.reason,
        }
    for slot, (expected, read) in outcome.wrong_slots().items():
        yield shared | {"error": "wrong_slot", "slot": slot, "expected": expected, "read": read, "reason": ""}


def _describe_place(outcome, text):
    """Where an outcome stands: the number with its span, metric, size and rule, and some words around it."""
    figure = outcome.row or outcome.claim
    start, end = int(figure["start"]), int(figure["end"])
    return {
        "source_id": outcome.source_id,
        "figure_id": outcome.row["gold_id"] if outcome.row else outcome.claim["claim_id"],
        "start": start,
        "end": end,
        "number_text": figure["number_text"],
        "metric": outcome.metric,
        "size": outcome.size,
        "rule": outcome.claim["rule"] if outcome.claim else "",
        "words": " ".join((outcome.row["anchor"] if outcome.row else _around(text, start, end)).split()),
    }


def _around(text, start, end):
    """The number with some words on either side, none of them cut."""
    stop = text.find(" ", end + AROUND)
    return text[text.rfind(" ", 0, max(0, start - AROUND)) + 1 : stop if stop >= 0 else len(text)]
