"""What is said of a counted group: the predicate after it, or the verb or noun that governs it from the left."""

from dataclasses import dataclass

from .lexicon import general_phrases, load_file, words_of

EXCEPTIONS = set(load_file("verbs")["verb_like_exceptions"])
INSERTIONS = {
    "including",
    "among",
    "mostly",
    "mainly",
    "most",
    "some",
    "many",
    "the",
    "of",
    "who",
    "which",
    "both",
    "aged",
    "half",
    "all",
    "two-thirds",
    "nearly",
    "at",
    "as",
    "plus",
    "or",
    "by",
    "in",
    "on",
    "according",
    "chiefly",
    "largely",
    "not",
    "from",
    "officially",
    "a",
    "notably",
}
CLAUSE_MARKS = {";", ":", "?", "!"}
DASHES = {"–", "—", "-"}
RAISING = set(load_file("verbs")["raising"])
DETERMINERS = {"a", "an", "the", "their", "his", "her", "its", "with", "of", "in", "by", "for", "our", "some", "other"}
HYPOTHETICAL = {"would", "might", "may", "could"}


@dataclass(slots=True)
class Predicate:
    """A predicate. `kind`: outcome, context, general, copula, case, troop, none; `at` is its position."""

    kind: str
    at: int
    metric: str | None = None
    lemma: str = ""
    negated: bool = False
    hypothetical: bool = False
    passive: bool = False
    future: bool = False


NONE = Predicate("none", -1)


def find_predicate(items, at, coordinated=True):
    """The first predicate of the group whose noun ends before position `at`.

    With `coordinated=False` a following "and 12 soldiers" ends the search.

    Prepositional phrases, insertions between commas, brackets and coordinated numbers are passed over; a subordinate
    clause, a semicolon or a new subject end the search.
    """
    destination = _destination(items, at)
    if destination:
        return destination
    state = {
        "coordinated": coordinated,
        "be": False,
        "have": False,
        "negated": False,
        "hypothetical": False,
        "aux": False,
        "relative": False,
        "future": False,
        "other": None,
    }
    end = len(items)
    while at < end:
        item = items[at]
        if item.low == "(":
            at = _after_bracket(items, at)
            continue
        if item.kind == "mark":
            jump = _pass_mark(items, at, coordinated)
            if jump is None:
                break
            at = jump
            continue
        found = _read_predicate_item(items, at, state)
        if found:
            found.future = state["future"]
            return found
        if _ends_search(items, at, state):
            break
        at += 1
    return state["other"] or NONE


def _after_bracket(items, at):
    for ahead in range(at + 1, min(at + 25, len(items))):
        if items[ahead].low == ")":
            return ahead + 1
    return at + 1


def _destination(items, at):
    """ "taken 46 people into custody", "sent four to the emergency room": where the counted were taken."""
    if at + 2 <= len(items) and [item.low for item in items[at : at + 2]] == ["to", "death"]:
        return Predicate("outcome", at, "deaths", "to death")
    if (
        at < len(items)
        and items[at].low in ("go", "out", "free", "loose")
        and any(item.low in ("let", "lets", "letting", "set", "sets") for item in items[max(at - 6, 0) : at])
    ):
        return Predicate("outcome", at, "detentions", "release")
    for ahead in range(at, min(at + 3, len(items))):
        if items[ahead].has("destination"):
            return (
                Predicate("outcome", ahead, items[ahead].senses["destination"], items[ahead].low)
                if _is_moved(items, ahead)
                else None
            )
        if not (items[ahead].has("transparent", "person") or items[ahead].low == "-"):
            return None
    return None


def _is_moved(items, at):
    """A verb of taking or finding stands in the clause before the destination."""
    return any(item.has("mover") for item in items[max(at - 9, 0) : at])


