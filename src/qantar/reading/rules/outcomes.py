"""Deaths, injuries and detentions: by the counted noun, the verb before, the predicate after."""

from ..figure import PEOPLE, Context, Reading
from ..heads import PRONOUNS
from ..outcomes import outcome_readings, stage_of

EVENT_NOUNS = (
    "death",
    "fatalit",
    "arrest",
    "detention",
    "injur",
    "killing",
    "life",
    "lives",
    "loss",
    "casualt",
    "wound ",
    "funeral",
    "burial",
    "wounds",
)
ACTIVE = ("past", "base", "third", "ing", "part")
NOMINAL_LINKS = ("of", "for", "to", "among", "by")


def by_noun(context: Context):
    """ "12 dead", "1,340 wounded", "40 arrests", "26 wounded soldiers", "two of the dead"."""
    head, predicate = context.head, context.predicate
    if head.kind != "outcome":
        return None
    metric = head.senses["outcome"]
    if _is_property(context):
        return None
    if _changes_outcome(head, predicate, metric):
        return Reading(predicate.metric, "noun_then_predicate", stage=stage_of(predicate.lemma))
    stage = stage_of(predicate.lemma) if predicate.kind == "outcome" and predicate.metric == metric else ""
    return Reading(metric, "outcome_noun", stage=stage or stage_of(head.text.lower()))


def _is_property(context):
    """ "12 dead horses" and the like: the noun after the outcome is a thing."""
    at = context.head.at
    return (
        at < len(context.items)
        and context.items[at].has("thing")
        and not context.items[at].has("preposition", "person")
        and context.low(at - 1) != context.low(at)
    )


def _changes_outcome(head, predicate, metric):
    """ "two of the wounded died": the predicate is the news, the noun only says who."""
    if (
        predicate.kind != "outcome"
        or metric == "deaths"
        or predicate.metric == metric
        or head.text.lower().startswith(EVENT_NOUNS)
    ):
        return False
    return predicate.metric == "deaths" or metric == "detentions" or predicate.passive


def by_verb_before(context: Context):
    """ "killed 12", "arresting more than 40 people", "hospitalised 897" (translated word order)."""
    at = _left(context, context.i - 1)
    among = _among(context)
    if among:
        return among
    if at < 0 or context.head.kind in ("thing", "unit", "case"):
        return None
    same = _by_same_verb(context, at)
    if same:
        return same
    item = context.items[at]
    readings = outcome_readings(item, ("patient",), ACTIVE)
    if readings and (
        context.low(at - 1) in POSSESSIVES
        and readings[0]["form"] == "base"
        or context.head.text.lower() in ("names", "surnames", "entries")
    ):
        return None  # "by my book sixty-three", "a list that held 22 names"
    if readings and readings[0]["lemma"] == "burn" and context.head.kind != "person":
        return None  # what is burned is seldom people
    if readings and _is_no_fact(context, at, readings):
        return Reading(None, "no_fact", reason="hypothetical")
    if readings and not (item.has("outcome") and _is_subject_noun(context, at)) and not _has_toll_subject(context, at):
        return Reading(readings[0]["metric"], "verb_object", stage=stage_of(readings[0]["lemma"]))
    readings = outcome_readings(item, ("subject",), ("past", "third", "base"))
    if readings and at == context.i - 1 and not _has_own_subject(context, at):
        return Reading(readings[0]["metric"], "verb_then_number", stage=stage_of(readings[0]["lemma"]))
    return _by_loss(context, at) or _by_including(context, at) or _by_state_before(context, at)


POSSESSIVES = {"my", "his", "her", "our", "their", "its", "the", "a", "an", "your"}


def _by_same_verb(context, at):
    """ "died of gunshot wounds, as did two children": the verb of the clause before."""
    if context.low(at) not in ("did", "were", "was", "have", "had") or context.low(at - 1) not in ("as", "so"):
        return None
    for item in context.items[:at]:
        readings = outcome_readings(item, ("patient", "subject"), ("past", "part"))
        if readings:
            return Reading(readings[0]["metric"], "same_verb", stage=stage_of(readings[0]["lemma"]))
    return None


def _is_no_fact(context, at, readings):
    """ "threatened to kill ten", "would allow police to detain 100": an infinitive tells of no fact, "had to bury" does."""
    if all(r["form"] != "base" for r in readings):
        return False
    before = [context.low(at - k) for k in (1, 2, 3, 4)]
    if before[0] in ("will", "would", "could", "might", "may", "can", "should", "shall"):
        return True
    return before[0] == "to" and not set(before[1:3]) & {"managed", "had", "able", "helped", "forced", "used", "have"}


