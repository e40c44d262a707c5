"""The lexicons (`qantar/lexicon/*.yml`) compiled into one table of phrases.

A phrase is a tuple of lower-case tokens; its senses say what it can be: a person noun, an outcome verb, an office…
Longest match wins. A phrase written in capitals in the lexicon matches only capitals ("WHO" is no question).
"""

from functools import lru_cache
from importlib.resources import files

import yaml

from .text import tokenise

CAPITALISED = ("country", "place", "month", "weekday", "alliance")  # senses that need a capital letter in the text


@lru_cache(maxsize=None)
def load_file(name):
    """The content of one lexicon file, e.g. `load_file("hedges")`."""
    text = files("qantar.lexicon").joinpath(f"{name}.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def words_of(phrase):
    """The phrase as a tuple of lower-case tokens, the unit of matching."""
    return tuple(token.low for token in tokenise(phrase, 0, len(phrase)))


def plural(noun):
    """Both numbers of a noun; an irregular plural is given after a slash.

    >>> plural("police officer"), plural("man/men"), plural("dead")
    (['police officer', 'police officers'], ['man', 'men'], ['dead', 'deads'])
    """
    if "/" in noun and not noun.endswith("/"):
        return noun.split("/")
    return [noun, noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")]


def inflect(verb):
    """(form, phrase) for each form of a verb phrase; the first word that is no adverb is inflected.

    >>> dict(inflect("take into custody"))["part"], dict(inflect("stop"))["ing"]
    ('taken into custody', 'stopping')
    """
    words = verb.split(" ")
    at = 1 if words[0] in ("fatally", "mortally") and len(words) > 1 else 0
    for form, word in _forms(words[at]):
        yield form, " ".join([*words[:at], word, *words[at + 1 :]])


def _forms(word):
    past, participle = load_file("irregular").get(word, (None, None))
    regular = _with_suffix(word, "ed")
    third = (
        word[:-1] + "ies"
        if word.endswith("y") and word[-2] not in "aeiou"
        else word + ("es" if word.endswith(("s", "x", "ch", "sh", "o")) else "s")
    )
    forms = [
        ("base", word),
        ("third", third),
        ("ing", _with_suffix(word, "ing")),
        ("past", past or regular),
        ("part", participle or regular),
    ]
    if word == "be":
        forms += [("past", "were"), ("third", "is"), ("third", "are")]
    if word == "have":
        forms += [("third", "has")]
    return forms


def _with_suffix(word, suffix):
    if word.endswith("ie") and suffix == "ing":
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "ye")):
        return word[:-1] + suffix
    if word.endswith("y") and word[-2] not in "aeiou" and suffix == "ed":
        return word[:-1] + "ied"
    short = len(word) <= 4 or word in ("commit", "admit", "submit")
    if (
        short
        and word[-1] not in "aeiouwxyl"
        and word[-2] in "aeiou"
        and word[-3:-2] not in tuple("aeiou")
        and word not in ("open", "even")
    ):
        return word + word[-1] + suffix
    return word + suffix


class Phrases:
    """A table of phrases with their senses, matched longest first.

    >>> table = Phrases(); table.add("police officer", "person", "security_forces"); table.add("police", "office", "police")
    >>> [sorted(senses) for senses, length in [table.match(tokenise("police officers", 0, 15), 0)]]
    [['office']]
    """

    def __init__(self, base=None):
        self.senses = {words: dict(senses) for words, senses in base.senses.items()} if base else {}
        self.longest = dict(base.longest) if base else {}
        self.capitals = set(base.capitals) if base else set()

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
        self.longest[words[0]] = max(self.longest.get(words[0], 0), len(words))

    def match(self, tokens, i):
        """(senses, number of tokens) of the longest phrase that starts at token i, or ({}, 0)."""
        first = tokens[i].low
        longest = self.longest.get(first) or (self.longest.get(first[:-2], 0) if first.endswith("'s") else 0)
        for length in range(min(longest, len(tokens) - i), 0, -1):
            words = tuple(token.low for token in tokens[i : i + length])
            senses = self.senses.get(words)
            if senses is None and words[-1].endswith("'s"):  # "Kyrgyzstan's parliament"
                senses = self.senses.get((*words[:-1], words[-1][:-2]))
            if senses:
                kept = self._fitting(senses, words, tokens[i].text)
                if kept:
                    return kept, length
        return {}, 0

    def _fitting(self, senses, words, printed):
        """The senses that the printed capitals allow."""
        return {
            sense: value
            for sense, value in senses.items()
            if (sense not in CAPITALISED or printed[0].isupper())
            and ((words, sense) not in self.capitals or printed.isupper())
        }


def _add_nouns(table, nouns, sense, value):
    for noun in nouns:
        for form in plural(noun):
            table.add(form, sense, value)


def _add_verbs(table, verbs, **reading):
    for verb in verbs:
        for form, phrase in inflect(verb):
            table.add(phrase, "verb", {"form": form, "lemma": verb, **reading})


def _add_people(table):
    for group, nouns in load_file("people").items():
        _add_nouns(table, nouns, "person", group)


