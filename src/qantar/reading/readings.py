"""Which reading of a word fits its place: a passive, a state, a copula, a verb of another matter, or no verb at all."""

from .neighbours import low_at
from .outcomes import PAST, has_outcome
from .search import Predicate
from .wordlists import load_file, word_set

EXCEPTIONS = frozenset(load_file("verbs")["verb_like_exceptions"])
RAISING = frozenset(load_file("verbs")["raising"])
BEFORE_NOUNS = word_set("grammar", "before_a_noun")
OBJECT_STARTS = word_set("grammar", "object_starts_after_verb")
TIMES = (
    "same",
    "next",
    "following",
    "previous",
    "day",
    "night",
    "morning",
    "evening",
    "week",
)  # "released the same night"
SUFFERING = ("suffer", "sustain", "receiv", "incur")
NO_VERB = ("outcome", "person", "thing", "state", "preposition", "case", "unit")
NOUN_FORMS = ("base", "third")  # forms that a noun shares: "march", "charges"
SHORTEST_UNKNOWN_VERB = 5  # letters; shorter words in -ed are mostly nouns
TAKING = ("taken", "took", "take", "taking")
PRISONS = ("prison", "jail", "gaol", "penitentiary", "penitentiaries", "prisons", "jails")
PRISON_REACH = 4  # words of the name of a prison
SUFFERING_REACH = 5  # words between "suffered" and the injury
PARTICIPLE_REACH = 7  # words between "were" and its participle
RESULT_REACH = 8  # words between "brought" and "to the morgue"
JOINED_REACH = 10  # words between a verb and the "and" that joins another to it
FATAL_REACH = 3  # the same in "shot and killed"


def read_predicate_at(items, at, search):
    """A Predicate where the item at `at` is one, else None; auxiliaries and negations are noted in `search`."""
    item = items[at]
    if item.has("aux", "modal", "be") and not has_outcome(item):
        search.note_auxiliary(item)
        copula = _read_copula(items, at, search) if item.has("be") else None
        if copula is not None and copula.kind == "copula" and search.relative:
            search.set_aside(copula)  # "two people who were planting the bomb were killed"
            return None
        return copula
    if item.has("negation") or (item.low == "no" and search.aux):
        search.negated = True
        return None
    if item.has("state") and (search.be or not item.has("preposition")):
        return search.state(at, item)
    if _suffers(items, at):
        return search.predicate("outcome", at, item.low, "injuries")
    if item.has("verb"):
        return _read_verb(items, at, search)
    return _read_other_verb(items, at, search)


def _read_other_verb(items, at, search):
    """A verb of sending troops, or a word in -ed that the lexicon lacks."""
    item = items[at]
    is_finite = search.be or not item.low.split(" ")[0].endswith("ing")
    if item.has("troop_verb") and not item.has("preposition") and is_finite:
        return search.predicate("troop", at, item.low, passive=search.be)
    may_be_predicate = search.aux or not search.relative
    if may_be_predicate and _looks_like_verb(item) and items[at - 1].low not in BEFORE_NOUNS:
        return _joined_outcome(items, at, search) or search.predicate("general", at, item.low, passive=search.be)
    return None


def _read_copula(items, at, search):
    """ "were minors", "are under 18": a form of be followed by no verb."""
    ahead = at + 1
    while ahead < len(items) and _is_light(items[ahead]) and not _states_outcome(items[ahead]):
        search.negated |= items[ahead].has("negation")
        ahead += 1
    copula = search.predicate("copula", at, "be")
    if ahead >= len(items):
        return copula
    item = items[ahead]
    if item.has("verb", "state", "aux", "troop_verb", "modal") or _looks_like_verb(item):
        return None
    if item.has("preposition") or item.kind == "mark":
        return _read_copula_before_phrase(items, ahead, search, copula)
    return copula


def _is_light(item):
    return item.has("transparent", "negation", "be", "aux") or item.low == "to"


def _states_outcome(item):
    return has_outcome(item) or item.has("state")


