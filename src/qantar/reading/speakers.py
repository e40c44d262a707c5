"""Who states a figure: the offices of a sentence that something ties to a statement, and which of them speaks where."""

from dataclasses import dataclass, replace

from .names import names_beside
from .offices import POSSESSION, SPEAKING, has_age, office_at
from .ties import AGENT_LINKS, FIRM, NAMED, TIED, tie_of
from .wordlists import word_set

CITING, CLAUSE_BREAKS = word_set("attribution", "citing"), word_set("attribution", "clause_breaks")
CONCESSIONS, PRONOUNS = word_set("attribution", "concessions"), word_set("attribution", "pronouns")
HEAD_LINKS, OFFICE_LINKS = word_set("attribution", "head_links"), word_set("attribution", "office_links")
OF_SPEAKER, POSSESSIVES = ("by", "in", "on", "according to"), ("his", "her")
WORDS_OF_SPEAKER = word_set("attribution", "words_of_a_speaker")
OUR, SUBJECTS = word_set("attribution", "our"), word_set("attribution", "subjects")
VAGUE_KINDS = word_set("attribution", "vague_kinds")
VOICES_OF_OTHERS = ("unattributed", "witness")  # of texts that do not speak for an office of their own
SUBJECT = 2  # strength of an office that only opens the sentence
OPENING = 4  # items at the start of a sentence in which its subject stands
HEAD_REACH, OFFICE_REACH, CITING_REACH = 4, 3, 4
RELATIVE_REACH = 9  # items between a number and "that the prosecutors admit"
CONCEDING = 5  # position up to which the speaker of "Although Tokayev spoke of 20,000" stands
VERB_REACH = 3  # items between a pronoun and its verb


@dataclass(slots=True)
class Speaker:
    """A claimant named in a sentence: its place, the place of what ties it to a statement, its type and words."""

    at: int
    verb_at: int
    kind: str
    text: str
    strength: int
    via: str = ""


def find_speakers(items, names, home="", voice="unattributed"):
    """The speakers of a sentence, in order of place.

    Args:
        items: the items of the sentence.
        names: surname → (claimant_type, office) of people met earlier in the text.
        home: the country of the event; offices of other countries are a `foreign_government`.
        voice: the text's own claimant_type, for "our lawyers" and "we have recorded".

    Returns:
        list of Speaker; where no office is tied to a statement, the subject of the sentence stands in.
    """
    people = (at for at, item in enumerate(items) if _may_speak(items, at, item, names))
    tied = (_speaker_at(items, at, names, home, voice) for at in people)
    found = [speaker for speaker in tied if speaker is not None]
    found = _merge_citations(items, _merge_heads(items, found))
    return found or _subject_speaker(items, names, home, voice)


def _may_speak(items, at, item, names):
    return item.has(*SPEAKING) or item.low.removesuffix("'s") in names or has_age(items, at)


def _speaker_at(items, at, names, home, voice):
    kind, text = office_at(items, at, names, home, voice)
    if not kind:
        return None
    verb_at, strength = tie_of(items, at)
    is_channel = kind == "media" and strength == TIED and at > 0 and items[at - 1].low in AGENT_LINKS
    if not strength or is_channel:  # "speaking on state television" names the channel, not the claimant
        return None
    return Speaker(at, verb_at, kind, text, strength)


def _subject_speaker(items, names, home, voice):
    """The office that opens the sentence, where nothing is tied: "The doctors' committee had passed one hundred"."""
    if voice not in VOICES_OF_OTHERS and any(item.low in OUR for item in items[:OPENING]):
        return [Speaker(0, 0, voice, "", NAMED)]
    for at in range(min(OPENING, len(items))):
        kind, text = office_at(items, at, names, home, voice)
        is_agent = at > 0 and items[at - 1].low in AGENT_LINKS | CONCESSIONS
        if kind in SUBJECTS and not is_agent:
            return [Speaker(at, at, kind, text, SUBJECT)]
    return []


def _merge_heads(items, found):
    """ "an official of the prosecutor general's office": one speaker, the more exact office."""
    merged = []
    for speaker in found:
        previous = merged[-1] if merged else None
        if previous is None:
            merged.append(speaker)
        elif speaker.at - previous.at == 1 and speaker.kind in ("media", "generic"):
            previous.via = speaker.text if speaker.kind == "media" else ""  # "a government Telegram channel"
        elif _belongs_to(items, previous, speaker):
            verb_at = min(previous.verb_at, speaker.verb_at)
            merged[-1] = replace(previous, verb_at=verb_at, kind=speaker.kind, text=speaker.text, via="")
        else:
            merged.append(speaker)
    for speaker in merged:
        _specify(items, speaker)
    return merged


