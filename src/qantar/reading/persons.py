"""The noun phrases of one person: "a suspected rebel leader", "his driver", "Mayor N. N.", "another", "himself"."""

from dataclasses import dataclass
from functools import lru_cache

from .lexicon import load_file, plural, words_of

SINGLES = load_file("singles")
ARTICLES, POSSESSIVES, TITLES = set(SINGLES["articles"]), set(SINGLES["possessives"]), set(SINGLES["titles"])
PARTICLES, BODIES = set(SINGLES["particles"]), set(SINGLES["bodies"])
DETERMINERS = ARTICLES | POSSESSIVES | {"the", "this", "that", "one"}
REACH = 9  # words from a determiner to its noun


@dataclass(slots=True)
class Person:
    """Items[start:end] name one person; `noun` is the position of the noun, None for a name or a pronoun.

    `kind`: described, unknown (a noun that no lexicon knows), name, pronoun, reflexive, body.
    """

    start: int
    end: int
    noun: int | None
    kind: str
    definite: bool = False
    inner: int | None = None  # where the modifiers begin, where that is not right after the determiner


@lru_cache(maxsize=1)
def single_nouns():
    """Noun phrase in the singular → group of people."""
    collective = set(SINGLES["collective"])
    nouns = {}
    for table in (load_file("people"), SINGLES["roles"]):
        for group, words in table.items():
            for word in words:
                if word not in collective:
                    nouns.setdefault(" ".join(words_of(plural(word)[0])), group)
    return nouns


def group_of(item):
    """The group of people that a noun in the singular names, or None.

    >>> from .items import Item
    >>> group_of(Item("word", "policeman", "policeman", 0, 9)), group_of(Item("word", "policemen", "policemen", 0, 9))
    ('security_forces', None)
    """
    group = single_nouns().get(item.low)
    if group is None and "office" in item.senses and " " in item.low:  # "police captain", "deputy interior minister"
        group = single_nouns().get(item.low.rsplit(" ", 1)[1])
    return group


def names_of(items, person):
    if person.kind == "plural":
        return frozenset(
            ["bodies"] if items[person.end - 1].low in ("bodies", "corpses", "remains", "dead bodies") else []
        )
    start = person.start if person.noun is None else person.noun + 1
    end = next((at for at in range(start, person.end) if items[at].low == "("), person.end)
    return frozenset(item.low for item in items[start:end] if len(item.text) > 2 and item.text[:1].isupper())


def read_aged(items, at):
    """ "a 22 year old student", "an eight-year-old": the age takes the place of the article."""
    after = at + 1
    for word in ("year", "old"):
        after += after < len(items) and items[after].low == "-"
        if after >= len(items) or items[after].low not in (word, word + "s"):
            return None
        after += 1
    person = read_described(items, after - 1)
    if person is None or person.kind == "unknown":
        return Person(at, after, after - 1, "unknown", inner=after - 1)
    person.start, person.inner, person.definite = at, after, "the" in items[at].number.words_before
    return person


def read_owned(items, at):
    """ "San Pedro's councillor", "Ali Hasan's driver": the whole name of the owner goes with the noun."""
    last = at
    while last < len(items) and _is_name_word(items[last]) and not items[last].low.endswith("'s"):
        last += 1
    if last == at or last >= len(items) or not items[last].low.endswith("'s") or not items[last].text[0].isupper():
        return None
    person = read_described(items, last)
    if person is not None:
        person.start, person.inner = at, last + 1
    return person


