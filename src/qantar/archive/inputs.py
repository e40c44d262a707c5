"""The input files of an archive, cut into pieces that can be read on their own.

A piece is a range of one file: bytes of a JSONL file, row groups of a Parquet file, records of a WARC file, or a range
of the sorted text files of a folder. Pieces depend on the input alone, so every run and any number of workers make
the same shards.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from qantar.errors import InputError

from . import formats

EDGE = 1024 * 1024  # bytes at the start, middle and end of a file that its fingerprint covers


@dataclass(frozen=True)
class Piece:
    """Range [begin, end) of an input. `kind` says what the numbers count; `name` is the file's name in the outputs."""

    kind: str
    path: str
    name: str
    begin: int
    end: int
    size: int  # bytes, for the progress
    files: tuple = ()  # the text files of a piece of a folder: (path, name)


def find_pieces(inputs, piece_bytes):
    """All pieces of all inputs, in order.

    Args:
        inputs: files, or folders that are searched for archives and text files.
        piece_bytes: about how much of the input a piece holds.

    Returns:
        list of Piece.

    Raises:
        InputError: an input is missing, of no known kind, or there is nothing to read.
    """
    archives, texts = [], []
    for path, name in _find_files(inputs):
        kind = formats.kind_of(path)
        if kind == "text":
            texts.append((path, name))
        elif kind:
            archives.append((kind, path, name))
    pieces = [piece for kind, path, name in archives for piece in _cut(kind, path, name, piece_bytes)]
    pieces += list(_cut_texts(texts, piece_bytes))
    if not pieces:
        raise InputError(", ".join(map(str, inputs)), "no archive and no text file", f"give it {formats.SUPPORTED}")
    return pieces


def fingerprint(path):
    """Size and a hash of a file; a large one is hashed at its start, middle and end only.

    >>> fingerprint(__file__)["size"] == Path(__file__).stat().st_size
    True
    """
    size, digest = Path(path).stat().st_size, hashlib.sha256()
    with open(path, "rb") as file:
        for at in (0, size // 2, size - EDGE) if size > 3 * EDGE else (0, EDGE, 2 * EDGE):
            file.seek(at)
            digest.update(file.read(EDGE))
    return {"size": size, "sha256_of_edges": digest.hexdigest()}


def _find_files(inputs):
    """(path, name) of every file; a name is unique and does not depend on where the archive lies."""
    seen = {}
    for given in map(Path, inputs):
        if not given.exists():
            raise InputError(given, "no such file or folder", "name the archive file, or the folder that holds it")
        if given.is_file() and not formats.kind_of(given):
            raise InputError(given, "no kind of archive that is known", f"give it {formats.SUPPORTED}")
        files = [given] if given.is_file() else sorted(path for path in given.rglob("*") if path.is_file())
        for path in files:
            name = path.name if given.is_file() else path.relative_to(given).as_posix()
            if seen.setdefault(name, path) != path:
                raise InputError(path, f"a second file called {name}", "put the folders under one folder and name that")
            yield path, name


def _cut(kind, path, name, piece_bytes):
    """The pieces of one archive; a file that its format cannot open is one piece, which sets it aside."""
    for begin, end, size in formats.cut(kind, path, piece_bytes):
        yield Piece(kind, str(path), name, begin, end, size)


def _cut_texts(texts, piece_bytes):
    begin, held, files = 0, 0, []
    for at, (path, name) in enumerate(texts):
        files.append((str(path), name))
        held += path.stat().st_size
        if held >= piece_bytes or at == len(texts) - 1:
            yield Piece("text", str(path.parent), "text files", begin, at + 1, held, tuple(files))
            begin, held, files = at + 1, 0, []
