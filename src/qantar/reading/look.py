"""The first look at a text: which sentences can hold a figure. The grammar reads those only.

All words and phrases come from the lexicons, by sense, and from the lists of the rules. The look promises a superset:
a sentence that it passes need not hold a figure, one that it leaves out holds none, so the claims are the same.
"""

import re
from functools import cached_property
from itertools import pairwise

from .governing import MARKS, is_number_stated
from .headings import heading_before
from .measures import SIGNS
from .numerals import NUMBERS, SMALL
from .quiet import COUNT, MONEY, may_count
from .rules import bare, stated
from .signals import COUNTABLE, LINK, MISSION, NO, NOUN, NUMBER, OUTCOME, SENDING, STATED, TELLING, TROOPS, WORDS
from .telling import WORD, find_telling, lower
from .text import DIGITS

SUBJECT_OUTCOMES, SUBJECT_TROOPS = 2, 2  # words that a text must hold to be about an outcome, or about a contingent
LONGEST_COUNTRY = 48  # characters of a sentence that is the name of a country
FARTHEST = 4  # sentences after a figure in which a number may carry on from it
DIGIT_RUN = re.compile(DIGITS)
SCALED = re.compile(rf"\d\s?(?:{'|'.join(NUMBERS['suffixes'])})\b", re.I)  # "2k", "2 bn"
MARKED = re.compile(  # "eight by her information", "the latest, 51"
    rf"\bby\W+(?:{'|'.join(stated.BEARERS)})\b|\b(?:{'|'.join(stated.SUPERLATIVES)})\W*,", re.I
)
NAMED = re.compile(  # "Puno 20, Ayacucho ten"
    r"(?<![\w'’-])[^\W\d_a-z][\w'’-]{0,30}\s(?:\d[\d.,]{0,12}|[a-z-]{2,20})(?=\s{0,2}(?:[,;.]|and\b|$))"
)
COMPOUNDING = {*NUMBERS["scales"], *NUMBERS["dozens"], "half", "same", "many"}  # in numbers of several words