def _read_copula_before_phrase(items, ahead, search, copula):
    """A form of be before a preposition: a participle or state may stand further on ("were on Friday detained")."""
    if _is_in_prison(items, ahead):
        return search.predicate("outcome", ahead, "in prison", "detentions")
    for further in range(ahead, min(ahead + PARTICIPLE_REACH, len(items))):
        item = items[further]
        if item.has("state"):
            return search.state(further, item)
        if item.has("subordinator") or (item.kind == "mark" and item.low != ","):
            break
        if has_outcome(item):
            return None
    return copula


def _is_in_prison(items, at):
    """ "in Jau prison", "in the Central Prison": a prison by its name."""
    if items[at].low not in ("in", "inside"):
        return False
    for item in items[at + 1 : at + 1 + PRISON_REACH]:
        if item.low in PRISONS:
            return True
        if not (item.is_capitalised or item.low == "the"):
            return False
    return False


def _suffers(items, at):
    """ "suffered eye injuries", "sustained severe head wounds": an injury as the object, whatever describes it."""
    window = items[at + 1 : at + SUFFERING_REACH]
    return items[at].low.startswith(SUFFERING) and any(item.senses.get("outcome") == "injuries" for item in window)


def _read_verb(items, at, search):
    """The reading of a verb item that fits the auxiliaries before it: an outcome before other matters."""
    item = items[at]
    if _is_noun_here(items, at, search):
        return None
    outcome = _read_outcome_verb(items, at, search)
    if outcome:
        return outcome
    if search.be and _is_raising(item):
        return None  # "were said to have been shot dead"
    result = _read_result(items, at, search) if item.has("mover") else None
    if result:
        return result
    context = next((r for r in item.senses["verb"] if r["role"] == "context" and _is_finite(r, search)), None)
    if context:
        return _read_context_verb(items, at, search, context)
    return _read_general_verb(items, at, search)


def _is_noun_here(items, at, search):
    """ "in crowds", "the march", "12 deaths", "40 charges": the form is also a noun, and a noun fits the place."""
    if any(reading["form"] not in NOUN_FORMS for reading in items[at].senses["verb"]):
        return False
    if items[at - 1].has("preposition") or items[at - 1].low in BEFORE_NOUNS:
        return True
    return items[at].has("outcome", "person", "thing") and not search.aux


def _read_outcome_verb(items, at, search):
    """The first reading by which the outcome happens to the counted group."""
    for reading in items[at].senses["verb"]:
        if reading["role"] == "patient" and _is_passive(items, at, reading, search):
            return _fatal_end(items, at, reading, search) or search.outcome(at, reading, passive=True)
        if reading["role"] == "subject" and _is_finite(reading, search):
            return search.outcome(at, reading)
    return None


def _fatal_end(items, at, reading, search):
    """ "were shot and killed": the second verb is the news."""
    if reading["metric"] != "injuries":
        return None
    joined = _joined_outcome(items, at, search, reach=FATAL_REACH)
    return joined if joined and joined.metric == "deaths" else None


def _is_finite(reading, search):
    """A verb of its own clause: "were gathering", not "gathering" alone."""
    return reading["form"] != "ing" or search.be


def _is_raising(item):
    """ "were said", "are believed": the verb that matters is the infinitive after it."""
    if any(reading["lemma"] in RAISING for reading in item.senses["verb"]):
        return True
    return item.has("say") and not has_outcome(item)


def _read_context_verb(items, at, search, reading):
    """A verb of another matter; in a relative clause, or as a bare participle, it only describes the group."""
    is_participle = not search.aux and reading["form"] in PAST
    if is_participle and low_at(items, at + 1) in ("of", "with", "for"):
        search.other = Predicate("context", at, reading["metric"], reading["lemma"])
        return None  # "eight officers suspected of torture are under arrest"
    found = search.predicate("context", at, reading["lemma"], reading["metric"], search.be)
    if not search.relative or search.other is not None:
        return found
    search.set_aside(found)  # "protesters who stormed the building … were killed"
    return None


