"""Dates of a text, and the day for which a figure holds (as-of).

Explicit dates ("15 January", "January 15, 2022", "in December 2011", "2013") and relative ones ("on Saturday",
"yesterday", "last Sunday", "this morning") are read against the day of publication.
"""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from .wordlists import load_file, tree_of, word_set

TIME = load_file("time")
MONTHS, WEEKDAYS, COUNTS, ORDINALS = TIME["months"], TIME["weekdays"], TIME["counts"], TIME["ordinals"]
DAY_BEFORE = word_set("time", "day_before")
DOUBTFUL_MONTHS, SHORT_MONTHS = word_set("time", "doubtful_months"), word_set("time", "short_months")
ISO_DAY = len("2022-01-15")  # a date of that length is a day, a shorter one a month or a year
ISO_YEAR = len("2022")
NO_DAY = (ValueError, OverflowError)  # what `datetime` raises for a day that the calendar does not have
FORGIVEN_DAYS = 20  # a day without a year may lie so far after publication before it is read as last year's
LONGEST_SEARCH = 3  # months back; of any three in a row one at least has 31 days
LEAP_YEARS = 9  # years of which one at least is a leap year
LATER_REPORT = timedelta(days=300)  # after the start of the event; then bare days are those of the event
EVENT_MARGINS = timedelta(days=3), timedelta(days=25)  # how far before and after the event its days may lie
WEEK = timedelta(days=7)
EVENT_YEAR = timedelta(days=30)  # a day further before the event is one of the next year


def _any(words):
    return "|".join(sorted(words, key=len, reverse=True))


MONTH, ORDINAL, COUNT = _any(MONTHS), _any(ORDINALS), rf"{_any(COUNTS)}|\d{{1,2}}"
WEEKDAY = _any(word for word in WEEKDAYS if len(word) > len("sun"))  # "Sun" and "Sat" are words of their own
NTH, SPACES = "(?:st|nd|rd|th)", r"\s+"
# The forms of a date, the longest first; the name of a form is that of the reader in `READERS`.
FORMS = {
    "day_month": rf"\b(?P<d1>\d{{1,2}}){NTH}?(?:\s+of)?\s+(?P<m1>{MONTH})\b\.?(?:,?\s+(?P<y1>\d{{4}})\b)?",
    "month_day": rf"\b(?P<m2>{MONTH})\b\.?\s+(?P<d2>\d{{1,2}}){NTH}?\b(?![.,]?\d|:)(?:,?\s+(?P<y2>\d{{4}})\b)?",
    "nth_of_month": rf"\bthe\s+(?P<o1>{ORDINAL})\s+of\s+(?P<m4>{MONTH})\b",
    "month": rf"\b(?P<m3>{MONTH})\b\.?(?:\s+(?:of\s+)?(?P<y3>\d{{4}})\b)?",
    "year": r"\b(?:19|20)\d\d\b(?![,.]?\d|-)",
    "day": rf"\bthe\s+(?P<d4>\d{{1,2}}){NTH}\b",
    "named_day": rf"\b(?:{WEEKDAY}),?\s+(?P<d5>\d{{1,2}}){NTH}\b",
    "nth": rf"\bthe\s+(?P<o2>{ORDINAL})\b(?=[,.;:]|\s+(?:and|it|they|the|somebody|he|she|at|in)\b)",
    "weekday": rf"\b(?:(?P<last>last|next)\s+)?(?P<w>{WEEKDAY})\b(?!\s+(?:the\s+\d|\d{{1,2}}\s+(?:{MONTH})\b))",
    "later": rf"\b(?P<n2>{COUNT}) days? later\b|\bthe (?:following|next) (?:day|night|morning)\b"
    r"|\ba day (?:before|earlier)\b|\bthe previous (?:day|night|evening)\b|\bthe (?:night|evening) before\b",
    "months_ago": rf"\b(?P<n3>{COUNT}) months? ago\b",
    "season": rf"\blast (?P<s>{_any(TIME['season_ends'])})\b",
    "days_ago": rf"\b(?P<n>{COUNT}) days? (?:ago|earlier)\b",
    "near": rf"\b(?:{_any([*TIME['this_day'], *DAY_BEFORE])})\b",
}
DATE = re.compile("|".join(f"(?P<{form}>{pattern})" for form, pattern in FORMS.items()), re.I)
# What a date can begin with, in small letters: asked first, since most words begin none.
OPENINGS = [*MONTHS, *WEEKDAYS, *COUNTS, *TIME["this_day"], *DAY_BEFORE, *TIME["openings"]]
OPENINGS += [f"the {day}" for day in (*ORDINALS, *range(10))]
OPENING = re.compile(rf"\b(?=\d|{tree_of(OPENINGS, SPACES)})")
BEGINNINGS = re.compile(rf"\b(?:{_any(TIME['beginnings'])})\s+(?:on\s+|the\s+|early\s+)?$", re.I)
LONGEST_BEGINNING = 16  # characters before a date that are searched
AS_OF = re.compile(
    r"""\b(?:as\ of|as\ on|by|as\ at|on|at|in|during|of|for|from)\s+(?:the\s+)?
    (?:(?:evening|morning|night|end|middle|start)\s+(?:of|on)\s+)?(?:early\s+|late\s+|about\s+)?$""",
    re.I | re.X,
)
DOUBTFUL_LINK = re.compile(rf"\b(?:{_any(TIME['doubtful_month_links'])})\s+$")
MONTH_LINK = re.compile(rf"\b(?:{_any([*TIME['doubtful_month_links'], *TIME['further_month_links']])})[\s-]+$")
OF_STORY = re.compile(r"\b(?:the|that)\s$")
NOUN_AFTER = re.compile(r" [a-z]")
EVENT_NOUN = re.compile(rf"\s+(?:{_any(TIME['event_nouns'])})")


