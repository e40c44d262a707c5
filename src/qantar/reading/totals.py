"""The count that one would code for a short text about one incident: parts added up, repeated totals not."""

from dataclasses import dataclass

from .background import is_background
from .document import _read_figure
from .figure import PEOPLE
from .items import build_items
from .lexicon import general_phrases
from .singles import BLOW, mark_singles
from .tally import add_up
from .text import read_sentences

SINGLE_RULES = {"verb_object", "predicate", "coordination", "outcome_of", "outcome_noun", "noun_then_predicate", "part", "among_outcome", "apposed_to_outcome", "lost_people", "state_then_number", "verb_then_number"}


def read_incident(text):
    """The figures of a short text, single people included, in order."""
    figures, recent = [], []
    phrases = general_phrases()
    for sentence in read_sentences(text):
        items = mark_singles(build_items(text, sentence, phrases))
        for i, item in enumerate(items):
            if item.kind != "num":
                continue
            figure = _read_figure(sentence, items, i, figures, recent, "")
            if item.number.style == "single" and not _is_accepted(figure):
                continue
            figures.append(figure)
        recent = [*recent[-2:], items]
    return figures


def _is_accepted(figure):
    if "reflexive" in figure.number.words_before and figure.items[figure.index - 1].low in BLOW:
        figure.reading.metric, figure.reading.rule = "deaths", "own_bomb"
    return figure.metric in PEOPLE and figure.reading.rule in SINGLE_RULES | {"own_bomb"}


def text_totals(text, published=None):
    """..."""
    figures = [figure for figure in read_incident(text) if figure.metric in PEOPLE]
    kept = [figure for figure in figures if not is_background(figure, text, published)]
    return {metric: add_up(kept, metric) for metric in PEOPLE}
