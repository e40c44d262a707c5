"""A corpus: a folder with an event, its sources and their texts, checked before anything is computed from it.

    event.yml  sources.csv  articles/<source_id>.txt  digests/<source_id>.md
    reported_figures.csv  corrections.csv  conventions.csv        (the last three are optional)

Where a source has both, the article is read and the digest is not.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from qantar import check, schema
from qantar.articletext import why_no_text
from qantar.csvio import Sheet, read_sheet, read_table
from qantar.errors import NO_RAW_FILE, InputError
from qantar.event import read_event
from qantar.textio import read_text, sha256

TEXT_FILES = {"article": ("articles", ".txt"), "digest": ("digests", ".md")}  # in order of preference


@dataclass(frozen=True)
class Text:
    """The text of one source: read only when asked for, so that a corpus may be large.

    Attributes:
        source_id: its source.
        basis: `article` or `digest`.
        path: the file.
    """

    source_id: str
    basis: str
    path: Path

    @cached_property
    def content(self) -> str:
        """The text as it stands in the file (see `qantar.textio.read_text`); InputError where it is no article."""
        text = read_text(self.path)
        if wrong := why_no_text(text):
            raise InputError(self.path, *wrong)
        return text


@dataclass(frozen=True)
class Corpus:
    """A checked raw folder.

    Attributes:
        folder: where it lies.
        event: see `qantar.event.read_event`.
        sources: rows of sources.csv, strings.
        figures: rows of reported_figures.csv, strings; empty where the file is missing.
        texts: the text of each source that has one, by source_id.
    """

    folder: Path
    event: dict
    sources: list[dict[str, str]]
    figures: list[dict[str, str]]
    texts: dict[str, Text]


def read_corpus(folder):
    """Read and check a raw folder.

    Args:
        folder: the folder described at the top of this module.

    Returns:
        A `Corpus`.

    Raises:
        InputError: the first thing in it that cannot be used, with file, line and remedy.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise InputError(folder, "no such folder", "name the folder with event.yml and sources.csv with --raw")
    event = read_event(folder / "event.yml", NO_RAW_FILE)
    sheet = _read_sources(folder)
    known = {row["source_id"] for row in sheet.rows}
    figures = _read_figures(folder, known)
    texts = find_texts(folder, known)
    _check_texts(sheet, texts, {row["source_id"] for row in figures})
    names = schema.load()["raw_sources"].names
    sources = [{name: row.get(name, "") for name in names} for row in sheet.rows]
    return Corpus(folder, event, sources, figures, texts)


def read_conventions(folder):
    """Bounds of vague words by profile: `{profile: {word: row}}`; empty where there is no conventions.csv."""
    path = Path(folder, "conventions.csv")
    profiles = {}
    for row in read_table(path, schema.load()["conventions"]) if path.exists() else []:
        profiles.setdefault(row["profile"], {})[row["word"]] = row
    return profiles


def _read_sources(folder) -> Sheet:
    sheet = read_sheet(folder / "sources.csv", NO_RAW_FILE)
    check.check_sheet(sheet, schema.load()["raw_sources"])
    if not sheet.rows:
        raise InputError(sheet.path, "no source in it", "add one row per published page")
    return sheet


def _read_figures(folder, known):
    path = folder / "reported_figures.csv"
    if not path.exists():
        return []
    table = schema.load()["reported_figures"]
    sheet = read_sheet(path)
    check.check_sheet(sheet, table)
    check.check_references(sheet, "source_id", known, "sources.csv")
    check.check_references(sheet, "part_of", {row["figure_id"] for row in sheet.rows}, "reported_figures.csv")
    return [{name: row.get(name, "") for name in table.names} for row in sheet.rows]


def find_texts(folder, known):
    """The preferred text of each source; every file in the text folders must belong to a source."""
    texts = {}
    for basis, (name, ending) in TEXT_FILES.items():
        for path in sorted((folder / name).glob("*")):
            if path.name.startswith(".") or path.name == "README.md":
                continue
            if path.suffix != ending:
                raise InputError(path, f"not read: only *{ending} is", f"save it as {path.stem}{ending}, or remove it")
            if path.stem not in known:
                raise InputError(path, "no such source", f"add a row {path.stem!r} to sources.csv, or remove the file")
            texts.setdefault(path.stem, Text(path.stem, basis, path))
    return texts


def _check_texts(sheet, texts, coded):
    for row, line in zip(sheet.rows, sheet.lines, strict=True):
        source_id = row["source_id"]
        if source_id not in texts and source_id not in coded:
            remedy = f"add articles/{source_id}.txt or digests/{source_id}.md, or code its figures"
            raise InputError(sheet.path, f"source {source_id!r} has neither a text nor coded figures", remedy, line)
        stated = row.get("sha256")
        if stated and source_id in texts and texts[source_id].basis == "article":
            _check_hash(stated, texts[source_id], sheet.path, line)


def _check_hash(stated, text, path, line):
    found = sha256(text.content)
    if found != stated:
        remedy = f"restore the text in {text.path}, or write {found} there"
        raise InputError(path, f"column sha256: not the hash of {text.path.name}", remedy, line)
