"""Reading a text about one incident: every figure of deaths, injuries and detentions, single people included."""

from .document import _read_figure
from .figure import PEOPLE
from .items import build_items
from .lexicon import general_phrases
from .predicates import outcome_readings
from .singles import BLOW, mark_singles
from .text import read_sentences

ACCEPTED = {
    "verb_object", "predicate", "coordination", "outcome_of", "outcome_noun", "noun_then_predicate", "part", "lost_people",
    "among_outcome", "apposed_to_outcome", "verb_then_number", "own_bomb", "object_list", "past_relative", "shot",
}  # fmt: skip


def read_incident(text):
    """The figures of a short text that have an outcome, single people as counts of one, in order."""
    figures, recent = [], []
    for sentence in read_sentences(text):
        items = mark_singles(build_items(text, sentence, general_phrases()))
        for i, item in enumerate(items):
            if item.kind == "num":
                figure = _read_figure(sentence, items, i, figures, recent, "")
                _reread(figure, figures)
                if item.number.style != "single" or figure.metric in PEOPLE and figure.reading.rule in ACCEPTED:
                    figures.append(figure)
        recent = [*recent[-2:], items]
    return [figure for figure in figures if figure.metric in PEOPLE]


def _reread(figure, figures):
    """Readings that only a text about one incident allows, and those that the general grammar leaves open."""
    if figure.head is None or figure.head.kind in ("thing", "unit", "case", "weak_case"):
        return
    for rule in (_by_own_bomb, _by_object_list, _by_object, _by_past_relative, _by_shooting):
        metric = rule(figure, figures)
        if metric:
            figure.reading.metric, figure.reading.rule = metric, rule.__name__.removeprefix("_by_")
            return


def _by_own_bomb(figure, figures):
    """"blew himself up"."""
    reflexive = figure.number.style == "single" and figure.number.kind == "reflexive"
    return "deaths" if reflexive and _low(figure, figure.index - 1) in BLOW else None


def _low(figure, at):
    return figure.items[at].low if 0 <= at < len(figure.items) else ""


def _by_object_list(figure, figures):
    """"killed a guard, two clerks and a customer and injured five": the list goes on behind the verb."""
    previous = figures[-1] if figures and figures[-1].sentence is figure.sentence else None
    if previous is None or previous.reading.rule not in ("verb_object", "object_list", "object", "outcome_of", "own_bomb") or _is_passive(figure):
        return None
    between = [item.low for item in figure.items[previous.head.at : figure.index]]
    return previous.metric if between in ([","], ["and"], [",", "and"], ["as well as"], ["along", "with"], ["and", "also"]) else None


def _is_passive(figure):
    predicate = figure.predicate
    return predicate.kind == "outcome" and any(item.has("be") for item in figure.items[figure.head.at : predicate.at + 1])


def _by_object(figure, figures):
    """"causing damage and killing one", where the general grammar takes the participle for a noun."""
    if figure.metric:
        return None
    readings = outcome_readings(figure.items[figure.index - 1], ("patient",), ("ing",)) if figure.index else []
    return readings[0]["metric"] if readings else None


def _by_past_relative(figure, figures):
    """"The two who were planting the bomb were killed": the main verb behind a relative clause."""
    if figure.metric or _low(figure, figure.head.at) not in ("who", "that", "which"):
        return None
    for at in range(figure.head.at + 2, len(figure.items)):
        item = figure.items[at]
        if item.is_count or item.has("subordinator") and item.low != "that":
            return None
        if item.has("be") and at > figure.head.at + 2:
            after = next((other for other in figure.items[at + 1 : at + 4] if not other.has("transparent", "be")), None)
            readings = outcome_readings(after, ("patient",), ("past", "part")) if after else []
            if readings:
                return readings[0]["metric"]
    return None


def _by_shooting(figure, figures):
    """"was shot", "shot the mayor": deadly, unless more is said (see tally)."""
    if figure.metric:
        return None
    before = _low(figure, figure.index - 1)
    if before in ("shot", "shooting") and _low(figure, figure.index - 2) not in ("was", "were", "been", "a", "the", "of"):
        return "deaths"
    be = False
    for item in figure.items[figure.head.at : figure.head.at + 12]:
        if be and item.low == "shot":
            return "deaths"
        if item.is_count or item.has("subordinator") or item.low in (";", "and"):
            return None
        be = item.has("be") or be and item.has("transparent", "be")
    return None
