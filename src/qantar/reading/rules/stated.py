"""Signs that a bare number is a figure: a verb of stating, a noun of counting, a place, a pause."""

from ..items import any_low
from ..wordlists import word_set

COUNTING = word_set("grammar", "nouns_of_counting")
SUPERLATIVES = word_set("grammar", "superlatives_of_a_figure")
STANDING = word_set("grammar", "verbs_of_standing_at")
TOTALS = word_set("grammar", "totals_before_a_number")
PASSING_WORDS = ("outset", "true", "own", "real", "office")
PASSING_SENSES = (
    *("transparent", "preposition", "function", "aux", "state"),
    *("alliance", "country", "place", "weekday", "month"),
)
SUBJECTS_OF_BE = word_set("grammar", "subjects_of_a_figure")
CLAUSE_ENDS = word_set("grammar", "ends_of_a_number_alone")
OPENING_WORDS = word_set("grammar", "words_before_a_number_alone")
OPENING_SENSES = ("function", "transparent", "aux", "be", "preposition")
DASHES = ("–", "—", "-")
BEARERS = ("her", "his", "its", "their", "our")  # "eight by her information"
STATING_REACH = 6  # words between a verb of stating and the number
OPENING_REACH = 4  # words before a number that stands alone
PLACE_REACH = 3  # words between "in" and a place


def is_stated(context):
    """Whether a verb of stating, a noun of counting or a link stands just before the number.

    "conceded 46", "put it at 2,030", "the latest, 51", "eight by her information".
    """
    if context.low_before() == "," and context.low_before(2) in SUPERLATIVES:
        return True
    if not TOTALS.isdisjoint(context.number.words_before):
        return True
    if context.low(context.i + 1) == "by" and context.low(context.i + 2) in BEARERS:
        return True
    return _is_bracketed_place(context) or _is_total_of_be(context) or _is_governed_by_stating(context)


def _is_bracketed_place(context):
    """ "Dead: Almaty (19), Taraz (12)"."""
    if (context.low_before(), context.low_after()) != ("(", ")") or context.i < 2:
        return False
    return _is_place(context.items[context.i - 2])


def _is_total_of_be(context):
    """ "the number, she said, is 46"."""
    at = context.i - 1
    while at > 0 and context.items[at].has("transparent") and not context.items[at].has("be"):
        at -= 1  # "is therefore 70"
    return at > 0 and context.items[at].has("be") and any_low(context.items[: context.i], COUNTING)


def _is_governed_by_stating(context):
    """A word of stating to the left, with nothing but light words between."""
    for at in range(context.i - 1, max(context.i - 1 - STATING_REACH, -1), -1):
        item = context.items[at]
        if _is_stating(context, at):
            return True
        if item.is_count or not (item.has(*PASSING_SENSES) or item.low in PASSING_WORDS):
            return False
    return False


def _is_stating(context, at):
    item = context.items[at]
    if item.low in COUNTING or item.low in STANDING or item.low == ":":
        return True
    if item.has("say", "statement") and not item.has("preposition"):
        return True
    if item.low in DASHES:
        return at == context.i - 1
    if item.low == "at" and at > 0 and context.items[at - 1].has("be"):
        return True  # "their list is at 194"
    return item.has("be") and context.low(at - 1) in SUBJECTS_OF_BE


def is_counted_in_noun(context):
    """Whether the noun of counting decides: "rejecting a figure of at least 108 given by a doctors' committee"."""
    return context.low_before() == "of" and context.low_before(2) in COUNTING


def stands_alone(context):
    """Whether the number is most of its clause: "Then 61, …", "It is now 4,404.", "At 227, two months ago"."""
    if context.i > OPENING_REACH or not all(_is_opening(item) for item in context.items[: context.i]):
        return False
    return context.low_after() in CLAUSE_ENDS


def _is_opening(item):
    return item.has(*OPENING_SENSES) or item.low in OPENING_WORDS


def has_place_after(context):
    """Whether the number is that of a place: "139 in Almaty"."""
    if context.low_after() not in ("in", "for", "at", "from"):
        return False
    return any(_is_place(item) for item in context.after(PLACE_REACH + 1)[1:])


def _is_place(item):
    return item.has("place") or (item.is_capitalised and not item.has("month", "weekday"))
