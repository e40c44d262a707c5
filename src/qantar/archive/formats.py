"""The kinds of archive: how a file is cut into ranges, and how the documents of a range are read.

A format is a module with `cut(path, piece_bytes)`, which gives (begin, end, bytes), and `read(piece, names)`, which
gives `Document` and `Bad` in the order of the file. Where documents have fields, `entries(piece)` gives them as dicts.
"""

from importlib import import_module
from pathlib import Path

SUFFIXES = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".jsonl.gz": "jsonl_gz",
    ".ndjson.gz": "jsonl_gz",
    ".parquet": "parquet",
    ".warc": "warc",
    ".warc.gz": "warc",
    ".txt": "text",
}
SUPPORTED = "files ending in " + ", ".join(SUFFIXES)
MODULES = {"jsonl": "lines", "jsonl_gz": "lines", "parquet": "parquet", "warc": "warc", "text": "textfiles"}


def kind_of(path):
    """The kind of archive that a file name stands for, "" where it is none.

    >>> kind_of("news/2022.JSONL.gz"), kind_of("notes.pdf")
    ('jsonl_gz', '')
    """
    name = Path(path).name.lower()
    return next((kind for suffix, kind in SUFFIXES.items() if name.endswith(suffix)), "")


def cut(kind, path, piece_bytes):
    """Ranges of an archive file: (begin, end, bytes)."""
    return _module(kind).cut(path, piece_bytes)


def read(piece, names):
    """The documents and bad entries of a piece, in the order of the file."""
    return _module(piece.kind).read(piece, names)


def entries(piece):
    """What the entries of a piece hold, as dicts; of a format without fields none."""
    module = _module(piece.kind)
    return module.entries(piece) if hasattr(module, "entries") else ()


def _module(kind):
    """The module of a format; loaded when it is needed, so that JSONL needs neither pyarrow nor warcio."""
    return import_module(f"qantar.archive.{MODULES[kind]}")
