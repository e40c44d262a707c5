"""Whether a figure still stands: asserted, denied, retracted, superseded or disputed; and whether it is another event's."""

import re

from .dates import find_dates, parse_published

DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied)|disput(?:es|ed)|refut(?:es|ed)|rejects?|rejected|dismiss(?:es|ed)|rubbish(?:es|ed)|debunk(?:s|ed))\b"
    r"|\bnot (?:exact|true|correct|the case) that\b|\b(?:do|does|did) not correspond\b|\bthere (?:are|were) not\b|\bfalse(?:ly)? (?:claim|report|rumou?r)",
    re.I,
)
DENIED_NEXT = re.compile(
    r"^\W*(?:that|this|it)(?:'s| is| was| were)?\s+(?:all )?(?:an? )?(?:lie|lies|nonsense|false|untrue|not true|fake|fabrication|rubbish|invention|rumou?r)\b|^\W*(?:the )?(?:\w+ ){0,4}(?:den(?:y|ies|ied)|refuted|dismissed|rejected) (?:this|that|it|the (?:claim|figure|number|report|rumou?r)s?)\b",
    re.I,
)
RETRACTED = re.compile(
    r"\b(?:delet(?:ed|es)|withdr(?:ew|awn)|retract(?:ed|s)|disown(?:ed|s)|took (?:it |them )?down|taken down|pulled|removed|vanished|disappeared|struck (?:it )?from|recalled|annulled|technical error|technical mistake|posted in error|published (?:in error|by mistake)|apologi[sz]ed|taken back)\b",
    re.I,
)
EARLIER = re.compile(
    r"\b(?:until (?:today|then|now|yesterday)|had (?:earlier|previously|initially|first|before) |earlier |previously|previous|initial(?:ly)?|at first|before that|had (?:acknowledged|admitted|spoken|put|said|reported|given|stood|held))",
    re.I,
)
LATER = re.compile(r"\b(?:now|later|since|then|revised|updated|new|raised|rose|risen)\b", re.I)
EPIDEMIC = re.compile(
    r"\b(?:covid|coronavirus|pandemic|earthquake|infected|infections|vaccinat|flood(?:s|ing)?\b|plane crash)", re.I
)


def fill_status(figures, rows, text):
    """Set `status` from the figure's own sentence and, for denials and retractions, from the sentence after it."""
    for figure in figures:
        if not figure.metric:
            continue
        sentence = figure.sentence
        printed = text[sentence.start : sentence.end]
        following = rows.get(sentence.number + 1)
        same = following and following[0].paragraph == sentence.paragraph
        after = text[following[0].start : following[0].end] if same else ""
        figure.status = _status_of(figure, printed, after, text)


def _status_of(figure, printed, after, text):
    before = text[figure.sentence.start : figure.item.start]
    behind = text[figure.item.end : figure.sentence.end]
    if _is_denied(before, behind, after, figure):
        return "denied"
    if _is_retracted(figure, before, behind):
        return "retracted"
    if _is_superseded(figure, before, behind):
        return "superseded"
    return "asserted"


def _is_denied(before, behind, after, figure):
    clause = re.split(r"[;:]|\bbut\b", before)[-1][-160:]
    if (
        DENIED.search(clause)
        and not re.search(r"den(?:y|ies|ied) that (?:anyone|any|there was any)", clause, re.I)
        and not re.search(r"\bnot (?:deny|dismiss)", clause)
    ):
        return True
    if re.search(r"\b(?:do|does|did) not correspond|\b(?:is|are|was|were) (?:false|untrue|a lie|fake)\b", behind[:160]):
        return True
    return bool(DENIED_NEXT.search(after.strip()))


def _is_retracted(figure, before, behind):
    near = before[-120:] + " # " + behind[:160]
    found = RETRACTED.search(near)
    if not found or figure.metric != "deaths" and figure.metric != "injuries" and figure.metric != "detentions":
        return False
    other = any(
        f is not figure and f.metric and f.sentence is figure.sentence for f in figure.marks if hasattr(f, "metric")
    )
    bare = (
        figure.head.kind in ("none", "pronoun")
        or "list" in near.lower()
        or "post" in near.lower()
        or "count" in near.lower()
        or "toll" in near.lower()
        or "figure" in near.lower()
    )
    return bare and not other and _is_about_number(found.group().lower(), near.lower())


