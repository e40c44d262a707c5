"""Numbers that the marks around them give away: scores, footnotes, list markers, parts of compound adjectives."""

from .neighbours import is_digits, is_glued, is_glued_both_sides, is_small, low_at
from .numbers import DASHES
from .wordlists import word_set

COUNTING_SUFFIXES = word_set("distractors", "counting_suffixes")
LARGEST_FOOTNOTE, LONGEST_LIST = 99, 30
AFTER_SENTENCE = set('.,”"’)')  # what a footnote digit is glued to


def is_compound(tokens, number):
    """Part of a compound adjective; "-strong", "-odd" and "-plus" leave a count a count.

    >>> from .distractors import reasons_of
    >>> reasons_of("A 10-day blackout, a three-week trial, a 300-strong crowd")
    [('10', 'compound'), ('three', 'compound'), ('300', '')]
    """
    dash, word = low_at(tokens, number.after), low_at(tokens, number.after + 1)
    if dash not in DASHES or not is_glued_both_sides(tokens, number.after) or number.beyond != number.after:
        return False
    return word.isalpha() and word not in COUNTING_SUFFIXES


def is_footnote(tokens, number):
    """A digit glued to the end of a sentence.

    >>> from .distractors import reasons_of
    >>> reasons_of("It spread over the country,1 they write.")
    [('1', 'footnote')]
    """
    mark = number.first - 1
    if mark < 0 or tokens[mark].text not in AFTER_SENTENCE or not is_glued_both_sides(tokens, mark):
        return False
    if tokens[mark - 1].kind not in "wp" or is_glued(tokens, number.first + 1):
        return False
    return is_digits(tokens, number.first) and is_small(number, LARGEST_FOOTNOTE)


def is_score(tokens, number):
    """Two numbers joined by a mark that makes no range.

    >>> from .distractors import reasons_of
    >>> reasons_of("They lost 3-1, on duty 24/7.")
    [('3', 'score'), ('1', 'score'), ('24', 'score'), ('7', 'name')]
    >>> reasons_of("2022-01-04: 12-14 dead")
    [('2022', 'score'), ('01-04', 'score'), ('12-14', '')]
    """
    link = number.first - 1
    if _joins_scores(tokens, link, ("/", ":", "×")) and is_digits(tokens, link - 1):
        return True  # also the "01-04" of "2022-01-04", which would be a range by itself
    link = number.after
    joins = _joins_scores(tokens, link, ("/", ":", "×", "x")) and is_digits(tokens, link + 1)
    return joins and number.qualifier != "range"


def _joins_scores(tokens, at, marks):
    word = low_at(tokens, at)
    return (word in DASHES or word in marks) and is_glued_both_sides(tokens, at)


def is_list_marker(tokens, number):
    """The number of an item in a list.

    >>> from .distractors import reasons_of
    >>> reasons_of("1) Almaty: 103 dead; 2) Kyzylorda: 21")
    [('1', 'list marker'), ('103', ''), ('2', 'list marker'), ('21', '')]
    >>> reasons_of("Dead: Almaty (19), Taraz (12).")
    [('19', ''), ('12', '')]
    """
    before, earlier = low_at(tokens, number.first - 1), low_at(tokens, number.first - 2)
    opens = number.first == 0 or before in (";", ".") or (before == "(" and not earlier.isalpha())
    if not opens or low_at(tokens, number.after) != ")" or not is_glued(tokens, number.after):
        return False
    return is_digits(tokens, number.first) and is_small(number, LONGEST_LIST)
