"""Reading what the tables are computed from."""

from collections import defaultdict
from pathlib import Path

import pandas as pd

from qantar import schema
from qantar.claims import load_claims
from qantar.corpus import find_texts, read_conventions
from qantar.csvio import read_table
from qantar.errors import NO_RAW_FILE, NO_TABLE
from qantar.event import read_event
from qantar.stale import check_fresh
from qantar.tables.announced import find_announced
from qantar.tables.frame import Corpus, comparable


def load_corpus(raw, processed):
    """Claims, sources and what else the tables need, from a corpus' two folders.

    Args:
        raw: folder with event.yml and, where they exist, conventions.csv, corrections.csv, reported_figures.csv and
            the texts, whose words tell an announced revision from a silent one.
        processed: folder with sources.csv, claims.csv, rejected_numbers.csv as written by the first two steps and,
            where the reader has been scored, reading_scores.csv.

    Returns:
        A `Corpus`.

    Raises:
        InputError: a file is missing or broken, or the claims were read from other texts than sources.csv lists.
    """
    raw, processed, tables = Path(raw), Path(processed), schema.load()
    event = read_event(raw / "event.yml", NO_RAW_FILE)
    pages, claims = _rows(processed, "sources", "01_prepare_sources.py"), load_claims(raw, processed)
    check_fresh(claims, pages, processed / tables["claims"].file)
    sources, notes = pd.DataFrame(pages, columns=tables["sources"].names), _coder_notes(raw / "reported_figures.csv")
    return Corpus(
        claims=comparable(claims, sources, event["country"], tables["claims"].names),
        sources=sources,
        rejected=_rows(processed, "rejected_numbers", "02_extract_claims.py"),
        conventions=read_conventions(raw),
        regions={place["name"]: place["region"] for place in event["places"]},
        notes=notes,
        announced=find_announced(claims, _texts(raw, set(sources["source_id"])), notes),
        scores=_rule_scores(processed / "reading_scores.csv"),
    )


def _rows(processed, name, script):
    """The rows of a table that an earlier step writes; InputError names that step where it did not run."""
    table = schema.load()[name]
    return read_table(processed / table.file, table, NO_TABLE.format(f"scripts/{script}"))


def _texts(raw, known):
    """source_id → its text, where it is at hand."""
    return {source_id: text.content for source_id, text in find_texts(raw, known).items()}


def _coder_notes(path):
    """figure_id → what its coder noted; the table is optional, and checked by the first step."""
    if not path.exists():
        return {}
    figures = read_table(path, schema.load()["reported_figures"])
    return {row["figure_id"]: row["note"] for row in figures if row["note"]}


def _rule_scores(path):
    """(rule, metric) → (claims made of annotated texts, right ones), all sets together; empty without the table."""
    if not path.exists():
        return {}
    counts = defaultdict(lambda: (0, 0))
    for row in read_table(path, schema.load()["reading_scores"]):
        if row["by"] == "rule":
            read, right = counts[row["name"], row["metric"]]
            counts[row["name"], row["metric"]] = read + int(row["n_read"]), right + int(row["n_right"])
    return dict(counts)
