"""The claimant of every figure of a text: speakers of the sentence, carried over, or the text's own voice."""

import re

from .speakers import Speaker, choose_speaker, find_speakers, has_pronoun_speaker, learn_names

PUBLISHERS = {"ngo": "ngo", "igo": "igo", "official": "government", "government": "government"}
OUTLET_WORDS = (  # words of an outlet's name that make it a claimant in its own texts
    (re.compile(r"\bpolice", re.I), "police"),
    (re.compile(r"\b(?:ministry|minister)", re.I), "government"),
    (re.compile(r"\b(?:alliance|organi[sz]ation|united nations|ohchr|osce)\b", re.I), "igo"),
    (re.compile(r"\b(?:ngo|human rights|rights watch|amnesty|foundation|memorial)\b", re.I), "ngo"),
)
OFFICIAL_VOICES = {
    "police",
    "government",
    "igo",
    "interior_ministry",
    "health_ministry",
    "defence_ministry",
    "prosecutor",
    "president",
}
FIRST_PERSON = re.compile(r"\b(?:I|my|me)\b")
WE = re.compile(r"\b(?:we|our|us)\b", re.I)
QUOTED = re.compile(r"[“\"«][^”\"»\n]*[”\"»]")
LETTERHEAD_LINES = 3
NARRATOR_SHARE = 0.015  # share of first-person words, outside quotations, that makes a text a first-hand account


def own_voice(text, rows, outlet="", publisher_type=""):
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
    if len(FIRST_PERSON.findall(unquoted)) / words > NARRATOR_SHARE:
        return "witness"
    if (
        re.search(r"\b(?:first-hand|eyewitness|firsthand) account\b", text[:1500])
        and len(WE.findall(text)) / words > 0.002
    ):
        return "witness"
    return "unattributed"


def _letterhead(rows):
    """The office that a letterhead names in the first lines."""
    for sentence, items in list(rows.values())[:6]:
        if sentence.paragraph > LETTERHEAD_LINES:
            break
        for item in items:
            if item.has("office") and item.senses["office"] not in (
                "government",
                "media",
                "witness",
                "unattributed",
                "activists",
                "generic",
            ):
                return item.senses["office"]
    return None


class Attribution:
    """Carries speakers through a text: within a paragraph from figure to figure, beyond it to "he said"."""

    def __init__(self, rows, text, voice, home):
        self.rows, self.text, self.voice, self.home = rows, text, voice, home
        self.names, self.memory, self.carried, self.paragraph = {}, None, None, 0
        self.official = None  # the last office of the state, for "the ministry" and "the office"

    def speakers_of(self, items):
        """The speakers of a sentence, with "the ministry" and "a spokesman" resolved to the one spoken of before."""
        speakers = find_speakers(items, self.names, self.home, self.voice)
        for speaker in speakers:
            if speaker.kind == "generic":
                known = self.official or Speaker(
                    0, 0, self.voice if self.voice in OFFICIAL_VOICES else "government", speaker.text, 0
                )
                speaker.kind, speaker.text = known.kind, known.text
        learn_names(items, speakers, self.names)
        return speakers

    def read(self, sentence, items, figures):
        """Attribute the figures of one sentence."""
        if sentence.paragraph != self.paragraph:
            self.carried, self.paragraph = None, sentence.paragraph
        speakers = self.speakers_of(items)
        going_on = self.memory or Speaker(0, 0, "witness", "", 1) if has_pronoun_speaker(items) else None
        spoken = None
        for figure in figures:
            spoken = (
                choose_speaker(speakers, items, figure.index)
                or self._next_if_quoted(sentence)
                or going_on
                or self.carried
            )
            _attribute(figure, spoken, self.voice)
        named = [s for s in speakers if s.strength > 2]
        self.memory = named[-1] if named else self.memory
        self.official = next((s for s in reversed(named) if s.kind in OFFICIAL_VOICES), self.official)
        counted = any(item.is_count for item in items)
        heading = _heading(items)
        if heading is not None:
            self.carried = self.memory = self.official = heading
        elif figures or named:
            self.carried = spoken if figures else named[-1] if counted else None

    def _next_if_quoted(self, sentence):
        """A quotation that goes on into the next sentence takes the speaker named there."""
        printed = self.text[sentence.start : sentence.end]
        opened = printed.count("“") > printed.count("”") or printed.count('"') % 2 == 1
        following = self.rows.get(sentence.number + 1)
        if not opened or following is None or following[0].paragraph != sentence.paragraph:
            return None
        speakers = find_speakers(following[1], self.names, self.home, self.voice)
        return speakers[0] if speakers and speakers[0].kind != "generic" else None


def _heading(items):
    """ "Ministry of Internal Affairs." as a heading of its own speaks for the paragraph."""
    office = next((item for item in items if item.has("office") and item.senses["office"] in OFFICIAL_VOICES), None)
    quiet = len(items) <= 4 and not any(
        item.has("say", "be", "aux") and not item.has("office") or item.is_count for item in items
    )
    return Speaker(0, 0, office.senses["office"], office.text, 3) if office is not None and quiet else None


def fill_claimants(figures, rows, text, voice, home=""):
    """Set claimant_type, claimant_text and via of every figure.

    Args:
        figures: the figures of the text, in order.
        rows: sentence number → (sentence, items).
        text: the text.
        voice: the text's own claimant_type (`own_voice`).
        home: the country of the event.
    """
    by_sentence = {}
    for figure in figures:
        by_sentence.setdefault(figure.sentence.number, []).append(figure)
    attribution = Attribution(rows, text, voice, home)
    for number, (sentence, items) in rows.items():
        attribution.read(sentence, items, by_sentence.get(number, ()))


def _attribute(figure, speaker, voice):
    if speaker is None:
        figure.claimant_type = voice
        return
    figure.claimant_type, figure.claimant_text, figure.via = speaker.kind, speaker.text, speaker.via
