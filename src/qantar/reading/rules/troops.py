"""Foreign contingents: troops of a country other than the event's, or of an alliance."""

from ..figure import PEOPLE, Context, Reading
from ..items import any_has
from ..outcomes import outcome_in
from .contributors import (
    LABEL_MARKS,
    UNNAMED,
    are_foreign_troops,
    country_near,
    find_contributor,
    heading_country,
    sense_near,
    state_labelled,
)

MEN = ("men", "people", "persons")
FORCES_REACH = 5  # words between "50,000 people" and "armed forces"
UNIT_BEFORE = 10  # words before a bare number in which a military noun may stand
UNIT_AFTER = 9  # the same from the number on
ESTABLISHMENT_BEFORE = 10  # words before the number that may speak of strength on paper
ESTABLISHMENT_AFTER = 12  # the same after the noun
ESTABLISHMENT_AFTER_BARE = 22  # the same after a number without a noun
ALLIANCE_REACH = 14  # words between an alliance and its bare number
SENDING_REACH = 3  # words between a verb of sending and the number
STATING_REACH = 6  # words between "said" and a bare number of a mission
NUMBERING = ("number", "numbers", "numbered", "comprise", "comprises")
OWN_VERB_BEFORE = 4  # words before the number in which its verb of sending may stand
OWN_VERB_AFTER = 12  # the same after its noun
FUTURE_REACH = 3  # words between "will" and its verb of sending
OPENING_PLACES = 3  # positions of a number after "They were perhaps"
MISSIONS = ("peacekeeping", "peacekeepers", "contingent", "contingents")
MISSION_WORDS = 2  # words about a mission that make a bare number its strength


def by_contingent(context: Context):
    """ "some five hundred troops from Belarus", "Papua New Guinea flew in 34 officers", "150-strong Kyrgyz unit"."""
    if _serve_in_armed_forces(context):
        return _read_establishment()
    if not _is_military(context) or _suffer_or_are_none(context):
        return None
    if _is_establishment(context):
        return _read_establishment()
    country = find_contributor(context, is_governed_by_sending(context))
    if not country:
        return _read_own_forces(context)
    detail = "" if country == UNNAMED else country
    return Reading("troop_contingents", "contingent", stage=stage_of_troops(context), detail=detail, unit="personnel")


def _suffer_or_are_none(context):
    """ "60 soldiers were killed", "Not one serviceman has suffered"; "No troops were sent" is a contingent of none."""
    predicate = context.predicate
    if context.is_none and predicate.kind != "troop":
        return True
    return predicate.kind == "outcome" and predicate.metric in PEOPLE


def _read_establishment():
    return Reading("armed_forces_strength", "establishment", unit="people", group="security_forces")


def _serve_in_armed_forces(context):
    """ "more than 50,000 people in its armed forces"."""
    named = any(item.low == "armed forces" for item in context.after(FORCES_REACH))
    return named and context.head.kind == "person"


def _is_establishment(context):
    """ "the standing forces count about 3,600", "seventy thousand serve in the armed forces": strength on paper."""
    if is_governed_by_sending(context):
        return False
    reach = ESTABLISHMENT_AFTER_BARE if context.head.kind == "none" else ESTABLISHMENT_AFTER
    before = context.items[max(context.i - ESTABLISHMENT_BEFORE, 0) : context.i]
    window = [*before, *context.after(reach)]  # "22 army engineers" are no establishment of an army
    return any_has(window, "establishment")


def _is_military(context):
    """Whether the noun, a label or the sentences before tell of soldiers."""
    head = context.head
    if head.kind == "none" and (_is_labelled_by_country(context) or _they_are_troops(context)):
        return True
    if are_foreign_troops(context):
        return True
    if head.kind == "person" and (head.senses.get("person") == "security_forces" or "troop" in head.senses):
        return True
    if (head.kind == "troop_unit" and context.low(context.i + 1) == "-") or _is_strong(context):
        return True
    if head.kind == "none" and _is_size_of_unit(context):
        return True
    if head.is_bare or head.kind == "demonym" or (head.kind == "person" and head.noun in MEN):
        return _continues_troops(context)
    return False


def _is_size_of_unit(context):
    """ "a commando battalion of about 500", "the force will number 2,500"."""
    if context.low_before() in NUMBERING:
        return any_has(context.before(UNIT_BEFORE), "troop_unit", "troop")
    if context.low_before() != "of":
        return False
    return context.low_before(2) == "strength" or any_has(
        context.items[max(context.i - 2, 0) : context.i - 1], "troop_unit"
    )


def _is_strong(context):
    """ "150-strong", "2,000 men strong"."""
    if "strong" in (context.low_after(), context.low(context.i + 1)):
        return True
    return context.low(context.i + 1) == "-" and context.low(context.i + 2) == "strong"


def _is_labelled_by_country(context):
    """ "Kyrgyz Republic, 150; Republic of Armenia, 70", "TJK: 200", in a text about contingents."""
    label = context.items[context.i - 2] if context.i >= 2 else None
    marked = context.low_before() in LABEL_MARKS
    is_state = label is not None and (label.has("country") or state_labelled(context) != "")
    if not is_state or not marked or label.senses.get("country", "") == context.frame.home:
        return False
    last = context.last(paragraphs=1, sentences=4)
    return (last.metric if last is not None else context.frame.subject) == "troop_contingents"


