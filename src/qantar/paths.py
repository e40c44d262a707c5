"""Where the project's folders are, from any working directory.

Notebooks cannot be given arguments, so a run on other data (`--processed`, `--raw`, a scratch folder for figures)
hands the folders to them by environment variables: `QANTAR_RAW`, `QANTAR_PROCESSED`, `QANTAR_FIGURES`.
"""

import os
from pathlib import Path


def find_root(start=None):
    """The folder that holds the project's `pyproject.toml`, searched upwards from `start` (default: this file)."""
    here = Path(start or __file__).resolve()
    for folder in (here, *here.parents):
        if (folder / "pyproject.toml").exists():
            return folder
    return Path.cwd()


def folder(variable, default):
    """The folder named by an environment variable, made absolute, or `default` where it is unset or empty.

    >>> folder("QANTAR_NO_SUCH_VARIABLE", Path("figures")).name
    'figures'
    """
    named = os.environ.get(variable)
    return Path(named).expanduser().resolve() if named else default


ROOT = find_root()
RAW = folder("QANTAR_RAW", ROOT / "data" / "raw")
PROCESSED = folder("QANTAR_PROCESSED", ROOT / "data" / "processed")
FIGURES = folder("QANTAR_FIGURES", ROOT / "figures")
NOTEBOOKS = ROOT / "notebooks"
REPORTS = ROOT / "reports"


def home_of(processed):
    """The folder in which figures and reports lie: the project's for its own tables, else the one beside the tables.

    >>> home_of(PROCESSED) == ROOT, home_of(Path("/corpora/dam/processed")).name
    (True, 'dam')
    """
    processed = Path(processed).resolve()
    return ROOT if processed == PROCESSED else processed.parent