def _pass_mark(items, at, coordinated):
    """Where to go on after a comma or dash: behind an insertion, behind a coordinated number, or nowhere (None)."""
    mark = items[at].low
    if mark in CLAUSE_MARKS:
        return None
    if mark == "-":
        return at + 1
    if mark not in DASHES and mark not in (",", "…"):
        return at + 1 if mark in ("'", "[", "]", "/", "*", "&", "%") else None
    following = items[at + 1] if at + 1 < len(items) else None
    if following is None:
        return None
    if mark == "," and (
        following.has("aux", "modal")
        or _has_outcome(following)
        and not (at + 2 < len(items) and items[at + 2].is_count)
    ):
        return at + 1
    counted = (
        at + 1
        if following.is_count
        else at + 2
        if following.low == "and" and at + 2 < len(items) and items[at + 2].is_count
        else None
    )
    if counted:
        return _after_coordinated(items, counted) if coordinated or _is_part(items, counted) else None
    for closing in range(at + 1, min(at + 24, len(items) - 1)):
        if (
            items[closing].low in ("that", "but")
            or items[closing].is_count
            and items[closing - 1].low in ("and", ",")
            and not _is_part(items, closing)
        ):
            return None
        if items[closing].low == mark and (
            items[closing + 1].has("aux", "modal", "negation") or _has_outcome(items[closing + 1])
        ):
            return closing + 1
    return None


def _is_part(items, at):
    """ "71 of them students": an inserted part, whose own predicate is none."""
    return (
        at + 2 < len(items)
        and items[at + 1].low == "of"
        and items[at + 2].low in ("them", "whom", "which", "these", "those")
    )


def _after_coordinated(items, at):
    """Behind "and 12 soldiers" when a predicate is still to come, else nowhere."""
    from .heads import find_head

    head = find_head(items, at)
    if head.kind in ("outcome", "case") or head.kind == "none":
        return None
    return head.at


def _has_outcome(item):
    return any(reading["metric"] in ("deaths", "injuries", "detentions") for reading in item.senses.get("verb", ()))


def _read_predicate_item(items, at, state):
    """A Predicate where the item at `at` is one, else None; auxiliaries are noted in `state`."""
    item = items[at]
    if item.has("aux", "modal", "be"):
        if not (item.has("verb") and _has_outcome(item)):
            state["aux"] = True
            state["be"] |= item.has("be")
            state["have"] |= item.low in ("has", "have", "had", "having")
            state["hypothetical"] |= item.low in HYPOTHETICAL
            state["future"] |= item.low in ("will", "shall", "'ll", "must", "can")
            return _copula(items, at, state) if item.has("be") else None
    if item.has("negation") or (item.low == "no" and state["aux"]):
        state["negated"] = True
        return None
    if item.has("state") and (state["be"] or not item.has("preposition")):
        return Predicate("outcome", at, item.senses["state"], item.low, state["negated"], state["hypothetical"])
    if _suffers(items, at):
        return Predicate("outcome", at, "injuries", item.low, state["negated"], state["hypothetical"])
    if item.has("verb"):
        return _read_verb(items, at, state)
    if (
        item.has("troop_verb")
        and not item.has("preposition")
        and (state["be"] or not item.low.split(" ")[0].endswith("ing"))
    ):
        return Predicate("troop", at, None, item.low, state["negated"], state["hypothetical"], state["be"])
    if _looks_like_verb(item) and (state["aux"] or not state["relative"]) and items[at - 1].low not in DETERMINERS:
        return _joined_outcome(items, at, state) or Predicate(
            "general", at, None, item.low, state["negated"], state["hypothetical"], state["be"]
        )
    return None


def _copula(items, at, state):
    """ "were minors", "are under 18": a form of be followed by no verb."""
    ahead = at + 1
    while ahead < len(items) and (
        items[ahead].has("transparent", "negation", "be", "aux") or items[ahead].low in ("to",)
    ):
        if _has_outcome(items[ahead]) or items[ahead].has("state"):
            break
        state["negated"] |= items[ahead].has("negation")
        ahead += 1
    if ahead >= len(items):
        return Predicate("copula", at, None, "be", state["negated"], state["hypothetical"])
    item = items[ahead]
    if item.has("verb", "state", "aux", "troop_verb", "modal") or _looks_like_verb(item):
        return None
    if item.has("preposition") or item.kind == "mark":
        return _copula_before_phrase(items, ahead, at, state)
    return Predicate("copula", at, None, "be", state["negated"], state["hypothetical"])


def _copula_before_phrase(items, ahead, at, state):
    """A form of be before a preposition: look for a participle or state a little further ("were on Friday detained")."""
    for further in range(ahead, min(ahead + 7, len(items))):
        if items[further].has("state"):
            return Predicate(
                "outcome",
                further,
                items[further].senses["state"],
                items[further].low,
                state["negated"],
                state["hypothetical"],
            )
        if items[further].kind == "mark" and items[further].low != "," or items[further].has("subordinator"):
            break
        if _has_outcome(items[further]):
            return None
    return Predicate("copula", at, None, "be", state["negated"], state["hypothetical"])


