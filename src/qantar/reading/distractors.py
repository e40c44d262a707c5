"""What a number is when it counts no people and no cases: a date, an age, money, a percentage, a distance, a score…

Each rule is a small function (tokens, number) → True; `RULES` gives the reason that goes into rejected_numbers.csv.
They look at the words that touch the number, never at the topic of the text.
"""

from .lexicon import load_file
from .numbers import DASHES
from .numerals import is_glued, low_at, read_numeral

THINGS, TIME = load_file("things"), load_file("time")
MONTHS, WEEKDAYS = set(TIME["months"]), set(TIME["weekdays"])
SIGNS = set(THINGS["currency_signs"])
NUMBERED = set(THINGS["numbered"])
AGE_WORDS = {"aged", "ages", "age"}
KIN = {"boy", "girl", "man", "woman", "child", "son", "daughter", "youth", "teenager", "toddler", "baby"}


def _printed(tokens, number):
    return tokens[number.first].text


def _is_small(number, high):
    values = [v for v in (number.value, number.low, number.high) if v is not None]
    return bool(values) and all(0 < v <= high for v in values)


def is_money(tokens, number):
    """A currency sign or code touches the number ("$2-3bn", "20m tenge" is left to the unit rule)."""
    before = {low_at(tokens, number.first - 1), low_at(tokens, number.outer - 1)}
    if low_at(tokens, number.after) == "to" and low_at(tokens, number.after + 2) in ("dollar", "euro", "pound"):
        return True  # "435 to the dollar"
    return bool(before & SIGNS) or low_at(tokens, number.first - 1) in ("usd", "eur", "gbp", "kzt", "us$", "rs", "zar")


def is_percent(tokens, number):
    after = low_at(tokens, number.after)
    return after in ("%", "percent", "percents", "pct") or (
        after == "per" and low_at(tokens, number.after + 1) in ("cent", "cents")
    )


def is_clock(tokens, number):
    """ "09:20", "6.42am", "8 p.m.", "20 h", "11.58pm", and a time that opens a line of rolling coverage."""
    after = low_at(tokens, number.after)
    if after in ("am", "pm", "h", "hrs", "gmt", "o'clock") or (
        after in ("a", "p") and low_at(tokens, number.after + 2) == "m"
    ):
        return True
    if (
        after == ":"
        and is_glued(tokens, number.after)
        and is_glued(tokens, number.after + 1)
        and _is_digits(tokens, number.after + 1)
    ):
        return True
    before = (
        low_at(tokens, number.first - 1) in (":", ".")
        and is_glued(tokens, number.first)
        and _is_digits(tokens, number.first - 2)
        and is_glued(tokens, number.first - 1)
    )
    return before or _is_dotted_time(tokens, number)


def _is_digits(tokens, at):
    return 0 <= at < len(tokens) and tokens[at].kind == "n"


def _is_dotted_time(tokens, number):
    """ "08.30", "06.55": two digits, a point, two digits below 60, at the start of a line or after at, of, our, until."""
    printed = _printed(tokens, number)
    if (
        len(printed) not in (4, 5)
        or printed[-3:-2] != "."
        or not printed.replace(".", "").isdigit()
        or int(printed[-2:]) > 59
    ):
        return False
    return int(printed.split(".")[0]) < 24 and (
        number.first == 0
        or low_at(tokens, number.first - 1) in ("at", "our", "by", "until", "since", "from", "to", "(")
    )


def is_hour(tokens, number):
    """ "at six", "by six", "from 7": an hour after a preposition, at the end of a clause."""
    clock = low_at(tokens, number.outer - 1) in ("at", "by", "until", "till") and number.outer == number.first
    return (
        clock
        and _is_small(number, 12)
        and (
            low_at(tokens, number.after) in (".", ",", "sharp", "this")
            or low_at(tokens, number.after) == "in"
            and low_at(tokens, number.after + 2) in ("morning", "afternoon", "evening")
        )
        and low_at(tokens, number.outer - 2)
        not in ("stands", "stood", "stand", "put", "stayed", "toll", "figure", "number", "at")
    )


def is_date(tokens, number):
    """A day beside a month, an ordinal day, a range or pair of days ("6 and 7 January", "on the 7th")."""
    if not _is_small(number, 31):
        return False
    if _touches_month(tokens, number) or _is_ordinal_day(tokens, number):
        return True
    link, beyond = low_at(tokens, number.after), number.after + 1
    if (link in ("and", "to", "or", ",") or link in DASHES) and _is_digits(tokens, beyond):
        following = read_numeral(tokens, beyond)
        if following and following.value and following.value <= 31:
            after = low_at(tokens, following.after)
            if after in MONTHS:
                return True
            if after in (",", "and") and following.value <= 31:
                return _list_ends_in_month(tokens, following.after)
    return _follows_dated_number(tokens, number)