@dataclass(slots=True)
class Dated:
    """A date in the text: its span, its ISO form (day, month or year), and `explicit` or `relative`."""

    start: int
    end: int
    iso: str
    basis: str
    is_beginning: bool = False
    is_recent: bool = False  # a weekday or "yesterday": the day of a statement rather than of the story


@dataclass(slots=True)
class Anchor:
    """What a date is read against: see `find_dates`. `scene` moves on with every day that the text names."""

    published: date | None
    scene: str | Callable | None
    window: tuple | None
    forward: bool = False

    @property
    def scene_day(self):
        """The day last spoken of as a date, None where there is none."""
        if callable(self.scene):
            self.scene = self.scene()
        return parse_published(self.scene) if self.scene and len(self.scene) == ISO_DAY else None


def parse_published(published):
    """The day of publication as a date, the last day of a month or year given alone, or None.

    >>> parse_published("2022-01-15"), parse_published("2022-01"), parse_published("")
    (datetime.date(2022, 1, 15), datetime.date(2022, 1, 31), None)
    """
    try:
        parts = [int(part) for part in re.findall(r"\d+", str(published or ""))[:3]]
        if len(parts) == 3:
            return date(*parts)
        if len(parts) == 2:
            following = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
            return following - timedelta(days=1)
        return date(parts[0], 12, 31) if parts else None
    except NO_DAY:
        return None


def find_dates(text, start, end, published, scene=None, window=None, forward=False):
    """All dates of text[start:end], in order.

    Args:
        text: the whole text.
        start, end: the span to read, as code points.
        published: date of publication, against which relative dates are read; None leaves them out.
        scene: the ISO date last spoken of, for "the ninth" and "two days later", or what finds it when one asks.
        window: (start, end) of the event as dates, for bare days in a report written long after it.
        forward: read a weekday as the first one from the scene on, as first-hand accounts tell their story.

    Returns:
        list of Dated.

    >>> text = "Since 5 January, 2022 they were held; on Friday and yesterday 12 were freed."
    >>> [(d.iso, d.basis, d.is_beginning) for d in find_dates(text, 0, len(text), date(2022, 1, 15))]
    [('2022-01-05', 'explicit', True), ('2022-01-14', 'relative', False), ('2022-01-14', 'relative', False)]
    """
    anchor, found = Anchor(published, scene, window, forward), []
    for match in _matches(text, start, end):
        iso = _read_date(match, anchor)
        if not iso or _is_no_time(match):
            continue
        form = match.lastgroup
        before = max(start, match.start() - LONGEST_BEGINNING)
        is_beginning = bool(BEGINNINGS.search(text, before, match.start())) and not _describes(match)
        basis = "relative" if form in RELATIVE else "explicit"
        found.append(Dated(*match.span(), iso, basis, is_beginning, form in ("weekday", "near")))
        anchor.scene = iso if len(iso) == ISO_DAY else anchor.scene
    return found


