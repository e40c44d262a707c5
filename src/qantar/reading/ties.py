"""What ties an office to a statement: a phrase, a colon, a verb, a genitive."""

from .items import any_count, any_has, any_low
from .offices import POSSESSION, possesses_figure
from .wordlists import word_set

AGENT_LINKS, LOOSE = word_set("attribution", "agent_links"), word_set("attribution", "loose")
BEFORE_AGENT, STATED_BY = word_set("attribution", "before_agent"), word_set("attribution", "stated_by")
RELATIVES, ARTICLES = word_set("attribution", "relatives"), word_set("attribution", "articles")
SPEAKING_ALONE = "official"  # what an office begins with that speaks by being named
OFFICIALS, OWNED = word_set("attribution", "officials"), word_set("attribution", "owned")
ARTICLES_OF_OWNERS = ("the", "its", "their")
SILENT = word_set("attribution", "addressee_verbs", "no_speech")
LEADING = word_set("attribution", "leading")
BEFORE_OFFICE = word_set("attribution", "before_office")
# How firmly an office is tied: by a phrase or a colon, by a verb or a genitive, by its name alone.
FIRM, TIED, NAMED = 5, 4, 3
# Items that are searched for a tie.
PHRASE_REACH, VERB_REACH, INVERTED_REACH, GENITIVE_REACH, COLON_REACH, HEADING_REACH = 4, 17, 5, 4, 3, 15
OTHER_SUBJECTS = ("he", "she", "they", "we", "i")  # "killed by the police," he said
LONG_DASHES = ("–", "—")
OPENING = 4  # position up to which an office opens the sentence
INSERTION_BEFORE, INSERTION_AFTER = 9, 3  # items around an office between the commas of an insertion


def tie_of(items, at):
    """What ties the office at a position to a statement.

    Returns:
        (place, strength): the position of the verb or of the office itself, and `FIRM`, `TIED`, `NAMED`, or 0 with
        place -1 where nothing ties it.
    """
    if _follows_phrase(items, at) or _stands_before_colon(items, at):
        return at, FIRM
    is_agent = at > 0 and items[at - 1].low in AGENT_LINKS
    if _speaks_alone(items[at], is_agent):
        return at, NAMED
    if _is_said_by(items, at) or _is_owner_behind(items, at) or _closes_after_dash(items, at) or _is_gapped(items, at):
        return at, FIRM
    if _owns_statement(items, at):
        return at, TIED
    verb = _verb_after(items, at)
    if verb is None or (is_agent and not (_is_inserted(items, at) or _opens_relative(items, at))):
        verb = _verb_before(items, at)
    return (verb, TIED) if verb is not None else (-1, 0)


def _follows_phrase(items, at):
    """ "according to the ministry", "by the account of two witnesses"."""
    return any(item.has("attribution") for item in items[max(at - PHRASE_REACH, 0) : at])


def _stands_before_colon(items, at):
    """ "Defence Ministry: 163", "The Interior Ministry again: 5,969", "Our stringer, on foot downtown: three"."""
    if at <= OPENING and _opens_heading(items, at):
        return True
    for item in items[at + 1 : at + 1 + COLON_REACH]:
        if item.low == ":":
            return True
        if not item.has("transparent") and not item.text[:1].isupper():
            return False
    return False


def _opens_heading(items, at):
    """True where a colon follows without a verb or a number in between, or right before a number that it has."""
    end = min(at + 1 + HEADING_REACH, len(items))
    colon = next((k for k in range(at + 1, end) if items[k].low == ":"), None)
    if colon is None:
        return False
    between = items[at + 1 : colon]
    has_number = any_count(items[colon + 1 : colon + 2]) and any_low(between, LEADING) and not any_count(between)
    return has_number or not any(_states(item) for item in between)


def _states(item):
    return item.is_count or (item.has("say", "be", "verb") and not item.has("preposition"))


def _is_said_by(items, at):
    """ "as was stated by the President", "issued by the Interior Ministry", "one appeal by rights groups"."""
    link = at - 1
    while link > 0 and (items[link].low in BEFORE_AGENT or items[link].has("country")):
        link -= 1
    if link < 1 or items[link].low != "by":
        return False
    return items[link - 1].has("say", "statement") or items[link - 1].low in STATED_BY