def _read_general_verb(items, at, search):
    """A verb of no matter of ours, and the outcome that "and" may join to it."""
    readings = items[at].senses["verb"]
    if not any(_is_finite(reading, search) for reading in readings):
        return None
    joined = _joined_outcome(items, at, search)
    if joined:
        return joined
    if items[at].has("troop_verb"):
        return search.predicate("troop", at, items[at].low, passive=search.be)
    found = search.predicate("general", at, readings[0]["lemma"], passive=search.be)
    if search.relative:  # "who allegedly ran past the building … were killed": the main verb is still to come
        search.set_aside(found)
        return None
    return found if search.other is None else None


def _read_result(items, at, search):
    """Where the moved or found people end up: "brought to the morgues", "found dead", "taken by bus to a hospital"."""
    for ahead in range(at + 1, min(at + RESULT_REACH, len(items))):
        item = items[ahead]
        follows_verb = ahead == at + 1 or (ahead == at + 2 and items[at + 1].low == "as")
        if follows_verb and _is_participle_of_death(item):
            return search.predicate("outcome", ahead, item.low, "deaths", passive=True)
        if item.low.startswith("from ") and items[at].low not in TAKING:
            return None  # "driven from their homes"
        if item.has("destination", "state"):
            metric = item.senses.get("destination") or item.senses["state"]
            return search.predicate("outcome", ahead, item.low, metric, passive=True)
        if item.kind == "mark" or item.is_count or item.has("subordinator", "aux"):
            return None
    return None


def _is_participle_of_death(item):
    return any(reading["metric"] == "deaths" and reading["form"] == "part" for reading in item.senses.get("verb", ()))


def _joined_outcome(items, at, search, reach=JOINED_REACH):
    """A second verb of the same subject: "had been run over and was in hospital", "beaten or burned to death"."""
    for ahead in range(at + 1, min(at + reach, len(items))):
        item = items[ahead]
        if item.low in ("and", "or"):
            return _outcome_after_and(items, ahead + 1, search)
        if item.kind == "mark" or item.is_count or item.has("subordinator") or item.low in ("he", "she", "they", "it"):
            return None
    return None


def _outcome_after_and(items, at, search):
    passive = search.be or _is_bare_participle_pair(items, at)
    while at < len(items) and items[at].has("aux", "be", "transparent", "negation") and not has_outcome(items[at]):
        passive |= items[at].has("be")
        at += 1
    if at >= len(items):
        return None
    if passive and items[at].has("state"):
        return search.state(at, items[at])
    for reading in items[at].senses.get("verb", ()):
        if _fits_joined(reading, passive):
            return search.outcome(at, reading, passive=True)
    return None


def _is_bare_participle_pair(items, at):
    """ "204 mutineers disarmed and interned at a camp": neither verb has an object, so both are passive."""
    if at < 2 or not items[at - 2].low.endswith("ed") or at + 1 >= len(items):
        return False
    return has_outcome(items[at]) and items[at + 1].has("preposition")


def _fits_joined(reading, passive):
    """After "and" the auxiliary is not repeated, so a participle of the patient needs a passive before it."""
    if reading["role"] == "patient":
        return passive and reading["form"] == "part"
    return reading["role"] == "subject" and reading["form"] in PAST


def _is_passive(items, at, reading, search):
    """True where the counted group is the patient: be + participle, or a bare participle without an object."""
    if reading["form"] not in PAST:
        return False
    if search.be or search.have:
        return search.be
    if at + 1 == len(items):
        return True
    return not _starts_object(items[at + 1]) or low_at(items, at + 2) in TIMES


def _starts_object(item):
    """ "killed the guard", "arrested 12", "shot police": with an object the verb is active."""
    if item.kind == "mark":
        return False
    return item.is_count or item.low in OBJECT_STARTS or item.has("person", "office")


def _looks_like_verb(item):
    """A word in -ed that the lexicon lacks: "were cordoned"."""
    if item.kind != "word" or len(item.low) < SHORTEST_UNKNOWN_VERB or not item.text[0].islower():
        return False
    if " " in item.low or not item.low.endswith("ed") or item.low in EXCEPTIONS:
        return False
    return not item.has(*NO_VERB)
