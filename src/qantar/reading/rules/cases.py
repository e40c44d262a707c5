"""Criminal and administrative cases, with the charge that they concern and the stage they have reached."""

from ..figure import CASES, Context, Reading

LEGAL_REACH = 40


def by_case_noun(context: Context):
    """ "546 criminal cases", "171 murder dockets", "57 processes for sabotage", "4,623 files"."""
    head = context.head
    gapped = context.low(context.i + 1)
    if gapped in ("criminal", "administrative") and (head.kind == "none" or head.text.lower() in ("ones", gapped)):
        return Reading(
            f"{gapped}_cases", "case_adjective", stage=stage_of_case(context), detail=charge_of(context), unit="cases"
        )
    if head.kind == "case":
        return Reading(
            head.senses["case"], "case_noun", stage=stage_of_case(context), detail=charge_of(context), unit="cases"
        )
    if head.kind != "weak_case" or not _is_legal(context):
        return None
    administrative = any(m.low == "administrative" for m in head.modifiers) or _speaks_of_administrative(context)
    metric = "administrative_cases" if administrative else "criminal_cases"
    return Reading(
        metric, "case_noun_in_legal_context", stage=stage_of_case(context), detail=charge_of(context), unit="cases"
    )


def _speaks_of_administrative(context):
    """ "Protocols of administrative violations were drawn up in respect of 1,300 cases"."""
    before = [item.low for item in context.items[: context.i]]
    return (
        any("administrative" in word for word in before)
        and not any("criminal" in word for word in before)
        and not context.in_sentence()
        and not any(m.low == "criminal" for m in context.head.modifiers)
    )


def by_case_verb(context: Context):
    """ "203 criminal cases, and sent just two to court. One hundred and fifteen were closed." A bare number of cases."""
    last = context.last(paragraphs=1, sentences=2)
    if (
        last is None
        or last.metric not in CASES
        or context.head.kind not in ("none", "pronoun")
        or context.number.style == "zero"
    ):
        return None
    for item in context.items[context.head.at : context.head.at + 5]:
        if item.has("case_verb") or item.low in ("to court", "trial"):
            return Reading(
                last.metric,
                "case_verb",
                stage=item.senses.get("case_verb", "in_court"),
                detail=charge_of(context),
                unit="cases",
                parent=last,
            )
        if item.low == "to" or item.has("aux", "be", "transparent"):
            continue
        if item.low in ("court", "courts", "judges", "judge"):
            return Reading(last.metric, "case_verb", stage="in_court", unit="cases", parent=last)
        break
    return None


def _is_legal(context):
    """A legal word among the modifiers or in the sentence, a charge after the noun, or cases just before."""
    if any(
        m.has("thing") or m.low in ("disciplinary", "civil", "covid-19", "coronavirus", "measles", "confirmed")
        for m in context.head.modifiers
    ):
        return False
    if (
        context.low(context.i - 1) == "in"
        and context.predicate.kind == "none"
        and not any(i.has("case") or i.low in ("opened", "launched") for i in context.items)
    ):
        return False
    if any(m.has("legal", "charge") for m in context.head.modifiers):
        return True
    if any(f.metric in CASES and context.sentence.paragraph - f.sentence.paragraph <= 1 for f in context.figures[-14:]):
        return True
    if context.low(context.head.at) == "against" or any(
        item.senses.get("office") in ("prosecutor", "interior_ministry", "police") for item in context.items
    ):
        return True
    return charge_of(context) != "" or any(
        item.has("legal", "case_verb") and item is not context.items[context.head.at - 1] for item in context.items
    )


def by_charge(context: Context):
    """ "44 concern terrorism, 34 mass riots and 15 homicide": bare numbers between cases and their charges."""
    last = context.last(paragraphs=1)
    previous = context.in_sentence()[-1:] or ([last] if last else [])
    if not previous or previous[0].metric not in CASES or context.head.kind in ("person", "outcome", "case"):
        return None
    labelled = context.low(context.i - 1) in ("–", "—", ":", "-") and _charge_before(context)
    if previous[0].sentence is not context.sentence and not (labelled or _opens_charge(context)):
        return None
    charge = charge_of(context)
    if not charge:
        return None
    parent = previous[0].parent if previous[0].detail else previous[0]
    return Reading(
        previous[0].metric, "charge_of_cases", stage=previous[0].stage, detail=charge, unit="cases", parent=parent
    )


def _opens_charge(context):
    """In a sentence after the total the charge must follow at once: "44 concern terrorism", "46 on terrorism"."""
    at = context.i + 1
    while at < len(context.items) and (
        context.items[at].has("case_verb", "preposition", "be", "transparent")
        or context.low(at) in ("affairs", "of", "them", "acts", "–", "the", "it", "is")
    ):
        at += 1
    return at < len(context.items) and context.items[at].has("charge") and context.low(at + 1) != "-"


def charge_of(context):
    """The charge named right after the number (or, failing that, among the modifiers of its noun)."""
    for item in context.head.modifiers:
        if item.has("charge"):
            return item.senses["charge"]
    if context.head.kind == "case" and context.head.senses.get("charge"):
        return context.head.senses["charge"]
    charge = _charge_in_noun(context.head.text.lower())
    if charge:
        return charge
    if context.low(context.i - 1) in ("–", "—", ":", "-"):
        labelled = _charge_before(context)
        if labelled:
            return labelled
    for at in range(context.i + 1, min(context.i + 12, len(context.items))):
        item = context.items[at]
        if item.has("charge"):
            return item.senses["charge"]
        if (
            item.is_count
            or item.low in (";", ".", ":")
            or item.low == ","
            and at > context.i + 2
            and not _list_goes_on(context, at)
        ):
            break
    return _charge_before(context)


def _charge_in_noun(noun):
    for word, charge in (
        ("terrorism", "terrorism"),
        ("murder", "murder"),
        ("homicide", "murder"),
        ("riot", "mass_unrest"),
        ("torture", "torture"),
        ("inquest", "inquest"),
        ("theft", "theft"),
    ):
        if word in noun:
            return charge
    return ""


def _list_goes_on(context, at):
    return any(context.items[k].has("charge") for k in range(at + 1, min(at + 4, len(context.items))))


def _charge_before(context):
    """ "Criminal proceedings for mass riots have been opened in 17 cases", "illegal turnover of arms – 343"."""
    reach = 3 if context.low(context.i - 1) in ("–", "—", ":", "-") else 10
    for at in range(context.i - 1, max(context.i - reach, -1), -1):
        item = context.items[at]
        if item.has("charge") and (reach == 3 or context.low(at - 1) in ("for", "over", "on", "of")):
            return item.senses["charge"]
        if item.is_count or item.low in (",", ";", "."):
            return ""
    return ""


def stage_of_case(context):
    """The stage that the nearest case verb says; cases are `opened` where none says more."""
    after = [k for k in range(context.head.at, min(context.head.at + LEGAL_REACH, len(context.items)))]
    before = list(range(context.i - 1, max(context.i - 12, -1), -1))
    for indices in (after, before):
        for at in indices:
            item = context.items[at]
            if item.is_count or item.low in (";",):
                break
            if item.has("case_verb") and not item.has("preposition"):
                return item.senses["case_verb"]
    return "opened"


def reached(context):
    return stage_of_case(context)
