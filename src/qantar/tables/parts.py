"""Do the stated parts make up the stated total? What no part accounts for stays visible as a rest.

Parts are added only where that means something: parts of one speaker, in one unit, that differ from their total in
the same respect (all by place, or all by group). Nested parts (hospitalised, of them seriously ill) and overlapping
ones (children and foreigners) are listed and not added; parts are never rescaled to fit.
"""

from qantar.tables.bounds import whole
from qantar.tables.frame import as_table, grouped

RESPECTS = ("place", "group", "detail", "stage", "measure")
NESTED_STAGES = {"hospitalised", "intensive_care", "serious", "discharged"}
CROSSING_GROUPS = {"children", "women", "journalists", "medics", "foreigners", "detainees", "protesters", "civilians"}
COLUMNS = [
    "total_id", "by", "unit", "metric", "group", "place", "detail", "stage", "total", "total_qualifier", "total_status",
    "n_parts", "parts", "additive", "sum", "rest", "allocation", "claimant_type", "date", "source_id",
]  # fmt: skip


def build_parts(corpus):
    """The parts of every total.

    Args:
        corpus: a `Corpus`.

    Returns:
        Frame with one row per total, respect in which its parts differ from it (`by`: place, group, …) and unit of
        the parts. `sum` and `rest` (total minus sum) are blank where the parts do not add or a number is not exact;
        `allocation` is `complete`, `unallocated` (a rest is left), `over_allocated` (the parts exceed the total) or
        blank.
    """
    claims = {claim["claim_id"]: claim for claim in corpus.in_event}
    parts = [{**claim, "by": respect(claim, claims[claim["part_of"]])} for claim in _parts(claims)]
    rows = [
        _row(claims[total_id], by, unit, same, corpus.regions)
        for (total_id, by, unit), same in grouped(parts, ["part_of", "by", "unit"]).items()
    ]
    return as_table(rows, COLUMNS)


def _parts(claims):
    """Claims that name their total and come from the same speaker."""
    for claim in claims.values():
        total = claims.get(claim["part_of"])
        if total is not None and total["claimant_type"] == claim["claimant_type"]:
            yield claim


def respect(part, total):
    """In what a part differs from its total: "place", or "place+group" where in two things at once.

    >>> same = {"metric": "deaths", "place": "", "group": "all", "detail": "", "stage": "", "measure": ""}
    >>> respect({**same, "group": "children"}, same)
    'group'
    """
    differing = [name for name in RESPECTS if part[name] != total[name] and (name != "group" or total[name])]
    return "+".join(differing) or ("metric" if part["metric"] != total["metric"] else "other")


def _row(total, by, unit, parts, regions):
    """One total and its parts in one respect."""
    adds = _additive(by, unit, total, parts, regions)
    exact = adds and all(part["qualifier"] == "exact" for part in parts)
    added = sum(part["value"] for part in parts) if exact else None
    rest = total["value"] - added if exact and total["qualifier"] == "exact" else None
    listed = sorted(parts, key=lambda part: (-(part["value"] or 0), part["claim_id"]))
    return {
        **total,
        "total_id": total["claim_id"],
        "by": by,
        "unit": unit,
        "total": whole(total["value"]),
        "total_qualifier": total["qualifier"],
        "total_status": total["status"],
        "n_parts": len(parts),
        "parts": " ".join(part["claim_id"] for part in listed),
        "additive": "yes" if adds else "no",
        "sum": added,
        "rest": rest,
        "allocation": _allocation(rest),
    }


def _allocation(rest):
    if rest is None:
        return ""
    return "complete" if rest == 0 else "unallocated" if rest > 0 else "over_allocated"


def _additive(by, unit, total, parts, regions):
    """Whether adding the parts counts nobody twice, and in the unit of the total."""
    if unit != total["unit"] or "+" in by or by in ("other", "metric", "measure"):
        return False
    if by == "stage":
        return sum(part["stage"] in NESTED_STAGES for part in parts) <= 1
    if by == "group":
        return sum(part["group"] in CROSSING_GROUPS for part in parts) <= 1
    return _apart([part[by] for part in parts], regions if by == "place" else {})


def _apart(names, regions):
    """Whether no place is named twice or lies in another one that is named."""
    named = set(names)
    return len(named) == len(names) and not any(regions.get(name, name) in named - {name} for name in named)
