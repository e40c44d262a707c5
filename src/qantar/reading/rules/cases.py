"""Criminal and administrative cases: by their noun, by the verb of a court, by the charge that a bare number names."""

from ..figure import CASES, Context, Reading
from ..items import any_has, any_low
from ..wordlists import word_set
from .charges import charge_before, charge_of, is_labelled

OTHER_PROCEEDINGS = word_set("grammar", "other_proceedings")
CHARGE_LINKS = word_set("grammar", "links_to_a_charge")
ADJECTIVES = ("criminal", "administrative")  # of cases, also where no noun follows: "400 administrative ones"
COURTS = ("court", "courts", "judges", "judge")
CASE_VERB_REACH = 5  # words between a bare number and what became of the cases
INVERTED_REACH = 3  # words before a bare number among which its verb stands
STAGE_AFTER = 40  # words after the noun in which a verb may tell the stage
STAGE_BEFORE = 11  # the same before the number
CASES_WINDOW = 14  # earlier figures among which cases make "files" legal


def by_case_noun(context: Context):
    """ "546 criminal cases", "171 murder dockets", "57 processes for sabotage", "4,623 files"."""
    head = context.head
    adjective = context.low(context.i + 1)
    gapped = head.kind == "none" or head.noun in ("ones", adjective)
    if adjective in ADJECTIVES and gapped:
        return _read_cases(context, f"{adjective}_cases", "case_adjective")
    if head.kind == "case":
        return _read_cases(context, head.senses["case"], "case_noun")
    if head.kind == "weak_case" and _is_legal(context):
        metric = "administrative_cases" if _speaks_of_administrative(context) else "criminal_cases"
        return _read_cases(context, metric, "case_noun_in_legal_context")
    return None


def _read_cases(context, metric, rule):
    return Reading(metric, rule, stage=stage_of_case(context), detail=charge_of(context), unit="cases")


def _speaks_of_administrative(context):
    """ "Protocols of administrative violations were drawn up in respect of 1,300 cases"."""
    adjectives = [item.low for item in context.head.modifiers]
    if "administrative" in adjectives:
        return True
    before = [item.low for item in context.items[: context.i]]
    criminal = "criminal" in adjectives or any("criminal" in word for word in before)
    return any("administrative" in word for word in before) and not criminal and not context.in_sentence()


def _is_legal(context):
    """A legal word among the modifiers or in the sentence, a charge after the noun, or cases just before."""
    if _is_other_proceeding(context) or _is_setting(context):
        return False
    if any_has(context.head.modifiers, "legal", "charge") or _follows_cases(context):
        return True
    if context.low_after() == "against" or _names_prosecution(context):
        return True
    noun = context.items[context.head.at - 1]
    return charge_of(context) != "" or any_has([i for i in context.items if i is not noun], "legal", "case_verb")


def _is_other_proceeding(context):
    """ "disciplinary cases", "confirmed cases", "land cases"."""
    return any(item.has("thing") or item.low in OTHER_PROCEEDINGS for item in context.head.modifiers)


def _is_setting(context):
    """ "In 40 cases doctors were absent": occasions, not cases that were opened."""
    if context.low_before() != "in" or context.predicate.kind != "none":
        return False
    if context.i > 1 and context.items[context.i - 2].has("legal", "charge", "case_verb"):
        return False  # "indictments in 2,432 cases"
    return not (any_has(context.items, "case") or any_low(context.items, ("opened", "launched")))


def _follows_cases(context):
    recent = context.figures[-CASES_WINDOW:]
    return any(figure.metric in CASES and context.paragraphs_since(figure) <= 1 for figure in recent)


def _names_prosecution(context):
    offices = ("prosecutor", "interior_ministry", "police")
    return any(item.senses.get("office") in offices for item in context.items)


def by_case_verb(context: Context):
    """ "203 criminal cases, and sent just two to court. 115 were closed." A bare number of cases."""
    if context.is_none or not context.head.is_bare:
        return None
    last = context.last(paragraphs=1, sentences=2)
    if last is None or last.metric not in CASES:
        return None
    stage = _stage_before(context)
    if stage:
        return Reading(last.metric, "case_verb", stage=stage, unit="cases", parent=last)
    verb = next((item for item in context.after(CASE_VERB_REACH) if not _precedes_case_verb(item)), None)
    if verb is None:
        return None
    if _is_case_verb(verb):
        stage = verb.senses.get("case_verb", "in_court")
        return Reading(last.metric, "case_verb", stage=stage, detail=charge_of(context), unit="cases", parent=last)
    if verb.low in COURTS:
        return Reading(last.metric, "case_verb", stage="in_court", unit="cases", parent=last)
    return None


def _stage_before(context):
    """ "it had closed two", "Terminated are seven", "To the courts are directed 241": the verb stands before."""
    if context.head.kind != "none" or not context.i:
        return ""
    opens = context.low(0) == "to" and not context.in_sentence()
    if opens and any_low(context.items[: min(context.i, INVERTED_REACH)], COURTS):
        return "in_court"
    before = [item for item in context.before(INVERTED_REACH) if not item.has("be", "aux", "transparent")]
    stage = before[-1].senses.get("case_verb", "") if before else ""
    is_inverted = len(before) < min(context.i, INVERTED_REACH) or context.i == 1
    return stage if stage == "closed" or (is_inverted and stage) else ""


def _is_case_verb(item):
    return item.has("case_verb") or item.low in ("to court", "trial")


def _precedes_case_verb(item):
    return not _is_case_verb(item) and (item.low == "to" or item.has("aux", "be", "transparent"))


def _has_own_noun(head):
    """A noun of people, outcomes or cases counts itself; "15 homicide" after cases is a charge."""
    return head.kind in ("person", "case") or (head.kind == "outcome" and "charge" not in head.senses)


def by_charge(context: Context):
    """ "44 concern terrorism, 34 mass riots and 15 homicide": bare numbers between cases and their charges."""
    if _has_own_noun(context.head):
        return None
    earlier = context.in_sentence()
    previous = earlier[-1] if earlier else context.last(paragraphs=1)
    if previous is None or previous.metric not in CASES:
        return None
    labelled = is_labelled(context) and charge_before(context)
    if previous.sentence is not context.sentence and not labelled and not _opens_charge(context):
        return None
    charge = charge_of(context)
    if not charge:
        return None
    total = previous.parent if previous.detail else previous
    stage = previous.stage
    return Reading(previous.metric, "charge_of_cases", stage=stage, detail=charge, unit="cases", parent=total)


def _opens_charge(context):
    """In a sentence after the total the charge must follow at once: "44 concern terrorism", "46 on terrorism"."""
    for at in range(context.i + 1, len(context.items)):
        item = context.items[at]
        if not item.has("case_verb", "preposition", "be", "transparent") and item.low not in CHARGE_LINKS:
            return item.has("charge") and context.low(at + 1) != "-"
    return False


def stage_of_case(context):
    """The stage that the nearest case verb says; cases are `opened` where none says more."""
    for row in (context.after(STAGE_AFTER), reversed(context.before(STAGE_BEFORE))):
        for item in row:
            if item.is_count or item.low == ";":
                break
            if item.has("case_verb") and not item.has("preposition"):
                return item.senses["case_verb"]
    return "opened"
