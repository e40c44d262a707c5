"""People of whom something else is said: the missing, the convicted, suspects, attackers, crowds."""

from ..figure import Context, Reading
from ..items import any_low
from ..neighbours import governing_at
from ..outcomes import PAST, outcome_readings
from ..wordlists import load_file, word_set

OTHER_STATES = load_file("grammar")["other_states"]
ROLES = load_file("grammar")["roles"]
CROWDS = ("crowd", "crowds", "procession")
OCCASIONS = word_set("grammar", "occasions_of_a_crowd")
CROWD_PLACES = word_set("grammar", "links_to_the_place_of_a_crowd")
NO_OTHER_MATTER = ("damaged", "crowd_size")  # what is damaged or filled is no group of people
AMONG_REACH = 4  # words between "among those arrested" and the number
LONGEST_REASON = 40  # characters of a noun that a reason repeats


def by_other_state(context: Context):
    """ "223 missing", "5,000 displaced": a state of people that is no figure of ours, right after the number."""
    head = context.head
    word = context.low_after() if head.may_be_people else head.noun
    metric = OTHER_STATES.get(word)
    if any(item.has("state") and item.low.startswith("among") for item in context.before(AMONG_REACH)):
        return None  # "Among those arrested are three officers convicted of trafficking"
    if metric is None or head.kind == "outcome" or _is_object_of_outcome(context):
        return None
    return Reading(metric, "other_state", unit="people")


def _is_object_of_outcome(context):
    """ "have arrested 27 people suspected of": the verb before is the news, the participle says who they are."""
    at = governing_at(context.items, context.i - 1)
    is_verb = at > 0 and context.items[at - 1].has("aux", "person", "office", "be")
    return is_verb and context.head.kind == "person" and bool(outcome_readings(context.items[at], ("patient",), PAST))


def by_context_before(context: Context):
    """ "convicted 1,205", "charged 90 people", "evacuated 400": another matter's verb governs the number."""
    at = governing_at(context.items, context.i - 1)
    if context.predicate.kind == "outcome" and context.predicate.at == context.head.at:
        return None  # "evacuated 78 to hospital": where they were taken says more than the verb
    if at < 0 or not (context.head.may_be_people or context.head.kind in ("demonym", "unknown")):
        return None
    for reading in context.items[at].senses.get("verb", ()):
        if reading["role"] == "context" and reading["metric"] not in NO_OTHER_MATTER:
            return Reading(reading["metric"], "other_matter_before", unit="people")
    return None


def by_context_after(context: Context):
    """ "About 60 people gathered", "four men were charged": another matter is said of the group."""
    if context.predicate.kind != "context" or context.head.kind in ("case", "unit"):
        return None
    metric = context.predicate.metric
    if metric == "damaged":
        return Reading(None, "other_matter", reason="agents of damage")
    return Reading(metric, "other_matter", unit="people")


def by_role_noun(context: Context):
    """Suspects, defendants, hostages, students…: people in a role that is no outcome by itself.

    "Twelve suspects", "two students".
    """
    head = context.head
    metric = ROLES.get(head.noun) or ROLES.get(head.noun.removesuffix("s"))
    if metric is None or head.kind != "person" or context.predicate.kind == "outcome":
        return None
    return Reading(metric, "role_noun", unit="people")


def by_attackers(context: Context):
    """ "20,000 terrorists": a claim about attackers, the claimant's word, never a casualty figure."""
    head = context.head
    if head.kind == "person" and head.senses.get("person") == "attackers" and context.predicate.kind != "outcome":
        return Reading("alleged_attackers", "attackers", unit="people", group="attackers")
    return None


def by_crowd(context: Context):
    """A crowd: "a crowd of several thousand", "2,500 protesters were in the square"."""
    named = any_low(context.before(3), CROWDS)
    is_crowd = named or (_counts_people(context) and _are_somewhere(context))
    return Reading("crowd_size", "crowd", unit="people") if is_crowd else None


def _counts_people(context):
    return context.head.kind == "person" and context.head.senses.get("person") in ("all", "protesters")


def _are_somewhere(context):
    """ "there were 500 people", "500 people were in the square", "500 people" at a rally."""
    if context.low_before(2) == "there" and context.items[context.i - 1].has("be"):
        return True
    predicate = context.predicate
    if predicate.kind == "copula" and context.low(predicate.at + 1) in CROWD_PLACES:
        return True
    is_occasion = any(item.low in OCCASIONS and not item.is_capitalised for item in context.items)  # not the month
    return is_occasion and predicate.kind in ("general", "copula", "none")


def by_nothing(context: Context):
    """The number that no rule took: the reason tells what was missing."""
    head, predicate = context.head, context.predicate
    if head.kind == "weak_case":
        return Reading(None, "none", reason="case without legal context")
    if head.kind == "unknown":
        return Reading(None, "none", reason=f"counts {head.noun[:LONGEST_REASON]}")
    if predicate.kind in ("general", "troop", "copula"):
        return Reading(None, "none", reason=f"predicate is {predicate.lemma}")
    return Reading(None, "none", reason="no predicate")
