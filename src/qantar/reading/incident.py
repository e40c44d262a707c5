"""Reading a text about one incident: every figure of deaths, injuries and detentions, single people included."""

from .figure import PEOPLE, Context, Figure, Reading
from .heads import find_head
from .items import build_items
from .lexicon import general_phrases
from .predicates import find_predicate, stage_of
from .predicates import outcome_readings as all_readings
from .rules import read_metric
from .rules.ellipsis import find_parent, find_part_marker
from .singles import BLOW, SINGLES, mark_singles
from .text import read_sentences

ACCEPTED = {
    "verb_object", "predicate", "coordination", "outcome_of", "outcome_noun", "noun_then_predicate", "part", "lost_people",
    "among_outcome", "apposed_to_outcome", "verb_then_number", "own_bomb", "object_list", "object", "main_verb", "shooting", "including", "following", "bodies", "company", "later_death", "suffering", "label", "deadly_end",
}  # fmt: skip


def outcome_readings(item, roles, forms):
    """The outcome readings of a verb, releases left out: they are no detention of the incident."""
    return [reading for reading in all_readings(item, roles, forms) if stage_of(reading["lemma"]) != "released"]


LIMBS = set(SINGLES["limbs"])


def read_incident(text):
    """The figures of a short text that have an outcome, single people as counts of one, in order."""
    figures, recent = [], []
    for sentence in read_sentences(text):
        items = mark_singles(_with_plain_modifiers(build_items(text, sentence, general_phrases())))
        figures += _read_sentence(sentence, items, figures, recent)
        recent = [*recent[-2:], items]
    return [figure for figure in figures if figure.metric in PEOPLE]


def _with_plain_modifiers(items):
    """The row in which "suspected" of "four suspected Taliban members" is no verb."""
    for at, item in enumerate(items[:-2]):
        verb = items[at + 1]
        if (
            item.is_count
            and verb.has("verb")
            and not verb.has("outcome", "person")
            and verb.low.endswith(("ed", "ing"))
            and _person_follows(items, at + 2)
        ):
            verb.senses = {key: value for key, value in verb.senses.items() if key not in ("verb", "say")}
    return items


def _person_follows(items, at):
    """A noun of people after at most two capitalised or plain words."""
    for item in items[at : at + 3]:
        if item.has("person"):
            return True
        if item.kind != "word" or item.has("verb", "aux", "preposition", "function", "transparent"):
            return False
    return False


def _read_sentence(sentence, items, figures, recent):
    """The figures of one sentence; single people only where an accepted rule gives them an outcome."""
    read, candidates = [], []
    for i, item in enumerate(items):
        if item.kind != "num":
            continue
        figure = _read_number(sentence, items, i, [*figures, *read], recent)
        if item.number.style == "single" and item.number.kind == "plural":
            _count_antecedent(figure, [*figures, *read])
        _reread(figure, [f for f in read if f.head is not None])
        candidates.append(figure)
        if _is_accepted(figure):
            read.append(figure)
    _pass_back(candidates)
    return [figure for figure in candidates if _is_accepted(figure)]


def _read_number(sentence, items, i, figures, recent):
    """The figure of one number by the general grammar."""
    item = items[i]
    if item.number.reason:
        return Figure(
            item, i, sentence, items, None, None, Reading(None, item.number.reason, reason=item.number.reason)
        )
    head = find_head(items, i)
    predicate = find_predicate(items, head.at, coordinated=head.kind != "pronoun")
    context = Context(items, i, head, predicate, sentence, figures, recent)
    reading = read_metric(context)
    if reading.metric and reading.parent is None and find_part_marker(context):
        reading.parent = find_parent(context)
    return Figure(
        item, i, sentence, items, head, context.predicate, reading, stage=reading.stage, parent=reading.parent
    )


def _count_antecedent(figure, figures):
    """ "their bodies", "they were shot": as many as the people last counted, where no outcome was said of them."""
    last = next(
        (f for f in reversed(figures) if f.head is not None and f.head.kind == "person" and not f.number.reason), None
    )
    count = last.number.value if last is not None and last.metric not in PEOPLE else None
    number = figure.number
    number.value = number.low = number.high = count
    if not count:
        figure.reading.metric = None
    elif number.names:
        figure.reading.metric, figure.reading.rule = "deaths", "bodies"


