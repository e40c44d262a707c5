"""Parts of the figure before: "three of them", "of whom 19", "including 19 officers", "Of the 238, six died"."""

from itertools import islice, pairwise

from ..figure import CASES, Context, Reading, carry_on
from ..items import any_count, any_low
from ..outcomes import stage_of
from ..wordlists import word_set
from .contributors import are_foreign_troops, country_near

INCLUDING = word_set("grammar", "words_before_a_part")
FRACTIONS = word_set("grammar", "nouns_of_a_share")
THOSE = ("them", "these", "those")
SHARING = ("contributing", "contributed", "contributes", "supplying", "supplied")
THE_FALLEN = ("victims", "dead", "casualties", "fallen")
VICTIMS = ("victims", "casualties", "fallen")
OPENERS = ("of", "among", "out of", "from")
NO_PART = ("thing", "unit", "case", "weak_case", "outcome")  # kinds of heads that say themselves what is counted
PEOPLE_HEADS = ("person", "unknown", "demonym")
WORDS_BEFORE = 3  # words before the number that may mark a part
OPENING_REACH = 10  # words between "of whom" and the number
AMONG_REACH = 6  # words after the noun in which "among their number" may stand
FIRST_PLACES = 2  # positions of a total that opens its sentence: "Of the 238"
OPENING_PLACES = 3  # positions of a part right after "Of these"


def by_part(context: Context):
    """A part of the figure before, where it has no metric of its own.

    "three of them", "of whom 19", "including 19 officers".
    """
    head = context.head
    if (context.is_none and context.predicate.kind == "general") or head.kind in NO_PART:
        return None
    if are_foreign_troops(context):
        return None  # "There are foreign soldiers. Of them 2,030 are Russians" is no part of the dead before
    if head.partitive and head.noun in VICTIMS:
        return _read_victims(context)
    if not find_part_marker(context):
        return None
    if context.item.low == "one" and head.kind == "pronoun" and context.predicate.kind == "general":
        return Reading(None, "introduction", reason="introduces a person")
    noun = _noun_of_pronoun(context)
    if noun is not None:
        return Reading(noun.senses.get("case") or "criminal_cases", "part_of_noun", stage="opened", unit="cases")
    outcome = _outcome_of_pronoun(context)
    if outcome is not None:
        return Reading(outcome.senses["outcome"], "part_of_noun", stage=stage_of(outcome.low))
    parent = find_parent(context)
    if parent is None or (head.kind in PEOPLE_HEADS and parent.metric in CASES):
        return None  # people are no part of cases
    if parent.number.style == "zero" and not context.is_none:
        return None  # "Nobody was hurt. Parents were told and 27 of them came"
    return _carry_on(context, parent)


def _carry_on(context, total):
    """What the total counts; a part of a force has a country of its own: "630 soldiers, including 150 from Nigeria"."""
    reading = carry_on(total, "part", parent=total)
    if total.metric == "troop_contingents":
        reading.detail = country_near(context) or reading.detail
    return reading


def _read_victims(context):
    """ "Twenty-two of the victims had not turned 18": of the dead or hurt last counted, else of the text's subject."""
    parent = find_parent(context)
    if parent is not None and parent.metric in ("deaths", "injuries"):
        return carry_on(parent, "part", parent=parent)
    return Reading("deaths", "part_of_subject") if context.frame.subject == "deaths" else None


def find_part_marker(context):
    """The words that make the number a part: "of them", "including", "among them", "of whom", …; "" if there are none.

    Args:
        context: the Context of the number.
    """
    if context.head.kind == "pronoun":
        return "" if context.head.addresses else "of them"
    if context.low_before() in ("being", "whereof"):
        return "being"
    if _is_among_after(context):
        return "among them"
    words = _words_before(context)
    return _marker_before(context, words) or _marker_of_opening(context, words)


def _is_among_after(context):
    """ "14 citizens of neighbouring states among their number"."""
    after = [item.low for item in context.after(AMONG_REACH)]
    if not any(word.startswith("among") for word in after):
        return False
    pairs = pairwise(after)
    in_two_words = any(first in ("among", "amongst") and second in (*THOSE, "their") for first, second in pairs)
    return in_two_words or "among them" in after[: AMONG_REACH - 1]


