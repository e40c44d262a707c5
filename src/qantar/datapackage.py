"""`datapackage.json`: what every published CSV holds, for programs (Frictionless Data Package, version 1)."""

import json
from importlib.metadata import version
from pathlib import Path

from qantar import schema
from qantar.csvio import read_sheet, replace_files
from qantar.textio import read_raw_text, sha256

FILE = "datapackage.json"
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
PARTIAL_DATE = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"  # its own type asks for the day, sources may only give the month


def write(processed, title="Reported figures with provenance"):
    """Describe the CSVs of a folder in its `datapackage.json`.

    Args:
        processed: the folder; every CSV in it that the schema knows is described, in order of file name.
        title: title of the package.

    Returns:
        Path of the file written.
    """
    folder = Path(processed)
    known = {table.file: table for table in schema.load().values() if table.folder == "processed"}
    tables = [known[path.name] for path in sorted(folder.glob("*.csv")) if path.name in known]
    package = describe(folder, tables, title)
    text = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    replace_files({folder / FILE: text.encode("utf-8")})
    return folder / FILE


def describe(folder, tables, title):
    """The package as a dict: title, licence, sources, and one resource per table with its schema and hash."""
    present = {table.name for table in tables}
    return {
        "profile": "tabular-data-package",
        "name": "qantar",
        "title": title,
        "version": version("qantar"),
        "licenses": [LICENCE],
        "sources": _sources(folder),
        "resources": [_resource(folder, table, present) for table in tables],
    }


def _resource(folder, table, present):
    text = read_raw_text(folder / table.file)
    return {
        "name": table.name,
        "path": table.file,
        "profile": "tabular-data-resource",
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(text.encode("utf-8")),
        "hash": f"sha256:{sha256(text)}",
        "schema": table_schema(table, present),
    }


def table_schema(table, present=()):
    """The Table Schema of one table.

    Args:
        table: a `qantar.schema.Table`.
        present: names of the tables of the package; references to others are left out.

    >>> table_schema(schema.load()["rejected_numbers"])["primaryKey"]
    ['source_id', 'start', 'end']
    """
    described = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    if table.key:
        described["primaryKey"] = list(table.key)
    references = [_reference(key, table.name) for key in table.foreign_keys if key[1] in present]
    return described | ({"foreignKeys": references} if references else {})


def _reference(key, own_name):
    column, target, field = key
    resource = "" if target == own_name else target  # an empty name means the resource itself
    return {"fields": [column], "reference": {"resource": resource, "fields": [field]}}


def _field(column):
    constraints = {}
    if column.required:
        constraints["required"] = True
    if column.enum:
        constraints["enum"] = list(column.enum)
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    pattern = PARTIAL_DATE if column.type == "date" else column.pattern
    if pattern:
        constraints["pattern"] = pattern
    field = {
        "name": column.name,
        "type": "string" if column.type == "date" else column.type,
        "description": column.description,
        "example": column.example,
        "unit": column.unit,
        "constraints": constraints,
    }
    return {key: value for key, value in field.items() if value}


def _sources(folder):
    """The pages the figures come from, those with an address."""
    path = folder / "sources.csv"
    rows = read_sheet(path).rows if path.exists() else []
    return [{"title": _label(row), "path": row["url"]} for row in rows if row.get("url")]


def _label(row):
    return ", ".join(row[name] for name in ("outlet", "title", "published") if row.get(name))
