"""Running totals that came down: openly, where a source names both the old and the new figure, or without a word."""

from qantar.tables.frame import grouped, key_of


def openly_lowered(claims):
    """Figures that some source itself calls superseded while stating a lower one of the same series.

    Args:
        claims: in-event claims (records).

    Returns:
        (series, higher number) → (lower number, claim_id that calls the higher one superseded).
    """
    lowered = {}
    for same in grouped(claims, ["source_id"]).values():
        for gone in (claim for claim in same if claim["status"] == "superseded" and claim["value"] is not None):
            below = [claim["value"] for claim in same if _replaces(claim, gone)]
            if below:
                lowered.setdefault((key_of(gone), gone["value"]), (max(below), gone["claim_id"]))
    return lowered


def _replaces(claim, gone):
    return (
        key_of(claim) == key_of(gone)
        and claim["status"] == "asserted"
        and claim["value"] is not None
        and claim["value"] < gone["value"]
    )
