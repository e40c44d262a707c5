"""A text from end to end: sentences → numbers → what they count → who says so, when, where → claims and rejects."""

import re
from collections import Counter

from .figure import CORE, PEOPLE, Context, Figure, Reading
from .heads import find_head
from .items import build_items
from .lexicon import event_phrases
from .predicates import NONE, find_predicate
from .rules import read_metric
from .rules.ellipsis import find_parent, find_part_marker
from .rules.frames import outcome_in
from .rules.others import read_damage
from .text import read_sentences


def read_figures_of(text, event=None):
    """Every number expression of a text as a Figure, with its metric or the reason why it has none.

    Args:
        text: the text; offsets count its code points.
        event: the parsed event.yml, or None.

    Returns:
        (figures in order of the text, the sentences' items by sentence number).
    """
    phrases = event_phrases(event)
    home = (event or {}).get("country", "")
    rows = {sentence.number: (sentence, build_items(text, sentence, phrases)) for sentence in read_sentences(text)}
    frame = {"home": home, "alliance": _letterhead_alliance(rows), "subject": _subject_of(rows)}
    figures, waiting, recent, markers = [], [], [], _list_markers(text)
    for sentence, items in rows.values():
        _resolve_headline_numbers(waiting, items)
        for i, item in enumerate(items):
            if item.kind != "num":
                continue
            if item.start in markers:
                item.number.reason = "list marker"
            if item.number.style == "same":
                _repeat_value(item.number, figures)
            figure = _read_figure(sentence, items, i, figures, recent, frame)
            figures.append(figure)
            _complete_total(figure, figures)
            if figure.reading.rule == "headline_number":
                waiting.append(figure)
        recent = [*recent[-2:], items]
    return figures, rows


SUBJECT_SHARE = 0.6  # of all words for outcomes, for a text to be about one of them


def _subject_of(rows):
    """What a bare total counts in this text, "" where that is open.

    A number without a noun is by convention a death toll, where the text speaks of deaths at least half as often as of
    anything else; otherwise it is what most words of the text name.
    """
    counts = _count_outcomes(rows)
    total = sum(counts.values())
    best, most = max(counts.items(), key=lambda pair: (pair[1], pair[0]), default=("", 0))
    if best != "troop_contingents" and counts["deaths"] >= max(2, most / 2):
        return "deaths"
    return best if total >= 3 and most >= SUBJECT_SHARE * total and best in (*PEOPLE, "troop_contingents") else ""


def _count_outcomes(rows):
    """metric → how many words of the text name it."""
    counts = Counter()
    for _, items in rows.values():
        for item in items:
            found = outcome_in([item]) if item.kind == "word" and not item.has("office") else None
            if found:
                counts[found[0]] += 1
            elif item.has("alliance", "troop_unit") or item.low in ("peacekeepers", "peacekeeping"):
                counts["troop_contingents"] += 1
    return counts


def _letterhead_alliance(rows):
    """The alliance that the first lines name, for its own bulletins."""
    head = (items for sentence, items in rows.values() if sentence.paragraph <= LETTERHEAD)
    return next((item.senses["alliance"] for items in head for item in items if item.has("alliance")), "")


LETTERHEAD = 2  # paragraphs in which a bulletin names its alliance
NUMBERED_LINE = re.compile(r"^[ \t]*(\d{1,2})[.)][ \t]", re.M)


def _list_markers(text):
    """Starts of the numbers that open the lines of a numbered list: two that follow each other make one."""
    found = {int(match.group(1)): match.start(1) for match in NUMBERED_LINE.finditer(text)}
    return {start for value, start in found.items() if value - 1 in found or value + 1 in found}


def _repeat_value(number, figures):
    """ "the same number": the value and bounds of the figure before."""
    last = next((f for f in reversed(figures) if f.metric), None)
    if last is None:
        number.reason = "no number to repeat"
    else:
        number.value, number.low, number.high, number.qualifier = (
            last.number.value,
            last.number.low,
            last.number.high,
            last.number.qualifier,
        )


def _read_figure(sentence, items, i, figures, recent, frame):
    item = items[i]
    if item.number.reason == "money":
        damage = read_damage(items, i)
        if damage is not None:
            return Figure(item, i, sentence, items, find_head(items, i), NONE, damage, unit=damage.unit)
    if item.number.reason:
        return Figure(
            item, i, sentence, items, None, None, Reading(None, item.number.reason, reason=item.number.reason)
        )
    head = find_head(items, i)
    predicate = find_predicate(items, head.at, coordinated=head.kind != "pronoun")
    context = Context(items, i, head, predicate, sentence, figures, recent, **frame)
    reading = read_metric(context)
    if (
        reading.metric
        and reading.parent is None
        and reading.rule not in ("change", "repetition")
        and find_part_marker(context)
    ):
        reading.parent = find_parent(context)
    return Figure(
        item,
        i,
        sentence,
        items,
        head,
        context.predicate,
        reading,
        stage=reading.stage,
        detail=reading.detail,
        unit=reading.unit or "people",
        group=reading.group,
        parent=reading.parent,
    )


def _complete_total(part, figures):
    """ "Of the 238 on the list, six died": the total takes the metric of its part, where it has none of its own."""
    if not part.metric or part.reading.rule in ("repetition", "topic"):
        return
    for total in figures[-4:-1]:
        opens = (
            total.sentence is part.sentence
            and total.index <= 2
            and total.items[0].low in ("of", "among", "out of", "from")
        )
        if (
            opens
            and total.reading.rule == "none"
            and total.head.kind in ("person", "none", "unknown")
            and part.head.kind in ("none", "person", "pronoun")
        ):
            if total.head.kind != "unknown" and part.metric in CORE and "total_waits" in total.marks:
                total.reading = Reading(part.metric, "total_of_part", stage="", unit=part.unit)
                total.unit, part.parent = part.unit, total


def _resolve_headline_numbers(waiting, items):
    """A number that stood alone takes the outcome of the sentence after it."""
    while waiting:
        figure = waiting.pop()
        found = outcome_in(items)
        if found:
            metric, stage, _ = found
            unit = "cases" if metric in CORE[4:] else "people"
            figure.reading = Reading(metric, "headline_number", stage=stage, unit=unit)
            figure.stage, figure.unit = stage, unit
