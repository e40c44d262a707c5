"""Pictures that a notebook names by a file: taken into the page, if they belong to the project."""

import base64
from pathlib import Path
from urllib.parse import unquote

from qantar import paths

TYPES = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".gif": "gif", ".webp": "webp", ".svg": "svg+xml"}
SIZE_LIMIT = 5_000_000  # bytes; a page that is mailed around should stay small


def data_uri(content, kind):
    """Bytes of a picture as an address that holds them.

    >>> data_uri(b"GIF89a", "gif")
    'data:image/gif;base64,R0lGODlh'
    """
    return f"data:image/{kind};base64,{base64.b64encode(content).decode('ascii')}"


def find_local(address, folder):
    """The picture file that a notebook in `folder` means, or None.

    Only files within the project, or beside the notebook, are taken: a notebook from elsewhere must not be able to
    carry a reader's own files into a page.
    """
    if ":" in address or address.startswith("//"):
        return None
    file = (Path(folder) / unquote(address.split("?")[0].split("#")[0])).resolve()
    homes = (Path(folder).resolve(), paths.ROOT, paths.FIGURES)
    inside = any(file.is_relative_to(home) for home in homes)
    small = inside and file.suffix.lower() in TYPES and file.is_file() and file.stat().st_size <= SIZE_LIMIT
    return file if small else None


def embed(address, folder, attachments=None):
    """The address of a picture with the bytes in it, or the address unchanged where there is no such picture.

    Args:
        address: as written in the notebook: `attachment:name`, a relative path, or anything else.
        folder: folder of the notebook.
        attachments: the cell's attachments, name → {media type: base64}.
    """
    if address.startswith("attachment:"):
        for media_type, content in (attachments or {}).get(address.removeprefix("attachment:"), {}).items():
            return f"data:{media_type};base64,{content}"
    file = find_local(address, folder)
    return data_uri(file.read_bytes(), TYPES[file.suffix.lower()]) if file else address
