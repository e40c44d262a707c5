"""Verbs and nouns of an outcome in another sense: records are hit, seats held, teams take no prisoners."""

from ..figure import Context, Reading
from ..items import any_has, any_low
from ..neighbours import governing_at
from ..wordlists import names_no_people, word_set
from .tolls import TOLLS

CONTESTS = word_set("grammar", "verbs_of_contests")
HOLDING, GOODS_VERBS = word_set("grammar", "verbs_of_having_room"), word_set("grammar", "verbs_of_goods")
HOLDERS = ("office", "person", "country", "alliance", "troop", "troop_unit")  # senses of who can hold somebody
THEY = ("they", "he", "she", "we", "who")  # "They hold 12 of us"
TAKING, CAPTIVES = ("take", "takes", "took", "taking"), ("prisoners", "prisoner")
NEVER_HURT = ("animal", "votes")  # kinds of things that a number goes on from, whatever is said of it
GOODS = ("matter",)  # kinds of things that are seized, released and killed off
SUBJECT_REACH = 8  # words before a verb in which its subject stands
OPENING = 4  # items at the start of a sentence in which its subject stands
PEOPLE_HEADS = ("person", "outcome", "demonym")


def by_other_sense(context: Context):
    """ "beat four defenders", "the ground holds 2,850", "took no prisoners": the outcome means something else here."""
    for reason, rule in SENSES.items():
        if rule(context):
            return Reading(None, "other_sense", reason=reason)
    return None


def _is_contest(context):
    """ "beat four defenders", "hit 34 winners", "hit 210p": with people as the object it may be meant."""
    verb = governing_at(context.items, context.i - 1)
    if verb < 0 or context.low(verb) not in CONTESTS or context.head.kind in PEOPLE_HEADS:
        return False
    subject = _subject_of(context, verb)  # "the death toll hits 225", "the police beat dozens"
    return not (any_has(subject, "outcome", "case", *HOLDERS) or any_low(subject, TOLLS))


def _is_capacity(context):
    """ "a ground that holds 2,850", "Labour holds 25": the police hold 25, and anybody holds 25 people."""
    verb = governing_at(context.items, context.i - 1)
    if verb < 0 or context.low(verb) not in HOLDING or context.head.kind != "none":
        return False
    subject = _subject_of(context, verb)
    return not (any_has(subject, *HOLDERS) or any_low(subject, THEY))


def _subject_of(context, verb):
    """The items before a verb in which its subject stands."""
    return context.items[max(verb - SUBJECT_REACH, 0) : verb]


def _are_things_again(context):
    """ "Of 2,611 measures 1,388 died in committee", "215 birds, 60 of them injured": what the sentence has counted."""
    if _apposes_thing(context):
        return True
    earlier = context.in_sentence()
    last = earlier[-1] if earlier and context.head.is_bare else None
    if last is None or last.metric or last.head is None or last.head.kind != "thing":
        return False
    between = context.items[last.head.at : context.i]
    if any_has(between, "say", "statement", "office", "person", "outcome") or any_low(between, (".", ":")):
        return False
    kind = last.head.senses["thing"][0]
    return kind in NEVER_HURT or (kind in GOODS and _is_said_of_goods(context))


def _apposes_thing(context):
    """ "Swans, 23 of them, were caught", "The tents, 14 in all, were lost": the subject is a thing."""
    if context.low_before() != "," or not 1 < context.i <= OPENING or context.head.kind not in ("pronoun", "none"):
        return False
    is_closed = context.low_after() == "," or (context.low(context.i + 1), context.low(context.i + 3)) == ("in", ",")
    noun = context.items[context.i - 2]
    is_animal = noun.senses.get("thing", ("",))[0] == "animal"
    return is_closed and (is_animal or (not noun.senses and names_no_people(noun.low)))


def _is_said_of_goods(context):
    return context.predicate.lemma in GOODS_VERBS or context.head.kind == "pronoun"


def _is_idiom(context):
    """ "The rain took no prisoners."."""
    return context.is_none and context.head.noun in CAPTIVES and context.low_before() in TAKING


def _is_title(context):
    """ "Forty Dead Men" within a sentence: a number in words and its noun in capitals."""
    is_capital = context.item.text[:1].isupper() and not context.item.text.isupper()
    if context.i == 0 or context.number.style == "digits" or not is_capital:
        return False
    before, after = context.items[context.i - 1], context.items[context.i + 1 : context.i + 3]
    in_small_letters = any(item.kind == "word" and item.text.islower() for item in context.items)
    opens = before.low in (".", ":", "-", "–", "—", ";", "!", "?")
    return in_small_letters and not opens and len(after) == 2 and all(item.text.istitle() for item in after)


SENSES = {
    "sport": _is_contest,
    "capacity": _is_capacity,
    "counts things again": _are_things_again,
    "idiom": _is_idiom,
    "title": _is_title,
}