def _is_about_number(word, near):
    """ "removed from office", "pulled from the rubble", "disappeared in the night" speak of people, not of a number."""
    if word in ("pulled", "removed", "disappeared", "vanished", "recalled", "apologised", "apologized"):
        return bool(
            re.search(r"\b(?:count|toll|figure|number|post|list|channel|telegram|site|page|caption|report)\b", near)
        ) or bool(re.search(r"\d[^.]{0,6}# has (?:disappeared|vanished)", near))
    return True


def _is_superseded(figure, before, behind):
    reading = figure.reading
    if reading.rule == "change" and _is_former_value(figure):
        return True
    tail = before[-70:]
    if re.search(
        r"(?:rose|risen|climbed|jumped|grew|went up|increased|up|revised|rising|climbing|jumping|raised|down|fell|dropped|lowered|cut)\b[^.;]{0,25}\bfrom\s+\W*(?:the |an? |at least |some |about )?$",
        tail,
        re.I,
    ):
        return True
    if re.search(r"\b(?:replac(?:ed|ing)|supersed(?:ed|ing)|instead of|corrected from)\s+\W*$", tail, re.I) or re.match(
        r"\W*had replaced", behind
    ):
        return True
    if re.match(r"\W{0,3}(?:\w+\s){0,2}(?:at first|initially)\b", behind, re.I) and re.search(
        r"\b(?:then|and|later|sent|but)\b", behind[:60]
    ):
        return True
    clause = re.split(r"[;:]", before)[-1][-80:]
    return (
        bool(EARLIER.search(clause))
        and reading.rule != "repetition"
        and not re.search(r"\bdays? earlier\b|\ba year earlier", before[-80:])
        and _is_stated_total(figure)
    )


def _is_former_value(figure):
    return figure.items[figure.index - 1].low in ("from", "replaced", "replacing") or figure.items[
        figure.index - 2
    ].low in ("replaced",)


def _is_stated_total(figure):
    """Only totals are superseded by "until today officials had acknowledged 44", not groups of people in a story."""
    return (
        figure.metric in ("deaths", "injuries", "detentions")
        and figure.parent is None
        and any(item.has("say", "statement") for item in figure.items[: figure.index])
    )


def fill_scope(figures, rows, text, event, published):
    """Set `event_scope`: a year or month before the event, or an epidemic, makes it another event's figure."""
    event = event or {}
    start = parse_published(event.get("start"))
    anchor = parse_published(published)
    for figure in figures:
        if not figure.metric:
            continue
        sentence = figure.sentence
        printed = text[sentence.start : sentence.end]
        start_of, end_of = _clause(text, figure)
        dates = find_dates(text, start_of, end_of, anchor)
        if EPIDEMIC.search(printed) or _is_named_event(figure, event) or start and _is_before(figure, dates, start):
            figure.event_scope = "other_event"


def _clause(text, figure):
    """The span of the figure's clause: its sentence, cut at semicolons."""
    sentence = figure.sentence
    start = text.rfind(";", sentence.start, figure.item.start) + 1 or sentence.start
    end = text.find(";", figure.item.end, sentence.end)
    return start, end if end >= 0 else sentence.end


def _is_named_event(figure, event):
    names = [str(other.get("name", "")).lower() for other in event.get("other_events") or []]
    return any(item.has("other_event") for item in figure.items) and bool(names)


def _is_before(figure, dates, start):
    """True where the date nearest to the figure in its sentence lies more than a month before the event."""
    old = [d for d in dates if _ends_before(d.iso, start)]
    if not old:
        return False
    nearest = min(dates, key=lambda d: _distance(d, figure))
    if nearest in old and not nearest.is_beginning:
        return True
    return any(d.start < figure.item.start and not d.is_beginning for d in old) and not any(
        d.start > min(o.start for o in old) and not _ends_before(d.iso, start) for d in dates
    )


def _distance(found, figure):
    return found.start - figure.item.end if found.start >= figure.item.end else figure.item.start - found.end


def _ends_before(iso, start):
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 1:
        return parts[0] < start.year
    end = (parts[0], parts[1])
    months = (start.year - end[0]) * 12 + start.month - end[1]
    return months > 1 or months == 1 and len(parts) == 2
