"""Whose troops they are: the country or alliance that a contingent belongs to."""

from ..items import any_has, any_low
from ..wordlists import word_set

UNNAMED = "(foreign)"  # foreign troops whose country the text does not name
STATE_WORDS = word_set("grammar", "words_of_a_state_name")
PHRASE_ENDS = word_set("grammar", "ends_of_a_country_phrase")
PEACEKEEPING = ("peacekeepers", "peacekeeper", "peacekeeping")
STATES = word_set("grammar", "kinds_of_states")
LABEL_MARKS = (":", "–", "—", "-", ",")
ABROAD = ("foreigners", "foreigner", "treaty", "neighbour", "neighbours", "neighbouring", "abroad", "allies")
NO_STATE = ("office", "person", "month", "weekday", "troop")
ALLIANCE_REACH = 14  # words between an alliance and its troops
FOREIGN_REACH = 6  # words between "foreign" or "UN" and the troops
COUNTRY_AFTER = 7  # words after the noun in which "from Belarus" may stand
COUNTRY_BEFORE = 15  # words before the number in which the sending country may stand
COUNTRIES_REACH = 5  # words after the noun in which "from 22 countries" may stand
PLACE_REACH = 4  # words after "of" in which a place of the event shows that no country is meant
TAKING_UP = ("it", "they", "its", "their", "force", "contingent", "mission")
PRONOUN_REACH = 4  # words from the start of a sentence in which "It" may take up a country


def find_contributor(context, is_sent):
    """The contributing country or alliance of a number of troops.

    Args:
        context: the Context of the number.
        is_sent: whether a verb of sending governs the number.

    Returns:
        its name, UNNAMED for foreign troops of no named country, "" where they are the event country's or nobody's.
    """
    country = country_near(context)
    if country and country != context.frame.home:
        return country
    named = sense_near(context, "alliance", ALLIANCE_REACH) or _country_of_pronoun(context) or _unknown_country(context)
    named = (
        named or state_labelled(context) or heading_country(context) or (_unknown_sender(context) if is_sent else "")
    )
    if named or country:
        return named or ""
    if _is_foreign(context):
        return _carried_country(context) or context.frame.alliance or UNNAMED
    if context.frame.alliance and context.predicate.kind != "general":
        return context.frame.alliance
    return _contributor_before(context, is_sent)


def are_foreign_troops(context):
    """Whether the last people named before "748 of whom", "2,030 of them" are troops of other states.

    Args:
        context: the Context of the number.
    """
    if context.head.kind != "pronoun" or context.head.noun not in ("them", "whom"):
        return False
    before = [] if context.opens_paragraph else context.previous
    for items in (context.items[: context.i], before):
        for at in range(len(items) - 1, -1, -1):
            if items[at].is_count or (items[at].has("person", "outcome") and not items[at].has("troop", "office")):
                return False
            if items[at].has("troop") or items[at].low in PEACEKEEPING:
                return items[at].low in PEACEKEEPING or any_has(items[max(at - 2, 0) : at], "foreign", "country")
    return False


def _is_foreign(context):
    """ "foreign troops", "UN soldiers", or a sentence about peacekeepers."""
    if (
        are_foreign_troops(context)
        or _are_of_several_countries(context)
        or sense_near(context, "foreign", FOREIGN_REACH)
        or sense_near(context, "office", FOREIGN_REACH) == "igo"
    ):
        return True
    return any_low(context.items, PEACEKEEPING)


def _are_of_several_countries(context):
    """ "11,000 troops from 22 countries"."""
    words = context.after(COUNTRIES_REACH)
    return any_low(words[:1], ("from", "of")) and any_low(words, ("countries", "nations"))


def _contributor_before(context, is_sent):
    """The country of the contingent just spoken of: "It offered 70 soldiers at first and sent a hundred"."""
    previous = context.last(paragraphs=0, sentences=0)
    if previous is not None and previous.metric == "troop_contingents" and context.head.kind == "none":
        return previous.detail or UNNAMED
    may_continue = is_sent or context.head.is_bare or context.head.kind == "demonym"
    return _carried_country(context) if may_continue else ""


def _carried_country(context):
    previous = context.last(paragraphs=1, sentences=2)
    return previous.detail if previous and previous.metric == "troop_contingents" else ""


