"""Numbers that are part of a name: articles of a law, hospitals, flights, addresses, headings."""

from .neighbours import is_digits, is_glued, is_glued_both_sides, is_small, low_at, senses_at
from .numbers import DASHES
from .wordlists import word_set

NUMBERED = word_set("distractors", "numbered")
NEEDS_CAPITAL = NUMBERED - word_set("distractors", "labels_in_lower_case")
ABBREVIATED, ARTICLES = word_set("distractors", "abbreviated_labels"), word_set("distractors", "articles")
NUMBER_OF, STRONG = word_set("distractors", "number_of"), word_set("distractors", "strong_labels")
PARTITIVE, AMBIGUOUS = word_set("distractors", "partitive_labels"), word_set("distractors", "ambiguous_labels")
COUNTED, LISTED = word_set("distractors", "counted_after_label"), word_set("distractors", "listed_labels")
LONGEST_COUNT = 7  # digits; a longer plain run is a telephone or an identifier
LARGEST_LABEL, LARGEST_HEADING = 999, 99
TELEPHONES, TELEPHONE_REACH = word_set("distractors", "telephones"), 4  # "telephone of trust: 102"
REACH = 10  # tokens of a list of articles that are searched for the word "articles"


def is_name(tokens, number):
    """Part of a name, an address or an identifier.

    >>> from .distractors import reasons_of
    >>> reasons_of("Under Article 272 he was taken to Hospital No. 5 with covid-19.")
    [('272', 'name'), ('5', 'name'), ('19', 'name')]
    >>> reasons_of("Files 20220105 and CLAIM 3: nothing.")
    [('20220105', 'name'), ('3', 'name')]
    >>> reasons_of("In the hospital 5 people died.")
    [('5', '')]
    """
    return (
        _is_identifier(tokens, number)
        or _is_hyphenated(tokens, number)
        or _follows_abbreviation(tokens, number)
        or _is_heading(tokens, number)
        or _follows_label(tokens, number)
    )


def _is_identifier(tokens, number):
    """A part of an address, more digits than any count has, a zero in front, letters right before, a telephone."""
    printed = tokens[number.first].text
    has_zero = printed[0] == "0" and len(printed) > 1 and not is_glued(tokens, number.first)
    if printed.isdigit() and (len(printed) > LONGEST_COUNT or has_zero):
        return True
    if _is_in_telephone(tokens, number) or _is_in_word(tokens, number):
        return True
    label = range(number.first - TELEPHONE_REACH, number.first - 1)
    if low_at(tokens, number.first - 1) == ":" and any(low_at(tokens, at) in TELEPHONES for at in label):
        return True
    return low_at(tokens, number.first - 1) == "/" and is_glued(tokens, number.first)


def _is_in_telephone(tokens, number):
    """ "(511) 338-0959": a code in brackets before digits, a part that begins with a zero."""
    last = tokens[number.after - 1].text
    if number.after - number.first > 1 and last[0] == "0" and last.isdecimal() and len(last) > 2:
        return True
    in_brackets = (low_at(tokens, number.first - 1), low_at(tokens, number.after)) == ("(", ")")
    return in_brackets and is_digits(tokens, number.after + 1)


def _is_in_word(tokens, number):
    """ "Y2K", "Win95", "MG3": digits right behind letters."""
    at = number.first
    return is_digits(tokens, at) and is_glued(tokens, at) and tokens[at - 1].kind == "w"


def _is_hyphenated(tokens, number):
    """ "COVID-19", "TPP-2"."""
    dash = number.first - 1
    glued = low_at(tokens, dash) in DASHES and is_glued_both_sides(tokens, dash)
    return glued and tokens[dash - 1].kind == "w"


def _follows_abbreviation(tokens, number):
    return low_at(tokens, number.first - 1) == "." and low_at(tokens, number.first - 2) in ABBREVIATED


def _is_heading(tokens, number):
    """ "CLAIM 3: …", "SITREP 8:": a heading word in capitals, a small number and a colon."""
    if number.first == 0 or low_at(tokens, number.after) != ":" or not is_small(number, LARGEST_HEADING):
        return False
    word = tokens[number.first - 1]
    if word.kind != "w" or not word.text.isupper() or len(word.text) <= 2:
        return False
    return not {"country", "place", "alliance"}.intersection(senses_at(tokens, number.first - 1))


def _follows_label(tokens, number):
    """A number after a word that takes one; what counts as such a word depends on the number."""
    before = low_at(tokens, number.first - 1)
    if before in NEEDS_CAPITAL and not tokens[number.first - 1].text[0].isupper():
        return False
    if before == "number" and (number.first == 1 or _is_named_by_noun(tokens, number.first - 2)):
        return True
    if before in NUMBERED and tokens[number.first].kind == "w" and tokens[number.first].text[0].isupper():
        return tokens[number.first - 1].text[0].isupper()  # "Turn Three", "Chapter One"
    if number.outer != number.first or not is_digits(tokens, number.first) or not before:
        return before in ARTICLES or (before == "number" and low_at(tokens, number.first - 2) in NUMBER_OF)
    if _looks_like_count(tokens, number):
        return before in STRONG
    if before in PARTITIVE and low_at(tokens, number.after) == "of":
        return False
    return before in NUMBERED and not (before in AMBIGUOUS and low_at(tokens, number.after) in COUNTED)


def _is_named_by_noun(tokens, at):
    """ "Car number seven": a noun before "number", no article, verb or preposition."""
    word = low_at(tokens, at)
    senses = senses_at(tokens, at)
    return word.isalpha() and not {"function", "preposition", "aux", "verb", "say", "outcome"}.intersection(senses)


def _looks_like_count(tokens, number):
    """A number too large for a label, or one with a counted noun behind it ("agents" follow the name of a bureau)."""
    if (number.value or 0) > LARGEST_LABEL or number.after - number.first > 1:
        return True
    senses = senses_at(tokens, number.after)
    is_person = "person" in senses and low_at(tokens, number.after) != "agents"
    return is_person or "outcome" in senses or "case" in senses


def is_in_numbered_list(tokens, number):
    """The numbers after the first in a list of articles, pages or rooms.

    >>> from .distractors import reasons_of
    >>> reasons_of("Under articles 70, 71 and 72")
    [('70', 'name'), ('71', 'name'), ('72', 'name')]
    """
    for at in range(number.first - 1, number.first - 1 - REACH, -1):
        word = low_at(tokens, at)
        if word in LISTED:
            return is_digits(tokens, number.first)
        joins = word in (",", "and", "or", "to") or word in DASHES or (word == "." and low_at(tokens, at - 1) in LISTED)
        if not joins and not is_digits(tokens, at):
            return False
    return False
