"""Notebook files: reading them, their titles, and putting outputs back into them."""

import re

from qantar.errors import InputError


def read_notebook(path):
    """A notebook as nbformat's node; InputError where the file is none."""
    import nbformat

    try:
        return nbformat.read(path, as_version=4)
    except (OSError, ValueError, nbformat.ValidationError, nbformat.reader.NotJSONError) as error:
        problem = f"no valid notebook ({' '.join(str(error).split())[:120]})"
        raise InputError(path.name, problem, "open it in JupyterLab and save it, or restore it") from None


def code_cells(notebook):
    """The code cells of a notebook, in order."""
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def title_of(path):
    """The first heading of a notebook, without its Markdown marks; its file name where there is none."""
    for cell in read_notebook(path).cells:
        heading = re.search(r"^#+\s+(.+)$", cell.source, re.MULTILINE) if cell.cell_type == "markdown" else None
        if heading:
            return re.sub(r"[*_`]|\[|\]\(.*?\)", "", heading[1]).strip()
    return path.stem.replace("_", " ")


def with_outputs(path, outputs):
    """The notebook of a path, its code cells filled with outputs.

    Args:
        path: the file, whose own outputs are ignored.
        outputs: a list of outputs, as plain dicts, for each code cell.
    """
    import nbformat

    notebook = read_notebook(path)
    for cell, found in zip(code_cells(notebook), outputs, strict=True):
        cell.outputs = [nbformat.from_dict(output) for output in found]
    return notebook
