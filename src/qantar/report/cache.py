"""What a run can leave out because nothing it depends on has changed, told by content and never by date."""

import hashlib
import json
import platform
from pathlib import Path

from qantar import paths
from qantar.report.execute import Run

PACKAGE = Path(__file__).parents[1]


def file_hash(file):
    """SHA-256 of a file, empty if it is missing."""
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""


def combined(parts):
    """One hash for a list of strings.

    >>> combined(["a", "b"]) == combined(["ab"])
    False
    """
    return hashlib.sha256(json.dumps(list(parts)).encode()).hexdigest()


def files_hash(folder, pattern="**/*", leave_out=()):
    """One hash for names and contents of files below a folder; compiled Python and named subfolders are left out."""
    folder = Path(folder)
    skipped = {"__pycache__", *leave_out}
    files = [
        file
        for file in sorted(folder.glob(pattern))
        if file.is_file() and not skipped & set(file.relative_to(folder).parts)
    ]
    return combined(part for file in files for part in (file.relative_to(folder).as_posix(), file_hash(file)))


def code_key(cells):
    """What the outputs of a notebook depend on beside its data: cells, package, versions.

    Args:
        cells: the sources of the code cells.
    """
    package = files_hash(PACKAGE, leave_out=("report", "reading", "lexicon"))
    return combined([*cells, package, file_hash(paths.ROOT / "uv.lock"), platform.python_version()])


class RunCache:
    """Earlier runs, one JSON file per notebook; without a folder nothing is kept."""

    def __init__(self, folder, processed, figures):
        """`folder` of the cache or None; `processed` and `figures` are checked before an old run is used."""
        self.folder, self.processed, self.figures = folder, Path(processed), Path(figures)

    def find(self, name, key):
        """The last run of a notebook, or None if code, data or figures are not as that run left them."""
        file = self.folder / f"{name}.json" if self.folder else None
        if file is None or not file.is_file():
            return None
        try:
            known = json.loads(file.read_text(encoding="utf-8"))
        except ValueError:
            return None
        same_data = all(file_hash(self.processed / table) == seen for table, seen in known["reads"].items())
        same_figures = all(file_hash(self.figures / figure) == seen for figure, seen in known["figures"].items())
        if known["key"] != key or not same_data or not same_figures:
            return None
        figures = {figure: (self.figures / figure).read_bytes() for figure in known["figures"]}
        return Run(outputs=known["outputs"], reads=list(known["reads"]), figures=figures)

    def keep(self, name, key, run):
        """Remember a run. One that read no table is remembered with all of them, to be on the safe side."""
        if self.folder is None:
            return
        read = run.reads or [file.name for file in self.processed.glob("*.csv")]
        known = {
            "key": key,
            "reads": {table: file_hash(self.processed / table) for table in read},
            "figures": {figure: hashlib.sha256(content).hexdigest() for figure, content in run.figures.items()},
            "outputs": run.outputs,
        }
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / f"{name}.json").write_text(json.dumps(known), encoding="utf-8")
