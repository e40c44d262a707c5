"""Deaths, injuries and detentions by a noun: "12 dead", "40 arrests", "the deaths of 19 officers", "of the dead"."""

import re

from ..figure import Context, Reading
from ..heads import OUTCOME_ADJECTIVES, is_unlisted_thing
from ..items import any_count, any_low
from ..outcomes import LIFE, LOSS, PAST, UNDERGOING, outcome_readings, stage_of
from ..wordlists import load_file, word_set

EVENT_NOUNS = tuple(load_file("grammar")["starts_of_event_nouns"])
NOMINAL_LINKS = word_set("grammar", "links_of_event_nouns")
NOUN_METRICS = {noun: metric for metric, nouns in load_file("grammar")["nouns_of_others"].items() for noun in nouns}
FREEING = ("release", "freeing", "liberation")
ESCAPING = re.compile(r"\b(?:escap|evad|br(?:eak|oke|oken) out|fled|flee)")
ESCAPE_REACH = 8  # words before the number; half as many behind its noun
LOSS_REACH = 8  # words before a number of lives that say that they were lost; half as many behind its noun
NO_EVIDENCE = ("burial", "burials", "funeral", "funerals")  # "no burial was carried out" states no zero
SUFFERED = ("sustained", "received", "suffered")
SUFFERED_REACH = 3  # words between "wounds sustained" and "by 12 people"
OPENING_REACH = 6  # words between the injuries that open a sentence and "received 213 persons"
WOUND_REACH = 12  # words between the wounds and "by 12 people"


def by_noun(context: Context):
    """ "12 dead", "1,340 wounded", "40 arrests", "26 wounded soldiers", "two of the dead"."""
    head, predicate = context.head, context.predicate
    if head.kind != "outcome" or _is_property(context) or _is_fate_of_detainees(context):
        return None
    if head.noun in LIFE and not _are_lost(context):
        return Reading(None, "lives", reason="lives that nobody lost")
    if context.is_none and (head.noun in NO_EVIDENCE or (head.noun == "body" and head.modifiers)):
        return Reading(None, "no_evidence", reason="no such event")
    metric = head.senses["outcome"]
    if _is_whole(context):
        return Reading(metric, "outcome_noun", stage=stage_of(head.noun))
    if metric == "detentions" and _escape(context):
        return Reading(None, "escape", reason="escaped")
    if _changes_outcome(head, predicate, metric):
        return Reading(predicate.metric, "noun_then_predicate", stage=stage_of(predicate.lemma))
    agrees = predicate.kind == "outcome" and predicate.metric == metric
    stage = stage_of(predicate.lemma) if agrees else ""
    return Reading(metric, "outcome_noun", stage=stage or stage_of(head.noun))


