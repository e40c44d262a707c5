"""Numbers that are a day, a year or a time of day.

Each rule is a question to (tokens, number); `distractors.RULES` puts them in order. The dates that a figure holds for
are read elsewhere, in `dates`.
"""

from .neighbours import is_digits, is_glued, is_glued_both_sides, is_small, low_at, senses_at
from .numbers import DASHES
from .numerals import read_digits, read_numeral
from .wordlists import load_file, word_set

MONTHS = frozenset(load_file("time")["months"])
CLOCK_MARKS, CLOCK_LINKS = word_set("distractors", "clock_marks"), word_set("distractors", "clock_links")
HOUR_LINKS, HOUR_ENDS = word_set("distractors", "hour_links"), word_set("distractors", "hour_ends")
PARTS_OF_DAY, LEVELS = word_set("distractors", "parts_of_day"), word_set("distractors", "levels")
YEAR_LINKS = MONTHS | DASHES | word_set("distractors", "year_links")
COUNTED_AFTER_YEAR = word_set("distractors", "counted_after_year")
ORDINAL_ENDINGS = word_set("distractors", "ordinal_endings")
EARLY_LINKS = word_set("distractors", "early_year_links")
DAYS, HOURS, FIRST_YEAR, LAST_YEAR = 31, 12, 1900, 2099
EARLIEST_YEAR, LONGEST_SPAN = 1000, 150  # years of a life, a reign, a war
COUNTABLE = {"person", "outcome", "case", "troop"}  # senses of what a number may count
LIST_REACH = 5  # tokens in which a list of days reaches its month ("6, 7 and 8 January")


def is_clock(tokens, number):
    """A time of day, also one that opens a line of rolling coverage.

    >>> from .distractors import reasons_of
    >>> reasons_of("At 9:45 pm, not at 8 a.m., the curfew began.")
    [('9', 'clock'), ('45', 'clock'), ('8', 'clock')]
    >>> reasons_of("08.30 The square is empty.")
    [('08.30', 'clock')]
    """
    if low_at(tokens, number.after) in CLOCK_MARKS:
        return True
    if low_at(tokens, number.after) in ("a", "p") and low_at(tokens, number.after + 2) == "m":
        return True
    return _is_beside_colon(tokens, number) or _is_dotted_time(tokens, number) or _is_four_digit_time(tokens, number)


def _is_beside_colon(tokens, number):
    """Digits, a mark and digits without a space: both numbers of "09:20", the second one of "6.5.22"."""
    mark = number.after
    if low_at(tokens, mark) == ":" and is_glued_both_sides(tokens, mark) and is_digits(tokens, mark + 1):
        return True
    mark = number.first - 1
    return low_at(tokens, mark) in (":", ".") and is_glued_both_sides(tokens, mark) and is_digits(tokens, mark - 1)


def _is_dotted_time(tokens, number):
    """ "08.30", "6.55": hours, a point and two digits below 60, at the start of a line or after a word like "at"."""
    hour, point, minute = tokens[number.first].text.rpartition(".")
    if not (point and len(hour) in (1, 2) and len(minute) == 2 and hour.isdigit() and minute.isdigit()):
        return False
    if int(minute) > 59 or int(hour) > 23:
        return False
    return number.first == 0 or low_at(tokens, number.first - 1) in CLOCK_LINKS


def _is_four_digit_time(tokens, number):
    """ "0910 CORRECTION", "at 0615": four digits that open a line or begin with a zero after a word like "at"."""
    printed = tokens[number.first].text
    if len(printed) != 4 or not printed.isdecimal() or int(printed[:2]) > 23 or int(printed[2:]) > 59:
        return False
    if number.first > 0:
        return printed[0] == "0" and low_at(tokens, number.first - 1) in CLOCK_LINKS
    after = tokens[number.after] if number.after < len(tokens) else None
    return after is not None and after.kind == "w" and after.text[0].isupper()


def is_hour(tokens, number):
    """An hour in words or digits after a preposition, at the end of a clause.

    >>> from .distractors import reasons_of
    >>> reasons_of("They met at six, and again by 7 in the evening."), reasons_of("The toll stands at six.")
    ([('six', 'hour'), ('7', 'hour')], [('six', '')])
    """
    at_hour = low_at(tokens, number.outer - 1) in HOUR_LINKS and number.outer == number.first
    if not at_hour or not is_small(number, HOURS) or low_at(tokens, number.outer - 2) in LEVELS:
        return False
    if low_at(tokens, number.after) in HOUR_ENDS:
        return True
    return low_at(tokens, number.after) == "in" and low_at(tokens, number.after + 2) in PARTS_OF_DAY


def is_date(tokens, number):
    """A day beside a month, an ordinal day, a range or a list of days.

    >>> from .distractors import reasons_of
    >>> reasons_of("On 6 and 7 January, on January 9 and on the 11th")
    [('6', 'date'), ('7', 'date'), ('9', 'date'), ('11', 'date')]
    """
    if not is_small(number, DAYS):
        return False
    if _touches_month(tokens, number) or is_ordinal(tokens, number):
        return True
    following = _next_day(tokens, number)
    if following and low_at(tokens, following.after) in MONTHS:
        return True
    if following and low_at(tokens, following.after) in (",", "and"):
        return _list_ends_in_month(tokens, following.after)
    return _follows_dated_number(tokens, number)


