"""Sets of annotated texts: one row per figure as it stands in one place of one text, and what is read there."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from qantar.claims import extract_text
from qantar.corpus import Text
from qantar.csvio import read_sheet, read_table
from qantar.errors import InputError
from qantar.paths import ROOT
from qantar.schema import Column, Table
from qantar.textio import read_text

NO_SET = "name the folder of the sets with --folder, or the files with --gold, --texts and --sources"
OWN_FOLDER = ROOT / "tests" / "sentences"  # the project's own composed and annotated texts
OWN_SETS = ("texts", "held_out", "blind", "newsroom", "dispatches")
OWN_EVENT = ROOT / "data" / "raw" / "event.yml"  # whatever other corpus is at work
TIERS = ("core", "optional", "context")
SLOTS = ("qualifier", "group", "detail", "stage", "claimant_type", "as_of", "event_scope", "status", "part_of")


def _describe_column(name, kind="string", **rules):
    return Column(name, kind, "see tests/sentences/README.md", **rules)


GOLD = Table(
    name="gold",
    file="",
    folder="processed",
    title="Annotated figures",
    description="One row per figure as it is stated in one place of one text; a cell may hold alternatives, a|b.",
    key=("gold_id",),
    columns=(
        *(_describe_column(name, required=True) for name in ("gold_id", "source_id", "metric", "number_text")),
        _describe_column("tier", required=True, enum=TIERS),
        *(_describe_column(name, "integer", minimum=0) for name in ("value", "low", "high")),
        *(_describe_column(name, "integer", minimum=0, required=True) for name in ("start", "end")),
        *(_describe_column(name) for name in SLOTS),
        _describe_column("anchor"),
    ),
)


FIRST_LOOK = Table(
    name="first_look",
    file="first_look.csv",
    folder="processed",
    title="Scores at first sight",
    description="Strict F1 of each set when it was first read, before any rule was changed for it.",
    key=("set",),
    columns=(
        _describe_column("set", required=True),
        _describe_column("strict_f1", "number", required=True, minimum=0),
    ),
)


@dataclass(frozen=True)
class GoldSet:
    """Annotated texts.

    Attributes:
        name: how the set is called in tables.
        rows: the annotations, cells as strings.
        sources: one dict per text with at least source_id, published, outlet and publisher_type.
        folder: where the texts lie, one `<source_id>.txt` each.
    """

    name: str
    rows: list[dict]
    sources: list[dict]
    folder: Path

    @cached_property
    def texts(self):
        """source_id → text."""
        return {source["source_id"]: read_text(self._path(source["source_id"])) for source in self.sources}

    def rows_of(self, source_id):
        """The annotations of one text."""
        return [row for row in self.rows if row["source_id"] == source_id]

    def read(self, home):
        """Read every text as step 2 does.

        Args:
            home: the event that texts without one of their own are about.

        Returns:
            source_id → (claims, rejected numbers).
        """
        return {
            source["source_id"]: extract_text(
                Text(source["source_id"], "article", self._path(source["source_id"])), source, event_of(source, home)
            )
            for source in self.sources
        }

    def _path(self, source_id):
        return self.folder / f"{source_id}.txt"


def event_of(source, home):
    """The event of one text: `home` where the source names no other, else what its row says of the other one.

    >>> event_of({"event": "", "published": "2022"}, {"id": "kz"})
    {'id': 'kz'}
    >>> row = {"event": "xx", "event_start": "2024-08-03", "event_end": "2024-08-06", "country": "Estmark"}
    >>> event_of(row, {"id": "kz"})["start"]
    '2024-08-03'
    """
    if source.get("event", "") in ("", home["id"]):
        return home
    event = {"id": source["event"], "name": source["event"], "country": source.get("country", "")}
    return event | {key: source.get(f"event_{key}", "") for key in ("start", "end")}


def find_set(name, folder=OWN_FOLDER):
    """The set NAME of a folder: NAME.csv, its texts in NAME/ and their dates and outlets in NAME_sources.csv."""
    folder = Path(folder)
    return read_set(folder / f"{name}.csv", folder / name, folder / f"{name}_sources.csv")


def first_looks(folder=OWN_FOLDER):
    """set → strict F1 when the set was first read, before any rule was changed for it (first_look.csv)."""
    table = Path(folder) / "first_look.csv"
    return {row["set"]: float(row["strict_f1"]) for row in read_table(table, FIRST_LOOK)} if table.exists() else {}


def read_set(table, texts, sources):
    """Read and check a set of annotated texts.

    Args:
        table: CSV of annotations, in the format of tests/sentences/README.md.
        texts: folder with a `<source_id>.txt` for each text.
        sources: CSV with `source_id, outlet, published` and, for texts about another event than that of data/raw,
            `event, event_start, event_end, country`; rows without a text are left out.

    Returns:
        A `GoldSet` that is called as the table is.

    Raises:
        InputError: a file is missing or broken, or an annotation does not point at its number.
    """
    table, texts = Path(table), Path(texts)
    described = [source for source in _read_sources(sources) if (texts / f"{source['source_id']}.txt").is_file()]
    gold = GoldSet(table.stem, read_table(table, GOLD, NO_SET), described, texts)
    _check_spans(gold, table)
    return gold


def read_sets(tables, texts, sources):
    """Several sets, whose files are named in the same order; InputError where a table lacks its texts or sources."""
    if not len(tables) == len(texts) == len(sources):
        problem = f"{len(tables)} tables, {len(texts)} folders of texts, {len(sources)} tables of sources"
        raise InputError("annotated texts", problem, "name --gold, --texts and --sources once for each set")
    return [read_set(*files) for files in zip(tables, texts, sources, strict=True)]


def _read_sources(path):
    sheet = read_sheet(path, NO_SET)
    for name in ("source_id", "outlet", "published"):
        if name not in sheet.names:
            raise InputError(path, f"column {name!r} is missing", "add it to the header and its cells to every row", 1)
    return [{"publisher_type": "", **row} for row in sheet.rows]


def _check_spans(gold, table):
    """Each annotation names a text that is there and the very words at its span, white space taken as alike."""
    for line, row in enumerate(gold.rows, start=2):
        text = gold.texts.get(row["source_id"])
        if text is None:
            problem = f"source {row['source_id']!r} has no text or no row among the sources"
            raise InputError(table, problem, f"add {row['source_id']}.txt and its source, or remove the row", line)
        found = text[int(row["start"]) : int(row["end"])]
        if found.split() != row["number_text"].split():
            problem = f"the text has {found!r} there, not {row['number_text']!r}"
            raise InputError(table, problem, "correct start and end", line)
