"""Foreign contingents: troops of a country other than the event's, or of an alliance."""

from ..figure import Context, Reading

UNNAMED = "(foreign)"  # foreign troops whose country the text does not name
DEPLOYED = ("deployed", "announced", "withdrawn")


def by_contingent(context: Context):
    """ "some five hundred troops from Belarus", "Papua New Guinea flew in thirty-four officers", "150-strong Kyrgyz unit"."""
    if _serves_in_armed_forces(context):
        return Reading("armed_forces_strength", "establishment", unit="people", group="security_forces")
    if (
        not _is_military(context)
        or context.predicate.kind == "outcome"
        and context.predicate.metric in ("deaths", "injuries", "detentions")
    ):
        return None
    if _is_establishment(context):
        return Reading("armed_forces_strength", "establishment", unit="people", group="security_forces")
    country = find_contributor(context)
    if not country:
        return _own_forces(context)
    return Reading(
        "troop_contingents",
        "contingent",
        stage=stage_of_troops(context),
        detail="" if country == UNNAMED else country,
        unit="personnel",
    )


def _serves_in_armed_forces(context):
    """ "more than 50,000 people in its armed forces"."""
    after = context.items[context.head.at : context.head.at + 5]
    return context.head.kind == "person" and any(item.low == "armed forces" for item in after)


def _is_military(context):
    head = context.head
    if head.kind == "none" and (_is_labelled_by_country(context) or _they_are_troops(context)):
        return True
    if head.kind == "person" and (head.senses.get("person") == "security_forces" or "troop" in head.senses):
        return True
    if head.kind == "troop_unit" and context.low(context.i + 1) == "-":
        return True
    men = head.kind == "person" and head.text.lower() in ("men", "people", "persons")
    if head.kind in ("demonym", "none", "pronoun") or men:
        return _continues_troops(context)
    strong = context.low(context.head.at) == "strong" or context.low(context.i + 1) == "strong"
    return strong or context.low(context.i + 1) == "-" and context.low(context.i + 2) == "strong"


def _they_are_troops(context):
    """ "Of the Russian paratroopers …. They were perhaps 3,000": a number of the soldiers named before."""
    opened = context.low(0) == "they" and context.i <= 3 and context.items[context.i - 1].has("be")
    row = context.recent[-1] if opened and context.recent else []
    return any(item.has("troop") for item in row) and any(item.has("country") for item in row)


def _is_labelled_by_country(context):
    """ "Kyrgyz Republic, 150; Republic of Armenia, 70", "TJK: 200", in a text about contingents."""
    label = context.items[context.i - 2] if context.i >= 2 else None
    marked = context.low(context.i - 1) in (":", ",", "–", "—", "-")
    if label is None or not marked or not label.has("country") or label.senses["country"] == context.home:
        return False
    last = context.last(paragraphs=1, sentences=4)
    return (
        last is not None
        and last.metric == "troop_contingents"
        or last is None
        and context.subject == "troop_contingents"
    )


def _continues_troops(context):
    """A bare number or a demonym after a contingent, in the same list or governed by a verb of sending."""
    previous = context.last(paragraphs=1, sentences=2)
    if context.head.kind == "demonym" or _governed_by_sending(context):
        return (
            bool(previous and previous.metric == "troop_contingents")
            or _unit_nearby(context)
            or _recently_troops(context)
        )
    if previous is None or previous.metric != "troop_contingents" or context.predicate.kind in ("outcome", "context"):
        named = bool(_country_near(context)) or _sense_near(context, "alliance", 14) is not None
        return context.head.kind == "none" and (_unit_nearby(context) and named or _speaks_of_mission(context))
    return (
        previous.sentence is context.sentence
        or _country_near(context) != ""
        or context.predicate.kind in ("troop", "none")
    )


def _recently_troops(context):
    """ "a force of … soldiers. Ghana has pledged 600 of them": soldiers were named in the sentence before."""
    row = context.recent[-1] if context.recent else []
    return bool(_country_near(context)) and any(item.has("troop", "troop_unit") for item in row)


def _speaks_of_mission(context):
    """A bare number that someone states, after sentences about a foreign mission and no other figure since."""
    recent = [item for items in (*context.recent, context.items[: context.i]) for item in items]
    about = sum(
        item.has("alliance") or item.low in ("peacekeeping", "peacekeepers", "contingent", "contingents")
        for item in recent
    )
    last = context.last(paragraphs=1, sentences=3)
    stated = any(item.has("say") for item in context.items[max(context.i - 6, 0) : context.i])
    return about >= 2 and last is None and stated


def _governed_by_sending(context):
    return any(
        context.items[k].has("troop_verb")
        for k in range(max(context.i - 3, 0), context.i)
        if not context.items[k].has("preposition")
    )


def _unit_nearby(context):
    """A military noun to the left or right of a bare number: "their contingent was some 2,000 strong"."""
    window = context.items[max(context.i - 10, 0) : context.i + 9]
    return any(item.has("troop", "troop_unit") and not item.has("thing") for item in window)


def _is_establishment(context):
    """ "the standing forces count about 3,600", "seventy thousand serve in the armed forces": strength on paper."""
    reach = 22 if context.head.kind == "none" else 12
    window = context.items[max(context.i - 10, 0) : context.head.at + reach]
    return any(item.has("establishment") for item in window)


