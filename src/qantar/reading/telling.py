"""The words of a text that tell something, each as the bits of `signals`: the scanner of the first look.

One linear pattern, made from the lexicons and from the words that rules name themselves, finds the longest phrase at
every word. A phrase of a new sense tells, unless the sense is named in `QUIET`.
"""

import re
from functools import lru_cache
from itertools import takewhile

from .figure import PEOPLE
from .items import COUNTABLE as COUNTABLE_SENSES
from .numbers import BEFORE
from .numerals import NUMBERS, OPENING_WORDS
from .offices import POSSESSION, is_witness
from .outcomes import LIFE, PAST, UNDERGOING
from .predicates import LETTING
from .readings import PRISONS
from .rules import bare, cases, contributors, other_matters, outcome_nouns, outcome_verbs, stated, tolls, troops
from .rules.outcome_predicates import ADMISSIONS, SURVIVING
from .signals import (
    ANY,
    COUNTABLE,
    GOVERNS,
    LINK,
    MISSION,
    NO,
    NOUN,
    NUMBER,
    OUTCOME,
    SENDING,
    SPEAKER,
    STATED,
    SUBJECT,
    TELLING,
    TIE,
    TROOPS,
    WORDS,
)
from .speakers import SUBJECTS
from .ties import LOOSE, SPEAKING_ALONE, STATED_BY
from .wordlists import load_file, tree_of, words_of

# Senses that never say by themselves what a number counts; every other sense does, new ones included.
QUIET = {"function", "preposition", "aux", "be", "modal", "negation", "transparent", "subordinator", "month", "weekday"}
QUIET |= {"unit", "statement", "say", "deny", "attribution", "office", "office_name", "country", "place", "other_event"}
QUIET |= {"foreign", "mover", "legal", "case_verb", "troop_verb", "establishment", "charge"}
COUNTED = ("all", "protesters", "attackers", "security_forces")  # people whose mere number can be a figure
BITS_OF_SENSES = {  # further bits of some senses
    **dict.fromkeys(("outcome", "case", "weak_case"), OUTCOME | NOUN),
    "state": OUTCOME,
    **dict.fromkeys(("troop", "troop_unit"), TROOPS),
    "alliance": MISSION,
    "troop_verb": SENDING,
    "country": LINK | SPEAKER,
    "office": SPEAKER,
    "say": STATED | TIE,
    "statement": STATED | TIE,
    "deny": TIE,
    "attribution": TIE,
}
NUMBER_LISTS = ("ones", "tens", "scales", "dozens", "vague", "zero")
NUMBER_PHRASES = ("same number", "as many")
STATING = stated.COUNTING | stated.STANDING | stated.TOTALS
WORD = re.compile(r"\d|[^\W\d_]+")
IN_WORDS = {words_of(phrase) for key in NUMBER_LISTS for phrase in NUMBERS[key]}
ZERO_BEFORE_NOUN = {words_of(phrase) for phrase in NUMBERS["zero_before_noun"]}
NUMBER_WORDS = {word for phrase in IN_WORDS | ZERO_BEFORE_NOUN for word in phrase} | {"same", "as"}
# Between a verb and the number that it governs: adverbs, articles, hedges, the first words of a number.
LIGHT = OPENING_WORDS | {"a", "the", "down", "between"} | {word for phrase in BEFORE for word in phrase}
LIGHT |= {word for phrase in load_file("verbs")["transparent"] for word in words_of(phrase)}
TOLL = "toll"  # also within a word: "deathtoll"
BETWEEN = r"[\W_]+"  # between the words of a phrase
APART = re.compile(BETWEEN)
WORD_END = r"(?![^\W\d_])"  # no letter follows


