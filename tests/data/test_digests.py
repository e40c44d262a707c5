"""The digests of data/raw/digests: long enough, in our own words, and with the same figures as the articles.

The articles are copyrighted and not in the repository. `QANTAR_ARTICLES` names a folder that has them as
`<source_id>.txt`; without it, only what the digests show by themselves is tested.
"""

import os
import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from qantar import paths
from qantar.csvio import read_table
from qantar.event import read_event
from qantar.schema import load
from qantar.textio import read_text

DIGESTS = {path.stem: path for path in sorted((paths.RAW / "digests").glob("*.md"))}
ARTICLES = Path(os.environ["QANTAR_ARTICLES"]) if os.environ.get("QANTAR_ARTICLES") else None
SAME = ("metric", "value", "low", "high", "qualifier", "group", "detail")
RUN = 8  # consecutive words that make a quotation
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")

needs_articles = pytest.mark.skipif(ARTICLES is None, reason="QANTAR_ARTICLES names no folder with the article texts")
each_digest = pytest.mark.parametrize("source_id", DIGESTS)


@cache
def article(source_id):
    return read_text(ARTICLES / f"{source_id}.txt")


@cache
def digest(source_id):
    return read_text(DIGESTS[source_id])


@cache
def source(source_id):
    rows = read_table(paths.RAW / "sources.csv", load()["raw_sources"])
    return next(row for row in rows if row["source_id"] == source_id)


def words(text):
    """Lower-case words; the two apostrophes are one.

    >>> words("Almaty’s 2,000 men")
    ["almaty's", '2', '000', 'men']
    """
    return [word.lower() for word in WORD.findall(text.replace("’", "'"))]


def runs(text, size=RUN):
    tokens = words(text)
    return {tuple(tokens[i : i + size]) for i in range(len(tokens) - size + 1)}


def figures(text, source_id):
    """The figures that are read from a text, as often as they are, without where they stand in it."""
    from qantar.reading import read_document

    known = {key: source(source_id)[key] for key in ("published", "outlet", "publisher_type")}
    event = read_event(paths.RAW / "event.yml")
    claims, _ = read_document(text, source_id=source_id, event=event, **known)
    return Counter(tuple(str("" if claim[key] is None else claim[key]) for key in SAME) for claim in claims)


def shown(counted):
    """Figures one per line, for a reader of a failure."""
    lines = [f"  {times} x " + ", ".join(cell or "-" for cell in row) for row, times in sorted(counted.items())]
    return "\n".join(lines) or "  none"


@each_digest
def test_begins_with_a_title_and_says_what_it_is(source_id):
    title, note, first, *_ = digest(source_id).split("\n\n")
    assert title.startswith("# ") and "\n" not in title
    month = date.fromisoformat(source(source_id)["published"][:7] + "-01")
    assert note.startswith(f"*{source(source_id)['outlet']}, {month:%B %Y}.") and "own words" in note
    assert not first.startswith(("#", "*"))


@each_digest
def test_paragraphs_stand_on_one_line_each(source_id):
    assert all("\n" not in paragraph for paragraph in digest(source_id).rstrip("\n").split("\n\n"))


@each_digest
def test_some_figure_is_read_from_it(source_id):
    assert figures(digest(source_id), source_id).total() >= 1


@needs_articles
def test_every_article_has_a_digest_and_every_digest_an_article():
    assert set(DIGESTS) == {path.stem for path in ARTICLES.glob("*.txt")}


@needs_articles
@each_digest
def test_is_at_least_half_as_long_as_the_article(source_id):
    assert len(words(digest(source_id))) >= len(words(article(source_id))) / 2
    assert len(digest(source_id)) >= len(article(source_id)) / 2


@needs_articles
@each_digest
def test_repeats_no_passage_of_any_article(source_id):
    quoted = {other: runs(digest(source_id)) & runs(article(other)) for other in DIGESTS}
    assert {other: sorted(" ".join(run) for run in found) for other, found in quoted.items() if found} == {}


@needs_articles
@each_digest
def test_gives_the_same_figures_as_the_article(source_id):
    ours, theirs = figures(digest(source_id), source_id), figures(article(source_id), source_id)
    assert ours == theirs, (
        f"{source_id}, columns {', '.join(SAME)}\nonly in the article:\n{shown(theirs - ours)}\n"
        f"only in the digest:\n{shown(ours - theirs)}"
    )
