"""Figures of a short text that are not about its incident: other days, other attacks, aims, accusations, denials."""

import re

from .lexicon import load_file
from .neighbours import governing_at

CUES = load_file("background")
YEAR = r"(?:19|20)\d\d"
MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"


def _any_of(name, frame):
    """The expressions of one list as a pattern; `frame` says where they may stand."""
    parts = "|".join(part.replace("MONTH", MONTH).replace("YEAR", YEAR) for part in CUES[name])
    return re.compile(frame.replace("PARTS", f"(?:{parts})"), re.I)


PERIOD = _any_of("period", r"\bPARTS\b")
ELSEWHERE = _any_of("elsewhere", r"\bPARTS\b[^,;.]*$")
ONE_OF = _any_of("one_of", r"\bPARTS")
OTHER = _any_of("other", r"^\W*PARTS\b")
SEPARATE = _any_of("separate", r"^\W*PARTS\b")
REFUSED = _any_of("refused", r"\bPARTS\b")
FIRST = _any_of("first", r"\bPARTS\b")
CORRECTED = _any_of("corrected", r"\bPARTS\b")
SURVIVED = _any_of("survived", r"\bPARTS\b")
DATED = re.compile(
    r"\b(?:in|of|during|since|until|from|between) (?:the )?(?:(?:early|late|mid)[ -])?"
    rf"(?:{MONTH}(?: \d\d?,)? )?({YEAR})\b",
    re.I,
)


def is_background(figure, text, published=None):
    """Whether a figure is about something else than the incident of the text.

    Args:
        figure: a Figure with a metric.
        text: the whole text.
        published: date of the text (its year tells which other years are past), or None.
    """
    if figure.predicate is not None and (figure.predicate.negated or figure.predicate.hypothetical):
        return True
    before = text[figure.sentence.start : figure.item.start]
    sentence = text[figure.sentence.start : figure.sentence.end]
    return (
        _is_of_other_event(figure, sentence, before)
        or _is_put_right(before, sentence)
        or _is_undone(figure)
        or _is_of_another_year(sentence, published)
    )


def lives_on(figure, text):
    """Whether the text says that somebody who was shot survived.

    Args:
        figure: a Figure with a metric.
        text: the whole text.
    """
    return figure.reading.rule == "shooting" and bool(SURVIVED.search(text, figure.item.end))


def _is_of_other_event(figure, sentence, before):
    if any(pattern.search(sentence) for pattern in (PERIOD, OTHER, REFUSED)):
        return True
    later = figure.sentence.number > 1 and SEPARATE.search(sentence)
    return bool(later or ONE_OF.search(before) or ELSEWHERE.search(before))


def _is_put_right(before, sentence):
    """ "Initial reports said five, but later the toll was put at three": the five is no more said."""
    return bool(FIRST.search(before) and not CORRECTED.search(before) and CORRECTED.search(sentence))


def _is_undone(figure):
    """ "did not injure the guards", "without wounding a guard"."""
    at = governing_at(figure.items, figure.index - 1)
    before = figure.items[max(at - 3, 0) : max(at, 0)]
    governs = at >= 0 and figure.items[at].has("verb") and figure.reading.rule in ("verb_object", "object", "shooting")
    return governs and any(item.has("negation") or item.low in ("without", "n't") for item in before)


def _is_of_another_year(sentence, published):
    year = int(str(published)[:4]) if published and str(published)[:4].isdigit() else None
    return year is not None and any(int(found) != year for found in DATED.findall(sentence))
