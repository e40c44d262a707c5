"""A small scorer of claims against the annotated reports: spans that meet, then the bounds."""

from __future__ import annotations

from .corpus import SIX_METRICS, agrees, cell

BOUNDS = ("value", "low", "high")


def same_bounds(row: dict, claim: dict) -> bool:
    """True where value, low and high are all as annotated."""
    return all(row[bound] == cell(claim[bound]) for bound in BOUNDS)


def meet(row: dict, claim: dict) -> bool:
    """True where metric agrees and the spans share a character."""
    crossing = int(row["start"]) < claim["end"] and claim["start"] < int(row["end"])
    return crossing and agrees(row["metric"], claim["metric"])


def pairs(rows: list[dict], claims: list[dict]) -> list[tuple[dict, dict]]:
    """One-to-one pairs of annotated row and claim, those of equal bounds first, core before optional."""
    candidates = sorted(
        (not same_bounds(row, claim), row["tier"] != "core", r, c)
        for r, row in enumerate(rows)
        for c, claim in enumerate(claims)
        if meet(row, claim)
    )
    taken_rows, taken_claims, matched = set(), set(), []
    for _, _, r, c in candidates:
        if r not in taken_rows and c not in taken_claims:
            taken_rows.add(r)
            taken_claims.add(c)
            matched.append((rows[r], claims[c]))
    return matched


def counts(rows: list[dict], claims: list[dict]) -> dict[str, int]:
    """Numbers of core figures wanted, claims that count, figures found, and found with the right bounds."""
    claims = [claim for claim in claims if claim["metric"] in SIX_METRICS]
    matched = pairs(rows, claims)
    core = [(row, claim) for row, claim in matched if row["tier"] == "core"]
    return {
        "wanted": sum(row["tier"] == "core" for row in rows),
        "given": len(claims) - len(matched) + len(core),
        "found": len(core),
        "strict": sum(same_bounds(row, claim) for row, claim in core),
    }


def f1(hits: int, given: int, wanted: int) -> float:
    """Harmonic mean of precision and recall, 0 where there is nothing right.

    >>> f1(3, 4, 6)
    0.6
    """
    return 2 * hits / (given + wanted) if given + wanted else 0.0