def _list_ends_in_month(tokens, at):
    for ahead in range(at, min(at + 5, len(tokens))):
        if low_at(tokens, ahead) in MONTHS:
            return True
        if tokens[ahead].kind == "w" and low_at(tokens, ahead) not in ("and", "to", "of"):
            return False
    return False


def _touches_month(tokens, number):
    before, after = low_at(tokens, number.first - 1), low_at(tokens, number.after)
    if after in MONTHS and (after != "may" or tokens[number.after].text == "May"):
        return True
    if after == "of" and low_at(tokens, number.after + 1) in MONTHS:
        return True
    if after in ("st", "nd", "rd", "th") and low_at(tokens, number.after + 1) in ("of", *MONTHS):
        return True
    if (
        tokens[number.first].kind == "n"
        and _is_digits(tokens, number.first - 2)
        and tokens[number.first - 2].text.isdigit()
        and int(tokens[number.first - 2].text) <= 31
        and after not in (",",)
    ):
        return False  # "Between 4 and 6 January 26 protesters": the month belongs to the day before it
    month_before = before in MONTHS or (before == "." and low_at(tokens, number.first - 2) in MONTHS)
    return (
        month_before
        and tokens[number.first].kind == "n"
        and number.outer == number.first
        and tokens[number.first - (2 if before == "." else 1)].text[0].isupper()
    )


def _is_ordinal_day(tokens, number):
    return low_at(tokens, number.after) in ("st", "nd", "rd", "th") and is_glued(tokens, number.after)


def _follows_dated_number(tokens, number):
    """The second day of "January 6 and 7", "6-10 January" read from the right."""
    link = low_at(tokens, number.first - 1)
    if link in ("and", "to", "or") or link in DASHES:
        at = number.first - 2
        return _is_digits(tokens, at) and low_at(tokens, at - 1) in MONTHS and tokens[number.first].kind == "n"
    return False


def is_year(tokens, number):
    """1900 to 2099 printed as four plain digits; a count where a hedge says so or a noun of people follows."""
    printed = _printed(tokens, number)
    if not (len(printed) == 4 and printed.isdigit() and 1900 <= int(printed) <= 2099):
        return False
    before = low_at(tokens, number.outer - 1)
    if number.qualifier not in ("exact", "range") or number.after - number.first > 1 and number.qualifier != "range":
        return False
    year_before = (
        before
        in MONTHS
        | {
            "in",
            "since",
            "of",
            "year",
            "by",
            "until",
            "from",
            "to",
            "and",
            "late",
            "early",
            "mid",
            ",",
            "summer",
            "winter",
            "spring",
            "autumn",
            "during",
            "on",
            "(",
            "after",
            "before",
            "for",
        }
        or number.first == 0
        or before in DASHES
    )
    return year_before and low_at(tokens, number.after) not in PEOPLE_AFTER_YEAR


PEOPLE_AFTER_YEAR = {
    "people",
    "persons",
    "men",
    "women",
    "soldiers",
    "police",
    "officers",
    "cases",
    "troops",
    "detainees",
    "protesters",
    "dead",
    "killed",
    "wounded",
    "injured",
    "arrests",
    "servicemen",
    "civilians",
    "were",
    "have",
}


def is_age(tokens, number):
    """ "aged 16", ", 34,", "a boy of 12", "19-year-old", "aged four, 11 and 15", "under 18", "He is 19."."""
    before, after = low_at(tokens, number.outer - 1), low_at(tokens, number.after)
    if not _is_small(number, 110):
        return False
    if before in AGE_WORDS or (
        before == "of" and low_at(tokens, number.outer - 2) in KIN | {"age", "ages"} and after not in ("the", "them")
    ):
        return True
    if before == "between" and low_at(tokens, number.outer - 2) in AGE_WORDS:
        return True
    if (
        low_at(tokens, number.outer) == "under"
        and number.value in (15, 16, 18, 21)
        and after in (".", ",", "s", ";", "and", "", ")")
    ):
        return True
    return _is_apposed_age(tokens, number) or _is_age_of_someone(tokens, number) or _is_in_list_of_ages(tokens, number)


