"""Running totals that came down openly: a source names both the old and the new figure, and calls the old one gone."""

from qantar.tables.frame import grouped, key_of

GONE = ("superseded", "retracted")  # a page that takes the higher figure back and states a lower one revises it


def openly_lowered(claims):
    """Figures that some source itself calls superseded or takes back while stating a lower one of the same speaker.

    Args:
        claims: in-event claims (records).

    Returns:
        (series, higher number) → (lower number, claim_id that calls the higher one gone).
    """
    lowered = {}
    for same in grouped(claims, ["source_id"]).values():
        for gone in (claim for claim in same if claim["status"] in GONE and claim["value"] is not None):
            below = [claim["value"] for claim in same if _replaces(claim, gone)]
            if below:
                lowered.setdefault((key_of(gone), gone["value"]), (max(below), gone["claim_id"]))
    return lowered


def _replaces(claim, gone):
    return (
        key_of(claim) == key_of(gone)
        and claim["status"] == "asserted"
        and (gone["status"] == "superseded" or claim["claimant_type"] == gone["claimant_type"])
        and claim["value"] is not None
        and claim["value"] < gone["value"]
    )
