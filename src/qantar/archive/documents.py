"""A document of an archive, and what makes an input no document.

Whatever an archive holds, one bad entry never stops the run: it comes out as `Bad`, with the place and the reason.
"""

import re
from dataclasses import dataclass

from qantar.articletext import PAGE, is_page
from qantar.check import is_date

LONGEST = 4 * 1024 * 1024  # characters or bytes of one document; a longer one is set aside
DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|[T ])")
SURROGATE = re.compile("[\ud800-\udfff]")
NO_FIELD = "no field"  # how the reason begins where the text is not where it is looked for
FIELDS = ("text", "id", "published", "outlet")


@dataclass(frozen=True)
class Document:
    """One text with what is known of it.

    `document_id` is unique in the archive: the input file, `#` and the place in it. `source_id` is the archive's own
    identifier, or the same where it gives none. `published` is a day, month or year, or empty.
    """

    document_id: str
    source_id: str
    text: str
    published: str = ""
    outlet: str = ""


@dataclass(frozen=True)
class Bad:
    """An entry that is no document: where it stands, why, and what can be done."""

    file: str
    position: str
    reason: str
    remedy: str


class NoDocument(Exception):
    """Raised with reason and remedy for an entry that cannot be read as a document."""


def make_document(document_id, entry, names):
    """The document in one entry of an archive.

    Args:
        document_id: its identifier.
        entry: a dict of what the archive says.
        names: field of `FIELDS` → key of the entry.

    Returns:
        Document.

    Raises:
        NoDocument: no text, no plain text, too long, or a date that is none.

    >>> make_document("a.jsonl#0", {"text": "Two died.", "published": "2022-01-05T10:00:00Z"}, {}).published
    '2022-01-05'
    """
    said = {field: entry.get(names.get(field, field)) for field in FIELDS}
    text = check_text(said["text"], names.get("text", "text"))
    published = _day(said["published"], names.get("published", "published"))
    return Document(document_id, _word(said["id"]) or document_id, text, published, _word(said["outlet"]))


def check_text(text, name="text"):
    """The text itself, or NoDocument where the reader could not take it."""
    if text is None:
        raise NoDocument(f"{NO_FIELD} {name!r}", "name the field that holds the text with --fields text=NAME")
    if not isinstance(text, str):
        raise NoDocument(f"field {name!r} is no text", "name the field that holds the text with --fields text=NAME")
    if not text.strip():
        raise NoDocument("the text is empty", "nothing to do, or fetch the page again")
    if len(text) > LONGEST:
        raise NoDocument(f"longer than {LONGEST:,} characters", "split it into its articles")
    if "\0" in text:
        raise NoDocument("a NUL character, so no text", "take the NUL characters out")
    if is_page(text):
        remedy = "take the article out of the page, or name a field of plain text with --fields text=NAME"
        raise NoDocument(PAGE[0], remedy)
    if SURROGATE.search(text):
        raise NoDocument("half a character (a lone surrogate)", "encode the text as UTF-8 again")
    return text


def _day(value, name):
    if value in (None, ""):
        return ""
    found = DAY.match(str(value))
    if not found or not is_date(found.group()):
        remedy = f"write days as YYYY-MM-DD, or name another field with --fields published=NAME ({name} is read now)"
        raise NoDocument(f"publication date {str(value)[:40]!r} is no day, month or year", remedy)
    return found.group()


def _word(value):
    """An identifier or a name as one line of text without characters that no file can hold."""
    return (
        ""
        if value is None
        else " ".join(str(value).encode("utf-8", "replace").decode("utf-8").replace("\0", " ").split())
    )
