"""Whether a figure still stands: asserted, denied, retracted or superseded."""

import re
from itertools import groupby

from .figure import PEOPLE, Figure
from .wordlists import any_of, load_file, tree_of, word_set

WORDS = load_file("status")
DENIED, NOT_DENIED = re.compile(any_of(WORDS["denied"]), re.I), re.compile(any_of(WORDS["not_denied"]))
DENIES_ALL = re.compile(r"den(?:y|ies|ied) that (?:anyone|any|there was any)", re.I)  # what follows is no figure of 0
LIES, DENIALS = "|".join(WORDS["lies"]).replace(" ", r"\ "), "|".join(WORDS["denials"])
DENIED_AFTER = re.compile(
    rf"{any_of(WORDS['denied_after'])}|\b(?:is|are|was|were)\s(?:all\s|pure\s|simply\s)?(?:an?\s)?(?:{LIES})\b"
)
DENIED_NEXT = re.compile(
    rf"""
    ^\W*(?:that|this|it)(?:'s|\ is|\ was|\ were)?\s+(?:all\ )?(?:an?\ )?(?:{LIES})\b  # "That is a lie"
    | ^\W*(?:the\ )?(?:\w+\ ){{0,4}}(?:{DENIALS})  # "The ministry denied that figure"
      \ (?:this|that|it|the\ (?:claim|figure|number|report|rumou?r)s?)\b
    """,
    re.I | re.X,
)
RETRACTED, STATEMENT = re.compile(any_of(WORDS["retracted"]), re.I), re.compile(any_of(WORDS["statements"]))
RETRACTED_OR_MOVED, STATED_IN = word_set("status", "retracted_or_moved"), WORDS["stated_in"]
NUMBER_VANISHED = re.compile(r"\d[^.]{0,6}# has (?:disappeared|vanished)")  # "the 164 has disappeared"
EARLIER, EARLIER_TIME = re.compile(any_of(WORDS["earlier"]), re.I), re.compile(any_of(WORDS["earlier_times"]))
AT_FIRST = re.compile(rf"\W{{0,3}}(?:\w+\s){{0,2}}{any_of(WORDS['at_first'])}", re.I)
HAD_GIVEN = re.compile(  # "the nine he had given at lunchtime", "a toll of 21 that they had announced"
    rf"[\"”’]?\s(?:(?:that|which)\s)?(?:\w+\s){{1,4}}had\s(?:\w+\s)?(?:{'|'.join(WORDS['had_given'])})\b", re.I
)
THEN = re.compile(any_of(WORDS["then"]))
CHANGED_FROM = re.compile(
    rf"\b(?:{'|'.join(WORDS['changed'])})\b[^.;]{{0,25}}\bfrom\s+\W*(?:the |an? |at least |some |about )?$", re.I
)
REPLACING = re.compile(rf"{any_of(WORDS['replacing'])}\s+\W*$", re.I)
CORRECTED = re.compile(r",\W*not\s+$")  # "six dead, not five"
WAS_REPLACING = re.compile(r"\W*had replaced")
# All of the words above, sought once a sentence: most sentences hold none, and their figures stand.
LISTS = ("had_given", "denied", "denied_after", "retracted", "earlier", "at_first", "replacing", "lies")
LISTED = tree_of(phrase.rstrip("*") for name in LISTS for phrase in WORDS[name])
TELLING = re.compile(rf"\b(?:{LISTED})|\bfrom\b|, not ")
TELLING_NEXT = re.compile(rf"\b(?:{LIES}|{DENIALS})\b")
TOTALS = word_set("grammar", "nouns_of_counting")
FORMER = word_set("status", "former")
CLAUSE_END, CLAUSE_END_OR_BUT = re.compile(r"[;:]"), re.compile(r"[;:]|\bbut\b")
HERE = " # "  # stands for the figure where the words before and after it are searched together
# Characters around a figure in which the words are searched.
CLAUSE, NEAR, TAIL, SHORT_CLAUSE, TURN = 160, 120, 70, 80, 60


