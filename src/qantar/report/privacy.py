"""Nothing of the author's machine on a page: no folder names, no memory addresses."""

import copy
import re
from pathlib import Path

from qantar import paths

ADDRESS = re.compile(r" at 0x[0-9a-fA-F]{6,}")
PROJECT_FOLDERS = (paths.ROOT, paths.RAW, paths.PROCESSED, paths.FIGURES)
TEXT_TYPES = ("text/plain", "text/html", "text/markdown", "text/latex")


def hide(text, folders=()):
    """A text without the folders of this machine and without addresses of objects.

    Args:
        text: output of a cell.
        folders: further folders to shorten, beside the project's own.

    >>> hide("<Figure object at 0x7f12ab34cd56>")
    '<Figure object>'
    >>> hide(f"read {paths.ROOT}/data/processed/claims.csv")
    'read data/processed/claims.csv'
    """
    known = {str(Path(folder).resolve()) for folder in (*PROJECT_FOLDERS, *folders)} - {"/"}
    for place in sorted(known, key=len, reverse=True):
        if not Path(place).is_relative_to(paths.ROOT) or place == str(paths.ROOT):
            text = re.sub(rf"{re.escape(place)}(?:[/\\]|(?![\w.-]))", "", text)
    home = str(Path.home())
    text = re.sub(rf"{re.escape(home)}(?=[/\\])", "~", text) if home != "/" else text
    return ADDRESS.sub("", text)


def hide_in_output(output, folders):
    """One output of a cell, its texts hidden in place."""
    if "text" in output:
        output["text"] = hide(output["text"], folders)
    if "traceback" in output:
        output["traceback"] = [hide(line, folders) for line in output["traceback"]]
    for kind in TEXT_TYPES:
        if kind in output.get("data", {}):
            output["data"][kind] = hide(output["data"][kind], folders)


def without_machine(notebook, folders=()):
    """A copy of a notebook whose outputs say nothing about the machine that ran it (see `hide`)."""
    notebook = copy.deepcopy(notebook)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            hide_in_output(output, folders)
    return notebook
