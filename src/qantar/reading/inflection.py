"""The forms of English nouns and verbs; what the rules do not give stands in `lexicon/irregular.yml`."""

from .wordlists import load_file

SIBILANTS = ("s", "x", "ch", "sh")
VOWELS = "aeiou"
ADVERBS = ("fatally", "mortally")  # may open a verb phrase of the lexicon
DOUBLED = ("commit", "admit", "submit")  # longer verbs that double their last consonant, as short ones do
UNDOUBLED = ("open", "even")  # short verbs that do not
SHORT = 4  # letters of a verb up to which the rule of doubling holds ("stop", "grab")
FURTHER_FORMS = {  # of the two verbs with more than five forms
    "be": [("past", "were"), ("third", "is"), ("third", "are")],
    "have": [("third", "has")],
}


def plural(noun):
    """Both numbers of a noun; an irregular plural is given after a slash.

    >>> plural("police officer"), plural("man/men"), plural("dead")
    (['police officer', 'police officers'], ['man', 'men'], ['dead', 'deads'])
    """
    if "/" in noun and not noun.endswith("/"):
        return noun.split("/")
    return [noun, noun + ("es" if noun.endswith(SIBILANTS) else "s")]


def inflect(verb):
    """(form, phrase) for each form of a verb phrase; the first word that is no adverb is inflected.

    Args:
        verb: the base form, further words after it: "take into custody".

    Returns:
        iterator of (form, phrase); forms are `base`, `third`, `ing`, `past` and `part`.

    >>> dict(inflect("take into custody"))["part"], dict(inflect("stop"))["ing"]
    ('taken into custody', 'stopping')
    """
    words = verb.split(" ")
    at = 1 if words[0] in ADVERBS and len(words) > 1 else 0
    for form, word in _forms(words[at]):
        yield form, " ".join([*words[:at], word, *words[at + 1 :]])


def _forms(word):
    past, participle = load_file("irregular").get(word, (None, None))
    regular = _with_suffix(word, "ed")
    return [
        ("base", word),
        ("third", _third_person(word)),
        ("ing", _with_suffix(word, "ing")),
        ("past", past or regular),
        ("part", participle or regular),
        *FURTHER_FORMS.get(word, ()),
    ]


def _third_person(word):
    if _ends_in_consonant_y(word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith((*SIBILANTS, "o")) else "s")


def _with_suffix(word, suffix):
    """The verb with "ed" or "ing": tie → tying, free → freed, carry → carried, stop → stopped."""
    if word.endswith("ie") and suffix == "ing":
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "ye")):
        return word[:-1] + suffix
    if _ends_in_consonant_y(word) and suffix == "ed":
        return word[:-1] + "ied"
    return word + (word[-1] if _doubles(word) else "") + suffix


def _ends_in_consonant_y(word):
    return word.endswith("y") and word[-2] not in VOWELS


def _doubles(word):
    """True where one vowel stands before a last consonant that doubles."""
    if (len(word) > SHORT and word not in DOUBLED) or word in UNDOUBLED:
        return False
    return word[-1] not in "aeiouwxyl" and word[-2] in VOWELS and word[-3:-2] not in tuple(VOWELS)
