"""Numbers that state nothing: suppositions, questions, fiction, the size of rooms, the one who introduces a person."""

from ..figure import Context, Reading
from ..items import any_low
from ..neighbours import governing_at
from ..wordlists import load_file, word_set

CAPACITY = frozenset(load_file("verbs")["capacity"])
FICTION = frozenset(load_file("verbs")["fiction"])
HOLDING = word_set("grammar", "verbs_of_holding")
BEING = word_set("grammar", "words_of_being")
IMAGINING = ("imagine", "suppose")
CONDITIONS = (*IMAGINING, "if", "supposing", "unless")
CAPACITY_REACH = 4  # words between "beds" and "for 500"
FICTION_REACH = 6  # words from the start of a sentence in which "In the film" stands
DOUBLE_REACH = 7  # words after the noun in which "counted twice" stands
COUNTERFACTUAL_REACH = 5  # words between "would have been" and the number


def by_supposition(context: Context):
    """ "If the next massacre costs 500 lives", "Imagine that 40 people died": no claim at all."""
    first = context.low(0)
    if first not in CONDITIONS and (first not in ("even", "what", "as") or context.low(1) != "if"):
        return None
    clause_end = next((at for at, item in enumerate(context.items) if item.low == ","), len(context.items))
    supposed = context.i < clause_end or first in IMAGINING
    return Reading(None, "hypothesis", reason="hypothetical") if supposed else None


def by_question(context: Context):
    """ "Were 300 people killed, as the rumour has it?", "In the film 40 people die": asked or invented."""
    asked_or_invented = _is_question(context) or _is_fiction(context)
    return Reading(None, "no_fact", reason="question or fiction") if asked_or_invented else None


def _is_question(context):
    """Asked, not stated; a "how many" leaves its numbers standing, "Weren't 300 killed?" states them."""
    first = context.items[0]
    return context.items[-1].low == "?" and first.has("be", "aux", "modal") and not first.has("negation")


def _is_fiction(context):
    opening = context.items[: min(FICTION_REACH, context.i)]
    return any(item.low in FICTION and item.text[:1].islower() for item in opening)


def by_capacity(context: Context):
    """ "beds for 500", "cells that hold 40 people", "12 at a time": how many could be, not how many were."""
    holds = context.low_before() in HOLDING and any_low(context.before(CAPACITY_REACH), CAPACITY)
    at_a_time = context.low_after() == "at" and [item.low for item in context.after(3)] == ["at", "a", "time"]
    return Reading(None, "capacity", reason="capacity") if holds or at_a_time else None


def by_counterfactual(context: Context):
    """ "there would have been 500 dead": what did not happen."""
    if not any("would" in item.low or "could" in item.low for item in context.before(COUNTERFACTUAL_REACH)):
        return None
    before = " ".join(context.low_before(steps) for steps in range(COUNTERFACTUAL_REACH, 0, -1))
    counterfactual = "would have been" in before or "could have been" in before
    return Reading(None, "hypothesis", reason="hypothetical") if counterfactual else None


def by_double_count(context: Context):
    """ "saying that seven bodies had been counted twice": what was wrong with a count."""
    words = [item.low for item in context.after(DOUBLE_REACH)]
    is_double = "counted" in words and ("twice" in words or "double" in words)
    return Reading(None, "double_count", reason="counted twice") if is_double else None


def by_interview(context: Context):
    """ "Our monitors met 94 former detainees": whom somebody spoke to is no count of what happened."""
    at = governing_at(context.items, context.i - 1)
    readings = context.items[at].senses.get("verb", ()) if at >= 0 else ()
    is_interview = any(reading["metric"] == "interviewed" for reading in readings)
    return Reading("interviewed", "interview", unit="people") if is_interview else None


def by_whole(context: Context):
    """ "Two of the 94 observers were held": what is said of the part is not said of the whole that it is taken from."""
    if context.head.kind not in ("person", "unknown") or not context.number.is_definite:
        return None
    part = context.in_sentence()[-1:]
    is_taken_from = bool(part) and part[0].index == context.i - 2 and context.low_before() == "of"
    if not is_taken_from or any(f.metric and f.number.value == context.number.value for f in context.figures):
        return None
    return Reading(None, "whole", reason="the whole of a part")


def by_introduction(context: Context):
    """ "He was one of three who got hurt", "One of the detainees, a musician, was": the one introduces a person."""
    counts_among = context.head.partitive or context.head.kind == "pronoun"
    is_detainee = context.head.senses.get("outcome") == "detentions"
    is_described = context.i == 0 and is_detainee and context.predicate.kind == "copula"
    if context.item.low != "one" or not counts_among or not (is_described or context.low_before() in BEING):
        return None
    return Reading(None, "introduction", reason="introduces a person")
