"""Writing the rows of a piece as they come: CSV always, Parquet beside it where pyarrow is installed.

A shard is written under a temporary name and renamed when it is complete, its record (`parts/NNNNN.json`) last: where
the record stands, the shard is whole.
"""

import csv
import json
import os
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path

from qantar import schema
from qantar.csvio import cell

from . import formats
from .documents import Bad
from .extract import columns
from .repeats import Identifiers

TABLES = ("claims", "rejected_numbers")
ROWS = 10_000  # of a row group: what is held in memory before it is written


def write_shard(folder, number, piece, options, taken=()):
    """Read a piece and write its shard.

    Args:
        folder: of the output.
        number: of the shard, part of its file names.
        piece: an `inputs.Piece`.
        options: `extract.Options`.
        taken: keys of identifiers that earlier shards have, see `repeats`.

    Returns:
        The record of the shard: a dict with the numbers of documents, characters, claims and rejected numbers, what
        `repeats` has to know of its identifiers, and the list of bad documents.
    """
    counts, bad, identifiers = dict.fromkeys(("documents", "characters", *TABLES), 0), [], Identifiers(taken)
    with ExitStack() as stack:
        tables = {name: stack.enter_context(Shard(folder, name, number)) for name in wanted_tables(options)}
        for document in formats.read(piece, dict(options.fields)):
            rows = document if isinstance(document, Bad) else identifiers.extract(document, options)
            if isinstance(rows, Bad):
                bad.append(asdict(rows))
                continue
            counts["documents"] += 1
            counts["characters"] += len(document.text)
            for name, table in tables.items():
                found = rows.claims if name == "claims" else rows.rejected
                table.write(found)
                counts[name] += len(found)
    record = {"shard": number, **counts, **identifiers.record(), "bad": bad}
    write_whole(record_path(folder, number), (json.dumps(record, indent=1, ensure_ascii=True) + "\n").encode())
    return record


def wanted_tables(options):
    return TABLES if options.rejects else TABLES[:1]


def record_path(folder, number):
    return Path(folder, "parts", f"{number:05}.json")


def write_whole(path, data):
    """Write a file so that it is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.write_bytes(data)
    os.replace(part, path)


class Shard:
    """The files of one table and piece, open for writing; on leaving without an error they get their names."""

    def __init__(self, folder, table, number):
        self.table = schema.load()[table]
        self.path = Path(folder, table, f"{number:05}.csv")
        self.names = columns(table)

    def __enter__(self):
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.file = open(_part(self.path), "w", encoding="utf-8", newline="")
        self.rows = csv.writer(self.file, lineterminator="\n")
        self.rows.writerow(self.names)
        self.columnar, self.waiting = _open_parquet(self), []
        return self

    def write(self, rows):
        """Add rows; values as `qantar.csvio.cell` writes them."""
        cells = [[cell(row.get(name)) for name in self.names] for row in rows]
        self.rows.writerows(cells)
        if self.columnar:
            self.waiting += cells
            if len(self.waiting) >= ROWS:
                self._flush()

    def __exit__(self, kind, error, trace):
        if self.columnar and kind is None:
            self._flush()
        if self.columnar:
            self.columnar.close()
        self.file.close()
        if kind is None:
            for path in (self.path, self.path.with_suffix(".parquet"))[: 2 if self.columnar else 1]:
                os.replace(_part(path), path)

    def _flush(self):
        import pyarrow

        typed = self.columnar.schema
        cells = list(zip(*self.waiting, strict=True)) or [()] * len(typed)
        arrays = [pyarrow.array(map(_reader(field.type), cells[k]), field.type) for k, field in enumerate(typed)]
        self.columnar.write_table(pyarrow.Table.from_arrays(arrays, schema=typed))
        self.waiting = []


def has_pyarrow():
    """Whether Parquet shards can be written."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ModuleNotFoundError:
        return False
    return True


def _part(path):
    return path.with_name(path.name + ".part")


def _open_parquet(shard):
    """A Parquet writer with the types of the schema, None without pyarrow; an empty cell is null."""
    if not has_pyarrow():
        return None
    import pyarrow
    import pyarrow.parquet as parquet

    integers = {column.name for column in shard.table.columns if column.type == "integer"}
    fields = [(name, pyarrow.int64() if name in integers else pyarrow.string()) for name in shard.names]
    path = _part(shard.path.with_suffix(".parquet"))
    return parquet.ParquetWriter(path, pyarrow.schema(fields), compression="zstd")


def _reader(kind):
    """Cell → value of a Parquet column."""
    return (lambda text: int(text) if text else None) if str(kind) == "int64" else (lambda text: text or None)
