"""Members of a list and ends of a change: "12 soldiers and three civilians", "86 were attackers", "up from 36"."""

from itertools import pairwise, takewhile

from ..figure import CASES, Context, Reading, carry_on
from ..items import any_count, any_low
from ..outcomes import PAST, PEOPLE, UNDERGOING, outcome_readings, stage_of
from ..readings import SHORTEST_UNKNOWN_VERB
from ..wordlists import word_set

LINKS = word_set("grammar", "links_of_a_list")
QUIET_WORDS = word_set("grammar", "words_within_a_list")
QUIET_SENSES = ("place", "country", "person", "unit", "transparent", "preposition")
AFTER_ONE = word_set("grammar", "words_after_a_bare_one")
CHANGES = word_set("grammar", "words_of_change")
COMPARING = ("compares", "compared", "comparing")
COMPANY_REACH = 12  # words between the verb and "along with"
COMPANY = ("along", "together")
REPLACING = ("replaced", "replacing")
NO_MEMBER = ("thing", "unit", "case", "weak_case", "outcome", "unknown")  # heads that share no verb with the list
INSERTION_REACH = 7  # words of an insertion between two members of a list
LONGEST_PASSED = 40  # words between two members, insertions among them
LIST_REACH = 12  # words between two members of a list
GROUP_REACH = 4  # words between "were" and the group
ALONE_REACH = 5  # words after the noun in which "in Almaty alone" may stand
CHANGE_REACH = 8  # words between "up" and "from 36"


def by_coordination(context: Context):
    """ "killed 12 soldiers and three civilians", "103 in Almaty, 21 in Kyzylorda, ten in Zhambyl region"."""
    earlier = context.in_sentence()
    if not earlier or earlier[-1].metric is None or not _may_be_member(context, earlier[-1]):
        return None
    previous = earlier[-1]
    if _is_alternative(context, previous) or _is_corrected(context):
        return carry_on(previous, "coordination", twin=previous)
    between = context.items[max(previous.head.at, previous.predicate.at + 1) : context.i]
    has_own_verb = context.predicate.kind == "general" and context.head.kind == "none"
    if has_own_verb or not _is_list_link(between):
        return None
    is_part = any_low(context.after(ALONE_REACH), ("alone",))  # "of 225, in Almaty alone 103"
    return carry_on(previous, "coordination", parent=previous if is_part else previous.parent)


def by_breakdown(context: Context):
    """ "60 deaths since the first marches: 48 in clashes, 11 in road accidents": a colon opens the parts of a total."""
    earlier = context.in_sentence()
    if not earlier or earlier[-1].metric is None or not context.head.may_be_people:
        return None
    goes_on = earlier[-1].reading.rule == "breakdown" and context.low_before() in (",", "and")
    if context.low_before() != ":" and not goes_on:
        return None
    total = earlier[-1].reading.parent if earlier[-1].reading.rule == "breakdown" else earlier[-1]
    is_smaller = total is not None and total.metric in (*PEOPLE, *CASES) and 0 < context.count < total.size
    if not is_smaller or (_has_own_predicate(context) and not _completes(context, earlier, total)):
        return None
    return carry_on(total, "breakdown", parent=total)


def _has_own_predicate(context):
    """Whether something is said of the number alone; a predicate behind the next number is that one's."""
    predicate = context.predicate
    return predicate.kind != "none" and not any_count(context.items[context.head.at : predicate.at])


def _completes(context, earlier, total):
    """ "49: 41 in clashes, seven in accidents and one policeman, burned in his car": the parts add up."""
    listed = sum(figure.size for figure in earlier if figure.reading.parent is total)
    return listed + context.count == total.size


def by_company(context: Context):
    """ "he was arrested, along with forty-six other medics": the verb before holds for those in company too."""
    is_beside = context.low_before() == "alongside" or (
        context.low_before() == "with" and context.low_before(2) in COMPANY
    )
    if not is_beside or context.head.is_no_people:
        return None
    since = takewhile(lambda item: not item.is_count, reversed(context.before(COMPANY_REACH)))
    readings = (outcome_readings(item, UNDERGOING, PAST) for item in since)
    found = next((reading[0] for reading in readings if reading), None)
    return Reading(found["metric"], "company", stage=stage_of(found["lemma"])) if found else None


def _may_be_member(context, previous):
    """Whether nothing in the number's own words keeps it out of a list."""
    head, predicate = context.head, context.predicate
    if head.kind in NO_MEMBER or predicate.kind == "context" or context.is_none:
        return False
    if context.item.low == "one" and head.kind == "none" and context.low_after() not in AFTER_ONE:
        return False  # "and one wonders"
    if head.kind != "person":
        return True
    if previous.metric == "troop_contingents" and head.senses.get("person") not in ("security_forces", "all"):
        return False  # "43 soldiers, along with five diplomats"
    does_something_else = predicate.kind == "general" and predicate.at - head.at <= 1
    return previous.metric not in CASES and not does_something_else


