"""The project's own reports, made from its tables: what every page of them must have."""

import hashlib
import re
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from qantar import paths
from qantar.report.publish import Order, publish

NOTEBOOKS = sorted(path.stem for path in paths.NOTEBOOKS.glob("[0-9]*.ipynb"))
SHORTEST_ALT = 40  # characters; a chart cannot be told in fewer


@pytest.fixture(scope="module")
def pages(real):
    """Every page by its name."""
    files = sorted((real / "reports").glob("*.html"))
    return {file.stem: BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser") for file in files}


def test_every_notebook_has_its_report(pages):
    assert sorted(pages) == sorted([*NOTEBOOKS, "index", "evidence"])
    assert len(NOTEBOOKS) >= 6


def test_every_picture_has_its_own_words(pages):
    words = [image["alt"] for page in pages.values() for image in page.find_all("img")]
    assert len(words) == len(set(words))
    assert min(map(len, words)) >= SHORTEST_ALT
    assert not [text for text in words if "no description" in text]


def test_every_figure_brings_its_caption_and_its_data(pages, real):
    for page in pages.values():
        for figure in page.find_all("figure"):
            assert len(figure.figcaption.get_text()) > len("Figure 10. ")
            link = figure.find("a", class_="download")
            assert (real / "figures" / link["download"]).is_file()
            assert link["href"].startswith("data:text/csv;")


def test_every_table_can_be_walked_through(pages):
    for page in pages.values():
        for table in page.find_all("table"):
            assert table.caption.get_text(strip=True)
            assert all(cell.get("scope") in ("row", "col", "rowgroup", "colgroup") for cell in table.find_all("th"))


def test_headings_follow_from_one_another(pages):
    for name, page in pages.items():
        levels = [int(heading.name[1]) for heading in page.find_all(re.compile(r"^h[1-6]$"))]
        assert levels[0] == 1 and levels.count(1) == 1, name
        assert all(after <= before + 1 for before, after in pairwise(levels)), name


def test_reports_say_what_they_answer_and_what_they_rest_on(pages):
    for name in NOTEBOOKS:
        assert pages[name].title.string == f"{pages[name].h1.get_text()} – Qantar"
        assert pages[name].find(class_="standfirst").get_text(strip=True)
        assert re.search(
            r"Sources published up to .*\d{4}\. .* Version \d", pages[name].find(class_="data-line").get_text()
        )
        assert "CC BY 4.0" in pages[name].footer.get_text()
        assert "Cite as:" in pages[name].footer.get_text()


def test_nothing_of_this_machine_is_in_a_page(real):
    for file in (real / "reports").rglob("*"):
        if file.suffix in (".html", ".json", ".csv"):
            text = file.read_text(encoding="utf-8")
            assert str(paths.ROOT) not in text, file.name
            assert str(Path.home()) + "/" not in text, file.name
            assert not re.search(r"\b0x[0-9a-f]{8,}", text), file.name


def test_links_of_the_start_page_lead_to_claims_on_the_evidence_page(pages):
    targets = [link["href"].partition("#")[2] for link in pages["index"].select(".headline a")]
    assert targets
    for target in targets:
        assert pages["evidence"].find(id=target) is not None


def test_two_builds_give_the_same_bytes(real):
    def hashes():
        files = [*(real / "reports").rglob("*.*"), *(real / "figures").iterdir()]
        return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files if file.is_file()}

    before = hashes()
    order = Order(figures=real / "figures", reports=real / "reports", force=True)
    publish(order, say=lambda line: None)
    assert hashes() == before
