"""Who can speak in a sentence: offices, other countries, people known by name, a single witness."""

from itertools import takewhile

from .items import any_has
from .wordlists import word_set

NAMEABLE, OFFICIAL = word_set("attribution", "nameable"), word_set("attribution", "official")
SINGLE, POSSESSION, OWN = (word_set("attribution", key) for key in ("single", "possession", "own"))
SPEAKING = ("office", "country", "person")  # senses of those who can speak
WHOLES = ("them", "whom", "these", "those")
OFFICE_BESIDE = 4  # items about a name and an age in which an office belongs to the person
FIGURE_REACH = 4  # items after "had" in which the number or the noun of a statement stands


def office_at(items, at, names, home, voice):
    """Who speaks at a position.

    Args:
        items: the items of the sentence.
        at: a position.
        names: surname → (claimant_type, office) of people met earlier in the text.
        home: the country of the event.
        voice: the text's own claimant_type.

    Returns:
        (claimant_type, words), or (None, None) where nobody stands there.
    """
    item = items[at]
    if _is_counted(items, at) or _is_prefix(items, at):
        return None, None
    if _is_office(item):
        return _office(items, at, home, voice)
    if _is_speaking_country(items, at):
        return "government" if item.senses["country"] == home else "foreign_government", item.text
    surname = item.low.removesuffix("'s")
    if item.kind == "word" and surname in names and item.text[0].isupper():
        return names[surname]
    if has_age(items, at):
        return "witness", "" if item.is_capitalised else item.text  # names of witnesses stay out of the rows
    return ("witness", item.text) if _is_single_witness(items, at) else (None, None)


def _is_office(item):
    is_verb = item.has("say") and item.low.endswith(("s", "ed")) and not item.has("person")
    return item.has("office") and not is_verb


def _is_counted(items, at):
    """ "25 residents", "four local journalists", "two of them Herald reporters": counted people do not speak."""
    before = items[max(at - 2, 0) : at]
    if items[at].has("person") and any(item.is_count for item in before):
        return True
    return at > 3 and items[at - 2].low in WHOLES and items[at - 3].low == "of" and items[at - 4].is_count


def _is_prefix(items, at):
    """ "post-election clashes": the first half of a compound is no office."""
    hyphen = items[at + 1 : at + 2]
    return bool(hyphen) and hyphen[0].low == "-" and hyphen[0].start == items[at].end


def _office(items, at, home, voice):
    item = items[at]
    if item.senses["office"] == "unattributed" and item.low not in NAMEABLE:
        return None, None
    if at and items[at - 1].low == "our" and voice != "unattributed":
        return voice, item.text
    return _nationalised(items, at, home), item.senses.get("office_name", item.text)


def _nationalised(items, at, home):
    """An office of another country speaks as a foreign government: "the Uzbek embassy", "an Australian commander"."""
    kind = items[at].senses["office"]
    is_foreign = at > 0 and items[at - 1].has("country") and items[at - 1].senses["country"] != home
    return "foreign_government" if is_foreign and home and kind in OFFICIAL else kind


def _is_speaking_country(items, at):
    """ "Uzbekistan said", "Kyrgyzstan had 2 dead": a country before a verb of stating."""
    item = items[at]
    if not item.has("country") or at + 1 == len(items):
        return False
    verb = items[at + 1]
    return verb.has("say") and (verb.low not in POSSESSION or possesses_figure(items, at + 1))


def _is_single_witness(items, at):
    """ "a nurse", "one resident": a person in the singular who is no officer."""
    item = items[at]
    if not item.has("person") or at == 0 or items[at - 1].low not in SINGLE:
        return False
    return is_witness(item.low, item.senses["person"])


def has_age(items, at):
    """ "One junior, 20, told", "said Issa Dembara, 52, a trader": newspapers give the age of those who hold no office.

    Args:
        items: the items of the sentence.
        at: a position.
    """
    if at + 2 >= len(items) or items[at + 1].low != "," or items[at + 2].kind != "num":
        return False
    if items[at + 2].number.reason != "age":
        return False
    after = takewhile(lambda item: not item.has("say"), items[at + 3 : at + 3 + OFFICE_BESIDE])
    return not any_has([*items[max(at - OFFICE_BESIDE, 0) : at], *after], "office")


def is_witness(word, group):
    """Whether a noun of people can name a single witness: in the singular, and no officer."""
    return not word.endswith("s") and group != "security_forces"


def possesses_figure(items, at):
    """ "Press reports had 3,000", "has his own set of numbers": having a number is stating it.

    Args:
        items: the items of the sentence.
        at: the position of a form of "have".
    """
    following = items[at + 1 : at + 1 + FIGURE_REACH]
    if not following or following[0].is_count:
        return bool(following)
    return following[0].low in OWN and any(item.has("statement") or item.low == "set" for item in following)
