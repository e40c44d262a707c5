"""Parquet files: one document per row, read a few hundred rows at a time."""

from pathlib import Path

from qantar.errors import InputError

from .documents import FIELDS, Bad, NoDocument, make_document

ROWS = 256  # in memory at once
BROKEN = (OSError, ValueError, NotImplementedError)  # pyarrow's own errors for a damaged or strange file are of these


def cut(path, piece_bytes):
    """Ranges of row groups, each of about `piece_bytes` as they are stored; one range for a file that is no Parquet.

    Raises:
        InputError: pyarrow is not installed, so that no Parquet file can be read.
    """
    try:
        metadata = _open(path).metadata
    except NoDocument:  # `read` sets it aside, with the reason
        return [(0, 1, Path(path).stat().st_size)]
    begin, size, ranges = 0, 0, []
    for group in range(metadata.num_row_groups):
        size += sum(metadata.row_group(group).column(i).total_compressed_size for i in range(metadata.num_columns))
        if size >= piece_bytes or group == metadata.num_row_groups - 1:
            ranges.append((begin, group + 1, size))
            begin, size = group + 1, 0
    return ranges


def read(piece, names):
    """Documents and bad rows of a piece, or the file as bad; the place of a document is its row, counted from 0."""
    try:
        file = _open(piece.path)
    except NoDocument as problem:
        yield Bad(piece.name, "", *problem.args)
        return
    wanted = [name for name in (names.get(field, field) for field in FIELDS) if name in file.schema_arrow.names]
    row = sum(file.metadata.row_group(group).num_rows for group in range(piece.begin))
    try:
        for batch in file.iter_batches(ROWS, row_groups=range(piece.begin, piece.end), columns=wanted):
            for entry in batch.to_pylist():
                yield _read_row(piece, row, entry, names)
                row += 1
    except BROKEN as error:
        yield Bad(piece.name, f"from row {row}", f"cannot be read on: {str(error)[:80]}", "repair or fetch the file")


def entries(piece):
    """The columns of the file, as one entry: every row has them."""
    return [dict.fromkeys(_open(piece.path).schema_arrow.names)]


def _read_row(piece, row, entry, names):
    try:
        return make_document(f"{piece.name}#{row}", entry, names)
    except NoDocument as problem:
        return Bad(piece.name, f"row {row}", *problem.args)


def _open(path):
    """The open file.

    Raises:
        NoDocument: it is no Parquet.
        InputError: pyarrow is not installed.
    """
    try:
        import pyarrow.parquet as parquet
    except ModuleNotFoundError:
        raise InputError(path, "Parquet needs pyarrow", "pip install 'qantar[scale]'") from None
    try:
        return parquet.ParquetFile(path)
    except BROKEN as error:
        raise NoDocument(f"no valid Parquet: {str(error)[:80]}", "repair the file, or fetch it again") from None
