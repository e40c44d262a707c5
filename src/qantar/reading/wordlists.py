"""The word lists of the lexicon (`qantar/lexicon/*.yml`), as they stand in the files."""

import re
from functools import cache
from importlib.resources import files

import yaml

from .text import tokenise


@cache
def load_file(name):
    """The content of one lexicon file.

    >>> load_file("numbers")["dozens"]["score"]
    20
    """
    text = files("qantar.lexicon").joinpath(f"{name}.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def word_set(name, *keys):
    """The words of one or more lists of a lexicon file, as a set.

    >>> sorted(word_set("distractors", "parts_of_day"))
    ['afternoon', 'evening', 'morning']
    """
    return frozenset(word for key in keys for word in load_file(name)[key])


@cache
def _nouns_of_things():
    return frozenset(load_file("nouns")["no_people"].split())


def names_no_people(noun):
    """Whether a common noun in small letters, in either number, names a thing, an animal, an act or an idea.

    >>> [names_no_people(noun) for noun in ("penalties", "lettuces", "vintners", "boxers", "Lettuces")]
    [True, True, False, False, False]
    """
    stems = (noun, noun.removesuffix("s"), noun.removesuffix("es"), noun.removesuffix("ies") + "y")
    return not _nouns_of_things().isdisjoint(stems)


def words_of(phrase):
    """The phrase as a tuple of lower-case tokens, the unit of matching.

    >>> words_of("Prosecutor-General's office")
    ('prosecutor', '-', "general's", 'office')
    """
    return tuple(token.low for token in tokenise(phrase, 0, len(phrase)))


def any_of(phrases):
    """A regular expression for any of the phrases, as whole words; one that ends in `*` may go on.

    >>> bool(re.search(any_of(["false claim*"]), "two false claims")), bool(re.search(any_of(["raise"]), "raised"))
    (True, False)
    """
    pieces = (re.escape(p[:-1]) if p.endswith("*") else re.escape(p) + r"\b" for p in phrases)
    return rf"\b(?:{'|'.join(pieces)})"


def tree_of(phrases, between=" "):
    """A regular expression for the longest of the phrases, one step a letter, however many phrases there are.

    Args:
        phrases: words and phrases in small letters.
        between: the regular expression for the space between the words of a phrase.

    >>> re.match(tree_of(["shot", "shot dead", "shoot"]), "shot dead").group()
    'shot dead'
    """
    tree = {}
    for phrase in phrases:
        node = tree
        for letter in phrase:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _expression(tree, between)


def _expression(node, between):
    """The regular expression of a tree of letters; `""` marks the end of a phrase."""
    ends = [
        (between if letter == " " else re.escape(letter)) + _expression(rest, between)
        for letter, rest in node.items()
        if letter
    ]
    if not ends:
        return ""
    joined = ends[0] if len(ends) == 1 and "" not in node else f"(?:{'|'.join(ends)})"
    return joined + "?" if "" in node else joined
