"""The as-of date of every figure: the date in its clause, the date of the statement, or the date of the scene."""

import re

from .dates import AS_OF, ISO_DAY, find_dates, parse_published, without_counts
from .figure import walk
from .voices import OFFICIAL_VOICES
from .wordlists import any_of, load_file

TIME = load_file("time")
SITTING = re.compile(any_of(TIME["sittings"]))  # in small letters
SITTINGS = [words.rstrip("*") for words in TIME["sittings"]]
BREAK = re.compile(any_of(TIME["clause_breaks"]))
STAMP = re.compile(r"^\W*(?:\d{1,2}[.:]\d\d|[012]\d[0-5]\d\s)")  # the hour that opens a line of rolling coverage
HOUR = re.compile(r"\d[.:]\d\d|\n[012]\d[0-5]\d\s")
LIVE_STAMPS = 3  # sentences that open with an hour, from which on a text is rolling coverage
DATELINE = re.compile(r"^[^a-z\n]{3,40},?\s.{3,20}\([\w\s./-]+\)\s*[-–—]")  # "ALMATY, 9 January (wire) –"
BACKWARD = re.compile(
    r"^\W*(?:both|these|all|the)\b.{0,20}\b(?:figures?|numbers?|data|tolls?)\b.{0,12}\b(?:from|as of|for)\b", re.I
)
AS_ON = re.compile(r"\bas (?:of|on|at)\b", re.I)
LONGEST_DAY_LINE = 32  # characters of a sentence that is the day of a diary
HEADER_LINES = 4
HEADER_DAYS = 7  # how far the day of a header may lie from the day of publication
# Characters that a date may be away from a number, and what marks in between and about count like.
TOO_FAR, SEMICOLON, CLAUSE, SECOND_COMMA, NEAR_BONUS = 260, 200, 60, 40, 10
OPENING, LONGEST_LINK = 30, 20  # characters at the start of a sentence; before a date that hold "as of the"
FORMER, FORMER_REACH = ("from", "against"), 70  # words before a former value, characters between it and its day
LIST_ITEM = 2  # position up to which a part stands right before the day of its total


class Calendar:
    """The dates of one text as they are met, sentence by sentence.

    Args:
        rows: the `items.Rows` of the text.
        text: the text.
        published: day, month or year of publication, or None.
        event: the parsed event.yml, or None.
        voice: the text's own claimant_type.
    """

    def __init__(self, rows, text, published, event, voice):
        start, end = parse_published((event or {}).get("start")), parse_published((event or {}).get("end"))
        self.text, self.anchor = text, parse_published(published)
        self.window = (start, end) if start and end else None
        self.forward = voice == "witness"
        # "on Tuesday" needs a day of publication to count from
        self.has_day = self.anchor is not None and len(str(published)) == ISO_DAY
        self.latest = self.anchor.isoformat() if self.has_day else ""  # a figure of a later day is a plan
        self.told, self.scene, self.paragraph = None, None, 0
        self.passed = []  # sentences whose dates nobody has asked for
        self.is_live = _is_live(rows, text)
        self.header = self._header_date(rows, voice)

    def dates_of(self, sentence):
        """The dates of a sentence; relative ones only where the day of publication is known."""
        return self._read(sentence, self._last_told)

    def _read(self, sentence, scene):
        dates = find_dates(self.text, sentence.start, sentence.end, self.anchor, scene, self.window, self.forward)
        return dates if self.has_day else [found for found in dates if found.basis != "relative"]

    def move_to(self, dates, sentence):
        """Set the scene for the next sentence of the paragraph, and remember the last day spoken of.

        The day of a statement goes on, one within the story does not, unless it stands as a heading: "Friday 7th."
        """
        usable = _usable(dates)
        if usable:
            self.told, self.passed = usable[-1].iso, []
        is_heading = sentence.end - sentence.start <= LONGEST_DAY_LINE
        recent = [d for d in usable if d.is_recent or self.is_live or is_heading]
        if recent:
            self.scene = recent[-1].iso

    def _last_told(self):
        """The last day spoken of, found out in the sentences passed over when a date asks: few dates do."""
        passed, self.passed = self.passed, []
        for sentence in passed:
            usable = _usable(self._read(sentence, self.told))
            self.told = usable[-1].iso if usable else self.told
        return self.told

    def enter(self, sentence):
        """Leave the scene behind where a paragraph begins."""
        if sentence.paragraph != self.paragraph:
            self.scene, self.paragraph = None, sentence.paragraph

    def fallback(self):
        """(date, basis) for a figure without a date of its own."""
        carried = self.scene if self.header is None or self.is_live else None
        found = carried or self.header
        return (found, "scene") if found else ("", "")

    def _header_date(self, rows, voice):
        """The day that holds for the whole text: rolling coverage, a dateline, a sitting, an office's own release."""
        if not self.has_day:
            return None
        if self.is_live:
            return self.anchor.isoformat()
        header = [row.sentence for row in rows.opening(HEADER_LINES)]
        if voice in OFFICIAL_VOICES:
            return next((found for found in map(self._day_as_of, header) if found), self.anchor.isoformat())
        printed = self.text[header[0].start : header[-1].end].lower()
        if "(" not in printed and not any(words in printed for words in SITTINGS):
            return None  # most texts open with neither, and all are asked
        return next((found for found in map(self._day_of_header, header) if found), None)

    def _day_as_of(self, sentence):
        """The day of "As on 25 January" in the first lines of a release."""
        return self._near_day(sentence) if AS_ON.search(sentence.printed) else None

    def _day_of_header(self, sentence):
        """The day of a dateline or of a line that names a sitting."""
        printed = sentence.printed.strip()
        is_header = DATELINE.match(printed) or SITTING.search(printed.lower())
        return self._near_day(sentence) if is_header else None

    def _near_day(self, sentence):
        """The first day that a sentence names, where it is about that of publication; else None."""
        day = next((found.iso for found in self.dates_of(sentence) if _is_day(found)), None)
        is_near = day and abs((self.anchor - parse_published(day)).days) <= HEADER_DAYS
        return day if is_near else None


