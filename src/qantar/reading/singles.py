"""One person without a number: "a policeman", "her driver", a name. Marked as a count of one for the clause grammar.

The row of items of a sentence goes in; the same row comes out with an item `1` before each such person, so that the
rules that read "12 soldiers were killed" read "a soldier was killed". Names are dropped on the way: the noun that
stands for a named person has no text.
"""

from dataclasses import dataclass
from functools import lru_cache

from .items import Item
from .lexicon import load_file, plural, words_of
from .numbers import Number
from .predicates import find_predicate, outcome_readings

SINGLES = load_file("singles")
ARTICLES, POSSESSIVES, TITLES = set(SINGLES["articles"]), set(SINGLES["possessives"]), set(SINGLES["titles"])
REFLEXIVES, PRONOUNS = set(SINGLES["reflexives"]), set(SINGLES["pronouns"])
PARTICLES, BODIES = set(SINGLES["particles"]), set(SINGLES["bodies"])
DETERMINERS = ARTICLES | POSSESSIVES | {"the", "this", "that", "one"}
BLOW = set(SINGLES["blow"])
OTHERS = {("the", "other"), ("a", "second"), ("a", "third"), ("a", "fourth"), ("a", "fifth"), ("a", "sixth")}
REACH = 9  # words from a determiner to its noun
PEOPLE = ("deaths", "injuries", "detentions")


@dataclass(slots=True)
class Single(Number):
    """The count of a person without a number. `names` are kept to know somebody said twice, and never leave this package."""

    kind: str = ""
    definite: bool = False
    names: frozenset = frozenset()


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
                    nouns.setdefault(words_of(plural(word)[0]), group)
    return nouns


def group_of(item):
    """The group of people that a noun in the singular names, or None.

    >>> group_of(Item("word", "policeman", "policeman", 0, 9)), group_of(Item("word", "policemen", "policemen", 0, 9))
    ('security_forces', None)
    """
    return single_nouns().get(tuple(item.low.split(" ")))


def mark_singles(items):
    """The row with a count of one before each single person whom an outcome may concern."""
    people = find_people(items)
    if not people:
        return items
    row, at = [], 0
    for person in people:
        row += items[at : person.start]
        row += _marked(items, person)
        at = person.end
    return row + items[at:]


def _marked(items, person):
    first = items[person.start]
    count = 2 if person.kind == "both" else 1
    number = Single(
        0,
        0,
        0,
        0,
        count,
        count,
        count,
        "exact",
        "single",
        kind=person.kind,
        definite=person.definite,
        names=_names(items, person),
    )
    one = Item("num", "", "1", first.start, first.end, {}, number)
    if person.noun is None:
        return [one, Item("word", "", "", first.start, first.end, {"person": "all"})]
    noun = items[person.noun]
    senses = {key: value for key, value in noun.senses.items() if key in ("person", "outcome")}
    group = group_of(noun) or senses.get("person") or "all"
    if person.kind != "body":
        senses = {"person": group}
    plain = Item("word", noun.text, noun.low, noun.start, noun.end, senses)
    inner = person.inner or person.start + (items[person.start].low in DETERMINERS)
    between = items[inner : person.noun]
    return [one, *(item for item in between if item.kind == "word"), plain]


def _names(items, person):
    if person.kind == "plural":
        return frozenset(
            ["bodies"] if items[person.end - 1].low in ("bodies", "corpses", "remains", "dead bodies") else []
        )
    start = person.start if person.noun is None else person.noun + 1
    end = next((at for at in range(start, person.end) if items[at].low == "("), person.end)
    return frozenset(item.low for item in items[start:end] if len(item.text) > 2 and item.text[:1].isupper())


def find_people(items):
    """The single people of a sentence in order, without appositions to somebody already counted."""
    people, at, free = [], 0, 0
    while at < len(items):
        person = _read_person(items, at)
        if person is None:
            at += 1
            continue
        listed = person.kind != "bare" or items[person.start - 1].low != "and" or free == person.start - 1
        known = person.kind != "unknown" or _is_concerned(items, person, people)
        if not listed or not known:
            at = person.start + 1
            continue
        if not _is_apposition(items, person, people, free):
            people.append(person)
        free, at = person.end, person.end
    return [person for person in people if _is_concerned(items, person, people)]