class Look:
    """What the words of a text tell, sentence by sentence.

    Args:
        text: the text.
        phrases: the table of phrases of the event.

    >>> from .lexicon import general_phrases
    >>> def may_hold_figure(text):
    ...     return Look(text, general_phrases()).may_hold_figure
    >>> may_hold_figure("Two men died."), may_hold_figure("The price rose by 4 percent."), may_hold_figure("Men came.")
    (True, False, False)
    """

    def __init__(self, text, phrases):
        self.low = lower(text)
        self.found = find_telling(self.low, phrases)
        self.of_text = 0
        for _, bits in self.found:
            self.of_text |= bits
        self.printed, self.latest = set(), None  # the digits of the figures so far, up to the latest one

    @property
    def may_hold_figure(self):
        """Whether the text holds a number, and a word that can say what one counts."""
        return self.of_text & (NUMBER | NO) > 0 and self.of_text & (TELLING | SENDING) > 0

    def enter(self, rows):
        """Sort what was found by the sentences of the text.

        Args:
            rows: the `items.Rows` of the text.
        """
        self.rows, at, found, self.first = rows, 0, self.found, []
        for number, (_, _, end) in enumerate(rows.spans):
            told = 0
            self.first.append(at)
            while at < len(found) and found[at][0] < end:
                told |= found[at][1]
                at += 1
            rows.told[number] = told | NUMBER if told & NO and told & COUNTABLE else told

    def sentences_with_numbers(self):
        """The numbers of the sentences that hold a number, in order."""
        return [number for number, told in enumerate(self.rows.told, 1) if told & NUMBER]

    def is_worth_reading(self, number, figures):
        """Whether a number of a sentence may count something.

        Args:
            number: of the sentence.
            figures: the figures before it; a number may carry on from any that has a metric.
        """
        if not self._told(number) & NUMBER:
            return False
        is_near = bool(figures) and figures[-1].sentence.number >= number - FARTHEST
        if is_near or self._may_count(number) or (bool(figures) and self._may_repeat(self.rows[number], figures)):
            return self._holds_count(number)
        return False

    def _holds_count(self, number):
        """Whether a number of the sentence may count by its own words, or is a sum of money beside a telling word."""
        told = self._told(number)
        if told & NO and told & COUNTABLE:
            return True
        last, passed = self.first[number] if number < len(self.first) else len(self.found), 0
        for at, bits in self.found[self.first[number - 1] : last]:
            if bits & NUMBER and at >= passed:
                found, passed = may_count(self.low, at + 1, self.has_sign)
                if found == COUNT or (found == MONEY and told & TELLING):
                    return True
        return False

    @cached_property
    def outcomes(self):
        """How many words of the text name an outcome."""
        return sum(bits & OUTCOME > 0 for _, bits in self.found)

    @cached_property
    def soldiers(self):
        """How many words of the text name soldiers or a mission abroad."""
        return sum(bits & (TROOPS | MISSION) > 0 for _, bits in self.found)

    @cached_property
    def has_sign(self):
        """Whether the text prints a sign of a currency."""
        return any(sign in self.low for sign in SIGNS)

    def _may_count(self, number):
        """The same, where no sentence near before it holds a figure."""
        own = self._told(number)
        if own & TELLING or self._may_be_of_subject(number, own):
            return True
        last = self._told(number - 1)
        before = last | self._told(number - 2) | self._told(number - 3)
        if last & OUTCOME or before & (NOUN | MISSION) or (before & TROOPS and own & LINK):
            return True
        if own & SENDING and self._follows_country(number):
            return True
        if self._may_have_heading(number):
            return True
        _, start, end = self.rows.spans[number - 1]
        return end - start <= bare.HEADLINE_LENGTH and self._told(number + 1) & OUTCOME > 0

    def _may_have_heading(self, number):
        """Whether a heading that names an outcome may stand over the sentence, or over the questions before it."""
        spans = self.rows.spans
        number = heading_before(spans, number) if self.outcomes else 0
        while number > 0 and not self._told(number) & OUTCOME:
            if self.low[spans[number - 1][2]] != "?":  # its last character; `low` begins one character earlier
                return False
            number = heading_before(spans, number - 1) if number > 1 else 0
        return number > 0

    def _follows_country(self, number):
        """Whether a country stood alone in one of the sentences before: "Malaysia. Promised 500"."""
        earlier = (self.rows.spans[before - 1][1:] for before in range(max(number - 3, 1), number))
        alone = any(end - start <= LONGEST_COUNTRY for start, end in earlier)
        return alone and any(self._told(before) & LINK for before in range(number - 3, number))

    def _may_be_of_subject(self, number, own):
        """Whether the subject of the whole text may explain a number: one that is stated, or labelled by a country."""
        if self.soldiers >= SUBJECT_TROOPS and own & LINK:
            return True
        if self.outcomes < SUBJECT_OUTCOMES:
            return False
        printed = self.rows[number].sentence.printed
        if MARKED.search(printed) or len(NAMED.findall(printed)) > 1:
            return True
        may_be_stated = own & STATED or not MARKS.isdisjoint(printed)
        return bool(may_be_stated) and is_number_stated(printed, self.rows.phrases)

    def _may_repeat(self, row, figures):
        """Whether a sentence prints the value of an earlier figure: in its digits, or in words that may mean any."""
        for figure in reversed(figures):
            if figure is self.latest:
                break
            self.printed |= _digits(f"{figure.item.text} {figure.number.value}")
        self.latest = figures[-1]
        printed = row.sentence.printed
        if SCALED.search(printed):
            return True
        values = _values_of_words(printed.lower()) if row.told & WORDS else set()
        return values is None or not self.printed.isdisjoint(values | _digits(printed))

    def _told(self, number):
        """The signals of a sentence, none beyond the ends of the text."""
        return self.rows.told[number - 1] if 0 < number <= len(self.rows) else 0


def _digits(printed):
    """The runs of digits in a text, without separators and leading zeros."""
    return {re.sub(r"\D", "", run).lstrip("0") for run in DIGIT_RUN.findall(printed)}


def _values_of_words(low):
    """The values of numbers in words, in digits; None where one is longer than a word, which only the grammar reads.

    Vague words and zeros are left out: they repeat nothing.
    """
    words = WORD.findall(low)
    if not COMPOUNDING.isdisjoint(words) or any(
        first in SMALL and second in SMALL for first, second in pairwise(words)
    ):
        return None
    return {str(SMALL[word]) for word in words if word in SMALL}
