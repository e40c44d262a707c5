"""The working record of one number: what it counts and what the text says of it."""

from collections import Counter
from dataclasses import dataclass, field

from .heads import Head
from .items import Item
from .predicates import Predicate
from .text import Sentence

CORE = ("deaths", "injuries", "detentions", "troop_contingents", "criminal_cases", "administrative_cases")
CASES = ("criminal_cases", "administrative_cases")
PEOPLE = ("deaths", "injuries", "detentions")


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
    measure: str = ""
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
        return self.item.number

    @property
    def metric(self):
        return self.reading.metric if self.reading else None

    @property
    def is_core(self):
        return self.metric in CORE

    @property
    def size(self):
        """The largest number that the wording states, for comparing a part with its total."""
        number = self.number
        return max((v for v in (number.value, number.low, number.high) if v is not None), default=0)


@dataclass(slots=True)
class Context:
    """What a rule sees: the sentence as items, the number's place in it, and the figures read so far."""

    items: list
    i: int
    head: Head
    predicate: Predicate
    sentence: Sentence
    figures: list  # all earlier figures of the text, context metrics too
    recent: list = field(default_factory=list)  # the items of the sentences just before, nearest last
    home: str = ""  # the country of the event
    subject: str = ""  # the outcome that the text speaks of most, where it speaks of one
    alliance: str = ""  # the alliance that the letterhead names, for its own bulletins
    text: str = ""

    @property
    def item(self):
        return self.items[self.i]

    @property
    def number(self):
        return self.item.number

    def low(self, at):
        return self.items[at].low if 0 <= at < len(self.items) else ""

    def in_sentence(self):
        """Earlier figures of the same sentence, nearest last."""
        return [f for f in self.figures[-16:] if f.sentence is self.sentence and f.item.is_count]

    def last(self, paragraphs=0, sentences=3):
        """The latest figure with a metric, at most so many paragraphs and sentences back; None where there is none.

        Beyond the paragraph it is the latest of the metric that the text speaks of most.
        """
        found = self._latest(paragraphs, sentences)
        if found is None or found.sentence.paragraph == self.sentence.paragraph or found.metric not in PEOPLE:
            return found
        counts = Counter(figure.metric for figure in self.figures if figure.metric in PEOPLE)
        main = counts.most_common(1)[0][0]
        near = (
            f
            for f in reversed(self.figures[-12:])
            if f.metric == main and self.sentence.number - f.sentence.number <= sentences
        )
        return next(near, found)

    def _latest(self, paragraphs, sentences):
        for figure in reversed(self.figures[-12:]):
            near = self.sentence.paragraph - figure.sentence.paragraph <= paragraphs
            if figure.metric and near and self.sentence.number - figure.sentence.number <= sentences:
                return figure
            if figure.sentence is self.sentence and figure.item.is_count and not figure.metric:
                return None  # a number between counts something else: nothing carries over it
        return None
