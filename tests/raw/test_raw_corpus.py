"""What a raw folder may look like, and that its texts are read without a change."""

import pytest
from small_corpus import DAILY, EVENT, SOURCES, TEXT, changed, write

from qantar.corpus import read_conventions, read_corpus
from qantar.event import read_event
from qantar.sources import source_rows
from qantar.textio import read_text, sha256

ODD = "\u00a0\u2009A  caf\u00e9 cafe\u0301 \u201c12\u201d  \n\n\t\u2028end \U0001f6a8 "


@pytest.mark.parametrize(
    ("encoded", "reason"),
    [
        (ODD.encode(), "plain UTF-8"),
        (ODD.encode("utf-8-sig"), "the byte order mark is no character of the text"),
        (ODD.encode("utf-16"), "Windows editors save so"),
        (b"\xfe\xff" + ODD.encode("utf-16-be"), "the other byte order"),
        (ODD.replace("\n", "\r\n").encode(), "one line end is one character on every system"),
    ],
)
def test_text_is_kept_to_the_character(tmp_path, encoded, reason):
    assert read_text(write(tmp_path, "a.txt", encoded)) == ODD, reason


def test_tables_in_other_encodings_are_read(raw):
    expected = read_corpus(raw).sources
    for encoding in ("utf-8-sig", "utf-16"):
        write(raw, "sources.csv", SOURCES.replace("\n", "\r\n").encode(encoding))
        assert read_corpus(raw).sources == expected


def test_only_event_sources_and_articles_are_needed(raw):
    (raw / "reported_figures.csv").unlink()
    write(raw, "sources.csv", "".join(SOURCES.splitlines(keepends=True)[:2]))
    corpus = read_corpus(raw)
    assert (corpus.figures, list(corpus.texts), read_conventions(raw)) == ([], [DAILY], {})


def test_columns_that_may_be_missing(raw):
    rows = [line.rsplit(",", 2)[0] for line in SOURCES.splitlines()]
    write(raw, "sources.csv", "\n".join(rows) + "\n")
    assert [(row["sha256"], row["note"]) for row in read_corpus(raw).sources] == [("", ""), ("", "")]


def test_article_is_read_before_the_digest(raw):
    write(raw, f"digests/{DAILY}.md", "Another text.")
    write(raw, "digests/README.md", "Not a digest.")
    write(raw, "articles/.hidden", "Not a text.")
    text = read_corpus(raw).texts[DAILY]
    assert (text.basis, text.content) == ("article", TEXT)
    (raw / f"articles/{DAILY}.txt").unlink()
    text = read_corpus(raw).texts[DAILY]
    assert (text.basis, text.content) == ("digest", "Another text.")


def test_stated_hash_of_the_article_is_accepted(raw):
    write(raw, "sources.csv", changed(SOURCES, "en,,,", f"en,,{sha256(TEXT)},"))
    assert read_corpus(raw).sources[0]["sha256"] == sha256(TEXT)


def test_rows_of_sources(raw):
    daily, wire = source_rows(read_corpus(raw))
    assert (daily["text_basis"], daily["characters"], daily["coded_figures"]) == ("article", len(TEXT), 0)
    assert daily["text_sha256"] == sha256(TEXT)
    assert "text_basis" not in wire and wire["coded_figures"] == 2


def test_minimal_event(tmp_path):
    event = read_event(write(tmp_path, "event.yml", EVENT))
    assert (event["id"], event["start"], event["end"]) == ("harbour-2024", "2024-03-01", "2024-03-09")
    assert event["places"] == event["institutions"] == event["demonyms"] == [] and event["foreign_force"] is None


def test_full_event(tmp_path):
    more = (
        "places: [{name: Norport, variants: [North Port]}]\nforeign_force: {name: Pact}\n"
        "other_events: [{id: old, name: Old strike, year: 1998}]\ndemonyms: [Estmarkian]\n"
    )
    event = read_event(write(tmp_path, "event.yml", EVENT + more))
    assert event["places"] == [{"name": "Norport", "region": "", "variants": ["North Port"]}]
    assert event["foreign_force"] == {"name": "Pact", "variants": []}
    assert event["other_events"][0]["year"] == 1998 and event["other_events"][0]["place"] == ""


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [("2011", "2011", ("2011-01-01", "2011-12-31")), ("2024-02", "2024-02", ("2024-02-01", "2024-02-29"))],
)
def test_event_known_to_the_month_or_year(tmp_path, start, end, days):
    text = changed(changed(EVENT, "2024-03-01", start), "2024-03-09", end)
    event = read_event(write(tmp_path, "event.yml", text))
    assert (event["start"], event["end"]) == days


def test_words_that_yaml_would_turn_into_something_else(tmp_path):
    text = changed(EVENT, "Estmark", "NO") + "places: [{name: On, variants: [Yes, 1e3]}]\n"
    event = read_event(write(tmp_path, "event.yml", text))
    assert event["country"] == "NO" and event["places"][0]["name"] == "On"