def _touches_month(tokens, number):
    if _month_follows(tokens, number.after):
        return True
    if _is_day_of_other(tokens, number):
        return False
    dot = low_at(tokens, number.first - 1) == "."  # "Jan. 6"
    month = number.first - 2 if dot else number.first - 1
    if low_at(tokens, month) not in MONTHS or number.outer != number.first:
        return False
    return is_digits(tokens, number.first) and tokens[month].text[0].isupper()


def _month_follows(tokens, at):
    """ "6 January", "the 6th of January"; "may" is a month with a capital letter only."""
    word, following = low_at(tokens, at), low_at(tokens, at + 1)
    if word in MONTHS and (word != "may" or tokens[at].text == "May"):
        return True
    if word == "of":
        return following in MONTHS
    return word in ORDINAL_ENDINGS and (following == "of" or following in MONTHS)


def _is_day_of_other(tokens, number):
    """ "Between 4 and 6 January 26 protesters": the month before the number belongs to the day before it."""
    day = number.first - 2
    if not is_digits(tokens, number.first) or not is_digits(tokens, day) or low_at(tokens, number.after) == ",":
        return False
    value = read_digits(tokens[day].text) if tokens[day].text.isdigit() else None
    return value is not None and value <= DAYS


def _next_day(tokens, number):
    """The second day of "6 and 7 January", "6-10 January", "6, 7 and 8 January", or None."""
    if not _joins_days(low_at(tokens, number.after), (",",)) or not is_digits(tokens, number.after + 1):
        return None
    following = read_numeral(tokens, number.after + 1)
    return following if following and following.value and following.value <= DAYS else None


def _list_ends_in_month(tokens, at):
    for ahead in range(at, min(at + LIST_REACH, len(tokens))):
        word = low_at(tokens, ahead)
        if word in MONTHS:
            return True
        if tokens[ahead].kind == "w" and word not in ("and", "to", "of"):
            return False
    return False


def _follows_dated_number(tokens, number):
    """The second day of "January 6 and 7"."""
    if not _joins_days(low_at(tokens, number.first - 1)):
        return False
    day = number.first - 2
    return is_digits(tokens, day) and low_at(tokens, day - 1) in MONTHS and is_digits(tokens, number.first)


def _joins_days(word, further=()):
    return word in ("and", "to", "or", *further) or word in DASHES


def is_ordinal(tokens, number):
    """Digits with the ending of an ordinal.

    >>> from .distractors import reasons_of
    >>> reasons_of("The 45th Brigade returned.")
    [('45', 'ordinal')]
    """
    return low_at(tokens, number.after) in ORDINAL_ENDINGS and is_glued(tokens, number.after)


def is_year(tokens, number):
    """1900 to 2099 in four plain digits, after a word or a mark that years follow; a hedge or a noun tells a count.

    Earlier years follow fewer words, or stand as a pair in brackets.

    >>> from .distractors import reasons_of
    >>> reasons_of("Since 2011 nothing changed; about 2011 people left.")
    [('2011', 'year'), ('2011', '')]
    >>> reasons_of("In 1812 Kutuzov (1745-1813) led 1812 men.")
    [('1812', 'year'), ('1745-1813', 'year'), ('1812', '')]
    """
    if low_at(tokens, number.after) in COUNTED_AFTER_YEAR:
        return False
    if not looks_like_year(tokens[number.first].text):
        return _is_early_year(tokens, number) or _is_span_of_years(tokens, number)
    is_plain = number.qualifier == "exact" and number.after - number.first <= 1
    if not is_plain and number.qualifier != "range":
        return False
    return number.first == 0 or low_at(tokens, number.outer - 1) in YEAR_LINKS


def _is_early_year(tokens, number):
    """ "in 1812", "until 1648", without anybody who could be counted behind."""
    is_plain = number.qualifier == "exact" and number.after - number.first == 1
    if not is_plain or low_at(tokens, number.outer - 1) not in EARLY_LINKS:
        return False
    is_counted = not COUNTABLE.isdisjoint(senses_at(tokens, number.after))
    return not is_counted and looks_like_year(tokens[number.first].text, EARLIEST_YEAR)


def _is_span_of_years(tokens, number):
    """ "(1859-1953)": the years of a life, a reign or a war in brackets."""
    first, last = tokens[number.first].text, tokens[number.after - 1].text
    if number.qualifier != "range" or low_at(tokens, number.after) not in (")", ",", ";"):
        return False
    if low_at(tokens, number.outer - 1) not in ("(", ",") or not looks_like_year(first, EARLIEST_YEAR):
        return False
    return looks_like_year(last, EARLIEST_YEAR) and 0 <= int(last) - int(first) <= LONGEST_SPAN


def looks_like_year(printed, earliest=FIRST_YEAR):
    """Whether digits are printed as a year is, and not before the earliest one.

    >>> looks_like_year("2011"), looks_like_year("1812"), looks_like_year("1812", 1000), looks_like_year("02011")
    (True, False, True, False)
    """
    return len(printed) == 4 and printed.isdecimal() and earliest <= int(printed) <= LAST_YEAR
