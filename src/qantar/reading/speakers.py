"""Who states a figure: offices of the lexicon tied to it by a verb, a preposition, a colon or a genitive.

An attribution holds for its sentence, and for the following sentences of the paragraph until another speaker comes.
"""

from dataclasses import dataclass

ADDRESSEE_VERBS = {"tell", "tells", "told", "telling", "inform", "informed", "informs", "inform the", "warned", "assured", "informed the"}
CITING = {"citing", "quoting", "quoted", "cites", "cited", "with reference to", "with the link on", "referring to"}
AGENT_LINKS = {"by", "with", "against", "at", "from", "of", "to", "on", "into", "outside", "near", "between", "for", "in"}
PRONOUNS = {"he", "she", "it", "they", "we", "i"}
REACH = 12


@dataclass(slots=True)
class Speaker:
    """A claimant named in a sentence: its place, its type, its words, and how firmly it is tied to a statement."""

    at: int
    verb_at: int
    kind: str
    text: str
    strength: int
    via: str = ""


def find_speakers(items, names):
    """The speakers of a sentence, each with the place of the verb, mark or preposition that makes it one.

    Args:
        items: the items of the sentence.
        names: surname → (claimant_type, office text) of people met earlier in the text.

    Returns:
        list of Speaker in order of place.
    """
    found = []
    for at, item in enumerate(items):
        kind, text = _office_at(items, at, names)
        if not kind:
            continue
        verb_at, strength = _tie(items, at, kind)
        if strength:
            found.append(Speaker(at, verb_at, kind, text, strength))
    return _merge_citations(items, found)


def _office_at(items, at, names):
    item = items[at]
    if item.has("office") and not (item.has("say") and item.low.endswith(("s", "ed")) and not item.has("person")):
        if item.senses["office"] == "unattributed" and not item.text[0].isupper() and item.low not in ("analysts", "observers"):
            return None, None
        return item.senses["office"], item.text
    if item.kind == "word" and item.low.removesuffix("'s") in names and item.text[0].isupper():
        return names[item.low.removesuffix("'s")]
    return None, None


def _tie(items, at, kind):
    """(place, strength) of what ties an office to a statement; strength 0 where nothing does."""
    before = items[at - 1].low if at else ""
    earlier = [items[k].low for k in range(max(at - 5, 0), at)]
    if any(items[k].has("attribution") for k in range(max(at - 4, 0), at)):
        return at, 5
    if at + 1 < len(items) and items[at + 1].low == ":" or at + 2 < len(items) and items[at + 2].low == ":" and items[at + 1].text[:1].isupper():
        return at, 5
    if items[at].low.startswith("official") or items[at].low in ("rumours", "rumors"):
        return at, 3
    genitive = _genitive(items, at)
    if genitive is not None:
        return genitive, 4
    verb = _verb_after(items, at)
    if verb is not None and (before not in AGENT_LINKS or _is_apposition(items, at)):
        return verb, 4
    said = _verb_before(items, at)
    if said is not None:
        return said, 4
    if earlier and earlier[-1] in ("by",) and "count" in earlier:
        return at, 4
    return -1, 0


def _is_apposition(items, at):
    """"Shalabayev, who heads prosecution at the Prosecutor General's Office, said": the office sits in an insertion."""
    return any(items[k].low == "," for k in range(max(at - 9, 0), at)) and any(items[k].low == "," for k in range(at + 1, min(at + 4, len(items))))


def _genitive(items, at):
    """"the Prosecutor General's count", "prosecutors' August list", "By the Interior Ministry's own account"."""
    printed = items[at].text
    owns = printed.endswith(("'s", "’s")) or at + 1 < len(items) and items[at + 1].low in ("'", "’", "s'")
    if not (owns or items[at].low.endswith(("s", "'s"))):
        return None
    for ahead in range(at + 1, min(at + 5, len(items))):
        if items[ahead].has("statement"):
            return at
        if items[ahead].is_count or items[ahead].has("be", "aux"):
            return None
    return None


