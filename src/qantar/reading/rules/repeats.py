"""Figures printed before and met again: "the 164", "those 50", "of the 337"."""

from itertools import islice

from ..figure import Context, Reading
from ..items import any_has, any_low
from .other_matters import CROWDS

FIGURES_BACK = 500  # that are searched; only a text of a million characters holds more
SMALL = 12  # up to here an equal value is chance, unless "the" points back
LARGE = 100  # beyond here an equal value of people is the same figure even without "the"
CROWD_REACH = 3  # words between "a crowd of" and the number
OTHERS_REACH = 7  # words before the number that may name another kind of people


def by_repetition(context: Context):
    """ "the 164", "those 50", "of the 337", a printed value met before: the same figure again."""
    head = context.head
    if head.addresses or not head.may_be_people or context.number.value is None:
        return None
    points_back = context.count > SMALL or context.number.is_definite
    if context.is_none or not points_back or _speaks_of_others(context):
        return None
    earlier = islice(reversed(context.figures), FIGURES_BACK)
    twin = next((figure for figure in earlier if _is_same(figure, context)), None)
    if twin is None:
        return None
    return Reading(
        twin.metric,
        "repetition",
        stage=twin.stage,
        unit=twin.unit,
        detail=twin.detail,
        group=twin.group,
        twin=twin,
    )


def _speaks_of_others(context):
    """The words before the number name another kind of people ("troop numbers, which began at 2,500")."""
    words = context.before(OTHERS_REACH)
    is_crowd = any_low(context.before(CROWD_REACH), CROWDS)
    return is_crowd or any_has(words, "troop", "troop_unit") or any(map(_is_other_thing, words))


def _is_other_thing(item):
    """A thing that can be counted too; a region or a matter is none."""
    return item.has("thing") and item.senses["thing"][0] not in ("place", "matter")


def _is_same(figure, context):
    return bool(figure.metric) and figure.number.value == context.number.value and _fits_group(figure, context)


def _fits_group(figure, context):
    """Named people must be of the figure's group, and pointed back to."""
    if context.head.kind != "person":
        return True
    if context.predicate.kind == "context" or context.head.senses.get("person") not in (figure.group, "all"):
        return False
    return context.number.is_definite or context.predicate.kind == "copula" or context.count > LARGE
