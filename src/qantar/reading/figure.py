"""The working record of one number: what it counts and what the text says of it."""

from collections import Counter
from dataclasses import dataclass, field

from .heads import Head
from .items import Item
from .neighbours import low_at
from .outcomes import PEOPLE
from .search import Predicate
from .text import Sentence

CASES = ("criminal_cases", "administrative_cases")
CORE = (*PEOPLE, "troop_contingents", *CASES)
SENTENCE_WINDOW = 16  # earlier figures looked at for those of the same sentence
TEXT_WINDOW = 12  # earlier figures looked at for the one that a number carries on


def unit_of(metric):
    """What a metric counts: "cases" or "people".

    >>> unit_of("criminal_cases"), unit_of("deaths")
    ('cases', 'people')
    """
    return "cases" if metric in CASES else "people"


@dataclass(slots=True)
class Reading:
    """What a rule makes of a number: a metric, or the reason why there is none."""

    metric: str | None
    rule: str
    reason: str = ""
    stage: str = ""
    group: str = ""
    detail: str = ""
    unit: str = ""
    parent: "Figure | None" = None
    twin: "Figure | None" = None  # an earlier figure that this one repeats or continues


@dataclass(slots=True, eq=False)
class Figure:
    """One number expression in its sentence, with the slots that are filled step by step."""

    item: Item
    index: int  # position among the items of the sentence
    sentence: Sentence
    items: list
    head: Head
    predicate: Predicate
    reading: Reading | None = None
    group: str = ""
    group_text: str = ""
    detail: str = ""
    stage: str = ""
    unit: str = ""
    status: str = "asserted"
    claimant_type: str = ""
    claimant_text: str = ""
    via: str = ""
    as_of: str = ""
    as_of_basis: str = ""
    place: str = ""
    event_scope: str = "in_event"
    parent: "Figure | None" = None
    marks: set = field(default_factory=set)

    @property
    def number(self):
        """The number expression: value, bounds, qualifier, style."""
        return self.item.number

    @property
    def metric(self):
        """What the figure counts, None where no rule says."""
        return self.reading.metric if self.reading else None

    @property
    def size(self):
        """The largest number that the wording states, for comparing a part with its total."""
        number = self.number
        return max((v for v in (number.value, number.low, number.high) if v is not None), default=0)


def walk(rows, figures):
    """The sentences of a text up to the last one with a figure, each with its figures: (Row, list of Figure).

    Args:
        rows: the `items.Rows` of the text.
        figures: the figures of the text, in order.
    """
    by_sentence = {}
    for figure in figures:
        by_sentence.setdefault(figure.sentence.number, []).append(figure)
    last = max(by_sentence, default=0)
    for number in range(1, last + 1):
        yield rows[number], by_sentence.get(number, ())


def carry_on(previous, rule, parent=None, twin=None):
    """The reading of a number that carries on from an earlier figure: same metric, stage and unit.

    The detail (a charge, a country) is carried too; only a part keeps nothing but the country of its troops.

    Args:
        previous: the earlier Figure.
        rule: the name of the rule that found it.
        parent: the total that the number is a part of.
        twin: the figure that the number repeats or replaces.
    """
    if previous.metric is None:
        return Reading(None, rule, reason=previous.reading.reason if previous.reading else "no predicate")
    keeps_detail = rule != "part" or previous.metric == "troop_contingents"
    return Reading(
        previous.metric,
        rule,
        stage=previous.stage,
        unit=previous.unit,
        detail=previous.detail if keeps_detail else "",
        parent=parent,
        twin=twin,
    )


@dataclass(frozen=True)
class Frame:
    """What a rule may ask of the whole text."""

    home: str = ""  # the country of the event
    subject: str = ""  # the outcome that the text speaks of most, where it speaks of one
    alliance: str = ""  # the alliance that the letterhead names, for its own bulletins
    speaks_of_detention: bool = True  # whether the text names police, a prison or anybody held

    def heading(self, sentence):
        """(metric, stage) that the heading of a sentence's paragraph names, or None."""
        return None

    def main_metric(self, figures, sentence):
        """Which of deaths, injuries and detentions most figures count, the first of them where several are as many.

        Args:
            figures: the figures so far, one of them of these metrics at least.
            sentence: the sentence that is being read.
        """
        return count_people(figures).most_common(1)[0][0]