def _among(context):
    """ "Among the dead were two children", "among lost are 2 minors"."""
    at = context.i - 1
    while at >= 0 and (context.items[at].has("aux", "be", "transparent") or context.low(at) == "there"):
        at -= 1
    if at == context.i - 1 or at < 1 or context.head.kind in ("thing", "unit", "case"):
        return None
    if context.low(at - 1) not in ("among", "amongst") and not (
        context.low(at - 1) in ("the", "those") and context.low(at - 2) in ("among", "amongst")
    ):
        return None
    item = context.items[at]
    metric = item.senses.get("outcome") or next(
        (r["metric"] for r in outcome_readings(item, ("patient", "subject"), ("part", "past"))), None
    )
    if metric is None and item.low == "lost":
        metric = "deaths"
    return Reading(metric, "among_outcome", stage=stage_of(item.low)) if metric else None


def _has_toll_subject(context, at):
    """ "Death toll hits 225": a toll hits a number, not people."""
    return any(
        item.low.endswith("toll") or item.low in ("number", "count", "tally", "total")
        for item in context.items[max(at - 3, 0) : at]
    )


def _left(context, at):
    """The nearest item to the left that is more than an adverb."""
    while at >= 0 and (
        context.items[at].has("transparent")
        and not context.items[at].has("verb")
        or context.low(at) in ("a", "the", "down")
    ):
        at -= 1
    return at


def _is_subject_noun(context, at):
    """ "the detained 12" is rare, "the injured, 12 of them" is cut by its comma: a noun only after an article."""
    return context.low(at - 1) in ("the", "of", "those", "and")


def _has_own_subject(context, at):
    return (
        at > 0 and context.items[at - 1].has("person") or context.low(at - 1) in ("who", "he", "she", "they", "people")
    )


def _by_including(context, at):
    """ "The dead include three women"."""
    if context.low(at) not in ("include", "includes", "included", "including", "were"):
        return None
    for back in range(at - 1, max(at - 4, -1), -1):
        item = context.items[back]
        if (
            item.has("outcome")
            and not item.low.startswith(EVENT_NOUNS)
            and context.low(back - 1) in ("the", "")
            and context.low(at) != "were"
        ):
            return Reading(item.senses["outcome"], "outcome_includes")
        if not item.has("transparent", "aux"):
            return None
    return None


def _by_loss(context, at):
    """ "lost three of his own men": a loss of people is their death."""
    if context.low(at) not in ("lost", "lose", "losing", "loses") or context.head.kind not in (
        "person",
        "none",
        "pronoun",
    ):
        return None
    if context.head.kind == "person" or context.number.style == "zero":
        return Reading("deaths", "lost_people")
    return None


def _by_state_before(context, at):
    """ "under guard are contained 469", "in resuscitation got 188": state, auxiliaries, number."""
    for back in range(at, max(at - 4, -1), -1):
        item = context.items[back]
        if item.has("state") and (back < context.i - 1 or item.low.endswith("ed")):
            return Reading(item.senses["state"], "state_then_number", stage=stage_of(item.low))
        if item.has("destination") and back < context.i - 1:
            return Reading(item.senses["destination"], "state_then_number", stage=stage_of(item.low))
        participle = any(r["form"] == "part" for r in item.senses.get("verb", ()))
        if not (
            item.has("aux", "be", "transparent", "month") or participle or item.low.endswith("ed") or item.low == "in"
        ):
            return None
    return None


def by_noun_before(context: Context):
    """ "the deaths of 19 officers", "the bodies of 225 people", "the arrest of 446 people"."""
    link = context.i - 1
    if context.low(link) in ("received", "got", "sustained", "suffered") and any(
        item.senses.get("outcome") == "injuries" for item in context.items[max(link - 3, 0) : link]
    ):
        return Reading("injuries", "suffered_by")
    if context.low(link) == "by" and any(
        item.low in ("sustained", "received", "suffered") for item in context.items[max(link - 3, 0) : link]
    ):
        suffered = any(item.senses.get("outcome") == "injuries" for item in context.items[max(link - 12, 0) : link])
        return Reading("injuries", "suffered_by") if suffered else None
    if _apposed_to_fallen(context):
        return Reading(context.items[link - 1].senses["outcome"], "apposed_to_outcome")
    if context.low(link) not in NOMINAL_LINKS or context.head.kind in ("thing", "unit", "case"):
        return None
    at = link - 1
    while at >= 0 and (context.items[at].has("transparent") or context.low(at) == ","):
        at -= 1
    item = context.items[at] if at >= 0 else None
    if item is None or not item.has("outcome") or (context.low(link) != "of" and not item.low.startswith(EVENT_NOUNS)):
        return _by_lives(context, link)
    if context.low(link) in ("to", "by") or item.low.startswith("wound") and not context.head.kind == "person":
        return None
    readings = outcome_readings(item, ("patient",), ("base", "ing"))
    return Reading(item.senses["outcome"], "outcome_of", stage=stage_of(readings[0]["lemma"]) if readings else "")