def _is_alternative(context, previous):
    """ "225 dead, prosecutors said, or 227, as they had it by Wednesday"."""
    adjacent = context.low_before(2) == "," or previous.index == context.i - 2
    return adjacent and context.low_before() == "or" and context.head.kind == "none"


def _is_corrected(context):
    """ "three were under 18, not two as we had it"."""
    return context.low_before() == "not" and context.low_before(2) == "," and context.head.kind == "none"


def _is_list_link(between):
    """Only places, prepositions, marks and conjunctions stand between the two members of a list."""
    between = _without_insertions(between) if len(between) <= LONGEST_PASSED else between
    if not between or len(between) > LIST_REACH or not any_low(between, LINKS):
        return False
    return not any(_is_loud(item) for item in between) and not _is_unknown_verb(between)


def _is_unknown_verb(between):
    """ "jails nine over ferry contracts, clears three": a word in -s right behind a comma and before the number."""
    last = between[-1]
    is_verb = last.kind == "word" and not last.senses and last.text.islower() and last.low.endswith("s")
    return is_verb and len(between) > 1 and between[-2].low == ","


def _without_insertions(between):
    """ ", the minister told parliament, and", "and, by her reckoning,": what two commas enclose is no member."""
    commas = [at for at, item in enumerate(between) if item.low == ","]
    for first, second in pairwise(commas):
        inserted = between[first + 1 : second]
        if len(inserted) <= INSERTION_REACH and not any_low(inserted, (";", ".", ":")) and not any_count(inserted):
            return [*between[: first + 1], *_without_insertions(between[second + 1 :])]
    return between


def _is_loud(item):
    """A number, a verb or another clause between two numbers: they are no list."""
    if item.is_count:
        return True
    if item.has(*QUIET_SENSES) or item.low in QUIET_WORDS:
        return False
    if item.has("aux", "modal", "say", "attribution", "troop_verb"):
        return True
    if item.has("subordinator") and item.low not in ("while", "since", "after"):
        return True
    return item.text[:1].islower() and _may_be_verb(item)


def _may_be_verb(item):
    """A verb of the lexicon that is no noun of ours, or a word in -ed that the lexicon lacks."""
    if not item.senses:
        return item.low.endswith("ed") and len(item.low) >= SHORTEST_UNKNOWN_VERB
    return item.has("verb") and not item.has("outcome", "charge", "office")


def by_group_copula(context: Context):
    """ "By category, 86 were attackers, 20 were bystanders": bare numbers that say who the counted people were."""
    if _is_gapped_copula(context):
        return carry_on(context.in_sentence()[-1], "group_copula", parent=context.in_sentence()[-1].parent)
    if not context.head.is_bare or context.predicate.kind != "copula":
        return None
    last = context.last(paragraphs=0, sentences=2)
    if last is None or last.metric in CASES:
        return None
    at = context.predicate.at + 1
    names_group = any(_is_group(item) for item in context.items[at : at + GROUP_REACH])
    return carry_on(last, "group_copula", parent=last.parent or last) if names_group else None


def _is_gapped_copula(context):
    """ "Fifteen were inmates and one a guard": the verb is understood after the second number."""
    earlier = context.in_sentence()
    follows = bool(earlier) and earlier[-1].reading.rule == "group_copula" and context.low_before() == "and"
    return follows and context.head.kind == "person" and context.low(context.i + 1) in ("a", "an")


def _is_group(item):
    """ "attackers", "women", "under 18"."""
    is_age = item.kind == "num" and item.number.reason == "age"
    return is_age or item.has("person") or item.low in ("women", "children")


def by_change(context: Context):
    """ "up from 36", "rose from 49 to 114", "to 337 from 276", "It replaced 16": the other value of the same figure."""
    if context.head.is_no_people:
        return None
    earlier = [figure for figure in context.in_sentence() if figure.metric]
    if earlier and _is_other_end(context, earlier[-1]):
        return carry_on(earlier[-1], "change", twin=earlier[-1])
    if _is_replaced(context):
        last = context.last(paragraphs=1)
        return carry_on(last, "change", twin=last) if last else None
    return None


def _is_other_end(context, previous):
    """ "from 36", "to 114" after the first value, in one clause with it."""
    if context.low_before() in ("with", "to") and context.low_before(2) in COMPARING:
        return context.head.kind == "none"  # "7,939, compared with 5,800 on Sunday"
    if context.low_before() == "against" and context.low_before(2) in (",", "as"):
        return context.head.kind == "none"  # "24 deaths, as against 21 on the list"
    if context.low_before() not in ("from", "to") or not context.head.may_be_people:
        return False
    between = context.items[previous.index + 1 : context.i]
    speaks_of_change = context.head.kind == "none" or any_low(context.before(CHANGE_REACH), CHANGES)
    return speaks_of_change and not any_low(between, (".", ";"))


def _is_replaced(context):
    steps = 2 if context.low_before() in ("upwards", "downwards", "upward", "downward") else 1
    if context.low_before(steps) in (*REPLACING, "superseded", "corrected", "correcting", "revising"):
        return True
    return context.low_before(2) in REPLACING and context.head.kind == "none"
