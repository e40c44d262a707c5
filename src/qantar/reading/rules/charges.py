"""The charge that a number of cases concerns: "for terrorism", "44 mass riots", "theft – 343"."""

from ..items import any_count, any_has
from ..wordlists import load_file

NOUN_CHARGES = load_file("grammar")["charges_in_nouns"]
LABEL_MARKS = ("–", "—", ":", "-")
CHARGE_AFTER = 11  # words after the number in which its charge may stand
CHARGE_BEFORE = 9  # the same before it
LABEL_BEFORE = 2  # the same before the mark of a label
BRACKET_REACH = 10  # words of a bracket between a charge and its number
LIST_REACH = 3  # words after a comma in which the list of charges goes on


def charge_of(context):
    """The charge of the cases that a number counts; "" where none is named.

    The noun phrase is asked first ("171 murder dockets"), then a label ("theft – 343"), then what follows and what
    precedes the number.
    """
    labelled = charge_before(context) if is_labelled(context) else ""
    if context.low_before() == "(":
        return labelled  # what follows is the next member of the list
    return _charge_in_noun_phrase(context) or labelled or _charge_after(context) or charge_before(context)


def is_labelled(context):
    """Whether a dash or colon stands before the number."""
    is_bracketed = context.low_before() == "(" and context.low_after() == ")"  # "terrorism (22), murder (nine)"
    return is_bracketed or context.low_before() in LABEL_MARKS


def _charge_in_noun_phrase(context):
    head = context.head
    for item in head.modifiers:
        if item.has("charge"):
            return item.senses["charge"]
    if head.kind == "case" and head.senses.get("charge"):
        return head.senses["charge"]
    return next((charge for word, charge in NOUN_CHARGES.items() if word in head.noun), "")


def _charge_after(context):
    for at in range(context.i + 1, min(context.i + 1 + CHARGE_AFTER, len(context.items))):
        item = context.items[at]
        if item.has("charge"):
            is_label = context.low(at + 1) == "(" and any_count(context.items[at + 2 : at + 3])
            return "" if is_label else item.senses["charge"]  # "125 inquiries, among them terrorism (22)"
        if item.is_count or item.low in (";", ".", ":") or _ends_list(context, at):
            return ""
    return ""


def _ends_list(context, at):
    """A comma after which no further charge follows; right after the noun it only opens an insertion."""
    if context.low(at) != "," or at <= context.i + 2:
        return False
    return not any_has(context.items[at + 1 : at + 1 + LIST_REACH], "charge")


def _before_bracket(context):
    """The position before the mark of a label, and before a bracket there: "terrorism (art. 255): 46"."""
    if context.low_before() == ":" and context.low_before(2) == ")":
        opening = (
            at for at in range(context.i - 3, max(context.i - 3 - BRACKET_REACH, -1), -1) if context.low(at) == "("
        )
        return next(opening, context.i) - 1
    return context.i - 1


def charge_before(context):
    """ "Criminal proceedings for mass riots have been opened in 17 cases", "illegal turnover of arms – 343"."""
    labelled = is_labelled(context)
    reach = LABEL_BEFORE if labelled else CHARGE_BEFORE
    last = _before_bracket(context) if labelled else context.i - 1
    for at in range(last, max(last - reach, -1), -1):
        item = context.items[at]
        if item.has("charge") and (labelled or context.low(at - 1) in ("for", "over", "on", "of")):
            return item.senses["charge"]
        if item.is_count or item.low in (",", ";", "."):
            return ""
    return ""
