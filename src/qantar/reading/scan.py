"""The first look at a text: which sentences can state an outcome at all. Made from the lexicon, the only list."""

from functools import lru_cache

from .figure import PEOPLE
from .lexicon import general_phrases

# What the rules for short texts read besides the phrases of the lexicon.
MORE = ("toll", "tolls", "remains", "shot", "shots", "shooting", "fatally", "himself", "herself", "themselves")


@lru_cache(maxsize=1)
def outcome_phrases():
    """(single words, {telling word: sets of words}) of the phrases that can state a death, an injury or a detention.

    >>> words, longer = outcome_phrases()
    >>> {"killed", "hospitalised", "shot"} <= words, "house" in words, frozenset({"in", "custody"}) in longer["custody"]
    (True, False, True)
    """
    words, longer = set(MORE), {}
    for phrase, senses in general_phrases().senses.items():
        if not _states_outcome(senses):
            continue
        if len(phrase) == 1:
            words.add(phrase[0])
        else:
            longer.setdefault(max(phrase, key=len), set()).add(frozenset(phrase))
    return frozenset(words), longer


def _states_outcome(senses):
    if any(senses.get(sense) in PEOPLE for sense in ("outcome", "state", "destination")):
        return True
    return any(reading["metric"] in PEOPLE for reading in senses.get("verb", ()))


def states_outcome(sentence):
    """Whether a sentence holds an outcome phrase, its words in whatever order."""
    words, longer = outcome_phrases()
    said = {token.low for token in sentence.tokens}
    if not said.isdisjoint(words):
        return True
    return any(phrase <= said for word in said & longer.keys() for phrase in longer[word])
