"""JSONL: one JSON object per line. A plain file is cut at bytes, a compressed one cannot be cut."""

import gzip
import json
import zlib
from contextlib import suppress
from pathlib import Path

from .documents import LONGEST, Bad, NoDocument, make_document

REMEDY = "write one JSON object per line, in UTF-8"
BOM = b"\xef\xbb\xbf"


def cut(path, piece_bytes):
    """Ranges of bytes; a line belongs to the range in which it begins."""
    size = Path(path).stat().st_size
    if str(path).lower().endswith(".gz"):
        return [(0, size, size)]
    return [
        (begin, min(begin + piece_bytes, size), min(piece_bytes, size - begin)) for begin in range(0, size, piece_bytes)
    ]


def read(piece, names):
    """Documents and bad lines of a piece; the place of a document is the byte at which its line begins."""
    try:
        with _open(piece) as file:
            for number, (at, line) in enumerate(_lines(file, piece), start=1):
                if line is not None and not line.strip():
                    continue
                try:
                    yield make_document(f"{piece.name}#{at}", _parse(line), names)
                except NoDocument as problem:
                    place = f"line {number}, byte {at}" if piece.begin == 0 else f"byte {at}"
                    yield Bad(piece.name, place, *problem.args)
    except (OSError, EOFError, zlib.error) as error:
        yield Bad(piece.name, "", f"cannot be read on: {error}", "repair the file, or fetch it again")


def entries(piece):
    """The JSON objects of a piece, without the lines that hold none."""
    with _open(piece) as file:
        for _, line in _lines(file, piece):
            with suppress(NoDocument):
                yield _parse(line)


def _open(piece):
    return gzip.open(piece.path) if piece.kind == "jsonl_gz" else open(piece.path, "rb")


def _lines(file, piece):
    """(position, line) of the lines that begin in the range; None for a line that is too long to be held."""
    end = piece.end if piece.kind == "jsonl" else None
    at = piece.begin
    if at:  # a line that began before the range belongs to the piece before
        file.seek(at - 1)
        at += _skip(file) - 1
    while end is None or at < end:
        line = file.readline(LONGEST + 1)
        if not line:
            return
        size = len(line)
        whole = line.endswith(b"\n") or size <= LONGEST
        yield at, line if whole else None
        at += size + (0 if whole else _skip(file))


def _skip(file):
    """Read to the end of the line in bounded steps; how many bytes that were."""
    size = 0
    while piece := file.readline(LONGEST):
        size += len(piece)
        if piece.endswith(b"\n"):
            break
    return size


def _parse(line):
    if line is None:
        raise NoDocument(f"a line longer than {LONGEST:,} bytes", REMEDY)
    try:
        entry = json.loads(line.removeprefix(BOM).decode("utf-8"))
    except UnicodeDecodeError:
        raise NoDocument("not UTF-8", "save the file in UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise NoDocument(f"no JSON: {str(error)[:80]}", REMEDY) from None
    if not isinstance(entry, dict):
        raise NoDocument("no JSON object", REMEDY)
    return entry
