"""The noun that a number counts: "13 police officers", "two of the dead", "three of them", "another 26"."""

from dataclasses import dataclass

from .neighbours import low_at
from .outcomes import PAST, UNDERGOING, outcome_readings
from .wordlists import names_no_people, word_set

NOUNS = ("outcome", "person", "case", "weak_case", "thing", "unit", "troop_unit")  # the first sense decides the kind
DESCRIBED_NOUNS = ("person", "outcome", "case", "weak_case", "thing", "troop")
NO_PEOPLE = ("thing", "unit", "case")
PRONOUNS = word_set("grammar", "pronouns_of_the_counted")
DETERMINERS = word_set("grammar", "determiners_of_the_counted")
MORE = word_set("grammar", "more")
OBJECT_STARTS = word_set("grammar", "object_starts_after_participle")
PLURAL_PEOPLE = word_set("grammar", "plural_people")
OUTCOME_ADJECTIVES = word_set("grammar", "outcome_adjectives")
WORDS_IN_NOUN_PHRASES = word_set("grammar", "words_in_noun_phrases")
NAMES = ("country", "place", "foreign")
NO_MODIFIERS = (
    *("aux", "preposition", "function", "subordinator", "modal", "negation", "say", "transparent", "state"),
    *("weekday", "month", "troop_verb", "destination", "case_verb"),
)
HAPPENED = ("occurred", "happened", "ensued")
REACH = 5  # words between a number and its noun
A_THING = {"thing": ("matter", None)}  # senses of a noun that no lexicon of phrases holds, and that names no people


@dataclass(slots=True)
class Head:
    """What a number counts.

    `kind` is one of `person`, `outcome`, `case`, `weak_case`, `thing`, `unit`, `troop_unit`, `pronoun`, `demonym`,
    `unknown`, `none`; `at` is the position after it; `senses` come from the lexicon; `modifiers` are the items between.
    """

    kind: str
    at: int
    senses: dict
    text: str = ""
    partitive: bool = False
    more: bool = False
    modifiers: tuple = ()

    @property
    def is_bare(self):
        """Whether no noun follows the number: "26", "26 of them"."""
        return self.kind in ("none", "pronoun")

    @property
    def may_be_people(self):
        """Whether people are counted as far as the head tells: it names them, or nothing."""
        return self.is_bare or self.kind == "person"

    @property
    def is_no_people(self):
        """Whether the noun is a thing, a unit of measure or a case."""
        return self.kind in NO_PEOPLE

    @property
    def addresses(self):
        """Whether "of us", "of you" is counted: a narrator's words, no report."""
        return self.text in ("us", "you")

    @property
    def noun(self):
        """The printed noun in lower case."""
        return self.text.lower()


def find_head(items, i):
    """The head noun of the number at position i.

    Args:
        items: the items of the sentence.
        i: the position of the number.

    Returns:
        a Head; its kind is `none` where nothing countable follows.

    >>> from .text import read_sentences; from .items import Row; from .lexicon import general_phrases
    >>> def heads(text):
    ...     items = Row(next(read_sentences(text)), general_phrases()).items
    ...     return [(find_head(items, i).kind, find_head(items, i).text) for i, x in enumerate(items) if x.is_count]
    >>> heads("Police said 13 masked police officers and two of the dead were from the town.")
    [('person', 'police officers'), ('outcome', 'dead')]
    """
    at, more = i + 1, False
    if low_at(items, at) == "strong":  # "their contingent was 2,000 strong"
        return Head("none", at + 1, {})
    if low_at(items, at) == "-" and low_at(items, at + 1) in ("strong", "member", "man"):
        at += 2
    while low_at(items, at) in MORE:
        more, at = True, at + 1
    if low_at(items, at) == "in" and low_at(items, at + 1) in ("number", "all"):
        return Head("none", at + 2, {})
    if low_at(items, at) == "of":
        return _partitive_head(items, at + 1, more)
    if low_at(items, at) in ("a", "an") and at + 1 < len(items) and items[at + 1].has("person"):
        return Head("person", at + 2, items[at + 1].senses, items[at + 1].text, more=more)  # "one a woman who …"
    return _noun_from(items, at, more)


