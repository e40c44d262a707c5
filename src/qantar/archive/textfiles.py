"""Folders of text files; a day at the beginning of a file's name (2022-01-05-…) is its publication date."""

import re

from qantar.errors import InputError
from qantar.textio import read_text

from .documents import LONGEST, Bad, NoDocument, make_document

DAY = re.compile(r"\d{4}-\d\d-\d\d(?=[-_. ])")


def read(piece, names):
    """Documents and bad files of a piece."""
    for path, name in piece.files:
        try:
            yield _read_file(path, name)
        except NoDocument as problem:
            yield Bad(name, "", *problem.args)
        except InputError as error:
            yield Bad(name, "" if error.row is None else f"line {error.row}", error.problem, error.remedy)


def _read_file(path, name):
    with open(path, "rb") as file:
        if file.seek(0, 2) > LONGEST:
            raise NoDocument(f"longer than {LONGEST:,} bytes", "split it into its articles")
    day = DAY.match(name.rpartition("/")[2])
    return make_document(name, {"text": read_text(path), "published": day.group() if day else ""}, {})
