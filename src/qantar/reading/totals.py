"""The count that one would code for a short text about one incident: parts added up, repeated totals not."""

import re

from .background import is_background
from .figure import PEOPLE
from .incident import read_incident
from .links import link_parts
from .tally import totals_of

GLUED = re.compile(r"([a-z)\]][.?!])(?=[A-Z][a-z])")  # "were hurt.This": a full stop without its space


def text_totals(text, published=None):
    """..."""
    text = GLUED.sub(r"\1 ", text)
    figures = _without_background(read_incident(text), text, published)
    link_parts(figures)
    return totals_of(figures, PEOPLE)


def _without_background(figures, text, published):
    """The figures about the incident; a list goes out with its first member."""
    kept, left_out = [], None
    for figure in figures:
        listed = (
            left_out is not None
            and figure.sentence is left_out.sentence
            and figure.reading.rule in ("coordination", "object_list", "following", "part", "including")
        )
        if figure.stage == "released":
            continue
        if listed or is_background(figure, text, published):
            left_out = figure
        else:
            kept.append(figure)
    return kept