def count_people(figures):
    """metric → how many figures count it, of the metrics of people."""
    return Counter(figure.metric for figure in figures if figure.metric in PEOPLE)


@dataclass(slots=True)
class Context:
    """What a rule sees: the sentence as items, the number's place in it, and the figures read so far."""

    items: list
    i: int
    head: Head
    predicate: Predicate
    sentence: Sentence
    figures: list  # all earlier figures of the text, context metrics too
    rows: list = field(default_factory=list)  # the sentences just before, nearest last
    frame: Frame = Frame()

    @property
    def recent(self):
        """The items of the sentences just before, nearest last."""
        return [row.items for row in self.rows]

    @property
    def previous(self):
        """The items of the sentence just before, none at the start of a text."""
        return self.rows[-1].items if self.rows else []

    @property
    def opens_paragraph(self):
        """Whether the sentence is the first of its paragraph."""
        return not self.rows or self.rows[-1].sentence.paragraph != self.sentence.paragraph

    @property
    def item(self):
        """The number's item."""
        return self.items[self.i]

    @property
    def number(self):
        """The number expression: value, bounds, qualifier, style."""
        return self.item.number

    @property
    def count(self):
        """The value where one is stated, else 0: for asking whether a number is large."""
        return self.number.value or 0

    @property
    def is_none(self):
        """Whether the number is a zero in words: "nobody", "no arrests"."""
        return self.number.style == "zero"

    def low(self, at):
        """The item at a position in lower case, "" outside the sentence."""
        return low_at(self.items, at)

    def low_before(self, steps=1):
        """The word so many steps before the number, in lower case."""
        return low_at(self.items, self.i - steps)

    def low_after(self, steps=0):
        """The word after the counted noun, or so many steps behind it, in lower case."""
        return low_at(self.items, self.head.at + steps)

    def before(self, reach):
        """The items before the number, at most so many, in order of the text."""
        return self.items[max(self.i - reach, 0) : self.i]

    def after(self, reach):
        """The items after the counted noun, at most so many."""
        return self.items[self.head.at : self.head.at + reach]

    def in_sentence(self):
        """Earlier figures of the same sentence, nearest last."""
        return [f for f in self.figures[-SENTENCE_WINDOW:] if f.sentence is self.sentence and f.item.is_count]

    def last(self, paragraphs=0, sentences=3):
        """The latest figure with a metric, at most so many paragraphs and sentences back; None where there is none.

        Beyond the paragraph it is the latest of the metric that the text speaks of most.
        """
        found = self._latest(paragraphs, sentences)
        if found is None or found.sentence.paragraph == self.sentence.paragraph or found.metric not in PEOPLE:
            return found
        main = self.frame.main_metric(self.figures, self.sentence)
        earlier = reversed(self.figures[-TEXT_WINDOW:])
        near = (f for f in earlier if f.metric == main and self._sentences_since(f) <= sentences)
        return next(near, found)

    def _latest(self, paragraphs, sentences):
        for figure in reversed(self.figures[-TEXT_WINDOW:]):
            near = self.paragraphs_since(figure) <= paragraphs and self._sentences_since(figure) <= sentences
            if figure.metric and near:
                return figure
            is_of_things = self.head.kind == "pronoun" and figure.head is not None and figure.head.kind == "thing"
            if figure.sentence is self.sentence and figure.item.is_count and not figure.metric and not is_of_things:
                return None  # a number between counts something else: nothing carries over it, but "43 of them"
        return None

    def paragraphs_since(self, figure):
        """How many paragraphs lie between a figure and the number."""
        return self.sentence.paragraph - figure.sentence.paragraph

    def _sentences_since(self, figure):
        return self.sentence.number - figure.sentence.number
