"""The claimant of every figure of a text: speakers of the sentence, carried over, or the text's own voice."""

import re

from .figure import walk
from .signals import LINK, NUMBER, SPEAKER, SUBJECT, TIE
from .speakers import NAMED, VOICES_OF_OTHERS, Speaker, choose_speaker, find_speakers, learn_names, pronoun_speaker
from .ties import LONG_DASHES
from .voices import OFFICIAL_VOICES
from .wordlists import word_set

OFFICES_KNOWN = 12  # the latest ones that a word may take up
AGED = re.compile(r",\s{0,2}\d{1,3}\s?[,.;)]")  # a name and an age, by which a witness is known
SPOKEN = re.compile(r"[\"“”„«»]")
ASSERTIONS, ASSERTING_REACH = word_set("attribution", "assertions"), 4  # words between "of" and the office
NETWORKS = word_set("attribution", "networks")
SPREADERS = word_set("attribution", "channels") | NETWORKS
BODIES = ("ngo", "activists", "igo")
ADVERB = "officially"  # speaks for its own sentence
STEM = 6  # letters that "ministry" and "minister" share
HEADING, HEADING_WORDS = 4, 12  # items of a heading at most, and the words that these may have
MOST_SEEN = 200  # a narrator may have counted so many; more are told by somebody, who is not named
ANONYMOUS = Speaker(0, 0, "witness", "", 1)  # "he said", where nobody has been named


class Attribution:
    """Carries speakers through a text: within a paragraph from figure to figure, beyond it to "he said".

    Args:
        rows: the `items.Rows` of the text.
        text: the text.
        voice: the text's own claimant_type (`own_voice`).
        home: the country of the event.
    """

    def __init__(self, rows, text, voice, home):
        self.rows, self.text, self.voice, self.home = rows, text, voice, home
        self.names, self.memory, self.carried, self.paragraph = {}, None, None, 0
        self.subject = None  # the office that opened a sentence of the paragraph without stating anything
        self.body = None  # the last group, for "the group"
        self.remembered_in = 0  # the paragraph of the speaker in memory
        self.officials = []  # the offices of the state so far, for "the ministry" and "the office"

    def read(self, sentence, items, figures):
        """Attribute the figures of one sentence."""
        if sentence.paragraph != self.paragraph:
            self.carried, self.subject, self.paragraph = None, None, sentence.paragraph
        speakers = self._speakers_of(items)
        pronoun = pronoun_speaker(items)
        going_on = self._meant_by(pronoun, sentence) if pronoun else None
        spoken = None
        for figure in figures:
            spoken = choose_speaker(speakers, items, figure.index) or self._next_if_quoted(sentence)
            spoken = spoken or going_on or self._carried_to(figure)
            _attribute(figure, spoken, self.voice)
        if spoken is not None and spoken.text.lower() == ADVERB:
            spoken = None
        self.subject = next((s for s in speakers if s.strength < NAMED), self.subject)
        self._remember(items, [s for s in speakers if s.strength >= NAMED], figures, spoken)

    def _carried_to(self, figure):
        """The speaker of the sentences before, who goes on; a contingent is told anew by whoever tells of it."""
        return None if figure.metric == "troop_contingents" else self.carried

    def may_name_speaker(self, row):
        """Whether somebody in a sentence may state something: an office, a witness, somebody known by name."""
        told, printed = row.told, row.sentence.printed
        if self.voice not in VOICES_OF_OTHERS or told & SUBJECT or (told & SPEAKER and told & LINK):
            return True
        is_marked = ":" in printed or any(dash in printed for dash in LONG_DASHES)
        if not (told & TIE or is_marked or len(printed.split()) <= HEADING_WORDS):
            return False
        if told & SPEAKER or (told & NUMBER and AGED.search(printed)):
            return True
        low = printed.lower() if self.names else ""
        return any(name in low for name in self.names)

    def _meant_by(self, pronoun, sentence):
        """The speaker whom a pronoun takes up: outside a quotation "we" is the text itself, and "it" is no witness."""
        if pronoun == "we" and not SPOKEN.search(sentence.printed):
            return Speaker(0, 0, "media" if self.voice == "unattributed" else self.voice, "", NAMED)
        if pronoun == "they" and self.remembered_in != sentence.paragraph:
            return Speaker(0, 0, "unattributed", "", NAMED)  # people say
        if pronoun == "it" and self.memory is not None and self.memory.kind == "witness":
            return None
        is_here = self.memory is not None and self.remembered_in == sentence.paragraph
        return (self.memory if is_here else self.subject or self.memory) or ANONYMOUS

    def _speakers_of(self, items):
        """The speakers of a sentence, with "the ministry" and "a spokesman" resolved to the one spoken of before."""
        speakers = find_speakers(items, self.names, self.home, self.voice)
        for speaker in speakers:
            if speaker.kind == "body":
                self._resolve_body(speaker)
            elif speaker.kind == "generic" and not _take_own_office(speaker, items):
                self._resolve(speaker)
        learn_names(items, speakers, self.names)
        return speakers

    def _resolve(self, speaker):
        noun = speaker.text.lower().split()[-1][:STEM]
        namesakes = (known for known in reversed(self.officials) if noun in known.text.lower())
        known = next(namesakes, self.officials[-1] if self.officials else None)
        if known is not None:
            speaker.kind, speaker.text = known.kind, known.text
        else:
            speaker.kind = self.voice if self.voice in OFFICIAL_VOICES else "government"

    def _resolve_body(self, speaker):
        """ "the group": the last one that spoke; "the organisation" in its own release is the release's."""
        if self.voice in BODIES:
            speaker.kind = self.voice
        elif self.body is not None:
            speaker.kind, speaker.text = self.body.kind, self.body.text
        else:
            speaker.kind = "ngo"

    def _next_if_quoted(self, sentence):
        """A quotation that goes on into the next sentence takes the speaker named there."""
        printed = self.text[sentence.start : sentence.end]
        is_open = printed.count("“") > printed.count("”") or printed.count('"') % 2 == 1
        following = self.rows.get(sentence.number + 1)
        if not is_open or following is None or following.sentence.paragraph != sentence.paragraph:
            return None
        speakers = find_speakers(following.items, self.names, self.home, self.voice)
        return speakers[0] if speakers and speakers[0].kind != "generic" else None

    def _remember(self, items, named, figures, spoken):
        """Keep the speakers of a sentence for the next ones; a number without a figure keeps its speaker too."""
        if named:
            self.memory, self.remembered_in = named[-1], self.paragraph
        self.body = next((speaker for speaker in reversed(named) if speaker.kind in BODIES), self.body)
        officials = [speaker for speaker in named if speaker.kind in OFFICIAL_VOICES]
        self.officials = (self.officials + officials)[-OFFICES_KNOWN:]
        heading = _heading(items)
        if heading is not None:
            self.carried = self.memory = heading
            self.remembered_in = self.paragraph
            self.officials.append(heading)
        elif figures:
            self.carried = spoken
        elif named:
            goes_on = any(item.is_count or item.has("statement") for item in items)  # "keeps its own table"
            self.carried = named[-1] if goes_on else None


