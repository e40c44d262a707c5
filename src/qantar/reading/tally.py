"""Adding up the figures of one incident: a part is not added to its total, a person said twice counts once."""

from .lexicon import load_file

WORDS = load_file("singles")["tally"]
DYING, GENERIC, BOMBERS, ADDING, TOLLS = (set(WORDS[key]) for key in ("dying", "generic", "bombers", "adding", "tolls"))


def count_of(figure):
    """What a coder enters for one figure: its value, or the low bound; None for a vague word."""
    number = figure.number
    if number.style == "vague":
        return None
    count = number.value if number.value is not None else number.low
    return int(count) if count is not None else None


def totals_of(figures, metrics):
    """The total of each metric; somebody who dies of wounds that were counted is counted among the dead only."""
    figures = [figure for figure in figures if not _survived(figure, figures)]
    for figure in figures:
        if _is_partly_deadly(figure, figures):
            figure.reading.metric = "injuries"
    totals = {metric: add_up(figures, metric) for metric in metrics}
    moved = sum(
        count_of(figure) for figure in figures if _died_of_wounds(figure, figures) or _is_deadly_part(figure, figures)
    )
    if moved and totals["injuries"]:
        totals["injuries"] = max(totals["injuries"] - moved, 0) or None
    return totals


def _is_partly_deadly(figure, figures):
    """ "Five were shot; two died": all of them were shot, the others wounded."""
    if figure.reading.rule != "shooting" or figure.metric != "deaths" or _is_single(figure) or not count_of(figure):
        return False
    return any(_is_deadly_part(other, figures, figure) for other in figures)


def _is_deadly_part(figure, figures, shot=None):
    before = figures[: figures.index(figure)]
    shot = [
        f
        for f in before
        if f.reading.rule == "shooting"
        and not _is_single(f)
        and f.sentence is figure.sentence
        and (shot is None or f is shot)
    ]
    return (
        bool(shot)
        and figure.metric == "deaths"
        and figure.reading.rule != "shooting"
        and (count_of(figure) or 0) < count_of(shot[-1])
    )


def _survived(figure, figures):
    """ "was shot", and said to be wounded further on: the shooting was not deadly."""
    if figure.reading.rule != "shooting" or figure.metric != "deaths" or not _is_single(figure):
        return False
    later = [f for f in figures[figures.index(figure) + 1 :] if f.metric == "injuries" and _is_single(f)]
    return any(f.number.definite or f.number.names & figure.number.names for f in later)


def _died_of_wounds(figure, figures):
    """ "He later died", "One of the injured died": said of people counted as injured in an earlier clause."""
    if (
        figure.metric != "deaths"
        or figure.predicate is None
        or (figure.predicate.lemma not in DYING and figure.reading.rule != "dying")
        or not count_of(figure)
    ):
        return False
    injured = [f for f in figures[: figures.index(figure)] if f.metric == "injuries" and count_of(f)]
    if not injured or count_of(figure) > _total(injured):
        return False
    if _is_single(figure):
        named = figure.number.names and any(_is_single(f) and f.number.names & figure.number.names for f in injured)
        return bool(named) or (figure.number.kind == "pronoun" and injured[-1].sentence is not figure.sentence)
    return (figure.head.kind in ("none", "pronoun") and not figure.head.more) or figure.head.partitive


def add_up(figures, metric):
    """The total of one metric over the figures of one incident; None where none states a number."""
    counted, part, retold = [], None, None
    for figure in figures:
        count = count_of(figure)
        if figure.metric != metric or count is None:
            continue
        if _is_repeated(figure, count, counted) or _is_retold(figure, count, retold, counted):
            retold = figure
            continue
        if _is_part(figure, counted) or _is_apposed(figure, count, counted) or _is_listed(figure, counted, part):
            part = figure
            continue
        if _is_total(figure, count, counted):
            counted = [figure]
        else:
            counted.append(figure)
    return sum(count_of(figure) for figure in counted) if counted else None


def _is_retold(figure, count, retold, counted):
    """ "Six died. … At first four died, with two more dying later": the rest of a total told in detail."""
    together = retold is not None and retold.sentence is figure.sentence and not _is_single(retold)
    return together and count_of(retold) + count <= _total(counted)


def _total(counted):
    return sum(count_of(figure) for figure in counted)


def _is_part(figure, counted):
    """Said to be a part of a total of the same metric: "including two officers", "one of those killed"."""
    if counted and figure.head.partitive and _is_among(figure, counted):
        return True
    parent = figure.parent or figure.reading.parent
    if parent is None or parent.metric != figure.metric:
        return False
    added = figure.reading.parent is None and parent.sentence is figure.sentence and not _is_generic(parent)
    if added and figure.items[figure.index - 1].low in (",", "and"):
        return False  # "three Britons, two Americans and one Japanese" happens to add up
    return count_of(figure) <= (count_of(parent) or count_of(figure))


