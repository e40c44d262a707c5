"""The voice of a whole text: a release speaks for its office, a rights group for itself, a diary for a witness."""

import re

from .wordlists import any_of, load_file, word_set

WORDS = load_file("attribution")
PUBLISHERS = WORDS["publishers"]
OUTLETS = [(re.compile(any_of(words), re.I), claimant) for claimant, words in WORDS["outlets"].items()]
OFFICIAL_VOICES, NO_LETTERHEAD = word_set("attribution", "official_voices"), word_set("attribution", "no_letterhead")
HEADED = re.compile(any_of(WORDS["letterheads"]))
FIRST_HAND = re.compile(any_of(WORDS["first_hand"]))
FIRST_PERSON = re.compile(r"[Im](?<!\w.)(?:(?<=I)|[ye])\b")  # "I", "my", "me"; its first letter first, for speed
WE = re.compile(r"\b(?:we|our|us)\b", re.I)
QUOTED = re.compile(r"[“\"«][^”\"»\n]*[”\"»]")
CLOSING = '”"»'
LETTERHEAD_LINES, LETTERHEAD_SENTENCES = 3, 6
NARRATOR_SHARE = 0.015  # share of "I", "my", "me", outside quotations, that makes a text a first-hand account
NARRATORS_SHARE = 0.002  # share of "we", "our", "us" where the text calls itself a first-hand account
INTRODUCTION = 1500  # characters in which it does so


def own_voice(text, rows, outlet="", publisher_type=""):
    """The claimant_type of sentences that name no speaker, for a text that speaks for somebody.

    Args:
        text: the text.
        rows: the `items.Rows` of the text.
        outlet: name of the outlet.
        publisher_type: as in sources.csv.

    Returns:
        the claimant_type of the letterhead, the publisher or the outlet; `witness` for a first-hand account;
        `unattributed` for a news report, which speaks for nobody.

    >>> from .items import Rows; from .lexicon import general_phrases
    >>> rows = Rows("Two died.", general_phrases())
    >>> own_voice("I saw two of them fall, and I ran.", rows), own_voice("Two died.", rows, outlet="Regional police")
    ('witness', 'police')
    """
    publisher = PUBLISHERS.get(publisher_type) or _voice_of_outlet(outlet or "")
    if publisher in OFFICIAL_VOICES:
        return _letterhead(rows) or publisher
    if publisher:
        return publisher  # a rights group names the police in its first lines, and speaks for itself
    if _is_headed_by_office(text):
        return _letterhead(rows) or "unattributed"
    return "witness" if _is_first_hand(text) else "unattributed"


def _voice_of_outlet(outlet):
    name = outlet.replace("-", " ")
    return next((claimant for pattern, claimant in OUTLETS if pattern.search(name)), None)


def _is_headed_by_office(text):
    """Whether the first line is a letterhead: an office in capitals, and no digit, which a headline would have."""
    first = text.lstrip().partition("\n")[0]
    return first.isupper() and HEADED.search(first.lower()) is not None and not any(map(str.isdecimal, first))


def _is_first_hand(text):
    opening = text[:INTRODUCTION]
    is_introduced = any(words in opening for words in WORDS["first_hand"]) and FIRST_HAND.search(opening) is not None
    if not is_introduced and not FIRST_PERSON.search(text):
        return False
    unquoted = _without_quotations(text)
    words = max(len(unquoted.split()), 1)
    if len(FIRST_PERSON.findall(unquoted)) / words > NARRATOR_SHARE:
        return True
    return is_introduced and len(WE.findall(text)) / words > NARRATORS_SHARE


def _without_quotations(text):
    """The text with a space for each quotation; a line is searched up to its last closing mark only, so that a line
    of opening marks takes no longer than any other.

    >>> _without_quotations("He said “no” twice.")
    'He said   twice.'
    """
    lines = []
    for line in text.split("\n"):
        end = max(map(line.rfind, CLOSING)) + 1
        lines.append(QUOTED.sub(" ", line[:end]) + line[end:])
    return "\n".join(lines)


def _letterhead(rows):
    """The office that a letterhead names in the first lines."""
    head = [row.items for row in rows.opening(LETTERHEAD_LINES)]
    offices = (item.senses["office"] for items in head[:LETTERHEAD_SENTENCES] for item in items if item.has("office"))
    return next((office for office in offices if office not in NO_LETTERHEAD), None)
