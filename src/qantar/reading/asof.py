"""The as-of date of every figure: the date in its clause, the date of the statement, or the date of the scene."""

import re

from .dates import AS_OF, find_dates, parse_published

LIVE = re.compile(r"\b(?:live|rolling coverage|updates?|as it happened)\b", re.I)
STAMP = re.compile(r"^\W*\d{1,2}[.:]\d\d")
HEADER_LINES = 4


def fill_dates(figures, rows, text, published):
    """Set as_of and as_of_basis of every figure.

    A date in the figure's sentence comes first; then the day that an earlier sentence of the paragraph has set; then
    the day of a dated report (dateline, bulletin, rolling coverage). Otherwise the date stays blank.
    """
    day = parse_published(published) if published and len(str(published)) == 10 else None
    anchor = parse_published(published)
    header = _header_date(rows, text, day)
    scene, scene_paragraph = None, 0
    by_sentence = {}
    for figure in figures:
        by_sentence.setdefault(figure.sentence.number, []).append(figure)
    for number, (sentence, _) in rows.items():
        dates = find_dates(text, sentence.start, sentence.end, anchor, scene)
        if sentence.paragraph != scene_paragraph:
            scene = None
        for figure in by_sentence.get(number, ()):
            _date_figure(figure, text, dates, scene, header)
        usable = [d for d in dates if not d.is_beginning and len(d.iso) == 10]
        if usable:
            scene = usable[-1].iso
        scene_paragraph = sentence.paragraph


def _date_figure(figure, text, dates, scene, header):
    chosen = _nearest(figure, text, [d for d in dates if not d.is_beginning])
    if chosen:
        figure.as_of, figure.as_of_basis = chosen.iso, chosen.basis
    elif scene:
        figure.as_of, figure.as_of_basis = scene, "scene"
    elif header:
        figure.as_of, figure.as_of_basis = header, "scene"


def _nearest(figure, text, dates):
    """The date closest to the number, one in the same clause before one beyond a semicolon or a contrast."""
    start, end = figure.item.start, figure.item.end
    best = None
    for found in dates:
        between = text[end : found.start] if found.start >= end else text[found.end : start]
        far = len(between) + 200 * between.count(";") + 60 * len(re.findall(r"\b(?:but|while|whereas)\b", between))
        far += 40 * (found.start >= end and between.count(",") > 1)
        far -= 10 * bool(AS_OF.search(text, max(0, found.start - 20), found.start))
        if best is None or far < best[0]:
            best = (far, found)
    return best[1] if best and best[0] < 260 else None


def _header_date(rows, text, day):
    """The day of publication where the text opens with a date or is rolling coverage; None elsewhere."""
    if day is None:
        return None
    lines = [(sentence, items) for sentence, items in rows.values() if sentence.paragraph <= HEADER_LINES]
    stamps = sum(bool(STAMP.match(text[sentence.start : sentence.end].strip())) for sentence, _ in rows.values())
    if stamps >= 3:
        return day.isoformat()
    for sentence, _ in lines:
        printed = text[sentence.start : sentence.end]
        dates = [d for d in find_dates(text, sentence.start, sentence.end, day) if len(d.iso) == 10]
        is_dateline = dates and (len(printed.split()) <= 12 and not re.search(r"\b(?:was|were|have|has|died|killed)\b", printed) or dates[0].start - sentence.start < 40 and re.search(r"\([\w\s-]+\)\s*[-–—]", printed[:80]))
        if is_dateline:
            return dates[0].iso
    return None
