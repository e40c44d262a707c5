"""A sentence as a row of items: number expressions, phrases of the lexicon, other words, marks."""

from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

from .distractors import find_reason
from .numbering import find_markers
from .numbers import QUOTES, Number, find_numbers
from .signals import ANY, NUMBER
from .text import Sentence, sentence_spans

COUNTABLE = ("person", "outcome", "case", "weak_case", "troop")
NO_MODIFIERS = ("aux", "preposition", "function")
COUNTABLE_REACH = 3  # tokens in which a countable noun may follow a number word


@dataclass(slots=True)
class Item:
    """One item. `senses` is what the lexicon says of it; `number` is set on number expressions only."""

    kind: str  # num, word, mark
    text: str
    low: str
    start: int
    end: int
    senses: dict = field(default_factory=dict)
    number: Number | None = None

    def has(self, *senses):
        """Whether the lexicon gives the item one of these senses."""
        own = self.senses
        if own:
            for sense in senses:  # a loop is faster than `any`, and this is asked for every word of a text
                if sense in own:
                    return True
        return False

    @property
    def is_count(self):
        """Whether the item is a number that may count something: no year, price or age."""
        return self.kind == "num" and not self.number.reason

    @property
    def is_capitalised(self):
        """Whether the item is printed with a capital, as names are."""
        return self.text[:1].isupper()


class Row:
    """A sentence with its numbers and items, made when they are asked for: most sentences of an archive never are.

    Args:
        sentence: a `text.Sentence`.
        phrases: the table of phrases of the event.
        markers: gives where in the text the numbers stand that open the items of a list, when asked.
        told: `signals` of its words, as far as somebody has looked.
    """

    def __init__(self, sentence, phrases, markers=frozenset, told=ANY):
        self.sentence, self.phrases, self.markers, self.told = sentence, phrases, markers, told

    @cached_property
    def numbers(self):
        """The number expressions of the sentence, with the reasons why some count nothing; markers of a list do not."""
        if not self.told & NUMBER:
            return []
        tokens = self.sentence.tokens
        numbers = find_numbers(tokens, lambda i: _is_countable(tokens, i, self.phrases))
        for number in numbers:
            is_marker = tokens[number.first].start in self.markers()
            number.reason = "list marker" if is_marker else find_reason(tokens, number)
        return numbers

    @property
    def has_count(self):
        """Whether a number may count people or cases, or be a sum of money, which may be the cost of damage."""
        return any(number.reason in ("", "money") for number in self.numbers)

    @cached_property
    def items(self):
        """The items of the sentence."""
        return build_items(self.sentence, self.numbers, self.phrases)


class Rows:
    """The sentences of a text by their 1-based number, each made when it is asked for.

    Args:
        text: the text.
        phrases: the table of phrases of the event.

    Attributes:
        spans: (paragraph, start, end) of each sentence.
        told: `signals` of each sentence, as far as somebody has looked.

    >>> from .lexicon import general_phrases
    >>> rows = Rows("Two died. One fled.", general_phrases())
    >>> len(rows), rows[2].sentence.printed, rows.get(3)
    (2, ' One fled.', None)
    """

    def __init__(self, text, phrases):
        self.text, self.phrases = text, phrases
        self.spans, self._made = list(sentence_spans(text)), {}
        self.told = [ANY] * len(self.spans)

    def __len__(self):
        return len(self.spans)

    @cached_property
    def _markers(self):
        return find_markers(self.text)

    def __getitem__(self, number):
        row = self._made.get(number)
        if row is None:
            paragraph, start, end = self.spans[number - 1]
            sentence = Sentence(paragraph, number, start, end, self.text)
            row = self._made[number] = Row(sentence, self.phrases, lambda: self._markers, self.told[number - 1])
        return row

    def get(self, number):
        """The Row of a number, None beyond the ends of the text."""
        return self[number] if 0 < number <= len(self.spans) else None

    def values(self):
        """All rows in order."""
        return (self[number] for number in range(1, len(self.spans) + 1))

    def telling(self, signals):
        """The rows in which a word may tell one of some `signals`, in order."""
        return (self[number] for number, told in enumerate(self.told, 1) if told & signals)

    def before(self, number, count):
        """The rows of so many sentences before a sentence, the nearest last."""
        return [self[earlier] for earlier in range(max(number - count, 1), number)]

    def opening(self, paragraphs):
        """The rows of the first paragraphs."""
        return list(takewhile(lambda row: row.sentence.paragraph <= paragraphs, self.values()))


def any_low(items, words):
    """Whether one of the items is one of the words."""
    return any(item.low in words for item in items)


def any_has(items, *senses):
    """Whether one of the items has one of the senses."""
    return any(item.has(*senses) for item in items)


def any_count(items):
    """Whether one of the items is a number that counts."""
    return any(item.is_count for item in items)


def build_items(sentence, numbers, phrases):
    """The items of a sentence. Quotation marks are dropped: they never change what a number counts.

    Args:
        sentence: a `text.Sentence`.
        numbers: its number expressions.
        phrases: the table of phrases of the event.

    Returns:
        list of Item in order; a number expression with its hedges is one item.
    """
    text, tokens = sentence.text, sentence.tokens
    numbers = {number.outer: number for number in numbers}
    items, i = [], 0
    while i < len(tokens):
        if i in numbers:
            number = numbers[i]
            items.append(_number_item(text, tokens, number))
            i = number.beyond
            continue
        item, i = _next_item(text, tokens, i, phrases, numbers)
        if item:
            items.append(item)
    return items


def _number_item(text, tokens, number):
    start, end = tokens[number.first].start, tokens[number.after - 1].end
    return Item("num", text[start:end], text[start:end].lower(), start, end, {}, number)


def _next_item(text, tokens, i, phrases, numbers):
    """The phrase, word or mark at token i, and the token after it; no item for a quotation mark."""
    printed, low, token_kind, start, end = tokens[i]
    if token_kind == "p" and printed in QUOTES:
        return None, i + 1
    senses, length = phrases.match(tokens, i)
    kind = "word" if senses or token_kind != "p" else "mark"
    if length <= 1:
        return Item(kind, printed, low, start, end, senses), i + 1
    number = next((k for k in range(i + 1, i + length) if k in numbers), None)
    if number is not None:  # a phrase never swallows a number
        senses, length = phrases.match(tokens[:number], i)[0], number - i
        kind = "word" if senses or token_kind != "p" else "mark"
    end = tokens[i + length - 1].end
    low = " ".join(t.low for t in tokens[i : i + length])
    return Item(kind, text[start:end], low, start, end, senses), i + length


def _is_countable(tokens, at, phrases):
    """True where a countable noun stands at `at` or after up to two other words."""
    for ahead in range(at, min(at + COUNTABLE_REACH, len(tokens))):
        senses, _ = phrases.match(tokens, ahead)
        if tokens[ahead].kind == "w" and not senses.keys().isdisjoint(COUNTABLE):
            return True
        if tokens[ahead].kind == "p" or not senses.keys().isdisjoint(NO_MODIFIERS):
            return False
    return False
