"""Who states a figure: offices of the lexicon tied to it by a verb, a preposition, a colon or a genitive."""

from dataclasses import dataclass

ADDRESSEE_VERBS = {"tell", "tells", "told", "telling", "warned", "assured", "asked"}
POSSESSION = {"have", "has", "had"}
CITING = {"citing", "quoting", "quoted", "cites", "cited", "with reference to", "with the link on", "referring to"}
AGENT_LINKS = {
    "by",
    "with",
    "against",
    "at",
    "from",
    "of",
    "to",
    "on",
    "into",
    "outside",
    "near",
    "between",
    "for",
    "in",
}
CLAUSE_BREAKS = {";", "which", "but", "whereas"}
CONCESSIONS = {"although", "though", "while", "after", "when", "as", "despite", "since", "if"}
SUBJECT_KINDS = {
    "ngo",
    "activists",
    "igo",
    "prosecutor",
    "interior_ministry",
    "health_ministry",
    "foreign_government",
    "president",
    "defence_ministry",
}
PRONOUNS = {"he", "she", "it", "they", "we", "i"}
REACH = 14


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
    found = []
    for at in range(len(items)):
        kind, text = _office_at(items, at, names, home, voice)
        if not kind:
            continue
        verb_at, strength = _tie(items, at)
        if kind == "media" and strength == 4 and at and items[at - 1].low in AGENT_LINKS:
            continue  # "speaking on state television" names the channel, not the claimant
        if strength:
            found.append(Speaker(at, verb_at, kind, text, strength))
    found = _merge_citations(items, _merge_heads(items, found))
    return found or _subject_speaker(items, names, home, voice)


def _office_at(items, at, names, home, voice):
    """(claimant_type, office words) of the item, or (None, None)."""
    item = items[at]
    if item.has("office") and not (item.has("say") and item.low.endswith(("s", "ed")) and not item.has("person")):
        if item.senses["office"] == "unattributed" and item.low not in ("analysts", "observers", "experts", "critics"):
            return None, None
        if at and items[at - 1].low == "our" and voice != "unattributed":
            return voice, item.text
        return _nationalised(items, at, home), item.senses.get("office_name", item.text)
    if (
        item.has("country")
        and item.senses["country"] != home
        and at + 1 < len(items)
        and items[at + 1].has("say")
        and (items[at + 1].low not in POSSESSION or _possesses_figure(items, at + 1))
    ):
        return "foreign_government", item.text
    if item.kind == "word" and item.low.removesuffix("'s") in names and item.text[0].isupper():
        return names[item.low.removesuffix("'s")]
    if (
        item.has("person")
        and at
        and items[at - 1].low in ("a", "an", "one", "another")
        and not item.low.endswith("s")
        and item.senses["person"] != "security_forces"
    ):
        return "witness", item.text
    return None, None


def _nationalised(items, at, home):
    """An office of another country speaks as a foreign government: "the Uzbek embassy", "an Australian commander"."""
    kind = items[at].senses["office"]
    before = items[at - 1] if at else None
    foreign = before is not None and before.has("country") and before.senses["country"] != home
    official = kind in (
        "government",
        "defence_ministry",
        "interior_ministry",
        "president",
        "police",
        "health_ministry",
        "prosecutor",
        "generic",
    )
    return "foreign_government" if foreign and home and official else kind


def _tie(items, at):
    """(place, strength) of what ties an office to a statement; strength 0 where nothing does."""
    before = items[at - 1].low if at else ""
    if any(items[k].has("attribution") for k in range(max(at - 4, 0), at)):
        return at, 5
    if _before_colon(items, at):
        return at, 5
    if items[at].low.startswith("official") or items[at].low in ("rumours", "rumors"):
        return at, 3
    if _said_by(items, at):
        return at, 5
    genitive = _genitive(items, at)
    if genitive is not None:
        return genitive, 4
    verb = _verb_after(items, at)
    if verb is not None and (before not in AGENT_LINKS or _is_apposition(items, at)):
        return verb, 4
    said = _verb_before(items, at)
    return (said, 4) if said is not None else (-1, 0)


def _before_colon(items, at):
    """ "Defence Ministry: 163", "The Interior Ministry again: 5,969", "Our stringer, on foot along the avenue: three bodies"."""
    if at <= 2:
        colon = next((k for k in range(at + 1, min(at + 16, len(items))) if items[k].low == ":"), None)
        if colon is not None and not any(
            items[k].is_count or items[k].has("say", "be", "verb") and not items[k].has("preposition")
            for k in range(at + 1, colon)
        ):
            return True
    for ahead in range(at + 1, min(at + 4, len(items))):
        if items[ahead].low == ":":
            return True
        if not (items[ahead].has("transparent") or items[ahead].text[:1].isupper()):
            return False
    return False


