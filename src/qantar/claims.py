"""From a corpus to claims.csv, and from claims.csv to the claims that the tables are built from."""

import sys
from pathlib import Path

from qantar import check, schema
from qantar.coded import coded_claims
from qantar.corrections import apply_corrections, mark_reviewed, read_corrections
from qantar.csvio import cell, read_table
from qantar.errors import NO_TABLE
from qantar.textio import sha256


def collect_claims(corpus):
    """All claims of a corpus as they are read: the extracted and the coded ones.

    Corrections are not carried out here (the row says what the source says); the rows that have one are marked.

    Args:
        corpus: a `qantar.corpus.Corpus`.

    Returns:
        Two lists of rows, claims and rejected numbers, sorted by source, position and id.
    """
    extracted, rejected = extract_corpus(corpus)
    claims = mark_reviewed(extracted + coded_claims(corpus.figures), read_corrections(corpus.folder))
    return sorted(claims, key=_position), sorted(rejected, key=_position)


def extract_corpus(corpus):
    """Read the figures out of every text of a corpus: lists of claims and of rejected numbers, unsorted."""
    claims, rejected = [], []
    by_id = {row["source_id"]: row for row in corpus.sources}
    for done, source_id in enumerate(sorted(corpus.texts)):
        _show_progress(done, len(corpus.texts), source_id)
        found, left = extract_text(corpus.texts[source_id], by_id[source_id], corpus.event)
        claims += found
        rejected += left
    _show_progress(len(corpus.texts), len(corpus.texts), "")
    return claims, rejected


def extract_text(text, source, event, rejects=True):
    """The claims and rejected numbers of one text.

    Args:
        text: a `qantar.corpus.Text`.
        source: its row of sources.csv.
        event: the event, see `qantar.event.read_event`.
        rejects: whether the rejected numbers are wanted, see `qantar.reading.read_document`.

    Returns:
        Two lists of rows. A claim that its schema forbids is no claim: it stands among the rejected numbers with the
        reason, so that one odd sentence stops nobody's corpus.
    """
    content = text.content
    from qantar.reading import read_document  # here, so that reading a finished claims.csv loads no grammar

    known = {key: source[key] for key in ("published", "outlet", "publisher_type")}
    known["published"] = known["published"] or None
    claims, rejected = read_document(content, source_id=text.source_id, event=event, rejects=rejects, **known)
    if not claims:
        return [], rejected
    origin = {"entry": "extracted", "text_basis": text.basis, "text_sha256": sha256(content)}
    valid, broken = [], []
    for claim in claims:
        claim |= origin
        problem = _problem(claim)
        if problem:
            broken.append(claim | {"reason": f"invalid claim: {problem}"})
        else:
            valid.append(claim)
    return _without_lost_links(valid), rejected + broken


def load_claims(raw, processed):
    """The claims that the tables are built from: claims.csv with the reviewer's decisions carried out.

    This is the one door from claims to tables: what `corrections.csv` rejects is not in the result, what it sets is
    set. Withdrawn, denied and other-event figures are in it, marked by their columns.

    Args:
        raw: the raw folder, for corrections.csv.
        processed: the folder with claims.csv.

    Returns:
        Rows as dicts of strings in the order of claims.csv; an empty string where nothing is stated.

    Raises:
        InputError: claims.csv is missing or broken, or a decision fits no claim.
    """
    table = schema.load()["claims"]
    claims = read_table(Path(processed, table.file), table, NO_TABLE.format("scripts/02_extract_claims.py"))
    return apply_corrections(claims, read_corrections(raw))


def _problem(claim):
    """What the schema forbids about a claim, or an empty string."""
    row = {name: cell(value) for name, value in claim.items()}
    return next((problem for problem, _ in check.row_problems(row, schema.load()["claims"])), "")


def _without_lost_links(claims):
    known = {claim["claim_id"] for claim in claims}
    return [claim if claim.get("part_of") in known else claim | {"part_of": ""} for claim in claims]


def _position(row):
    """Sort key: source, place in the text (coded rows, which have none, first), id."""
    start, end = (row.get(name) if row.get(name) not in (None, "") else -1 for name in ("start", "end"))
    return row["source_id"], int(start), int(end), row.get("claim_id", "")


def _show_progress(done, total, source_id):
    """One line that rewrites itself, only where somebody is watching."""
    if sys.stderr.isatty():
        print(f"\r{done}/{total} texts {source_id:60.60}", end="" if done < total else "\n", file=sys.stderr)
