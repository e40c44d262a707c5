"""The claimant of every figure of a text: speakers of the sentence, carried over, or the text's own voice."""

import re

from .speakers import choose_speaker, find_speakers, has_pronoun_speaker, learn_names

PUBLISHERS = {"ngo": "ngo", "igo": "igo", "official": "government", "government": "government"}
OUTLET_WORDS = (  # words of an outlet's name that make it a claimant in its own texts
    (re.compile(r"\bpolice", re.I), "police"),
    (re.compile(r"\b(?:ministry|minister)", re.I), "government"),
    (re.compile(r"\b(?:alliance|organi[sz]ation|united nations|ohchr|osce)\b", re.I), "igo"),
    (re.compile(r"\b(?:ngo|human rights|rights watch|amnesty|foundation|memorial)\b", re.I), "ngo"),
)
FIRST_PERSON = re.compile(r"\b(?:I|my|me)\b")
WE = re.compile(r"\b(?:we|our|us)\b", re.I)
QUOTED = re.compile(r"[“\"«][^”\"»\n]*[”\"»]")
LETTERHEAD_LINES = 3


def own_voice(text, rows, outlet, publisher_type):
    """The claimant_type of sentences that name no speaker, for a text that speaks for somebody.

    A press release speaks for its office (letterhead or outlet), a rights group for itself, a first-person account
    for a witness; a news report speaks for nobody: `unattributed`.
    """
    if publisher_type in PUBLISHERS:
        return _letterhead(rows) or PUBLISHERS[publisher_type]
    for pattern, claimant in OUTLET_WORDS:
        if pattern.search(outlet or ""):
            return _letterhead(rows) or claimant
    unquoted = QUOTED.sub(" ", text)
    words = max(len(unquoted.split()), 1)
    if len(FIRST_PERSON.findall(unquoted)) / words > 0.015:
        return "witness"
    if re.search(r"\b(?:first-hand|eyewitness|firsthand) account\b", text[:1500]) and len(WE.findall(text)) / words > 0.002:
        return "witness"
    return "unattributed"


def _letterhead(rows):
    """The office that a letterhead names in the first lines, without a verb of stating."""
    for sentence, items in list(rows.values())[:6]:
        if sentence.paragraph > LETTERHEAD_LINES:
            break
        offices = [item.senses["office"] for item in items if item.has("office") and item.senses["office"] not in ("government", "media", "witness", "unattributed", "activists")]
        if offices:
            return offices[0]
    return None


def fill_claimants(figures, rows, text, outlet="", publisher_type=""):
    """Set claimant_type, claimant_text and via of every figure.

    Args:
        figures: all figures of the text, in order.
        rows: sentence number → (sentence, items).
        text, outlet, publisher_type: of the source.
    """
    voice = own_voice(text, rows, outlet, publisher_type)
    names, last, last_paragraph = {}, None, 0
    by_sentence = {}
    for figure in figures:
        by_sentence.setdefault(figure.sentence.number, []).append(figure)
    for number, (sentence, items) in rows.items():
        speakers = find_speakers(items, names)
        learn_names(items, speakers, names)
        current = last if sentence.paragraph == last_paragraph or has_pronoun_speaker(items, 0) else None
        for figure in by_sentence.get(number, ()):
            _attribute(figure, choose_speaker(speakers, figure.index) or _next_if_quoted(text, rows, sentence, names) or current, voice)
        if speakers:
            last = speakers[-1] if speakers[-1].kind != "unattributed" else last
        elif sentence.paragraph != last_paragraph and not has_pronoun_speaker(items, 0):
            last = last if current else None
        last_paragraph = sentence.paragraph


def _attribute(figure, speaker, voice):
    if speaker is None:
        figure.claimant_type = voice
        return
    figure.claimant_type, figure.claimant_text, figure.via = speaker.kind, speaker.text, speaker.via


def _next_if_quoted(text, rows, sentence, names):
    """A quotation that goes on into the next sentence takes the speaker named there."""
    printed = text[sentence.start : sentence.end]
    opened = printed.count("“") > printed.count("”") or printed.count('"') % 2 == 1
    following = rows.get(sentence.number + 1)
    if not opened or following is None or following[0].paragraph != sentence.paragraph:
        return None
    speakers = find_speakers(following[1], names)
    return speakers[0] if speakers else None
