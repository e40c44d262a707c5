"""Turns of phrase that count nobody: "one another", "one day", "a father of five"."""

from .neighbours import low_at
from .wordlists import word_set

ONE_BEFORE, ONE_AFTER = word_set("distractors", "one_before"), word_set("distractors", "one_after")
PARENTS = word_set("distractors", "parents")
COUNTED = word_set("distractors", "one_counted")


def is_family(tokens, number):
    """The children of somebody who is spoken of.

    >>> from .distractors import reasons_of
    >>> reasons_of("A father of five was shot, and the bodies of two were found.")
    [('five', 'family'), ('two', '')]
    """
    return low_at(tokens, number.outer - 1) == "of" and low_at(tokens, number.outer - 2) in PARENTS


def is_idiom(tokens, number):
    """ "One" as a pronoun or in a turn of phrase.

    >>> from .distractors import reasons_of
    >>> reasons_of("They helped one another, and one day the last one left."), reasons_of("This one dead man")
    ([('one', 'idiom'), ('one', 'idiom'), ('one', 'idiom')], [('one', '')])
    """
    if low_at(tokens, number.first) != "one" or number.after != number.first + 1 or number.outer != number.first:
        return False
    after, before = low_at(tokens, number.after), low_at(tokens, number.first - 1)
    if after == "by" and low_at(tokens, number.after + 1) == "one":
        return True  # "let out one by one"
    if after == "who" and before == "of":
        return False  # "the deaths of two clients and of one who was 19"
    return after in ONE_BEFORE or (before in ONE_AFTER and after not in COUNTED)
