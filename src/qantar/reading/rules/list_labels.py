"""Figures of lists and bulletins: a label, a mark, the number."""

from ..figure import Context, Reading
from ..items import any_has
from ..outcomes import LIFE, PAST, UNDERGOING, outcome_readings, stage_of
from .contributors import state_labelled

MARKS = (":", "–", "—", "-", "=")
LABEL_REACH = 6  # words of a label, its mark among them
VERB_REACH = 3  # words between the verb of a label and the number


def by_list_label(context: Context):
    """ "deceased: 20", "wounded – 57", "persons detained: 203": a label, a mark, the number."""
    if _is_labelled_by_comma(context):
        return _read_noun_label(context.items[context.i - 2 : context.i - 1])
    if context.low_before() not in MARKS or context.head.is_no_people or context.head.kind == "outcome":
        return None
    label = _label_of(context)
    has_own_words = context.head.kind == "person" and context.predicate.kind == "outcome"
    is_named = has_own_words or state_labelled(context)
    other = None if is_named else _other_subject(context, label)  # "a statement: five people shot dead"
    if other is not None:
        return Reading(None, "list_label", reason=f"label {other.low}")
    return _read_noun_label(label) or _read_verb_label(context, _group_of(label))


def _is_labelled_by_comma(context):
    """ "dead, 227; injured, 4,578": a label alone between a mark and a comma."""
    opens = context.low_before(3) in ("", ":", ";", ",")
    is_closed = context.head.kind == "none" and context.low_after() in (";", ".", "")
    return context.low_before() == "," and opens and is_closed and context.i > 1


def _label_of(context):
    """The words between the mark before the number and the mark before them."""
    label = context.before(LABEL_REACH)[:-1]
    marks = [at for at, item in enumerate(label) if item.kind != "word"]
    label = label[marks[-1] + 1 :] if marks else label
    place = next((at for at, item in enumerate(label) if item.low in ("in", "at", "across")), len(label))
    return label[:place] if any_has(label[:place], "outcome", "case") else label  # "Criminal cases in the region: 128"


def _other_subject(context, label):
    """The word that makes a label one of something else: a thing, or words that the lexicon lacks."""
    for item in label:
        if item.senses.get("thing", ("matter",))[0] != "matter" and not item.has("person"):
            return item
    is_phrase = context.low_before() == ":" and len(label) >= 2 and not label[0].has("preposition", "function")
    is_unknown = all(not item.senses and item.text[:1].islower() for item in label[1:])
    return label[-1] if is_phrase and is_unknown else None


def _group_of(label):
    """The group of people that a label names: "soldiers wounded: 12"."""
    return next((item.senses["person"] for item in label if item.senses.get("person", "all") != "all"), "")


def _read_noun_label(label):
    group = _group_of(label)
    for item in label:
        if item.has("case"):
            return Reading(item.senses["case"], "list_label", stage="opened", unit="cases")
        if item.has("outcome") and item.low not in LIFE:  # "encroachment on the life of an employee" is a charge
            is_same_word = item.senses.get("person") == group
            return Reading(
                item.senses["outcome"], "list_label", stage=stage_of(item.low), group="" if is_same_word else group
            )
    return None


def _read_verb_label(context, group):
    """ "Killed so far: 12": a participle close to the number."""
    for steps in range(2, min(LABEL_REACH, context.i) + 1):
        item = context.items[context.i - steps]
        readings = outcome_readings(item, UNDERGOING, PAST)
        if readings and steps <= VERB_REACH:
            stage = stage_of(readings[0]["lemma"])
            return Reading(readings[0]["metric"], "list_label", stage=stage, group=group)
        if item.has("case") or item.kind != "word":
            return None
    return None
