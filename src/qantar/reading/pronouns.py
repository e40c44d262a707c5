"""Words that stand for one person, or for people counted before: "he", "another", "both", "their bodies"."""

from .persons import SINGLES, Person

REFLEXIVES, PRONOUNS, REMAINS = (set(SINGLES[key]) for key in ("reflexives", "pronouns", "remains"))
OTHERS = {("the", "other"), ("a", "second"), ("a", "third"), ("a", "fourth"), ("a", "fifth"), ("a", "sixth")}


def read_pronoun(items, at):
    """The Person of the pronoun at `at`, or None; kinds `another`, `both`, `plural`, `reflexive`, `pronoun`."""
    for reader in (_read_another, _read_both, _read_remains, _read_plural, _read_singular):
        person = reader(items, at)
        if person is not None:
            return person
    return None


def _low(items, at):
    return items[at].low if at < len(items) else ""


def _read_remains(items, at):
    """ "their bodies", "the men's bodies"."""
    owner = _low(items, at) in ("their", "the") or _low(items, at).endswith(("s'", "n's"))
    if owner and _low(items, at + 1) in REMAINS and _low(items, at + 2) != "of":
        return Person(at, at + 2, None, "plural", True)
    return None


def _read_plural(items, at):
    """ "they", "shot them dead", "all were killed", "executed all of them": as many as were counted before."""
    low, after = _low(items, at), items[at + 1] if at + 1 < len(items) else None
    for words in (("all", "of", "them"), ("all", "of", "whom"), ("them", "all")):
        if tuple(item.low for item in items[at : at + len(words)]) == words:
            return Person(at, at + len(words), None, "plural", True)
    object_of_verb = low == "them" and at > 0 and items[at - 1].has("verb")
    subject = low == "all" and after is not None and after.has("be")
    if low in ("they", "themselves") or object_of_verb or subject:
        return Person(at, at + 1, None, "plural", True)
    return None


def _read_singular(items, at):
    low, after = _low(items, at), items[at + 1] if at + 1 < len(items) else None
    if low in REFLEXIVES:
        return Person(at, at + 1, None, "reflexive", True)
    alone = after is None or after.kind == "mark" or after.has("preposition", "function", "subordinator")
    if low in PRONOUNS or (low == "her" and alone):
        return Person(at, at + 1, None, "pronoun", True)
    return None


def _read_both(items, at):
    """ "both of them", "both men", "both were killed": two people named before."""
    if _low(items, at) != "both":
        return None
    after = items[at + 1 : at + 3]
    if len(after) == 2 and after[0].low == "of" and after[1].low in ("them", "whom"):
        return Person(at, at + 3, None, "both", True)
    if after and (after[0].has("aux", "be") or after[0].kind == "mark"):
        return Person(at, at + 1, None, "both", True)
    if after and after[0].has("person") and after[0].low.endswith(("s", "men", "women", "people", "children")):
        return Person(at, at + 2, None, "both", True)
    return None


def _read_another(items, at):
    """ "killed and another wounded when", "injuring the other": somebody else, no noun follows."""
    length = 1 if _low(items, at) == "another" else 2 if (_low(items, at), _low(items, at + 1)) in OTHERS else 0
    after = at + length
    while after < len(items) and items[after].has("transparent") and not items[after].has("verb"):
        after += 1
    if after < len(items) and items[after].has("verb", "outcome", "state"):
        after += 1
    if length and _stands_alone(items, after):
        return Person(at, at + length, None, "another")
    return None


def _stands_alone(items, at):
    if at >= len(items) or items[at].kind == "mark":
        return True
    return items[at].has("aux", "be", "verb", "preposition", "transparent", "state", "subordinator", "function")
