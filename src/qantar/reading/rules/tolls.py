"""Tolls and tallies: "the death toll stands at 238", "revised to 337 from 276", "puts its own injured at 121"."""

from ..figure import Context, Reading
from ..items import any_low
from ..numbers import CHANGING
from ..outcomes import LIFE, LOSS, PAST, UNDERGOING, outcome_readings, stage_of
from ..wordlists import word_set

TOLLS = word_set("grammar", "tolls")
LINKS = word_set("grammar", "links_of_a_toll")
TIGHT_LINKS = LINKS - word_set("grammar", "links_that_need_a_toll")
TOLL_ADJECTIVES = word_set("grammar", "adjectives_of_a_toll")
OF_THE_DEAD = ("count", "tally")  # of the dead, in a text that counts them
FRAME_REACH = 20  # words before the number in which its toll may stand
INSERTION_REACH = 8  # words of an insertion between two commas
WORDS_WITHIN = ("than", "including", "since", "during")  # subordinators that leave the toll and its number together


def by_toll(context: Context):
    """A noun of counting to the left, linked to the number, with the outcome named beside it or carried over.

    "The death toll stands at 238", "detentions reached 5,000".
    """
    head = context.head
    if head.is_no_people or head.kind == "outcome" or not _is_linked(context):
        return None
    frame = _frame_of(context)
    toll = next((at for at in frame if _is_toll(context, at)), None)
    outcome = next((at for at in frame if _names_outcome(context, at)), None)
    if outcome is None:
        return Reading("deaths", "toll") if toll is not None and _is_death_toll(context, toll) else None
    if toll is None and not _is_tight(context, outcome):
        return None
    return _read_outcome(context.items[outcome])


def _frame_of(context):
    """Positions before the number, nearest first, up to where another clause begins."""
    frame = []
    for at in range(context.i - 1, max(context.i - 1 - FRAME_REACH, -1), -1):
        if _begins_clause(context, at):
            break
        frame.append(at)
    return frame


def _begins_clause(context, at):
    item = context.items[at]
    if item.low == ",":
        return not _is_parenthesis(context, at)
    if at == context.i - 1:  # "toll: 12", "more than 12"
        return False
    return item.low in (";", ":") or (item.has("subordinator") and item.low not in WORDS_WITHIN)


def _is_parenthesis(context, at):
    """A comma that closes an insertion, or the one that opens it, within the frame."""
    before = context.items[max(at - INSERTION_REACH, 0) : at]
    after = context.items[at + 1 : min(context.i, at + 1 + INSERTION_REACH)]
    return any_low(before, (",",)) or any_low(after, (",",))


def _is_toll(context, at):
    return context.low(at) in TOLLS or context.low(at).endswith("toll")


def _names_outcome(context, at):
    """An outcome noun, or a participle of counted people: "the number of those killed", "people held since Friday"."""
    item, before = context.items[at], context.low(at - 1)
    if item.low in LIFE:  # "the toll is 12 lives", "life is one long struggle"
        return any_low(context.items[: context.i], LOSS)
    if item.low == "victims" and before == "of" and context.low(at - 2) in TOLLS:
        return True
    if item.has("case") and (before == "of" or at == 0 or context.items[at - 1].has("function")):
        return True
    if item.has("outcome") and (not item.has("person") or before in ("of", "its", "their", "the")):
        return True
    if item.has("person") or not outcome_readings(item, ("patient",), PAST):
        return False
    return before in ("those", "people", "persons", "of", "the") or context.items[at - 1].has("person")


def _is_death_toll(context, at):
    """A toll without a noun is that of the dead; so is "the previous official count" in a text that counts dead."""
    if context.low(at).endswith("toll"):
        return True
    if context.low(at) not in OF_THE_DEAD or context.low(at - 1) not in TOLL_ADJECTIVES:
        return False
    return context.frame.subject == "deaths" or any(figure.metric == "deaths" for figure in context.figures)


def _read_outcome(outcome):
    if outcome.has("case"):
        return Reading(outcome.senses["case"], "toll_of", stage="opened", unit="cases")
    readings = outcome_readings(outcome, UNDERGOING, PAST)
    metric = outcome.senses.get("outcome") or (readings[0]["metric"] if readings else "deaths")
    return Reading(metric, "toll_of", stage=stage_of(readings[0]["lemma"] if readings else outcome.low))


def _is_linked(context):
    """A verb, preposition or mark that ties the number to a noun of counting, or that noun itself."""
    at = context.i - 1
    while at >= 0 and (context.items[at].has("transparent") or context.low(at) in ("some", "up", "just")):
        at -= 1
    link = context.low(at)
    if link in LINKS or link in (":", "–", "—", "(") or _is_toll(context, at):
        return True
    apposed = link == "," and context.low(at - 1) in TOLLS  # "the previous count, 164,"
    return apposed and context.low_after() in (",", ".", ";", ")")


def _is_tight(context, at):
    """ "puts its own injured at 121", "detentions reached 5,000": outcome noun, link, number, with nothing between."""
    between = context.items[at + 1 : context.i]
    if not any_low(between, TIGHT_LINKS):
        return False
    if all(item.has("transparent", "aux", "be") or item.low in LINKS for item in between):
        return True
    last = next((item.low for item in reversed(between) if not item.has("transparent")), "")
    return last in ("at", "to") and all(_is_setting(item) for item in between)


def _is_setting(item):
    """A place, a date, a name or a verb of change between a noun of outcome and its number."""
    if item.kind == "num" or item.is_capitalised or item.low in LINKS or item.low in CHANGING:
        return True
    return item.has("preposition", "place", "country", "be", "aux")
