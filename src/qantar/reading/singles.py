"""One person without a number, marked as a count of one for the clause grammar.

The row of items of a sentence goes in; the same row comes out with an item `1` before each single person, so that the
rules that read "12 soldiers were killed" read "a soldier was killed". Names are dropped on the way: the noun that
stands for a named person has no text.
"""

from dataclasses import dataclass

from .figure import PEOPLE
from .items import Item
from .neighbours import governing_at
from .numbers import Number
from .outcomes import outcome_readings
from .persons import (
    ARTICLES,
    DETERMINERS,
    SINGLES,
    group_of,
    names_of,
    read_aged,
    read_described,
    read_name,
    read_owned,
    read_titled,
)
from .predicates import find_predicate
from .pronouns import read_pronoun

BLOW, KIN, NOUNS_OF_KILLING = (set(SINGLES[key]) for key in ("blow", "kin", "nouns_of_killing"))
ACTIVE = ("past", "ing", "third", "base", "part")
COMPANY = {"with", "including", "besides", "along with", "together with", "like", "as", "on"}


@dataclass(slots=True)
class Single(Number):
    """The count of a person without a number. `names` tell somebody said twice, and never leave this package."""

    kind: str = ""
    definite: bool = False
    names: frozenset = frozenset()


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
    number = Single(*(0,) * 4, *(count,) * 3, "exact", "single")
    number.kind, number.definite, number.names = person.kind, person.definite, names_of(items, person)
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


def read_person(items, at):
    """The phrase for one person that starts at `at`, or None."""
    item = items[at]
    if item.kind == "num":
        return None if item.is_count else read_aged(items, at)
    if item.kind != "word":
        return None
    pronoun = read_pronoun(items, at)
    if pronoun is not None:
        return pronoun
    if item.low in DETERMINERS or (item.low.endswith(("'s", "s'")) and len(item.low) > 3):
        return read_described(items, at)
    return read_owned(items, at) or read_titled(items, at) or read_name(items, at)


def find_people(items):
    """The single people of a sentence in order, without appositions to somebody already counted."""
    people, at, free, dropped = [], 0, 0, None
    while at < len(items):
        person = read_person(items, at)
        if person is None:
            at += 1
            continue
        listed = (
            person.kind != "bare"
            or items[person.start - 1].low != "and"
            or _is_second(items, person, dropped or (people[-1] if people else None), free)
        )
        known = person.kind != "unknown" or _is_concerned(items, person, people)
        if not listed or not known:
            at = person.start + 1
            continue
        if _is_apposition(items, person, people, free) or _goes_on_describing(items, person, dropped):
            dropped = person
        else:
            people.append(person)
            dropped = None
        free, at = _after_age(items, person.end), person.end
    return [person for person in people if _is_concerned(items, person, people)]


def _is_second(items, person, first, free):
    """ "a father and son", "his driver and bodyguard" are two; "a cleric and preacher" is one."""
    if free != person.start - 1 or first is None:
        return False
    return items[first.start].low not in ARTICLES or items[person.noun].low in KIN


def _is_apposition(items, person, people, free):
    """ "a mayor, N. N., was", "N. N., the mayor, was", "two brothers, N. and N.": the same people said again."""
    if person.start < 2 or person.kind in ("pronoun", "reflexive", "body"):
        return False
    before = items[person.start - 1].low
    if before == "," and person.kind == "name" and _ends_count(items, person.start - 2):
        return True
    if (
        before == ","
        and people
        and free < person.start - 1
        and names_of(items, person)
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
        if _after_age(items, other.end) == free and bool(names_of(items, person)) != bool(names_of(items, other)):
            return not _is_in_list(items, person)
    return False


def _ends_count(items, at):
    """ "two brothers, N. and N.": several people were counted right before the comma."""
    for item in reversed(items[max(at - 9, 0) : at + 1]):
        if item.is_count:
            return (item.number.value or 0) > 1
        if item.kind != "word" or item.has("verb", "aux", "subordinator"):
            return False
    return False


def _after_age(items, at):
    """Behind ", 45" of "N. N., 45, a union leader,": the description that follows is still of the same person."""
    window = items[at : at + 3]
    aged = len(window) == 3 and window[0].low == "," and window[1].kind == "num" and not window[1].is_count
    return at + 2 if aged and window[2].low == "," else at


def _goes_on_describing(items, person, dropped):
    """ "N. N., a professor at the university and a member of the party, was": the second half of a description."""
    if dropped is None or items[person.start - 1].low != "and":
        return False
    if dropped.kind == person.kind == "name":
        return dropped.end == person.start - 1
    if items[person.start].low not in ARTICLES:
        return False
    if any(item.kind == "mark" or item.has("verb", "aux") for item in items[dropped.end : person.start]):
        return False
    for at in range(person.end, len(items)):
        if items[at].has("verb", "aux"):
            return False
        if items[at].kind == "mark":
            return items[at].low == "." or _is_closed_by_verb(items, at)
    return True


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
        or (item.low.isalpha() and not item.has("verb", "aux"))
        for item in between
    )
    return (
        closing in (",", ".", "(")
        and quiet
        and not names_of(items, other)
        and not any(item.low == "and" for item in between)
    )