def _said_by(items, at):
    """ "as was stated by the President", "issued by the Interior Ministry", "one appeal by rights groups"."""
    link = at - 1
    while link > 0 and (items[link].low in ("the", "a", "an", "local", "human") or items[link].has("country")):
        link -= 1
    if link < 1 or items[link].low != "by":
        return False
    earlier = items[link - 1]
    return earlier.has("say", "statement") or earlier.low in (
        "count",
        "list",
        "kept",
        "issued",
        "given",
        "published",
        "compiled",
        "put",
    )


def _is_apposition(items, at):
    """ "Shalabayev, who heads prosecution at the Prosecutor General's Office, said": the office sits in an insertion."""
    return any(items[k].low == "," for k in range(max(at - 9, 0), at)) and any(
        items[k].low == "," for k in range(at + 1, min(at + 4, len(items)))
    )


def _genitive(items, at):
    """ "the Prosecutor General's count", "prosecutors' August list", "a foundation a list of 221"."""
    printed = items[at].text
    owns = (
        printed.endswith(("'s", "’s"))
        or printed.endswith("s")
        or at + 1 < len(items)
        and items[at + 1].low in ("'", "’")
    )
    gapped = at + 2 < len(items) and items[at + 1].low == "a" and items[at + 2].has("statement")
    if gapped:
        return at
    if not owns:
        return None
    for ahead in range(at + 1, min(at + 5, len(items))):
        if items[ahead].has("statement"):
            return at
        if items[ahead].is_count or items[ahead].has("be", "aux", "verb"):
            return None
    return None


def _verb_after(items, at):
    """The place of a verb of stating whose subject the office is: "a senior prosecutor told a briefing"."""
    for ahead in range(at + 1, min(at + 1 + REACH, len(items))):
        item = items[ahead]
        if item.low in POSSESSION:
            if _possesses_figure(items, ahead):
                return ahead
            continue
        if item.has("say", "deny") and not _is_noun_use(items, ahead):
            return ahead
        if item.is_count or item.low in (";", ":"):
            return None
        if item.has("subordinator") and not (
            item.low in ("who", "that", "which", "according to") and ahead == at + 1 or item.low == "who"
        ):
            return None
    return None


def _possesses_figure(items, at):
    """ "Press reports had 3,000", "has his own set of numbers": having a number is stating it."""
    following = items[at + 1 : at + 5]
    if following and following[0].is_count:
        return True
    return (
        bool(following)
        and following[0].low in ("a", "its", "his", "her", "their")
        and any(item.has("statement") or item.low == "set" for item in following)
    )


def _is_noun_use(items, at):
    """ "the report", "an account", "the list": a noun that looks like a verb of stating."""
    return (
        at > 0
        and items[at - 1].low
        in (
            "the",
            "a",
            "an",
            "its",
            "their",
            "his",
            "her",
            "last",
            "own",
            "first",
            "official",
            "of",
            "to",
            "in",
            "death",
        )
        and not items[at].low.endswith("ed")
    )


NO_SPEECH = {
    "have",
    "has",
    "had",
    "with",
    "given",
    "give",
    "gave",
    "show",
    "put",
    "puts",
    "made",
    "make",
    "find",
    "found",
    "raise",
    "name",
    "named",
    "hold",
    "held to",
}


def _verb_before(items, at):
    """ "said the acting minister", "informed yesterday the Office of the Ombudsman"; "told reporters" names the hearer."""
    for back in range(at - 1, max(at - 6, -1), -1):
        item = items[back]
        if item.has("say") and not _is_noun_use(items, back):
            return None if item.low in ADDRESSEE_VERBS or item.low in NO_SPEECH else back
        passing = (
            item.low
            in ("the", "a", "an", "its", "country's", "acting", "deputy", "senior", "local", "region's", "city's")
            or item.text[:1].isupper()
            or item.has("transparent", "country", "place", "weekday")
        )
        if item.kind != "word" or item.is_count or not passing:
            return None
    return None


def _subject_speaker(items, names, home, voice):
    """The office that opens the sentence, where nothing else is tied: "The doctors' committee had passed one hundred"."""
    if voice not in ("unattributed", "witness") and any(item.low in ("our", "we") for item in items[:4]):
        return [Speaker(0, 0, voice, "", 3)]
    for at in range(min(4, len(items))):
        kind, text = _office_at(items, at, names, home, voice)
        if kind in SUBJECT_KINDS and not (at and items[at - 1].low in AGENT_LINKS | CONCESSIONS):
            return [Speaker(at, at, kind, text, 2)]
    return []


