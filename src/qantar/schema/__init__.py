"""The schema of every table: one description, used for validation, the data package and the data dictionary.

Each YAML file of this folder maps table names to tables (`enums.yml` holds the shared lists instead):

    deaths:
      file: deaths.csv              # its name in the folder
      folder: processed             # raw or processed
      title: one line
      description: what a row is
      key: [claim_id]               # columns that identify a row
      foreign_keys:                 # optional: column: table.column
        source_id: sources.source_id
      columns:
        - name: change
          type: integer             # string, integer, number or date (YYYY, YYYY-MM or YYYY-MM-DD)
          required: true            # no empty cell; default false
          enum: metric              # optional: a name of enums.yml, or a list
          minimum: 0                # optional, for integers and numbers
          pattern: "[a-z]+"         # optional regular expression for the whole cell
          unit: people              # optional
          optional: true            # the whole column may be missing from an input file
          description: what the cell means
          example: "13"             # as a cell would show it
        - like: claims.metric       # a column of another table, with further keys overriding its own
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from qantar.yamlio import read_yaml

FOLDER = Path(__file__).parent
TYPES = ("string", "integer", "number", "date")


@dataclass(frozen=True, eq=False)
class Column:
    """One column: its name, type and meaning, and what a cell may hold (see the module's description)."""

    name: str
    type: str
    description: str
    example: str = ""
    required: bool = False
    optional: bool = False
    enum: tuple[str, ...] = ()
    minimum: int | None = None
    pattern: str = ""
    unit: str = ""


@dataclass(frozen=True, eq=False)
class Table:
    """One table: where it lies, what a row is, its key, its references and its columns in order."""

    name: str
    file: str
    folder: str
    title: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    foreign_keys: tuple[tuple[str, str, str], ...] = ()  # (column, table, column of that table)

    @property
    def names(self) -> list[str]:
        """The column names in order."""
        return [column.name for column in self.columns]

    def column(self, name: str) -> Column:
        """The column called `name`; KeyError where there is none."""
        return {column.name: column for column in self.columns}[name]


@cache
def load() -> dict[str, Table]:
    """All tables of the folder by name.

    >>> load()["claims"].key
    ('claim_id',)
    >>> "troop_contingents" in load()["claims"].column("metric").enum
    True
    """
    shared = read_yaml(FOLDER / "enums.yml")
    described = {}
    for path in sorted(FOLDER.glob("*.yml")):
        if path.name != "enums.yml":
            described |= read_yaml(path)
    return {name: _table(name, entry, described, shared) for name, entry in described.items()}


def enum(name: str) -> tuple[str, ...]:
    """The shared list `name` of `enums.yml`.

    >>> enum("event_scope")
    ('in_event', 'other_event')
    """
    return tuple(read_yaml(FOLDER / "enums.yml")["enums"][name])


def _table(name, entry, described, shared):
    columns = tuple(_column(_resolve(column, described), shared) for column in entry["columns"])
    references = tuple((own, *target.split(".")) for own, target in (entry.get("foreign_keys") or {}).items())
    rest = {key: value for key, value in entry.items() if key not in ("columns", "foreign_keys", "key")}
    return Table(name=name, key=tuple(entry["key"]), columns=columns, foreign_keys=references, **rest)


def _resolve(column, described):
    """A column with `like: table.column` replaced by what that column says."""
    if "like" not in column:
        return column
    table, name = column["like"].split(".")
    origin = next(other for other in described[table]["columns"] if other.get("name", _tail(other)) == name)
    own = {key: value for key, value in column.items() if key != "like"}
    return _resolve(origin, described) | own


def _tail(column):
    return column.get("like", "").partition(".")[2]


def _column(entry, shared):
    fields = dict(entry)
    if isinstance(fields.get("enum"), str):
        fields["enum"] = shared["enums"][fields["enum"]]
    fields["enum"] = tuple(fields.get("enum", ()))
    if fields["type"] not in TYPES:
        raise ValueError(f"column {fields['name']}: unknown type {fields['type']!r}, use one of {', '.join(TYPES)}")
    return Column(**fields)
