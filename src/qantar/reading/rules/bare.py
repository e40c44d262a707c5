"""Bare numbers, without a noun or verb of their own: the nearest figure, noun or subject says what they count.

"Two days later the ministry conceded 46. Then 61." "His party claims 30." "238. That is how many were killed."
"""

import re
from itertools import pairwise

from ..figure import CASES, PEOPLE, Context, Figure, Reading, carry_on, unit_of
from ..items import any_count, any_has, any_low
from ..neighbours import low_at
from ..outcomes import LIFE, outcome_in
from ..wordlists import word_set
from .stated import COUNTING, has_place_after, is_counted_in_noun, is_stated, stands_alone

QUIET_PREDICATES = word_set("grammar", "predicates_of_stating")
OTHER_SUBJECTS = ("missing", "disappeared", "displaced")
OF_A_KIND = word_set("groups", "places_of_a_kind")
EMERGING = word_set("grammar", "predicates_of_emerging")
NAME_LISTS = ("names", "surnames", "biographies", "entries")
LIST_OPENERS = (",", "and", "with", "plus", ";", "–", "by")
ENDS = (".", ",", ";", "?")
SMALL = 12  # up to here "twelve came" is of people who came, beyond it of a figure
FEWEST = 3  # the smallest bare number that the subject of the text explains
HEADLINE_LENGTH = 80  # characters of a sentence that is a number alone
UNKNOWN_COUNT = 9  # what "dozens" and the like count as against FEWEST
DAY_REACH = 6  # words between a day and its number
PAIR_REACH = 6  # words of a place and its number
HIGHEST_RESULT = 30  # of a bare range like "6-19" that is a result
RESULT = re.compile("w+nw+n")  # names and numbers of a result
FIGURES_WINDOW = 24  # earlier figures that may lie in the sentences before


def by_headline_number(context: Context):
    """ "238. That is how many people were killed": a number alone is explained by the next sentence.

    Only marks the number; `document.py` resolves it when the next sentence has been seen.
    """
    is_short = context.sentence.end - context.sentence.start <= HEADLINE_LENGTH
    alone = is_short and len(context.items) <= 2 and context.i == 0 and context.head.kind == "none"
    return Reading(None, "headline_number", reason="explained by the next sentence") if alone else None


def by_heading(context: Context):
    """ "DEATHS. Since December we have verified 49.": a bare number counts what the heading of its paragraph names."""
    is_listed = context.head.noun in NAME_LISTS  # "the ledger has 327 entries"
    if not (is_listed or (context.head.kind == "none" and _may_be_bare(context))) or context.in_sentence():
        return None
    if context.predicate.kind not in ("none", "copula", "general"):
        return None
    found = context.frame.heading(context.sentence)
    if found is None or found[0] == "troop_contingents":
        return None
    metric, stage = found
    return Reading(metric, "heading", stage=stage or ("opened" if metric in CASES else ""), unit=unit_of(metric))


def by_topic(context: Context):
    """A bare number that a verb of stating, a place or the start of the sentence ties to what the text speaks of.

    "Two days later the ministry conceded 46. Then 61." "His party claims 30." "It is now 4,404." The nearest figure
    or outcome before it in the paragraph tells what it counts, else the subject of the whole text.
    """
    if not _may_be_bare(context):
        return None
    other = _reason_of_other(context)
    if other:
        return Reading(None, "bare_other", reason=other)
    stated = is_stated(context) or is_counted_in_noun(context)
    if not (stated or _is_tied(context)):
        return None
    evidence = nearest_evidence(context)
    if evidence is not None and not _sums_up_text(context) and not _are_cases_left_behind(context, evidence):
        return _read_evidence(context, evidence)
    is_told = stated or _is_in_list_of_places(context)
    return _read_subject(context) if is_told and context.head.kind == "none" and not context.in_sentence() else None


