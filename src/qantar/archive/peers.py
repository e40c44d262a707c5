"""The readers that the benchmark compares, each as a function of a text that says how much it found.

A peer finds numbers, at best with the word they stand with; ours fills every column of claims.csv. A peer that is not
installed raises ModuleNotFoundError when it is made.
"""

import re

from .documents import Document
from .extract import Options, extract

WORDS = "killed dead died deaths injured wounded hurt detained arrested detainees arrests cases troops peacekeepers"


def qantar():
    """Claims with all their columns; documents that can hold none are left out by the quick look."""
    return lambda entry: len(extract(_document(entry), Options()).claims)


def qantar_with_rejects():
    """Claims, and every other number with the reason why it is none."""

    def read(entry):
        rows = extract(_document(entry), Options(rejects=True))
        return len(rows.claims) + len(rows.rejected)

    return read


def plain_regex():
    """Digits within five words of a keyword: the script that a newsroom writes in an hour."""
    words, number = WORDS.replace(" ", "|"), r"\d[\d,.]*"
    near = re.compile(rf"\b{number}\W+(?:\w+\W+){{0,5}}?(?:{words})\b|\b(?:{words})\W+(?:\w+\W+){{0,5}}?{number}")
    return lambda entry: sum(1 for _ in near.finditer(entry["text"]))


def spacy_matcher():
    """spaCy's blank English tokenizer with a Matcher of the same idea."""
    import spacy
    from spacy.matcher import Matcher

    language = spacy.blank("en")
    matcher, word = Matcher(language.vocab), {"LOWER": {"IN": WORDS.split()}}
    gap = [{"OP": "?"}] * 5
    matcher.add("figure", [[{"LIKE_NUM": True}, *gap, word], [word, *gap, {"LIKE_NUM": True}]], greedy="LONGEST")
    return lambda entry: len(matcher(language(entry["text"])))


def recognizers_text():
    """Microsoft's Recognizers-Text, numbers only."""
    from recognizers_number import Culture, NumberRecognizer

    model = NumberRecognizer(Culture.English).get_number_model()
    return lambda entry: len(model.parse(entry["text"]))


def quantulum3():
    """quantulum3: quantities with units."""
    from quantulum3 import parser

    return lambda entry: len(parser.parse(entry["text"]))


READERS = {
    reader.__name__: reader
    for reader in (qantar, qantar_with_rejects, plain_regex, spacy_matcher, recognizers_text, quantulum3)
}


def _document(entry):
    return Document(entry["id"], entry["id"], entry["text"], entry["published"])
