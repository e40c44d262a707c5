"""Why two figures differ: rules in order, each with the evidence it rests on. Without evidence a pair is unexplained.

Every rule is a function of two claims and the evidence that returns a reason in words, or an empty string. The first
rule that finds a reason explains the pair.
"""

from functools import cache
from pathlib import Path

from qantar.tables.bounds import near, overlap, stated
from qantar.tables.confusions import unit_confusions
from qantar.tables.dates import is_before
from qantar.tables.frame import SERIES, key_of
from qantar.tables.origins import origin_of
from qantar.tables.revisions import openly_lowered
from qantar.tables.sums import added_sums, conflated_sums, part_sums
from qantar.tables.timeline import same_office
from qantar.tables.withdrawals import withdrawn_since
from qantar.yamlio import read_yaml


@cache
def read_remarks():
    """Kind of explanation → phrases of coders' notes that give it."""
    return read_yaml(Path(__file__).parent / "remarks.yml")


class Evidence:
    """What the corpus as a whole knows about its figures, gathered once for all pairs.

    Attributes:
        withdrawn: claim_id → day on which its figure was withdrawn.
        lowered: (series, number) that some source openly lowers → (the lower number, the claim that says so).
        first_day: (series, number) → the first dated day for which anybody stated it.
        sums: claim_id → (one, other), the claims of which it prints the sum.
        part_sums: claim_id of a total → (what its parts add up to, in what they differ), where it is something else.
        parts: (metric, place, number) → {group: number} of the parts stated of such a total.
        apart: (metric, place, group, claimant_type) of figures that a speaker gave on their own, not as a part.
        confused: claim_id of a number of cases → the sources that print the number for people.
        notes: claim_id → what its coder noted, of it or of another form of the same statement in the same source.
    """

    def __init__(self, corpus):
        claims = corpus.in_event
        self.withdrawn = withdrawn_since(corpus)
        self.lowered = openly_lowered(claims)
        self.first_day = _first_days(claims)
        self.sums = {claim["claim_id"]: pair for claim, *pair in conflated_sums(claims) + added_sums(claims)}
        self.part_sums = part_sums(claims)
        self.parts, self.apart = _parts_by_group(claims)
        self.confused = {}
        for cases, people in unit_confusions(claims):
            self.confused.setdefault(cases["claim_id"], set()).add(people["source_id"])
        self.notes = _notes_by_statement(claims, corpus.notes, origin_of(corpus))


def explain(one, other, evidence):
    """Explanation and reason for a pair of claims.

    Args:
        one, other: comparable claims (records), the earlier one first.
        evidence: an `Evidence`.

    Returns:
        (explanation, reason); both empty where the two state the same number, or neither contradicts the other's words.
    """
    if _same_statement(one, other):
        return "", ""
    for kind, rule in RULES:
        reason = rule(one, other, evidence)
        if reason:
            return kind, reason
    return "unexplained", ""


def _same_statement(one, other):
    alike = ("value", "low", "high", "unit", "stage", "measure")
    if key_of(one, alike) == key_of(other, alike):
        return True
    return one["value"] is not None and key_of(one, (*SERIES, "value")) == key_of(other, (*SERIES, "value"))


def unit(one, other, evidence):
    """People against cases, or troops on paper against troops sent."""
    if one["unit"] != other["unit"]:
        return f"{one['unit']} against {other['unit']}"
    for claim, rival in ((one, other), (other, one)):
        if rival["source_id"] in evidence.confused.get(claim["claim_id"], ()):
            return f"{_shown(claim)} {claim['unit']} is a number of people in the other source"
    if "standing" in (one["stage"], other["stage"]) and one["stage"] != other["stage"]:
        return "strength on paper against troops of this event"
    return ""


def retraction(one, other, evidence):
    """One of the two was withdrawn, or openly replaced by a lower figure."""
    for claim, rival in ((one, other), (other, one)):
        if claim["claim_id"] in evidence.withdrawn and rival["claim_id"] not in evidence.withdrawn:
            return f"{_shown(claim)} was withdrawn on {evidence.withdrawn[claim['claim_id']]}"
        lower = evidence.lowered.get((key_of(claim), claim["value"]), ("",))[0]
        if key_of(claim) == key_of(rival) and lower == rival["value"]:
            return f"{_shown(claim)} was openly lowered to {lower}"
    return ""


def sum_of_parts(one, other, evidence):
    """One of the two is a sum of different things, or of the other's parts."""
    for claim, rival in ((one, other), (other, one)):
        first, second = evidence.sums.get(claim["claim_id"], (None, None))
        if first and overlap(near(rival), near(first)):
            return f"{_shown(claim)} adds {_counted(first)} and {_counted(second)}"
        if claim["value"] is not None and evidence.part_sums.get(rival["claim_id"], ("",))[0] == claim["value"]:
            return f"{_shown(claim)} is what the parts of {_shown(rival)} add up to"
    return ""


def inclusion(one, other, evidence):
    """One total is stated to include a group that the other's speaker counts apart, and that accounts for the rest."""
    for total, rival in ((one, other), (other, one)):
        for group, number in evidence.parts.get(_total(total), {}).items():
            counted_apart = (*key_of(rival, ("metric", "place")), group, rival["claimant_type"]) in evidence.apart
            if counted_apart and _accounts_for(number, total, rival):
                return f"{_shown(total)} is stated to include {number} {group}, whom the other speaker counts apart"
    return ""