def _read_person(items, at):
    item = items[at]
    if item.kind == "num" and not item.is_count:
        return _read_aged(items, at)
    if item.kind != "word":
        return None
    if item.low == "both":
        return _read_both(items, at)
    if (
        item.low == "they"
        or (item.low in ("their", "the") or item.low.endswith(("s'", "n's")))
        and at + 1 < len(items)
        and items[at + 1].low in ("bodies", "corpses", "remains", "dead bodies")
    ):
        if at + 2 >= len(items) or items[at + 2].low != "of":
            return Person(at, at + (1 if item.low == "they" else 2), None, "plural", True)
    if item.low == "themselves":
        return Person(at, at + 1, None, "plural", True)
    if item.low in ("all", "them") and at + 1 < len(items):
        length = next(
            (
                k
                for k in (2, 3)
                if " ".join(x.low for x in items[at : at + k]) in ("all of them", "them all", "all of whom")
            ),
            0,
        )
        if length:
            return Person(at, at + length, None, "plural", True)
    if item.low == "her" and (
        at + 1 == len(items)
        or items[at + 1].kind == "mark"
        or items[at + 1].has("preposition", "function", "subordinator")
    ):
        return Person(at, at + 1, None, "pronoun", True)
    if item.low in REFLEXIVES:
        return Person(at, at + 1, None, "reflexive", True)
    if item.low in PRONOUNS:
        return Person(at, at + 1, None, "pronoun", True)
    if item.low in DETERMINERS or item.low.endswith(("'s", "s'")) and len(item.low) > 3:
        return _read_described(items, at)
    return _read_titled(items, at) or _read_name(items, at)


def _read_aged(items, at):
    """ "a 22 year old student", "an eight-year-old": the age takes the place of the article."""
    after = at + 1
    for word in ("year", "old"):
        after += after < len(items) and items[after].low == "-"
        if after >= len(items) or items[after].low not in (word, word + "s"):
            return None
        after += 1
    person = _read_described(items, after - 1)
    if person is None or person.kind == "unknown":
        return Person(at, after, after - 1, "unknown", inner=after - 1)
    person.start, person.inner, person.definite = at, after, "the" in items[at].number.words_before
    return person


def _read_both(items, at):
    """ "both of them", "both men", "both were killed": two people named before."""
    after = items[at + 1 : at + 3]
    if len(after) == 2 and after[0].low == "of" and after[1].low in ("them", "whom"):
        return Person(at, at + 3, None, "both", True)
    if after and (after[0].has("aux", "be") or after[0].kind == "mark"):
        return Person(at, at + 1, None, "both", True)
    if after and after[0].has("person") and not group_of(after[0]):
        return Person(at, at + 2, None, "both", True)
    return None


def _is_another(items, at):
    """ "killed and another wounded when": the participle says what happened, no noun follows it."""
    pair = items[at].low, items[at + 1].low if at + 1 < len(items) else ""
    if pair[0] != "another" and pair not in OTHERS:
        return False
    at += 1 if pair[0] == "another" else 2
    while at < len(items) and items[at].has("transparent") and not items[at].has("verb"):
        at += 1
    if at < len(items) and (items[at].has("verb") or items[at].has("outcome", "state")):
        at += 1
    return _stands_alone(items, at) or items[at].has("subordinator", "function")


