"""A text from end to end: sentences → numbers → what each of them counts, or why it counts nothing."""

import re
from collections import Counter
from functools import cached_property

from .figure import PEOPLE, Context, Figure, Reading, count_people, unit_of
from .guesses import drop_guesses
from .headings import find_heading
from .heads import find_head
from .items import Rows
from .lexicon import event_phrases
from .look import Look
from .outcomes import outcome_in
from .predicates import find_predicate
from .rules import read_metric
from .rules.parts import find_parent, find_part_marker
from .rules.things import read_damage
from .search import NONE
from .signals import MISSION, OUTCOME, TROOPS
from .wordlists import any_of, load_file

SUBJECT_SHARE = 0.6  # of all words for outcomes, for a text to be about one of them
SUBJECT_WORDS = 3  # fewer words for outcomes say nothing about the subject of a text
DEATH_WORDS = 2  # words for deaths without which a bare number is no death toll
LETTERHEAD = 2  # paragraphs in which a bulletin names its alliance
RECENT = 3  # sentences before that a rule may look back to
HELD = re.compile(any_of(load_file("grammar")["words_of_detention"]))
RELEASE = re.compile(r"\breleas|\blet\b", re.I)
NO_PART = ("change", "repetition")  # rules whose numbers are a total again, whatever marks a part


def read_figures_of(text, event=None, every_number=True):
    """The number expressions of a text, each as a Figure, with its metric or the reason why it has none.

    Args:
        text: the text; offsets count its code points.
        event: the parsed event.yml, or None.
        every_number: whether the numbers are wanted too that cannot count anything; if not, the sentences that hold
            no other are left out.

    Returns:
        (figures in order of the text, the `Rows` of the text).
    """
    phrases, look = event_phrases(event), None
    if not every_number:
        look = Look(text, phrases)
        if not look.may_hold_figure:
            return [], None
    rows = Rows(text, phrases)
    frame = LazyFrame(rows, (event or {}).get("country", ""))
    if look is not None:
        look.enter(rows)
    figures = _read_rows(rows, frame, look)
    drop_guesses(figures, lambda: _count_outcomes(rows), len(rows))
    return figures, rows


def _read_rows(rows, frame, look):
    """The figures of all sentences, or of those that a Look finds worth reading."""
    figures, before, waiting, settled = [], [], [], 0
    for number in range(1, len(rows) + 1) if look is None else look.sentences_with_numbers():
        _resolve_headline_numbers(waiting, rows)
        if len(before) > settled:  # numbers that count nothing tell other sentences nothing
            before[settled:] = [figure for figure in before[settled:] if figure.metric]
            settled = len(before)
        if look is None or (look.is_worth_reading(number, before) and rows[number].has_count):
            row = rows[number]
            for figure in _figures_of(row, before, rows.before(number, RECENT), frame):
                figures.append(figure)
                if figure.metric or figure.item.is_count:  # a date or a price tells later numbers nothing
                    before.append(figure)
            waiting = [figure for figure in before[settled:] if _is_headline(figure)]
    _resolve_headline_numbers(waiting, rows)
    return figures


def _is_headline(figure):
    return figure.metric is None and figure.reading.rule == "headline_number"


def _figures_of(row, before, recent, frame):
    """The figures of a sentence, given the figures and sentences before it."""
    return (_read_figure(row, i, before, recent, frame) for i, item in enumerate(row.items) if item.kind == "num")


class LazyFrame:
    """A `figure.Frame` of a text, found out once, when a rule asks."""

    def __init__(self, rows, home):
        self.rows, self.home = rows, home
        self.headings = {}  # paragraph → what its heading names
        self.counts, self.counted = Counter(), 0  # of the figures of earlier sentences, which change no more

    def main_metric(self, figures, sentence):
        """See `figure.Frame`; each figure is counted once, however often this is asked in a long text."""
        earlier = self.counted
        while earlier < len(figures) and figures[earlier].sentence is not sentence:
            earlier += 1
        self.counts += count_people(figures[self.counted : earlier])
        self.counted = earlier
        return (self.counts + count_people(figures[earlier:])).most_common(1)[0][0]

    def heading(self, sentence):
        """What the heading of a sentence's paragraph names, see `headings.find_heading`; a paragraph is asked once."""
        if sentence.paragraph not in self.headings:
            self.headings[sentence.paragraph] = find_heading(self.rows, sentence.number)
        return self.headings[sentence.paragraph]

    @cached_property
    def subject(self):
        """The outcome that the text speaks of most, "" where it speaks of none."""
        return _subject_of(self.rows)

    @cached_property
    def speaks_of_detention(self):
        """Whether the text names police, a prison or anybody held, without which "released" means another matter."""
        return HELD.search(self.rows.text.lower()) is not None

    @cached_property
    def alliance(self):
        """The alliance that the letterhead names, for its own bulletins."""
        return _letterhead_alliance(self.rows)


