"""Numbers that measure: money, percentages, shares, and quantities of a unit."""

from .dating import FIRST_YEAR, LAST_YEAR, MONTHS
from .neighbours import low_at, senses_at
from .numbers import DASHES
from .numerals import read_numeral
from .wordlists import word_set

SIGNS, CODES = word_set("distractors", "currency_signs"), word_set("distractors", "codes_before_amounts")
EXCHANGED = word_set("distractors", "exchanged")
PERCENT, PER_CENT = word_set("distractors", "percent_words"), word_set("distractors", "per_cent")
VOTERS, SMALL_SHARES = word_set("distractors", "voters"), word_set("distractors", "small_shares")
ADJECTIVES = word_set("distractors", "measure_adjectives")
FRACTIONS = word_set("distractors", "fractions")
VOTE_REACH = 6  # tokens between "in favour 76" and "against 8"
SIDES = ("for", "against")
FAVOUR = ("favour", "favor")
LARGEST_WHOLE = 1000  # "one in 10,000" would be a rate, and "two of 5,000" a part of a total
UNIT_REACH = 3  # tokens: a unit stands right after the number, or behind two adjectives


def is_money(tokens, number):
    """An amount with a currency sign or code before it; "20m tenge" is left to the units.

    >>> from .distractors import reasons_of
    >>> reasons_of("$2-3bn, EUR 40, or 435 to the dollar")
    [('2-3bn', 'money'), ('40', 'money'), ('435', 'money')]
    """
    if low_at(tokens, number.after) == "to" and low_at(tokens, number.after + 2) in EXCHANGED:
        return True
    if low_at(tokens, number.first - 1) in CODES:
        return True
    return low_at(tokens, number.first - 1) in SIGNS or low_at(tokens, number.outer - 1) in SIGNS


def is_percent(tokens, number):
    """A percentage.

    >>> from .distractors import reasons_of
    >>> reasons_of("5 % of them, 81 percent, 20 per cent")
    [('5', 'percent'), ('81', 'percent'), ('20', 'percent')]
    """
    after = low_at(tokens, number.after)
    return after in PERCENT or (after == "per" and low_at(tokens, number.after + 1) in PER_CENT)


def is_vote(tokens, number):
    """Votes for and against.

    >>> from .distractors import reasons_of
    >>> reasons_of("It passed today (in favour 76, against 8). Protests against 12 arrests")
    [('76', 'votes'), ('8', 'votes'), ('12', '')]
    """
    before = low_at(tokens, number.outer - 1)
    if before == "to" and any(low_at(tokens, at) in ("vote", "votes") for at in range(number.first - 3, number.first)):
        return True  # "by 41 votes to 39"
    if low_at(tokens, number.after) in SIDES and low_at(tokens, number.after + 1) in (",", ")", "."):
        return True  # "43 for, 21 against"
    if before == ",":
        before = low_at(tokens, number.outer - 2)
    if before in FAVOUR:
        return True
    return before in ("against", "abstained") and any(
        low_at(tokens, at) in FAVOUR for at in range(number.first - VOTE_REACH, number.first)
    )


def is_ratio(tokens, number):
    """A share of a whole.

    >>> from .distractors import reasons_of
    >>> reasons_of("Three in four agreed, one out of ten left, and 84 of the 90 present voted.")
    [('Three', 'ratio'), ('four', 'ratio'), ('one', 'ratio'), ('ten', ''), ('84', 'ratio'), ('90', '')]
    """
    return (
        _is_fraction(tokens, number)
        or _is_share_of_voters(tokens, number)
        or _is_share(tokens, number)
        or _is_whole(tokens, number)
        or _is_odds(tokens, number)
    )


def _is_fraction(tokens, number):
    """ "two thirds of those killed", "one-third of them"."""
    at = number.after + 1 if low_at(tokens, number.after) in DASHES else number.after
    return low_at(tokens, at) in FRACTIONS and low_at(tokens, at + 1) == "of"


def _is_share_of_voters(tokens, number):
    """ "84 of the 90 present"."""
    if (low_at(tokens, number.after), low_at(tokens, number.after + 1)) != ("of", "the"):
        return False
    whole = read_numeral(tokens, number.after + 2)
    return bool(whole) and low_at(tokens, whole.after) in VOTERS


def _is_share(tokens, number):
    """The first number of "three in four", "one out of ten"; both are printed alike, and the second is no date."""
    link = low_at(tokens, number.after)
    if link not in ("in", "out"):
        return False
    if link == "out" and low_at(tokens, number.after + 1) not in ("in", "of"):
        return False
    whole = read_numeral(tokens, number.after + (2 if link == "out" else 1))
    if not whole or whole.style != ("words" if number.style == "words" else "digits"):
        return False
    return not _is_dated(tokens, whole) and (whole.value or 0) < LARGEST_WHOLE


def _is_odds(tokens, number):
    """Both numbers of "six to one"."""
    if low_at(tokens, number.after) == "to" and low_at(tokens, number.after + 1) in ("one", "1"):
        return number.style in ("words", "digits")
    is_one = number.value == 1 and low_at(tokens, number.first - 1) == "to"
    return is_one and read_numeral(tokens, number.first - 2) is not None


def _is_whole(tokens, number):
    """The second number of "three in four", in words."""
    if low_at(tokens, number.first - 1) != "in" or number.style != "words":
        return False
    share = number.first - (3 if low_at(tokens, number.first - 2) == "out" else 2)
    return low_at(tokens, share) in SMALL_SHARES


def _is_dated(tokens, numeral):
    return low_at(tokens, numeral.after) in MONTHS or FIRST_YEAR <= (numeral.value or 0) <= LAST_YEAR


def _shares_years(tokens, number):
    """ "minors of 4 and 15 years": the unit of the second number is that of the first."""
    if low_at(tokens, number.after) not in ("and", "or") or number.style != "digits":
        return False
    following = read_numeral(tokens, number.after + 1)
    return following is not None and following.style == "digits" and low_at(tokens, following.after) == "years"


def find_unit(tokens, number):
    """The kind of the unit that follows a number (`time`, `distance`, `money`…), "" where none does.

    >>> from .distractors import reasons_of
    >>> reasons_of("After six long hours and 20 km")
    [('six', 'time'), ('20', 'distance')]
    """
    if _shares_years(tokens, number):
        return "time"
    if low_at(tokens, number.outer - 1) == "minus":
        return "temperature"
    for at in range(number.beyond, min(number.beyond + UNIT_REACH, len(tokens))):
        senses = senses_at(tokens, at)
        unit = senses.get("unit", "")
        if unit and not (unit in ("sport", "times") and "outcome" in senses):
            return unit if tokens[at].text != "am" else ""  # "I am" is no hour
        if tokens[at].low not in ADJECTIVES:
            return ""
    return ""
