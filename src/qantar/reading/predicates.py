"""What is said of a counted group: the first predicate after it, past insertions, brackets and other members."""

from .clauses import ends_search, pass_mark
from .items import any_has, any_low
from .readings import TAKING, read_predicate_at
from .search import NONE, Predicate, Search

DESTINATION_REACH = 3  # words between the counted noun and where its people were taken
MOVER_REACH = 9  # words between the verb of taking and the destination
LETTING_REACH = 6  # words between "let" and "go"
LETTING = ("let", "lets", "letting", "set", "sets")
LET_GO = ("go", "out", "free", "loose")


def find_predicate(items, at, coordinated=True):
    """The first predicate of the group whose noun ends before position `at`.

    Prepositional phrases, insertions between commas, brackets and coordinated numbers are passed over; a subordinate
    clause, a semicolon or a new subject end the search.

    Args:
        items: the items of the sentence.
        at: the position after the counted noun.
        coordinated: whether a following "and 12 soldiers" belongs to the same subject; if not, it ends the search.

    Returns:
        a Predicate; its kind is `none` where nothing is said of the group.

    >>> from .text import read_sentences; from .items import Row; from .lexicon import general_phrases
    >>> text = "Forty men, most of them miners, were on Friday arrested and two nurses died."
    >>> items = Row(next(read_sentences(text)), general_phrases()).items
    >>> predicate = find_predicate(items, 2)
    >>> predicate.kind, predicate.metric, predicate.lemma
    ('outcome', 'detentions', 'arrest')
    """
    destination = _destination(items, at)
    if destination:
        return destination
    search = Search(coordinated=coordinated)
    while at is not None and at < len(items):
        if items[at].kind == "mark" or items[at].low == "(":
            at = pass_mark(items, at, coordinated)
            continue
        found = read_predicate_at(items, at, search)
        if found:
            found.future = search.future
            return found
        at = None if ends_search(items, at, search) else at + 1
    return search.other or NONE


def _is_moved(before, destination):
    """Whether a verb of moving stands before a destination; whom police take "from their homes" is not evacuated."""
    if destination.low.startswith("from "):
        return any_low(before, TAKING) and any(map(_is_officer, before))
    return any_has(before, "mover")


def _is_officer(item):
    return item.senses.get("person") == "security_forces" or item.senses.get("office") == "police"


def _destination(items, at):
    """ "taken 46 people into custody", "sent four to the emergency room": where the counted were taken."""
    if [item.low for item in items[at : at + 2]] == ["to", "death"]:
        return Predicate("outcome", at, "deaths", "to death")
    if any_low(items[at : at + 1], LET_GO) and any_low(items[max(at - LETTING_REACH, 0) : at], LETTING):
        return Predicate("outcome", at, "detentions", "release")
    for ahead in range(at, min(at + DESTINATION_REACH, len(items))):
        item = items[ahead]
        if item.has("destination"):
            moved = _is_moved(items[max(ahead - MOVER_REACH, 0) : ahead], item)
            return Predicate("outcome", ahead, item.senses["destination"], item.low) if moved else None
        if not (item.has("transparent", "person") or item.low == "-"):
            return None
    return None
