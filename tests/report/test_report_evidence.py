"""The evidence page: every claim, its sentence only where the text is ours or the user asked for it."""

import pytest
from bs4 import BeautifulSoup
from report_helpers import DATA, DIGEST

from qantar.csvio import read_sheet
from qantar.report.evidence import make, sentence_around
from qantar.report.page import Site


def page_of(project, **options):
    html = make(project.processed, project.raw, Site(data=DATA), **options)
    return BeautifulSoup(html, "html.parser")


def as_article(project):
    """Turn the text of the extracted claim from a digest into an article of the user."""
    (project.raw / "articles").mkdir()
    (project.raw / "digests" / "agency-2020-05-02.md").rename(project.raw / "articles" / "agency-2020-05-02.txt")
    table = project.processed / "claims.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(",digest,", ",article,"), encoding="utf-8")


def test_every_claim_is_listed_with_its_source(project):
    page = page_of(project)
    claims = read_sheet(project.processed / "claims.csv").rows
    assert [entry["id"] for entry in page.select("#claims > li")] == [claim["claim_id"] for claim in claims]
    entry = page.find(id="p-1")
    assert entry.find(class_="what").strong.get_text() == "15"
    text = entry.get_text(" ", strip=True)
    for part in ("Water Ministry", "3 May 2020", "Testland", "Paper", "coded by hand", "deaths"):
        assert part in text
    assert entry.find("a")["href"] == "https://example.org/b"


def test_the_sentence_of_our_digest_is_marked(project):
    sentence = page_of(project).select_one("#claims .sentence")
    assert sentence.mark.get_text() == "12"
    assert sentence.get_text() == f"Our digest: {DIGEST.split(' Later')[0]}"


def test_the_sentence_of_an_article_is_not_shown(project):
    as_article(project)
    assert page_of(project).select("#claims .sentence") == []
    assert "had died" not in str(page_of(project))


def test_the_sentence_of_an_article_is_shown_where_the_user_asks_and_says_so(project):
    as_article(project)
    page = page_of(project, with_text=True)
    assert page.select_one("#claims .sentence").mark.get_text() == "12"
    assert "For local use only" in page.get_text()


def test_a_text_that_changed_since_is_not_shown(project):
    (project.raw / "digests" / "agency-2020-05-02.md").write_text(DIGEST.replace("12", "13"), encoding="utf-8")
    assert page_of(project).select("#claims .sentence") == []


def test_what_sources_say_is_text_and_not_markup(project):
    table = project.processed / "claims.csv"
    hostile = '"<img src=x onerror=alert(1)>"'
    table.write_text(table.read_text(encoding="utf-8").replace("Water Ministry", hostile), encoding="utf-8")
    sources = project.processed / "sources.csv"
    changed = sources.read_text(encoding="utf-8").replace("https://example.org/b", "javascript:alert(1)")
    sources.write_text(changed, encoding="utf-8")
    page = page_of(project)
    assert page.find("img") is None
    assert "<img src=x" in page.find(id="p-1").get_text()
    assert [link["href"] for link in page.select("#claims a")] == ["https://example.org/a"]
    assert "toll <b>rises</b>" in page.find(id="p-1").get_text()


def test_the_policy_admits_the_pages_own_script_only(project):
    page = page_of(project)
    assert "script-src 'sha256-" in page.find("meta", attrs={"http-equiv": True})["content"]
    assert len(page.find_all("script")) == 1
    assert not page.script.has_attr("src")


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (0, ("", "Six", " of 12 came.")),
        (7, ("Six of ", "12", " came.")),
        (17, ("", "20", " left at 5 p.m. today.")),
        (44, ("", "3", " stayed")),
    ],
)
def test_sentences_are_found_by_position(start, expected):
    text = "Six of 12 came. \n20 left at 5 p.m. today.\n\n3 stayed"
    start = text.index(expected[1], max(0, start - 3))
    assert sentence_around(text, start, start + len(expected[1])) == expected
