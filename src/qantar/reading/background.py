"""Figures of a short text that are not about its incident: other days, other attacks, aims, accusations, denials."""

import re

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# Said anywhere in the sentence: the figure covers a longer time, or an earlier one.
PERIOD = re.compile(
    rf"\bsince (?:the (?:start|beginning|outbreak|end|fall|war|conflict|invasion)|(?:early |late |mid-)?(?:19|20)\d\d|(?:early |late |mid-)?(?:{MONTHS})|last)\b"
    r".*\b(?:has|have|had)\b|\b(?:has|have|had)\b.*\bsince\b"
    r"|\b(?:last|previous|past|preceding|recent) (?:\w+ )?(?:years?|months?|weeks?|decades?)\b|\byears? (?:ago|earlier|before)\b|\b(?:months|weeks) (?:ago|earlier|before)\b"
    r"|\byears of\b|\bin (?:"
    + MONTHS
    + r") alone\b|\b(?:this|so far this|each|every|per) year\b|\bin recent (?:days|weeks|months|years)\b|\bover the (?:years|past|last)\b"
    + r"|\bin the past\b|\bsimilar (?:attack|incident|bombing|shooting|explosion)s?\b"
    + r"|\bbetween (?:19|20)\d\d and (?:19|20)\d\d\b",
    re.I,
)
# Said before the figure, with no comma between: what it names is another event, an aim or an accusation.
ELSEWHERE = re.compile(
    r"\b(?:anniversary|burial|funeral|grave of|monument to|memorial|named after|in memory of|marked the day|held (?:responsible )?for|target of (?:an|the) attack|cartoons?|attempts?|retaliation|revenge|reprisals?|response|retribution|avenge|avenging|accused|accusing|wanted (?:for|in)|convicted|charged with|"
    r"similar(?:ly)? |(?:earlier|previous|prior) (?:[\w-]+ ){0,3}(?:attack|bombing|explosion|incident|shooting)s?|follow(?:s|ed|ing) (?:the|a|an|last|this) |was the \w*|sentenced|(?:trial|imprisonment|arrest) (?:of|for)|linked to|connected (?:with|to)|plot(?:ted|ting)?|plann?(?:ed|ing)? to|intend(?:ed|ing)? to|threat(?:s|en|ened|ening)? to|"
    r"vow(?:ed)? to|tr(?:ied|ying) to|attempt(?:ed|ing)? to|order(?:ed|s)? to|protest(?:ed|ing)? (?:against )?the|"
    r"(?:hours|days|weeks|months|years|day|week|month|year) (?:after|before|following)|mourning|funeral (?:of|for)|commemorat\w+|in connection with)\b[^,;.]*$",
    re.I,
)
ONE_OF = re.compile(
    r"\b(?:was|is|were|are|among|as) (?:one|two|some|part) of (?:the |\w+ )?$|\bone of (?:\w+ ){1,3}(?:attacks|bombings|explosions|blasts|incidents|shootings)\b",
    re.I,
)
REFUTED = re.compile(
    r"\bclaim\w*\b.*\b(?:rejected|denied|dismissed|refuted|disputed)\b|\b(?:rejected|denied|dismissed|refuted)\b.*\b(?:claim|report|allegation)",
    re.I,
)
OTHER = re.compile(
    r"^\W*(?:In|During|After) (?:a|an|another|the|this)? ?(?:similar|earlier|previous)\b|^\W*(?:Last|The previous) (?:week|month|year)",
    re.I,
)
SEPARATE = re.compile(
    r"^\W*(?:Separately|In (?:a|an|another) (?:separate|unrelated|other|different)? ?(?:incident|attack|case|event|development))\b",
    re.I,
)
DENIAL = re.compile(
    r"\b(?:claim|said|say)\w*\b.*\bdenied (?:suffering|having|any|that|the)\b|\bclaim\w*\b.*\bbut\b", re.I
)
FORMER = re.compile(r"\b(?:initial(?:ly)?|at first|early reports|first reports)\b", re.I)
LATTER = re.compile(r"\b(?:later|revised|subsequently|raised|lowered)\b", re.I)
EARLIER = re.compile(r"\bhad (?:been )?\w+ (?:earlier|previously|before)\b")
SUCCESS = {"managed", "able", "on", "proceeded", "continued"}
YEAR = re.compile(
    r"\b(?:in|of|during|since|until|from|between) (?:the )?(?:(?:early|late|mid)[ -])?(?:(?:"
    + MONTHS
    + r")(?: \d\d?,)? )?((?:19|20)\d\d)\b",
    re.I,
)


def is_background(figure, text, published=None):
    """Whether a figure is about something else than the incident of the text.

    Args:
        figure: a Figure with a metric.
        text: the whole text.
        published: date of the text (its year tells which other years are past), or None.
    """
    if figure.predicate is not None and (figure.predicate.negated or figure.predicate.hypothetical):
        return True
    before = text[figure.sentence.start : figure.item.start]
    sentence = text[figure.sentence.start : figure.sentence.end]
    if (
        PERIOD.search(sentence)
        or ONE_OF.search(before)
        or ELSEWHERE.search(before)
        or _is_aim(figure)
        or _is_undone(figure)
        or REFUTED.search(sentence)
        or EARLIER.search(sentence)
        or OTHER.search(sentence)
        or (figure.sentence.number > 1 and SEPARATE.search(sentence))
        or DENIAL.search(sentence)
        or (FORMER.search(before) and not LATTER.search(before) and LATTER.search(sentence))
    ):
        return True
    return _is_of_another_year(sentence, published)


def _verb_before(figure):
    """Position of the word that governs the figure from the left, adverbs passed over."""
    at = figure.index - 1
    while at > 0 and figure.items[at].has("transparent") and not figure.items[at].has("verb"):
        at -= 1
    return at


def _is_aim(figure):
    """ "to kill a judge": the verb is an infinitive, and none of success governs it."""
    at = _verb_before(figure)
    if at < 1 or figure.items[at - 1].low != "to" or at > 1 and figure.items[at - 2].low in SUCCESS:
        return False
    return any(reading["form"] == "base" for reading in figure.items[at].senses.get("verb", ()))


def _is_undone(figure):
    """ "did not injure the guards", "without wounding a guard"."""
    at = _verb_before(figure)
    before = figure.items[max(at - 3, 0) : max(at, 0)]
    governs = at >= 0 and figure.items[at].has("verb") and figure.reading.rule in ("verb_object", "object", "shooting")
    return governs and any(item.has("negation") or item.low in ("without", "n't") for item in before)


def _is_of_another_year(sentence, published):
    year = int(str(published)[:4]) if published else None
    return year is not None and any(abs(int(found) - year) > 0 for found in YEAR.findall(sentence))