def read_described(items, at):
    """A determiner, modifiers and a noun in the singular: "a suspected rebel leader", "his young daughter"."""
    noun, last = _find_noun(items, at)
    if last is None:
        return None
    end = _after_bracket(items, _end_of_name(items, last + 1))
    definite = items[at].low in ("the", "this", "that")
    if noun is not None:
        named = items[noun].text[0].isupper() and noun > at + 1 and items[at].low not in ARTICLES
        return (
            None if named and end == noun + 1 else Person(at, end, noun, "described", definite)
        )  # "the National Guard"
    if items[last].low in SINGLES["bodies_of_one"]:
        of = items[last + 1].low if last + 1 < len(items) else ""
        return None if of == "of" else Person(at, last + 1, last, "body", items[at].low not in ARTICLES)
    if items[at].low in ARTICLES | POSSESSIVES | {"the"} and _may_be_person(items[last]):
        return Person(at, end, last, "unknown", definite)
    return None


def _find_noun(items, start):
    """(position of the noun for a person or None, last position of the phrase or None) after a determiner."""
    noun = last = None
    at, stop = start + 1, min(start + REACH, len(items))
    while at < stop:
        item = items[at]
        if item.low == "(" and last is not None and noun is None and _after_bracket(items, at) > at:
            at = _after_bracket(items, at)
            continue
        if noun is not None and _ends_noun(item):
            return (None, None) if _is_event(item) else (noun, last)
        if group_of(item) and not (item.has("verb") and noun is not None):
            noun = last = at
        elif _ends_phrase(items, at, start):
            break
        elif item.has("person") and item.low.endswith("s") and not (at + 1 < len(items) and group_of(items[at + 1])):
            return None, None  # several people
        else:
            noun, last = None, at
        at += 1
    return noun, last


def _ends_noun(item):
    """ "a nurse dead", "a photographer travelling with them": what follows the noun says something of the person."""
    return item.has("outcome", "state") or (item.low.endswith(("ing", "ed")) and not group_of(item))


def _is_event(item):
    """ "a head injury": the noun before is no person."""
    return item.low.startswith(("injur", "wound", "death")) and item.low not in ("injured", "wounded")


def _after_bracket(items, at):
    """Behind "(…)" that stands right after the noun."""
    if at < len(items) and items[at].low == "(":
        return next((k + 1 for k in range(at, min(at + 9, len(items))) if items[k].low == ")"), at)
    return at


def _may_be_person(item):
    """A word that no lexicon knows as a thing; in the singular as far as its ending tells."""
    if item.has(
        "thing", "unit", "outcome", "case", "weak_case", "statement", "person", "place", "troop", "month", "weekday"
    ):
        return False
    return item.low.isalpha() and not item.low.endswith(("s", "ing", "ion", "ment", "ness", "ity"))


def _ends_phrase(items, at, start):
    item = items[at]
    if item.kind == "num":
        return item.is_count
    if item.kind == "mark":
        return item.low not in ("-", "–") or items[at - 1].end != item.start
    if item.has("verb") and at == start + 1 and any(r["form"] in ("part", "past", "ing") for r in item.senses["verb"]):
        return False
    if (
        item.has("verb")
        and at > start
        and all(r["form"] == "base" for r in item.senses["verb"])
        and not item.has("aux", "preposition")
    ):
        return False  # "a police patrol": a noun, as no verb in the singular ends so
    if item.low in ("off", "on") and at == start + 1:
        return False  # "an off duty policeman"
    if (
        at + 1 < len(items)
        and group_of(items[at + 1])
        and not item.has("aux", "preposition", "function")
        and not (item.has("verb") and any(r["form"] in ("past", "third", "ing") for r in item.senses["verb"]))
    ):
        return False
    if item.has("person", "outcome", "country", "place", "office", "thing") and not item.has("preposition", "aux"):
        return False
    return item.has("verb", "aux", "preposition", "function", "subordinator", "modal", "negation", "say", "transparent")


