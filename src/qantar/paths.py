"""Where the project's folders are, from any working directory."""

from pathlib import Path


def find_root(start=None):
    """The folder that holds the project's `pyproject.toml`, searched upwards from `start` (default: this file)."""
    here = Path(start or __file__).resolve()
    for folder in (here, *here.parents):
        if (folder / "pyproject.toml").exists():
            return folder
    return Path.cwd()


ROOT = find_root()
RAW = ROOT / "data" / "raw"
PROCESSED = ROOT / "data" / "processed"
FIGURES = ROOT / "figures"
NOTEBOOKS = ROOT / "notebooks"
REPORTS = ROOT / "reports"
