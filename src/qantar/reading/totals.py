"""The plain doors: the figures of any text, and the counts that one would code for a text about one incident."""

import re

from .background import is_background, lives_on
from .figure import PEOPLE
from .incident import read_incident
from .links import link_parts
from .rows import read_document
from .tally import totals_of

GLUED = re.compile(r"([a-z)\]][.?!])(?=[A-Z][a-z])")  # "were hurt.This": a full stop without its space
LISTED = ("coordination", "object_list", "following", "part", "including")


def read_figures(text, published=None, event=None):
    """The figures that a text states, with who says so, when, where and how firmly.

    Args:
        text: the text, one paragraph to a line.
        published: day, month or year of publication (`2022-01-15`, `2022-01`, `2022`), for relative dates; or None.
        event: the parsed event.yml as a dict, or None.

    Returns:
        list of claims in order of position: dicts with the columns of claims.csv that a reader can know. Counts are
        whole numbers; `None` is a bound that the wording leaves open.

    Raises:
        TypeError: where `text` is no str.

    >>> [(c["metric"], c["value"], c["qualifier"]) for c in read_figures("At least 12 people were killed and 40 hurt.")]
    [('deaths', 12, 'at_least'), ('injuries', 40, 'exact')]
    """
    return read_document(_text(text), published=published, event=event)[0]


def text_totals(text, published=None):
    """The dead, injured and detained that one would code for a short text about one incident.

    Parts of the incident are added up and repeated totals are not; single people without a number count as one, a
    part of a total adds nothing, attackers count like everybody else. A bound counts as its number ("at least 30" as
    30), a range as its lower end, a vague word ("dozens") not at all. Left out are figures of other events and times,
    aims, accusations and denied claims.

    Args:
        text: the text.
        published: date of the text or incident; its year tells which other years are past. Or None.

    Returns:
        dict of `deaths`, `injuries` and `detentions`: number of people, 0 where the text says that there were none,
        None where it states no number.

    Raises:
        TypeError: where `text` is no str.

    >>> text_totals("A guard and two of his friends were killed; a bomb wounded at least five passers-by.")
    {'deaths': 3, 'injuries': 5, 'detentions': None}
    >>> text_totals("Six miners were killed, among them a boy. More than 90 have died in such accidents since 2004.")
    {'deaths': 6, 'injuries': None, 'detentions': None}
    >>> text_totals("Nobody was hurt, and police arrested the driver.")
    {'deaths': None, 'injuries': 0, 'detentions': 1}
    """
    text = GLUED.sub(r"\1 ", _text(text))
    figures = _without_background(read_incident(text), text, published)
    link_parts(figures)
    return totals_of(figures, PEOPLE)


def _text(text):
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {type(text).__name__}")
    return text


def _without_background(figures, text, published):
    """The figures about the incident; a list goes out with its first member."""
    kept, left_out = [], None
    for figure in figures:
        listed = left_out is not None and figure.sentence is left_out.sentence and figure.reading.rule in LISTED
        if figure.stage == "released":
            continue
        if listed or is_background(figure, text, published):
            left_out = figure
        else:
            if lives_on(figure, text):
                figure.reading.metric = "injuries"
            kept.append(figure)
    return kept
