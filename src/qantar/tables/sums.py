"""Totals that are sums: of two kinds of victims printed as one, of figures that an outlet added, of their own parts."""

from qantar.tables.bounds import near, overlap
from qantar.tables.dates import days_apart, is_before
from qantar.tables.frame import SERIES, grouped, key_of
from qantar.tables.parts import respect

WINDOW = 3  # days between figures that are added
TELLING = 10  # smaller addends make a sum by chance
HARM = {"deaths", "injuries"}  # kinds of victims that are added up to "victims"
ONE_SPEAKER = ["group", "place", "claimant_type"]
SUBJECT = ["metric", "group", "place", "unit"]


def conflated_sums(claims):
    """Figures of one kind of victims that are in truth the sum of two kinds.

    A figure S of a speaker is such a sum where the same speaker gave, for the same days and people, another figure of
    the same kind and one of the other kind, and the two add up to S exactly. Whoever prints S, or a rounded form of
    it that no longer allows the figure of the one kind, carries the sum on.

    Args:
        claims: in-event claims (records).

    Returns:
        List of (claim, own, other): the claim that prints the sum, and the two claims that add up to it.
    """
    harmed = [claim for claim in claims if claim["metric"] in HARM and claim["unit"] == "people"]
    together = grouped(harmed, ONE_SPEAKER).values()
    found = [(claim, *addends) for same in together for claim in same if (addends := _addends(claim, same))]
    for total, own, other in list(found):
        carried = [claim for claim in harmed if _carries(claim, total, own)]
        found += [(claim, own, other) for claim in carried]
    # a figure whose detail says that it counts both kinds misleads nobody
    found = [entry for entry in found if entry[0]["detail"] == entry[1]["detail"]]
    unique = {claim["claim_id"]: (claim, own, other) for claim, own, other in reversed(found)}
    return sorted(unique.values(), key=lambda entry: entry[0]["claim_id"])


def _addends(claim, same):
    """The claim's own kind and the other kind that add up to it at one time; None if there are none."""
    near_by = [other for other in same if _one_occasion(claim, other) and (other["value"] or 0) >= TELLING]
    own = [other for other in near_by if other["metric"] == claim["metric"] and other["value"] != claim["value"]]
    rest = {other["value"]: other for other in near_by if other["metric"] != claim["metric"]}
    if claim["qualifier"] != "exact":
        return None
    return next(((one, rest[left]) for one in own if (left := claim["value"] - one["value"]) in rest), None)


def _one_occasion(claim, other):
    apart = days_apart(claim["date"], other["date"])
    return other["qualifier"] == "exact" and apart is not None and apart <= WINDOW


def _carries(claim, total, own):
    """Whether a claim prints the sum, or a rounded form of it that its own kind's figure does not fit."""
    if key_of(claim, SUBJECT) != key_of(total, SUBJECT) or is_before(claim["date"], total["date"]):
        return False
    return claim["value"] is not None and overlap(near(claim), near(total)) and not overlap(near(claim), near(own))


def added_sums(claims):
    """Totals that an outlet made by adding figures it prints itself.

    Either two exact figures of one source that differ in what was counted (`detail`) add up to a third exactly, or a
    hedged total without a speaker is the last named total plus the increase printed beside it.

    Returns:
        List of (claim, one, other), as for `conflated_sums`.
    """
    found, pages, series = [], grouped(claims, ["source_id"]), grouped(claims, SERIES)
    for claim in claims:
        if claim["claimant_type"] in ("unattributed", "media") and claim["value"]:
            page = pages[claim["source_id"],]
            addends = _details(claim, page) or _increase(claim, page, series[key_of(claim)])
            if addends:
                found.append((claim, *addends))
    return found


def _details(claim, page):
    """Two figures of the claim's source, of its metric and place but another detail between them, that add up to it."""
    like = [
        other
        for other in page
        if key_of(other, (*SUBJECT, "stage")) == key_of(claim, (*SUBJECT, "stage"))
        and other["claim_id"] != claim["claim_id"]
        and other["qualifier"] == "exact" == claim["qualifier"]
        and other["value"] >= TELLING
    ]
    pairs = ((one, other) for one in like for other in like if one["detail"] < other["detail"])
    return next((pair for pair in pairs if pair[0]["value"] + pair[1]["value"] == claim["value"]), None)


def _increase(claim, page, series):
    """The last total of a named speaker and the increase in the claim's source whose sum the claim can stand for."""
    if claim["qualifier"] == "exact":
        return None
    steps = [
        other
        for other in page
        if other["measure"] == "increment"
        and key_of(other, ("metric", "group", "unit")) == key_of(claim, ("metric", "group", "unit"))
    ]
    for step in steps:
        for last in _earlier_totals(claim, series):
            low, high = (number + step["value"] for number in near(last))
            if overlap((low, high), near(claim)) and not overlap(near(last), near(claim)):
                return last, step
    return None


def _earlier_totals(claim, series):
    return [
        other
        for other in series
        if other["value"] is not None
        and other["claimant_type"] != "unattributed"
        and is_before(other["date"], claim["date"])
        and days_apart(other["date"], claim["date"]) <= WINDOW
    ]


def part_sums(claims):
    """Sums of the stated parts of a total, where they miss it.

    Returns:
        claim_id of the total → (sum of all its parts, the respects in which they differ from it), where there are
        several parts, all exact, and their sum is not the total.
    """
    totals = {claim["claim_id"]: claim for claim in claims}
    sums = {}
    for (total_id,), parts in grouped([claim for claim in claims if claim["part_of"] in totals], ["part_of"]).items():
        exact = [part["value"] for part in parts if part["qualifier"] == "exact"]
        if len(exact) == len(parts) > 1 and sum(exact) != totals[total_id]["value"]:
            sums[total_id] = sum(exact), {respect(part, totals[total_id]) for part in parts}
    return sums