def _add_outcomes(table):
    for metric in ("deaths", "injuries", "detentions"):
        entry = load_file("outcomes")[metric]
        _add_nouns(table, entry["nouns"], "outcome", metric)
        _add_verbs(table, entry["patient"], metric=metric, role="patient")
        _add_verbs(table, entry["subject"], metric=metric, role="subject")
        for state in entry["states"]:
            table.add(state, "state", metric)
        for place in load_file("outcomes")["destinations"][metric]:
            table.add(place, "destination", metric)
    for verb in load_file("outcomes")["movers"]:
        for form, phrase in inflect(verb):
            table.add(phrase, "mover", form)
    stages = {}
    for stage, words in load_file("outcomes")["stages"].items():
        stages.update((" ".join(words_of(word)), stage) for word in words)
    table.stages = stages


def _add_cases(table):
    cases = load_file("cases")
    for key, metric in (("criminal_strong", "criminal_cases"), ("administrative_strong", "administrative_cases")):
        _add_nouns(table, cases[key], "case", metric)
    _add_nouns(table, cases["criminal_weak"], "weak_case", "criminal_cases")
    _add_nouns(table, cases["not_cases"], "thing", ("health", None))
    for charge, words in cases["charges"].items():
        for word in words:
            table.add(word, "charge", charge)
    for stage, verbs in cases["verbs"].items():
        for verb in verbs:
            for _, phrase in inflect(verb):
                table.add(phrase, "case_verb", stage)
    for word in cases["context"]:
        table.add(word, "legal", True)


def _add_troops(table):
    troops = load_file("troops")
    _add_nouns(table, troops["nouns"], "troop", True)
    _add_nouns(table, troops["nouns"], "person", "security_forces")
    _add_nouns(table, troops["units"], "troop_unit", True)
    for word in troops["foreign"]:
        table.add(word, "foreign", True)
    for word in troops["establishment"]:
        table.add(word, "establishment", True)
    for alliance, names in troops["alliances"].items():
        for name in names:
            table.add(name, "alliance", alliance)
    for stage, verbs in troops["verbs"].items():
        for verb in verbs:
            for _, phrase in inflect(verb):
                table.add(phrase, "troop_verb", stage)
    for country, words in load_file("countries").items():
        for word in (country, *words):
            table.add(word, "country", country)


def _add_speakers(table):
    speakers = load_file("speakers")
    for claimant, offices in speakers["offices"].items():
        for office in offices:
            table.add(office, "office", claimant)
    for sense in ("say", "deny"):
        for verb in speakers[sense]:
            for form, phrase in inflect(verb):
                table.add(phrase, sense, form)
    for phrase in speakers["attribution"]:
        table.add(phrase, "attribution", True)
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
            for form in plural(noun) if noun.isalpha() and len(noun) > 2 else [noun]:
                table.add(form, "unit", kind)
    for word in things["damage_words"]:
        table.add(word, "damage", True)


def _add_verbs_of_other_matters(table):
    verbs = load_file("verbs")
    for metric, phrases in verbs["contexts"].items():
        _add_verbs(table, phrases, metric=metric, role="context")
    _add_verbs(table, verbs["general"], metric=None, role="general")
    for sense in ("aux", "be", "modal", "negation", "transparent", "subordinators", "prepositions", "function"):
        for phrase in verbs[sense]:
            table.add(phrase, sense.removesuffix("s") if sense != "transparent" else sense, True)


def _add_time(table):
    time = load_file("time")
    for sense, key in (("month", "months"), ("weekday", "weekdays")):
        for word, number in time[key].items():
            table.add(word, sense, number)


@lru_cache(maxsize=1)
def general_phrases():
    """The phrases of every event: people, outcomes, cases, troops, offices, things, verbs, time."""
    table = Phrases()
    for add in (
        _add_people,
        _add_outcomes,
        _add_cases,
        _add_troops,
        _add_speakers,
        _add_things,
        _add_verbs_of_other_matters,
        _add_time,
        _add_alliances_to_offices,
    ):
        add(table)
    return table


def _add_alliances_to_offices(table):
    """ "CSTO Secretary-General" is an office and names the alliance."""
    names = {words: senses["alliance"] for words, senses in table.senses.items() if "alliance" in senses}
    for words, senses in table.senses.items():
        for name, alliance in names.items():
            if "office" in senses and len(name) < len(words) and words[: len(name)] == name:
                senses.setdefault("alliance", alliance)


def event_phrases(event):
    """The general phrases and those of one event.yml: its places, countries, institutions and other events."""
    if not event:
        return general_phrases()
    table = Phrases(general_phrases())
    table.stages = general_phrases().stages
    for place in event.get("places") or []:
        for name in (place["name"], *(place.get("variants") or [])):
            table.add(name, "place", place["name"])
    for country in event.get("contributing_countries") or []:
        for name in (country["name"], *(country.get("demonyms") or []), *(country.get("variants") or [])):
            table.add(name, "country", country["name"])
    for office in event.get("institutions") or []:
        for name in (office["name"], *(office.get("aliases") or [])):
            words = words_of(name)
            table.add(name, "office", office["claimant_type"])
            table.add(name, "office_name", office["name"])
            if words in table.senses:
                table.senses[words]["office"] = office["claimant_type"]
    for other in event.get("other_events") or []:
        table.add(other["name"], "other_event", other)
    return table
