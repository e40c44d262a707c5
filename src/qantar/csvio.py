"""CSV in and out: strict reading with line numbers, and writing that gives the same bytes for the same rows."""

import csv
import io
import os
from dataclasses import dataclass, field
from pathlib import Path

from qantar import check, schema
from qantar.errors import NO_FILE, InputError
from qantar.textio import read_raw_text


@dataclass(frozen=True)
class Sheet:
    """The cells of one CSV file as they stand there.

    Attributes:
        path: the file.
        names: its column names in order.
        rows: one dict of strings per row.
        lines: the line in the file on which each row begins; the header is line 1.
    """

    path: Path
    names: list[str]
    rows: list[dict[str, str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)


def read_table(path, table, missing=NO_FILE):
    """The rows of a CSV file that follows the schema.

    Args:
        path: the file.
        table: a `qantar.schema.Table`; columns that it does not name are left out.
        missing: the remedy where the file is not there.

    Returns:
        One dict of strings per row, with every column of the table; an empty string where nothing is stated.

    Raises:
        InputError: the file cannot be read, or breaks the schema (file, line, column, value and remedy are named).
    """
    sheet = read_sheet(path, missing)
    check.check_sheet(sheet, table)
    return [{name: row.get(name, "") for name in table.names} for row in sheet.rows]


def read_sheet(path, missing=NO_FILE):
    """All cells of a CSV file (RFC 4180, comma, header row); see `Sheet`. InputError where it is none."""
    reader = csv.reader(io.StringIO(read_raw_text(path, missing), newline=""), strict=True)
    try:
        names = next(reader, None)
        if not names:
            raise InputError(path, "empty file", "give it a header row with the column names")
        sheet = Sheet(Path(path), names)
        _add_rows(sheet, reader)
    except csv.Error as error:
        raise InputError(path, f"no valid CSV: {error}", "quote the cell as CSV asks", row=reader.line_num) from None
    return sheet


def _add_rows(sheet, reader):
    begin = reader.line_num + 1
    for cells in reader:
        if cells:  # a blank line holds no row
            if len(cells) != len(sheet.names):
                problem = f"{len(cells)} cells where the header has {len(sheet.names)}"
                raise InputError(sheet.path, problem, "put cells with a comma in quotes, add the missing ones", begin)
            sheet.rows.append(dict(zip(sheet.names, cells, strict=True)))
            sheet.lines.append(begin)
        begin = reader.line_num + 1


def write_tables(folder, tables):
    """Write several tables at once: all of them, or, where one breaks its schema or the disk fails, none.

    Args:
        folder: where they go; made if missing.
        tables: rows by name of the table in the schema; a row is a dict, None stands for an empty cell.

    Raises:
        InputError: a row breaks the schema.
    """
    described = schema.load()
    contents = {}
    for name, rows in tables.items():
        table = described[name]
        contents[Path(folder, table.file)] = encode_table(rows, table, Path(folder, table.file))
    replace_files(contents)


def replace_files(contents):
    """Put `{path: bytes}` in place of the files there; until all are safely written, the old ones stay."""
    pending = []
    try:
        for path, data in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            pending.append((path.with_name(f".{path.name}.{os.getpid()}.part"), path))
            pending[-1][0].write_bytes(data)
        for part, path in pending:
            os.replace(part, path)
    except OSError as error:
        raise _unwritable(error) from None
    finally:
        for part, _ in pending:
            part.unlink(missing_ok=True)


def _unwritable(error):
    """The message for a file that the system does not let us write."""
    if isinstance(error, (FileExistsError, NotADirectoryError, IsADirectoryError)):
        problem = "cannot be written (a file stands where a folder should be, or the other way round)"
        return InputError(error.filename, problem, "move it away, or name another place for the output")
    return InputError(error.filename, f"cannot be written ({error.strerror})", "make the folder writable")


def cell(value):
    """The text of one cell.

    >>> [cell(value) for value in (None, 164, 0.50000001, True, "10,000")]
    ['', '164', '0.5', 'true', '10,000']
    """
    if isinstance(value, str):
        return value
    if value is None or value != value:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{round(value, 4) + 0.0:.4f}".rstrip("0").rstrip(".")  # + 0.0 turns -0.0 into 0.0
    return str(value)


def encode_table(rows, table, path):
    """The bytes of a CSV file with these rows, checked against the schema.

    Args:
        rows: dicts; None stands for an empty cell.
        table: their `qantar.schema.Table`.
        path: where they will be written, for the message.

    Raises:
        InputError: a row breaks the schema.
    """
    cells = [{name: cell(row.get(name)) for name in table.names} for row in rows]
    check.check_sheet(Sheet(path, table.names, cells, list(range(2, len(cells) + 2))), table)
    return encode_rows(cells, table.names)


def encode_rows(rows, names):
    r"""The bytes of a CSV file with these columns: UTF-8, lines that end with LF.

    >>> encode_rows([{"metric": "deaths", "value": 164}], ["metric", "value"])
    b'metric,value\ndeaths,164\n'
    """
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: cell(row.get(name)) for name in names} for row in rows)
    return out.getvalue().encode("utf-8")