def _they_are_troops(context):
    """ "Of the Russian paratroopers …. They were perhaps 3,000": a number of the soldiers named before."""
    opened = context.low(0) == "they" and context.i <= OPENING_PLACES and context.items[context.i - 1].has("be")
    return opened and any_has(context.previous, "troop") and any_has(context.previous, "country")


def _continues_troops(context):
    """A bare number or a demonym after a contingent, in the same list or governed by a verb of sending."""
    previous = context.last(paragraphs=1, sentences=2)
    follows_troops = previous is not None and previous.metric == "troop_contingents"
    if follows_troops and context.head.kind == "none" and _turns_to_outcome(context, previous):
        return False
    if context.head.kind == "demonym" or is_governed_by_sending(context):
        return heading_country(context) != "" or follows_troops or _has_unit_near(context) or _follows_soldiers(context)
    if not follows_troops or context.predicate.kind in ("outcome", "context"):
        return context.head.kind == "none" and (_is_number_of_unit(context) or _is_number_of_mission(context))
    in_same_list = previous.sentence is context.sentence or country_near(context) != ""
    return in_same_list or context.predicate.kind in ("troop", "none")


def _turns_to_outcome(context, previous):
    """ "It is not known how many died. A post put the number at 164.": the paragraph speaks of people by now."""
    if context.opens_paragraph or not context.paragraphs_since(previous):
        return False
    return outcome_in(context.previous) is not None


def is_governed_by_sending(context):
    """Whether a verb of sending stands right before the number: "has pledged 600"."""
    words = context.before(SENDING_REACH)
    return any(item.has("troop_verb") and not item.has("preposition") for item in words)


def _has_unit_near(context):
    """A military noun to the left or right of a bare number: "their contingent was some 2,000 strong"."""
    window = context.items[max(context.i - UNIT_BEFORE, 0) : context.i + UNIT_AFTER]
    return any(item.has("troop", "troop_unit") and not item.has("thing") for item in window)


def _follows_soldiers(context):
    """ "a force of … soldiers. Ghana has pledged 600 of them": soldiers were named in the sentence before."""
    return bool(country_near(context)) and any_has(context.previous, "troop", "troop_unit")


def _is_number_of_unit(context):
    """A military noun and a country or alliance stand near the bare number."""
    named = bool(country_near(context)) or sense_near(context, "alliance", ALLIANCE_REACH) is not None
    return named and _has_unit_near(context)


def _is_number_of_mission(context):
    """A bare number that someone states, after sentences about a foreign mission and no other figure since."""
    if not any_has(context.before(STATING_REACH), "say") or context.last(paragraphs=1, sentences=3) is not None:
        return False
    rows = (*context.recent, context.items[: context.i])
    return sum(_names_mission(item) for items in rows for item in items) >= MISSION_WORDS


def _names_mission(item):
    return item.has("alliance") or item.low in MISSIONS


def _read_own_forces(context):
    """The country's own forces on the streets are another metric, where a verb or noun says that they are deployed."""
    is_strong = context.low(context.i + 2) == "strong"
    if context.predicate.kind == "troop" or is_governed_by_sending(context) or is_strong:
        return Reading("security_forces_deployed", "own_forces", unit="people", group="security_forces")
    return None


def stage_of_troops(context):
    """announced, deployed or withdrawn, from the contingent's own verb; blank where none says."""
    verb = _own_verb(context)
    if verb is None:
        return _stage_of_gapped(context)
    stage = context.items[verb].senses["troop_verb"]
    future = any(item.low in ("will", "to") for item in context.items[max(verb - FUTURE_REACH, 0) : verb])
    return "announced" if stage == "deployed" and future else stage


def _stage_of_gapped(context):
    """ "Kenya has pledged 1,000 officers, Benin 2,000": the verb is understood after the second country."""
    earlier = context.in_sentence()
    gapped = context.i and context.items[context.i - 1].has("country")
    return earlier[-1].stage if gapped and earlier and earlier[-1].metric == "troop_contingents" else ""


def _own_verb(context):
    """The position of the verb of sending right before the number, or of the predicate after its noun."""
    before = _verb_before(context)
    return before if before is not None else _verb_after(context)


def _verb_before(context):
    for at in range(context.i - 1, max(context.i - 1 - OWN_VERB_BEFORE, -1), -1):
        item = context.items[at]
        if item.has("troop_verb") and not item.has("preposition"):
            return at
        if item.is_count or item.kind == "mark":
            return None
    return None


def _verb_after(context):
    for at in range(context.head.at, min(context.head.at + OWN_VERB_AFTER, len(context.items))):
        item = context.items[at]
        if item.has("troop_verb") and not item.has("preposition", "say"):
            return at
        ends_list = item.low == "," and not context.items[at - 1].has("country")
        if item.is_count or item.low in (";", "and") or ends_list:
            return None
    return None
