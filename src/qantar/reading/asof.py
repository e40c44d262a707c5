"""The as-of date of every figure: the date in its clause, the date of the statement, or the date of the scene."""

import re

from .claimants import OFFICIAL_VOICES
from .dates import AS_OF, find_dates, parse_published

STAMP = re.compile(r"^\W*\d{1,2}[.:]\d\d")
DATELINE = re.compile(r"^[^a-z\n]{3,40},?\s.{3,20}\([\w\s./-]+\)\s*[-–—]")
SITTING = re.compile(
    r"\b(?:hearing|session|sitting|meeting|plenary|briefing|bulletin|communiqu|press conference|notebook from|minutes|situation report)",
    re.I,
)
BACKWARD = re.compile(
    r"^\W*(?:both|these|all|the)\b.{0,20}\b(?:figures?|numbers?|data|tolls?)\b.{0,12}\b(?:from|as of|for)\b", re.I
)
HEADER_LINES = 4
TOO_FAR = 260  # characters, with penalties, beyond which a date no longer belongs to a number


class Calendar:
    """The dates of one text as they are met, sentence by sentence."""

    def __init__(self, rows, text, published, event, voice):
        start, end = parse_published((event or {}).get("start")), parse_published((event or {}).get("end"))
        self.text, self.anchor = text, parse_published(published)
        self.window = (start, end) if start and end else None
        self.forward = voice == "witness"
        self.has_day = len(str(published or "")) == 10  # "on Tuesday" needs a day of publication to count from
        self.told, self.scene, self.paragraph = None, None, 0
        self.is_live = _is_live(rows, text)
        self.header = self._header_date(rows, voice, published)

    def dates_of(self, sentence):
        """The dates of a sentence; remembers the last day spoken of."""
        dates = find_dates(self.text, sentence.start, sentence.end, self.anchor, self.told, self.window, self.forward)
        return dates if self.has_day else [found for found in dates if found.basis != "relative"]

    def move_to(self, sentence, dates):
        """Set the scene for the next sentence of the paragraph."""
        usable = [d for d in dates if not d.is_beginning and len(d.iso) == 10]
        if usable:
            self.told = usable[-1].iso
        recent = [d for d in usable if d.is_recent or self.is_live]
        if recent:  # the day of a statement goes on, a day within the story does not
            self.scene = recent[-1].iso

    def enter(self, sentence):
        if sentence.paragraph != self.paragraph:
            self.scene, self.paragraph = None, sentence.paragraph

    def fallback(self):
        """(date, basis) for a figure without a date of its own."""
        carried = self.scene if self.header is None or self.is_live else None
        found = carried or self.header
        return (found, "scene") if found else ("", "")

    def _header_date(self, rows, voice, published):
        """The day that holds for the whole text: rolling coverage, a dateline, a sitting, an office's own release."""
        if not published or len(str(published)) != 10:
            return None
        if self.is_live or voice in OFFICIAL_VOICES:
            return self.anchor.isoformat()
        for sentence, _ in rows.values():
            if sentence.paragraph > HEADER_LINES:
                return None
            printed = self.text[sentence.start : sentence.end].strip()
            days = [d for d in self.dates_of(sentence) if len(d.iso) == 10]
            if (
                days
                and (DATELINE.match(printed) or SITTING.search(printed))
                and abs((self.anchor - parse_published(days[0].iso)).days) <= 7
            ):
                return days[0].iso
        return None


def _is_live(rows, text):
    stamps = sum(bool(STAMP.match(text[sentence.start : sentence.end].strip())) for sentence, _ in rows.values())
    return stamps >= 3


def fill_dates(figures, rows, text, published, event=None, voice=""):
    """Set as_of and as_of_basis of every figure.

    A date in the figure's sentence comes first; then the day that an earlier sentence of the paragraph has set; then
    the day of a dated report. Otherwise the date stays blank.
    """
    calendar = Calendar(rows, text, published, event, voice)
    by_sentence = {}
    for figure in figures:
        by_sentence.setdefault(figure.sentence.number, []).append(figure)
    for number, (sentence, _) in rows.items():
        calendar.enter(sentence)
        dates = calendar.dates_of(sentence)
        for figure in by_sentence.get(number, ()):
            _date_figure(figure, text, dates, calendar, rows, figures)
        calendar.move_to(sentence, dates)


def _date_figure(figure, text, dates, calendar, rows, figures):
    chosen = _nearest(figure, text, [d for d in dates if not d.is_beginning], figures)
    if chosen is None:
        chosen = _told_next(figure, text, calendar, rows)
    if chosen:
        figure.as_of, figure.as_of_basis = chosen.iso, chosen.basis
    else:
        figure.as_of, figure.as_of_basis = calendar.fallback()


def _told_next(figure, text, calendar, rows):
    """ "9,900. The people hauled in by 11 January.", "Both figures date from Thursday.": the next sentence gives the day."""
    following = rows.get(figure.sentence.number + 1)
    if following is None or following[0].paragraph != figure.sentence.paragraph:
        return None
    printed = text[following[0].start : following[0].end]
    if figure.reading.rule != "headline_number" and not BACKWARD.match(printed.strip()):
        return None
    dates = [d for d in calendar.dates_of(following[0]) if not d.is_beginning]
    return dates[0] if dates else None


def _nearest(figure, text, dates, figures):
    """The date closest to the number; one beyond a semicolon or behind another figure's change is further away."""
    best = None
    for found in dates:
        far = _distance(figure, text, found)
        if found.start > figure.item.end and _belongs_to_other(figure, found, figures):
            continue
        if best is None or far < best[0]:
            best = (far, found)
    return best[1] if best and best[0] < TOO_FAR else None


def _distance(figure, text, found):
    start, end = figure.item.start, figure.item.end
    behind = found.start >= end
    between = text[end : found.start] if behind else text[found.end : start]
    far = len(between) + 200 * between.count(";") + 60 * len(re.findall(r"\b(?:but|while|whereas)\b", between))
    far += 40 * (behind and between.count(",") > 1)
    opens = found.start - figure.sentence.start < 30
    return far - 10 * ((behind or opens) and bool(AS_OF.search(text, max(0, found.start - 20), found.start)))


def _belongs_to_other(figure, found, figures):
    """ "more than 100, up from 36 on Friday": the day is that of the number right before it."""
    between = [f for f in figures if f.sentence is figure.sentence and figure.item.end < f.item.start < found.start]
    return any(f.reading.rule == "change" or f.parent is figure and figure.index <= 2 for f in between)