def _subject_of(rows):
    """What a bare total counts in this text, "" where that is open.

    A number without a noun is by convention a death toll, where the text speaks of deaths at least half as often as of
    anything else; otherwise it is what most words of the text name.
    """
    counts = _count_outcomes(rows)
    total = sum(counts.values())
    best, most = max(counts.items(), key=lambda pair: (pair[1], pair[0]), default=("", 0))
    if best != "troop_contingents" and counts["deaths"] >= max(DEATH_WORDS, most / 2):
        return "deaths"
    prevails = total >= SUBJECT_WORDS and most >= SUBJECT_SHARE * total
    return best if prevails and best in (*PEOPLE, "troop_contingents") else ""


def _count_outcomes(rows):
    """metric → how many words of the text name it."""
    counts = Counter()
    for row in rows.telling(OUTCOME | TROOPS | MISSION):
        for item in row.items:
            found = outcome_in([item]) if item.kind == "word" and not item.has("office") else None
            if found:
                counts[found[0]] += 1
            elif item.has("alliance", "troop_unit") or item.low in ("peacekeepers", "peacekeeping"):
                counts["troop_contingents"] += 1
    return counts


def _letterhead_alliance(rows):
    """The alliance that the first lines name, for its own bulletins."""
    head = (row.items for row in rows.opening(LETTERHEAD) if row.told & MISSION)
    return next((item.senses["alliance"] for items in head for item in items if item.has("alliance")), "")


def _read_figure(row, i, figures, recent, frame):
    """The figure of the number at position i, given the figures and sentences before it."""
    sentence, items, item = row.sentence, row.items, row.items[i]
    if item.number.style == "same":
        _repeat_value(item.number, figures)
    if item.number.reason:
        return _read_rejected(sentence, items, i)
    head = find_head(items, i)
    predicate = find_predicate(items, head.at, coordinated=head.kind != "pronoun")
    context = Context(items, i, head, predicate, sentence, figures, recent, frame)
    reading = read_metric(context)
    if reading.stage == "released" and not _was_held(context):
        reading = Reading(None, "release", reason="released, where nobody was held")  # players, records, fish
    if reading.metric and reading.parent is None and reading.rule not in NO_PART and find_part_marker(context):
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


def _was_held(context):
    """Whether a release can be one from detention; "handed over to their parents" is nothing else."""
    if not RELEASE.search(context.sentence.printed):
        return True
    return context.frame.speaks_of_detention or any(figure.metric == "detentions" for figure in context.figures)


def _repeat_value(number, figures):
    """ "the same number": the value and bounds of the figure before."""
    last = next((f.number for f in reversed(figures) if f.metric), None)
    if last is None:
        number.reason = "no number to repeat"
        return
    number.value, number.low, number.high, number.qualifier = last.value, last.low, last.high, last.qualifier


def _read_rejected(sentence, items, i):
    """A number that cannot count people or cases: a year, a price, an age; sums of money may be the cost of damage."""
    item = items[i]
    damage = read_damage(items, i) if item.number.reason == "money" else None
    if damage is not None:
        return Figure(item, i, sentence, items, find_head(items, i), NONE, damage, unit=damage.unit)
    reading = Reading(None, item.number.reason, reason=item.number.reason)
    return Figure(item, i, sentence, items, None, None, reading)


def _resolve_headline_numbers(waiting, rows):
    """Numbers that stood alone in a sentence take the outcome of the sentence after it."""
    following = rows.get(waiting[0].sentence.number + 1) if waiting else None
    found = outcome_in(following.items) if following is not None else None
    while waiting:
        figure = waiting.pop()
        if found:
            metric, stage, _ = found
            figure.reading = Reading(metric, "headline_number", stage=stage, unit=unit_of(metric))
            figure.stage, figure.unit = stage, unit_of(metric)