def without_counts(dates, figures):
    """The dates but those that a figure counts: "2000 people".

    Args:
        dates: the dates of a sentence.
        figures: its figures.
    """
    spans = [(figure.item.start, figure.item.end) for figure in figures]
    return [d for d in dates if len(d.iso) > ISO_YEAR or not any(start <= d.start < end for start, end in spans)]


def _describes(match):
    """ "after the 1999 vote": a year before a noun dates the noun, and begins no time."""
    is_adjective = match.lastgroup == "year" and bool(NOUN_AFTER.match(_after(match, 3)))
    return is_adjective and _before(match, len(" the ")).endswith(" the ")


def _is_no_time(match):
    """ "born in 1999", "under the 1998 treaty": the year of a person or of a paper."""
    return match.lastgroup == "year" and _before(match, len("under the ")).endswith(("born in ", "under the "))


def _matches(text, start, end):
    """The matches of DATE in text[start:end], tried only where a date can begin."""
    low, at = text[start:end].lower(), start
    if len(low) != end - start:  # a letter that has no small letter of its own moves all places after it
        yield from DATE.finditer(text, start, end)
        return
    for opening in OPENING.finditer(low):
        if start + opening.start() >= at:
            match = DATE.match(text, start + opening.start(), end)
            if match:
                yield match
                at = match.end()


def _read_date(match, anchor):
    """The ISO form of a date, None where the words name none: "31 February", the day after 31 December 9999."""
    if match.lastgroup in RELATIVE and anchor.published is None:
        return None
    try:
        return READERS[match.lastgroup](match, anchor)
    except NO_DAY:
        return None


def _read_day_month(match, anchor):
    return _printed_day(match.group("d1"), match.group("m1"), match.group("y1"), anchor)


def _read_month_day(match, anchor):
    return _printed_day(match.group("d2"), match.group("m2"), match.group("y2"), anchor)


def _read_nth_of_month(match, anchor):
    return _day(_nth(match.group("o1")), MONTHS[match.group("m4").lower()], None, anchor)


def _printed_day(day, month, year, anchor):
    """A day in digits beside a month; "may" without its capital letter is the verb ("12 may die")."""
    return None if month == "may" else _day(int(day), MONTHS[month.lower()], year, anchor)


def _nth(word):
    return ORDINALS.index(word.lower()) + 1


def _day(day, month, year, anchor):
    """A day of a month; where no year is given, that of the event or the latest one about publication."""
    if year:
        return date(int(year), month, day).isoformat()
    if anchor.published is None:
        return None
    return (_day_of_event(day, month, anchor) or _latest(day, month, anchor.published)).isoformat()


def _latest(day, month, published):
    """The latest such day about publication; 29 February is looked for in earlier years."""
    for year in range(published.year, published.year - LEAP_YEARS, -1):
        is_there = calendar.isleap(year) or (month, day) != (2, 29)
        if is_there and date(year, month, day) <= published + timedelta(days=FORGIVEN_DAYS):
            return date(year, month, day)
    raise ValueError("no such day")


def _day_of_event(day, month, anchor):
    """In a report long after the event a bare "11 January" is the event's, where it lies in or soon after the event."""
    if not anchor.window or anchor.published <= anchor.window[0] + LATER_REPORT:
        return None
    start, end = anchor.window
    found = date(start.year, month, day)
    if found < start - EVENT_YEAR:
        found = date(start.year + 1, month, day)
    return found if start - EVENT_MARGINS[0] <= found <= end + EVENT_MARGINS[1] else None


def _read_month(match, anchor):
    """ "in December 2011", "in August": a month, the latest one not after publication where no year is given."""
    year, month = match.group("y3"), MONTHS[match.group("m3").lower()]
    if year:
        return f"{year}-{month:02d}"
    published = anchor.published
    if published is None or not _is_month_alone(match):
        return None
    is_last = published.month == month and _before(match, len("last ")) == "last "
    year = published.year - (month > published.month or is_last)
    return f"{year}-{month:02d}"


def _is_month_alone(match):
    """Whether the word is a month and a time at all: "in March", but not "they march" nor "the March events"."""
    word = match.group("m3")
    is_doubtful = word.lower() in DOUBTFUL_MONTHS or (word.lower() in SHORT_MONTHS and word[0].islower())
    if is_doubtful and (word[0].islower() or not DOUBTFUL_LINK.search(_before(match, 8))):
        return False
    return bool(MONTH_LINK.search(_before(match, 9))) and not EVENT_NOUN.match(_after(match, 12))


