"""Readings that only a text about one incident allows, and those that the general grammar leaves open.

Each rule looks at one figure and the figures read before it, and gives the metric that it finds, or None.
"""

from .figure import PEOPLE
from .outcomes import outcome_readings as all_readings
from .outcomes import stage_of
from .singles import BLOW, SINGLES


def outcome_readings(item, roles, forms):
    """The outcome readings of a verb, releases left out: they are no detention of the incident."""
    return [reading for reading in all_readings(item, roles, forms) if stage_of(reading["lemma"]) != "released"]


LIMBS = set(SINGLES["limbs"])


def words_between(figure, following):
    """The words between two members of a list, "a tribal elder," of "N. N., a tribal elder, and his guard" left out."""
    between = figure.items[figure.head.at : following.index]
    lows = [item.low for item in between]
    closed = len(lows) > 3 and (lows[0] == "," or lows[-2] == ",")
    inserted = closed and not any(item.has("verb", "aux") or item.is_count for item in between)
    described = (
        len(lows) > 2
        and "," not in lows
        and not any(item.has("aux", "subordinator") or item.is_count for item in between)
        and all(_is_agentless(between, at) for at in range(len(between)))
    )
    return ["and"] if lows and lows[-1] == "and" and (inserted or described) else lows


def _is_agentless(items, at):
    """No finite verb: "employed by", "working for"."""
    item = items[at]
    by = at + 1 < len(items) and items[at + 1].low == "by"
    return (not item.has("verb") and not item.low.endswith("ed")) or by or item.low.endswith("ing")


def reread(figure, figures):
    """Readings that only a text about one incident allows, and those that the general grammar leaves open."""
    if figure.head is None or figure.head.kind in ("thing", "unit", "case", "weak_case"):
        return
    for rule in (
        _by_own_bomb,
        _by_object,
        _by_including,
        _by_company,
        _by_object_list,
        _by_later_death,
        _by_dying,
        _by_main_verb,
        _by_suffering,
        _by_label,
        _by_deadly_end,
        _by_shooting,
        _by_fatally,
        _by_family,
    ):
        metric = rule(figure, figures)
        if metric:
            figure.reading.metric, figure.reading.rule = metric, rule.__name__.removeprefix("_by_")
            return


def _by_own_bomb(figure, figures):
    """ "blew himself up"."""
    reflexive = (
        figure.number.style == "single" and figure.number.kind in ("reflexive", "plural") and figure.number.value
    )
    before = [low_of(figure, figure.index - k) for k in (1, 2, 3, 4, 5)]
    if reflexive and before[0] == "on" and set(before) & {"gun", "weapon", "rifle", "pistol", "knife"}:
        return "deaths"
    return "deaths" if reflexive and before[0] in BLOW else None


def low_of(figure, at):
    return figure.items[at].low if 0 <= at < len(figure.items) else ""


def _by_object_list(figure, figures):
    """ "killed a guard, two clerks and a customer and injured five": the list goes on behind the verb."""
    previous = figures[-1] if figures and figures[-1].sentence is figure.sentence else None
    if (
        previous is None
        or previous.reading.rule not in ("verb_object", "object_list", "object", "outcome_of", "own_bomb")
        or _is_passive(figure)
    ):
        return None
    between = words_between(previous, figure)
    return (
        previous.metric
        if between in ([","], ["and"], [",", "and"], ["as well as"], ["as", "well", "as"], ["and", "also"])
        else None
    )


def _by_company(figure, figures):
    """ "was killed along with his driver": the same happened to the company."""
    with_them = low_of(figure, figure.index - 1) in ("along with", "together with") or (
        low_of(figure, figure.index - 1) == "with" and low_of(figure, figure.index - 2) in ("along", "together")
    )
    previous = figures[-1] if figures and figures[-1].sentence is figure.sentence else None
    with_them |= low_of(figure, figure.index - 1) == "as" and low_of(figure, figure.index - 2) == "as well"
    said = previous is not None and previous.predicate.at < figure.index
    return previous.metric if with_them and said else None


def _is_passive(figure):
    predicate = figure.predicate
    return predicate.kind == "outcome" and any(
        item.has("be") for item in figure.items[figure.head.at : predicate.at + 1]
    )


