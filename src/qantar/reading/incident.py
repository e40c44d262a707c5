"""Reading a text about one incident: every figure of deaths, injuries and detentions, single people included."""

from itertools import pairwise

from .figure import PEOPLE, Context, Figure, Reading
from .heads import find_head
from .incident_rules import low_of, reread, words_between
from .items import Row
from .lexicon import general_phrases
from .predicates import find_predicate
from .rules import read_metric
from .rules.parts import find_parent, find_part_marker
from .scan import states_outcome
from .singles import SINGLES, mark_singles
from .text import read_sentences

ANAPHORS = {"they", "them", "their", "bodies", "themselves", "all", "both"}
ACCEPTED = set(SINGLES["accepted"])


def read_incident(text):
    """The figures of a short text that have an outcome, single people as counts of one, in order.

    Sentences without any outcome phrase are left out, unless the next one speaks of the people whom they count.
    """
    figures, recent, skipped = [], [], None
    for sentence in read_sentences(text):
        if not states_outcome(sentence):
            skipped = sentence
            continue
        needed = skipped if skipped is not None and any(token.low in ANAPHORS for token in sentence.tokens) else None
        for read in (needed, sentence) if needed else (sentence,):
            row = Row(read, general_phrases())
            row.items = mark_singles(_with_plain_modifiers(row.items))
            figures += _read_sentence(read, row.items, figures, recent)
            recent = [*recent[-2:], row]
        skipped = None
    return [figure for figure in figures if figure.metric in PEOPLE]


def _with_plain_modifiers(items):
    """The row in which "suspected" of "four suspected Taliban members" is no verb."""
    for at, item in enumerate(items[:-2]):
        verb = items[at + 1]
        if (
            item.is_count
            and verb.has("verb")
            and not verb.has("outcome", "person")
            and verb.low.endswith(("ed", "ing"))
            and _person_follows(items, at + 2)
        ):
            verb.senses = {key: value for key, value in verb.senses.items() if key not in ("verb", "say")}
    return items


def _person_follows(items, at):
    """A noun of people after at most two capitalised or plain words."""
    for item in items[at : at + 3]:
        if item.has("person"):
            return True
        if item.kind != "word" or item.has("verb", "aux", "preposition", "function", "transparent"):
            return False
    return False


def _read_sentence(sentence, items, figures, recent):
    """The figures of one sentence; single people only where an accepted rule gives them an outcome."""
    read, candidates = [], []
    for i, item in enumerate(items):
        if item.kind != "num":
            continue
        figure = _read_number(sentence, items, i, [*figures, *read], recent)
        if item.number.style == "single" and item.number.kind == "plural":
            _count_antecedent(figure, [*figures, *read])
        reread(figure, [f for f in read if f.head is not None])
        candidates.append(figure)
        if _is_accepted(figure):
            read.append(figure)
    _pass_back(candidates)
    return [figure for figure in candidates if _is_accepted(figure)]


def _read_number(sentence, items, i, figures, recent):
    """The figure of one number by the general grammar."""
    item = items[i]
    if item.number.reason:
        return Figure(
            item, i, sentence, items, None, None, Reading(None, item.number.reason, reason=item.number.reason)
        )
    head = find_head(items, i)
    predicate = find_predicate(items, head.at, coordinated=head.kind != "pronoun")
    context = Context(items, i, head, predicate, sentence, figures, recent)
    reading = read_metric(context)
    if reading.metric and reading.parent is None and find_part_marker(context):
        reading.parent = find_parent(context)
    return Figure(
        item, i, sentence, items, head, context.predicate, reading, stage=reading.stage, parent=reading.parent
    )


def _count_antecedent(figure, figures):
    """ "their bodies", "they were shot": as many as the people last counted, where no outcome was said of them."""
    last = next(
        (f for f in reversed(figures) if f.head is not None and f.head.kind == "person" and not f.number.reason), None
    )
    count = last.number.value if last is not None and last.metric not in PEOPLE else None
    number = figure.number
    number.value = number.low = number.high = count
    if not count:
        figure.reading.metric = None
    elif number.names:
        figure.reading.metric, figure.reading.rule = "deaths", "bodies"


def _is_accepted(figure):
    if (
        figure.head is not None and figure.head.kind == "outcome" and figure.head.text.lower() in ("wounds", "burns")
    ) or low_of(figure, figure.index - 1) == "not":
        return False  # "two bullet wounds", "not five"
    if figure.index > 1 and low_of(figure, figure.index - 1) == "of" and figure.items[figure.index - 2].is_count:
        return False  # "three of the seven passengers"
    if _is_named_thing(figure) or (
        figure.number.style == "single"
        and figure.reading.rule == "outcome_of"
        and low_of(figure, figure.index - 2) in ("life", "lives")
    ):
        return False
    return figure.number.style != "single" or (figure.metric in PEOPLE and figure.reading.rule in ACCEPTED)


def _is_named_thing(figure):
    """ "Ward 4", "Village Group 12": the number belongs to a name."""
    before = figure.items[figure.index - 1] if figure.index > 1 else None
    return (
        before is not None
        and figure.number.style == "digits"
        and figure.head is not None
        and figure.head.kind == "none"
        and before.kind == "word"
        and before.text[:1].isupper()
        and not before.senses.keys() & {"outcome", "verb", "preposition"}
        and figure.number.outer == figure.number.first
    )


def _pass_back(candidates):
    """ "He and four others were killed": the first member of a list takes the outcome of the one after it."""
    for figure, following in reversed(list(pairwise(candidates))):
        if (
            figure.head is None
            or following.head is None
            or following.metric not in PEOPLE
            or not following.number.value
            or not _is_open(figure)
        ):
            continue
        between = words_between(figure, following)
        left = _is_left(figure)
        passive = following.reading.rule in ("predicate", "following", "shooting", "main_verb")
        if (passive or left) and between in (
            ["and"],
            [","],
            [",", "and"],
            ["as well as"],
            ["along", "with"],
        ):
            figure.reading.metric, figure.reading.rule = following.metric, "following"


def _is_left(figure):
    """ "left a driver, a guard and a nurse dead": the verb before the list, with no other verb between."""
    for item in reversed(figure.items[max(figure.index - 12, 0) : figure.index]):
        if item.low in ("left", "leaving", "leaves", "leave"):
            return True
        if item.has("verb", "aux", "subordinator"):
            return False
    return False


def _is_open(figure):
    people = figure.head.kind in ("person", "none", "pronoun", "unknown", "demonym")
    return (
        people
        and not figure.number.reason
        and (figure.metric not in PEOPLE or (figure.number.style == "single" and figure.reading.rule not in ACCEPTED))
    )
