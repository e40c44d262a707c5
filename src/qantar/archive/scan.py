"""The quick look that leaves out documents without a claim: a number, and a word that can say what it counts.

The words and phrases come from the lexicons, by sense, and are looked for with anything but letters between them, so
that the look never misses what the grammar would match. Only a superset is promised: a document that passes need not
hold a claim.
"""

import re
from functools import lru_cache
from itertools import takewhile

from qantar.reading.lexicon import general_phrases, load_file, words_of

# Senses that never say by themselves that a number counts people or cases; every other sense does, new ones included.
QUIET = {"function", "preposition", "aux", "be", "modal", "negation", "transparent", "subordinator", "month", "weekday"}
QUIET |= {"unit", "statement", "say", "deny", "attribution", "office", "office_name", "country", "place", "other_event"}
QUIET |= {"foreign", "mover", "legal", "case_verb", "troop_verb", "establishment", "charge"}
# Metrics of claims. Damaged property is one where something is said to be damaged, so that verb stands for its nouns.
METRICS = {"deaths", "injuries", "detentions", "convictions", "crowd_size", "damaged"}
COUNTED = ("all", "protesters", "attackers", "security_forces")  # people whose mere number can be a figure
# Words that rules of `qantar.reading.rules` name themselves; several are verbs of another sense in the lexicons.
RULE_WORDS = """
abuse bodies body burial capture conviction corpses cost costing costs count crowd crowds demonstration execution
freeing funeral funerals hospitalisation imprisonment injuring internment jailing killing let lets letting
liberation lose loses losing loss lost maiming march massacre murder peacekeeper peacekeepers peacekeeping
procession prosecution rally rape release remains set sets slaughter strong suffered sustained torture treatment
trial victims vigil wounding
"""
TOLL = r"toll(?:s|\b)"  # an outcome in many compounds: "death-toll", "the toll"
LETTER = r"[^\W\d_]"
BETWEEN = r"[\W_]+"  # words of a phrase


def may_hold_claim(text):
    """Whether a text is worth reading: False only where `read_document` is sure to find no claim in it.

    >>> may_hold_claim("Two men died."), may_hold_claim("The price rose by 4 percent."), may_hold_claim("Police came.")
    (True, False, False)
    """
    low = text.lower().replace("’", "'")
    return bool(_numbers().search(low) and _telling().search(low))


@lru_cache(maxsize=1)
def _telling():
    phrases = (phrase for phrase, senses in general_phrases().senses.items() if _may_count(senses))
    return re.compile(f"{_words({_spelt(phrase) for phrase in phrases} | set(RULE_WORDS.split()))}|{TOLL}")


@lru_cache(maxsize=1)
def _numbers():
    """Digits, and every numeral in words; a bare zero ("no") counts too."""
    lists = load_file("numbers")
    phrases = [*lists["ones"], *lists["tens"], *lists["scales"], *lists["dozens"], *lists["vague"], *lists["zero"]]
    words = {_spelt(words_of(phrase)) for phrase in (*phrases, *lists["zero_before_noun"])}
    return re.compile(rf"\d|{_words(words)}")


def _may_count(senses):
    return any(_says_count(sense, value) for sense, value in senses.items())


def _says_count(sense, value):
    if sense == "person":
        return value in COUNTED
    if sense == "thing":
        return value[0] in METRICS
    if sense == "verb":
        return any(reading["metric"] in METRICS for reading in value)
    return sense not in QUIET


def _spelt(phrase):
    """The words of a phrase with single spaces between, without marks and without all that follows a digit."""
    letters = list(takewhile(lambda word: not any(map(str.isdigit, word)), phrase))
    return " ".join(word for word in letters if word[0].isalpha())


def _words(words):
    """A pattern for whole words and phrases, as a tree of letters: one step per letter, however many there are."""
    tree = {}
    for word in sorted(words - {""}):
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return rf"(?<!{LETTER}){_pattern(tree)}(?!{LETTER})"


def _pattern(node):
    """The regular expression of a tree of letters; `""` marks the end of a word."""
    ends = [
        (BETWEEN if letter == " " else re.escape(letter)) + _pattern(rest) for letter, rest in node.items() if letter
    ]
    if not ends:
        return ""
    joined = ends[0] if len(ends) == 1 and "" not in node else f"(?:{'|'.join(ends)})"
    return joined + "?" if "" in node else joined
