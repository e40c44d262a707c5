"""Whether a word of stating can govern a number of a sentence, told by its letters alone, for the first look.

`rules.stated` asks the same of items. Here every word that can be part of a stating phrase opens, and every word that
can be part of a phrase which that rule passes over leaves open, so that the answer is never no where the rule's is yes.
"""

import re
from functools import lru_cache

from .numbers import BEFORE, QUOTES
from .numerals import VAGUE, ZERO
from .rules import stated
from .telling import NUMBER_WORDS
from .wordlists import any_of

TOTALS = re.compile(any_of(sorted(stated.TOTALS)))
SUBJECTS = frozenset(stated.SUBJECTS_OF_BE)
STATING = ("say", "statement")
MARKS = frozenset((":", "(", *stated.DASHES))  # right before a number, they state it
BETWEEN_DIGITS = r"(?<=\d[:–—-])(?=\d)"  # a mark of a range, a score or a time of day
# Words of numbers that no subject of a text explains, one and zero, and those that only open a longer number.
LIGHT = {"one", "as", *(word for phrase in ZERO for word in phrase), *(word for words in VAGUE for word in words[:-1])}
COUNTS = NUMBER_WORDS - LIGHT
WORD = re.compile(rf"\d|[^\W\d_]+(?:-[^\W\d_]+)*|[^\w\s](?!{BETWEEN_DIGITS})")


def is_number_stated(printed, phrases):
    """Whether nothing but words that the rule passes over stands between a word or mark of stating and a number.

    Args:
        printed: the sentence.
        phrases: the table of phrases of the event.

    >>> from .lexicon import general_phrases
    >>> def is_stated(printed):
    ...     return is_number_stated(printed, general_phrases())
    >>> is_stated("The ministry put it at about 46."), is_stated("He said that she bought two books.")
    (True, False)
    >>> is_stated("Almaty (twenty-two)"), is_stated("A well-known case: no one bought two at 19:30.")
    (True, False)
    """
    low = printed.lower()
    if TOTALS.search(low):
        return True
    opening, passing, being = _words(phrases)
    is_open, is_counted, before = False, False, ""
    for word in WORD.findall(low):
        parts = word.split("-") if "-" in word else (word,)
        if word[0].isdecimal() or not COUNTS.isdisjoint(parts):
            if is_open:
                return True
        elif word in MARKS or not opening.isdisjoint(parts) or _opens(word, before, being, is_counted):
            is_open, is_counted = True, is_counted or not stated.COUNTING.isdisjoint(parts)
        elif not passing.issuperset(parts):
            is_open = False
        before = word
    return False


def _opens(word, before, being, is_counted):
    """ "the toll … is", "it is", "is at"."""
    return (word in being and (is_counted or before in SUBJECTS)) or (word == "at" and before in being)


@lru_cache(maxsize=8)
def _words(phrases):
    """(words that begin a phrase of stating, words that leave open, forms of be)."""
    opening, passing, being = set(stated.COUNTING | stated.STANDING), set(stated.PASSING_WORDS), set()
    for words, senses in phrases.senses.items():
        parts = [part for word in words for part in word.split("'") if part]
        if not senses.keys().isdisjoint(STATING):
            opening.add(parts[0])
            passing.update(parts[1:])
        if not senses.keys().isdisjoint(stated.PASSING_SENSES):
            passing.update(parts)
        if "be" in senses:
            being.update(parts)
    hedges = {word for phrase in BEFORE for word in phrase}
    return opening, passing | hedges | being | LIGHT | set(QUOTES), being