def _partitive_head(items, at, more):
    """After "of": a pronoun, or determiners and a noun."""
    while low_at(items, at) in DETERMINERS:
        if low_at(items, at) in PRONOUNS and not _noun_follows(items, at + 1):
            break
        at += 1
    if low_at(items, at) in PRONOUNS:
        return _pronoun_head(items, at, more)
    if at < len(items) and items[at].is_count:  # "two of the 12 dead"
        head = find_head(items, at)
    else:
        head = _noun_from(items, at, more)
        pronoun = low_at(items, at - 1)
        if head.senses == A_THING and pronoun == "of":  # "40 of public incitement, two of murder": charges, causes
            head.kind, head.senses = "unknown", {}
        if head.kind in ("none", "unknown") and pronoun in ("these", "those", "them"):
            return Head("pronoun", at, {}, pronoun, True, more)
        if head.kind == "unknown" and pronoun == "of" and not head.noun.endswith("s"):
            return Head("none", at, {}, more=more)  # "three of fever": a cause, not a noun that is counted
    head.partitive = True
    return head


def _noun_follows(items, at):
    if at >= len(items):
        return False
    return items[at].is_count or (items[at].has(*NOUNS) and not _is_participle(items[at]))


def _is_participle(item):
    return any(reading["form"] in PAST for reading in item.senses.get("verb", ()))


def _pronoun_head(items, at, more):
    """ "of them", "of whom"; "of those killed" counts what the participle says."""
    after = at + 1
    while after < len(items) and items[after].has("transparent"):
        after += 1
    if after < len(items) and low_at(items, at) in ("those", "these") and items[after].has("verb", "state"):
        outcome = _outcome_of(items[after])
        if outcome:
            senses = {"outcome": outcome, **items[after].senses}
            return Head("outcome", after + 1, senses, items[after].text, True, more)
    return Head("pronoun", at + 1, {}, items[at].low, True, more)


def _outcome_of(item):
    readings = outcome_readings(item, UNDERGOING, PAST)
    return readings[0]["metric"] if readings else item.senses.get("state")


def _noun_from(items, at, more):
    """The first noun at `at` or after a few modifiers; words that cannot modify end the search."""
    modifiers, last_unknown = [], None
    for ahead in range(at, min(at + REACH, len(items))):
        item = items[ahead]
        if modifiers and item.kind == "mark" and item.low in ("-", "–"):
            continue
        head = _head_at(items, ahead, more, modifiers)
        if head is not None:
            return head
        if not _is_noun(item):
            if _is_plain_verb(items, ahead) or (modifiers and _governs_object(items, ahead)):
                break
            if _ends_noun_phrase(item) and not _is_modifying_verb(items, ahead, at):
                break
            last_unknown = ahead
        modifiers.append(item)
    if last_unknown is not None:
        return _unknown_head(items, last_unknown, more, modifiers)
    return Head("none", at, {}, more=more)


def _head_at(items, at, more, modifiers):
    """The head where the item itself is what is counted, None where it only describes what follows."""
    item = items[at]
    participle = _counted_participle(items, at)
    if participle:
        senses = item.senses | {"outcome": participle["metric"]}
        return Head("outcome", at + 1, senses, participle["lemma"], more=more, modifiers=tuple(modifiers))
    if not _is_noun(item) or _modifies_next_noun(items, at):
        return None
    kind, senses = _kind_of(item), dict(item.senses)
    outcome = _outcome_among(modifiers) if kind == "person" else None
    if outcome:
        kind, senses = "outcome", senses | {"outcome": outcome}
    return Head(kind, at + 1, senses, item.text, more=more, modifiers=tuple(modifiers))


def _kind_of(item):
    """The kind of head that a noun makes; "inmates" are an outcome, "wounded civilians" in one word are people."""
    kind = next(kind for kind in NOUNS if kind in item.senses)
    is_group = item.senses.get("person", "detainees") != "detainees"
    return "person" if kind == "outcome" and is_group else kind


