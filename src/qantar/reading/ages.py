"""Numbers that are somebody's age."""

from .neighbours import is_digits, is_small, low_at, senses_at
from .numbers import DASHES
from .numerals import read_numeral
from .wordlists import word_set

AGE_WORDS, KIN = word_set("distractors", "age_words"), word_set("distractors", "kin")
DESCRIBED = KIN | word_set("distractors", "described")
AGE_LIMITS, AGE_LIMIT_ENDS = word_set("distractors", "age_limits"), word_set("distractors", "age_limit_ends")
AGE_VERBS, AGED_ONES = word_set("distractors", "age_verbs"), word_set("distractors", "aged_ones")
AGE_ENDS = word_set("distractors", "age_ends")
ELDEST = ("oldest", "eldest", "youngest")
OLDEST, OLDEST_LIMIT, ADULT = 110, 100, 16
NO_NAME = {"country", "place", "alliance", "month", "weekday"}  # senses of capitalised words that nobody is called
SIBLINGS = word_set("distractors", "siblings")
INDEFINITE = ("a", "an", "one", "another")
REACH = 8  # tokens of a list of ages that are searched for the word "aged"


def is_age(tokens, number):
    """An age, whatever tells it: a word, a noun, commas around it, a verb, a limit.

    >>> from .distractors import reasons_of
    >>> reasons_of("A boy of 12, his uncle, aged 34, and Aliya, 19, were seen. He is 20.")
    [('12', 'age'), ('34', 'age'), ('19', 'age'), ('20', 'age')]
    >>> reasons_of("The dead, aged four, 11 and 15, were under 16.")
    [('four', 'age'), ('11', 'age'), ('15', 'age'), ('16', 'age')]
    >>> reasons_of("They counted 12 boys.")
    [('12', '')]
    """
    if not is_small(number, OLDEST):
        return False
    return (
        _follows_age_word(tokens, number)
        or _is_limit(tokens, number)
        or _is_apposed(tokens, number)
        or _is_limit_of_group(tokens, number)
        or _is_said_of_one(tokens, number)
        or _is_in_list(tokens, number)
        or _is_of_brothers(tokens, number)
    )


def _follows_age_word(tokens, number):
    """ "aged 16", "at the age of 16", "a girl of 16", "aged between 16 and 20"."""
    before, earlier = low_at(tokens, number.outer - 1), low_at(tokens, number.outer - 2)
    if before in AGE_WORDS:
        return True
    if before in ("between", "from"):
        return earlier in AGE_WORDS
    if before != "of" or low_at(tokens, number.after) in ("the", "them"):  # "a man of 12 of the …" is a part
        return False
    return earlier in KIN or earlier in ("age", "ages") or _is_of_one_person(tokens, number)


def _is_of_one_person(tokens, number):
    """ "a guard of 29", "one policeman of 41": a noun for one person before "of"."""
    noun = number.outer - 2
    if number.style != "digits" or number.qualifier != "exact" or (number.value or 0) < ADULT:
        return False
    is_person = "person" in senses_at(tokens, noun) and not tokens[noun].low.endswith("s")
    return is_person and any(low_at(tokens, at) in ("a", "an", "one") for at in range(noun - 3, noun))


def _is_of_brothers(tokens, number):
    """ "brothers of 23 and 31", "sisters of 4 and 7": one age for each."""
    is_second = low_at(tokens, number.first - 1) == "and" and is_digits(tokens, number.first - 2)
    of = number.first - 3 if is_second else number.first - 1
    is_first = low_at(tokens, number.after) == "and" and is_digits(tokens, number.after + 1)
    return (is_first or is_second) and low_at(tokens, of) == "of" and low_at(tokens, of - 1) in SIBLINGS


def _is_limit(tokens, number):
    """ "under 18" at the end of a phrase, "under-18s"."""
    is_under = low_at(tokens, number.outer) == "under" and number.value in AGE_LIMITS
    return is_under and low_at(tokens, number.after) in AGE_LIMIT_ENDS


def _is_apposed(tokens, number):
    """A bare number between commas after a name or a noun: "Lyazzat, 19, said", "whose husband, 34, was"."""
    if not _stands_between_commas(tokens, number) or number.style != "digits" or (number.value or 0) < 1:
        return False
    name = number.first - 2
    if name < 0 or tokens[name].kind != "w" or _goes_on_as_list(tokens, number.after):
        return False
    if NO_NAME.intersection(senses_at(tokens, name)):
        return False  # "Republic of Armenia, 70." is a list
    is_one = low_at(tokens, name - 1) in INDEFINITE  # "one junior, 20, told"
    return is_one or tokens[name].text[0].isupper() or tokens[name].low in DESCRIBED


def _stands_between_commas(tokens, number):
    is_bare = number.outer == number.first and low_at(tokens, number.first - 1) == ","
    return is_bare and low_at(tokens, number.after) in (",", ".", ";", ")", "")


def _goes_on_as_list(tokens, at):
    """ "articles, 70, 71", "Monday, 3, and 4": digits follow the comma."""
    if low_at(tokens, at) != ",":
        return False
    return is_digits(tokens, at + 1) or (low_at(tokens, at + 1) == "and" and is_digits(tokens, at + 2))


def _is_limit_of_group(tokens, number):
    """ "most were over 60.": a limit said of a group at the end of a clause."""
    if low_at(tokens, number.outer) not in ("over", "under") or not ADULT <= (number.value or 0) <= OLDEST_LIMIT:
        return False
    said = low_at(tokens, number.outer - 1) in ("were", "was", "are", "is")
    return said and low_at(tokens, number.after) in (".", ",", ";")


def _is_said_of_one(tokens, number):
    """ "he is 19", "the youngest was 12"."""
    verb, who = low_at(tokens, number.outer - 1), low_at(tokens, number.outer - 2)
    if verb in ELDEST and number.style == "digits" and low_at(tokens, number.after) in AGE_ENDS:
        return True  # "44 colleagues hurt, the oldest 59."
    return verb in AGE_VERBS and who in AGED_ONES and low_at(tokens, number.after) in AGE_ENDS


def _is_in_list(tokens, number):
    """The later ages of "aged four, 11 and 15"."""
    for at in range(number.first - 1, number.first - 1 - REACH, -1):
        word = low_at(tokens, at)
        if word in AGE_WORDS:
            return low_at(tokens, at - 1) != "of"  # "96 minors of age and 57 strangers"
        joins = word in (",", "and", "or", "to") or word in DASHES
        if not joins and not is_digits(tokens, at) and not read_numeral(tokens, at):
            return False
    return False