def _is_among(figure, counted):
    """ "two of the dead", "one of the people killed", "one of the soldiers" after a count of soldiers."""
    if figure.reading.rule == "outcome_noun" or _noun(figure) in ("victims", "casualties", "fatalities"):
        return True
    after = figure.items[figure.head.at].low if figure.head.at < len(figure.items) else ""
    return after in ("killed", "injured", "wounded", "dead") or any(_noun(f) == _noun(figure) for f in counted)


def _is_apposed(figure, count, counted):
    """ "N. N. and N. N., two brothers, were": the number sums up the single people just named."""
    named = [f for f in counted if f.sentence is figure.sentence and _is_single(f)]
    return (
        not _is_single(figure)
        and figure.index > 0
        and figure.items[figure.index - 1].low == ","
        and len(named) == count > 0
        and counted[-1] in named
    )


def _is_listed(figure, counted, part):
    """ "killed nine: five Shia and four Sunni": the list behind a colon says who the people before it were."""
    if not counted or counted[-1].sentence is not figure.sentence or count_of(figure) > count_of(counted[-1]):
        return False
    goes_on = (
        part is not None
        and part.sentence is figure.sentence
        and figure.reading.rule in ("coordination", "object_list", "following", "topic")
    )
    return goes_on or (
        figure.items[figure.index - 1].low == ":" and counted[-1].items[counted[-1].index - 1].low != ":"
    )


def _is_single(figure):
    return figure.number.style == "single"


def _noun(figure):
    return figure.head.text.lower()


def _is_generic(figure):
    return not _is_single(figure) and _noun(figure) in GENERIC


def _adds(figure):
    """ "another", "also", "two others": said to be more than those before."""
    if figure.head.more or (not _is_single(figure) and figure.number.is_increment):
        return True
    near = figure.items[max(figure.index - 2, 0) : max(figure.predicate.at, figure.head.at) + 1]
    return any(item.low in ADDING for item in near)


def _is_repeated(figure, count, counted):
    if not counted or (figure.sentence is counted[-1].sentence and not _is_back_reference(figure)):
        return False
    if figure.reading.twin is not None or figure.reading.rule in ("repetition", "among_outcome"):
        return True
    if _is_single(figure):
        return _is_same_person(figure, counted)
    if _adds(figure):
        return False
    earlier = [f for f in counted if f.sentence is not figure.sentence]
    if (count == _total(counted) and (_is_generic(figure) or figure.number.is_definite)) or any(
        count == count_of(f) and _is_like(f, figure) for f in earlier
    ):
        return True
    return any(_is_generic(f) and count <= count_of(f) for f in earlier)


def _is_back_reference(figure):
    """ "both", "himself", "the bomber": words that can stand for somebody said earlier in the sentence."""
    if not _is_single(figure) or not figure.number.definite:
        return False
    return figure.number.kind in ("both", "pronoun", "body", "plural", "reflexive") or _noun(figure) in BOMBERS


def _is_like(one, other):
    if one.head.partitive or other.head.partitive:
        return False
    return _noun(one) == _noun(other) or _is_generic(one) or _is_generic(other)


def _is_same_person(figure, counted):
    number, total = figure.number, _total(counted)
    singles = [f for f in counted if _is_single(f)]
    if number.kind == "reflexive":
        return any(f.number.kind == "reflexive" for f in singles)
    if number.kind == "pronoun" and number.definite:
        return bool(singles) or any(count_of(f) == 1 for f in counted)
    if number.kind in ("both", "body", "plural") and number.definite:
        return total >= count_of(figure)
    if number.names and any(number.names & f.number.names for f in singles):
        return True
    if number.definite and not _adds(figure):
        return any(f.reading.rule != "own_bomb" or _noun(figure) in BOMBERS for f in counted)
    earlier = [f for f in counted if f.sentence is not figure.sentence]
    if number.kind == "name" and not _adds(figure) and any(not _is_single(f) for f in earlier):
        return True
    if number.kind == "name" or number.names:
        return total == 1 and not any(f.number.names for f in singles) and not _adds(figure)
    if _adds(figure):
        return False
    return any(_is_generic(f) for f in earlier)


def _is_total(figure, count, counted):
    """ "In all, 12 people died": a larger generic figure in a later sentence takes the place of those before."""
    if not counted or _is_single(figure):
        return False
    if figure.reading.rule in TOLLS and count >= _total(counted):
        return True
    if figure.sentence is counted[-1].sentence:
        return False
    return _is_generic(figure) and count > _total(counted) and not _adds(figure)
