"""Tolls and tallies: "the death toll stands at 238", "revised to 337 from 276", "puts its own injured at 121"."""

from ..figure import Context, Reading
from ..outcomes import outcome_readings, stage_of

LINKS = {
    "at",
    "to",
    "as",
    "of",
    "from",
    "is",
    "was",
    "are",
    "were",
    "by",
    "reached",
    "reaches",
    "reach",
    "numbered",
    "numbers",
    "number",
    "hit",
    "hits",
    "remains",
    "be",
    "been",
    "stood",
    "becomes",
    "became",
    "total",
    "totalled",
    "totaled",
    "equals",
    "contains",
    "counts",
    "has",
    "had",
    "listed",
    "lists",
    "passed",
    "exceeded",
    "surpassed",
    "nears",
    "topped",
    "than",
    "made",
    "makes",
    "comprises",
    "now",
    "exceed",
    "sum",
    "sums",
}
TOLLS = {
    "toll",
    "death toll",
    "tally",
    "count",
    "figure",
    "figures",
    "number",
    "total",
    "list",
    "balance",
    "balance sheet",
    "tolls",
    "numbers",
    "body count",
    "record",
    "register",
    "estimate",
    "totals",
    "tallies",
    "account",
    "score",
    "counts",
}
REACH = 14


def by_toll(context: Context):
    """A noun of counting to the left, linked to the number, with the outcome named beside it or carried over."""
    if context.head.kind in ("thing", "unit", "case", "outcome") or not _is_linked(context):
        return None
    toll = outcome = None
    for back in range(context.i - 1, max(context.i - REACH, -1), -1):
        item = context.items[back]
        if (
            item.low in (";", ":")
            and back < context.i - 1
            or item.low == ","
            and not _is_parenthesis(context, back)
            or item.has("subordinator")
            and item.low not in ("than", "including", "since", "during")
            and back < context.i - 1
        ):
            break
        if outcome is None and _names_outcome(context, back):
            outcome = item
        if toll is None and (item.low in TOLLS or item.low.endswith("toll")):
            toll = item
    return _read_toll(context, toll, outcome)


def _read_toll(context, toll, outcome):
    if toll is not None and outcome is None and (toll.low.endswith("toll") or _is_official_count(context, toll)):
        return Reading("deaths", "toll")
    if outcome is not None and (toll is not None or _is_tight(context, outcome)):
        readings = outcome_readings(outcome, ("patient", "subject"), ("past", "part"))
        if outcome.has("case"):
            return Reading(outcome.senses["case"], "toll_of", stage="opened", unit="cases")
        metric = outcome.senses.get("outcome") or (readings[0]["metric"] if readings else "deaths")
        return Reading(metric, "toll_of", stage=stage_of(readings[0]["lemma"] if readings else outcome.low))
    return None


def _names_outcome(context, at):
    """An outcome noun, or a participle of counted people: "the number of those killed", "people detained since Friday"."""
    item = context.items[at]
    if item.low == "victims" and context.low(at - 1) == "of" and context.low(at - 2) in TOLLS:
        return True
    if item.has("case") and context.low(at - 1) == "of":
        return True
    if item.has("outcome") and (not item.has("person") or context.low(at - 1) in ("of", "its", "their", "the")):
        return True
    if item.has("person") or not outcome_readings(item, ("patient",), ("past", "part")):
        return False
    return context.low(at - 1) in ("those", "people", "persons", "of", "the") or context.items[at - 1].has("person")


def _is_official_count(context, toll):
    """ "the previous official count, 164,": a count without a noun is that of the dead, where the text counts dead."""
    at = context.items.index(toll)
    named = context.low(at - 1) in ("official", "previous", "earlier", "body", "final", "latest") and toll.low in (
        "count",
        "tally",
    )
    return named and (context.subject == "deaths" or any(f.metric == "deaths" for f in context.figures))


def _is_linked(context):
    at = context.i - 1
    while at >= 0 and (context.items[at].has("transparent") or context.low(at) in ("some", "up", "just")):
        at -= 1
    if (
        context.low(at) == ","
        and at
        and context.items[at - 1].low in TOLLS
        and context.low(context.head.at) in (",", ".", ";", ")")
    ):
        return True
    return (
        context.low(at) in LINKS
        or context.low(at) in (":", "–", "—", "(")
        or context.items[at].low.endswith("toll")
        or context.low(at) in TOLLS
    )


def _is_parenthesis(context, at):
    """A comma that closes an insertion, or the one that opens it, within the frame."""
    return any(context.low(k) == "," for k in range(max(at - 8, 0), at)) or any(
        context.low(k) == "," for k in range(at + 1, min(context.i, at + 9))
    )


def _is_tight(context, outcome):
    """ "puts its own injured at 121", "detentions reached 5,000": outcome noun, link, number, with nothing between."""
    at = context.items.index(outcome)
    between = context.items[at + 1 : context.i]
    linked = any(item.low in LINKS - {"of", "from", "as", "by", "has", "had", "than"} for item in between)
    last = next((item.low for item in reversed(between) if not item.has("transparent")), "")
    placed = last in ("at", "to") and all(
        item.has("preposition", "place", "country", "be", "aux")
        or item.kind == "num"
        or item.text[:1].isupper()
        or item.low in LINKS
        for item in between
    )
    return linked and (placed or all(item.has("transparent", "aux", "be") or item.low in LINKS for item in between))


def by_headline_number(context: Context):
    """ "238. That is how many people were killed": a number alone is explained by the next sentence.

    Only marks the number; `document.py` resolves it when the next sentence has been seen.
    """
    alone = len(context.items) <= 2 and context.i == 0 and context.head.kind == "none"
    return Reading(None, "headline_number", reason="explained by the next sentence") if alone else None


def outcome_in(items):
    """The first outcome that a sentence names, as (metric, stage, item); None where it names none."""
    for item in items:
        readings = outcome_readings(item, ("patient", "subject"), ("past", "part"))
        if readings:
            return readings[0]["metric"], stage_of(readings[0]["lemma"]), item
        for sense in ("outcome", "state", "case"):
            if item.has(sense):
                return item.senses[sense], stage_of(item.low), item
    return None