def lower(text):
    """The text in lower case, character by character, so that places stay the same; a line break before it."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(letter.lower()[0] for letter in text)
    return "\n" + low.replace("’", "'")


def find_telling(low, phrases):
    """(place, bits) of all words that tell something, in order; `low` begins one character before the text."""
    pattern, bits_of = _pattern(phrases), _bits(phrases)
    found = []
    for match in pattern.finditer(low):
        at, phrase = match.start(), match.group(1)
        if low[at].isdecimal():
            found.append((at - 1, NUMBER))
        if phrase is not None:
            bits = bits_of.get(phrase) or bits_of.get(APART.sub(" ", phrase), ANY)
            found.append((at, bits | TELLING if bits & GOVERNS and _governs(low, match.end(1)) else bits))
    at = low.find(TOLL)
    if at >= 0:
        while at >= 0:
            found.append((at - 1, TELLING | OUTCOME))
            at = low.find(TOLL, at + 1)
        found.sort()
    return found


def _governs(low, end):
    """Whether nothing but adverbs, articles and hedges stand between a verb and a number that follows it."""
    for match in WORD.finditer(low, end):
        if match.group().isdecimal() or match.group() in NUMBER_WORDS:
            return True
        if match.group() not in LIGHT:
            return False
    return False


@lru_cache(maxsize=8)
def _pattern(phrases):
    """One character that is no small letter, and after it, unconsumed, the longest phrase; or a digit and all that
    follow it but the last, after which a word may begin."""
    return re.compile(rf"[^a-z](?:(?=({tree_of(_bits(phrases), BETWEEN)}){WORD_END})|(?<=\d)(?:\d*(?=\d))?)")


@lru_cache(maxsize=8)
def _bits(phrases):
    """phrase, its words with single spaces between → bits, those of all phrases that it begins with among them."""
    own = {}
    for words, bits in (*_bits_of_lexicon(phrases), *_bits_of_rules()):
        spelt = _spelt(words)
        if spelt and bits:
            own[spelt] = own.get(spelt, 0) | bits
    return {phrase: _with_beginnings(phrase, own) for phrase in sorted(own)}


def _with_beginnings(phrase, own):
    words, bits = phrase.split(), 0
    for length in range(1, len(words) + 1):
        bits |= own.get(" ".join(words[:length]), 0)
    return bits


def _spelt(words):
    """The words of a phrase with single spaces between, without marks and without all that follows a digit."""
    letters = takewhile(lambda word: not any(map(str.isdigit, word)), words)
    return " ".join(word for word in letters if word[0].isalpha())


def _bits_of_lexicon(phrases):
    for words, senses in phrases.senses.items():
        bits = 0
        if "be" in senses:
            yield from (((subject, *words), STATED) for subject in stated.SUBJECTS_OF_BE)
            yield (*words, "at"), STATED
        for sense, value in senses.items():
            bits |= BITS_OF_SENSES.get(sense, 0) | (TELLING if _tells(sense, value) else 0)
            if sense == "verb":
                bits |= (OUTCOME if any(map(_befalls, value)) else 0) | (GOVERNS if any(map(_is_active, value)) else 0)
            bits |= COUNTABLE if sense in COUNTABLE_SENSES else 0
            bits |= SPEAKER if sense == "person" and is_witness(words[-1], value) else 0
            bits |= SUBJECT if sense == "office" and value in SUBJECTS else 0
        if words[0].startswith(SPEAKING_ALONE):
            bits |= TIE
        yield words, bits


def _tells(sense, value):
    """Whether a sense can say what a number counts; damaged property is told by the verb that damages it."""
    if sense == "person":
        return value in COUNTED
    if sense == "thing":
        return value[1] is not None and value[0] != "property_damage"
    if sense == "verb":
        return any(_tells_alone(reading) for reading in value)
    return sense not in QUIET


def _tells_alone(reading):
    """Whether a verb form can say what is counted anywhere in its sentence; an active one governs the next number."""
    return (reading["metric"] or reading["lemma"] in SURVIVING) and not _is_active(reading)


def _is_active(reading):
    """ "kill", "arrests", "wounding": the counted people are its object."""
    return reading["metric"] in PEOPLE and reading["role"] == "patient" and reading["form"] not in PAST


def _befalls(reading):
    """Whether a verb form says that an outcome happened to somebody."""
    return reading["metric"] in PEOPLE and reading["role"] in UNDERGOING and reading["form"] in PAST


def _bits_of_rules():
    """The words that rules name themselves, and the numbers."""
    telling = {*outcome_verbs.LOSING, *LIFE, *outcome_verbs.LIMBS, *outcome_nouns.NOUN_METRICS}
    telling |= {*outcome_nouns.EVENT_NOUNS, *outcome_nouns.SUFFERED, *other_matters.CROWDS, *other_matters.OCCASIONS}
    telling |= {*other_matters.OTHER_STATES, *other_matters.ROLES, *(f"{role}s" for role in other_matters.ROLES)}
    telling |= {
        *cases.ADJECTIVES,
        "make it",
        "admitted",
        *ADMISSIONS,
        *PRISONS,
        *tolls.OF_THE_DEAD,
        *LETTING,
        *contributors.PEACEKEEPING,
        "strong",
        "victims",
    }
    yield from ((words_of(word), TELLING) for word in telling)
    yield from ((words_of(word), OUTCOME | NOUN) for word in bare.OTHER_SUBJECTS)
    yield from ((words_of(word), MISSION | TELLING) for word in troops.MISSIONS)
    yield from ((words_of(word), STATED) for word in STATING)
    yield from ((words_of(word), TIE) for word in LOOSE | STATED_BY | POSSESSION)
    yield from (((word,), LINK) for word in ("they", "them", "whom", *contributors.STATES))
    yield from ((words, NUMBER | WORDS) for words in (*IN_WORDS, *map(words_of, NUMBER_PHRASES)))
    yield from ((words, NO) for words in ZERO_BEFORE_NOUN)