def _reason_of_other(context):
    """What a bare number is by its shape or subject: "damage was put at 55 million", "(6-19)", "Hawks 6, Bears 1"."""
    before = context.items[: context.i]
    if any_has(before, "damage") and not any(_outcome_noun(item) for item in before):
        return "money"
    if "illion" in context.item.text and context.head.kind == "none":
        return "amount"  # "Aid: 40 million from the World Bank"
    is_result = context.number.style == "digits" and context.number.qualifier == "range" and "-" in context.item.text
    if is_result and context.number.high <= HIGHEST_RESULT:
        return "score"
    return "score" if _is_result_of_two(context) else ""


def _is_result_of_two(context):
    """ "Kestrels 6, Rivermen 1": a sentence of two names with a number each, and nothing else."""
    words = [item for item in context.items if item.low not in (",", ".")]
    shape = "".join("n" if item.is_count else "w" if _is_plain_name(item) else "-" for item in words)
    return RESULT.fullmatch(shape) is not None


def _sums_up_text(context):
    """ "The official figure is 238." opening a paragraph speaks of the subject of the text, not of the last figure."""
    named = context.items[: context.i]
    if context.head.kind != "none" or context.in_sentence() or not any_low(named, COUNTING):
        return False
    is_open = context.opens_paragraph and _size(context) >= FEWEST and not any(_outcome_noun(item) for item in named)
    return is_open and context.frame.subject in PEOPLE


def _are_cases_left_behind(context, evidence):
    """Cases of the paragraph before explain no number that somebody says as a new one opens: people need no noun."""
    is_earlier = isinstance(evidence, Figure) and evidence.metric in CASES and evidence.sentence is not context.sentence
    is_said = context.head.kind == "none" and any_has(context.items[: context.i], "say")
    return is_earlier and is_said and context.opens_paragraph


def _may_be_bare(context):
    """Whether nothing in the number's own words says what it counts."""
    head, predicate = context.head, context.predicate
    if context.is_none or head.addresses or (context.item.low == "one" and head.kind == "none"):
        return False
    if not _has_no_noun(context) or predicate.kind == "context" or context.low_before() == "for":
        return False
    return predicate.kind != "general" or predicate.lemma in QUIET_PREDICATES or is_counted_in_noun(context)


def _has_no_noun(context):
    """No noun follows, or one that says little: a people's name, entries of a list, people after a colon."""
    if context.head.is_bare or context.head.kind == "demonym" or _is_listed_after_colon(context):
        return True
    return context.head.noun in NAME_LISTS and is_stated(context)


def _is_listed_after_colon(context):
    """ "the presenter apologised: eighteen officers and 26 bandits": people named right after a colon."""
    if context.head.kind != "person":
        return False
    if context.low_before() == ":":
        return context.predicate.kind == "none"
    earlier = context.in_sentence()
    return bool(earlier) and earlier[-1].reading.rule == "topic" and context.low_before() == "and"


def _is_tied(context):
    """ "Then 61", "another 26", "139 in Almaty", names after a colon, "By August hundreds were."."""
    if _is_in_list_of_places(context) or _is_of_day(context):
        return True
    if stands_alone(context) or _is_listed_after_colon(context) or has_place_after(context):
        return True
    emerges = context.predicate.lemma in EMERGING and context.count > SMALL and context.head.kind == "none"
    return emerges or _adds_more(context) or _is_elliptic_copula(context)


def _is_of_day(context):
    """ "Friday was the summit, with 1,311; Saturday brought 719": a day as the subject of its clause."""
    if context.head.kind != "none" or context.count <= SMALL:
        return False
    for item in reversed(context.before(DAY_REACH)):
        if item.has("weekday"):
            return True
        if item.is_count or item.has("person", "outcome") or item.low in (";", "."):
            return False
    return False


def _is_in_list_of_places(context):
    """ "Puno 20, Ayacucho ten", "Saturday 719, Sunday 157": names or days with a number each, at least two of them."""
    items, at = context.items, context.i
    if context.head.kind != "none" or not _is_name_before(items, at):
        return False
    beside = (*range(max(at - PAIR_REACH, 0), at), *range(at + 1, min(at + 1 + PAIR_REACH, len(items))))
    return any(items[other].is_count and _is_name_before(items, other) for other in beside)


