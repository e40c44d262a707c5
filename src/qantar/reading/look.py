"""The first look at a text: which sentences can hold a figure. The grammar reads those only.

All words and phrases come from the lexicons, by sense, and from the lists of the rules. The look promises a superset:
a sentence that it passes need not hold a figure, one that it leaves out holds none, so the claims are the same.
"""

import re
from functools import cached_property, lru_cache
from itertools import pairwise, takewhile

from .figure import PEOPLE
from .governing import is_number_stated
from .items import COUNTABLE as COUNTABLE_SENSES
from .measures import SIGNS
from .numbers import BEFORE
from .numerals import NUMBERS, OPENING_WORDS
from .offices import is_witness
from .outcomes import PAST, UNDERGOING
from .predicates import LETTING
from .quiet import COUNT, MONEY, may_count
from .rules import bare, contributors, other_matters, outcome_nouns, outcome_verbs, stated, tolls, troops
from .signals import (
    ANY,
    COUNTABLE,
    GOVERNS,
    LINK,
    MISSION,
    NO,
    NOUN,
    NUMBER,
    OUTCOME,
    SPEAKER,
    STATED,
    SUBJECT,
    TELLING,
    TIE,
    TROOPS,
    WORDS,
)
from .speakers import SUBJECTS
from .text import DIGITS
from .ties import LOOSE, SPEAKING_ALONE, STATED_BY
from .wordlists import load_file, tree_of, words_of

# Senses that never say by themselves what a number counts; every other sense does, new ones included.
QUIET = {"function", "preposition", "aux", "be", "modal", "negation", "transparent", "subordinator", "month", "weekday"}
QUIET |= {"unit", "statement", "say", "deny", "attribution", "office", "office_name", "country", "place", "other_event"}
QUIET |= {"foreign", "mover", "legal", "case_verb", "troop_verb", "establishment", "charge"}
COUNTED = ("all", "protesters", "attackers", "security_forces")  # people whose mere number can be a figure
BITS_OF_SENSES = {  # further bits of some senses
    **dict.fromkeys(("outcome", "case", "weak_case"), OUTCOME | NOUN),
    "state": OUTCOME,
    **dict.fromkeys(("troop", "troop_unit"), TROOPS),
    "alliance": MISSION,
    "country": LINK | SPEAKER,
    "office": SPEAKER,
    "say": STATED | TIE,
    "statement": STATED | TIE,
    "deny": TIE,
    "attribution": TIE,
}
NUMBER_LISTS = ("ones", "tens", "scales", "dozens", "vague", "zero")
NUMBER_PHRASES = ("same number", "as many")
SUBJECT_OUTCOMES, SUBJECT_TROOPS = 2, 3  # words that a text must hold to be about an outcome, or about a contingent
FARTHEST = 4  # sentences after a figure in which a number may carry on from it
DIGIT_RUN = re.compile(DIGITS)
SCALED = re.compile(rf"\d\s?(?:{'|'.join(NUMBERS['suffixes'])})\b", re.I)  # "2k", "2 bn"
STATING = stated.COUNTING | stated.STANDING | stated.TOTALS
BETWEEN_DIGITS = r"(?<=\d[:–—-])(?=\d)"  # a mark of a range, a score or a time of day
MARKED = re.compile(  # a mark, "eight by her information", "the latest, 51"
    rf"[:({''.join(stated.DASHES)}](?!{BETWEEN_DIGITS})|\bby\W+(?:{'|'.join(stated.BEARERS)})\b"
    rf"|\b(?:{'|'.join(stated.SUPERLATIVES)})\W*,",
    re.I,
)
WORD = re.compile(r"\d|[^\W\d_]+")
ONE_WORD = NUMBERS["ones"] | NUMBERS["tens"]
COMPOUNDING = {*NUMBERS["scales"], *NUMBERS["dozens"], "half", "same", "many"}  # in numbers of several words
IN_WORDS = {words_of(phrase) for key in NUMBER_LISTS for phrase in NUMBERS[key]}
ZERO_BEFORE_NOUN = {words_of(phrase) for phrase in NUMBERS["zero_before_noun"]}
NUMBER_WORDS = {word for phrase in IN_WORDS | ZERO_BEFORE_NOUN for word in phrase} | {"same", "as"}
# Between a verb and the number that it governs: adverbs, articles, hedges, the first words of a number.
LIGHT = OPENING_WORDS | {"a", "the", "down", "between"} | {word for phrase in BEFORE for word in phrase}
LIGHT |= {word for phrase in load_file("verbs")["transparent"] for word in words_of(phrase)}
TOLL = "toll"  # also within a word: "deathtoll"
BETWEEN = r"[\W_]+"  # between the words of a phrase
WORD_END = r"(?![^\W\d_])"  # no letter follows


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
        self.low = _lower(text)
        self.found = _find_telling(self.low, phrases)
        self.of_text = 0
        for _, bits in self.found:
            self.of_text |= bits
        self.printed, self.latest = set(), None  # the digits of the figures so far, up to the latest one

    @property
    def may_hold_figure(self):
        """Whether the text holds a number, and a word that can say what one counts."""
        return self.of_text & (NUMBER | NO) > 0 and self.of_text & TELLING > 0

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
        _, start, end = self.rows.spans[number - 1]
        return end - start <= bare.HEADLINE_LENGTH and self._told(number + 1) & OUTCOME > 0

    def _may_be_of_subject(self, number, own):
        """Whether the subject of the whole text may explain a number: one that is stated, or labelled by a country."""
        if self.soldiers >= SUBJECT_TROOPS and own & LINK:
            return True
        if self.outcomes < SUBJECT_OUTCOMES:
            return False
        printed = self.rows[number].sentence.printed
        if MARKED.search(printed):
            return True
        return own & STATED > 0 and is_number_stated(printed, self.rows.phrases, NUMBER_WORDS)

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
        first in ONE_WORD and second in ONE_WORD for first, second in pairwise(words)
    ):
        return None
    return {str(ONE_WORD[word]) for word in words if word in ONE_WORD}


