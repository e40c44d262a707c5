"""Whether an archive has its texts where they are looked for, asked before a run begins.

One wrong word in --fields would else cost a whole run, at the end of which every document is set aside.
"""

from itertools import islice

from qantar.errors import InputError

from . import formats
from .documents import NO_FIELD, Bad

LOOKED_AT = 20  # entries whose fields are listed


def check_fields(pieces, names):
    """Look for one document that has the field of the text in the first piece.

    Args:
        pieces: see `qantar.archive.inputs.find_pieces`.
        names: field of `documents.FIELDS` → name in the archive.

    Raises:
        InputError: no document of the first piece has it; lists the fields that they have.
    """
    piece, found = pieces[0], None
    for found in formats.read(piece, names):
        if not _lacks_text(found):
            return
    if found is not None:
        name = names.get("text", "text")
        problem = f"no document of its first part has a text in the field {name!r}; their fields are {_list(piece)}"
        raise InputError(piece.path, problem, "name the field that holds the text with --fields text=NAME")


def _lacks_text(found):
    return isinstance(found, Bad) and found.reason.startswith(NO_FIELD)


def _list(piece):
    """The names of the fields of the first entries, in the order in which they come."""
    names = dict.fromkeys(name for entry in islice(formats.entries(piece), LOOKED_AT) for name in entry)
    return ", ".join(repr(str(name)) for name in names) or "none"