def _read_described(items, at):
    """A determiner, modifiers and a noun in the singular: "a suspected rebel leader", "his young daughter"."""
    if _is_another(items, at):
        return Person(at, at + 1 + (items[at].low != "another"), None, "another")
    noun, last, people, closed = None, None, False, at
    for ahead in range(at + 1, min(at + REACH, len(items))):
        item = items[ahead]
        if ahead <= closed:
            continue
        if item.low == "(" and last is not None and noun is None:
            closed = next((k for k in range(ahead, min(ahead + 5, len(items))) if items[k].low == ")"), at)
            if closed > at:
                continue
        if noun is not None and people and item.low.endswith(("ing", "ed")) and not group_of(item):
            break
        if noun is not None and people and item.has("outcome", "state"):
            if item.low.startswith(("injur", "wound", "death")) and item.low not in ("injured", "wounded"):
                return None  # "a head injury"
            break
        if group_of(item) and not (item.has("verb") and noun is not None and people):
            noun, last, people = ahead, ahead, True
            continue
        if _ends_phrase(items, ahead, at):
            break
        last, noun, people = ahead, None, False
    if last is None:
        return None
    end = _after_bracket(items, _end_of_name(items, last + 1))
    definite = items[at].low in ("the", "this", "that")
    if (
        noun is not None
        and items[noun].text[0].isupper()
        and noun > at + 1
        and items[at].low not in ARTICLES
        and end == noun + 1
    ):
        return None  # "the National Guard"
    if noun is not None:
        return Person(at, end, noun, "described", definite)
    if items[last].has("outcome") and items[last].low in ("body", "corpse", "dead body", "fatality", "charred body"):
        of = items[last + 1].low if last + 1 < len(items) else ""
        return None if of == "of" else Person(at, last + 1, last, "body", items[at].low not in ARTICLES)
    if items[at].low in ARTICLES | POSSESSIVES | {"the"} and _may_be_person(items[last]):
        return Person(at, end, last, "unknown", definite)
    return None


def _stands_alone(items, at):
    """ "and another was wounded", "injuring another.": the word stands for a person of its own."""
    return (
        at >= len(items)
        or items[at].kind == "mark"
        or items[at].has("aux", "be", "verb", "preposition", "transparent", "state")
    )


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
        return item.low not in ("-", "–") or not items[at - 1].end == item.start
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


