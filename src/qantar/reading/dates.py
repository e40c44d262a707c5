"""Dates of a text, and the day for which a figure holds (as-of).

Explicit dates ("15 January", "January 15, 2022", "in December 2011", "2013") and relative ones ("on Saturday",
"yesterday", "last Sunday", "this morning") are read against the day of publication.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from .lexicon import load_file

TIME = load_file("time")
MONTHS, WEEKDAYS = TIME["months"], TIME["weekdays"]
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
WEEKDAY = "|".join(sorted((w for w in WEEKDAYS if len(w) > 3), key=len, reverse=True))
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
DATE = re.compile(
    rf"(?P<dmy>\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<m1>{MONTH})\b\.?(?:,?\s+(?P<y1>\d{{4}})\b)?)"
    rf"|(?P<mdy>\b(?P<m2>{MONTH})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?![.,]?\d|:)(?:,?\s+(?P<y2>\d{{4}})\b)?)"
    rf"|(?P<word>\bthe\s+(?P<o1>{'|'.join(ORDINALS)})\s+of\s+(?P<m4>{MONTH})\b)"
    rf"|(?P<my>\b(?P<m3>{MONTH})\b\.?(?:\s+(?:of\s+)?(?P<y3>\d{{4}})\b)?)"
    r"|(?P<y>\b(?:19|20)\d\d\b(?![,.]?\d|-))"
    r"|(?P<day>\bthe\s+(?P<d4>\d{1,2})(?:st|nd|rd|th)\b)"
    rf"|(?P<oday>\bthe\s+(?P<o2>{'|'.join(ORDINALS)})\b(?=[,.;:]|\s+(?:and|it|they|the|somebody|he|she|at|in)\b))"
    rf"|(?P<week>\b(?:(?P<last>last|next)\s+)?(?P<w>{WEEKDAY})\b(?!\s+(?:the\s+\d|\d{{1,2}}\s+(?:{MONTH})\b)))"
    r"|(?P<later>\b(?P<n2>one|two|three|four|five|six|\d) days? later\b|\bthe (?:following|next) (?:day|night|morning)\b|\ba day (?:before|earlier)\b)"
    r"|(?P<months>\b(?P<n3>one|two|three|four|five|six|\d) months? ago\b)"
    r"|(?P<season>\blast (?P<s>summer|autumn|winter|spring)\b)"
    r"|(?P<ago>\b(?P<n>one|two|three|four|five|six|\d) days? (?:ago|earlier)\b)"
    r"|(?P<rel>\b(?:yesterday|today|tonight|overnight|this (?:morning|afternoon|evening)|last night|the day before)\b)",
    re.I,
)
BEGINNINGS = re.compile(
    r"\b(?:since|until|till|after|before|began|begun|starting|following|beginning|for the period|due|scheduled|expected|next|will|ordered for)\s+(?:on\s+|the\s+|early\s+)?$",
    re.I,
)
AS_OF = re.compile(
    r"\b(?:as of|as on|by|as at|on|at|in|during|of|for|from)\s+(?:the\s+)?(?:(?:evening|morning|night|end|middle|start)\s+(?:of|on)\s+)?(?:early\s+|late\s+|about\s+)?$",
    re.I,
)


@dataclass(slots=True)
class Dated:
    """A date in the text: its span, its ISO form (day, month or year), and `explicit` or `relative`."""

    start: int
    end: int
    iso: str
    basis: str
    is_beginning: bool = False
    is_recent: bool = False  # a weekday or "yesterday": the day of a statement rather than of the story


def parse_published(published):
    """The day of publication as a date, the last day of a month or year given alone, or None.

    >>> parse_published("2022-01-15"), parse_published("2022-01"), parse_published("")
    (datetime.date(2022, 1, 15), datetime.date(2022, 1, 31), None)
    """
    parts = [int(part) for part in re.findall(r"\d+", str(published or ""))[:3]]
    try:
        if len(parts) == 3:
            return date(*parts)
        if len(parts) == 2:
            following = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
            return following - timedelta(days=1)
        return date(parts[0], 12, 31) if parts else None
    except ValueError:
        return None


def find_dates(text, start, end, published, scene=None, window=None, forward=False):
    """All dates of text[start:end], in order.

    Args:
        published: date of publication, against which relative dates are read; None leaves them out.
        scene: the ISO date last spoken of, for "the ninth" and "two days later".
        window: (start, end) of the event as dates, for bare days in a report written long after it.
        forward: read a weekday as the first one from the scene on, as first-hand accounts tell their story.

    Returns:
        list of Dated.
    """
    found = []
    for match in DATE.finditer(text, start, end):
        iso, basis = _read_date(match, published, scene, window)
        if forward and iso and match.group("week") and scene and len(scene) == 10:
            iso = _weekday_from(WEEKDAYS[match.group("w").lower()], scene)
        if iso:
            beginning = bool(BEGINNINGS.search(text, max(start, match.start() - 16), match.start()))
            recent = bool(match.group("week") or match.group("rel"))
            found.append(Dated(match.start(), match.end(), iso, basis, beginning, recent))
            scene = iso if len(iso) == 10 else scene
    return found


def _read_date(match, published, scene, window):
    get = match.group
    if get("dmy") or get("mdy"):
        day, month, year = (get("d1"), get("m1"), get("y1")) if get("dmy") else (get("d2"), get("m2"), get("y2"))
        if _is_modal_may(match, month):
            return None, ""
        return _day(year, MONTHS[month.lower()], int(day), published, window), "explicit"
    if get("word"):
        return _day(
            None, MONTHS[get("m4").lower()], ORDINALS.index(get("o1").lower()) + 1, published, window
        ), "explicit"
    if get("my"):
        return _month(match, published)
    if get("y"):
        return get("y"), "explicit"
    if get("day") or get("oday"):
        number = int(get("d4")) if get("day") else ORDINALS.index(get("o2").lower()) + 1
        return _ordinal_day(number, published, scene), "explicit"
    if published is None:
        return None, ""
    if get("week"):
        return _weekday(WEEKDAYS[get("w").lower()], get("last"), published), "relative"
    if get("later"):
        return _shift(get("later").lower(), get("n2"), scene), "relative"
    if get("months"):
        months = published.year * 12 + published.month - 1 - _count(get("n3"))
        return f"{months // 12}-{months % 12 + 1:02d}", "relative"
    if get("season"):
        ends = {"spring": 5, "summer": 8, "autumn": 11, "winter": 2}[get("s").lower()]
        return str(published.year - (published.month <= ends)), "relative"
    if get("ago"):
        days = _count(get("n"))
        base = parse_published(scene) if scene and get("ago").lower().endswith("earlier") else published
        return (base - timedelta(days=days)).isoformat(), "relative"
    back = 1 if get("rel").lower() in ("yesterday", "last night", "the day before") else 0
    return (published - timedelta(days=back)).isoformat(), "relative"


def _count(word):
    return {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}.get(word.lower()) or int(word)


def _shift(phrase, days, scene):
    """ "two days later", "the following night", "a day before", counted from the day last spoken of."""
    base = parse_published(scene) if scene and len(scene) == 10 else None
    if base is None:
        return None
    step = -1 if phrase.startswith("a day") else _count(days) if days else 1
    return (base + timedelta(days=step)).isoformat()


def _is_modal_may(match, month):
    return month == "may"


def _month(match, published):
    """ "in December 2011", "in August": a month, the latest one not after publication where no year is given."""
    word = match.group("m3")
    if (
        word.lower()
        in ("may", "march", "mar", "dec", "jan", "sep", "oct", "apr", "nov", "feb", "jun", "jul", "aug", "sept")
        and (word[0].islower() or word.lower() in ("may", "march"))
        and not match.group("y3")
    ):
        before = match.string[max(0, match.start() - 8) : match.start()].lower()
        if word[0].islower() or not re.search(r"\b(?:in|of|last|since|by|until|this)\s+$", before):
            return None, ""
    month = MONTHS[word.lower()]
    before = match.string[max(0, match.start() - 9) : match.start()].lower()
    after = match.string[match.end() : match.end() + 12].lower()
    if not match.group("y3") and (
        not MONTH_LINK.search(before)
        or re.match(
            r"\s+(?:events|tragedy|unrest|clashes|protests|riots|disorder|days|shooting|list|war|revolution)", after
        )
    ):
        return None, ""
    if match.group("y3"):
        return f"{match.group('y3')}-{month:02d}", "explicit"
    if published is None:
        return None, ""
    before = match.string[max(0, match.start() - 6) : match.start()].lower()
    year = published.year - (month > published.month or (month == published.month and before.endswith("last ")))
    return f"{year}-{month:02d}", "explicit"


MONTH_LINK = re.compile(
    r"\b(?:in|of|last|since|by|until|this|during|from|to|early|late|mid|that|for|through|and)[\s-]+$"
)


def _day(year, month, day, published, window=None):
    try:
        if year:
            return date(int(year), month, day).isoformat()
        if published is None:
            return None
        in_event = window and _day_of_event(month, day, window, published)
        if in_event:
            return in_event.isoformat()
        found = date(published.year, month, day)
        if found > published + timedelta(days=20):
            found = date(published.year - 1, month, day)
        return found.isoformat()
    except ValueError:
        return None


def _day_of_event(month, day, window, published):
    """In a report long after the event a bare "11 January" is the event's, where it lies in or soon after the event."""
    start, end = window
    if published <= start + timedelta(days=300):
        return None
    found = date(start.year, month, day)
    if found < start - timedelta(days=30):
        found = date(start.year + 1, month, day)
    return found if start - timedelta(days=3) <= found <= end + timedelta(days=25) else None


def _ordinal_day(number, published, scene):
    base = parse_published(scene) if scene and len(scene) == 10 else published
    if base is None:
        return None
    try:
        found = base.replace(day=number)
    except ValueError:
        return None
    if found > (published or found):
        previous = base.replace(day=1) - timedelta(days=1)
        found = previous.replace(day=min(number, previous.day))
    return found.isoformat()


def _weekday_from(number, scene):
    base = parse_published(scene)
    return (base + timedelta(days=(number - base.weekday()) % 7)).isoformat()


def _weekday(number, qualifier, published):
    back = (published.weekday() - number) % 7
    if qualifier and qualifier.lower() == "last" and back == 0:
        back = 7
    if qualifier and qualifier.lower() == "next":
        return None
    return (published - timedelta(days=back)).isoformat()