def _take_own_office(speaker, items):
    """ "Prosecutors have begun 125 inquiries, their spokeswoman said": theirs is the office named before; or False."""
    if speaker.at == 0 or items[speaker.at - 1].low not in ("their", "its"):
        return False
    offices = (item for item in items[: speaker.at] if item.senses.get("office") in OFFICIAL_VOICES)
    office = next(offices, None)
    if office is not None:
        speaker.kind, speaker.text = office.senses["office"], office.text
    return office is not None


def _heading(items):
    """ "Ministry of Internal Affairs." as a heading of its own speaks for the paragraph."""
    office = next((item for item in items if item.senses.get("office") in OFFICIAL_VOICES), None)
    if office is None or len(items) > HEADING or any(_states(item) for item in items):
        return None
    return Speaker(0, 0, office.senses["office"], office.text, NAMED)


def _states(item):
    return item.is_count or (item.has("say", "be", "aux") and not item.has("office"))


def fill_claimants(figures, rows, text, voice, home=""):
    """Set claimant_type, claimant_text and via of every figure.

    Args:
        figures: the figures of the text, in order.
        rows: the `items.Rows` of the text.
        text: the text.
        voice: the text's own claimant_type (`own_voice`).
        home: the country of the event.
    """
    attribution = Attribution(rows, text, voice, home)
    for row, spoken in walk(rows, figures):
        if spoken or attribution.may_name_speaker(row):
            attribution.read(row.sentence, row.items, spoken)


def _attribute(figure, speaker, voice):
    if speaker is None:
        is_seen = voice != "witness" or figure.size < MOST_SEEN
        figure.claimant_type = voice if is_seen else "unattributed"
        return
    figure.claimant_type, figure.claimant_text, figure.via = speaker.kind, speaker.text, speaker.via


def credit_denied(figures):
    """A figure that is denied is that of the channel that spread it, where the sentence names one, not the denier's.

    What goes round in messengers is nobody's.

    Args:
        figures: the figures of a text with their status and claimants.
    """
    for figure in figures:
        if figure.status == "denied" and figure.claimant_type in OFFICIAL_VOICES:
            spread = next((item for item in figure.items if item.low in SPREADERS), None)
            asserted = _asserted_by(figure.items[: figure.index])
            if spread is not None:
                kind = "unattributed" if spread.low in NETWORKS else "media"
                figure.claimant_type, figure.claimant_text = kind, spread.text
            elif asserted is not None:
                figure.claimant_type, figure.claimant_text = asserted.senses["office"], asserted.text


def _asserted_by(items):
    """ "The assertion of a lawyer that 40 died", "a claim by the union": the office behind a noun of asserting."""
    links = (at for at in range(1, len(items)) if items[at].low in ("of", "by") and items[at - 1].low in ASSERTIONS)
    at = next(links, len(items))
    return next((item for item in items[at + 1 : at + 1 + ASSERTING_REACH] if item.has("office")), None)