def _read_titled(items, at):
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
        and (after.has("be", "aux", "verb") or at == 0 and after.low in (",", "and"))
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
        if (
            _is_name_word(item)
            or end > at
            and (_is_particle(items, end) or item.has("country", "place") and item.text[0].isupper())
        ):
            body |= item.low in BODIES or len(item.text) > 2 and item.text.isupper()
            end += 1
        elif (
            item.kind == "mark"
            and item.low in (".", "-", "'")
            and end > at
            and end + 1 < len(items)
            and (_is_name_word(items[end + 1]) or item.low == "-" and _is_particle(items, end + 1))
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


def _read_name(items, at):
    """A run of capitalised words that names nobody's organisation."""
    before = items[at - 1] if at else None
    if before is not None and (
        before.low in DETERMINERS or before.has("preposition") and before.low not in ("of", "against")
    ):
        return None
    end = _end_of_name(items, at)
    if before is not None and (before.low in PARTICLES or _is_name_word(before) and not before.senses):
        return None
    if group_of(items[at]) or end < len(items) and not _may_follow_name(items[end]):
        return None
    if (
        end == at
        or all(items[k].senses for k in range(at, end))
        and not any(items[k].low in TITLES for k in range(at, end))
    ):
        return None
    last = items[end - 1]
    if group_of(last) and end - at > 1:
        return Person(at, end, end - 1, "described")
    if end - at == 1 and (last.low.endswith("s") and not _is_singular_verb(items, end) or last.has("person")):
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


def _is_apposition(items, person, people, free):
    """ "a mayor, N. N., was", "N. N., the mayor, was", "two brothers, N. and N.": the same people said again."""
    if person.start < 2 or person.kind in ("pronoun", "reflexive", "body"):
        return False
    before = items[person.start - 1].low
    if (
        before == ","
        and people
        and free < person.start - 1
        and _names(items, person)
        and _is_inserted(items, person, people[-1], free)
    ):
        return True
    if (
        before == ","
        and _is_closed_by_verb(items, person.end)
        and (items[person.start - 2].has("outcome", "person") or free == person.start - 1)
    ):
        return True
    if before in (",", "(") and free == person.start - 1 and people:
        other = people[-1]
        if other.end == free and bool(_names(items, person)) != bool(_names(items, other)):
            return not _is_in_list(items, person)
    return False


def _is_closed_by_verb(items, at):
    """ ", a widow, was": what stands between two commas before the verb only describes."""
    return at + 1 < len(items) and items[at].low == "," and items[at + 1].has("be", "aux", "verb", "modal")


def _is_inserted(items, person, other, free):
    """ "a member of the council of N., N. N., was": only prepositions and names between the noun and its name."""
    closing = items[person.end].low if person.end < len(items) else "."
    between = items[free : person.start - 1]
    quiet = all(
        item.has("preposition", "function", "place", "country", "thing", "office", "person")
        or item.text[:1].isupper()
        or item.low.isalpha()
        and not item.has("verb", "aux")
        for item in between
    )
    return (
        closing in (",", ".", "(")
        and quiet
        and not _names(items, other)
        and not any(item.low == "and" for item in between)
    )


def _is_in_list(items, person):
    """ "a bystander, N. N. and a boy": the comma links the members of a list when "and" comes at once."""
    after = items[person.end] if person.end < len(items) else None
    return after is not None and after.low == "and" and person.kind != "name"


def _is_concerned(items, person, people):
    """Whether an outcome may concern the person; names and unknown nouns need a verb of outcome right beside them."""
    if person.kind == "body":
        return not person.start or not items[person.start - 1].has("preposition")
    if (
        person.kind in ("described", "bare")
        or person.kind == "plural"
        and (items[person.start].low in ("all", "them") or person.end - person.start > 1)
    ):
        return True
    if _is_object(items, person.start - 1, people):
        return True
    if person.kind == "reflexive" or items[person.start].low == "themselves":
        return items[person.start - 1].low in BLOW | {"on"}
    if any(item.low == "death" for item in items[person.end : person.end + 6]):
        return True
    if person.start and items[person.start - 1].has("preposition") and not items[person.start - 1].has("subordinator"):
        return False
    if _is_joined(items, person, people):
        return True
    predicate = find_predicate(items, person.end)
    if predicate.lemma == "shoot" and predicate.passive:
        return True
    if predicate.kind != "outcome" or predicate.metric not in PEOPLE:
        return False
    between = items[person.end : predicate.at + 1]
    if person.kind == "another" and predicate.at - person.end <= 1:
        return True
    if person.kind == "unknown" and any(item.kind == "mark" or item.low == "and" for item in between):
        return False
    subject = any(
        r["role"] == "subject" and r["metric"] == predicate.metric for r in items[predicate.at].senses.get("verb", ())
    )
    if items[predicate.at].has("destination"):
        return True
    return subject or any(item.has("be") for item in between) or items[predicate.at].has("state")


def _is_joined(items, person, people):
    """ "he and four others", "the clerk and his wife": another person or a number follows."""
    if person.kind == "unknown" or person.end >= len(items) or items[person.end].low not in ("and", ","):
        return False
    at = person.end + 1
    while at < len(items) and not items[at].is_count and not any(other.start == at for other in people):
        if items[at].has("verb", "aux", "subordinator"):
            return False
        at += 1
    return at < len(items) and items[at - 1].low in ("and", ",")


def _is_object(items, at, people):
    """A verb of outcome, or the noun of one with "of", stands right before the person, or before its list."""
    while at >= 0 and items[at].has("transparent") and not items[at].has("verb"):
        at -= 1
    if at < 0:
        return False
    if items[at].low in ("and", ",", "as well as"):
        last = at - 1 if items[at - 1].low == "," else at
        return any(_is_object(items, other.start - 1, people) for other in people if other.end == last)
    if not items[at].low.startswith("hit") and outcome_readings(
        items[at], ("patient",), ("past", "ing", "third", "base", "part")
    ):
        return True
    return (
        items[at].low in ("of", "against")
        and at > 0
        and (
            items[at - 1].has("outcome")
            or items[at - 1].low
            in (
                "killing",
                "murder",
                "assassination",
                "execution",
                "shooting",
                "wounding",
                "beheading",
                "remains",
                "slaying",
            )
        )
    )