def _apposed_to_fallen(context):
    """ "the graves of the fallen, 19 comrades in all"."""
    at = context.i - 2
    return (
        context.low(at + 1) == ","
        and at > 0
        and context.items[at].has("outcome")
        and context.low(at - 1) == "the"
        and context.head.kind == "person"
        and context.predicate.kind == "none"
    )


def _by_lives(context, link):
    """ "claimed the lives of 12", "the release of 30 detainees", "the remains of three people"."""
    if context.low(link) != "of" or link == 0:
        return None
    before = context.items[link - 1]
    if before.low in (
        "remains",
        "bodies",
        "corpses",
        "lives",
        "funeral",
        "funerals",
        "burial",
        "loss",
        "killing",
        "shooting dead",
        "murder",
        "massacre",
        "execution",
        "slaughter",
    ):
        return Reading("deaths", "outcome_of")
    if before.low in (
        "release",
        "freeing",
        "liberation",
        "capture",
        "imprisonment",
        "jailing",
        "internment",
        "detaining",
    ):
        return Reading(
            "detentions",
            "outcome_of",
            stage=stage_of("release" if before.low in ("release", "freeing", "liberation") else "detain"),
        )
    if before.low in ("torture", "rape", "abuse", "trial", "conviction", "prosecution"):
        return Reading(
            {"trial": "charged", "prosecution": "charged", "conviction": "convictions"}.get(
                before.low, "torture_victims"
            ),
            "outcome_of",
            unit="people",
        )
    if before.low in ("wounding", "injuring", "maiming", "hospitalisation", "treatment"):
        return Reading("injuries", "outcome_of")
    return None


def by_opening(context: Context):
    """ "Of the dead, 103 were registered in Almaty": the opening phrase names the outcome, the predicate adds a detail."""
    first = [item.low for item in context.items[:2]]
    if first[:1] not in (["of"], ["among"]) or first[1:] not in (["the"], ["those"]) or len(context.items) < 4:
        return None
    item = context.items[2]
    opened = context.low(3) == "," and not any(k.is_count for k in context.items[3 : context.i])
    readings = outcome_readings(item, ("patient",), ("part", "past"))
    metric = item.senses.get("outcome") or (readings[0]["metric"] if readings else None)
    if metric is None or not opened or context.head.kind not in ("none", "person", "pronoun"):
        return None
    return None if context.predicate.kind == "outcome" else Reading(metric, "opening_outcome", stage=stage_of(item.low))


def by_those_of(context: Context):
    """ "dozens of bodies, including those of two teenagers": the noun before stands for "those"."""
    if context.low(context.i - 1) != "of" or context.low(context.i - 2) not in ("those", "that"):
        return None
    for item in reversed(context.items[: context.i - 2]):
        if item.has("outcome"):
            return Reading(item.senses["outcome"], "those_of", stage=stage_of(item.low))
    return None


def by_predicate(context: Context):
    """ "12 people were killed", "of whom 3,393 needed hospital", "Nobody has died"."""
    predicate, head = context.predicate, context.head
    if (
        predicate.kind != "outcome"
        or head.kind in ("case", "weak_case", "unit")
        or head.kind == "thing"
        and not _is_human_group(context)
    ):
        return None
    if (predicate.hypothetical or predicate.future and predicate.passive) and not _is_certain(context):
        return Reading(None, "hypothetical", reason="hypothetical")
    if predicate.lemma == "burn" and (not predicate.passive or head.kind in ("unknown", "none")):
        return None  # what burned is seldom people
    if predicate.lemma in COMING_HOME and not _follows_detentions(context):
        return None
    if head.kind == "pronoun" and predicate.metric == "detentions" and _is_part_of_dead(context):
        return None  # "eight people who died later, six of them in custody"
    if predicate.metric == "injuries" and predicate.lemma.startswith(("have ", "bear ")) and _is_about_bodies(context):
        return Reading("deaths", "wounds_of_the_dead", parent=context.last(paragraphs=1))
    if predicate.metric == "detentions" and stage_of(predicate.lemma) == "released" and _is_part_of_convicted(context):
        return Reading("amnestied", "freed_convicts", unit="people")
    if predicate.metric == "deaths" and head.kind == "unknown" and head.text.lower() in ANIMALS_AND_TREES:
        return Reading(None, "animals", reason="animal")
    if predicate.lemma == "bring in" and head.text.lower() in ("patient", "patients"):
        return Reading("injuries", "predicate")  # "45 patients had been brought in"
    return Reading(predicate.metric, "predicate", stage=stage_of(predicate.lemma))


