"""The noun that a number counts: "13 police officers", "two of the dead", "three of them", "another 26"."""

from dataclasses import dataclass

NOUNS = ("person", "outcome", "case", "weak_case", "thing", "unit", "troop_unit")
PRONOUNS = {"them", "whom", "which", "these", "those", "us", "you", "theirs", "ours"}
DETERMINERS = {"the", "these", "those", "his", "her", "its", "our", "their", "my", "this", "that", "all", "such"}
MORE = {"more", "others", "other", "further", "additional", "extra"}
REACH = 5  # words between a number and its noun


@dataclass(slots=True)
class Head:
    """What a number counts.

    `kind` is one of `person`, `outcome`, `case`, `weak_case`, `thing`, `unit`, `unit_noun`, `pronoun`, `demonym`,
    `unknown`, `none`; `at` is the position after it; `senses` come from the lexicon; `modifiers` are the items between.
    """

    kind: str
    at: int
    senses: dict
    text: str = ""
    partitive: bool = False
    more: bool = False
    modifiers: tuple = ()


def find_head(items, i):
    """The head noun of the number at position i.

    >>> from .text import read_sentences; from .items import build_items; from .lexicon import general_phrases
    >>> def heads(text):
    ...     items = build_items(text, next(read_sentences(text)), general_phrases())
    ...     return [(find_head(items, i).kind, find_head(items, i).text) for i, x in enumerate(items) if x.is_count]
    >>> heads("Police said 13 masked police officers and two of the dead were from the town.")
    [('person', 'police officers'), ('outcome', 'dead')]
    """
    at, more = i + 1, False
    if _low(items, at) == "-" and _low(items, at + 1) in ("strong", "member", "man"):
        at += 2
    elif _low(items, at) == "strong":
        return Head("none", at + 1, {})
    while _low(items, at) in MORE and at < len(items):
        more, at = True, at + 1
    if _low(items, at) == "in" and _low(items, at + 1) in ("number", "all"):
        return Head("none", at + 2, {})
    if _low(items, at) == "of":
        return _partitive_head(items, at + 1, more)
    if _low(items, at) in ("a", "an") and at + 1 < len(items) and items[at + 1].has("person"):
        return Head("person", at + 2, items[at + 1].senses, items[at + 1].text, more=more)  # "one a woman who …"
    return _noun_from(items, at, more)


def _low(items, at):
    return items[at].low if 0 <= at < len(items) else ""


def _partitive_head(items, at, more):
    """After "of": a pronoun, or determiners and a noun."""
    while _low(items, at) in DETERMINERS | {"own"} and at < len(items):
        if _low(items, at) in PRONOUNS and not _noun_follows(items, at + 1):
            break
        at += 1
    if _low(items, at) in PRONOUNS:
        return _pronoun_head(items, at, more)
    if at < len(items) and items[at].is_count:  # "two of the 12 dead"
        head = find_head(items, at)
        head.partitive = True
        return head
    head = _noun_from(items, at, more)
    head.partitive = True
    if head.kind in ("none", "unknown") and _low(items, at - 1) in ("these", "those", "them"):
        return Head("pronoun", at, {}, _low(items, at - 1), True, more)
    if head.kind == "unknown" and _low(items, at - 1) == "of" and not head.text.lower().endswith("s"):
        return Head("none", at, {}, more=more)  # "three of fever": a cause, not a noun that is counted
    return head


def _noun_follows(items, at):
    return at < len(items) and (items[at].has(*NOUNS) and not _is_participle(items[at]) or items[at].is_count)


def _is_participle(item):
    return any(reading["form"] in ("part", "past") for reading in item.senses.get("verb", ()))


def _pronoun_head(items, at, more):
    """ "of them", "of whom"; "of those killed" counts what the participle says."""
    after = at + 1
    while after < len(items) and items[after].has("transparent"):
        after += 1
    if after < len(items) and _low(items, at) in ("those", "these") and items[after].has("verb", "state"):
        outcome = _outcome_of(items[after])
        if outcome:
            return Head(
                "outcome", after + 1, {"outcome": outcome, **items[after].senses}, items[after].text, True, more
            )
    return Head("pronoun", at + 1, {}, items[at].low, True, more)


def _outcome_of(item):
    for reading in item.senses.get("verb", ()):
        if reading["role"] in ("patient", "subject") and reading["form"] in ("part", "past"):
            return reading["metric"]
    return item.senses.get("state")


def _noun_from(items, at, more):
    """The first noun at `at` or after a few modifiers; words that cannot modify end the search."""
    modifiers, last_unknown = [], None
    for ahead in range(at, min(at + REACH, len(items))):
        item = items[ahead]
        if item.kind == "mark" and item.low in "-–" and modifiers:
            continue
        participle = _counted_participle(items, ahead)
        if participle:
            return Head(
                "outcome",
                ahead + 1,
                item.senses | {"outcome": participle["metric"]},
                participle["lemma"],
                more=more,
                modifiers=tuple(modifiers),
            )
        if _is_noun(items, ahead):
            if _modifies_next_noun(items, ahead):
                modifiers.append(item)
                continue
            return _head_of(items, ahead, more, modifiers)
        if _ends_noun_phrase(item) and not _is_modifying_verb(items, ahead, at):
            break
        modifiers.append(item)
        last_unknown = ahead
    if modifiers and last_unknown is not None:
        return _unknown_head(items, last_unknown, more, modifiers)
    return Head("none", at, {}, more=more)


