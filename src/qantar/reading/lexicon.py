"""The lexicons (`qantar/lexicon/*.yml`) compiled into one table of phrases.

A phrase is a tuple of lower-case tokens; its senses say what it can be: a person noun, an outcome verb, an office…
Longest match wins. A phrase written in capitals in the lexicon matches only capitals ("WHO" is no question).
"""

import json
from functools import lru_cache

from .inflection import inflect, plural
from .wordlists import load_file, words_of

__all__ = ["Phrases", "event_phrases", "general_phrases", "inflect", "load_file", "plural", "words_of"]

NOTHING = {}
CAPITALISED = ("country", "place", "month", "weekday", "alliance")  # senses that need a capital letter in the text
METRICS = ("deaths", "injuries", "detentions")
GRAMMAR = {  # list of verbs.yml → the sense of its words
    "aux": "aux",
    "be": "be",
    "modal": "modal",
    "negation": "negation",
    "transparent": "transparent",
    "subordinators": "subordinator",
    "prepositions": "preposition",
    "function": "function",
}


class _Node:
    """A word of a phrase in the tree of all phrases: what may follow it, and the senses where a phrase ends here."""

    __slots__ = ("children", "needs_capital", "senses", "words")

    def __init__(self):
        self.children, self.senses, self.words, self.needs_capital = {}, None, (), False


class Phrases:
    """A table of phrases with their senses, matched longest first.

    Args:
        base: another table to start from, which stays as it is.

    >>> from .text import tokenise
    >>> table = Phrases()
    >>> table.add("police officers", "person", "security_forces")
    >>> table.add("police", "office", "police")
    >>> table.match(tokenise("police officers said", 0, 20), 0), table.match(tokenise("Police said", 0, 11), 0)
    (({'person': 'security_forces'}, 2), ({'office': 'police'}, 1))
    """

    def __init__(self, base=None):
        self.senses = {words: dict(senses) for words, senses in base.senses.items()} if base else {}
        self.capitals = set(base.capitals) if base else set()
        self.stages = base.stages if base else {}  # words of a stage ("in custody") → the stage
        self._tree = None

    def add(self, phrase, sense, value):
        """Give a phrase a sense; verbs gather several readings in a list, other senses keep the first one given."""
        words = words_of(phrase)
        if not words:
            return
        if phrase.isupper() and len(words) == 1:
            self.capitals.add((words, sense))
        senses = self.senses.setdefault(words, {})
        if sense == "verb":
            senses.setdefault("verb", []).append(value)
        else:
            senses.setdefault(sense, value)
        self._tree = None

    def match(self, tokens, i):
        """(senses, number of tokens) of the longest phrase that starts at token i, or ({}, 0); nobody may change them.

        One step of the tree a token: this is asked for every word of a text.
        """
        children, low = self._tree or self._grow(), tokens[i].low
        node = children.get(low)
        if node is None and not low.endswith("'s"):
            return NOTHING, 0  # most words open no phrase
        if node is not None and not node.children and not node.needs_capital:
            return node.senses, 1  # and most others are one
        return self._match_phrase(tokens, i, children)

    def _match_phrase(self, tokens, i, children):
        printed, found, length = tokens[i].text, NOTHING, 0
        for at in range(i, len(tokens)):
            low = tokens[at].low
            node = children.get(low)
            end = node if node is not None and node.senses is not None else _without_possessive(children, low)
            senses = self._fitting(end, printed, low) if end is not None else None
            if senses:
                found, length = senses, at - i + 1
            if node is None or not node.children:
                break
            children = node.children
        return found, length

    def _grow(self):
        """The tree of all phrases, a word a step."""
        self._tree = {}
        for words, senses in self.senses.items():
            children, node = self._tree, None
            for word in words:
                node = children.setdefault(word, _Node())
                children = node.children
            node.senses, node.words = senses, words
            node.needs_capital = any(sense in CAPITALISED or (words, sense) in self.capitals for sense in senses)
        return self._tree

    def _fitting(self, node, printed, last):
        """The senses that the printed capitals allow; with a possessive, an abbreviation is not asked for its own."""
        if not node.needs_capital:
            return node.senses
        is_whole = node.words[-1] == last
        return {
            sense: value
            for sense, value in node.senses.items()
            if (sense not in CAPITALISED or printed[0].isupper())
            and (not is_whole or (node.words, sense) not in self.capitals or printed.isupper())
        }