COMING_HOME = {"go home", "come home", "come back", "walk out", "free", "away", "hand back"}


def _follows_detentions(context):
    last = context.last(paragraphs=1, sentences=3)
    return last is not None and last.metric == "detentions"


def _is_part_of_dead(context):
    last = context.last(paragraphs=0, sentences=1)
    return last is not None and last.metric == "deaths" and last.size >= (context.number.value or 0)


def _is_about_bodies(context):
    """ "Eleven had gunshot wounds in the back", said of the bodies just counted."""
    last = context.last(paragraphs=1, sentences=4)
    return (
        context.head.kind in ("none", "pronoun")
        and last is not None
        and last.metric == "deaths"
        and last.size >= (context.number.value or 0)
    )


def _is_part_of_convicted(context):
    last = context.last(paragraphs=0, sentences=1)
    return context.head.kind in ("none", "pronoun") and last is not None and last.metric in ("convictions", "charged")


ANIMALS_AND_TREES = {"birds", "fish", "trees", "bees", "elephants", "wolves", "seals", "whales"}


def _is_certain(context):
    """ "would be minors of age" in translated reports is no hypothesis, "would have been killed" is."""
    return context.predicate.lemma == "be"


def _is_human_group(context):
    return context.head.senses.get("thing", ("",))[0] in ("population", "family", "votes")


def by_cost(context: Context):
    """ "Rubber bullets cost eleven people an eye", "cost 12 people their lives"."""
    if context.low(context.i - 1) not in ("cost", "costs", "costing") or context.head.kind not in ("person", "none"):
        return None
    words = [item.low for item in context.items[context.head.at : context.head.at + 2]]
    if "lives" in words or "life" in words or any("life" in w or "lives" in w for w in words):
        return Reading("deaths", "cost_lives")
    if any(w in ("eye", "eyes", "sight", "leg", "legs", "arm", "hand", "limb", "eyesight") for w in words):
        return Reading("injuries", "cost_limbs")
    return None


def by_list_label(context: Context):
    """ "deceased: 20", "wounded – 57", "persons detained: 203": a label, a mark, the number."""
    mark = context.low(context.i - 1)
    if mark not in (":", "–", "—", "-", "=") or context.head.kind in ("thing", "unit", "case", "outcome"):
        return None
    label = context.items[max(context.i - 6, 0) : context.i - 1]
    label = label[max((k + 1 for k, item in enumerate(label) if item.kind != "word"), default=0) :]
    thing = next(
        (item for item in label if item.senses.get("thing", ("matter",))[0] != "matter" and not item.has("person")),
        None,
    )
    if thing is not None:
        return Reading(None, "list_label", reason=f"label {thing.low}")
    if (
        mark == ":"
        and len(label) >= 2
        and not label[0].has("preposition", "function")
        and all(not item.senses and item.text[:1].islower() for item in label[1:])
    ):
        return Reading(None, "list_label", reason=f"label {label[-1].low}")
    group = next((item.senses["person"] for item in label if item.has("person") and item.senses["person"] != "all"), "")
    for item in label:
        if item.has("case"):
            return Reading(item.senses["case"], "list_label", stage="opened", unit="cases")
        if item.has("outcome"):
            group = "" if item.senses.get("person") == group else group
            return Reading(item.senses["outcome"], "list_label", stage=stage_of(item.low), group=group)
    for back in range(context.i - 2, max(context.i - 7, -1), -1):
        item = context.items[back]
        readings = outcome_readings(item, ("patient", "subject"), ("past", "part"))
        if readings and back >= context.i - 3:
            return Reading(readings[0]["metric"], "list_label", stage=stage_of(readings[0]["lemma"]), group=group)
        if item.has("case") or item.kind != "word" or item.is_count:
            return None
    return None


def is_pronoun(word):
    return word in PRONOUNS


def is_about_people(metric):
    return metric in PEOPLE
