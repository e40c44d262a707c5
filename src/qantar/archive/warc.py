"""Web archives: the main text of every HTML page that was fetched without an error."""

import logging

from qantar.errors import InputError

from .documents import LONGEST, Bad, NoDocument, make_document

RECORDS = 500  # of a piece: taking the text out of a page costs much more than reading it
READ = 64 * 1024
PAGES = ("text/html", "application/xhtml+xml")


def cut(path, piece_bytes):
    """Ranges of records by the byte at which they begin; `piece_bytes` is of no account here."""
    offsets, size = [0], 0
    with open(path, "rb") as file:
        records = _records(file, path)
        try:
            for number, _ in enumerate(records):
                if number and number % RECORDS == 0:
                    offsets.append(records.get_record_offset())
        except Exception:  # damaged from here on: `read` says so when it comes to this place
            pass
        size = file.seek(0, 2)
    return [(begin, end, end - begin) for begin, end in zip(offsets, [*offsets[1:], size], strict=True)]


def read(piece, names):
    """Documents and bad pages of a piece; the place of a document is the byte at which its record begins."""
    with open(piece.path, "rb") as file:
        file.seek(piece.begin)
        records, at = _records(file, piece.path), piece.begin
        try:
            for record in records:
                html = _page_of(record)
                at = records.get_record_offset()  # asked after the page, since this reads over it
                if at >= piece.end:
                    return
                if html is not None:
                    yield _read_page(piece, at, record.rec_headers.get_header("WARC-Target-URI"), html)
        except Exception as error:  # a damaged archive breaks the unpacking in many ways
            reason = f"cannot be read on: {' '.join(repr(error).split()):.80}"
            yield Bad(piece.name, f"after byte {at}", reason, "repair the archive, or fetch it again")


def _records(file, path):
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ModuleNotFoundError:
        raise InputError(path, "a web archive needs warcio and trafilatura", "pip install 'qantar[ingest]'") from None
    return ArchiveIterator(file)


def _is_page(record):
    """A fetched page; failed requests, images, scripts and the archive's own records are no documents."""
    if record.rec_type != "response" or record.http_headers is None or record.http_headers.get_statuscode() != "200":
        return False
    return (record.http_headers.get_header("Content-Type") or "").split(";")[0].strip().lower() in PAGES


def _read_page(piece, at, address, html):
    try:
        return make_document(f"{piece.name}#{at}", {"id": address, **_main_text(html)}, {})
    except NoDocument as problem:
        return Bad(piece.name, f"byte {at}", *problem.args)
    except Exception as error:  # broken pages break the parsers below in ways of their own
        return Bad(piece.name, f"byte {at}", f"page cannot be read: {error!r:.80}", "fetch the page again")


def _page_of(record):
    """The bytes of a page, as many as are worth having; None where a record is no page."""
    if not _is_page(record):
        return None
    stream, html = record.content_stream(), bytearray()
    while len(html) <= LONGEST and (part := stream.read(READ)):  # a read gives no more than what is unpacked so far
        html += part
    return bytes(html)


def _main_text(html):
    """Text, day and site name of a page."""
    import trafilatura

    if len(html) > LONGEST:
        raise NoDocument(f"longer than {LONGEST:,} bytes", "fetch the article's own page")
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it has to say goes to bad_documents.csv
    found = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False)
    if not found or not found.text:
        raise NoDocument("no main text in the page", "fetch the article's own page")
    return {"text": found.text, "published": found.date, "outlet": found.sitename}
