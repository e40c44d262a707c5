"""Whether a figure is of the event at all: other years, other named events and disasters are another event's."""

import re
from itertools import groupby

from .dates import find_dates, parse_published, without_counts
from .items import any_has
from .wordlists import any_of, load_file

DISASTER = re.compile(any_of(load_file("status")["disasters"]))  # sought in small letters, which is faster


def fill_scope(figures, text, event, published):
    """Set `event_scope` of every figure that is another event's; disasters are, unless the event is called one.

    Args:
        figures: the figures of the text, in order.
        text: the text.
        event: the parsed event.yml, or None; without its `start` no date tells.
        published: day, month or year of publication, or None.
    """
    start, anchor = parse_published((event or {}).get("start")), parse_published(published)
    is_of_disaster = DISASTER.search((event or {}).get("name", "").lower())
    for sentence, group in groupby(figures, key=lambda figure: figure.sentence):
        is_disaster, own = not is_of_disaster and DISASTER.search(sentence.printed.lower()), list(group)
        for figure in own:
            is_other = is_disaster or any_has(figure.items, "other_event")
            if not is_other and start:
                dates = without_counts(find_dates(text, *_clause(text, figure), anchor), own)
                is_other = _is_before_event(figure, dates, start)
            if is_other:
                figure.event_scope = "other_event"


def _is_before_event(figure, dates, start):
    """True where the date nearest to the figure, of those of its clause, lies more than a month before the event."""
    old = [d for d in dates if _ends_before(d.iso, start)]
    if not old:
        return False
    nearest = min(dates, key=lambda found: _distance(found, figure))
    if nearest in old and not nearest.is_beginning:
        return True
    has_old_before = any(d.start < figure.item.start and not d.is_beginning for d in old)
    return has_old_before and not _has_later_date(dates, old, start)


def _clause(text, figure):
    """The span of the figure's clause: its sentence, cut at semicolons."""
    sentence = figure.sentence
    start = text.rfind(";", sentence.start, figure.item.start) + 1 or sentence.start
    end = text.find(";", figure.item.end, sentence.end)
    return start, end if end >= 0 else sentence.end


def _has_later_date(dates, old, start):
    """True where the clause goes on from an old date to one of the event."""
    first = min(d.start for d in old)
    return any(d.start > first and not _ends_before(d.iso, start) for d in dates)


def _distance(found, figure):
    is_behind = found.start >= figure.item.end
    return found.start - figure.item.end if is_behind else figure.item.start - found.end


def _ends_before(iso, start):
    """True for a year before that of the event, a month before its month, a day more than a month before it."""
    year, *rest = (int(part) for part in iso.split("-"))
    if not rest:
        return year < start.year
    months = (start.year - year) * 12 + start.month - rest[0]
    return months > 1 or (months == 1 and len(rest) == 1)
