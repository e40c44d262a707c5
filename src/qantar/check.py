"""Rows against the schema: each message names file, line, column, value and remedy."""

import re
from datetime import date
from functools import cache, lru_cache

from qantar.errors import InputError

LARGEST = 2**53 - 1  # integers up to here stay exact in spreadsheets and JSON
NUMBERS = {
    "integer": re.compile(r"-?(0|[1-9][0-9]*)"),
    "number": re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?"),
}
FORMULA_STARTS = ("=", "+", "-", "@")  # spreadsheets run such cells as formulas
ORDERED = (("low", "value"), ("value", "high"), ("low", "high"), ("start", "end"))  # smaller before larger
CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def check_sheet(sheet, table):
    """Check columns, cells and keys of one table.

    Args:
        sheet: a `qantar.csvio.Sheet`.
        table: its `qantar.schema.Table`.

    Raises:
        InputError: at the first row that breaks the schema.
    """
    _check_names(sheet, table)
    for row, line in zip(sheet.rows, sheet.lines, strict=True):
        for problem, remedy in row_problems(row, table):
            raise InputError(sheet.path, problem, remedy, line)
    _check_key(sheet, table)


def row_problems(row, table):
    """Everything that is wrong with one row of strings, as pairs (problem, remedy).

    >>> from qantar import schema
    >>> table = schema.load()["conventions"]
    >>> row = {"profile": "acled", "word": "dozens", "value": "12", "low": "24", "high": "99", "source": "FAQ"}
    >>> list(row_problems(row, table))
    [('columns low, value: 24 is above 12', 'put the smaller number into low')]
    """
    found, is_raw = [], table.folder == "raw"
    for column in table.columns:
        text = row.get(column.name, "")
        problem = cell_problem(text, column, is_raw) if text or column.required else None
        if problem:
            shown = text if len(text) <= 60 else text[:57] + "..."
            found.append((f"column {column.name}, value {shown!r}: {problem[0]}", problem[1]))
    return found or list(_order_problems(row, table))


@lru_cache(maxsize=4096)  # most cells of a table hold one of a few words
def cell_problem(text, column, is_raw):
    """What is wrong with one cell.

    Args:
        text: the cell.
        column: its `qantar.schema.Column`.
        is_raw: whether people write the table; their cells may not start as a formula does, nor with a space.

    Returns:
        A pair (problem, remedy), or None.
    """
    if not text:
        return ("must not be empty", "fill it in") if column.required else None
    if CONTROL.search(text):
        return "a line break or control character in the cell", "keep the cell on one line of plain text"
    if column.enum and text not in column.enum:
        return "unknown value", f"use one of {', '.join(column.enum)}"
    if column.type in ("integer", "number"):
        return _number_problem(text, column)
    if column.type == "date" and not is_date(text):
        return "no date", "write YYYY-MM-DD, YYYY-MM or YYYY"
    if column.pattern and not _pattern(column.pattern).fullmatch(text):
        return f"does not look like {column.example}", f"follow the pattern {column.pattern}"
    if is_raw and text.startswith(FORMULA_STARTS):
        return "a spreadsheet would run the cell as a formula", "begin it with a letter or digit"
    if is_raw and text != text.strip():
        return "begins or ends with a space", "remove the space"
    return None


def check_references(sheet, column, known, target, remedy=""):
    """Check that every filled cell of a column names a row that exists.

    Args:
        sheet: the rows that refer.
        column: the column with the reference.
        known: the keys that exist.
        target: what they are keys of, for the message.
        remedy: what the user can do, by default to add the row.
    """
    for row, line in zip(sheet.rows, sheet.lines, strict=True):
        if row.get(column) and row[column] not in known:
            problem = f"column {column}, value {row[column]!r}: no such row in {target}"
            raise InputError(sheet.path, problem, remedy or f"add it to {target}, or correct the id", line)


def is_date(text):
    """Whether a text is a day, month or year of ISO 8601: YYYY-MM-DD, YYYY-MM or YYYY.

    >>> [is_date(text) for text in ("2022-01-09", "2022-01", "2022", "2022-02-30", "9.1.2022")]
    [True, True, True, False, False]
    """
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
        return False
    try:
        date(*[int(part) for part in (text + "-01-01")[:10].split("-")])
    except ValueError:
        return False
    return True


def is_day(iso):
    """Whether an ISO 8601 date is known to the day; a month, a year or no date is not.

    >>> [is_day(iso) for iso in ("2022-01-09", "2022-01", "2022", "")]
    [True, False, False, False]
    """
    return len(iso) == len("2022-01-09")


def _check_names(sheet, table):
    if len(sheet.names) == 1 and re.search(r"[;\t|]", sheet.names[0]):
        raise InputError(sheet.path, "one column only", "separate the columns with commas", 1)
    repeated = sorted({name for name in sheet.names if sheet.names.count(name) > 1})
    if repeated:
        raise InputError(sheet.path, f"column {repeated[0]!r} stands there twice", "keep one of them", 1)
    for column in table.columns:
        if column.name not in sheet.names and not column.optional:
            given = f"add it to the header and its cells to every row ({column.description.rstrip('.')})"
            raise InputError(sheet.path, f"column {column.name!r} is missing", given, 1)


def _check_key(sheet, table):
    seen = {}
    for row, line in zip(sheet.rows, sheet.lines, strict=True):
        key = tuple(row.get(name, "") for name in table.key)
        if key in seen:
            named = ", ".join(f"{name} {part!r}" for name, part in zip(table.key, key, strict=True))
            problem = f"{named} stands already on line {seen[key]}"
            raise InputError(sheet.path, problem, "rename or remove one of the two rows", line)
        seen[key] = line


def _number_problem(text, column):
    if not NUMBERS[column.type].fullmatch(text):
        return f"no {column.type}", "write digits only, without separators, or leave it empty"
    if len(text) > 17 or abs(float(text)) > LARGEST:
        return f"larger than {LARGEST}", "check the number of digits"
    if column.minimum is not None and float(text) < column.minimum:
        return f"below {column.minimum}", "correct the number, or leave it empty"
    return None


def _order_problems(row, table):
    """Bounds out of order: low <= value <= high and start <= end, as far as they are stated and numbers."""
    for small, large in _ordered_columns(table):
        first, second = row.get(small), row.get(large)
        if first and second and float(first) > float(second):
            yield f"columns {small}, {large}: {first} is above {second}", f"put the smaller number into {small}"
            return


@cache
def _ordered_columns(table):
    """The pairs of `ORDERED` that both are numbers in a table."""
    numbers = {column.name for column in table.columns if column.type in ("integer", "number")}
    return [pair for pair in ORDERED if numbers.issuperset(pair)]


@cache
def _pattern(text):
    return re.compile(text)
