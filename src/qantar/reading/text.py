"""Paragraphs, sentences and tokens of a text, each with its place in the original characters."""

import re
from dataclasses import dataclass


@dataclass(slots=True)
class Token:
    """A word, a run of digits or a mark. `kind` is `w`, `n` or `p`; `start` and `end` are code points in the text."""

    text: str
    low: str
    kind: str
    start: int
    end: int


@dataclass(slots=True)
class Sentence:
    """A sentence with its 1-based paragraph and its 1-based number within the text."""

    paragraph: int
    number: int
    start: int
    end: int
    tokens: list


# Digits with a separator before each group of three (comma, point, apostrophe, any space but a line break), or with
# a decimal part. A group that runs into further digits is no group: "1 300" is one number, "2022 100" two.
SEPARATED = r"\d{1,3}(?:[,.'’ \u00a0\u2009\u202f]\d{3})+(?![\d]|[,.]\d)"
DIGITS = rf"(?:{SEPARATED}|\d+(?:[.,]\d+)*)"
TOKEN = re.compile(rf"(?P<n>{DIGITS})|(?P<w>[^\W\d_]+(?:['’][^\W\d_]+)*)|(?P<p>[^\w\s]|_)")

# An end mark, closing quotes or a footnote digit, white space, and something that can open a sentence.
ENDING = re.compile(
    r"""[.!?…]+(?:["'”’»)\]]*)(?:\d{1,2}(?:,\d{1,2})*)?(?:\.-)?(?=\s+["'“‘«(\[–—-]*\s*[A-ZÀ-ÖØ-ÞА-Я\d])"""
)
ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Maj|Capt|Lt|Sgt|Rev|Hon|Sen|Rep|Gov|Pres|No|Nos|Art|vs|etc|approx|ca|cf"
    r"|Ca|Approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Fig|Vol|pp?|Inc|Ltd|Jr|Sr|e\.g|i\.e)|\b[A-Z](?:\.[A-Z])*|\b[ap]\.m)$"
)
LINE = re.compile(r"[^\n\r\u2028\u2029]+")


def split_paragraphs(text):
    """Spans of the lines that hold more than white space.

    >>> list(split_paragraphs("One.\\n\\nTwo."))
    [(0, 4), (6, 10)]
    """
    for line in LINE.finditer(text):
        if not line.group().isspace():
            yield line.span()


def split_sentences(text, start, end):
    """Spans of the sentences of one paragraph; abbreviations and initials do not end one.

    >>> text = "Dr. Who said 5 p.m. was late. Two died."
    >>> [text[a:b] for a, b in split_sentences(text, 0, len(text))]
    ['Dr. Who said 5 p.m. was late.', ' Two died.']
    """
    begin = start
    for mark in ENDING.finditer(text, start, end):
        if mark.end() - mark.start() == 1 and _is_abbreviation(text, begin, mark):
            continue
        yield begin, mark.end()
        begin = mark.end()
    if text[begin:end].strip():
        yield begin, end


def _is_abbreviation(text, begin, mark):
    if text[mark.start()] != "." or not ABBREVIATION.search(text, max(begin, mark.start() - 8), mark.start()):
        return False
    before, after = text[max(begin, mark.start() - 3) : mark.start()], text[mark.end() :].lstrip()[:12]
    if before.endswith((".m", "m")) and "." in before:  # "at 6 a.m. The" ends a sentence, "6 a.m. today" does not
        return not re.match(r"(?:The|A|An|In|On|It|He|She|They|Police|At|More)\b", after)
    if before.endswith("No") and not re.match(r"\d", after):
        return False
    return True


def tokenise(text, start, end):
    """Tokens of text[start:end].

    >>> [t.text for t in tokenise("In all, 1 300 were hurt.", 0, 24)]
    ['In', 'all', ',', '1 300', 'were', 'hurt', '.']
    """
    return [
        Token(match.group(), match.group().lower().replace("’", "'"), match.lastgroup, *match.span())
        for match in TOKEN.finditer(text, start, end)
    ]


def read_sentences(text):
    """All sentences of a text with their tokens, in order."""
    number = 0
    for paragraph, (start, end) in enumerate(split_paragraphs(text), 1):
        for begin, stop in split_sentences(text, start, end):
            number += 1
            yield Sentence(paragraph, number, begin, stop, tokenise(text, begin, stop))
