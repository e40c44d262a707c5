"""From a document to its rows: a pure function, the same wherever and in whatever order it is called."""

from dataclasses import dataclass

from qantar import schema
from qantar.claims import extract_text

from .documents import Bad


@dataclass(frozen=True)
class Options:
    """What a run asks for: the event or None, rejected numbers too or not, and the names of the fields."""

    event: dict | None = None
    rejects: bool = False
    fields: tuple = ()  # pairs of (field of documents.FIELDS, name in the archive)


@dataclass(frozen=True)
class Rows:
    """The rows of one document: dicts with the columns of `columns()`."""

    claims: tuple = ()
    rejected: tuple = ()


@dataclass(frozen=True)
class _Text:
    """What `extract_text` asks of a text."""

    source_id: str
    content: str
    basis: str = "article"


def columns(table):
    """The columns of an archive's table: the document, then those of the table in the schema.

    >>> columns("rejected_numbers")[:3]
    ['document_id', 'source_id', 'number_text']
    """
    return ["document_id", *schema.load()[table].names]


def extract(document, options):
    """The claims, and where asked for the rejected numbers, of one document.

    Args:
        document: a `documents.Document`.
        options: `Options`.

    Returns:
        `Rows`; or `Bad` where the reader failed on the text, which says so instead of stopping the run.

    >>> from .documents import Document
    >>> [row["value"] for row in extract(Document("a#0", "a", "Two people died."), Options()).claims]
    [2]
    """
    source = {"published": document.published, "outlet": document.outlet, "publisher_type": ""}
    try:
        found = extract_text(_Text(document.source_id, document.text), source, options.event, options.rejects)
    except Exception as error:  # a million strange texts will find what no test has; one of them must not end the run
        remedy = "report it together with the text"
        return Bad(document.document_id, "", f"the reader failed: {error!r:.80}", remedy)
    claims, rejected = ([{"document_id": document.document_id, **row} for row in rows] for rows in found)
    return Rows(tuple(sorted(claims, key=_position)), tuple(sorted(rejected, key=_position)))


def _position(row):
    return row["start"], row["end"], row.get("claim_id", "")
