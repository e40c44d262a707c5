"""How far a clause reaches: marks, insertions, conjunctions and relative clauses between a noun and its predicate."""

from .heads import find_head
from .items import any_count
from .neighbours import low_at
from .outcomes import has_outcome
from .wordlists import word_set

LIGHT_MARKS = word_set("grammar", "light_marks")
PAUSES = (",", "…", "–", "—")
PRONOUNS_OF_PARTS = word_set("grammar", "pronouns_of_parts")
PERSONAL_PRONOUNS = word_set("grammar", "personal_pronouns")
NEW_SUBJECTS = word_set("grammar", "new_subjects")
POSSESSED = word_set("grammar", "starts_of_a_second_person")
BRACKET_REACH = 25  # items that a bracket may hold
INSERTION_REACH = 24  # items that an insertion between two commas may hold
LIST_REACH = 12  # items of a list of bodies before its verb
SECOND_PERSON_REACH = 4  # items of "and a bus driver" before its verb


def pass_mark(items, at, coordinated):
    """Where to go on after a mark: behind an insertion, behind a coordinated number, or nowhere (None).

    Args:
        items: the items of the sentence.
        at: the position of the mark.
        coordinated: whether a following ", 12 soldiers" belongs to the same subject.
    """
    mark = items[at].low
    if mark == "(":
        return _after_bracket(items, at)
    if mark in LIGHT_MARKS:
        return at + 1
    if mark not in PAUSES or at + 1 == len(items):
        return None
    if mark == "," and _verb_follows_comma(items, at + 1):
        return at + 1
    counted = _coordinated_count(items, at + 1)
    if counted is None:
        return _after_insertion(items, at) or _after_list(items, at)
    return _after_coordinated(items, counted) if coordinated or _is_part(items, counted) else None


def _after_bracket(items, at):
    for ahead in range(at + 1, min(at + BRACKET_REACH, len(items))):
        if items[ahead].low == ")":
            return ahead + 1
    return at + 1


def _verb_follows_comma(items, at):
    """ "12 men, were killed" goes on, "12 men, killed 3 others" has a new object."""
    if items[at].has("aux", "modal"):
        return True
    return has_outcome(items[at]) and not any_count(items[at + 1 : at + 2])


def _coordinated_count(items, at):
    """The position of the number in ", 12 soldiers" or ", and 12 soldiers"."""
    if items[at].is_count:
        return at
    return at + 1 if items[at].low == "and" and any_count(items[at + 1 : at + 2]) else None


def _after_insertion(items, at):
    """Behind the mark that closes what this one opened, where a verb follows it."""
    for closing in range(at + 1, min(at + INSERTION_REACH, len(items) - 1)):
        if items[closing].low in ("that", "but") or _opens_list(items, closing):
            return None
        after = items[closing + 1]
        if items[closing].low == items[at].low and (after.has("aux", "modal", "negation") or has_outcome(after)):
            return closing + 1
    return None


def _after_list(items, at):
    """Behind ", the Guards and the Basij", where the verb of the whole list follows."""
    is_closed = False
    for ahead in range(at + 1, min(at + LIST_REACH, len(items))):
        item = items[ahead]
        if item.has("aux", "modal"):
            return ahead if is_closed else None
        if item.is_count or item.has("say", "subordinator") or item.low in PERSONAL_PRONOUNS:
            return None
        if item.kind == "mark" and item.low != ",":
            return None
        is_closed |= item.low in ("and", "or")
    return None


def _opens_list(items, at):
    """ ", and 12 soldiers" within an insertion: the sentence has gone on to other people."""
    return items[at].is_count and items[at - 1].low in ("and", ",") and not _is_part(items, at)


def _is_part(items, at):
    """ "71 of them students": an inserted part, whose own predicate is none."""
    return low_at(items, at + 1) == "of" and low_at(items, at + 2) in PRONOUNS_OF_PARTS


def _after_coordinated(items, at):
    """Behind "and 12 soldiers" when a predicate is still to come, else nowhere."""
    head = find_head(items, at)
    return None if head.kind in ("outcome", "case", "none") else head.at


def ends_search(items, at, search):
    """Whether the clause of the counted group ends at this item; a relative pronoun is noted in `search`."""
    item = items[at]
    if _opens_relative(items, at):
        search.relative = True
        return False
    if item.low in ("and", "or") and at + 1 < len(items):
        return _ends_at_conjunction(items, at + 1, search)
    if item.is_count:
        before = items[at - 1]
        return before.low not in ("and", "or", ",", "than") and not before.has("preposition")
    describes = item.low == "as" and items[at - 1].low.endswith("ing")  # "men masquerading as protesters were held"
    is_adverb = item.low == "since" and search.aux and _tells_outcome(items[at + 1 : at + 3])
    if item.has("subordinator") and item.low not in ("including", "among them") and not (describes or is_adverb):
        return True
    return item.low in PERSONAL_PRONOUNS and not search.relative


def _tells_outcome(items):
    """ "five have since been released"; "has since gone to 19" tells none."""
    return any(has_outcome(item) or item.has("state") for item in items)


def _opens_relative(items, at):
    """ "protesters who …", not "said that …" and not ", which …"."""
    if items[at].low not in ("who", "which", "that", "whom") or at == 0:
        return False
    return items[at - 1].kind == "word" and not items[at - 1].has("say")


def _ends_at_conjunction(items, at, search):
    """Whether what stands after "and" or "or" is a new clause."""
    after = items[at]
    if after.is_count:
        return _after_coordinated(items, at) is None or not search.coordinated
    if (has_outcome(after) or after.has("state")) and any_count(items[at + 1 : at + 2]):
        return True  # "killed 12 soldiers and 3 clerks and injured five": the verb has its own object
    if after.low in POSSESSED and _subject_goes_on(items, at + 1):
        return False
    if search.other is not None and after.low in ("the", "a", "an"):
        return False  # a second object of the relative clause; the main verb is still to come
    return after.low in NEW_SUBJECTS and not search.aux


def _subject_goes_on(items, at):
    """ "Two nurses and a driver were killed": a person noun, then the auxiliary."""
    for ahead in range(at, min(at + SECOND_PERSON_REACH, len(items) - 1)):
        if items[ahead].has("person"):
            return items[ahead + 1].has("aux", "be") or has_outcome(items[ahead + 1])
        if items[ahead].kind != "word" or items[ahead].has("aux", "preposition"):
            return False
    return False
