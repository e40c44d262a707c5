"""One number for two things: cases and people, people ever detained and people held, a force on paper and one sent."""

from itertools import combinations

from qantar.tables.dates import days_apart
from qantar.tables.frame import grouped

WINDOW = 3  # days between the two figures
TELLING = 100  # a smaller number returns by chance
JUSTICE = {"detentions", "criminal_cases", "administrative_cases", "convictions", "torture_cases"}
TROOPS = "troop_contingents"


def unit_confusions(claims):
    """Pairs of claims that print one number for cases and for people at one time.

    Args:
        claims: in-event claims (records).

    Returns:
        List of (cases, people).
    """
    counted = [claim for claim in claims if claim["metric"] in JUSTICE and (claim["value"] or 0) >= TELLING]
    return [
        pair if pair[0]["unit"] == "cases" else pair[::-1]
        for same in grouped(counted, ["place", "value"]).values()
        for pair in combinations(same, 2)
        if {pair[0]["unit"], pair[1]["unit"]} == {"cases", "people"} and _close(*pair)
    ]


def stage_confusions(claims):
    """Pairs (held, detained) that print one number for people held at a moment and for all people ever detained.

    Every arrest adds to those detained and every release takes from those held; the same large number for both says
    that one was read as the other. The dates do not matter, since the misreading is repeated for years.
    """
    people = [claim for claim in claims if claim["metric"] == "detentions" and (claim["value"] or 0) >= TELLING]
    found = []
    for same in grouped(people, ["group", "place", "value"]).values():
        detained = [claim for claim in same if claim["stage"] == "detained"]
        held = [claim for claim in same if claim["stage"] == "in_custody"]
        found += [(claim, detained[0]) for claim in held if detained]
    return found


def paper_strengths(claims):
    """Pairs (standing, sent) of a force's strength on paper and the strength it sent.

    Args:
        claims: all claims (records), those about other events included, since a standing force belongs to no event.
    """
    troops = [claim for claim in claims if claim["metric"] == TROOPS and claim["value"]]
    found = []
    for standing in (claim for claim in troops if claim["stage"] == "standing"):
        sent = [c for c in troops if c["detail"] == standing["detail"] and c["stage"] in ("announced", "deployed")]
        found += [(standing, min(sent, key=lambda c: (c["date"], c["claim_id"])))] if sent else []
    return found


def _close(one, other):
    apart = days_apart(one["date"], other["date"])
    return apart is not None and apart <= WINDOW
