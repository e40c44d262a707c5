"""Deaths, injuries and detentions by a verb or state before the number: "killed 12", "lost three of his men"."""

from ..figure import Context, Reading
from ..items import any_low
from ..outcomes import LIFE, PAST, UNDERGOING, outcome_readings, stage_of
from ..wordlists import word_set
from .outcome_nouns import EVENT_NOUNS

ACTIVE = ("past", "base", "third", "ing", "part")
POSSESSIVES = word_set("grammar", "determiners_before_a_noun")
LISTS_OF_NAMES = ("names", "surnames", "entries")
POSSIBLE = word_set("grammar", "modals_of_no_fact")
DONE = word_set("grammar", "words_that_make_an_infinitive_a_fact")
COUNTING = ("number", "count", "tally", "total")
LIMBS = word_set("grammar", "parts_of_the_body")
CLIENTELE = word_set("grammar", "people_lost_alive")
LOSING = ("lost", "lose", "losing", "loses")
ADMITTING, ADMISSION_REACH = ("took in", "take in", "taken in", "received", "admitted", "treated", "treating"), 3
TOLL_REACH = 3  # words between a toll and the verb that it governs
STATE_REACH = 4  # words between "under guard are contained" and the number
INCLUDING_REACH = 3  # words between "the dead" and "include"


def by_admission(context: Context):
    """ "The hospital took in 160 casualties", "treated 12 casualties": alive, and so injured."""
    if context.head.noun not in ("casualties", "casualty"):
        return None
    before = " ".join(item.low for item in context.before(ADMISSION_REACH))
    return Reading("injuries", "admission") if any(words in before for words in ADMITTING) else None


def by_same_verb(context: Context):
    """ "died of gunshot wounds, as did two children": the verb of the clause before."""
    at = _governing(context)
    if context.head.is_no_people or context.low(at - 1) not in ("as", "so"):
        return None
    if context.low(at) not in ("did", "were", "was", "have", "had"):
        return None
    for item in context.items[:at]:
        readings = outcome_readings(item, UNDERGOING, PAST)
        if readings:
            return Reading(readings[0]["metric"], "same_verb", stage=stage_of(readings[0]["lemma"]))
    return None


def by_verb_before(context: Context):
    """ "killed 12", "arresting more than 40 people", "hospitalised 897" (translated word order)."""
    at = _governing(context)
    if at < 0 or context.head.is_no_people:
        return None
    readings = outcome_readings(context.items[at], ("patient",), ACTIVE)
    if readings and _is_no_verb(context, at, readings[0]):
        return None
    if readings and _is_no_fact(context, at, readings):
        return Reading(None, "no_fact", reason="hypothetical")
    if readings and context.head.kind == "none" and any_low(context.items[at + 1 : context.i], ("a", "an")):
        return None  # "shot a 64"
    if readings and context.head.kind == "weak_case" and readings[0]["metric"] != "detentions":
        return None  # "kills 11 of the 12 charges"
    if readings and not _has_no_object(context, at):
        return Reading(readings[0]["metric"], "verb_object", stage=stage_of(readings[0]["lemma"]))
    return (
        _by_intransitive(context, at) or _by_loss(context, at) or _by_including(context, at) or _by_state(context, at)
    )


def _governing(context):
    """The position of the nearest word to the left that is more than an adverb or article."""
    at = context.i - 1
    while at >= 0 and (_is_adverb(context.items[at]) or context.low(at) in ("a", "the", "down")):
        at -= 1
    return at


def _is_adverb(item):
    return item.has("transparent") and not item.has("verb")


def _is_no_verb(context, at, reading):
    """ "by my book sixty-three", "a list that held 22 names"; and what is burned is seldom people."""
    if reading["form"] == "base" and context.low(at - 1) in POSSESSIVES:
        return True
    if context.low(at - 1) == "-":  # "shot a bogey-free 65"
        return True
    if context.head.noun in LISTS_OF_NAMES:
        return True
    return reading["lemma"] == "burn" and context.head.kind != "person"