def _is_accepted(figure):
    if figure.head is not None and figure.head.kind == "outcome" and figure.head.text.lower() in ("wounds", "burns") or _low(figure, figure.index - 1) == "not":
        return False  # "two bullet wounds", "not five"
    if figure.index > 1 and _low(figure, figure.index - 1) == "of" and figure.items[figure.index - 2].is_count:
        return False  # "three of the seven passengers"
    if (
        _is_named_thing(figure)
        or figure.number.style == "single"
        and figure.reading.rule == "outcome_of"
        and _low(figure, figure.index - 2) in ("life", "lives")
    ):
        return False
    return figure.number.style != "single" or figure.metric in PEOPLE and figure.reading.rule in ACCEPTED


def _is_named_thing(figure):
    """ "Ward 4", "Village Group 12": the number belongs to a name."""
    before = figure.items[figure.index - 1] if figure.index > 1 else None
    return (
        before is not None
        and figure.number.style == "digits"
        and figure.head is not None
        and figure.head.kind == "none"
        and before.kind == "word"
        and before.text[:1].isupper()
        and not before.senses.keys() & {"outcome", "verb", "preposition"}
        and figure.number.outer == figure.number.first
    )


def _pass_back(candidates):
    """ "He and four others were killed": the first member of a list takes the outcome of the one after it."""
    for figure, following in reversed(list(zip(candidates, candidates[1:], strict=False))):
        if (
            figure.head is None
            or following.head is None
            or following.metric not in PEOPLE
            or not following.number.value
            or not _is_open(figure)
        ):
            continue
        between = _without_apposition(figure, following)
        left = _low(figure, figure.index - 1) in ("left", "leaving", "leaves", "leave")
        passive = following.reading.rule in ("predicate", "following", "shooting", "main_verb")
        if (passive or left) and between in (
            ["and"],
            [","],
            [",", "and"],
            ["as well as"],
            ["along", "with"],
        ):
            figure.reading.metric, figure.reading.rule = following.metric, "following"


def _without_apposition(figure, following):
    """The words between two members of a list, "a tribal elder," of "N. N., a tribal elder, and his guard" left out."""
    between = figure.items[figure.head.at : following.index]
    lows = [item.low for item in between]
    inserted = len(lows) > 3 and lows[0] == "," and not any(item.has("verb", "aux") or item.is_count for item in between)
    described = len(lows) > 2 and "," not in lows and not any(item.has("aux", "subordinator") or item.is_count for item in between) and all(_is_agentless(between, at) for at in range(len(between)))
    return ["and"] if lows and lows[-1] == "and" and (inserted or described) else lows


def _is_agentless(items, at):
    """No finite verb: "employed by", "working for"."""
    item = items[at]
    by = at + 1 < len(items) and items[at + 1].low == "by"
    return not item.has("verb") and not item.low.endswith("ed") or by or item.low.endswith("ing")


def _is_open(figure):
    people = figure.head.kind in ("person", "none", "pronoun", "unknown", "demonym")
    return (
        people
        and not figure.number.reason
        and (figure.metric is None or figure.number.style == "single" and figure.reading.rule not in ACCEPTED)
    )


def _reread(figure, figures):
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
    before = [_low(figure, figure.index - k) for k in (1, 2, 3, 4, 5)]
    if reflexive and before[0] == "on" and set(before) & {"gun", "weapon", "rifle", "pistol", "knife"}:
        return "deaths"
    return "deaths" if reflexive and before[0] in BLOW else None


def _low(figure, at):
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
    between = _without_apposition(previous, figure)
    return (
        previous.metric
        if between in ([","], ["and"], [",", "and"], ["as well as"], ["as", "well", "as"], ["and", "also"])
        else None
    )


def _by_company(figure, figures):
    """ "was killed along with his driver": the same happened to the company."""
    with_them = (
        _low(figure, figure.index - 1) in ("along with", "together with")
        or _low(figure, figure.index - 1) == "with"
        and _low(figure, figure.index - 2) in ("along", "together")
    )
    previous = figures[-1] if figures and figures[-1].sentence is figure.sentence else None
    with_them |= _low(figure, figure.index - 1) == "as" and _low(figure, figure.index - 2) == "as well"
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
        or _low(figure, figure.index - 2) in ("the", "of", "those")
        or any(item.has("be") for item in figure.items[max(figure.index - 3, 0) : figure.index - 1])
    ):
        return None
    readings = outcome_readings(before, ("patient",), ("ing", "past", "third"))
    return readings[0]["metric"] if readings else None