def _is_day(found):
    return len(found.iso) == ISO_DAY


def _usable(dates):
    """The days among the dates, without those that only begin a time."""
    return [found for found in dates if not found.is_beginning and _is_day(found)]


def _is_live(rows, text):
    if len(HOUR.findall(text)) < LIVE_STAMPS:
        return False
    stamps = sum(bool(STAMP.match(row.sentence.printed.strip())) for row in rows.values())
    return stamps >= LIVE_STAMPS


def fill_dates(figures, rows, text, published, event=None, voice=""):
    """Set as_of and as_of_basis of every figure.

    A date in the figure's sentence comes first; then the day that an earlier sentence of the paragraph has set; then
    the day of a dated report. Otherwise the date stays blank.

    Args:
        figures: the figures of the text, in order.
        rows: the `items.Rows` of the text.
        text: the text.
        published: day, month or year of publication, or None.
        event: the parsed event.yml, or None.
        voice: the text's own claimant_type.
    """
    calendar = Calendar(rows, text, published, event, voice)
    with_figures = {figure.sentence.paragraph for figure in figures}
    for row, dated in walk(rows, figures):
        if row.sentence.paragraph not in with_figures:
            calendar.passed.append(row.sentence)
            continue
        calendar.enter(row.sentence)
        dates = without_counts(calendar.dates_of(row.sentence), dated)
        for figure in dated:
            if _is_former(figure):
                dates = _date_former(figure, dates, dated, calendar)
            else:
                _date_figure(figure, text, dates, calendar, rows, dated)
        calendar.move_to(dates, row.sentence)


def _is_former(figure):
    """ "raised to 71, from 43 on Sunday": the value before a change, whose day is no other figure's."""
    before = figure.items[figure.index - 1].low if figure.index else ""
    return before in FORMER and figure.reading.rule in ("change", "toll")


def _date_former(figure, dates, figures, calendar):
    """Date a former value by the date behind it, else, but for rolling coverage, not at all; the other dates."""
    next_figure = min((other.item.start for other in figures if other.item.start > figure.item.end), default=None)
    end = min(next_figure or figure.sentence.end, figure.item.end + FORMER_REACH)
    own = next((found for found in dates if figure.item.end <= found.start < end), None)
    if own is not None:
        figure.as_of, figure.as_of_basis = own.iso, own.basis
    elif calendar.is_live:
        figure.as_of, figure.as_of_basis = calendar.fallback()
    return [found for found in dates if found is not own]


def _date_figure(figure, text, dates, calendar, rows, figures):
    """Date one figure; `figures` are those of its sentence."""
    chosen = _nearest(figure, text, [d for d in dates if not d.is_beginning], figures, calendar.latest)
    if chosen is None:
        chosen = _told_next(figure, calendar, rows)
    is_plan = figure.metric == "troop_contingents" and any(found.iso > calendar.latest for found in dates)
    if chosen:
        figure.as_of, figure.as_of_basis = chosen.iso, chosen.basis
    elif not is_plan:  # "60 follow on 15 January" hold for no day yet
        figure.as_of, figure.as_of_basis = calendar.fallback()


def _told_next(figure, calendar, rows):
    """ "9,900. The people hauled in by 11 January.", "Both figures date from Thursday.": the next sentence tells."""
    following = rows.get(figure.sentence.number + 1)
    if following is None or following.sentence.paragraph != figure.sentence.paragraph:
        return None
    printed = following.sentence.printed
    if figure.reading.rule != "headline_number" and not BACKWARD.match(printed.strip()):
        return None
    return next((d for d in calendar.dates_of(following.sentence) if not d.is_beginning), None)


def _nearest(figure, text, dates, figures, latest):
    """The date closest to the number, up to the latest one that a page can know; None where each is too far."""
    past = [found for found in dates if found.iso <= latest] if latest else dates
    own = [d for d in past if d.start <= figure.item.end or not _belongs_to_other(figure, d, figures)]
    best = min(own, key=lambda found: _distance(figure, text, found), default=None)
    return best if best is not None and _distance(figure, text, best) < TOO_FAR else None


def _distance(figure, text, found):
    """Characters between a number and a date; beyond a semicolon or in another clause the date is further away."""
    start, end = figure.item.start, figure.item.end
    is_behind = found.start >= end
    between = text[end : found.start] if is_behind else text[found.end : start]
    far = len(between) + SEMICOLON * between.count(";") + CLAUSE * len(BREAK.findall(between))
    if is_behind and between.count(",") > 1:
        far += SECOND_COMMA
    is_linked = AS_OF.search(text, max(0, found.start - LONGEST_LINK), found.start)
    if is_linked and (is_behind or found.start - figure.sentence.start < OPENING):
        far -= NEAR_BONUS
    return far


def _belongs_to_other(figure, found, figures):
    """ "more than 100, up from 36 on Friday": the day is that of the number right before it."""
    between = [f for f in figures if figure.item.end < f.item.start < found.start]
    return any(f.reading.rule == "change" or (f.parent is figure and figure.index <= LIST_ITEM) for f in between)