def _is_no_fact(context, at, readings):
    """ "threatened to kill ten": an infinitive tells of no fact, "had to bury" does."""
    if all(reading["form"] != "base" for reading in readings):
        return False
    if context.low(at - 1) in POSSIBLE:
        return True
    done = {context.low(at - 2), context.low(at - 3)} & DONE
    return context.low(at - 1) == "to" and not done


def _has_no_object(context, at):
    """ "the detained 12" only describes, and a death toll that hits 225 hits no people."""
    joined = (
        context.low(at - 1) == "and" and at > 1 and context.items[at - 2].has("outcome")
    )  # "the dead and wounded 12"
    describes = context.items[at].has("outcome") and (joined or context.low(at - 1) in ("the", "of", "those"))
    subject = context.items[max(at - TOLL_REACH, 0) : at]
    return describes or any(item.low.endswith("toll") or item.low in COUNTING for item in subject)


def _by_intransitive(context, at):
    """ "died 12": the verb before its subject, in translated word order."""
    readings = outcome_readings(context.items[at], ("subject",), ("past", "third", "base"))
    if not readings or at != context.i - 1 or _has_own_subject(context, at):
        return None
    return Reading(readings[0]["metric"], "verb_then_number", stage=stage_of(readings[0]["lemma"]))


def _has_own_subject(context, at):
    if at > 0 and context.items[at - 1].has("person"):
        return True
    return context.low(at - 1) in ("who", "he", "she", "they", "people")


def _by_loss(context, at):
    """ "lost three of his own men": a loss of people is their death."""
    if context.low(at) not in LOSING:
        return None
    is_of_people = context.head.kind == "person" and context.head.noun not in CLIENTELE
    lost_people = is_of_people or (context.head.is_bare and context.is_none)
    return Reading("deaths", "lost_people") if lost_people else None


def _by_including(context, at):
    """ "The dead include three women"."""
    if context.low(at) not in ("include", "includes", "included", "including"):
        return None
    for back in range(at - 1, max(at - 1 - INCLUDING_REACH, -1), -1):
        item = context.items[back]
        if _names_the_fallen(context, back):
            return Reading(item.senses["outcome"], "outcome_includes")
        if not item.has("transparent", "aux"):
            return None
    return None


def _names_the_fallen(context, at):
    """ "the dead", "the wounded": people, not "the arrests"."""
    item = context.items[at]
    names_people = item.has("outcome") and not item.low.startswith(EVENT_NOUNS)
    return names_people and context.low(at - 1) in ("the", "")


def _by_state(context, at):
    """ "under guard are contained 469", "in resuscitation got 188": state, auxiliaries, number."""
    for back in range(at, max(at - STATE_REACH, -1), -1):
        item = context.items[back]
        is_apart = back < context.i - 1
        if item.has("state") and (is_apart or item.low.endswith("ed")):
            return Reading(item.senses["state"], "state_then_number", stage=stage_of(item.low))
        if item.has("destination") and is_apart:
            return Reading(item.senses["destination"], "state_then_number", stage=stage_of(item.low))
        if not _joins_state(item):
            return None
    return None


def _joins_state(item):
    """A word that may stand between a state and its number."""
    if item.has("aux", "be", "transparent", "month") or item.low.endswith("ed") or item.low in ("in", "there"):
        return True
    return any(reading["form"] == "part" for reading in item.senses.get("verb", ()))


def by_cost(context: Context):
    """ "Rubber bullets cost eleven people an eye", "cost 12 people their lives"."""
    if context.low_before() not in ("cost", "costs", "costing") or context.head.kind not in ("person", "none"):
        return None
    after = context.after(2)
    if any_low(after, LIFE):
        return Reading("deaths", "cost_lives")
    return Reading("injuries", "cost_limbs") if any_low(after, LIMBS) else None
