"""Which figure is a part of which total: "including 19", "of whom", "three of them", and lists that stay below it."""

from .figure import CASES

CLOSED_ABOVE = ("exact", "up_to", "less_than", "almost")  # qualifiers of a total that no part can exceed
DEEPEST = 20  # links from a part up to its last total; more are a circle
STATES_OF_SOME = ("hospitalised", "intensive_care", "serious")
TOTAL_REACH = 3  # items between a part and a total behind it
LIST_REACH = 8  # figures after a total that may be its list


def link_parts(figures):
    """Clean the parents that the rules proposed, and pass them on along lists.

    A part is no larger than its total, of the same kind (people, cases, personnel), and never its own ancestor.

    Args:
        figures: the figures of the text, in order; `parent` and `marks` are set.
    """
    for at, figure in enumerate(figures):
        _mark_previous(figures, at)
        if figure.parent is None:
            figure.parent = figure.reading.parent
        if figure.parent is None and figure.head.partitive:
            figure.parent = _total_after(figures, at)
        if figure.parent is not None and not _may_be_part(figure, figure.parent):
            figure.parent = None
    for at, figure in enumerate(figures):
        if figure.parent is None and _is_state_of_some(figure):
            figure.parent = _total_of_state(figures, at)
    _link_lists(figures)


def _is_state_of_some(figure):
    """ "nearly 400 are in hospital and 62 in intensive care": a state that some of those counted before are in."""
    return figure.head.kind == "none" and figure.metric == "injuries" and figure.stage in STATES_OF_SOME


def _total_of_state(figures, at):
    """The last figure of all the injured, at most a sentence back; those in a state are listed side by side."""
    figure = figures[at]
    for earlier in (figures[back] for back in range(at - 1, -1, -1)):
        if earlier.metric != figure.metric or figure.sentence.number - earlier.sentence.number > 1:
            return None
        if earlier.stage not in STATES_OF_SOME:
            return earlier if _may_be_part(figure, earlier) and earlier.size >= figure.size else None
    return None


def _mark_previous(figures, at):
    """Note the figure before in the same sentence, for what it shares with this one."""
    if at and figures[at - 1].sentence is figures[at].sentence:
        figures[at].marks.add(figures[at - 1])


def _total_after(figures, at):
    """ "Half a dozen of the 50 dead": the total stands behind the part."""
    figure, following = figures[at], figures[at + 1] if at + 1 < len(figures) else None
    if following is None or following.sentence is not figure.sentence:
        return None
    return following if following.index - figure.index <= TOTAL_REACH else None


def _may_be_part(part, total):
    if total.metric is None or _is_ancestor(part, total):
        return False
    is_same_kind = (part.metric in CASES) == (total.metric in CASES)
    is_larger = part.size > total.size and total.number.qualifier in CLOSED_ABOVE
    return is_same_kind and not is_larger


def _is_ancestor(part, total):
    """Whether a part would be above its own total; a figure is its own ancestor too."""
    for _ in range(DEEPEST):
        if total is None:
            return False
        if total is part:
            return True
        total = total.parent
    return False


def _link_lists(figures):
    """ "six: three in A, two in B, one in C", "44 – 26 criminals plus 18 officers": a list that adds up."""
    for at, total in enumerate(figures):
        run = _run_after(figures, at)
        lists = (run[:end] for end in range(len(run), 1, -1))
        for member in next((members for members in lists if _adds_up(members, total)), ()):
            member.parent = total


def _adds_up(members, total):
    is_sum = sum(figure.number.value or 0 for figure in members) == total.number.value
    return is_sum and not _replaces(members[0], total) and all(figure.parent is None for figure in members)


def _replaces(figure, former):
    """ "lowered from 71 to 64": the new value is no part of the former one, whatever follows."""
    is_next = figure.sentence is former.sentence and figure.index == former.index + 2
    return is_next and figure.items[figure.index - 1].low == "to"


def _run_after(figures, at):
    """The figures of the same metric that follow within the paragraph, at most one sentence on."""
    total, run = figures[at], []
    if total.number.value is None:
        return run
    for figure in figures[at + 1 : at + 1 + LIST_REACH]:
        is_near = figure.sentence.number - total.sentence.number <= 1
        if not is_near or figure.sentence.paragraph != total.sentence.paragraph:
            break
        if figure.metric != total.metric or figure.number.value is None:
            break
        run.append(figure)
    return run
