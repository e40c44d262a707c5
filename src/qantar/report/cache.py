"""What a run can leave out because nothing it depends on has changed, told by content and never by date."""

import hashlib
import json
import platform
from pathlib import Path

from qantar import paths
from qantar.report.execute import Run
from qantar.report.reads import PACKAGE


def file_hash(file):
    """SHA-256 of a file, empty if it is missing."""
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""


def combined(parts):
    """One hash for a list of strings.

    >>> combined(["a", "b"]) == combined(["ab"])
    False
    """
    return hashlib.sha256(json.dumps(list(parts)).encode()).hexdigest()


def run_key(cells, raw, processed):
    """What the outputs of a notebook depend on beside the tables it reads: its cells, the event, the versions, and
    which tables there are (a notebook may go without one that is missing, and must be run again when it appears).

    Args:
        cells: the sources of the code cells.
        raw: folder with event.yml, the one raw file that a notebook may read.
        processed: folder of the tables.
    """
    names = sorted(file.name for file in processed.glob("*.csv"))
    files = [file_hash(file) for file in (raw / "event.yml", paths.ROOT / "uv.lock")]
    return combined([*cells, *names, *files, platform.python_version()])


class RunCache:
    """Earlier runs, one JSON file per notebook; without a folder nothing is kept."""

    def __init__(self, folder, processed, figures):
        """`folder` of the cache or None; `processed` and `figures` are checked before an old run is used."""
        self.folder = folder
        self.folders = {"tables": Path(processed), "modules": PACKAGE, "figures": Path(figures)}

    def find(self, name, key):
        """The last run of a notebook, or None if code, tables or figures are not as that run left them."""
        file = self.folder / f"{name}.json" if self.folder else None
        if file is None or not file.is_file():
            return None
        try:
            known = json.loads(file.read_text(encoding="utf-8"))
        except ValueError:
            return None
        if known.get("key") != key or not all(self._is_as_before(kind, known) for kind in self.folders):
            return None
        figures = {figure: (self.folders["figures"] / figure).read_bytes() for figure in known["figures"]}
        return Run(known["outputs"], list(known["tables"]), list(known["modules"]), figures)

    def _is_as_before(self, kind, known):
        return all(file_hash(self.folders[kind] / file) == seen for file, seen in known[kind].items())

    def keep(self, name, key, run):
        """Remember a run. One that seems to have read no table is remembered with all, to be on the safe side."""
        if self.folder is None:
            return
        tables = run.tables or [file.name for file in self.folders["tables"].glob("*.csv")]
        known = {
            "key": key,
            "tables": {table: file_hash(self.folders["tables"] / table) for table in tables},
            "modules": {module: file_hash(PACKAGE / module) for module in run.modules},
            "figures": {figure: hashlib.sha256(content).hexdigest() for figure, content in run.figures.items()},
            "outputs": run.outputs,
        }
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / f"{name}.json").write_text(json.dumps(known), encoding="utf-8")