def _by_object(figure, figures):
    """ "causing damage and killing one", where the general grammar takes the participle for a noun."""
    before = figure.items[figure.index - 1] if figure.index else None
    if (
        before is None
        or figure.reading.rule == "verb_object"
        or low_of(figure, figure.index - 2) in ("the", "of", "those")
        or any(item.has("be") for item in figure.items[max(figure.index - 3, 0) : figure.index - 1])
    ):
        return None
    readings = outcome_readings(before, ("patient",), ("ing", "past", "third"))
    return readings[0]["metric"] if readings else None


def _by_including(figure, figures):
    """ "killed eleven, including two officers, and wounded": a part of the figure before, whatever follows."""
    if low_of(figure, figure.index - 1) != "including" or not figures or figure.metric == figures[-1].metric:
        return None
    figure.reading.parent = figures[-1]
    return figures[-1].metric


def _by_later_death(figure, figures):
    """ "was wounded and later died": dead, not wounded."""
    if figure.metric != "injuries" or figure.predicate is None or figure.predicate.kind != "outcome":
        return None
    for at in range(figure.predicate.at + 1, min(figure.predicate.at + 10, len(figure.items))):
        item = figure.items[at]
        if item.is_count or item.low in (".", ";", ","):
            return None
        if item.low in ("and", "but") and any(
            reading["metric"] == "deaths"
            for reading in outcome_readings(_first_word(figure, at + 1), ("subject",), ("past",))
        ):
            return "deaths"
    return None


def _by_dying(figure, figures):
    """ "two of the injured later died": the news is the verb, the noun only says who."""
    if figure.metric == "deaths" or not figure.head.partitive:
        return None
    for item in figure.items[figure.head.at : figure.head.at + 7]:
        if item.is_count or item.kind == "mark" or item.has("subordinator"):
            return None
        if any(reading["metric"] == "deaths" for reading in outcome_readings(item, ("subject",), ("past",))):
            return "deaths"
    return None


def _by_suffering(figure, figures):
    """ "suffered a head injury", "sustained wounds to the chest"."""
    if figure.metric in PEOPLE:
        return None
    for at in range(figure.head.at, min(figure.head.at + 3, len(figure.items))):
        if figure.items[at].low in ("suffered", "sustained", "received", "suffering", "sustaining", "receiving"):
            return (
                "injuries"
                if any(item.senses.get("outcome") == "injuries" for item in figure.items[at + 1 : at + 7])
                else None
            )
    return None


def _by_main_verb(figure, figures):
    """ "The two who were planting the bomb were killed", "were kidnapped and later killed": a passive further on."""
    bare = figure.head.kind == "none" and figure.head.at == figure.index + 1 and not figure.head.more
    if figure.metric in PEOPLE or bare:
        return None
    relative = bool({low_of(figure, figure.head.at), low_of(figure, figure.head.at + 1)} & {"who", "which"})
    start = figure.predicate.at if figure.predicate.passive else figure.head.at
    for at in range(start, len(figure.items)):
        metric = _joined_verb(figure, at) or (_passive_at(figure, at) if at >= figure.head.at + 2 * relative else None)
        if metric:
            return metric
        if _ends_clause(figure, at):
            return None
    return None


def _joined_verb(figure, at):
    """The outcome of the verb after "and" at `at`."""
    if low_of(figure, at) != "and":
        return None
    verb = _first_word(figure, at + 1)
    readings = outcome_readings(verb, ("subject",), ("past",))
    if any(item.has("be") for item in figure.items[figure.head.at : at]):
        readings += outcome_readings(verb, ("patient",), ("part",))
    return readings[0]["metric"] if readings else None


def _passive_at(figure, at):
    """The outcome of the participle after a form of be at `at`."""
    if not figure.items[at].has("be") or any(item.has("negation") for item in figure.items[at : at + 3]):
        return None
    for item in figure.items[at + 1 : at + 4]:
        if not item.has("transparent", "be") and not item.low.endswith("ly"):
            readings = outcome_readings(item, ("patient",), ("past", "part"))
            return readings[0]["metric"] if readings else None
    return None