def _is_modifying_verb(items, ahead, at):
    """ "4 press conferences", "one working lift": a word that can be a verb stands before the noun it describes."""
    item = items[ahead]
    is_participle = item.low.endswith(("ing", "ed"))
    if not item.has("verb") or (item.has("aux", "preposition", "function", "say") and not is_participle):
        return False
    if _noun_follows(items, ahead + 1):
        only_base = all(reading["form"] == "base" for reading in item.senses["verb"])
        return is_participle or (only_base and items[ahead + 1].has("thing"))
    if is_participle and _noun_follows_soon(items, ahead + 1):
        return True
    opens = ahead == at and item.low.endswith("ing") and ahead + 1 < len(items)
    return opens and items[ahead + 1].kind == "word" and not items[ahead + 1].senses


def _noun_follows_soon(items, at):
    """ "four suspected Taliban members": a plain word or two, then a noun of people."""
    for ahead in range(at, min(at + 3, len(items))):
        if items[ahead].has("person"):
            return ahead > at
        if items[ahead].kind != "word" or items[ahead].senses:
            return False
    return False


def _counted_participle(items, at):
    """ "230 killed", "12 officers wounded" counts those killed; with an object after it the verb is active instead."""
    item = items[at]
    if item.kind != "word" or item.has("person", "outcome", "thing"):
        return None
    if low_at(items, at + 1) in OBJECT_STARTS or _noun_follows(items, at + 1):
        return None
    readings = outcome_readings(item, ("patient",), PAST)
    return readings[0] if readings else None


def _is_noun(item):
    if item.kind == "num":
        return False
    if item.low == "police" and item.has("office") and item.has("person"):
        return True
    is_function_word = item.has("preposition", "aux") and not item.has("person", "outcome")
    return item.has(*NOUNS) and not is_function_word


def _modifies_next_noun(items, at):
    """True for "wounded soldiers", "police vehicles", "civilian deaths": the item only describes the next noun."""
    item = items[at]
    if at + 1 >= len(items) or item.low.endswith("ies") or item.has("unit") or " of " in item.low:
        return False
    after = items[at + 1]
    if after.kind == "num" or after.has("preposition") or not after.has(*DESCRIBED_NOUNS):
        return False
    takes_participle = _is_plural_people(item) or item.has("outcome")  # "26 officers killed", "26 dead found"
    return not (takes_participle and _is_participle(after))


def _is_plural_people(item):
    return item.has("person") and (item.low.endswith("s") or item.low in PLURAL_PEOPLE)


def _ends_noun_phrase(item):
    if item.kind != "word":
        return True
    if item.has(*NAMES) or item.low in WORDS_IN_NOUN_PHRASES:
        return False
    if item.has("verb") and not item.has("person", "outcome"):
        return True
    return item.has(*NO_MODIFIERS) and not item.has("troop")


def _is_plain_verb(items, at):
    """ "Twenty occurred in Nairobi": a word in -ed right before "in" or "on" is a verb."""
    return items[at].low in HAPPENED and at + 1 < len(items) and items[at + 1].has("preposition")


def _governs_object(items, at):
    """ "circulated a register": a word in -ed before an article is a verb, also where the lexicon lacks it."""
    return items[at].low.endswith("ed") and not items[at].senses and low_at(items, at + 1) in ("a", "an", "the")


def _outcome_among(modifiers):
    """The outcome that an adjective before the noun states: "wounded soldiers", "dead protesters"."""
    for item in modifiers:
        if item.has("outcome") and item.low in OUTCOME_ADJECTIVES:
            return item.senses["outcome"]
        killed = [reading for reading in outcome_readings(item, ("patient",), PAST) if reading["metric"] == "deaths"]
        if killed:
            return "deaths"  # "26 liquidated bandits"
    return None


def is_unlisted_thing(item):
    """Whether a word in small letters that no lexicon of phrases holds is a noun that names no people."""
    return not item.senses and names_no_people(item.text)


def _unknown_head(items, at, more, modifiers):
    """The last word before the noun phrase ended: a people's name, or a noun that the lexicon lacks."""
    item = items[at]
    if item.has("country"):
        return Head("demonym", at + 1, item.senses, item.text, more=more, modifiers=tuple(modifiers))
    if item.has("place"):
        return Head("none", at - len(modifiers) + 1, {}, more=more)
    if is_unlisted_thing(item):
        return Head("thing", at + 1, A_THING, item.text, more=more, modifiers=tuple(modifiers))
    return Head("unknown", at + 1, item.senses, item.text, more=more, modifiers=tuple(modifiers))