def _without_possessive(children, word):
    """ "Kyrgyzstan's" ends a phrase as "Kyrgyzstan" does."""
    if not word.endswith("'s"):
        return None
    node = children.get(word[:-2])
    return node if node is not None and node.senses is not None else None


def _add_nouns(table, nouns, sense, value):
    for noun in nouns:
        for form in plural(noun):
            table.add(form, sense, value)


def _add_verbs(table, verbs, **reading):
    for verb in verbs:
        for form, phrase in inflect(verb):
            table.add(phrase, "verb", {"form": form, "lemma": verb, **reading})


def _add_words(table, words, sense, value):
    for word in words:
        table.add(word, sense, value)


def _add_stage_verbs(table, verbs_by_stage, sense):
    for stage, verbs in verbs_by_stage.items():
        for verb in verbs:
            for _, phrase in inflect(verb):
                table.add(phrase, sense, stage)


def _add_people(table):
    for group, nouns in load_file("people").items():
        _add_nouns(table, nouns, "person", group)


def _add_outcomes(table):
    outcomes = load_file("outcomes")
    for metric in METRICS:
        entry = outcomes[metric]
        _add_nouns(table, entry["nouns"], "outcome", metric)
        _add_verbs(table, entry["patient"], metric=metric, role="patient")
        _add_verbs(table, entry["subject"], metric=metric, role="subject")
        _add_words(table, entry["states"], "state", metric)
        _add_words(table, outcomes["destinations"][metric], "destination", metric)
    for verb in outcomes["movers"]:
        for form, phrase in inflect(verb):
            table.add(phrase, "mover", form)
    for stage, words in outcomes["stages"].items():
        table.stages.update((" ".join(words_of(word)), stage) for word in words)


def _add_cases(table):
    cases = load_file("cases")
    _add_nouns(table, cases["criminal_strong"], "case", "criminal_cases")
    _add_nouns(table, cases["administrative_strong"], "case", "administrative_cases")
    _add_nouns(table, cases["criminal_weak"], "weak_case", "criminal_cases")
    _add_nouns(table, cases["not_cases"], "thing", ("health", None))
    for charge, words in cases["charges"].items():
        _add_words(table, words, "charge", charge)
    _add_stage_verbs(table, cases["verbs"], "case_verb")
    _add_words(table, cases["context"], "legal", True)


def _add_troops(table):
    troops = load_file("troops")
    _add_nouns(table, troops["nouns"], "troop", True)
    _add_nouns(table, troops["nouns"], "person", "security_forces")
    _add_nouns(table, troops["units"], "troop_unit", True)
    _add_words(table, troops["foreign"], "foreign", True)
    _add_words(table, troops["establishment"], "establishment", True)
    for alliance, names in troops["alliances"].items():
        _add_words(table, names, "alliance", alliance)
    _add_stage_verbs(table, troops["verbs"], "troop_verb")
    for country, words in load_file("countries").items():
        _add_words(table, (country, *words), "country", country)


def _add_speakers(table):
    speakers = load_file("speakers")
    for claimant, offices in speakers["offices"].items():
        _add_words(table, offices, "office", claimant)
    for sense in ("say", "deny"):
        for verb in speakers[sense]:
            for form, phrase in inflect(verb):
                table.add(phrase, sense, form)
    _add_words(table, speakers["attribution"], "attribution", True)
    _add_nouns(table, speakers["nouns_of_statement"], "statement", True)


