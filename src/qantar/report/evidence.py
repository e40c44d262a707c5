"""The evidence view: every claim with its source, in one page that can be searched without any outside help."""

from qantar.charts.prose import day, wording
from qantar.corpus import TEXT_FILES
from qantar.reading.text import split_paragraphs, split_sentences
from qantar.report import figures, page
from qantar.report.about import read_rows
from qantar.report.layout import Content
from qantar.textio import read_text, sha256

MOST_ROWS = 5000  # a page with more would be slow to open; claims.csv has all
LARGEST_EMBEDDED = 3_000_000  # bytes of claims.csv
FILTERS = {  # column: the words above its choice
    "metric": "What is counted",
    "claimant_type": "Who states it",
    "status": "Status",
    "place": "Place",
    "entry": "How it was read",
}


def plain(code):
    """A value of a closed list in words.

    >>> plain("troop_contingents")
    'troop contingents'
    """
    return code.replace("_", " ")


def in_figures(claim):
    """The figure of a claim in words that promise no more than the source did."""
    return wording({**claim, **{name: int(claim[name]) if claim[name] else None for name in ("value", "low", "high")}})


def find_text(claim, raw, cached):
    """The very text that a claim was read from, or None where it is not at hand or has changed since."""
    if claim["source_id"] not in cached:
        folder, ending = TEXT_FILES[claim["text_basis"]]
        file = raw / folder / f"{claim['source_id']}{ending}"
        cached[claim["source_id"]] = read_text(file) if file.is_file() else ""
    text = cached[claim["source_id"]]
    return text if text and sha256(text) == claim["text_sha256"] else None


def sentence_around(text, start, end):
    """The sentence around a span, in three parts: before, the span itself, after.

    >>> sentence_around("Nobody knew. At least 12 died, he said. It ended.", 22, 24)
    ('At least ', '12', ' died, he said.')
    """
    for paragraph in split_paragraphs(text):
        if paragraph[0] <= start < paragraph[1]:
            for begin, stop in split_sentences(text, *paragraph):
                if begin <= start < stop:
                    return text[begin:start].lstrip(), text[start:end], text[end:stop].rstrip()
    return None


def shown_sentence(claim, raw, with_text, cached):
    """The sentence to show for a claim: our own digest's, or any where the user asked for a page for local use."""
    basis = claim["text_basis"]
    if not claim["start"] or not (basis == "digest" or (with_text and basis in TEXT_FILES)):
        return None
    text = find_text(claim, raw, cached)
    return sentence_around(text, int(claim["start"]), int(claim["end"])) if text else None


def describe(claim, source, sentence):
    """What the page says of one claim, ready for the template."""
    parts = [plain(claim[name]) for name in ("metric", "group", "detail", "stage", "measure") if claim[name]]
    return {
        **claim,
        "sentence_number": claim["sentence"],
        "words": in_figures(claim),
        "about": [part for part in parts if part != "all"],
        "date": day(claim["as_of"]),
        "size": claim["value"] or claim["low"] or claim["high"],
        "outlet": source.get("outlet", ""),
        "title": source.get("title", ""),
        "url": source.get("url", "") if source.get("url", "").startswith(("https://", "http://")) else "",
        "published": source.get("published", ""),
        "published_words": day(source.get("published", "")),
        "language": source.get("language", ""),
        "sentence": sentence,
    }


def choices(claims):
    """For each filter its label and the values that occur, with how often."""
    found = []
    for column, label in FILTERS.items():
        counts = {}
        for claim in claims:
            counts[claim[column]] = counts.get(claim[column], 0) + 1
        counts.pop("", None)
        found.append((column, label, [(value, plain(value), counts[value]) for value in sorted(counts)]))
    return found


def make(processed, raw, site, with_text=False):
    """The evidence page.

    Args:
        processed: folder with claims.csv and sources.csv.
        raw: folder with the texts.
        site: see `page.Site`.
        with_text: show sentences of the user's own articles too; such a page is for local use.

    Returns:
        The page as a string.
    """
    every = read_rows(processed / "claims.csv")
    sources = {row["source_id"]: row for row in read_rows(processed / "sources.csv")}
    cached, claims = {}, []
    for claim in every[:MOST_ROWS]:
        sentence = shown_sentence(claim, raw, with_text, cached)
        claims.append(describe(claim, sources.get(claim["source_id"], {}), sentence))
    table = (processed / "claims.csv").read_bytes()
    return page.render(
        "evidence.html.j2",
        content=Content(title="Evidence: every figure with its source", body=""),
        site=site,
        current="evidence.html",
        script="evidence.js",
        claims=claims,
        total=len(every),
        choices=choices(claims),
        with_text=with_text,
        download=figures.as_download(table) if len(table) <= LARGEST_EMBEDDED else "",
        download_size=figures.size(table),
    )