def _merge_heads(items, found):
    """ "an official of the prosecutor general's office": one speaker, the more exact office."""
    merged = []
    for speaker in found:
        previous = merged[-1] if merged else None
        if previous is not None and speaker.at - previous.at == 1 and speaker.kind in ("media", "generic"):
            previous.via = speaker.text if speaker.kind == "media" else ""
            continue  # "a government Telegram channel"
        close = (
            previous is not None
            and speaker.at - previous.at <= 4
            and any(items[k].low in ("of", "at", "for", "from", "in") for k in range(previous.at + 1, speaker.at))
        )
        if close:
            merged[-1] = Speaker(
                previous.at, min(previous.verb_at, speaker.verb_at), speaker.kind, speaker.text, previous.strength
            )
        else:
            merged.append(speaker)
    for speaker in merged:
        exact = _office_of(items, speaker.at)
        if exact is not None and speaker.kind in ("government", "generic", "witness"):
            speaker.kind, speaker.text = exact
    return merged


def _office_of(items, at):
    """(type, words) of the office in "spokesman for the Health Ministry", "official of the prosecutor's office"."""
    for ahead in range(at + 1, min(at + 4, len(items))):
        if items[ahead].has("office") and any(
            items[k].low in ("of", "at", "for", "from") for k in range(at + 1, ahead)
        ):
            return items[ahead].senses["office"], items[ahead].text
        if items[ahead].low not in ("of", "at", "for", "from", "the"):
            return None
    return None


def _merge_citations(items, found):
    """ "Khabar 24, citing the Health Ministry": the agency is `via`, the ministry the claimant."""
    merged = []
    for speaker in found:
        previous = merged[-1] if merged else None
        cited = any(items[k].low in CITING for k in range(max(speaker.at - 4, 0), speaker.at))
        if cited and previous is not None and previous.kind == "media":
            merged[-1] = Speaker(speaker.at, speaker.verb_at, speaker.kind, speaker.text, 5, previous.text)
            continue
        if cited:
            speaker.via = next(
                (items[k].text for k in range(speaker.at) if items[k].senses.get("office") == "media"), ""
            )
        merged.append(speaker)
    return merged


def learn_names(items, speakers, names):
    """Remember who holds an office: "Serik Shalabayev, who heads … at the Prosecutor General's Office, said"."""
    for speaker in speakers:
        if not items[speaker.at].has("office"):
            continue
        for at in (*range(speaker.at + 1, min(speaker.at + 5, len(items))), *range(max(speaker.at - 9, 0), speaker.at)):
            apposed = at > speaker.at or any(items[k].low in (",", "who") for k in range(at, speaker.at))
            if apposed and _is_name(items, at):
                names.setdefault(items[at].low.removesuffix("'s"), (speaker.kind, speaker.text))


def _is_name(items, at):
    item = items[at]
    plain = (
        item.kind == "word"
        and not item.senses
        and item.text[:1].isupper()
        and item.text[1:].islower()
        and len(item.text) > 2
    )
    if item.kind == "word" and not item.senses and item.text.isupper() and len(item.text) >= 3:
        return True  # "the rights group INSEC"
    return plain and (at > 0 or at + 1 < len(items) and items[at + 1].text[:1].isupper())


def choose_speaker(speakers, items, index):
    """The speaker of the number at position `index`: one named in "that the prosecutors admit" right after it, else
    the nearest before it in the sentence, else the nearest after it in the same clause."""
    before = [s for s in speakers if s.at < index and s.verb_at <= index and not _is_conceded(items, s, index)]
    after = [s for s in speakers if s.at > index and not _is_cut_off(items, index, s.at)]
    relative = [
        s for s in after if s.at - index <= 9 and any(items[k].low in ("that", "which") for k in range(s.at - 2, s.at))
    ]
    if relative:
        return relative[0]
    if before:
        return before[-1]
    return after[0] if after else None


def _is_conceded(items, speaker, index):
    """ "Although Tokayev spoke of 20,000 …, so far 546 investigations": the main clause is not the speaker's."""
    opens = items[0].low in CONCESSIONS and speaker.at <= 5
    return opens and any(items[k].low == "," for k in range(speaker.verb_at + 1, index))


def _is_cut_off(items, index, at):
    return any(items[k].low in CLAUSE_BREAKS for k in range(index + 1, at))


def has_pronoun_speaker(items):
    """ "he said", "she told", "it added": the last speaker goes on."""
    for at, item in enumerate(items[:-1]):
        if item.low in PRONOUNS:
            if item.low == "it" and items[at + 1].has("be"):
                continue  # "it was reported" names nobody
            for ahead in range(at + 1, min(at + 4, len(items))):
                if items[ahead].has("say", "deny") and items[ahead].low not in POSSESSION:
                    return True
                if not items[ahead].has("transparent", "aux", "function"):
                    break
    return False