def _is_in_list(items, person):
    """ "a bystander, N. N. and a boy": the comma links the members of a list when "and" comes at once."""
    if person.kind == "name" or person.end >= len(items) or items[person.end].low != "and":
        return False
    second = items[person.end + 1] if person.end + 1 < len(items) else None
    return second is None or not group_of(second) or second.low in KIN


def _is_concerned(items, person, people):
    """Whether an outcome may concern the person; names and unknown nouns need a verb of outcome right beside them."""
    before = items[person.start - 1] if person.start else None
    inside = before is not None and before.has("preposition") and not before.has("subordinator")
    if person.kind == "body":
        return not inside
    if _is_object(items, person.start - 1, people):
        return True
    after = [item.low for item in items[person.end : person.end + 2]]
    if inside and before.low not in COMPANY and "who" not in after:
        return False  # "the wife of a judge"
    if person.kind in ("described", "bare") or _is_all(items, person):
        return True
    if person.kind == "reflexive" or items[person.start].low == "themselves":
        return before is not None and before.low in BLOW | {"on", "and", "shot", "shooting"}
    return _is_joined(items, person, people) or _has_outcome_after(items, person)


def _is_all(items, person):
    """ "all of them", "their bodies"."""
    return person.kind == "plural" and (items[person.start].low in ("all", "them") or person.end - person.start > 1)


def _has_outcome_after(items, person):
    """A passive, a verb like "died" or a state is said of the person."""
    if any(item.low in ("death", "dead") for item in items[person.end : person.end + 6]):
        return True
    predicate = find_predicate(items, person.end)
    if predicate.kind in ("general", "context") and predicate.passive:
        return predicate.lemma == "shoot" or _is_joined_by_outcome(items, predicate.at)
    if predicate.kind != "outcome" or predicate.metric not in PEOPLE:
        return False
    between = items[person.end : predicate.at + 1]
    if person.kind == "another" and predicate.at - person.end <= 1:
        return True
    if person.kind == "unknown" and any(item.kind == "mark" or item.low in ("and", "hit") for item in between):
        return False
    said = items[predicate.at]
    readings = said.senses.get("verb", ())
    subject = any(r["role"] == "subject" and r["metric"] == predicate.metric for r in readings)
    return subject or said.has("destination", "state") or any(item.has("be") for item in between)


def _is_joined_by_outcome(items, at):
    """ "was kidnapped and later found dead"."""
    joined = False
    for item in items[at + 1 : at + 12]:
        if item.kind == "mark" or item.is_count or item.has("subordinator"):
            return False
        joined |= item.low == "and"
        if joined and (item.has("state") or outcome_readings(item, ("patient", "subject"), ("part", "past"))):
            return True
    return False


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


def _count_ending_at(items, at):
    """Position of the number whose noun phrase ends right before `at` ("two Frenchmen and"), or None."""
    for back in range(at - 1, max(at - 5, -1), -1):
        if items[back].is_count:
            return back
        if items[back].kind != "word" or items[back].has("verb", "aux", "preposition"):
            return None
    return None


def _is_object(items, at, people):
    """A verb of outcome, or the noun of one with "of", stands right before the person, or before its list."""
    at = governing_at(items, at)
    if at < 0:
        return False
    if items[at].low in ("and", ",", "as well as"):
        last = at - 1 if items[at - 1].low == "," else at
        counted = _count_ending_at(items, last)
        if counted is not None:
            return _is_object(items, counted - 1, people)
        return any(_is_object(items, other.start - 1, people) for other in people if other.end == last)
    if not items[at].low.startswith("hit") and outcome_readings(items[at], ("patient",), ACTIVE):
        return True
    after_noun = items[at].low in ("of", "against") and at > 0
    return after_noun and (items[at - 1].has("outcome") or items[at - 1].low in NOUNS_OF_KILLING)
