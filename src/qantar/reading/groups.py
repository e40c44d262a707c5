"""Who was counted: the group of a figure, the source's own label for it, and the nationality of foreigners."""

from itertools import pairwise

from .figure import CASES, Figure
from .items import any_low
from .neighbours import low_at
from .wordlists import word_set

CHILDREN, NO_LABEL = word_set("groups", "children"), word_set("groups", "no_label")
NATIONALS = word_set("groups", "nationals", "strangers")
NATIONALITY_LINKS, DEATHS_OF = word_set("groups", "nationality_links"), word_set("groups", "deaths_of")
SERVANTS, BODIES = word_set("attribution", "servants"), ("police", "defence_ministry", "interior_ministry")
BODY_REACH = 4  # words between "members of" and the body that they serve
AMONG, OF_GROUP = word_set("groups", "among"), word_set("groups", "of_group")
POSSESSIVES, OWN_PEOPLE, FORCES = (word_set("groups", key) for key in ("possessives", "own_people", "forces"))
SHARES, WHOLE_REACH = word_set("groups", "shares"), 4  # items before a whole in which its part is stated
OPEN = ("all", "other")  # groups that a more exact word beside the noun may replace
NO_HEAD = ("pronoun", "none")
AMONG_REACH, PREDICATE_REACH, OWN_REACH = 3, 5, 5  # items searched beside the noun


def fill_group(figure, home):
    """Set `group`, `group_text` and, for foreigners, `detail`; cases, troops and things have no group.

    Args:
        figure: a Figure with a metric.
        home: the country of the event, "" where it is not known.
    """
    counts_things = figure.reading.unit not in ("", "people")
    if figure.metric in CASES or figure.metric == "troop_contingents" or counts_things:
        figure.group = ""
        return
    figure.group = _group_of(figure, home)
    if figure.head.kind in ("person", "demonym") and figure.head.text.lower() not in NO_LABEL:
        figure.group_text = figure.head.text
    if figure.metric == "detentions" and figure.group == "detainees":
        figure.group = "all"  # "54 detainees" names nobody but those detained
    if figure.group == "foreigners" and not figure.detail:
        figure.detail = _nationality(figure, home)


def _group_of(figure, home):
    """The group that the rule gave, that the noun or the predicate names, or that the figure takes from another one."""
    own = figure.group or _from_noun(figure, home)
    if own and (figure.group or own not in ("all", "detainees")):
        return own
    said = _from_predicate(figure)  # "two of the detainees are journalists"
    if said and not (own == "detainees" and said in OPEN):
        return said
    if _is_of_speaker(figure):
        return "security_forces"
    return own or _from_others(figure)


def _from_noun(figure, home):
    """The group that the noun phrase itself names; foreigners where it names another country."""
    head = figure.head
    if any(item.low in CHILDREN for item in head.modifiers):
        return "children"
    if head.kind == "demonym":
        return "all" if head.senses.get("country") == home else "foreigners"
    beside = [item.senses["person"] for item in head.modifiers if item.has("person")]
    if head.kind in ("person", "outcome") and "person" in head.senses:
        return _from_person(figure, home, beside)
    if beside:
        return beside[-1]
    return _among(figure) if head.kind == "outcome" else ""


def _from_person(figure, home, beside):
    """The group of a person noun, or a closer one that a word before it gives: "foreign citizens", "police people"."""
    group = figure.head.senses["person"]
    if group not in OPEN:
        return group
    if _nationality(figure, home):
        return "foreigners"
    if _serve(figure):
        return "security_forces"
    return beside[-1] if beside and beside[-1] not in OPEN else group


def _serve(figure):
    """ "18 members of the police and national guard", "employees of internal affairs bodies"."""
    if figure.head.text.lower() not in SERVANTS or low_at(figure.items, figure.head.at) != "of":
        return False
    after = figure.items[figure.head.at + 1 : figure.head.at + 1 + BODY_REACH]
    return any(item.senses.get("person") == "security_forces" or item.senses.get("office") in BODIES for item in after)


def _among(figure):
    """ "12 deaths among police"; "94 of the injured" says nothing of the group."""
    items, at = figure.items, figure.head.at
    if at + 1 >= len(items) or items[at].low not in AMONG or figure.head.text.lower().rstrip("s") not in DEATHS_OF:
        return ""
    return next((item.senses["person"] for item in items[at + 1 : at + 1 + AMONG_REACH] if item.has("person")), "")


def _from_predicate(figure):
    """ "three of them were soldiers", "two of them minors", "eight of those held are under 18"."""
    if figure.head.kind not in (*NO_HEAD, "outcome") or _is_whole(figure):
        return ""
    for item in figure.items[figure.head.at : figure.head.at + PREDICATE_REACH]:
        if item.has("person") and not item.has("mover") and item.low != "police":  # police act more than they suffer
            return item.senses["person"]
        if _is_age_limit(item):
            return "children"
        if not item.has("be", "transparent", "foreign", "country") and item.low not in OF_GROUP:
            return ""
    return ""


def _is_whole(figure):
    """ "twelve of the 225 dead were officers": what follows is said of the twelve."""
    before = figure.items[max(figure.index - WHOLE_REACH, 0) : figure.index]
    is_of_part = bool(before) and before[-1].low in ("of", "the") and any_low(before, ("of",))
    return is_of_part and any(item.kind == "num" or item.low in SHARES for item in before)


def _is_age_limit(item):
    return item.kind == "num" and item.number.reason == "age" and item.number.qualifier == "less_than"


def _is_of_speaker(figure):
    """ "30 of his men", "35 of their own", "its own injured at 121", said by police or a ministry."""
    if figure.claimant_type not in FORCES:
        return False
    window = [item.low for item in figure.items[max(figure.index - OWN_REACH, 0) : figure.head.at + 1]]
    return any(word in POSSESSIVES and after in OWN_PEOPLE for word, after in pairwise(window))


def _from_others(figure):
    """The group of the figure that this one repeats, is a part of or follows."""
    head, reading = figure.head, figure.reading
    if reading.twin is not None:
        return reading.twin.group or "all"
    if reading.parent is not None and head.kind in NO_HEAD and reading.rule != "charge_of_cases":
        return reading.parent.group or "all"
    if head.kind == "pronoun" and reading.parent is None:
        return _from_antecedent(figure)
    if head.kind in NO_HEAD or (reading.rule == "outcome_noun" and not head.modifiers):
        return _inherited(figure)
    return "all"


def _inherited(figure):
    """ "163 servicemen injured, two killed": a bare outcome in a list keeps the people of the one before."""
    for earlier in figure.marks:
        if isinstance(earlier, Figure) and earlier.head.kind == "person" and earlier.group not in ("", "all"):
            return earlier.group
    return "all"


def _from_antecedent(figure):
    """ "disarmed the policemen and beheaded three of them": the people last named before the number."""
    named = [item.senses["person"] for item in reversed(figure.items[: figure.index]) if item.has("person")]
    return next((group for group in named if group not in OPEN), named[0] if named else "all")


def _nationality(figure, home):
    """The foreign country in the noun phrase: "38 citizens of Kyrgyzstan", "two British nationals", "two – Russia"."""
    items, head = figure.items, figure.head
    beside = [*head.modifiers, items[head.at - 1]] if head.kind == "demonym" else list(head.modifiers)
    after = items[head.at : head.at + 3]
    if len(after) > 1 and after[0].low in NATIONALITY_LINKS and head.text.lower() in NATIONALS:
        beside += after[1:]
    countries = (item.senses["country"] for item in beside if item.has("country"))
    return next((country for country in countries if country != home), "")