def _add_things(table):
    things = load_file("things")
    for metric, by_unit in things["context"].items():
        for unit, nouns in by_unit.items():
            _add_nouns(table, nouns, "thing", (metric, unit))
    for reason, nouns in things["reasons"].items():
        _add_nouns(table, nouns, "thing", (reason, None))
    for kind, nouns in things["units"].items():
        for noun in nouns:
            _add_words(table, plural(noun) if _has_plural(noun) else [noun], "unit", kind)
    _add_words(table, things["damage_words"], "damage", True)


def _has_plural(unit):
    """Units of more than two letters have a plural of their own; "km" and "°c" do not."""
    return unit.isalpha() and len(unit) > 2


def _add_verbs_of_other_matters(table):
    verbs = load_file("verbs")
    for metric, phrases in verbs["contexts"].items():
        _add_verbs(table, phrases, metric=metric, role="context")
    _add_verbs(table, verbs["general"], metric=None, role="general")
    for key, sense in GRAMMAR.items():
        _add_words(table, verbs[key], sense, True)


def _add_time(table):
    time = load_file("time")
    for sense, key in (("month", "months"), ("weekday", "weekdays")):
        for word, number in time[key].items():
            table.add(word, sense, number)


def _add_alliances_to_offices(table):
    """ "CSTO Secretary-General" is an office and names the alliance."""
    names = {words: senses["alliance"] for words, senses in table.senses.items() if "alliance" in senses}
    for words, senses in table.senses.items():
        for name, alliance in names.items():
            if "office" in senses and len(name) < len(words) and words[: len(name)] == name:
                senses.setdefault("alliance", alliance)


PARTS = (  # in this order: a phrase keeps the first value given to a sense
    _add_people,
    _add_outcomes,
    _add_cases,
    _add_troops,
    _add_speakers,
    _add_things,
    _add_verbs_of_other_matters,
    _add_time,
    _add_alliances_to_offices,
)


@lru_cache(maxsize=1)
def general_phrases():
    """The phrases of every event: people, outcomes, cases, troops, offices, things, verbs, time.

    Returns:
        Phrases; it is shared, so nobody may add to it.

    >>> general_phrases().senses[("police", "officers")]["person"]
    'security_forces'
    """
    table = Phrases()
    for add in PARTS:
        add(table)
    return table


def event_phrases(event):
    """The general phrases and those of one event.yml: its places, countries, institutions and other events.

    Args:
        event: the parsed event.yml, or None.

    Returns:
        Phrases.
    """
    return _phrases_of(json.dumps(event, sort_keys=True, default=str)) if event else general_phrases()


@lru_cache(maxsize=8)  # an archive reads millions of documents of one event
def _phrases_of(event_text):
    event, table = json.loads(event_text), Phrases(general_phrases())
    home = [*(event.get("country_variants") or []), *(event.get("demonyms") or [])]
    _add_words(table, home, "country", event.get("country", ""))
    force = event.get("foreign_force")
    if force:
        _add_words(table, _names(force, "variants"), "alliance", force["name"])
    for place in event.get("places") or []:
        _add_words(table, _names(place, "variants"), "place", place["name"])
    for country in event.get("contributing_countries") or []:
        _add_words(table, _names(country, "demonyms", "variants"), "country", country["name"])
    for office in event.get("institutions") or []:
        _add_institution(table, office)
    for other in event.get("other_events") or []:
        for name in _names(other, "variants"):
            table.add(name, "other_event", other)
    return table


def _names(entry, *keys):
    return [entry["name"], *(name for key in keys for name in entry.get(key) or [])]


def _add_institution(table, office):
    """An institution of the event; its claimant_type goes before that of the general lexicon."""
    for name in _names(office, "aliases"):
        table.add(name, "office", office["claimant_type"])
        table.add(name, "office_name", office["name"])
        if words_of(name) in table.senses:
            table.senses[words_of(name)]["office"] = office["claimant_type"]
