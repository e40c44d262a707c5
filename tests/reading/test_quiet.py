"""Numbers that the first look leaves out by the words beside them; `distractors` must leave them out too."""

import random
from itertools import product

import pytest

from qantar.reading.governing import is_number_stated
from qantar.reading.items import Row
from qantar.reading.lexicon import general_phrases
from qantar.reading.measures import CODES, SIGNS
from qantar.reading.numbers import AFTER, BEFORE
from qantar.reading.quiet import AFTER_YEAR, BEFORE_YEAR, COUNT, JOINING, MONEY, kinds_of_words, may_count
from qantar.reading.text import read_sentences

NUMBERS = ["2021", "1899", "5", "31", "32", "0", "12", "4.5", "1,300", "007", "three", "twenty", "one", "1,2345", "٣"]
BEFORES = sorted(JOINING | BEFORE_YEAR | CODES | SIGNS | {" ".join(words) for words in BEFORE})
BEFORES += [
    "They saw",
    "was",
    "He is",
    "",
    "Room",
    "of age",
    "two",
    "no",
    "half a",
    "$ about",
    "€",
    "5 and",
    "the man,",
]
AFTERS = sorted(AFTER_YEAR | kinds_of_words().keys() | {" ".join(words) for words in AFTER})
AFTERS += [
    "people",
    "dead",
    "months in jail",
    "days' leave",
    "January's",
    "kmh",
    "2,",
    "(two)",
    "- 3",
    "–3",
    ".",
    ",",
    "",
]


def reasons(sentence):
    """place of each number of a sentence → the reason why it counts nothing, "" where it may count."""
    numbers = Row(next(read_sentences(sentence)), general_phrases()).numbers
    tokens = next(read_sentences(sentence)).tokens
    return {tokens[number.first].start: number.reason for number in numbers}


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("sign", ["", " $9"])
def test_what_is_left_out_counts_nothing(number, sign):
    pairs = list(product(BEFORES, AFTERS))  # all of them passed once; a draw of them keeps the tests short
    for before, after in random.Random(f"{number}{sign}").sample(pairs, 1500):
        sentence = f"{before} {number} {after}{sign} on.".lstrip()
        at = len(f"{before} ".lstrip()) if before else 0
        found, _ = may_count("\n" + sentence.lower(), at + 1, bool(sign) or not SIGNS.isdisjoint(sentence))
        reason = reasons(sentence).get(at, "no number")
        assert found == COUNT or reason, sentence
        assert found or reason != "money", sentence


def test_most_of_such_numbers_are_left_out():
    for words in ("In 2021 it rose.", "On 5 January it rose.", "It rose by 4.5 percent.", "It took three weeks."):
        low = "\n" + words.lower()
        at = next(i for i, letter in enumerate(low) if letter.isdecimal() or low[i:].startswith("three"))
        assert may_count(low, at, False)[0] == 0, words


def test_a_sum_of_money_is_told_from_a_measure():
    assert may_count("\nit cost $5.", 10, True)[0] == MONEY
    assert may_count("\nit cost 5 dollars.", 9, False)[0] == MONEY


STATED = [  # (sentence, whether a word of stating can govern a number of it, why)
    ("The ministry conceded 46.", True, "a verb of stating before the number"),
    ("They put the number on Friday at about 46.", True, "light words, a weekday and a hedge between"),
    ("The toll, she said, is 46.", True, "a noun of counting and a form of be before the number"),
    ("It is 46.", True, "a subject of a figure with its verb"),
    ("He said that she bought two books.", False, "another verb between"),
    ("The show runs until June and is free for those under 27.", False, "an adjective between"),
    ("Two men said nothing.", False, "the verb after the number"),
    ("In Almaty: at least 46.", True, "a colon and a hedge before the number"),
    ("Almaty (twenty-two), Taraz", True, "a bracket before the number"),
    ("Almaty – some dozens", True, "a dash before a vague number"),
    ("A well-known painter saw two of them.", False, "a hyphen within a word is no dash"),
    ("She came at 19:30, it rained.", False, "a colon between digits is the time of day"),
    ("The score: the visitors won with 3.", False, "a verb between the colon and the number"),
    ("He said no one and nobody, not a single one.", False, "the subject of a text explains no zero and no one"),
    ("He said one hundred.", True, "a one that opens a longer number"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), STATED)
def test_words_that_can_govern_a_number(sentence, expected, why):
    assert is_number_stated(sentence, general_phrases()) is expected, why