def _ends_clause(figure, at):
    item = figure.items[at]
    if item.is_count or item.low in (";", ":"):
        return True
    if item.low in ("who", "which", "that"):
        return at > figure.head.at + 1
    return (item.low in ("and", "but") and at > figure.head.at + 1) or item.has("subordinator")


def _first_word(figure, at):
    """The first item at `at` that is no adverb; the last item of the row where there is none."""
    while at < len(figure.items) - 1 and figure.items[at].has("transparent") and not figure.items[at].has("verb"):
        at += 1
    return figure.items[min(at, len(figure.items) - 1)]


def _by_shooting(figure, figures):
    """ "was shot", "shot the mayor": deadly, unless a limb is named or more is said (see tally)."""
    if figure.metric in PEOPLE:
        return None
    if low_of(figure, figure.index - 1) in ("shot", "shooting"):
        at = figure.index - 1
        if low_of(figure, at - 1) in ("was", "were", "been", "a", "the", "of"):
            return None
    else:
        at = _shot_after(figure)
    if at is None or _is_shot_at(figure, at):
        return None
    return "injuries" if any(item.low in LIMBS for item in figure.items[at : figure.head.at + 7]) else "deaths"


def _shot_after(figure):
    """Position of "shot" in "was shot", or in a headline's "man shot in the foot"; None where there is none."""
    be = figure.items[figure.head.at - 1].has("person") and _opens_with_participle(figure)
    for at in range(figure.head.at, min(figure.head.at + 12, len(figure.items))):
        item = figure.items[at]
        if be and item.low == "shot":
            return at
        if item.is_count or item.has("subordinator") or item.low in (";", "and"):
            return None
        be = item.has("be") or (be and (item.has("transparent") or item.low == "found" or item.low.endswith("ly")))
    return None


def _by_deadly_end(figure, figures):
    """ "shot the clerk to death", "were beaten to death"."""
    if figure.metric == "deaths":
        return None
    for at in range(figure.head.at, min(figure.head.at + 9, len(figure.items))):
        if (figure.items[at].low == "death" and low_of(figure, at - 1) == "to") or figure.items[at].low == "to death":
            return "deaths"
        if figure.items[at].is_count or figure.items[at].kind == "mark" or figure.items[at].low in ("who", "which"):
            return None
    return None


def _by_fatally(figure, figures):
    """ "one fatally", "one of them fatally"."""
    near = figure.items[figure.head.at : figure.head.at + 2]
    return "deaths" if figure.metric is None and any(item.low in ("fatally", "mortally") for item in near) else None


def _by_family(figure, figures):
    """ "killing a family of six"."""
    if (
        figure.metric in PEOPLE
        or low_of(figure, figure.index - 1) != "of"
        or low_of(figure, figure.index - 2) not in ("family", "group", "crew", "team", "gang", "patrol")
    ):
        return None
    at = figure.index - 3
    while at > 0 and figure.items[at].kind == "word" and not figure.items[at].has("verb"):
        at -= 1
    readings = outcome_readings(figure.items[at], ("patient",), ("past", "ing", "third")) if at >= 0 else []
    return readings[0]["metric"] if readings else None


def _by_label(figure, figures):
    """ "Number of deaths: 4", "Fatalities coded as 10"."""
    if (
        figure.metric in PEOPLE
        or figure.head.kind == "person"
        or low_of(figure, figure.index - 1) not in (":", "=", "as", "–", "-")
    ):
        return None
    for at in range(figure.index - 2, max(figure.index - 6, -1), -1):
        item = figure.items[at]
        if item.senses.get("outcome") in PEOPLE:
            return item.senses["outcome"]
        if item.kind != "word" or item.is_count:
            return None
    return None


def _opens_with_participle(figure):
    """ "Teen shot in the foot", headline style: no object follows."""
    after = figure.items[figure.head.at + 1] if figure.head.at + 1 < len(figure.items) else None
    return low_of(figure, figure.head.at) == "shot" and (
        after is None or after.kind == "mark" or after.has("preposition")
    )


def _is_shot_at(figure, at):
    """ "was shot at but not hit", not "were shot at a party"."""
    after = figure.items[at + 2] if at + 2 < len(figure.items) else None
    return low_of(figure, at + 1) == "at" and (
        after is None or after.kind == "mark" or after.has("subordinator") or after.low in ("by", "but", "from")
    )
