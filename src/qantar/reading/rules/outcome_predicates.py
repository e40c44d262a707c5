"""Deaths, injuries and detentions by the predicate: "12 people were killed", "of whom 3,393 needed hospital"."""

from ..figure import Context, Reading
from ..outcomes import stage_of
from ..wordlists import word_set

COMING_HOME = word_set("grammar", "predicates_of_coming_home")
SURVIVING = word_set("verbs", "surviving")
NATURE = word_set("grammar", "living_things_other_than_people")
AFTER_IT = (".", ",", ";", "", "out", "through", "to")  # "did not make it to hospital"
ADMISSIONS, PATIENTS = ("admissions", "admission"), ("patients", "patient", "casualties")
RECEIVING, RECEIVED = ("receive", "admit", "take in"), ("received", "admitted", "took in", "takes in", "attended")
PEOPLE = ("people", "persons", "men")
HOSPITALS, ENDS = ("hospital", "clinic", "infirmary"), (",", ".", ";", "and", "", "with", "since", "on", "by", "after")
HUMAN_GROUPS = ("population", "family", "votes")  # things that stand for people


def by_admitted(context: Context):
    """ "Figures from the hospital: 61 admitted", "160 patients received", "34 admissions", where a hospital speaks."""
    if not (_are_admitted(context) or _are_patients(context) or _are_received(context)):
        return None
    near = (*context.previous, *context.items)
    is_hospital = any(item.low.startswith(HOSPITALS) for item in near)
    return Reading("injuries", "admitted", stage="hospitalised") if is_hospital else None


def _are_admitted(context):
    is_bare = context.head.kind == "none" and context.low(context.i + 1) == "admitted"
    is_passive = context.head.noun in PEOPLE and context.predicate.lemma in ("admitted", "admit")
    return (is_bare and context.low(context.i + 2) in ENDS) or is_passive or context.head.noun in ADMISSIONS


def _are_received(context):
    """ "The city hospital took in some 60 people": the verb of a hospital that the sentence names before it."""
    at = context.i - 1
    if context.head.kind != "person" or context.head.noun not in (*PATIENTS, *PEOPLE) or at < 1:
        return False
    is_received = context.low(at) in RECEIVED or (context.low(at - 1), context.low(at)) == ("took", "in")
    return is_received and any(item.low.startswith(HOSPITALS) for item in context.items[:at])


def _are_patients(context):
    """ "160 patients received since Tuesday"; "45 Covid patients" are ill."""
    is_received = context.predicate.lemma in RECEIVING or context.low_after() in RECEIVED
    return context.head.noun in PATIENTS and is_received and not context.head.modifiers


def by_predicate(context: Context):
    """ "12 people were killed", "of whom 3,393 needed hospital", "Nobody has died"."""
    predicate = context.predicate
    is_past = not predicate.hypothetical and not predicate.future
    if (
        is_past
        and predicate.negated
        and (predicate.lemma in SURVIVING or _makes_it(context))
        and _may_suffer(context.head)
    ):
        return Reading("deaths", "no_survivor")
    if predicate.kind != "outcome" or not _may_suffer(context.head):
        return None
    if _is_hypothetical(predicate):
        return Reading(None, "hypothetical", reason="hypothetical")
    if _is_misleading(context):
        return None
    return _read_exception(context) or Reading(predicate.metric, "predicate", stage=stage_of(predicate.lemma))


def _makes_it(context):
    """ "Four did not make it.": not "did not make it 12"."""
    at = context.predicate.at
    return context.predicate.lemma == "make" and context.low(at + 1) == "it" and context.low(at + 2) in AFTER_IT


def _may_suffer(head):
    """Outcomes happen to people, and to groups of people; cases, units of measure and things have none."""
    if head.kind == "thing":
        return head.senses["thing"][0] in HUMAN_GROUPS
    return head.kind not in ("case", "weak_case", "unit")


def _is_hypothetical(predicate):
    """ "would have been killed", "will be arrested"; "will die" foretells what is certain."""
    return predicate.hypothetical or (predicate.future and predicate.passive)


def _is_misleading(context):
    """A predicate that states an outcome in other texts, and none here."""
    predicate, head = context.predicate, context.head
    if predicate.lemma in ("burn", "eliminate"):  # what burned is seldom people, and teams are eliminated
        return (predicate.lemma == "burn" and not predicate.passive) or head.kind in ("unknown", "none")
    if predicate.lemma in COMING_HOME:
        return context.low(predicate.at) != "freed" and not _follows_detentions(context)
    return head.kind == "pronoun" and predicate.metric == "detentions" and _is_part_of_dead(context)


def _follows_detentions(context):
    """Who goes home was detained before, or the words mean something else."""
    last = context.last(paragraphs=1, sentences=3)
    return last is not None and last.metric == "detentions"


def _is_part_of_dead(context, paragraphs=0, sentences=1):
    """ "eight people who died later, six of them in custody": no more than the deaths just counted."""
    last = context.last(paragraphs, sentences)
    return last is not None and last.metric == "deaths" and last.size >= context.count


def _read_exception(context):
    """The reading of a predicate that means another matter here, None where it means what it says."""
    predicate, head = context.predicate, context.head
    if _is_about_bodies(context):
        return Reading("deaths", "wounds_of_the_dead", parent=context.last(paragraphs=1))
    if _frees_convicts(context):
        return Reading("amnestied", "freed_convicts", unit="people")
    if predicate.metric == "deaths" and head.kind == "unknown" and head.noun in NATURE:
        return Reading(None, "animals", reason="animal")
    if predicate.lemma == "bring in" and head.noun in ("patient", "patients"):
        return Reading("injuries", "predicate")  # "45 patients had been brought in"
    return None


def _is_about_bodies(context):
    """ "Eleven had gunshot wounds in the back", said of the bodies just counted."""
    predicate = context.predicate
    has_wounds = predicate.metric == "injuries" and predicate.lemma.startswith(("have ", "bear "))
    return has_wounds and context.head.is_bare and _is_part_of_dead(context, paragraphs=1, sentences=4)


def _frees_convicts(context):
    """ "Of 40 convicted, 12 were released": an amnesty, no release from detention."""
    predicate = context.predicate
    released = predicate.metric == "detentions" and stage_of(predicate.lemma) == "released"
    last = context.last(paragraphs=0, sentences=1)
    return released and context.head.is_bare and last is not None and last.metric in ("convictions", "charged")