def _are_lost(context):
    """ "claimed 12 lives", "a toll of 12 lives", "12 lives were lost"; a cat has nine."""
    near = (*context.before(LOSS_REACH), *context.after(LOSS_REACH // 2))
    return any_low(near, LOSS) or context.predicate.metric == "deaths"


def _is_whole(context):
    """ "1,900 of the 2,300 people detained had been freed": what is said of the part is not said of the whole."""
    return context.low_before() == "of" and context.i > 1 and context.items[context.i - 2].is_count


def _escape(context):
    """ "1,534 inmates broke out", "From the jail evaded themselves 1,534 inmates": no arrest, but its end."""
    words = (*context.before(ESCAPE_REACH), *context.after(ESCAPE_REACH // 2))
    return ESCAPING.search(" ".join(item.low for item in words)) is not None


def _is_fate_of_detainees(context):
    """ "the shooting of 45 detainees": the noun before says what happened to them."""
    noun = context.head
    is_detainees = noun.senses.get("person") == "detainees" or noun.senses.get("outcome") == "detentions"
    is_detainees = is_detainees and context.low_before() == "of"
    before = context.items[max(context.i - 2, 0) : context.i - 1]
    return is_detainees and any(item.senses.get("outcome") == "deaths" or item.low == "shooting" for item in before)


def _is_property(context):
    """ "12 dead horses" and the like: the noun after the outcome is a thing."""
    after = context.items[context.head.at : context.head.at + 1]
    if after and is_unlisted_thing(after[0]) and context.head.noun in OUTCOME_ADJECTIVES:
        return True  # "3,212 dead seabirds", "no injured pride"
    if not after or not after[0].has("thing") or after[0].has("preposition", "person"):
        return False
    return after[0].low != context.low_after(-1)


def _changes_outcome(head, predicate, metric):
    """ "two of the wounded died": the predicate is the news, the noun only says who."""
    if predicate.kind != "outcome" or predicate.metric == metric or metric == "deaths":
        return False
    if head.noun.startswith(EVENT_NOUNS):
        return False
    return predicate.metric == "deaths" or metric == "detentions" or predicate.passive


def by_noun_before(context: Context):
    """ "the deaths of 19 officers", "the bodies of 225 people", "the arrest of 446 people"."""
    link = context.low_before()
    if _received_injuries(context):
        return Reading("injuries", "suffered_by")
    if link == "by" and any(item.low in SUFFERED for item in context.before(SUFFERED_REACH + 1)[:-1]):
        return Reading("injuries", "suffered_by") if _names_injuries(context, WOUND_REACH) else None
    if _apposed_to_fallen(context):
        return Reading(context.items[context.i - 2].senses["outcome"], "apposed_to_outcome")
    if link not in NOMINAL_LINKS or context.head.is_no_people:
        return None
    return _by_event_noun(context, link)


def _received_injuries(context):
    """ "the injuries received 12", in translated word order."""
    reach = OPENING_REACH if context.i <= OPENING_REACH + 1 else SUFFERED_REACH
    return context.low_before() in (*SUFFERED, "got") and _names_injuries(context, reach)


def _names_injuries(context, reach):
    """An injury so many words before the word that links it to the number."""
    before = context.before(reach + 1)[:-1]
    return any(item.senses.get("outcome") == "injuries" for item in before)


def _apposed_to_fallen(context):
    """ "the graves of the fallen, 19 comrades in all"."""
    if context.low_before() != "," or context.low_before(3) != "the" or not context.items[context.i - 2].has("outcome"):
        return False
    return context.head.kind == "person" and context.predicate.kind == "none"


def _by_event_noun(context, link):
    """The noun before "of", "for", "among" and the like; "wounds of 12 men" are injuries of the men only."""
    at = context.i - 2
    while at >= 0 and (context.items[at].has("transparent") or context.low(at) == ","):
        at -= 1
    noun = context.items[at] if at >= 0 else None
    if noun is None or not noun.has("outcome") or (link != "of" and not noun.low.startswith(EVENT_NOUNS)):
        return _by_other_noun(context, link)
    if link in ("to", "by") or (noun.low.startswith("wound") and context.head.kind != "person"):
        return None
    readings = outcome_readings(noun, ("patient",), ("base", "ing"))
    return Reading(noun.senses["outcome"], "outcome_of", stage=stage_of(readings[0]["lemma"]) if readings else "")


def _by_other_noun(context, link):
    """ "claimed the lives of 12", "the release of 30 detainees", "the remains of three people"."""
    noun = context.low_before(2)
    metric = NOUN_METRICS.get(noun) if link == "of" else None
    if metric is None or (noun == "loss" and context.head.kind != "person"):  # "a loss of 52 million"
        return None
    if metric == "detentions":
        return Reading(metric, "outcome_of", stage=stage_of("release" if noun in FREEING else "detain"))
    return Reading(metric, "outcome_of", unit="" if metric in ("deaths", "injuries") else "people")


def by_opening(context: Context):
    """ "Of the dead, 103 were registered in Almaty": the opening phrase names the outcome, the predicate a detail."""
    opened = context.low(0) in ("of", "among") and context.low(1) in ("the", "those") and context.low(3) == ","
    if not opened or any_count(context.items[3 : context.i]) or not context.head.may_be_people:
        return None
    noun = context.items[2]
    readings = outcome_readings(noun, ("patient",), PAST)
    metric = noun.senses.get("outcome") or (readings[0]["metric"] if readings else None)
    if metric is None or context.predicate.kind == "outcome":
        return None
    return Reading(metric, "opening_outcome", stage=stage_of(noun.low))


def by_those_of(context: Context):
    """ "dozens of bodies, including those of two teenagers": the noun before stands for "those"."""
    if context.low_before() != "of" or context.low_before(2) not in ("those", "that"):
        return None
    for item in reversed(context.items[: context.i - 2]):
        if item.has("outcome"):
            return Reading(item.senses["outcome"], "those_of", stage=stage_of(item.low))
    return None


def by_those_among(context: Context):
    """ "Among the dead were two children", "among lost are 2 minors"."""
    at = context.i - 1
    while at >= 0 and (context.items[at].has("aux", "be", "transparent") or context.low(at) == "there"):
        at -= 1
    if at == context.i - 1 or at < 1 or context.head.is_no_people:
        return None
    opener = context.low(at - 2) if context.low(at - 1) in ("the", "those") else context.low(at - 1)
    metric = _metric_of_those(context.items[at]) if opener in ("among", "amongst") else None
    return Reading(metric, "among_outcome", stage=stage_of(context.low(at))) if metric else None


def _metric_of_those(item):
    """The outcome of "the dead", "those killed", "the lost"."""
    readings = outcome_readings(item, UNDERGOING, PAST)
    lost = "deaths" if item.low == "lost" else None
    return item.senses.get("outcome") or (readings[0]["metric"] if readings else lost)