def _belongs_to(items, previous, speaker):
    between = items[previous.at + 1 : speaker.at]
    return len(between) < HEAD_REACH and any(item.low in HEAD_LINKS for item in between)


def _specify(items, speaker):
    """ "spokesman for the Health Ministry", "official of the prosecutor's office": the office gives type and words."""
    if speaker.kind not in VAGUE_KINDS:
        return
    is_linked = False
    for item in items[speaker.at + 1 : speaker.at + 1 + OFFICE_REACH]:
        if item.has("office") and is_linked:
            speaker.kind, speaker.text = item.senses["office"], item.text
            return
        is_linked = is_linked or item.low in OFFICE_LINKS
        if item.low not in OFFICE_LINKS and item.low != "the":
            return


def _merge_citations(items, found):
    """ "Khabar 24, citing the Health Ministry": the agency is `via`, the ministry the claimant."""
    merged = []
    for speaker in found:
        previous = merged[-1] if merged else None
        is_cited = any(item.low in CITING for item in items[max(speaker.at - CITING_REACH, 0) : speaker.at])
        if is_cited and previous is not None and previous.kind == "media":
            merged[-1] = replace(speaker, strength=FIRM, via=previous.text)
            continue
        if is_cited:
            agencies = (item.text for item in items[: speaker.at] if item.senses.get("office") == "media")
            speaker.via = next(agencies, "")
        merged.append(speaker)
    return merged


def choose_speaker(speakers, items, index):
    """The speaker of a number.

    Args:
        speakers: the speakers of the sentence, see `find_speakers`.
        items: the items of the sentence.
        index: the position of the number.

    Returns:
        the one named in "that the prosecutors admit" right after the number, else the nearest before it in the
        sentence, else the nearest after it in the same clause, else None.
    """
    after = [s for s in speakers if s.at > index and not _is_cut_off(items, index, s.at)]
    relative = next((s for s in after if _is_relative(items, index, s.at)), None)
    if relative is not None:
        return relative
    before = [s for s in speakers if s.at < index and s.verb_at <= index and not _is_conceded(items, s, index)]
    if before:
        return before[-1]
    return after[0] if after else None


def _is_relative(items, index, at):
    """ "12 dead that the prosecutors admit"."""
    is_near = at - index <= RELATIVE_REACH
    return is_near and any(item.low in ("that", "which") for item in items[max(at - 2, 0) : at])


def _is_conceded(items, speaker, index):
    """ "Although Tokayev spoke of 20,000 …, so far 546 investigations": the main clause is not the speaker's."""
    opens = items[0].low in CONCESSIONS and speaker.at <= CONCEDING
    return opens and any(item.low == "," for item in items[speaker.verb_at + 1 : index])


def _is_cut_off(items, index, at):
    return any(item.low in CLAUSE_BREAKS for item in items[index + 1 : at])


def pronoun_speaker(items):
    """The pronoun that states something, so that the last speaker goes on: "he said", "by her account"; or ""."""
    for at in range(len(items) - 2):
        if items[at].low in OF_SPEAKER and items[at + 1].low in POSSESSIVES and items[at + 2].low in WORDS_OF_SPEAKER:
            return "she" if items[at + 1].low == "her" else "he"
    return next((items[at].low for at in range(len(items) - 1) if _is_pronoun_speaker(items, at)), "")


def _is_pronoun_speaker(items, at):
    pronoun = items[at].low
    if pronoun not in PRONOUNS or (pronoun == "it" and items[at + 1].has("be")):  # "it was reported" names nobody
        return False
    for item in items[at + 1 : at + 1 + VERB_REACH]:
        if item.has("say", "deny") and item.low not in POSSESSION:
            return True
        if not item.has("transparent", "aux", "function"):
            return False
    return False


def learn_names(items, speakers, names):
    """Remember who holds an office: "Serik Shalabayev, who heads … at the Prosecutor General's Office, said".

    Args:
        items: the items of the sentence.
        speakers: its speakers.
        names: surname → (claimant_type, office), which grows; a name keeps its first office.
    """
    for speaker in speakers:
        if not items[speaker.at].has("office"):
            continue
        for surname in names_beside(items, speaker.at):
            names.setdefault(surname, (speaker.kind, speaker.text))
