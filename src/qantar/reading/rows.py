"""Figures as rows: the claims of one text, and the numbers that were not taken with their reasons."""

import hashlib

from .asof import fill_dates
from .claimants import fill_claimants
from .document import read_figures_of
from .figure import CASES, CORE
from .groups import fill_group
from .links import link_parts
from .places import fill_places
from .scope import fill_scope
from .status import fill_status
from .unread import REASON, find_unread
from .voices import own_voice

CONTEXT = {
    "convictions",
    "crowd_size",
    "damage_cost",
    "property_damage",
    "alleged_attackers",
    "security_forces_deployed",
    "armed_forces_strength",
}
INJURY_STAGES = {"hospitalised", "intensive_care", "serious", "outpatient", "discharged"}


def read_document(text, source_id="", published=None, event=None, outlet="", publisher_type=""):
    """Read the figures of one text.

    Args:
        text: the text as a str; offsets are code points of it.
        source_id: identifier of the source, part of each claim_id.
        published: day, month or year of publication (`2022-01-15`, `2022-01`, `2022`), for relative dates.
        event: the parsed event.yml as a dict, or None.
        outlet: name of the outlet; a ministry's or a rights group's own release speaks for itself.
        publisher_type: as in sources.csv.

    Returns:
        (claims, rejected): two lists of dicts in order of position. A claim has the columns of claims.csv that a
        reader can know; a reject has source_id, number_text, start, end, paragraph, sentence, reason. Every number
        expression of the text is in exactly one of the two.

    >>> claims, rejected = read_document("On 9 January police said at least 164 people were killed.", published="2022-01-09")
    >>> [(c["metric"], c["value"], c["low"], c["high"], c["claimant_type"], c["as_of"]) for c in claims]
    [('deaths', 164, 164, None, 'police', '2022-01-09')]
    >>> [(r["number_text"], r["reason"]) for r in rejected]
    [('9', 'date')]
    """
    figures, rows = read_figures_of(text, event)
    counted = [figure for figure in figures if _is_claim(figure)]
    voice, home = own_voice(text, rows, outlet, publisher_type), (event or {}).get("country", "")
    fill_claimants(counted, rows, text, voice, home)
    fill_dates(counted, rows, text, published, event, voice)
    fill_places(counted, rows)
    link_parts(counted)
    _date_parts(counted)
    for figure in counted:
        fill_group(figure, home)
    fill_status(counted, rows, text)
    fill_scope(counted, rows, text, event, published)
    ids = _claim_ids(counted, source_id)
    kept = set(map(id, counted))
    claims = [_claim_row(figure, source_id, ids) for figure in counted]
    rejected = [_reject_row(figure, source_id) for figure in figures if id(figure) not in kept]
    rejected += _unread_rows(figures, rows, source_id)
    return claims, sorted(rejected, key=lambda row: row["start"])


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


def _claim_ids(figures, source_id):
    """figure → stable id: a hash of source, span, metric and group."""
    ids = {}
    for figure in figures:
        key = f"{source_id}|{figure.item.start}|{figure.item.end}|{figure.metric}|{figure.group}"
        ids[id(figure)] = hashlib.sha256(key.encode()).hexdigest()[:16]
    return ids


def _claim_row(figure, source_id, ids):
    number, parent = figure.number, figure.parent
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
        "detail": figure.detail
        if figure.metric in (*CASES, "troop_contingents", "property_damage") or figure.group == "foreigners"
        else "",
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
        "part_of": ids.get(id(parent), "") if parent is not None else "",
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
    if figure.metric == "detentions":
        return figure.stage if figure.stage and figure.stage not in INJURY_STAGES else "detained"
    if figure.metric in CASES:
        return figure.stage or "opened"
    if figure.metric == "troop_contingents":
        return figure.stage
    return figure.stage if figure.metric == "injuries" and figure.stage in INJURY_STAGES else ""


def _measure(figure):
    if figure.number.is_increment or figure.head is not None and figure.head.more:
        return "increment"
    before = {item.low for item in figure.items[max(figure.index - 4, 0) : figure.head.at + 4]}
    if before & {"still", "remain", "remains", "currently", "remaining"} or figure.stage == "in_custody":
        return "stock"
    return ""


def _reject_row(figure, source_id):
    reading = figure.reading
    return {
        "source_id": source_id,
        "number_text": figure.item.text,
        "start": figure.item.start,
        "end": figure.item.end,
        "paragraph": figure.sentence.paragraph,
        "sentence": figure.sentence.number,
        "reason": reading.reason or (f"other metric: {reading.metric}" if reading.metric else "no predicate"),
    }


def _unread_rows(figures, rows, source_id):
    spans = [(figure.item.start, figure.item.end) for figure in figures]
    sentences = [sentence for sentence, _ in rows.values()]
    return [
        {
            "source_id": source_id,
            "number_text": token.text,
            "start": token.start,
            "end": token.end,
            "paragraph": sentence.paragraph,
            "sentence": sentence.number,
            "reason": REASON,
        }
        for sentence, token in find_unread(sentences, spans)
    ]