def fill_status(figures, rows, text):
    """Set `status` of every figure.

    The figure's own sentence tells, and for denials and retractions also the sentence after it.

    Args:
        figures: the figures of the text, in order.
        rows: the `items.Rows` of the text.
        text: the text.
    """
    for sentence, own in groupby(figures, key=lambda figure: figure.sentence):
        following = rows.get(sentence.number + 1)
        goes_on = following and following.sentence.paragraph == sentence.paragraph
        after = following.sentence.printed if goes_on else ""
        is_told = TELLING.search(sentence.printed.lower()) or TELLING_NEXT.search(after.lower())
        for figure in own:
            if is_told or figure.reading.rule == "change":
                figure.status = _status_of(figure, text, after)


def _status_of(figure, text, after):
    before = text[figure.sentence.start : figure.item.start]
    behind = text[figure.item.end : figure.sentence.end]
    if _is_denied(before, behind, after):
        return "denied"
    if _is_retracted(figure, before, behind):
        return "retracted"
    return "superseded" if _is_superseded(figure, before, behind) else "asserted"


def _is_denied(before, behind, after):
    clause = CLAUSE_END_OR_BUT.split(before)[-1][-CLAUSE:]
    if DENIED.search(clause) and not DENIES_ALL.search(clause) and not NOT_DENIED.search(clause):
        return True
    return bool(DENIED_AFTER.search(behind[:CLAUSE]) or DENIED_NEXT.search(after.strip()))


def _is_retracted(figure, before, behind):
    """A word for taking back near the only figure of its sentence, which is bare or stands beside its source."""
    near = (before[-NEAR:] + HERE + behind[:CLAUSE]).lower()
    found = RETRACTED.search(near)
    if not found or figure.metric not in PEOPLE or _has_company(figure):
        return False
    is_statement = figure.head.is_bare or any(word in near for word in STATED_IN)
    return is_statement and _is_about_number(found.group(), near)


def _has_company(figure):
    """Whether an earlier figure stands in the same sentence."""
    others = (mark for mark in figure.marks if isinstance(mark, Figure) and mark is not figure)
    return any(other.metric and other.sentence is figure.sentence for other in others)


def _is_about_number(word, near):
    """ "removed from office", "pulled from the rubble", "disappeared in the night" speak of people, not of a number."""
    if word not in RETRACTED_OR_MOVED:
        return True
    return bool(STATEMENT.search(near) or NUMBER_VANISHED.search(near))


def _is_superseded(figure, before, behind):
    return (
        _is_former_value(figure)
        or bool(CHANGED_FROM.search(before[-TAIL:]))
        or bool(REPLACING.search(before[-TAIL:]) or WAS_REPLACING.match(behind))
        or bool(CORRECTED.search(before) and _has_company(figure))
        or bool(figure.head.is_bare and HAD_GIVEN.match(behind))
        or bool(AT_FIRST.match(behind) and THEN.search(behind[:TURN]))
        or _is_earlier_statement(figure, before)
    )


def _is_former_value(figure):
    """The first number of a change: "up from 36", "replaced the 16"."""
    if figure.reading.rule != "change":
        return False
    words = [item.low for item in figure.items[max(figure.index - 2, 0) : figure.index]]
    return bool(words) and (words[-1] in FORMER or words[0] == "replaced")


def _is_earlier_statement(figure, before):
    """ "Until today officials had acknowledged 44"; a figure of a story ("two days earlier 12 died") is none."""
    clause = CLAUSE_END.split(before)[-1][-SHORT_CLAUSE:]
    if not EARLIER.search(clause) or EARLIER_TIME.search(before[-SHORT_CLAUSE:]):
        return False
    return figure.reading.rule != "repetition" and _is_stated_total(figure)


def _is_stated_total(figure):
    """Only totals are superseded, not groups of people in a story."""
    before = figure.items[: figure.index]
    is_stated = any(item.has("say", "statement") or item.low in TOTALS for item in before)
    return figure.metric in PEOPLE and figure.parent is None and is_stated
