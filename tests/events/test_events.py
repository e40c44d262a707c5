"""Reports on other events say what the data of that event hold, and end without an error."""

import re

import pytest
from bs4 import BeautifulSoup

from qantar.report import evidence, index, publish

UNMOVED = re.compile(r"from ((?:[a-z]+ )*[\d,]+)(?: \([^)]*\))?(?: on [\w ]+?)? to (?:[a-z]+ )?\1(?![\d,])")
UNREADABLE = re.compile(
    r"\bnan\b|\bNaT\b|<NA>|\bNone\b(?! of| came)|\b1 (?!differs|names|stays|looks)[a-z]+s\b(?! of)"
    r"|\.\.|  | in \.|, ,|\(\)|\b[01] times as"
)
OF_KAZAKHSTAN = re.compile(r"Kazakh|Almaty|CSTO|Januar", re.I)


def sentences(event):
    return [(name, text) for name, texts in event.words.items() for text in texts]


def test_no_number_moves_to_itself(event):
    assert [(name, text) for name, text in sentences(event) if UNMOVED.search(text)] == []


def test_every_sentence_can_be_read(event):
    found = [
        f"{UNREADABLE.search(text)[0]!r} in {name}: {text}"
        for name, text in sentences(event)
        if UNREADABLE.search(text)
    ]
    assert not found, "\n".join(found)


def test_nothing_is_told_of_another_event(event):
    assert [text for _, text in sentences(event) if OF_KAZAKHSTAN.search(text)] == []


def test_the_answer_about_cases_and_the_claims_agree(event):
    claims = (event.folders.processed / "criminal_cases.csv").read_text(encoding="utf-8")
    answer = event.words["03_detentions_and_cases"][0]
    assert ("No source counts criminal cases" in answer) == ("criminal_cases" not in claims)


def test_start_page_and_evidence_can_be_made(event):
    order = publish.Order(raw=event.folders.raw, processed=event.folders.processed)
    site = publish.make_site(order)
    start = index.make(order.processed, order.raw, site, {})
    text = re.sub(r"\s+", " ", BeautifulSoup(start, "html.parser").get_text(" "))
    assert not UNMOVED.search(text) and not re.search(r"\b1 (?:figures|outlets|pages|statements)\b", text)
    assert "Evidence" in evidence.make(order.processed, order.raw, site, False)


@pytest.mark.parametrize("name", ["no day", "vague words"])
def test_all_reports_are_exported(built, name):
    folders = built(name)
    pages = publish.publish(publish.Order(**vars(folders)), say=lambda line: None)
    assert len(pages) == 12 and all(page.is_file() for page in pages)
    assert {page.name for page in pages} == {file.name for file in folders.reports.glob("*.html")}