def _is_modifying_verb(items, ahead, at):
    """ "4 press conferences", "one working lift": a word that can be a verb stands before the noun it describes."""
    item = items[ahead]
    if (
        not item.has("verb")
        or item.has("aux", "preposition", "function", "say")
        and not item.low.endswith(("ing", "ed"))
    ):
        return False
    if _noun_follows(items, ahead + 1):
        return (
            item.low.endswith(("ing", "ed"))
            or all(r["form"] == "base" for r in item.senses["verb"])
            and items[ahead + 1].has("thing")
        )
    after = items[ahead + 1] if ahead + 1 < len(items) else None
    return ahead == at and item.low.endswith("ing") and after is not None and after.kind == "word" and not after.senses


def _counted_participle(items, at):
    """ "230 killed", "12 officers wounded" counts those killed; with an object after it the verb is active instead."""
    item = items[at]
    if item.kind != "word" or item.has("person", "outcome", "thing"):
        return None
    after = items[at + 1] if at + 1 < len(items) else None
    if after is not None and (
        after.is_count or after.low in ("the", "a", "an", "their", "his", "its", "them") or _noun_follows(items, at + 1)
    ):
        return None
    for reading in item.senses.get("verb", ()):
        if (
            reading["role"] == "patient"
            and reading["form"] in ("part", "past")
            and reading["metric"] in ("deaths", "injuries", "detentions")
        ):
            return reading
    return None


def _is_noun(items, at):
    item = items[at]
    if item.kind == "num":
        return False
    if item.has("office") and item.has("person") and item.low == "police":
        return True
    return item.has(*NOUNS) and not (item.has("preposition", "aux") and not item.has("person", "outcome"))


def _modifies_next_noun(items, at):
    """True for "wounded soldiers", "police vehicles", "civilian deaths": the item only describes the next noun."""
    if at + 1 >= len(items) or items[at].low.endswith("ies") or items[at].has("unit"):
        return False
    after = items[at + 1]
    if not after.has("person", "outcome", "case", "weak_case", "thing", "troop") or after.kind == "num":
        return False
    if _is_plural_people(items[at]) and _is_participle(after):
        return False  # "26 officers killed"
    return not (items[at].has("outcome") and _is_participle(after)) and not after.has("preposition")


def _is_plural_people(item):
    return item.has("person") and (
        item.low.endswith("s")
        or item.low
        in (
            "people",
            "men",
            "women",
            "children",
            "police",
            "servicemen",
            "policemen",
            "personnel",
            "military",
            "troops",
        )
    )


def _ends_noun_phrase(item):
    if item.kind != "word":
        return True
    if item.has("country", "place", "foreign"):
        return False
    if item.low in ("law", "members", "former", "second", "young", "old"):
        return False
    if item.has("verb") and not item.has("person", "outcome"):
        return True
    return item.has(
        "aux",
        "preposition",
        "function",
        "subordinator",
        "modal",
        "negation",
        "say",
        "transparent",
        "state",
        "weekday",
        "month",
        "troop_verb",
        "destination",
        "case_verb",
    ) and not item.has("troop")


def _head_of(items, ahead, more, modifiers):
    item = items[ahead]
    for kind in ("outcome", "person", "case", "weak_case", "thing", "unit", "troop_unit"):
        if kind in item.senses:
            if kind == "outcome" and item.senses.get("person", "detainees") != "detainees":
                kind = "person"
            senses = dict(item.senses)
            if kind == "person":
                outcome = _outcome_among(modifiers)
                if outcome:
                    return Head(
                        "outcome",
                        ahead + 1,
                        senses | {"outcome": outcome},
                        item.text,
                        more=more,
                        modifiers=tuple(modifiers),
                    )
            return Head(kind, ahead + 1, senses, item.text, more=more, modifiers=tuple(modifiers))
    return Head("none", ahead, {}, more=more)


def _outcome_among(modifiers):
    """The outcome that an adjective before the noun states: "wounded soldiers", "dead protesters"."""
    for item in modifiers:
        if item.has("outcome") and item.low in (
            "dead",
            "wounded",
            "injured",
            "detained",
            "arrested",
            "killed",
            "slain",
            "jailed",
            "imprisoned",
            "captured",
            "hurt",
        ):
            return item.senses["outcome"]
    return None


def _unknown_head(items, at, more, modifiers):
    item = items[at]
    if item.has("country"):
        return Head("demonym", at + 1, item.senses, item.text, more=more, modifiers=tuple(modifiers))
    if item.has("place"):
        return Head("none", at - len(modifiers) + 1, {}, more=more)
    return Head("unknown", at + 1, item.senses, item.text, more=more, modifiers=tuple(modifiers))