def _is_apposed_age(tokens, number):
    """A bare number between a capitalised word or a noun and a comma: "Lyazzat, 19, said", "whose husband, 34, was"."""
    if (
        number.outer != number.first
        or low_at(tokens, number.first - 1) != ","
        or low_at(tokens, number.after) not in (",", ".", ";", ")", "")
    ):
        return False
    name = number.first - 2
    if name < 0 or tokens[name].kind != "w" or not 1 <= (number.value or 0) <= 110 or number.style not in ("digits",):
        return False
    following = low_at(tokens, number.after + 1)
    if low_at(tokens, number.after) == "," and (
        _is_digits(tokens, number.after + 1) or following == "and" and _is_digits(tokens, number.after + 2)
    ):
        return False
    if set(_senses(tokens, name)) & {"country", "place", "alliance", "month", "weekday"}:
        return False  # "Republic of Armenia, 70." is a list
    return tokens[name].text[0].isupper() or tokens[name].low in KIN | {
        "husband",
        "wife",
        "father",
        "mother",
        "brother",
        "sister",
        "engineer",
        "student",
        "courier",
        "driver",
        "worker",
        "teacher",
        "nurse",
        "lawyer",
    }


def _senses(tokens, at):
    from .lexicon import general_phrases

    return general_phrases().match(tokens, at)[0] if at < len(tokens) else {}


def _is_age_of_someone(tokens, number):
    """ "He is 19", "the youngest aged", "the other, aged 25", "was 34": a person in the singular is that old."""
    if (
        low_at(tokens, number.outer) in ("over", "under")
        and low_at(tokens, number.outer - 1) in ("were", "was", "are", "is")
        and 16 <= (number.value or 0) <= 100
        and low_at(tokens, number.after) in (".", ",", ";")
    ):
        return True
    be = low_at(tokens, number.outer - 1) in ("is", "was", "turned", "turns", "i'm", "am", "be")
    who = low_at(tokens, number.outer - 2) in ("he", "she", "i", "who", "youngest", "oldest", "eldest", "just", "only")
    return be and who and low_at(tokens, number.after) in (".", ",", "and", ";", "years", "", "but", "when")


def _is_in_list_of_ages(tokens, number):
    at = number.first - 1
    for _ in range(8):
        word = low_at(tokens, at)
        if word in AGE_WORDS:
            return True
        if not (
            word in (",", "and", "or", "to") or word in DASHES or _is_digits(tokens, at) or read_numeral(tokens, at)
        ):
            return False
        at -= 1
    return False


def is_compound(tokens, number):
    """ "10-day", "19-year-old", "three-week": part of a compound adjective; "-strong", "-odd" and "-plus" are none."""
    dash = (
        low_at(tokens, number.after) in DASHES and is_glued(tokens, number.after) and is_glued(tokens, number.after + 1)
    )
    word = low_at(tokens, number.after + 1)
    return (
        dash
        and word.isalpha()
        and word not in ("strong", "odd", "plus", "some", "member")
        and number.beyond == number.after
    )


def is_name(tokens, number):
    """Part of a name: "COVID-19", "TPP-2", "Article 272", "No. 12", "Hospital No. 5", "45th Brigade"."""
    before = low_at(tokens, number.first - 1)
    if (
        before == "/"
        and is_glued(tokens, number.first)
        or tokens[number.first].text.isdigit()
        and len(tokens[number.first].text) > 7
    ):
        return True  # part of an address, an identifier
    if (
        before in DASHES
        and is_glued(tokens, number.first)
        and is_glued(tokens, number.first - 1)
        and tokens[number.first - 2].kind == "w"
    ):
        return True
    if before == "." and low_at(tokens, number.first - 2) in ("no", "nos", "art", "tel", "vol", "p", "pp", "fig", "ch"):
        return True
    if _is_label(tokens, number):
        return True
    if before in NUMBERED - PLAIN_NUMBERED and not tokens[number.first - 1].text[0].isupper():
        return False
    if number.outer != number.first or tokens[number.first].kind != "n" or not before:
        return before in ("article", "articles") or (
            before == "number" and low_at(tokens, number.first - 2) in ("the", "on", "room", "house", "phone")
        )
    if (
        (number.value or 0) > 999
        or number.after - number.first > 1
        or set(_senses(tokens, number.after))
        & {"outcome", "person", "case"} - ({"person"} if low_at(tokens, number.after) in ("agents",) else set())
    ):
        return before in (
            "article",
            "articles",
            "resolution",
            "no",
            "no.",
            "nos",
            "n",
            "flight",
            "telephone",
            "phone",
            "tel",
            "hotline",
        )
    if (
        before
        in (
            "part",
            "point",
            "number",
            "class",
            "group",
            "g",
            "page",
            "level",
            "day",
            "week",
            "phase",
            "operation",
            "line",
        )
        and low_at(tokens, number.after) == "of"
    ):
        return False
    return before in NUMBERED and not (
        before in ("police", "hospital", "school", "unit", "line", "ward", "force", "number", "no")
        and low_at(tokens, number.after) in ("people", "dead", "wounded", "injured", "were", "persons")
    )