SUFFERING = ("suffer", "sustain", "receiv", "incur")


def _suffers(items, at):
    """ "suffered eye injuries", "sustained severe head wounds": an injury as the object, whatever describes it."""
    window = items[at + 1 : at + 5]
    return items[at].low.startswith(SUFFERING) and any(item.senses.get("outcome") == "injuries" for item in window)


def _read_verb(items, at, state):
    """The reading of a verb item that fits the auxiliaries before it."""
    readings = items[at].senses["verb"]
    noun_place = items[at - 1].has("preposition") or items[at - 1].low in DETERMINERS
    if noun_place and all(r["form"] in ("base", "third") for r in readings):
        return None  # "in crowds", "the march": a noun
    if (
        items[at].has("outcome", "person", "thing")
        and not state["aux"]
        and all(r["form"] in ("base", "third") for r in readings)
    ):
        return None  # a noun: "12 deaths", "40 charges"
    for reading in readings:
        if reading["role"] == "patient" and _is_passive(items, at, reading, state):
            fatal = _joined_outcome(items, at, state, reach=3) if reading["metric"] == "injuries" else None
            if fatal and fatal.metric == "deaths":
                return fatal
            return Predicate(
                "outcome", at, reading["metric"], reading["lemma"], state["negated"], state["hypothetical"], True
            )
        if reading["role"] == "subject" and (reading["form"] != "ing" or state["be"]):
            return Predicate(
                "outcome", at, reading["metric"], reading["lemma"], state["negated"], state["hypothetical"]
            )
    if (
        state["be"]
        and any(r["lemma"] in RAISING for r in readings)
        or state["be"]
        and items[at].has("say")
        and not _has_outcome(items[at])
    ):
        return None  # "were said to have been shot dead"
    if items[at].has("mover"):
        result = _result(items, at, state)
        if result:
            return result
    for reading in readings:
        if (
            reading["role"] == "context"
            and not state["aux"]
            and reading["form"] in ("past", "part")
            and at + 1 < len(items)
            and items[at + 1].low in ("of", "with", "for")
        ):
            state["other"] = Predicate("context", at, reading["metric"], reading["lemma"])
            return None  # "eight officers suspected of torture are under arrest"
        if reading["role"] == "context" and (reading["form"] != "ing" or state["be"]):
            found = Predicate(
                "context", at, reading["metric"], reading["lemma"], state["negated"], state["hypothetical"], state["be"]
            )
            if not state["relative"] or state["other"] is not None:
                return found
            state["relative"], state["other"] = False, found  # "protesters who stormed the building … were killed"
            return None
    ing_only = all(reading["form"] == "ing" for reading in readings) and not state["be"]
    if items[at].has("troop_verb") and not ing_only:
        return _joined_outcome(items, at, state) or Predicate(
            "troop", at, None, items[at].low, state["negated"], state["hypothetical"], state["be"]
        )
    if all(reading["form"] == "ing" for reading in readings) and not state["be"]:
        return None
    joined = _joined_outcome(items, at, state)
    if joined:
        return joined
    found = Predicate("general", at, None, readings[0]["lemma"], state["negated"], state["hypothetical"], state["be"])
    if state["relative"]:  # "who allegedly stormed the building … were killed": the main verb is still to come
        state["relative"], state["other"] = False, found
        return None
    return found if state["other"] is None else None


def _result(items, at, state):
    """Where the moved or found people end up: "brought to the morgues", "found dead", "taken by bus to a hospital"."""
    for ahead in range(at + 1, min(at + 8, len(items))):
        item = items[ahead]
        found = any(r["metric"] == "deaths" and r["form"] == "part" for r in item.senses.get("verb", ())) and (
            ahead == at + 1 or (ahead == at + 2 and items[at + 1].low == "as")
        )
        if found:
            return Predicate("outcome", ahead, "deaths", item.low, state["negated"], state["hypothetical"], True)
        if item.has("destination", "state"):
            metric = item.senses.get("destination") or item.senses["state"]
            return Predicate("outcome", ahead, metric, item.low, state["negated"], state["hypothetical"], True)
        if item.kind == "mark" or item.has("subordinator", "aux") or item.is_count:
            return None
    return None