def _country_of_pronoun(context):
    """ "Yerevan's part is instructive. It offered 70 soldiers": the country or alliance of the sentence before."""
    opens = any_low(context.items[: min(context.i, PRONOUN_REACH)], TAKING_UP)
    if not opens or country_near(context):
        return ""
    senses = [item.senses for item in context.previous if item.has("country", "alliance")]
    named = [own.get("alliance") or own["country"] for own in senses]
    return named[-1] if named and named[-1] != context.frame.home else ""


def _unknown_country(context):
    """A country that the lexicon lacks: "60 gendarmes of the Republic of Tressan", "18 engineers from Port Regal"."""
    in_event = context.frame.home and any_has(context.after(PLACE_REACH), "place")
    if context.low_after() not in ("from", "of") or in_event:
        return ""
    rest = context.items[context.head.at + 1 :]
    while rest and (rest[0].low in STATE_WORDS or rest[0].has("foreign")):
        rest = rest[1:]
    name = []
    for item in rest:
        if not item.is_capitalised or item.has(*NO_STATE):
            break
        name.append(item.text)
    return " ".join(name) if name and name[0] != context.frame.home else ""


def heading_country(context):
    """ "Malaysia. Promised 500; has landed 275.": the country that opens the paragraph as a sentence of its own."""
    own = [row for row in context.rows if row.sentence.paragraph == context.sentence.paragraph]
    items = own[0].items if own else []
    alone = len(items) == 2 and items[0].has("country") and items[1].low in (".", ":")
    return items[0].senses["country"] if alone and items[0].senses["country"] != context.frame.home else ""


def state_labelled(context):
    """The state in a label that the lexicon lacks: "Republic of Orambo: 620"; "" where there is none."""
    is_named = context.low_before(3) == "of" and context.low_before(4) in STATES and context.low_before() in LABEL_MARKS
    name = context.items[context.i - 2] if is_named else None
    return name.text if name is not None and name.is_capitalised and not name.has("office", "person") else ""


def _unknown_sender(context):
    """ "Under the treaty Halmark had sent 210 gendarmes": a name before the verb, in a text about foreigners."""
    at = context.i - 1
    while at > 0 and context.items[at].has("troop_verb", "aux", "modal", "transparent"):
        at -= 1
    if at < 0 or not _is_unknown_name(context.items, at):
        return ""
    rows = (*context.recent, context.items)
    is_abroad = any(item.has("foreign", "alliance") or item.low in ABROAD for items in rows for item in items)
    return context.items[at].text if is_abroad and context.items[at].text != context.frame.home else ""


def _is_unknown_name(items, at):
    """A capitalised word that the lexicon lacks, and no surname: no capital and no office stands before it."""
    if not items[at].is_capitalised or items[at].senses:
        return False
    return at == 0 or not (items[at - 1].is_capitalised or items[at - 1].has("office", "person"))


def country_near(context):
    """The country in the noun phrase, after it ("from Belarus"), or as the subject before ("Fiji sent 50"); else ""."""
    for item in (*context.head.modifiers, *context.items[context.head.at - 1 : context.head.at]):
        if item.has("country"):
            return item.senses["country"]
    return _country_after(context) or _country_before(context)


def _country_after(context):
    for at in range(context.head.at, min(context.head.at + COUNTRY_AFTER, len(context.items))):
        item = context.items[at]
        if item.has("country") and context.low(at - 1) in ("from", "of", "the", "by"):
            return item.senses["country"]
        if item.is_count or item.low in PHRASE_ENDS:
            return ""
    return ""


def _country_before(context):
    for at in range(context.i - 1, max(context.i - 1 - COUNTRY_BEFORE, -1), -1):
        item = context.items[at]
        if item.has("country"):
            return item.senses["country"]
        if item.low == ";" or (item.is_count and not _goes_on_after(context, at)):
            return ""
    return ""


def _goes_on_after(context, at):
    """A number in between does not cut off the subject: "Australia has 73 officers and 43 soldiers"."""
    return any_low(context.items[at : context.i], ("and",))


def sense_near(context, sense, reach):
    """What the lexicon says of the first item with a sense, so many words around the number and its noun; or None."""
    for item in context.items[max(context.i - reach, 0) : context.head.at + reach]:
        if item.has(sense):
            return item.senses[sense]
    return None
