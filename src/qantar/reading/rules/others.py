"""Everything else that a number can count: crowds, damage, convictions, alleged attackers, and things of no interest."""

from ..figure import Context, Reading
from ..lexicon import load_file

DAMAGE_VERBS = ("damaged",)


def by_hypothesis(context: Context):
    """ "If the next massacre costs 500 lives", "Imagine that …": no claim at all."""
    first = [item.low for item in context.items[:3]]
    if first[:1] in (["if"], ["imagine"], ["suppose"], ["supposing"], ["unless"]) or first[:2] in (
        ["even", "if"],
        ["what", "if"],
        ["as", "if"],
    ):
        clause_end = next((k for k, item in enumerate(context.items) if item.low == ","), len(context.items))
        if context.i < clause_end or first[0] in ("imagine", "suppose"):
            return Reading(None, "hypothesis", reason="hypothetical")
    if _is_question(context) or _is_fiction(context):
        return Reading(None, "no_fact", reason="question or fiction")
    if context.low(context.i - 1) in ("for", "hold", "house", "seat", "accommodate", "sleep") and any(
        item.low in CAPACITY for item in context.items[max(context.i - 4, 0) : context.i]
    ):
        return Reading(None, "capacity", reason="capacity")
    if [item.low for item in context.items[context.head.at : context.head.at + 3]] == ["at", "a", "time"]:
        return Reading(None, "capacity", reason="capacity")
    before = [context.low(context.i - k) for k in range(1, 6)]
    if "would have been" in " ".join(reversed(before)) or "could have been" in " ".join(reversed(before)):
        return Reading(None, "hypothesis", reason="hypothetical")
    return None


CURRENCIES = load_file("things")["currency_codes"]
CAPACITY = set(load_file("verbs")["capacity"])
FICTION = set(load_file("verbs")["fiction"])


def _is_question(context):
    """ "Were 300 people killed, as the rumour has it?": asked, not stated; a "how many" leaves its numbers standing."""
    first = context.items[0]
    return context.items[-1].low == "?" and first.has("be", "aux", "modal") and not first.has("negation")


def _is_fiction(context):
    return any(
        item.low in FICTION and k < context.i for k, item in enumerate(context.items[:6]) if item.text[:1].islower()
    )


def by_introduction(context: Context):
    """ "He was one of three who got hurt", "one of the detainees": the one only introduces a person."""
    if context.item.low != "one" or not context.head.partitive and context.head.kind != "pronoun":
        return None
    introduced = context.low(context.i - 1) in ("was", "is", "am", "were", "are", "be", "been", "'m", "as", "like")
    return Reading(None, "introduction", reason="introduces a person") if introduced else None


def by_thing(context: Context):
    """ "118 vehicles burned", "26 beds": a thing; with a verb of destruction it is damage."""
    head = context.head
    if head.kind == "unit":
        return Reading(None, "measure", reason=head.senses["unit"])
    if head.kind != "thing":
        return None
    if (
        head.senses.get("thing", ("", None))[0] == "population"
        and head.senses["thing"][1] is None
        and context.predicate.kind == "outcome"
        and head.text.lower() in ("families", "family", "couple")
    ):
        return Reading(None, "thing", reason="families")
    reason, unit = head.senses["thing"]
    if reason == "property_damage":
        damaged = context.predicate.metric == "damaged" or any(
            r["metric"] == "damaged"
            for item in context.items
            for r in item.senses.get("verb", ())
            if r["role"] == "context"
        )
        if not damaged:
            return Reading(None, "thing", reason=head.text.lower())
    if unit is None:
        return Reading(None, "thing", reason=reason)
    return Reading(reason, "thing", unit=unit)


OTHER_STATES = {
    "missing": "missing",
    "disappeared": "missing",
    "unaccounted": "missing",
    "displaced": "displaced",
    "homeless": "displaced",
    "infected": "infected",
    "evacuated": "evacuated",
    "rescued": "rescued",
    "convicted": "convictions",
    "charged": "charged",
    "suspected": "suspects",
}


def by_other_state(context: Context):
    """ "223 missing", "5,000 displaced": a state of people that is no figure of ours, right after the number."""
    word = (
        context.low(context.head.at)
        if context.head.kind in ("none", "person", "pronoun")
        else context.head.text.lower()
    )
    metric = OTHER_STATES.get(word)
    return Reading(metric, "other_state", unit="people") if metric and context.head.kind != "outcome" else None


