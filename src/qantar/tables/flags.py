"""Figures that mislead, found by rule: one row per finding, with the claim that shows it.

A flag says what a reader should look at. It does not say that somebody meant to mislead.
"""

from itertools import pairwise

from qantar.tables.confusions import paper_strengths, stage_confusions, unit_confusions
from qantar.tables.frame import as_table, grouped, key_of, records
from qantar.tables.revisions import openly_lowered
from qantar.tables.sums import added_sums, conflated_sums, part_sums
from qantar.tables.timeline import build_timeline
from qantar.tables.withdrawals import build_retractions

COLUMNS = ["flag", "claim_id", "related_id", "metric", "value", "source_id", "outlet", "published", "reason"]


def build_flags(corpus):
    """All findings of all detectors.

    Args:
        corpus: a `Corpus`.

    Returns:
        Frame with one row per flag, claim and related claim; `reason` gives the finding with its numbers.
    """
    claims = {claim["claim_id"]: claim for claim in records(corpus.claims)}
    found = [finding for detector in DETECTORS for finding in detector(corpus, claims)]
    rows = [
        {**claims[claim_id], "flag": flag, "related_id": related_id, "reason": reason}
        for flag, claim_id, related_id, reason in dict.fromkeys(found)
    ]
    return as_table(rows, COLUMNS)


def zombies(corpus, claims):
    """Withdrawn figures printed on a later day as if they stood."""
    for row in build_retractions(corpus).to_dict("records"):
        if row["role"] == "repeat":
            reason = f"{row['value']} was withdrawn on {row['withdrawn_on']} and printed on {row['published']}"
            yield "zombie", row["claim_id"], row["withdrawal_id"], reason


def conflated(corpus, claims):
    """Dead and injured added and printed as one of them."""
    for claim, own, other in conflated_sums(corpus.in_event):
        reason = f"{own['value']} {own['metric']} and {other['value']} {other['metric']}, printed as {claim['metric']}"
        yield "sum_conflation", claim["claim_id"], own["claim_id"], reason


def added(corpus, claims):
    """Totals that an outlet added up itself."""
    for claim, one, other in added_sums(corpus.in_event):
        names = [f"{part['value']} ({part['detail'] or part['place']})" for part in (one, other)]
        yield "agency_sum", claim["claim_id"], other["claim_id"], f"{names[0]} and {names[1]}"


def sums_of_parts(corpus, claims):
    """Totals that equal what the parts stated of another total of that office add up to, overlapping ones included."""
    kind = ("metric", "group", "place", "unit", "claimant_type")
    exact = grouped([claim for claim in corpus.in_event if claim["qualifier"] == "exact"], [*kind, "value"])
    for total_id, (added_up, respects) in part_sums(corpus.in_event).items():
        whole = claims[total_id]
        for claim in exact.get((*key_of(whole, kind), added_up), []):
            mixed = ", although they count some twice" if len(respects) > 1 else ""
            reason = f"the parts stated of {whole['value']} add up to {added_up}{mixed}"
            yield "parts_sum", claim["claim_id"], total_id, reason


def one_number_two_units(corpus, claims):
    """One number for cases and for people at one time."""
    for cases, people in unit_confusions(corpus.in_event):
        reason = f"{cases['value']} cases ({cases['stage']}) here, {people['value']} people ({people['stage']}) there"
        yield "unit_confusion", cases["claim_id"], people["claim_id"], reason


def held_as_detained(corpus, claims):
    """All people ever detained, read as the people held."""
    for held, detained in stage_confusions(corpus.in_event):
        reason = f"{held['value']} as people held; the same number as all detained"
        yield "stage_confusion", held["claim_id"], detained["claim_id"], reason


def on_paper(corpus, claims):
    """The strength of a standing force beside the troops it sent."""
    for standing, sent in paper_strengths(list(claims.values())):
        reason = f"{standing['value']} is the force on paper; {sent['value']} were {sent['stage']}"
        yield "establishment", standing["claim_id"], sent["claim_id"], reason


def lowered(corpus, claims):
    """Running totals that came down openly: the claim with the old number, and one with the new."""
    for (series, higher), (lower, claim_id) in openly_lowered(corpus.in_event).items():
        source = claims[claim_id]["source_id"]
        new = [
            claim["claim_id"]
            for claim in corpus.in_event
            if claim["source_id"] == source and key_of(claim) == series and claim["value"] == lower
        ]
        yield "lowered", new[0], claim_id, f"{higher} was lowered to {lower}"


def revised(corpus, claims):
    """What the timeline shows: running totals that came down, first those announced, then those without a word."""
    steps = list(pairwise(build_timeline(corpus).to_dict("records")))
    yield from _announced(steps, corpus, claims)
    yield from _silently_corrected(steps)


def _announced(steps, corpus, claims):
    """Running totals whose page says that they came down, without naming the old number as its own."""
    named = {key: lower for key, (lower, _) in openly_lowered(corpus.in_event).items()}
    for before, row in steps:
        known = named.get((key_of(claims[before["claim_id"]]), before["value"])) == row["value"]
        if row["revision"] == "open" and not known:
            reason = f"{before['value']} was lowered to {row['value']}"
            yield "lowered", row["claim_id"], before["claim_id"], reason


def _silently_corrected(steps):
    """Running totals that the same office lowered without a word."""
    for before, row in steps:
        if row["revision"] == "silent":
            reason = f"{before['value']} on {before['date']}, {row['value']} on {row['date']}, nothing said of it"
            yield "silent_correction", row["claim_id"], before["claim_id"], reason


DETECTORS = (
    zombies,
    conflated,
    added,
    sums_of_parts,
    one_number_two_units,
    held_as_detained,
    on_paper,
    lowered,
    revised,
)