def _marker_before(context, words):
    """The marker among the three words before the number: "including", "of whom", "the majority"."""
    first, second, third = words
    if first in ("include", "includes", "included") or (first == "of" and second == "inclusive"):
        return "including"
    if first in INCLUDING:
        return first
    if first in ("whom", "which", "them") and second in ("of", "among", "from", "including", "with"):
        return "of whom"
    if first == "," and second in ("whom", *THOSE) and third in ("of", "among"):
        return "of whom"
    if first in SHARING or (first == "for" and second.startswith("account")):
        return "accounting for"
    if first == "numbering" or (first == "," and second in FRACTIONS):
        return "numbering"
    if first == "with" and context.number.is_definite and context.predicate.lemma == "include":
        return "including"
    return ""


def _marker_of_opening(context, words):
    """The marker further to the left: "of whom, it was careful to add, 19", "Of the 238 on the list, six"."""
    if _is_opened_by_of_whom(context):
        return "of whom"
    first, second, _ = words
    if second == "including" or (first in THOSE and second in ("of", "among", "from")):
        return "including"
    return _marker_of_total(context)


def _words_before(context):
    """The three words before the number that are no auxiliary or adverb."""
    before = (item.low for item in reversed(context.items[: context.i]) if not _is_light(item))
    words = list(islice(before, WORDS_BEFORE))
    return words + [""] * (WORDS_BEFORE - len(words))


def _is_light(item):
    return item.has("aux", "be", "transparent") or item.low == "there"


def _is_opened_by_of_whom(context):
    """ "61, of whom, it was careful to add, three were soldiers"; "of which in Almaty 2,616"; "among the dead two"."""
    window = context.before(OPENING_REACH)
    for at in range(len(window) - 1):
        if _says_of_whom(window, at) and _leads_to_number(window[at + 2 :]):
            return True
        if window[at].low == "among" and any_low(window[at + 1 : at + 3], THE_FALLEN):
            return not any_count(window[at:])
    return False


def _says_of_whom(items, at):
    return items[at].low in ("of", "out of", "among", "between", "from") and items[at + 1].low in (
        "whom",
        "which",
        *THOSE,
    )


def _leads_to_number(items):
    """Nothing but an insertion between commas, or places, stands between "of whom" and the number."""
    inserted = bool(items) and items[0].low == "," and items[-1].low == ","
    return inserted or all(_is_place_or_light(item) for item in items)


def _is_place_or_light(item):
    return item.is_capitalised or item.has("place", "preposition", "country", "aux", "be", "transparent")


def _marker_of_total(context):
    """ "Of the 238 on the list, six died", "Of these, six were children": the sentence opens with the total."""
    earlier = [figure for figure in context.in_sentence() if figure.metric]
    if earlier:
        return "of the total" if _opens_with_total(context, earlier[-1]) else ""
    if context.low(0) not in ("of", "among", "from") or context.low(1) not in (*THOSE, "this"):
        return ""
    is_part = context.i <= OPENING_PLACES or any_low(context.items[1 : context.i], (",",))
    return "of these" if is_part else ""


def _opens_with_total(context, total):
    """ "Of the 238 on the list, six", "And of 238, six"."""
    opened = context.low(0) in OPENERS or (context.low(0) == "and" and context.low(1) == "of")
    between = context.items[total.index + 1 : context.i]
    return opened and total.index <= FIRST_PLACES and any_low(between, (",",)) and not any_count(between)


def find_parent(context):
    """The total that a part belongs to: the nearest earlier figure; None where there is none near.

    Args:
        context: the Context of the part.
    """
    return context.last(paragraphs=1, sentences=2)


def _outcome_of_pronoun(context):
    """ "The dead there were herders, six of them from one family": the outcome that opens the number's own sentence."""
    if context.head.kind != "pronoun" or context.in_sentence():
        return None
    named = (at for at in range(1, context.i) if context.items[at].has("outcome"))
    return next((context.items[at] for at in named if context.low(at - 1) in ("the", "these", "their")), None)


def _noun_of_pronoun(context):
    """ "reported on police files alone: 4,623 of them": the pronoun stands for cases named since the last figure."""
    if context.head.kind != "pronoun" or context.in_sentence():
        return None
    last = context.last(paragraphs=1, sentences=3)
    if last is not None and last.sentence is context.sentence:
        return None
    for row in (context.items[: context.i], context.previous):
        for item in reversed(row):
            if item.is_count or (item.has("person", "outcome") and not item.has("office")):
                return None
            if item.has("case", "weak_case") and item.low.endswith(("s", "proceedings")):
                return item
    return None