def _is_name_before(items, at):
    """A name right before a number that a mark closes, opening the sentence or following a mark."""
    name = at - 1
    while name >= max(at - PAIR_REACH, 0) and _is_plain_name(items[name]):
        name -= 1
    is_closed = low_at(items, at + 1) in (",", ";", ".", "and", "")
    return is_closed and name < at - 1 and (name < 0 or items[name].low in (",", ":", ";", "and"))


def _is_plain_name(item):
    return (
        item.is_capitalised
        and item.kind == "word"
        and (not item.senses or item.has("place", "weekday") or item.low in OF_A_KIND)
    )


def _adds_more(context):
    """ "another 26", "with 40 more"."""
    if not context.head.more or context.low_before() == "for":
        return False
    return context.i == 0 or context.low_before() in LIST_OPENERS or context.predicate.kind == "outcome"


def _is_elliptic_copula(context):
    """ "By August hundreds were.": the verb of the sentence before is understood."""
    return context.predicate.kind == "copula" and context.low(context.predicate.at + 1) in ENDS


def nearest_evidence(context):
    """What a bare number counts: a figure of its sentence, else the nearest figure or outcome noun before it.

    Args:
        context: the Context of the number.

    Returns:
        a Figure, a (metric, stage, item) tuple for a noun, or None; a number of something else in between ends the
        search, since nothing carries over it.
    """
    earlier = [f for f in context.in_sentence() if f.metric or f.head.may_be_people]
    if earlier:
        return earlier[-1] if earlier[-1].metric else None
    behind_votes = _behind_votes(context)
    named = (_outcome_noun(item) for item in reversed(context.items[behind_votes : context.i]))
    own = next((found for found in named if found), None)
    if own is None and behind_votes:
        return None  # "a censure needs 218 votes; Democrats have 213"
    return own or _evidence_before(context)


def _behind_votes(context):
    """The position behind the latest votes, seats or goals that the sentence counts, 0 where it counts none."""
    things = (figure for figure in context.in_sentence() if figure.head.senses.get("thing", ("",))[0] == "votes")
    return max((figure.head.at for figure in things), default=0)


def _evidence_before(context):
    """The nearest figure or outcome noun of the sentences before."""
    asked = _asked_before(context)
    if asked is not None:
        return asked
    figures = _figures_by_word(context)
    for row in reversed(context.recent):
        for item in reversed(row):
            figure = figures.get(id(item))
            if figure is not None and figure.metric and context.paragraphs_since(figure) <= 1:
                return _leading(context, context.last(paragraphs=1, sentences=4) or figure)
            noun = _outcome_noun(item)
            if noun:
                return None if _befell_nobody(context, row, noun[0]) else noun
    return context.last(paragraphs=1, sentences=4)


def _befell_nobody(context, row, metric):
    """ "Nobody was hurt. Parents were told and 27 of them came.": a zero explains no number but another zero."""
    zeros = (figure for figure in context.figures if figure.items is row and figure.number.style == "zero")
    return not context.is_none and any(figure.metric == metric for figure in zeros)


def _asked_before(context):
    """ "It is not known how many people died. A post put the number at 164.": what the sentence before asks."""
    asked = _question(context)
    if not asked or context.opens_paragraph or any_count(context.previous):
        return None
    return outcome_in(asked)


def _question(context):
    """The items of the sentence before from "how many" on, none where it asks nothing."""
    items = context.previous
    return items[next((at for at, item in enumerate(items) if item.low == "how many"), len(items)) :]


def _figures_by_word(context):
    """id of an item → the figure whose number or counted noun it is: "450 hurt" is one."""
    found = {}
    for figure in context.figures[-FIGURES_WINDOW:]:
        behind = figure.head.at if figure.head and figure.metric else figure.index + 1
        found |= {id(item): figure for item in figure.items[figure.index : behind]}
    return found


