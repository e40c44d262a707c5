"""Which figure is a part of which total: "including 19", "of whom", "three of them", and lists that stay below their total."""

from .figure import CASES


def link_parts(figures):
    """Clean the parents that the rules proposed, and pass them on along lists.

    A part is no larger than its total, of the same kind (people, cases, personnel), and never its own ancestor.
    """
    for at, figure in enumerate(figures):
        previous = figures[at - 1] if at else None
        if previous is not None and previous.sentence is figure.sentence:
            figure.marks.add(previous)
        if figure.parent is None and figure.reading.parent is not None:
            figure.parent = figure.reading.parent
        if figure.parent is None and figure.head.partitive:
            figure.parent = _total_after(figures, at)
        if figure.parent is not None and not _may_be_part(figure, figure.parent):
            figure.parent = None
    _link_lists(figures)


def _total_after(figures, at):
    """ "Half a dozen of the 50 dead": the total stands behind the part."""
    figure, following = figures[at], figures[at + 1] if at + 1 < len(figures) else None
    near = following is not None and following.sentence is figure.sentence and following.index <= figure.index + 3
    return following if near else None


def _may_be_part(part, total):
    if total is part or total.metric is None or _is_ancestor(part, total):
        return False
    same_kind = (part.metric in CASES) == (total.metric in CASES)
    larger = part.size > total.size and total.number.qualifier in ("exact", "up_to", "less_than", "almost")
    return same_kind and not larger


def _is_ancestor(part, total):
    seen = 0
    while total is not None and seen < 20:
        if total is part:
            return True
        total, seen = total.parent, seen + 1
    return False


def _link_lists(figures):
    """ "six: three in A, two in B, one in C", "44 – 26 criminals plus 18 officers": a list that adds up to the figure before."""
    for at, total in enumerate(figures):
        run = _run_after(figures, at)
        for end in range(len(run), 1, -1):
            members = run[:end]
            if sum(f.number.value or 0 for f in members) == total.number.value and all(
                f.parent is None for f in members
            ):
                for member in members:
                    member.parent = total
                break


def _run_after(figures, at):
    """The figures of the same metric that follow within the paragraph, at most two sentences on."""
    total, run = figures[at], []
    if total.number.value is None:
        return run
    for figure in figures[at + 1 : at + 9]:
        near = (
            figure.sentence.paragraph == total.sentence.paragraph
            and figure.sentence.number - total.sentence.number <= 1
        )
        if not near or figure.metric != total.metric or figure.number.value is None:
            break
        run.append(figure)
    return run