def _speaks_alone(item, is_agent):
    """ "official figures", "rumours" speak by being named; officials who are attacked or blamed do not."""
    if item.low in LOOSE:
        return True
    return item.low.startswith(SPEAKING_ALONE) and not (is_agent and item.low in OFFICIALS)


def _is_owner_behind(items, at):
    """ "the final count of the Kazakh prosecutors": the statement of an office."""
    link = at - 1
    while link > 0 and (items[link].low in ARTICLES_OF_OWNERS or items[link].has("country")):
        link -= 1
    return at - link > 1 and items[link].low == "of" and link > 0 and items[link - 1].low in OWNED


def _closes_after_dash(items, at):
    """ "There have been no deaths" – the ministry."""
    before = at - 1 - (at > 1 and items[at - 1].has("function"))
    return before > 0 and items[before].low in LONG_DASHES and at + 2 >= len(items)


def _is_gapped(items, at):
    """ "The health ministry recorded 2,711 injured; the interior ministry, 3,393": the verb is understood."""
    follows = [item.low for item in items[at + 1 : at + 2]] == [","] and any_count(items[at + 2 : at + 3])
    return follows and any(item.low == ";" for item in items[:at]) and any_has(items[:at], "say")


def _opens_relative(items, at):
    """ "From Amnesty International, which put the dead at ten": the clause is the office's own."""
    return [item.low for item in items[at + 1 : at + 3]] in ([",", "which"], [",", "who"])


def _is_inserted(items, at):
    """ "Shalabayev, who heads a division at the prosecutor's office, said": the office sits in an insertion."""
    before = items[max(at - INSERTION_BEFORE, 0) : at]
    after = items[at + 1 : at + 1 + INSERTION_AFTER]
    return any(item.low == "," for item in before) and any(item.low == "," for item in after)


def _owns_statement(items, at):
    """ "the Prosecutor General's count", "prosecutors' August list", "a foundation a list of 221"."""
    following = items[at + 1 : at + 3]
    if len(following) == 2 and following[0].low == "a" and following[1].has("statement"):
        return True
    if not items[at].text.endswith("s") and not (following and following[0].low in ("'", "’")):
        return False
    for item in items[at + 1 : at + 1 + GENITIVE_REACH]:
        if item.has("statement"):
            return True
        if item.is_count or (item.has("be", "aux", "verb") and item.low != "own"):
            return False
    return False


def _verb_after(items, at):
    """The place of a verb of stating whose subject the office is: "a senior prosecutor told a briefing"."""
    for ahead in range(at + 1, min(at + 1 + VERB_REACH, len(items))):
        item = items[ahead]
        if item.low in POSSESSION:
            if possesses_figure(items, ahead):
                return ahead
            continue
        if item.has("say", "deny") and not _is_noun(items, ahead) and not _is_passive(items, ahead):
            return ahead
        ends = item.is_count or item.low in OTHER_SUBJECTS or item.low in (";", ":")
        if ends or _begins_other_clause(item, ahead == at + 1) or _is_new_subject(items, ahead):
            return None
    return None


def _is_new_subject(items, at):
    """ "killed by the police," the minister told: another office behind a comma."""
    return at > 1 and items[at].has("office") and items[at - 1].low == "the" and items[at - 2].low == ","


def _begins_other_clause(item, is_next):
    """True for "that", "while", "because"…; a relative clause right after the office is its own."""
    is_own = item.low == "who" or (is_next and item.low in RELATIVES)
    return item.has("subordinator") and not is_own


def _is_noun(items, at):
    """ "the report", "an account", "the list": a noun that looks like a verb of stating."""
    return at > 0 and items[at - 1].low in ARTICLES and not items[at].low.endswith("ed")


def _is_passive(items, at):
    """ "had been put on a bus", "were told": what is done to somebody, and states nothing of theirs."""
    return items[at - 1].has("be") and items[at].senses.get("say") == "past"


def _verb_before(items, at):
    """ "said the acting minister", "informed yesterday the ombudsman"; "told reporters" names the hearer."""
    for back in range(at - 1, max(at - 1 - INVERTED_REACH, -1), -1):
        item = items[back]
        if item.has("say") and not _is_noun(items, back):
            return None if item.low in SILENT else back
        if item.kind != "word" or not _may_precede_office(item):
            return None
    return None


def _may_precede_office(item):
    is_named = item.text[:1].isupper() or item.has("transparent", "country", "place", "weekday")
    return is_named or item.low in BEFORE_OFFICE