def qualifier(one, other, evidence):
    """A hedged or rounded form of the other number, for the same day as far as is known."""
    exact = one["qualifier"] == other["qualifier"] == "exact"
    if exact or key_of(one) != key_of(other) or is_before(one["as_of"], other["as_of"]):
        return ""
    return "hedged or rounded, of one size" if overlap(near(one), near(other)) else ""


def scope(one, other, evidence):
    """Not the same people or not the same count: a part, a stage, a total against an addition or number at a moment."""
    if one["part_of"] == other["claim_id"] or other["part_of"] == one["claim_id"]:
        return "one is stated as a part of the other"
    for name in ("stage", "measure"):
        if one[name] != other[name]:
            return f"{name}: {one[name] or 'not stated'} against {other[name] or 'not stated'}"
    return ""


def remark(kind):
    """The rule that a coder who read the page noted, of one of the two only, what `remarks.yml` lists under `kind`.

    An older count explains a smaller one, not a larger one.
    """

    def noted(one, other, evidence):
        for claim, rival in ((one, other), (other, one)):
            phrases = _phrases(claim, kind, evidence) - _phrases(rival, kind, evidence)
            if phrases and (kind != "date" or _above(rival, claim)):
                return f"coder's note: {min(phrases)}"
        return ""

    return noted


def date(one, other, evidence):
    """Another day: a total that had grown, a number that changes, or an older count printed again."""
    if key_of(one) != key_of(other):
        return ""
    if one["measure"] != "cumulative" and one["as_of"] and is_before(one["as_of"], other["as_of"]):
        what = "a number at a moment" if one["measure"] == "stock" else "what one day added"
        return f"{what}, {one['as_of']} against {other['as_of']}"
    small, large = (one, other) if _above(other, one) else (other, one)
    if not _above(large, small):
        return ""
    if small["as_of"] and large["as_of"] and is_before(small["as_of"], large["as_of"]):
        return f"a running total, {small['as_of']} against {large['as_of']}"
    if _first_said_before(small, large, evidence):
        return f"{_shown(small)} had been stated since {evidence.first_day[key_of(small), small['value']]}"
    if small["as_of"] == large["as_of"] != "" and same_office(small, large) and "exact" in _hedges(small, large):
        return f"a running total that one office gave twice for {small['as_of']}"
    return ""


def open_bound(one, other, evidence):
    """Wording that leaves a side open and so does not contradict the other figure."""
    if key_of(one) != key_of(other) or one["qualifier"] == other["qualifier"] == "exact":
        return ""
    return "the wording leaves room for the other figure" if overlap(stated(one), stated(other)) else ""


RULES = (
    ("unit", unit),
    ("sum_of_parts", sum_of_parts),
    ("retraction", retraction),
    ("qualifier", qualifier),
    ("inclusion", inclusion),
    ("scope", scope),
    *((kind, remark(kind)) for kind in ("sum_of_parts", "scope", "inclusion", "date")),
    ("date", date),
    ("qualifier", open_bound),
)


def _notes_by_statement(claims, notes, origins):
    said = {}
    for claim in claims:
        said.setdefault((claim["source_id"], origins[claim["claim_id"]]), []).append(notes.get(claim["claim_id"], ""))
    return {claim["claim_id"]: "; ".join(said[claim["source_id"], origins[claim["claim_id"]]]) for claim in claims}


def _first_days(claims):
    days = {}
    for claim in claims:
        if claim["as_of"] and claim["value"] is not None and len(claim["as_of"]) == len("YYYY-MM-DD"):
            number = (key_of(claim), claim["value"])
            days[number] = min(days.get(number, claim["as_of"]), claim["as_of"])
    return days


def _first_said_before(small, large, evidence):
    """Whether the smaller number was first stated for an earlier day than the larger one."""
    days = [evidence.first_day.get((key_of(claim), claim["value"]), "") for claim in (small, large)]
    return is_before(*days)


def _accounts_for(number, total, rival):
    """Whether a group is of the size of the difference; up to half as many again, for a group given as "at least"."""
    if None in (number, total["value"], rival["value"]):
        return False
    return number <= total["value"] - rival["value"] <= 1.5 * number


def _parts_by_group(claims):
    totals = {claim["claim_id"]: claim for claim in claims}
    parts, apart = {}, set()
    for claim in claims:
        total = totals.get(claim["part_of"])
        if total is not None and total["group"] == "all" != claim["group"] and total["place"] == claim["place"]:
            parts.setdefault(_total(total), {})[claim["group"]] = claim["value"]
        elif total is None and claim["group"] not in ("all", ""):
            apart.add(key_of(claim, ("metric", "place", "group", "claimant_type")))
    return parts, apart


def _total(claim):
    return key_of(claim, ("metric", "place", "value"))


def _phrases(claim, kind, evidence):
    note = evidence.notes.get(claim["claim_id"], "").lower()
    return {phrase for phrase in read_remarks()[kind] if phrase in note}


def _above(one, other):
    """Whether one claim's number is above the other's, by the bounds where no number is printed."""
    low = one["value"] if one["value"] is not None else one["low"]
    high = other["value"] if other["value"] is not None else other["high"]
    return low is not None and high is not None and low > high


def _hedges(*claims):
    return {claim["qualifier"] for claim in claims}


def _shown(claim):
    return str(claim["value"]) if claim["value"] is not None else f"{claim['low']}-{claim['high']}"


def _counted(claim):
    return f"{_shown(claim)} {claim['metric']}" + (f" ({claim['detail'] or claim['place']})")