def _joined_outcome(items, at, state, reach=10):
    """A second verb of the same subject: "had been run over and was in hospital", "beaten or burned to death"."""
    for ahead in range(at + 1, min(at + reach, len(items))):
        item = items[ahead]
        if item.kind == "mark" or item.is_count or item.has("subordinator") or item.low in ("he", "she", "they", "it"):
            return None
        if item.low in ("and", "or"):
            return _outcome_after_and(items, ahead + 1, state)
    return None


def _outcome_after_and(items, at, state):
    passive = state["be"]
    while at < len(items) and items[at].has("aux", "be", "transparent", "negation") and not _has_outcome(items[at]):
        passive |= items[at].has("be")
        at += 1
    if at >= len(items):
        return None
    if items[at].has("state") and passive:
        return Predicate(
            "outcome", at, items[at].senses["state"], items[at].low, state["negated"], state["hypothetical"]
        )
    for reading in items[at].senses.get("verb", ()):
        fits = (
            reading["role"] == "patient"
            and passive
            and reading["form"] == "part"
            or reading["role"] == "subject"
            and reading["form"] in ("past", "part")
        )
        if fits and reading["metric"] in ("deaths", "injuries", "detentions"):
            return Predicate(
                "outcome", at, reading["metric"], reading["lemma"], state["negated"], state["hypothetical"], True
            )
    return None


def _is_passive(items, at, reading, state):
    """True where the counted group is the patient: be + participle, or a bare participle without an object."""
    if reading["form"] not in ("part", "past"):
        return False
    if state["be"]:
        return True
    if state["have"]:
        return False
    following = items[at + 1] if at + 1 < len(items) else None
    if following is None or following.kind == "mark":
        return True
    active = (
        following.is_count
        or following.low in ("the", "a", "an", "their", "his", "its", "themselves", "her", "one")
        or following.has("person", "office")
    )
    return not active


def _looks_like_verb(item):
    low = item.low
    return (
        item.kind == "word"
        and " " not in low
        and len(low) > 4
        and low.endswith("ed")
        and low not in EXCEPTIONS
        and item.text[0].islower()
        and not item.has("outcome", "person", "thing", "state", "preposition", "case", "unit")
    )


def _ends_search(items, at, state):
    item = items[at]
    if (
        item.low in ("who", "which", "that", "whom")
        and at
        and items[at - 1].kind == "word"
        and not items[at - 1].has("say")
    ):
        state["relative"] = True
        return False
    if item.low in ("and", "or") and at + 1 < len(items):
        after = items[at + 1]
        if after.is_count:
            return _after_coordinated(items, at + 1) is None or not state["coordinated"]
        if after.low in ("the", "a", "an", "his", "her", "their", "its") and _subject_goes_on(items, at + 2):
            return False
        if state["other"] is not None and after.low in ("the", "a", "an"):
            return False  # a second object of the relative clause; the main verb is still to come
        return after.low in ("the", "a", "he", "she", "it", "they", "we", "that") and not state["aux"]
    if item.is_count:
        before = items[at - 1]
        return before.low not in ("and", "or", ",", "than") and not before.has("preposition")
    if item.has("subordinator") and item.low not in ("including", "among them"):
        return True
    return item.low in ("he", "she", "it", "they", "we", "i") and not state["relative"]


def _subject_goes_on(items, at):
    """ "Two nurses and a driver were killed": a person noun, then the auxiliary."""
    for ahead in range(at, min(at + 4, len(items) - 1)):
        if items[ahead].has("person"):
            return items[ahead + 1].has("aux", "be") or _has_outcome(items[ahead + 1])
        if items[ahead].kind != "word" or items[ahead].has("aux", "preposition"):
            return False
    return False


def outcome_readings(item, roles, forms):
    """The readings of a verb item with one of the roles and forms that carry an outcome metric."""
    return [
        r
        for r in item.senses.get("verb", ())
        if r["role"] in roles and r["form"] in forms and r["metric"] in ("deaths", "injuries", "detentions")
    ]


def stage_of(lemma):
    """The stage that a verb or state says, e.g. "release" → "released"; "" where it says none."""
    return general_phrases().stages.get(" ".join(words_of(lemma)), "")