PLAIN_NUMBERED = {
    "article",
    "articles",
    "no",
    "no.",
    "nos",
    "n",
    "nr",
    "section",
    "sections",
    "paragraph",
    "page",
    "pages",
    "room",
    "number",
    "part",
    "chapter",
    "flight",
    "route",
    "channel",
    "resolution",
    "decree",
    "law",
    "entrance",
    "apartment",
    "clause",
    "house no",
    "point",
    "phone",
    "telephone",
    "hotline",
    "extension",
    "cell",
    "bus",
    "group",
}


def _is_label(tokens, number):
    """ "CLAIM 3: …", "SitRep 8", "Q. 17:": a heading word in capitals, a small number and a colon."""
    word = tokens[number.first - 1] if number.first else None
    if word is None or word.kind != "w" or low_at(tokens, number.after) != ":" or not _is_small(number, 99):
        return False
    return (
        word.text.isupper()
        and len(word.text) > 2
        and not set(_senses(tokens, number.first - 1)) & {"country", "place", "alliance"}
    )


def is_in_numbered_list(tokens, number):
    """ "articles 70, 71 and 72": the numbers after the first."""
    at = number.first - 1
    for _ in range(10):
        word = low_at(tokens, at)
        if word in ("articles", "nos", "rooms", "pages", "paragraphs", "sections", "clauses", "channels"):
            return _is_digits(tokens, number.first)
        if not (word in (",", "and", "or", "to") or word in DASHES or _is_digits(tokens, at)):
            return False
        at -= 1
    return False


def is_footnote(tokens, number):
    """A digit glued to the end of a word or of a sentence: "country.1"."""
    return (
        number.first > 0
        and is_glued(tokens, number.first)
        and tokens[number.first].kind == "n"
        and _is_small(number, 99)
        and tokens[number.first - 1].text in '.,”"’)'
        and tokens[number.first - 2].kind in "wp"
        and is_glued(tokens, number.first - 1)
        and not is_glued(tokens, number.first + 1)
    )


def is_score(tokens, number):
    """ "52-9", "24/7", "2:1", "9/11": two numbers joined by a mark that makes no range."""
    link, other = low_at(tokens, number.after), number.after + 1
    joined = (
        (link in DASHES or link in ("/", ":", "×", "x"))
        and is_glued(tokens, number.after)
        and is_glued(tokens, other)
        and _is_digits(tokens, other)
    )
    back = low_at(tokens, number.first - 1)
    joined_back = (
        (back in DASHES or back in ("/", ":", "×"))
        and is_glued(tokens, number.first)
        and is_glued(tokens, number.first - 1)
        and _is_digits(tokens, number.first - 2)
    )
    return (joined or joined_back) and number.qualifier != "range"


def is_ratio(tokens, number):
    """ "three in four", "one out of ten": a share."""
    if low_at(tokens, number.after) == "of" and low_at(tokens, number.after + 1) == "the":
        whole = read_numeral(tokens, number.after + 2)
        if whole and low_at(tokens, whole.after) in (
            "present",
            "votes",
            "members",
            "delegates",
            "seats",
            "deputies",
            "mps",
            "senators",
            "lawmakers",
        ):
            return True
    after = number.after + (2 if low_at(tokens, number.after) == "out" else 1)
    link = low_at(tokens, after - 1)
    if link in ("in", "of") and low_at(tokens, number.after) in ("in", "out"):
        following = read_numeral(tokens, after)
        if (
            following
            and following.style == ("words" if number.style == "words" else "digits")
            and not _touches_month_at(tokens, following)
            and (following.value or 0) < 1000
        ):
            return True
    link = low_at(tokens, number.first - 1)
    words = {"one", "two", "three", "four", "five", "nine", "1", "2", "3", "4", "9"}
    return (
        link in ("in", "of")
        and (
            low_at(tokens, number.first - 2) in words
            or (low_at(tokens, number.first - 2) == "out" and low_at(tokens, number.first - 3) in words)
        )
        and number.style == "words"
        and link == "in"
    )