def _leading(context, figure):
    """ "207 dead and 450 hurt. By Monday it was 290": a bare total carries on the death toll of its sentence."""
    if context.head.kind != "none" or figure.metric not in PEOPLE or has_place_after(context):
        return figure
    beside = (other for other in context.figures if other.sentence is figure.sentence and other.metric == "deaths")
    return next(beside, figure)


def _outcome_noun(item):
    """The outcome that a noun names ("arrests", "the wounded"); states such as "in custody" only set the scene."""
    if item.low in OTHER_SUBJECTS:
        return item.low, "", item
    if item.kind != "word" or item.low in LIFE or item.has("office") or not item.has("outcome", "case"):
        return None
    return outcome_in([item])


def _read_evidence(context, evidence):
    """The reading that an earlier figure or a noun gives; a people's name carries on with troops only."""
    names_people = context.head.kind == "demonym"
    if isinstance(evidence, Figure):
        is_date = evidence.metric in CASES and context.low_before() in ("by", "before", "until")
        if is_date or (names_people and evidence.metric != "troop_contingents"):
            return None
        return carry_on(evidence, "topic")
    metric, stage, _ = evidence
    return None if names_people else Reading(metric, "nearest_outcome", stage=stage, unit=unit_of(metric))


def _read_subject(context):
    """A figure that somebody states, in a text about one thing: the thing that the text speaks of most."""
    if context.frame.subject not in PEOPLE or _size(context) < FEWEST or _answers_other(context):
        return None
    return Reading(context.frame.subject, "subject_of_text", unit="people")


def _answers_other(context):
    """ "How many plumbers does it take? Three.": the sentence before asks for the number of something else."""
    asked = _question(context)
    names_noun = len(asked) > 1 and asked[1].kind == "word" and not asked[1].has("be", "aux", "verb")
    return names_noun and outcome_in(asked) is None


def _size(context):
    return context.number.value or context.number.high or UNKNOWN_COUNT


def by_only_outcome(context: Context):
    """A bare number in a sentence that names exactly one outcome: "A taxi driver: forty, all of them dead"."""
    if not context.head.is_bare or context.predicate.kind in ("general", "context") or context.in_sentence():
        return None
    if not (has_place_after(context) or is_stated(context) or _is_summed_up(context)) or _reason_of_other(context):
        return None
    found = _outcome_around(context)
    return Reading(found[0], "only_outcome", stage=found[1], unit=unit_of(found[0])) if found else None


def _sole_outcome(items):
    """The outcome of a row of items, None where it names several: "227 … as wounded people died"."""
    found = [outcome_in([item]) for item in items]
    named = [outcome for outcome in found if outcome and not outcome[2].has("state")]  # "died in isolators"
    return outcome_in(items) if len({metric for metric, _, _ in named}) <= 1 else None


def _without_nouns_of_others(items):
    """The items but the outcomes that later numbers count: "227, and 4,600 wounded" leaves the wounded out."""
    counted = [after for before, after in pairwise(items[1:]) if before.is_count and after.has("outcome")]
    return [item for item in items if not any(item is other for other in counted)]


def _is_summed_up(context):
    """ "forty in all", "forty altogether"."""
    after = context.low(context.i + 1)
    if after == "in":
        return context.low(context.i + 2) in ("all", "total", "number")
    return after in ("altogether", "so far")


def _outcome_around(context):
    """The outcome named before the number, after it, or, where no figure is near, in the sentence before."""
    found = outcome_in(context.items[: context.i])
    if found is None and is_stated(context) and context.last(paragraphs=0, sentences=1) is not None:
        return None  # "The commission had 39, as well as 361 injured" goes on from the sentence before
    found = found or _sole_outcome(_without_nouns_of_others(context.items[context.i :]))
    if found or context.opens_paragraph or context.last(paragraphs=0, sentences=2) is not None:
        return found
    return outcome_in(context.previous)