def _verb_after(items, at):
    """The place of a verb of stating whose subject the office is: "a senior prosecutor told a briefing"."""
    for ahead in range(at + 1, min(at + 1 + REACH, len(items))):
        item = items[ahead]
        if item.has("say", "deny") and not _is_noun_use(items, ahead):
            return ahead
        if item.is_count or item.low in (";", ":", "who", "that") and ahead == at + 1 and item.low in (";",):
            return None
        if item.has("office") and not items[at].has("office"):
            return None
        if item.has("verb") and not item.has("person", "outcome", "thing") and ahead <= at + 2 and not item.has("say"):
            return None
        if item.has("subordinator") and item.low not in ("who",):
            return None
    return None


def _is_noun_use(items, at):
    """"the report", "an account", "the list": a noun that looks like a verb of stating."""
    return at > 0 and items[at - 1].low in ("the", "a", "an", "its", "their", "his", "her", "last", "own", "first", "official", "of", "to", "in", "death") and not items[at].low.endswith("ed")


def _verb_before(items, at):
    """"said the acting minister", "says Assistant Chief Constable Mira Toft"; "told reporters" names the hearer."""
    for back in range(at - 1, max(at - 5, -1), -1):
        item = items[back]
        if item.has("say") and not _is_noun_use(items, back):
            return None if item.low in ADDRESSEE_VERBS or item.low in ("have", "has", "had", "with", "given", "give", "gave", "show", "put", "puts", "made", "make", "find", "found", "raise", "name", "named", "hold", "held to") else back
        if item.kind != "word" or item.is_count or not (item.low in ("the", "a", "an", "its", "their", "country's", "acting", "deputy", "senior", "local", "region's", "city's") or item.text[:1].isupper() or item.has("transparent", "country", "place")):
            return None
    return None


def _merge_citations(items, found):
    """"Khabar 24, citing the Health Ministry": the agency is `via`, the ministry the claimant."""
    merged = []
    for speaker in found:
        previous = merged[-1] if merged else None
        cited = any(items[k].low in CITING for k in range(max(speaker.at - 4, 0), speaker.at))
        if cited and previous is not None and previous.kind == "media":
            merged[-1] = Speaker(speaker.at, speaker.verb_at, speaker.kind, speaker.text, 5, previous.text)
            continue
        if cited and previous is None:
            media = next((items[k].text for k in range(speaker.at) if items[k].senses.get("office") == "media"), "")
            speaker.via = media
        merged.append(speaker)
    return merged


def learn_names(items, speakers, names):
    """Remember who holds an office: "Serik Shalabayev, who heads … at the Prosecutor General's Office, said"."""
    for speaker in speakers:
        if not items[speaker.at].has("office"):
            continue
        for at in (*range(speaker.at + 1, min(speaker.at + 5, len(items))), *range(max(speaker.at - 9, 0), speaker.at)):
            item = items[at]
            if _is_name(items, at) and (at > speaker.at or any(items[k].low in (",", "who") for k in range(at, speaker.at))):
                names.setdefault(item.low.removesuffix("'s"), (speaker.kind, speaker.text))
            elif at > speaker.at and item.kind == "mark":
                continue


def _is_name(items, at):
    item = items[at]
    plain = item.kind == "word" and not item.senses and item.text[:1].isupper() and item.text[1:].islower() and len(item.text) > 2
    return plain and (at > 0 or at + 1 < len(items) and items[at + 1].text[:1].isupper())


def choose_speaker(speakers, index):
    """The speaker of the number at position `index`: the nearest before it, else the nearest after it."""
    before = [s for s in speakers if s.at < index and s.verb_at <= index]
    after = [s for s in speakers if s.at > index]
    if before:
        return before[-1]
    return after[0] if after else None


def has_pronoun_speaker(items, index):
    """"he said", "she told", "it added": the last speaker goes on."""
    for at, item in enumerate(items[:-1]):
        if item.low in PRONOUNS:
            for ahead in range(at + 1, min(at + 4, len(items))):
                if items[ahead].has("say", "deny"):
                    return True
                if not items[ahead].has("transparent", "aux", "function"):
                    break
    return False