def find_contributor(context):
    """The contributing country or alliance, "" where the troops are the event country's own or nobody's."""
    country = _country_near(context)
    if country and country != context.home:
        return country
    alliance = _sense_near(context, "alliance", 14)
    if alliance:
        return alliance
    spoken_of = _country_of_pronoun(context)
    if spoken_of:
        return spoken_of
    unknown = _unknown_country(context)
    if unknown:
        return unknown
    if country == context.home and country:
        return ""
    if (
        _sense_near(context, "foreign", 6)
        or _sense_near(context, "office", 6) == "igo"
        or any(item.low in ("peacekeepers", "peacekeeper", "peacekeeping") for item in context.items)
    ):
        return _carried_country(context) or context.alliance or UNNAMED
    if context.alliance and context.predicate.kind != "general":
        return context.alliance
    previous = context.last(paragraphs=0, sentences=0)
    if previous is not None and previous.metric == "troop_contingents" and context.head.kind == "none":
        return previous.detail or UNNAMED
    return (
        _carried_country(context)
        if _governed_by_sending(context) or context.head.kind in ("none", "pronoun", "demonym")
        else ""
    )


def _country_of_pronoun(context):
    """ "Yerevan's part is instructive. It offered 70 soldiers": the country of the sentence before."""
    opens = any(item.low in ("it", "they", "its", "their") for item in context.items[: context.i][:4])
    if not opens or not context.recent or _country_near(context):
        return ""
    named = [item.senses["country"] for item in context.recent[-1] if item.has("country")]
    return named[-1] if named and named[-1] != context.home else ""


def _unknown_country(context):
    """ "60 gendarmes of the friendly Republic of Tressan", "18 engineers from Port Regal": a country the lexicon lacks."""
    at = context.head.at
    if (
        context.low(at) not in ("from", "of")
        or context.home
        and any(item.has("place") for item in context.items[at : at + 4])
    ):
        return ""
    at += 1
    while at < len(context.items) and (
        context.low(at) in ("the", "republic", "kingdom", "of", "state") or context.items[at].has("foreign")
    ):
        at += 1
    name = []
    while (
        at < len(context.items)
        and context.items[at].text[:1].isupper()
        and not context.items[at].has("office", "person", "month", "weekday", "troop")
    ):
        name.append(context.items[at].text)
        at += 1
    return " ".join(name) if name and name[0] != context.home else ""


def _country_near(context):
    """The country in the noun phrase, after it ("from Belarus"), or as the subject before ("Fiji sent 50")."""
    for item in (*context.head.modifiers, *context.items[context.head.at - 1 : context.head.at]):
        if item.has("country"):
            return item.senses["country"]
    for at in range(context.head.at, min(context.head.at + 7, len(context.items))):
        item = context.items[at]
        if item.has("country") and context.low(at - 1) in ("from", "of", "the", "by"):
            return item.senses["country"]
        if item.is_count or item.low in (",", ";", ".", "and", "(", ")"):
            break
    return _country_before(context)


def _country_before(context):
    for at in range(context.i - 1, max(context.i - 16, -1), -1):
        item = context.items[at]
        if item.has("country"):
            return item.senses["country"]
        if item.low in (";",) or item.is_count and not _is_list(context, at):
            return ""
    return ""


def _is_list(context, at):
    """A number in between does not cut off the subject: "Australia has 73 officers and 43 soldiers"."""
    return any(context.low(k) == "and" for k in range(at, context.i))


def _sense_near(context, sense, reach):
    for at in range(max(context.i - reach, 0), min(context.head.at + reach, len(context.items))):
        if context.items[at].has(sense):
            return context.items[at].senses[sense]
    return None


def _carried_country(context):
    """The country of the contingent just spoken of: "It offered 70 soldiers at first and sent a hundred"."""
    previous = context.last(paragraphs=1, sentences=2)
    return previous.detail if previous and previous.metric == "troop_contingents" else ""


def _own_forces(context):
    """The country's own forces on the streets are another metric, where a verb or noun says that they are deployed."""
    if context.predicate.kind == "troop" or _governed_by_sending(context) or context.low(context.i + 2) == "strong":
        return Reading("security_forces_deployed", "own_forces", unit="people", group="security_forces")
    return None


def stage_of_troops(context):
    """announced, deployed or withdrawn, from the contingent's own verb; blank where none says."""
    verb = _own_verb(context)
    if verb is None:
        return _stage_of_gapped(context)
    stage = context.items[verb].senses["troop_verb"]
    future = any(item.low in ("will", "to") for item in context.items[max(verb - 3, 0) : verb])
    return "announced" if stage == "deployed" and future else stage


def _stage_of_gapped(context):
    """ "Kenya has pledged 1,000 officers, Benin 2,000": the verb is understood after the second country."""
    earlier = context.in_sentence()
    gapped = context.i and context.items[context.i - 1].has("country")
    return earlier[-1].stage if gapped and earlier and earlier[-1].metric == "troop_contingents" else ""


def _own_verb(context):
    """The verb of sending right before the number, or the predicate after its noun."""
    for at in range(context.i - 1, max(context.i - 5, -1), -1):
        item = context.items[at]
        if item.has("troop_verb") and not item.has("preposition"):
            return at
        if item.is_count or item.kind == "mark":
            break
    for at in range(context.head.at, min(context.head.at + 12, len(context.items))):
        item = context.items[at]
        if item.has("troop_verb") and not item.has("preposition", "say"):
            return at
        if item.is_count or item.low in (";", "and") or item.low == "," and not context.items[at - 1].has("country"):
            return None
    return None