def _before(match, characters):
    return match.string[max(0, match.start() - characters) : match.start()].lower()


def _after(match, characters):
    return match.string[match.end() : match.end() + characters].lower()


def _read_year(match, anchor):
    return match.group()


def _read_day(match, anchor):
    return _day_of_scene(int(match.group("d4")), anchor)


def _read_named_day(match, anchor):
    """ "Friday 7th", as diaries have it."""
    return _day_of_scene(int(match.group("d5")), anchor)


def _read_nth(match, anchor):
    return _day_of_scene(_nth(match.group("o2")), anchor)


def _day_of_scene(number, anchor):
    """ "the ninth": in the month last spoken of, or the one before where that would lie after publication."""
    base = anchor.scene_day or anchor.published
    if base is None:
        return None
    month = base.replace(day=1)
    for _ in range(LONGEST_SEARCH):  # until a month has such a day, up to publication
        if _has_day(month, number) and month.replace(day=number) <= (anchor.published or date.max):
            return month.replace(day=number).isoformat()
        month = (month - timedelta(days=1)).replace(day=1)
    return None


def _has_day(month, number):
    return 1 <= number <= calendar.monthrange(month.year, month.month)[1]


def _read_weekday(match, anchor):
    """The last such day up to publication; "last" excludes the day itself, "next" is no day of a figure."""
    number, qualifier = WEEKDAYS[match.group("w").lower()], (match.group("last") or "").lower()
    if qualifier == "next":
        return None
    base = _base_of_story(match, anchor)
    if base:
        return (base + timedelta(days=(number - base.weekday()) % 7)).isoformat()
    back = (anchor.published.weekday() - number) % 7
    if qualifier == "last" and back == 0:
        back = 7
    return (anchor.published - timedelta(days=back)).isoformat()


def _base_of_story(match, anchor):
    """The day from which a story counts its weekdays on: "On the Friday", "that Thursday", those of a narrator.

    The day last spoken of, or, in a text written later, the first day of the event.
    """
    is_later = anchor.window and anchor.published > anchor.window[1] + WEEK
    is_told = is_later and OF_STORY.search(_before(match, len(" that ")))
    if not anchor.forward and not is_told:
        return None
    return anchor.scene_day or (anchor.window[0] if is_later else None)


def _read_later(match, anchor):
    """ "two days later", "the following night", "a day before", counted from the day last spoken of."""
    is_before = match.group().lower().endswith(("before", "earlier")) or "previous" in match.group().lower()
    base = anchor.scene_day or (anchor.published if is_before else None)
    if base is None:
        return None
    days = _count(match.group("n2")) if match.group("n2") else 1
    return (base + timedelta(days=-1 if is_before else days)).isoformat()


def _read_months_ago(match, anchor):
    months = anchor.published.year * 12 + anchor.published.month - 1 - _count(match.group("n3"))
    return f"{months // 12}-{months % 12 + 1:02d}"


def _read_season(match, anchor):
    ends = TIME["season_ends"][match.group("s").lower()]
    return str(anchor.published.year - (anchor.published.month <= ends))


def _read_days_ago(match, anchor):
    """ "two days ago" counts from publication, "two days earlier" from the day last spoken of."""
    is_told = match.group().lower().endswith("earlier")
    base = (anchor.scene_day if is_told else None) or anchor.published
    return (base - timedelta(days=_count(match.group("n")))).isoformat()


def _read_near(match, anchor):
    """ "yesterday", "last night"; "today", "this morning"."""
    back = 1 if match.group().lower() in DAY_BEFORE else 0
    return (anchor.published - timedelta(days=back)).isoformat()


def _count(word):
    return COUNTS.get(word.lower()) or int(word)


READERS = {
    "day_month": _read_day_month,
    "month_day": _read_month_day,
    "nth_of_month": _read_nth_of_month,
    "month": _read_month,
    "year": _read_year,
    "day": _read_day,
    "named_day": _read_named_day,
    "nth": _read_nth,
    "weekday": _read_weekday,
    "later": _read_later,
    "months_ago": _read_months_ago,
    "season": _read_season,
    "days_ago": _read_days_ago,
    "near": _read_near,
}
RELATIVE = {"weekday", "later", "months_ago", "season", "days_ago", "near"}
