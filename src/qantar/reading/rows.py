"""Figures as rows: the claims of one text, and the numbers that were not taken with their reasons."""

import hashlib

from .asof import fill_dates
from .claimants import credit_denied, fill_claimants
from .document import read_figures_of
from .figure import CASES, CORE
from .groups import fill_group
from .links import link_parts
from .places import fill_places
from .scope import fill_scope
from .status import fill_status
from .unread import REASON, find_unread
from .voices import own_voice
from .wordlists import word_set

CONTEXT = (  # further metrics of the data model, kept as claims so that they are not mistaken for one of the six
    "convictions",
    "crowd_size",
    "damage_cost",
    "property_damage",
    "alleged_attackers",
    "security_forces_deployed",
    "armed_forces_strength",
)
INJURY_STAGES = ("hospitalised", "intensive_care", "serious", "outpatient", "discharged")
DETAILED = (*CASES, "troop_contingents", "property_damage")  # metrics with a detail: charge, country, kind of thing
STOCK, STOCK_REACH = word_set("groups", "stock"), 4  # words and the items about a figure in which they make it a stock
ID_LENGTH = 16  # hexadecimal digits


def read_document(text, source_id="", published=None, event=None, outlet="", publisher_type="", rejects=True):
    """Read the figures of one text.

    Args:
        text: the text as a str; offsets are code points of it.
        source_id: identifier of the source, part of each claim_id.
        published: day, month or year of publication (`2022-01-15`, `2022-01`, `2022`), for relative dates.
        event: the parsed event.yml as a dict, or None.
        outlet: name of the outlet; a ministry's or a rights group's own release speaks for itself.
        publisher_type: as in sources.csv.
        rejects: whether the rejected numbers are wanted; without them, sentences that can hold no claim are not read
            (`look.Look`), and the claims are the same.

    Returns:
        (claims, rejected): two lists of dicts in order of position. A claim has the columns of claims.csv that a
        reader can know; a reject has source_id, number_text, start, end, paragraph, sentence, reason. Every number
        expression of the text is in exactly one of the two, where rejects are wanted.

    >>> text = "On 9 January police said at least 164 people were killed."
    >>> claims, rejected = read_document(text, published="2022-01-09")
    >>> [(c["metric"], c["value"], c["low"], c["high"], c["claimant_type"], c["as_of"]) for c in claims]
    [('deaths', 164, 164, None, 'police', '2022-01-09')]
    >>> [(r["number_text"], r["reason"]) for r in rejected]
    [('9', 'date')]
    """
    figures, rows = read_figures_of(text, event, every_number=rejects)
    counted = [figure for figure in figures if _is_claim(figure)]
    if counted:
        _fill(counted, rows, text, published, event, outlet, publisher_type)
    return _claim_rows(counted, source_id), _reject_rows(figures, counted, rows, source_id) if rejects else []


def _fill(counted, rows, text, published, event, outlet, publisher_type):
    """Set what the text says of every figure: who states it, when and where it holds, whom it counts, its status."""
    home = (event or {}).get("country", "")
    voice = own_voice(text, rows, outlet, publisher_type)
    fill_claimants(counted, rows, text, voice, home)
    fill_dates(counted, rows, text, published, event, voice)
    fill_places(counted, rows)
    link_parts(counted)
    _date_parts(counted)
    for figure in counted:
        fill_group(figure, home)
    fill_status(counted, rows, text)
    credit_denied(counted)
    fill_scope(counted, text, event, published)


def _date_parts(figures):
    """A part without a date of its own holds for the day of its total."""
    for figure in figures:
        if not figure.as_of and figure.parent is not None and figure.parent.as_of:
            figure.as_of, figure.as_of_basis = figure.parent.as_of, "scene"


def _is_claim(figure):
    """A core or context metric with whole numbers; a number with a fraction counts nobody."""
    if figure.metric not in CORE and figure.metric not in CONTEXT:
        return False
    number = figure.number
    return all(value is None or isinstance(value, int) for value in (number.value, number.low, number.high))


def _claim_rows(figures, source_id):
    ids = {id(figure): _claim_id(figure, source_id) for figure in figures}
    return [_claim_row(figure, source_id, ids) for figure in figures]


def _claim_id(figure, source_id):
    """A stable id: a hash of source, span, metric and group."""
    key = f"{source_id}|{figure.item.start}|{figure.item.end}|{figure.metric}|{figure.group}"
    return hashlib.sha256(key.encode()).hexdigest()[:ID_LENGTH]


def _claim_row(figure, source_id, ids):
    number = figure.number
    return {
        "claim_id": ids[id(figure)],
        "source_id": source_id,
        "metric": figure.metric,
        "value": number.value,
        "low": number.low,
        "high": number.high,
        "qualifier": number.qualifier,
        "number_text": figure.item.text,
        "unit": _unit(figure),
        "group": figure.group,
        "group_text": figure.group_text,
        "detail": figure.detail if figure.metric in DETAILED or figure.group == "foreigners" else "",
        "stage": _stage(figure),
        "measure": _measure(figure),
        "claimant_type": figure.claimant_type,
        "claimant_text": figure.claimant_text,
        "via": figure.via,
        "as_of": figure.as_of,
        "as_of_basis": figure.as_of_basis,
        "place": figure.place,
        "event_scope": figure.event_scope,
        "status": figure.status,
        "part_of": ids.get(id(figure.parent), ""),
        "paragraph": figure.sentence.paragraph,
        "sentence": figure.sentence.number,
        "start": figure.item.start,
        "end": figure.item.end,
        "rule": figure.reading.rule,
    }


def _unit(figure):
    if figure.metric in CASES:
        return "cases"
    return "personnel" if figure.metric == "troop_contingents" else figure.reading.unit or "people"


def _stage(figure):
    """The stage, in the words of the data model: cases are opened and people detained where nothing more is said."""
    is_of_injury = figure.stage in INJURY_STAGES
    if figure.metric == "detentions":
        return figure.stage if figure.stage and not is_of_injury else "detained"
    if figure.metric in CASES:
        return figure.stage or "opened"
    if figure.metric == "troop_contingents" or (figure.metric == "injuries" and is_of_injury):
        return figure.stage
    return ""


def _measure(figure):
    """ "12 more" is an increment, "12 are still held" a stock; most figures say neither."""
    if figure.number.is_increment or figure.head.more:
        return "increment"
    about = figure.items[max(figure.index - STOCK_REACH, 0) : figure.head.at + STOCK_REACH]
    is_stock = figure.stage == "in_custody" or any(item.low in STOCK for item in about)
    return "stock" if is_stock else ""


def _reject_rows(figures, counted, rows, source_id):
    """The numbers that were not taken, and the digits and number words that no number expression took in."""
    kept = set(map(id, counted))
    found = [
        _reject_row(figure.sentence, figure.item, _reason(figure.reading), source_id)
        for figure in figures
        if id(figure) not in kept
    ]
    spans = [(figure.item.start, figure.item.end) for figure in figures]
    unread = find_unread([row.sentence for row in rows.values()], spans)
    found += [_reject_row(sentence, token, REASON, source_id) for sentence, token in unread]
    return sorted(found, key=lambda row: row["start"])


def _reason(reading):
    return reading.reason or (f"other metric: {reading.metric}" if reading.metric else "no predicate")


def _reject_row(sentence, span, reason, source_id):
    """A number of the text that is no claim; `span` is its item or token."""
    return {
        "source_id": source_id,
        "number_text": span.text,
        "start": span.start,
        "end": span.end,
        "paragraph": sentence.paragraph,
        "sentence": sentence.number,
        "reason": reason,
    }
