"""Things that are counted: vehicles, beds, votes, the cost of damage. Few of them make a figure, and none of people."""

from ..figure import Context, Reading
from ..items import any_has
from ..wordlists import load_file

CURRENCIES = load_file("things")["currency_codes"]
DAMAGE_REACH = 7  # words between a sum of money and "damage"
CURRENCY_REACH = 3  # words after a sum in which its currency may stand


def by_thing(context: Context):
    """ "118 vehicles were destroyed", "26 beds": a thing; with a verb of destruction it is damage."""
    head = context.head
    if head.kind == "unit":
        return Reading(None, "measure", reason=head.senses["unit"])
    if head.kind != "thing":
        return None
    if _is_family_with_outcome(context):
        return Reading(None, "thing", reason="families")
    metric, unit = head.senses["thing"]
    if metric == "property_damage" and not _speaks_of_damage(context):
        return Reading(None, "thing", reason=head.noun)
    if unit is None:
        return Reading(None, "thing", reason=metric)
    return Reading(metric, "thing", unit=unit)


def _is_family_with_outcome(context):
    """ "Three families lost members": how many people they were is not said."""
    family = context.head.noun in ("families", "family", "couple") and context.head.senses["thing"] == (
        "population",
        None,
    )
    return family and context.predicate.kind == "outcome"


def _speaks_of_damage(context):
    if context.predicate.metric == "damaged":
        return True
    readings = (reading for item in context.items for reading in item.senses.get("verb", ()))
    return any(reading["role"] == "context" and reading["metric"] == "damaged" for reading in readings)


def read_damage(items, i):
    """The cost of damage that a sum of money states, in its currency.

    "caused $2-3bn in damage", "losses of 227 million dollars".

    Args:
        items: the items of the sentence.
        i: the position of the sum.

    Returns:
        a Reading whose unit is the currency's code, or None where the sum is no damage.
    """
    if not any_has(items[max(i - DAMAGE_REACH, 0) : i + DAMAGE_REACH], "damage"):
        return None
    for item in (*items[max(i - 1, 0) : i], *items[i + 1 : i + 1 + CURRENCY_REACH]):
        code = CURRENCIES.get(item.low)
        if code:
            return Reading("damage_cost", "damage", unit=code)
    return None
