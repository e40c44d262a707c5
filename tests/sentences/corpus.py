"""The sentence tables as data: cases with their expectations, and how a claim is compared with one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml

HERE = Path(__file__).parent
SIX_METRICS = {
    "deaths",
    "injuries",
    "detentions",
    "troop_contingents",
    "criminal_cases",
    "administrative_cases",
}
KNOWN_MISSES = "known_misses.yml"
FLOORS = "floors.yml"
NOT_COMPARED = {"number", "nth", "metric", "part_of"}
EVENTS = {
    "kz": {
        "id": "kz-2022-01",
        "name": "January 2022 unrest",
        "country": "Kazakhstan",
        "start": "2022-01-02",
        "end": "2022-01-11",
        "other_events": [{"id": "zhanaozen", "name": "Zhanaozen shooting", "variants": ["Zhanaozen massacre"]}],
    },
}


@dataclass
class Case:
    """One sentence (or two or three) with what must, and what may, be read from it."""

    case_id: str
    text: str
    reason: str
    published: str | None = None
    event: dict | None = None
    expect: list[dict] = field(default_factory=list)
    optional: list = field(default_factory=list)

    def span(self, number: str, nth: int = 1) -> tuple[int, int]:
        """Character span of the nth occurrence of the number words, digits never cut out of a longer number."""
        pattern = rf"(?<!\w)(?<!\d[.,]){re.escape(number)}(?!\w)(?![.,]\d)"
        found = list(re.finditer(pattern, self.text))
        if len(found) < nth:
            raise ValueError(f"{self.case_id}: {number!r} occurs {len(found)} times, wanted number {nth}")
        return found[nth - 1].span()


def table_files() -> list[Path]:
    """The YAML tables of this folder, without the lists of known misses and of floors."""
    return sorted(path for path in HERE.glob("*.yml") if path.name not in (KNOWN_MISSES, FLOORS))


def load_cases(path: Path) -> list[Case]:
    """Cases of one table, numbered from 1 in file order."""
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [_case(path.stem, number, row) for number, row in enumerate(rows, 1)]


def _case(stem: str, number: int, row: dict) -> Case:
    published = row.get("published")
    return Case(
        case_id=f"{stem}-{number:03}",
        text=row["text"],
        reason=row["reason"],
        published=str(published) if published is not None else None,
        event=EVENTS[row["event"]] if "event" in row else None,
        expect=row.get("expect", []),
        optional=[{"number": item} if isinstance(item, str) else item for item in row.get("optional", [])],
    )


def known_misses() -> dict[str, str]:
    """Case id to the reason why it is not read yet."""
    return yaml.safe_load((HERE / KNOWN_MISSES).read_text(encoding="utf-8")) or {}


def overlaps(claim: dict, span: tuple[int, int]) -> bool:
    """True where the claim's number shares a character with the span."""
    return claim["start"] < span[1] and span[0] < claim["end"]


def cell(value: object) -> str:
    """A claim's value as a table would print it; None is blank."""
    return "" if value is None else str(value)


def agrees(wanted: object, given: object) -> bool:
    """True where the given value is one of the wanted alternatives ("a|b", an empty one meaning blank)."""
    return cell(given) in cell(wanted).split("|")


def complaints(case: Case, claims: list[dict]) -> list[str]:
    """Everything in which the claims differ from what the case expects; empty when it is read right."""
    claims = [claim for claim in claims if claim["metric"] in SIX_METRICS]
    found, problems = [], []
    for wanted in case.expect:
        claim = _claim_for(case, wanted, claims, found)
        if claim is None:
            problems.append(f"missed {wanted['metric']} {wanted['number']!r}")
            continue
        found.append(claim)
        problems += _differences(case, wanted, claim, claims)
    return problems + _surplus(case, claims, found)


def _claim_for(case: Case, wanted: dict, claims: list[dict], taken: list[dict]) -> dict | None:
    span = case.span(wanted["number"], wanted.get("nth", 1))
    for claim in claims:
        free = all(claim is not other for other in taken)
        if free and overlaps(claim, span) and agrees(wanted["metric"], claim["metric"]):
            return claim
    return None


def _differences(case: Case, wanted: dict, claim: dict, claims: list[dict]) -> list[str]:
    problems = [
        f"{wanted['number']!r} {key}: {cell(claim.get(key))!r} for {cell(value)!r}"
        for key, value in wanted.items()
        if key not in NOT_COMPARED and not agrees(value, claim.get(key))
    ]
    if "part_of" in wanted and not _right_total(case, cell(wanted["part_of"]), claim, claims):
        problems.append(f"{wanted['number']!r} part_of: {cell(claim.get('part_of'))!r} for {wanted['part_of']!r}")
    return problems


def _right_total(case: Case, wanted: str, claim: dict, claims: list[dict]) -> bool:
    total = next((other for other in claims if other["claim_id"] == claim.get("part_of")), None)
    if total is None:
        return "" in wanted.split("|") and not claim.get("part_of")
    return any(overlaps(total, case.span(number)) for number in wanted.split("|") if number)


def _surplus(case: Case, claims: list[dict], found: list[dict]) -> list[str]:
    free = [case.span(item["number"], item.get("nth", 1)) for item in case.optional]
    return [
        f"not a figure: {claim['metric']} {claim['number_text']!r}"
        for claim in claims
        if all(claim is not other for other in found) and not any(overlaps(claim, span) for span in free)
    ]