def _by_including(figure, figures):
    """ "killed eleven, including two officers, and wounded": a part of the figure before, whatever follows."""
    if _low(figure, figure.index - 1) != "including" or not figures or figure.metric == figures[-1].metric:
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
    """ "The two who were planting the bomb were killed", "Three officers on patrol were killed": the passive further on."""
    if (
        figure.metric in PEOPLE
        or figure.head.kind == "none"
        and figure.head.at == figure.index + 1
        and not figure.head.more
    ):
        return None
    relative = _low(figure, figure.head.at) in ("who", "that", "which") or _low(figure, figure.head.at + 1) in (
        "who",
        "which",
    )
    for at in range(figure.head.at, len(figure.items)):
        item = figure.items[at]
        passive = any(other.has("be") for other in figure.items[figure.head.at : at])
        died = item.low == "and" and (
            outcome_readings(_first_word(figure, at + 1), ("subject",), ("past",))
            or passive
            and outcome_readings(_first_word(figure, at + 1), ("patient",), ("part",))
        )
        if died:
            return died[0]["metric"]
        if (
            item.is_count
            or item.low in ("who", "which", ";", ":", "and", "but")
            and at > figure.head.at + 1
            or item.has("subordinator")
            and item.low not in ("that", "who", "which")
        ):
            return None
        if item.has("be") and at >= figure.head.at + 2 * relative:
            after = next(
                (
                    other
                    for other in figure.items[at + 1 : at + 4]
                    if not other.has("transparent", "be") and not other.low.endswith("ly")
                ),
                None,
            )
            readings = outcome_readings(after, ("patient",), ("past", "part")) if after else []
            if readings and not any(other.has("negation") for other in figure.items[at : at + 3]):
                return readings[0]["metric"]
    return None


def _first_word(figure, at):
    """The first item at `at` that is no adverb; the last item of the row where there is none."""
    while at < len(figure.items) - 1 and figure.items[at].has("transparent") and not figure.items[at].has("verb"):
        at += 1
    return figure.items[min(at, len(figure.items) - 1)]


def _by_shooting(figure, figures):
    """ "was shot", "shot the mayor": deadly, unless more is said (see tally)."""
    if figure.metric in PEOPLE:
        return None
    before = _low(figure, figure.index - 1)
    if before in ("shot", "shooting") and any(item.low in LIMBS for item in figure.items[figure.head.at : figure.head.at + 5]):
        return "injuries"
    if before in ("shot", "shooting") and _low(figure, figure.index - 2) not in (
        "was",
        "were",
        "been",
        "a",
        "the",
        "of",
    ):
        return "deaths"
    be = figure.items[figure.head.at - 1].has("person") and _opens_with_participle(figure)
    for item in figure.items[figure.head.at : figure.head.at + 12]:
        if be and item.low == "shot":
            if _is_shot_at(figure, figure.items.index(item)):
                return None
            return "injuries" if _is_limb(figure, item) else "deaths"
        if item.is_count or item.has("subordinator") or item.low in (";", "and"):
            return None
        be = item.has("be") or be and (item.has("transparent", "be") or item.low == "found" or item.low.endswith("ly"))
    return None


def _by_deadly_end(figure, figures):
    """ "shot the clerk to death", "were beaten to death"."""
    if figure.metric == "deaths":
        return None
    for at in range(figure.head.at, min(figure.head.at + 9, len(figure.items))):
        if figure.items[at].low == "death" and _low(figure, at - 1) == "to" or figure.items[at].low == "to death":
            return "deaths"
        if figure.items[at].is_count or figure.items[at].kind == "mark" or figure.items[at].low in ("who", "which"):
            return None
    return None


def _by_fatally(figure, figures):
    """"one fatally", "one of them fatally"."""
    near = figure.items[figure.head.at : figure.head.at + 2]
    return "deaths" if figure.metric is None and any(item.low in ("fatally", "mortally") for item in near) else None


def _by_family(figure, figures):
    """"killing a family of six"."""
    if figure.metric in PEOPLE or _low(figure, figure.index - 1) != "of" or _low(figure, figure.index - 2) not in ("family", "group", "crew", "team", "gang", "patrol"):
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
        or _low(figure, figure.index - 1) not in (":", "=", "as", "–", "-")
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
    return _low(figure, figure.head.at) == "shot" and (
        after is None or after.kind == "mark" or after.has("preposition")
    )


def _is_shot_at(figure, at):
    """"was shot at but not hit", not "were shot at a party"."""
    after = figure.items[at + 2] if at + 2 < len(figure.items) else None
    return _low(figure, at + 1) == "at" and (after is None or after.kind == "mark" or after.has("subordinator") or after.low in ("by", "but", "from"))


def _is_limb(figure, shot):
    """ "shot in the arm and leg"."""
    at = figure.items.index(shot)
    return any(item.low in LIMBS for item in figure.items[at : at + 7])
