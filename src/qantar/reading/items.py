"""A sentence as a row of items: number expressions, phrases of the lexicon, other words, marks."""

from dataclasses import dataclass, field

from .distractors import find_reason
from .numbers import QUOTES, Number, find_numbers


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
        return any(sense in self.senses for sense in senses)

    @property
    def is_count(self):
        return self.kind == "num" and not self.number.reason


COUNTABLE = ("person", "outcome", "case", "weak_case", "troop", "thing")


def build_items(text, sentence, phrases):
    """The items of a sentence. Quotation marks are dropped: they never change what a number counts.

    Args:
        text: the whole text.
        sentence: a Sentence.
        phrases: the table of phrases of the event.

    Returns:
        list of Item in order; a number expression with its hedges is one item.
    """
    tokens = sentence.tokens
    numbers = {number.outer: number for number in find_numbers(tokens, lambda i: _is_countable(tokens, i, phrases))}
    items, i = [], 0
    while i < len(tokens):
        if i in numbers:
            number = numbers[i]
            number.reason = find_reason(tokens, number)
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
    token = tokens[i]
    if token.text in QUOTES:
        return None, i + 1
    senses, length = phrases.match(tokens, i)
    while length > 1 and any(k in numbers for k in range(i + 1, i + length)):  # a phrase never swallows a number
        length = next(k for k in range(i + 1, i + length) if k in numbers) - i
        senses = phrases.match(tokens[: i + length], i)[0]
        break
    length = max(length, 1)
    start, end = token.start, tokens[i + length - 1].end
    low = " ".join(t.low for t in tokens[i : i + length])
    kind = "word" if token.kind != "p" or senses else "mark"
    return Item(kind, text[start:end], low, start, end, senses), i + length


def _is_countable(tokens, at, phrases):
    """True where a countable noun stands at `at` or after up to two other words."""
    for ahead in range(at, min(at + 3, len(tokens))):
        senses, _ = phrases.match(tokens, ahead)
        if (
            any(sense in senses for sense in ("person", "outcome", "case", "weak_case", "troop"))
            and tokens[ahead].kind == "w"
        ):
            return True
        if tokens[ahead].kind == "p" or any(sense in senses for sense in ("aux", "preposition", "function")):
            return False
    return False
