"""The count that one would code for a short text about one incident: parts added up, repeated totals not."""

from .background import is_background
from .figure import PEOPLE
from .incident import read_incident
from .links import link_parts
from .tally import add_up


def text_totals(text, published=None):
    """..."""
    figures = [figure for figure in read_incident(text) if not is_background(figure, text, published)]
    link_parts(figures)
    return {metric: add_up(figures, metric) for metric in PEOPLE}
