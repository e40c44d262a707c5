"""Who was counted: the group of a figure, the source's own label for it, and the nationality of foreigners."""

from .figure import CASES, Figure

CHILD_WORDS = {"under-18s", "teenage", "underage", "under-age", "juvenile"}
NATIONALS = {
    "citizen",
    "citizens",
    "national",
    "nationals",
    "subject",
    "subjects",
    "student",
    "students",
    "tourist",
    "tourists",
    "worker",
    "workers",
}


def fill_group(figure: Figure, home: str):
    """Set `group`, `group_text` and, for foreigners, `detail`."""
    things = figure.metric not in CASES and figure.reading.unit not in ("", "people")
    if figure.metric in CASES or figure.metric == "troop_contingents" or things:
        figure.group = ""
        return
    figure.group = _group_of(figure, home)
    head = figure.head
    if (
        head is not None
        and head.kind in ("person", "demonym")
        and head.text.lower() not in ("name", "names", "surnames", "surname")
    ):
        figure.group_text = head.text
    if figure.group == "foreigners" and not figure.detail:
        figure.detail = _nationality(figure, home)


def _group_of(figure, home):
    if figure.group:
        return figure.group
    head, reading = figure.head, figure.reading
    own = _from_noun(figure, home)
    if own and own != "all":
        return own
    said = _from_predicate(figure)
    if said:
        return said
    if own and not _is_of_speaker(figure):
        return own
    if _is_of_speaker(figure):
        return "security_forces"
    if reading.twin is not None:
        return reading.twin.group or "all"
    if reading.parent is not None and head.kind in ("pronoun", "none") and reading.rule not in ("charge_of_cases",):
        return reading.parent.group or "all"
    if head.kind == "pronoun" and reading.parent is None:
        return _from_antecedent(figure)
    if head.kind in ("pronoun", "none") or reading.rule == "outcome_noun" and not head.modifiers:
        return _inherited(figure)
    return "all"


def _from_noun(figure, home):
    """The group that the noun phrase itself names; foreigners where it names another country."""
    head = figure.head
    people = [item for item in head.modifiers if item.has("person")]
    if any(item.low in CHILD_WORDS for item in head.modifiers):
        return "children"
    if head.kind == "demonym":
        return "all" if head.senses.get("country") == home else "foreigners"
    if head.kind in ("person", "outcome") and "person" in head.senses:
        group = head.senses["person"]
        if group in ("all", "other") and _nationality(figure, home):
            return "foreigners"
        if people and group in ("all", "other") and people[-1].senses["person"] not in ("all", "other"):
            return people[-1].senses["person"]
        return group
    if people:
        return people[-1].senses["person"]
    if head.kind == "outcome":
        return _among_after(figure)
    return ""


def _among_after(figure):
    """ "12 deaths among police", "94 of the injured" says nothing of the group."""
    items, at = figure.items, figure.head.at
    if (
        at + 1 < len(items)
        and items[at].low in ("among", "amongst", "of")
        and figure.head.text.lower().rstrip("s")
        in ("death", "arrest", "injurie", "casualtie", "fatalitie", "detention")
    ):
        for item in items[at + 1 : at + 4]:
            if item.has("person"):
                return item.senses["person"]
    return ""


def _from_predicate(figure):
    """ "three of them were soldiers", "two of them minors", "eight of those held are under 18"."""
    items, at = figure.items, figure.head.at
    if figure.head.kind not in ("pronoun", "none", "outcome"):
        return ""
    for item in items[at : at + 5]:
        if item.has("person") and not item.has("mover") and item.low not in ("police",):
            return item.senses["person"]
        if item.low in ("women", "children"):
            return item.senses.get("person", "")
        if item.kind == "num" and item.number.reason == "age" and item.number.qualifier == "less_than":
            return "children"
        if not (
            item.has("be", "transparent", "foreign", "country")
            or item.low in ("the", "a", "an", "members", "law", "young", "other", "among", "from")
        ):
            return ""
    return ""


def _is_of_speaker(figure):
    """ "30 of his men", "35 of their own", "its own injured at 121", said by police or a ministry."""
    if figure.claimant_type not in ("police", "interior_ministry", "defence_ministry"):
        return False
    window = [item.low for item in figure.items[max(figure.index - 5, 0) : figure.head.at + 1]]
    for k, word in enumerate(window[:-1]):
        if word in ("his", "its", "their", "her", "our") and (
            window[k + 1] == "own" or window[k + 1] in ("men", "colleagues", "staff", "ranks")
        ):
            return True
    return False


def _inherited(figure):
    """ "163 servicemen injured, two killed": a bare outcome in a list keeps the people of the one before."""
    for earlier in figure.marks:
        if isinstance(earlier, Figure) and earlier.head.kind == "person" and earlier.group not in ("", "all"):
            return earlier.group
    return "all"


def _from_antecedent(figure):
    """ "disarmed the policemen and beheaded three of them": the people last named before the number."""
    named = [item.senses["person"] for item in reversed(figure.items[: figure.index]) if item.has("person")]
    return next((group for group in named if group not in ("all", "other")), named[0] if named else "all")


def _nationality(figure, home):
    """The foreign country in the noun phrase: "38 citizens of Kyrgyzstan", "two British nationals", "two – Russia"."""
    head = figure.head
    for item in (*head.modifiers, *((figure.items[head.at - 1],) if head.kind == "demonym" else ())):
        if item.has("country") and item.senses["country"] != home:
            return item.senses["country"]
    after = figure.items[head.at : head.at + 3]
    if (
        len(after) >= 2
        and after[0].low in ("of", "from", "–", "—")
        and head.text.lower() in NATIONALS | {"foreigners", "people", "", "persons"}
    ):
        for item in after[1:]:
            if item.has("country") and item.senses["country"] != home:
                return item.senses["country"]
    return ""
