"""Which outcome (death, injury, detention) the words of a sentence can name, and at which stage."""

from .lexicon import general_phrases
from .wordlists import word_set, words_of

PEOPLE = ("deaths", "injuries", "detentions")
PAST = ("past", "part")
LIFE = ("life", "lives")  # "up to life" is a sentence, an attempt "on the life of" an officer a charge
AMBIGUOUS = word_set("grammar", "ambiguous_outcome_verbs")
LOSS = word_set("grammar", "words_of_lost_lives")
UNDERGOING = ("patient", "subject")  # roles of those to whom an outcome happens


def outcome_readings(item, roles, forms):
    """The readings of a verb item with one of the roles and forms that carry an outcome metric."""
    return [
        reading
        for reading in item.senses.get("verb", ())
        if reading["role"] in roles and reading["form"] in forms and reading["metric"] in PEOPLE
    ]


def has_outcome(item):
    """Whether some reading of the item is a verb of an outcome, in whatever form."""
    return any(reading["metric"] in PEOPLE for reading in item.senses.get("verb", ()))


def outcome_in(items):
    """The first outcome that a row of items names by itself, as (metric, stage, item); None where it names none."""
    for at, item in enumerate(items):
        if item.low in LIFE:
            continue
        readings = [reading for reading in outcome_readings(item, UNDERGOING, PAST) if _is_clear(reading, items, at)]
        if readings:
            return readings[0]["metric"], stage_of(readings[0]["lemma"]), item
        for sense in ("outcome", "state", "case"):
            if item.has(sense):
                return item.senses[sense], stage_of(item.low), item
    return None


def _is_clear(reading, items, at):
    """ "people held" are; what is held, booked or hit without people before may be seats, rooms or records."""
    if reading["lemma"] not in AMBIGUOUS or at == 0 or items[0].low == "how many":
        return True
    return items[at - 1].has("person") or items[at - 1].low == "those"


def stage_of(lemma):
    """The stage that a verb or state says; "" where it says none.

    >>> stage_of("release"), stage_of("in intensive care"), stage_of("die")
    ('released', 'intensive_care', '')
    """
    return general_phrases().stages.get(" ".join(words_of(lemma)), "")
