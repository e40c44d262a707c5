"""Whether a word of stating can govern a number of a sentence, told by its letters alone, for the first look.

`rules.stated` asks the same of items. Here every word that can be part of a stating phrase opens, and every word that
can be part of a phrase which that rule passes over leaves open, so that the answer is never no where the rule's is yes.
"""

import re
from functools import lru_cache

from .numbers import BEFORE, QUOTES
from .rules import stated
from .wordlists import any_of

TOTALS = re.compile(any_of(sorted(stated.TOTALS)))
SUBJECTS = frozenset(stated.SUBJECTS_OF_BE)
STATING = ("say", "statement")
WORD = re.compile(r"\d|[^\W\d_]+|[^\w\s]")


def is_number_stated(printed, phrases, number_words):
    """Whether nothing but words that the rule passes over stands between a word of stating and a number.

    Args:
        printed: the sentence.
        phrases: the table of phrases of the event.
        number_words: the words that can begin a number.

    >>> from .lexicon import general_phrases
    >>> def is_stated(printed):
    ...     return is_number_stated(printed, general_phrases(), {"two"})
    >>> is_stated("The ministry put it at about 46."), is_stated("He said that she bought two books.")
    (True, False)
    """
    low = printed.lower()
    if TOTALS.search(low):
        return True
    opening, passing, being = _words(phrases)
    is_open, is_counted, before = False, False, ""
    for word in WORD.findall(low):
        if word[0].isdecimal() or word in number_words:
            if is_open:
                return True
        elif word in opening or _opens(word, before, being, is_counted):
            is_open, is_counted = True, is_counted or word in stated.COUNTING
        elif word not in passing and word not in QUOTES:
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
    return opening, passing | hedges | being, being