def _touches_month_at(tokens, numeral):
    return low_at(tokens, numeral.after) in MONTHS or 1900 <= (numeral.value or 0) <= 2099


def is_list_marker(tokens, number):
    """ "1) Almaty: 103 dead; 2) Kyzylorda: 21": the number of an item in a list."""
    opens = number.first == 0 or low_at(tokens, number.first - 1) in (";", ".", "(")
    return (
        opens
        and low_at(tokens, number.after) == ")"
        and _is_small(number, 30)
        and tokens[number.first].kind == "n"
        and is_glued(tokens, number.after)
    )


def is_ordinal(tokens, number):
    return low_at(tokens, number.after) in ("st", "nd", "rd", "th") and is_glued(tokens, number.after)


def is_idiom(tokens, number):
    """ "one of the", "one day", "at one point", "one another", "no one" as a pronoun is left to the grammar."""
    word, after = low_at(tokens, number.first), low_at(tokens, number.after)
    if word != "one" or number.after != number.first + 1 or number.outer != number.first:
        return False
    if after in (
        "another",
        "day",
        "thing",
        "side",
        "hand",
        "way",
        "point",
        "stage",
        "time",
        "can",
        "could",
        "must",
        "should",
        "might",
        "would",
        "who",
        "has",
        "'s",
        "may",
        "wants",
        "needs",
    ):
        return True
    return low_at(tokens, number.first - 1) in (
        "this",
        "that",
        "which",
        "each",
        "every",
        "any",
        "only",
        "the",
        "a",
        "some",
        "no",
        "big",
        "good",
        "bad",
        "last",
        "first",
        "next",
        "latest",
        "same",
        "foreign",
        "new",
        "old",
        "single",
        "another",
        "for",
        "or",
        "than",
        "real",
    ) and after not in (
        "dead",
        "killed",
        "death",
        "arrest",
        "injured",
        "wounded",
        "person",
        "officer",
        "policeman",
        "soldier",
        "woman",
        "man",
        "girl",
        "boy",
        "child",
    )


def is_unit(tokens, number):
    """A measure follows: hours, kilometres, kilos, degrees, dollars."""
    return bool(_unit_after(tokens, number))


def _unit_after(tokens, number):
    from .lexicon import general_phrases

    at = number.beyond
    for ahead in (at, at + 1, at + 2):
        if ahead >= len(tokens):
            return None
        senses, _ = general_phrases().match(tokens, ahead)
        if "unit" in senses and not (senses["unit"] in ("sport", "times") and "outcome" in senses):
            return senses["unit"] if tokens[ahead].text not in ("am",) else None
        if tokens[ahead].low not in ADJECTIVES_OF_UNITS:
            return None
    return None


ADJECTIVES_OF_UNITS = {
    "square",
    "cubic",
    "us",
    "u",
    ".",
    "s",
    "-",
    "million",
    "billion",
    "thousand",
    "hong",
    "kong",
    "solomon",
    "canadian",
    "australian",
    "american",
    "long",
    "consecutive",
    "full",
    "straight",
    "whole",
    "more",
    "working",
    "prison",
    "solomon",
    "kenyan",
    "kazakh",
    "sri",
    "lankan",
    "south",
    "african",
    "successive",
    "additional",
    "short",
    "sleepless",
}

RULES = (
    ("list marker", is_list_marker),
    ("money", is_money),
    ("percent", is_percent),
    ("clock", is_clock),
    ("date", is_date),
    ("ordinal", is_ordinal),
    ("ratio", is_ratio),
    ("compound", is_compound),
    ("name", is_name),
    ("name", is_in_numbered_list),
    ("score", is_score),
    ("year", is_year),
    ("age", is_age),
    ("footnote", is_footnote),
    ("hour", is_hour),
    ("idiom", is_idiom),
)


def find_reason(tokens, number):
    """Why the number counts no people and no cases, or "" where nothing touching it tells.

    Measures give their kind: `time`, `distance`, `weight`, `money`…
    """
    for reason, rule in RULES:
        if rule(tokens, number):
            return reason
    return _unit_after(tokens, number) or ("fraction" if _is_fraction(number) else "")


def _is_fraction(number):
    return any(isinstance(v, float) for v in (number.value, number.low, number.high))