def by_context_before(context: Context):
    """ "convicted 1,205", "charged 90 people", "evacuated 400": another matter's verb governs the number."""
    at = context.i - 1
    while at >= 0 and context.items[at].has("transparent") and not context.items[at].has("verb"):
        at -= 1
    if at < 0:
        return None
    for reading in context.items[at].senses.get("verb", ()):
        if (
            reading["role"] == "context"
            and reading["form"] in ("past", "base", "third", "ing", "part")
            and reading["metric"] not in ("damaged", "crowd_size")
        ):
            if context.head.kind in ("person", "none", "pronoun", "demonym", "unknown"):
                return Reading(reading["metric"], "other_matter_before", unit="people")
    return None


def by_context_after(context: Context):
    """ "About 60 people gathered", "four men were charged": another matter is said of the group."""
    if context.predicate.kind != "context" or context.head.kind in ("case", "unit"):
        return None
    metric = context.predicate.metric
    if metric == "damaged":
        return Reading(None, "other_matter", reason="agents of damage")
    return Reading(metric, "other_matter", unit="people")


def by_role_noun(context: Context):
    """Suspects, defendants, victims of torture, students…: people in a role that is no outcome by itself."""
    noun = context.head.text.lower()
    roles = {
        "suspect": "suspects",
        "defendant": "charged",
        "accused": "charged",
        "hostage": "hostages",
        "survivor": "survivors",
        "student": "students",
        "mourner": "crowd_size",
    }
    for word, metric in roles.items():
        if noun in (word, word + "s") and context.head.kind == "person" and context.predicate.kind not in ("outcome",):
            return Reading(metric, "role_noun", unit="people")
    return None


def by_attackers(context: Context):
    """ "20,000 terrorists": a claim about attackers, the claimant's word, never a casualty figure."""
    head = context.head
    if head.kind == "person" and head.senses.get("person") == "attackers" and context.predicate.kind != "outcome":
        return Reading("alleged_attackers", "attackers", unit="people", group="attackers")
    return None


def by_crowd(context: Context):
    """A crowd: "a crowd of several thousand", "2,500 protesters were in the square"."""
    before = [context.low(context.i - k) for k in (1, 2, 3)]
    if "crowd" in before or "procession" in before or "crowds" in before:
        return Reading("crowd_size", "crowd", unit="people")
    people = context.head.kind == "person" and context.head.senses.get("person") in ("all", "protesters")
    if people and context.low(context.i - 2) == "there" and context.items[context.i - 1].has("be"):
        return Reading("crowd_size", "crowd", unit="people")
    crowd_noun = any(
        item.low in ("crowd", "crowds", "demonstration", "rally", "march", "vigil") for item in context.items
    )
    place = context.low(context.predicate.at + 1) if context.predicate.kind == "copula" else ""
    if (
        context.head.kind == "person"
        and context.head.senses.get("person") in ("all", "protesters")
        and place in ("on", "in", "at", "outside", "there")
    ):
        return Reading("crowd_size", "crowd", unit="people")
    if (
        context.head.kind == "person"
        and context.head.senses.get("person") in ("all", "protesters")
        and (context.predicate.kind in ("general", "copula", "none") and crowd_noun)
    ):
        return Reading("crowd_size", "crowd", unit="people")
    return None


def by_nothing(context: Context):
    """No rule took the number: the reason tells what was missing."""
    head, predicate = context.head, context.predicate
    if head.kind == "weak_case":
        return Reading(None, "none", reason="case without legal context")
    if head.kind == "unknown":
        return Reading(None, "none", reason=f"counts {head.text.lower()[:40]}")
    if predicate.kind in ("general", "troop", "copula"):
        return Reading(None, "none", reason=f"predicate is {predicate.lemma}")
    return Reading(None, "none", reason="no predicate")


def read_damage(items, i):
    """ "caused $2-3bn in damage", "losses of 227 million dollars": the cost of damage in its currency, None elsewhere."""
    window = items[max(i - 7, 0) : i + 7]
    if not any(item.has("damage") for item in window):
        return None
    for item in (*items[max(i - 1, 0) : i], *items[i + 1 : i + 4]):
        code = CURRENCIES.get(item.low)
        if code:
            return Reading("damage_cost", "damage", unit=code)
    return None
