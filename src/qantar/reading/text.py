"""Paragraphs, sentences and tokens of a text, each with its place in the original characters."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple


class Token(NamedTuple):
    """A word, a run of digits or a mark. `kind` is `w`, `n` or `p`; `start` and `end` are code points in the text."""

    text: str
    low: str
    kind: str
    start: int
    end: int


@dataclass(eq=False)
class Sentence:
    """A sentence with its 1-based paragraph and its 1-based number within the text; `text` is the whole text."""

    paragraph: int
    number: int
    start: int
    end: int
    text: str = field(repr=False)

    @cached_property
    def tokens(self):
        """Its tokens, made when they are asked for: most sentences of an archive are never read."""
        return tokenise(self.text, self.start, self.end)

    @property
    def printed(self):
        """Its own characters."""
        return self.text[self.start : self.end]


# Digits with a separator before each group of three (comma, point, apostrophe, any space but a line break), or with
# a decimal part. A group that runs into further digits is no group: "1 300" is one number, "2022 100" two.
SEPARATED = r"\d{1,3}(?:[,.'’ \u00a0\u2009\u202f]\d{3})+(?![\d]|[,.]\d)"
DIGITS = rf"(?:{SEPARATED}|\d+(?:[.,]\d+)*)"
WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)*"  # letters, with apostrophes inside
TOKEN = re.compile(rf"{DIGITS}|{WORD}|[^\w\s]|_")  # every character but white space belongs to a token

ENDING = re.compile(
    r"""
    [.!?…](?<![.!?…].)[.!?…]*      # end marks; the first one first, which is sought faster than what is not before it
    ["'”’»)\]]*                    # closing quotation marks and brackets
    (?:\d{1,2}(?:,\d{1,2})*)?      # digits of footnotes
    (?:\.-)?                       # ".-" before a dash, as news agencies print it
    (?=\s++                        # white space, and something that can open a sentence; possessive, so that
       (?:["'“‘«(\[–—-]++\s*+)?    # a long run of spaces is walked once
       [A-ZÀ-ÖØ-ÞА-Я\d])
    """,
    re.X,
)
MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
TITLES = "Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Maj|Capt|Lt|Sgt|Rev|Hon|Sen|Rep|Gov|Pres|Jr|Sr"
REFERENCES = "No|Nos|[Aa]rts?|Fig|Vol|pp?|cf|vs|etc|e\\.g|i\\.e"
QUANTITIES, COMPANIES = "approx|Approx|ca|Ca", "Inc|Ltd"
ABBREVIATION = re.compile(  # besides the lists: initials, "U.S", "6 p.m"
    rf"(?:\b(?:{TITLES}|{REFERENCES}|{QUANTITIES}|{COMPANIES}|{MONTHS})|\b[A-Z](?:\.[A-Z])*|\b[ap]\.m)$"
)
LONGEST_SENTENCE = 4000  # characters; more are a table, through which rules that read a sentence would look for hours
LONGEST_LISTED = 7  # letters, one more than the longest of the lists has
LONGEST_ABBREVIATION = 8  # characters before the point that are searched
OPENERS = re.compile(r"(?:The|A|An|In|On|It|He|She|They|Police|At|More)\b")  # words that open a sentence after "p.m."
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

    Args:
        text: the whole text.
        start, end: the span of the paragraph.

    Returns:
        iterator of (start, end); together they cover the paragraph.

    >>> text = "Dr. Who said 5 p.m. was late. Two died."
    >>> [text[a:b] for a, b in split_sentences(text, 0, len(text))]
    ['Dr. Who said 5 p.m. was late.', ' Two died.']
    """
    begin = start
    for mark in ENDING.finditer(text, start, end):
        if len(mark.group()) == 1 and _is_abbreviation(text, begin, mark):
            continue
        yield begin, mark.end()
        begin = mark.end()
    if text[begin:end].strip():
        yield begin, end


def _is_abbreviation(text, begin, mark):
    """True where the point belongs to the word before it; "at 6 a.m. The" ends a sentence, "6 a.m. today" does not."""
    at = mark.start()
    if text[at] != "." or (at >= LONGEST_LISTED and text[at - LONGEST_LISTED : at].isalpha()):
        return False  # most sentences end with a longer word
    if not ABBREVIATION.search(text, max(begin, at - LONGEST_ABBREVIATION), at):
        return False
    before, after = text[max(begin, at - 3) : at], text[mark.end() :].lstrip()[:12]
    if before.endswith("m") and "." in before:
        return not OPENERS.match(after)
    if before.endswith(("No", "art", "rts")):
        return after[:1].isdecimal()  # "No. 5", but "He said no." at the end of a sentence
    return True


_new = tuple.__new__  # what `Token(…)` calls, without the call: half of the time of a token


def tokenise(text, start, end):
    """Tokens of text[start:end].

    >>> [t.text for t in tokenise("In all, 1 300 were hurt.", 0, 24)]
    ['In', 'all', ',', '1 300', 'were', 'hurt', '.']
    """
    tokens, at = [], start
    for printed in TOKEN.findall(text, start, end):
        at = text.find(printed, at)
        kind = "n" if printed[0].isdecimal() else "w" if printed[0].isalnum() else "p"
        low = printed.lower()
        if "’" in low:
            low = low.replace("’", "'")
        behind = at + len(printed)
        tokens.append(_new(Token, (printed, low, kind, at, behind)))
        at = behind
    return tokens


def sentence_spans(text):
    """(1-based paragraph, start, end) of all sentences of a text, in order.

    >>> [end - start for _, start, end in sentence_spans("12 dead, " * 1000)]
    [3995, 3996, 1009]
    """
    for paragraph, (start, end) in enumerate(split_paragraphs(text), 1):
        for begin, stop in split_sentences(text, start, end):
            while stop - begin > LONGEST_SENTENCE:
                cut = _cut(text, begin)
                yield paragraph, begin, cut
                begin = cut
            yield paragraph, begin, stop


def _cut(text, begin):
    """Where a sentence that is too long to be one is cut: after its last semicolon or comma, else before a space."""
    end = begin + LONGEST_SENTENCE
    cut = max(text.rfind("; ", begin + 1, end), text.rfind(", ", begin + 1, end)) + 1
    return cut or max(text.rfind(" ", begin + 1, end), 0) or end


def read_sentences(text):
    """All sentences of a text, in order.

    >>> [(s.paragraph, s.number, len(s.tokens)) for s in read_sentences("Two died. One fled.\\nAll is quiet.")]
    [(1, 1, 3), (1, 2, 3), (2, 3, 4)]
    """
    for number, (paragraph, start, end) in enumerate(sentence_spans(text), 1):
        yield Sentence(paragraph, number, start, end, text)