def _lower(text):
    """The text in lower case, character by character, so that places stay the same; a line break before it."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(letter.lower()[0] for letter in text)
    return "\n" + low.replace("’", "'")


def _find_telling(low, phrases):
    """(place, bits) of all words that tell something, in order; `low` begins one character before the text."""
    pattern, bits_of = _pattern(phrases), _bits(phrases)
    found = []
    for match in pattern.finditer(low):
        at, phrase = match.start(), match.group(1)
        if low[at].isdecimal():
            found.append((at - 1, NUMBER))
        if phrase is not None:
            bits = bits_of.get(phrase, ANY)  # in other spacing than in the lexicon: anything
            found.append((at, bits | TELLING if bits & GOVERNS and _governs(low, match.end(1)) else bits))
    at = low.find(TOLL)
    if at >= 0:
        while at >= 0:
            found.append((at - 1, TELLING | OUTCOME))
            at = low.find(TOLL, at + 1)
        found.sort()
    return found


def _governs(low, end):
    """Whether nothing but adverbs, articles and hedges stand between a verb and a number that follows it."""
    for match in WORD.finditer(low, end):
        if match.group().isdecimal() or match.group() in NUMBER_WORDS:
            return True
        if match.group() not in LIGHT:
            return False
    return False


@lru_cache(maxsize=8)
def _pattern(phrases):
    """One character that is no small letter, and after it, unconsumed, the longest phrase; or a digit and all that
    follow it but the last, after which a word may begin."""
    return re.compile(rf"[^a-z](?:(?=({tree_of(_bits(phrases), BETWEEN)}){WORD_END})|(?<=\d)(?:\d*(?=\d))?)")


@lru_cache(maxsize=8)
def _bits(phrases):
    """phrase, its words with single spaces between → bits, those of all phrases that it begins with among them."""
    own = {}
    for words, bits in (*_bits_of_lexicon(phrases), *_bits_of_rules()):
        spelt = _spelt(words)
        if spelt and bits:
            own[spelt] = own.get(spelt, 0) | bits
    return {phrase: _with_beginnings(phrase, own) for phrase in sorted(own)}


def _with_beginnings(phrase, own):
    words, bits = phrase.split(), 0
    for length in range(1, len(words) + 1):
        bits |= own.get(" ".join(words[:length]), 0)
    return bits


def _spelt(words):
    """The words of a phrase with single spaces between, without marks and without all that follows a digit."""
    letters = takewhile(lambda word: not any(map(str.isdigit, word)), words)
    return " ".join(word for word in letters if word[0].isalpha())


def _bits_of_lexicon(phrases):
    for words, senses in phrases.senses.items():
        bits = 0
        if "be" in senses:
            yield from (((subject, *words), STATED) for subject in stated.SUBJECTS_OF_BE)
        for sense, value in senses.items():
            bits |= BITS_OF_SENSES.get(sense, 0) | (TELLING if _tells(sense, value) else 0)
            if sense == "verb":
                bits |= (OUTCOME if any(map(_befalls, value)) else 0) | (GOVERNS if any(map(_is_active, value)) else 0)
            bits |= COUNTABLE if sense in COUNTABLE_SENSES else 0
            bits |= SPEAKER if sense == "person" and is_witness(words[-1], value) else 0
            bits |= SUBJECT if sense == "office" and value in SUBJECTS else 0
        if words[0].startswith(SPEAKING_ALONE):
            bits |= TIE
        yield words, bits


def _tells(sense, value):
    """Whether a sense can say what a number counts; damaged property is told by the verb that damages it."""
    if sense == "person":
        return value in COUNTED
    if sense == "thing":
        return value[1] is not None and value[0] != "property_damage"
    if sense == "verb":
        return any(_tells_alone(reading) for reading in value)
    return sense not in QUIET


def _tells_alone(reading):
    """Whether a verb form can say what is counted anywhere in its sentence; an active one governs the next number."""
    return (reading["metric"] or reading["lemma"] == "survive") and not _is_active(reading)


def _is_active(reading):
    """ "kill", "arrests", "wounding": the counted people are its object."""
    return reading["metric"] in PEOPLE and reading["role"] == "patient" and reading["form"] not in PAST


def _befalls(reading):
    """Whether a verb form says that an outcome happened to somebody."""
    return reading["metric"] in PEOPLE and reading["role"] in UNDERGOING and reading["form"] in PAST


def _bits_of_rules():
    """The words that rules name themselves, and the numbers."""
    telling = {*outcome_verbs.LOSING, *outcome_verbs.LIVES, *outcome_verbs.LIMBS, *outcome_nouns.NOUN_METRICS}
    telling |= {*outcome_nouns.EVENT_NOUNS, *outcome_nouns.SUFFERED, *other_matters.CROWDS, *other_matters.OCCASIONS}
    telling |= {*other_matters.OTHER_STATES, *other_matters.ROLES, *(f"{role}s" for role in other_matters.ROLES)}
    telling |= {*tolls.OF_THE_DEAD, *LETTING, *contributors.PEACEKEEPING, "strong", "victims"}
    yield from ((words_of(word), TELLING) for word in telling)
    yield from ((words_of(word), OUTCOME | NOUN) for word in bare.OTHER_SUBJECTS)
    yield from ((words_of(word), MISSION | TELLING) for word in troops.MISSIONS)
    yield from ((words_of(word), STATED) for word in STATING)
    yield from ((words_of(word), TIE) for word in LOOSE | STATED_BY)
    yield ("they",), LINK
    yield from ((words, NUMBER | WORDS) for words in (*IN_WORDS, *map(words_of, NUMBER_PHRASES)))
    yield from ((words, NO) for words in ZERO_BEFORE_NOUN)