def read_titled(items, at):
    """ "travel agent N. N.", "Mayor N. N.", "Israeli soldier N. N.": a noun without a determiner before a name."""
    if at and not _opens_phrase(items[at - 1]):
        return None
    noun = None
    for ahead in range(at, min(at + 6, len(items))):
        if items[ahead].low in TITLES and noun is None and ahead > at and _end_of_name(items, ahead) > ahead + 1:
            return Person(at, _end_of_name(items, ahead), None, "name")
        if group_of(items[ahead]):
            noun = ahead
        elif items[ahead].has("verb") or _ends_phrase(items, ahead, at) or noun is not None:
            break
    if noun is None:
        return None
    end = _end_of_name(items, noun + 1)
    if end > noun + 1:
        return Person(at, end, noun, "described")
    after = items[noun + 1] if noun + 1 < len(items) else None
    headline = (
        after is not None
        and (at == 0 or items[at - 1].low == ",")
        and (after.has("be", "aux", "verb") or (at == 0 and after.low in (",", "and")))
    )
    listed = noun == at and at and items[at - 1].low == "and"
    return Person(at, noun + 1, noun, "bare") if headline or listed else None


def _opens_phrase(item):
    return (
        item.kind == "mark"
        or item.has("verb", "preposition", "function", "aux")
        or item.low in ("and", "when", "that", "while")
    )


def _end_of_name(items, at):
    """The position after a run of capitalised words (a name) that starts at `at`, or `at` itself."""
    end, body = at, False
    while end < len(items):
        item = items[end]
        if _is_name_word(item) or (
            end > at and (_is_particle(items, end) or (item.has("country", "place") and item.text[0].isupper()))
        ):
            body |= item.low in BODIES or (len(item.text) > 2 and item.text.isupper())
            end += 1
        elif (
            item.kind == "mark"
            and item.low in (".", "-", "'")
            and end > at
            and end + 1 < len(items)
            and (_is_name_word(items[end + 1]) or (item.low == "-" and _is_particle(items, end + 1)))
            and (item.low != "." or len(items[end - 1].text) < 5)
        ):
            end += 1
        else:
            break
    return at if body else end


def _is_particle(items, at):
    """ "al" in "Hasan al-Said", "de la" in "Juan de la Cruz"."""
    if items[at].low not in PARTICLES or at + 1 >= len(items):
        return False
    after = at + 2 if items[at + 1].low == "-" and at + 2 < len(items) else at + 1
    return _is_name_word(items[after]) or items[after].low in PARTICLES


def _is_name_word(item):
    if item.kind != "word" or not item.text[:1].isupper():
        return False
    return (
        not item.has(
            "country",
            "month",
            "weekday",
            "aux",
            "preposition",
            "function",
            "subordinator",
            "transparent",
            "outcome",
            "alliance",
            "modal",
        )
        or len(item.text) == 1
    )


def read_name(items, at):
    """A run of capitalised words that names nobody's organisation."""
    before = items[at - 1] if at else None
    if before is not None and (
        before.low in DETERMINERS or (before.has("preposition") and before.low not in ("of", "against"))
    ):
        return None
    end = _end_of_name(items, at)
    if before is not None and (
        before.low in PARTICLES or before.low == "-" or (_is_name_word(before) and not before.senses)
    ):
        return None
    if group_of(items[at]) or (end < len(items) and not _may_follow_name(items[end])):
        return None
    if end == at or (
        all(items[k].senses for k in range(at, end)) and not any(items[k].low in TITLES for k in range(at, end))
    ):
        return None
    last = items[end - 1]
    if group_of(last) and end - at > 1:
        return Person(at, end, end - 1, "described")
    if end - at == 1 and ((last.low.endswith("s") and not _is_singular_verb(items, end)) or last.has("person")):
        return None
    if any(item.has("person") and not group_of(item) for item in items[at:end]):
        return None
    return Person(at, end, None, "name")


def _is_singular_verb(items, at):
    return at < len(items) and items[at].low in ("was", "is", "has")


def _may_follow_name(item):
    return item.kind == "mark" or item.has(
        "aux", "be", "verb", "preposition", "function", "transparent", "subordinator", "say", "modal", "state"
    )
