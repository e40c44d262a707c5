"""Reading a text file that may come from anywhere, without changing a character of what it says."""

import codecs
import hashlib
from pathlib import Path

from qantar.errors import NO_FILE, InputError

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
UTF32_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def read_text(path, missing=NO_FILE):
    r"""The text of a file, its line ends written as `\n`, as Python reads text files; nothing else is changed.

    Args:
        path: a file in UTF-8 (with or without byte order mark) or in UTF-16 with a byte order mark.
        missing: the remedy where the file is not there.

    Returns:
        The decoded text without its byte order mark. Spans of claims count its code points.

    Raises:
        InputError: missing or unreadable file, another encoding, or NUL characters (a binary file).
    """
    return read_raw_text(path, missing).replace("\r\n", "\n").replace("\r", "\n")


def read_raw_text(path, missing=NO_FILE):
    """Like `read_text`, with the line ends as they stand in the file."""
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        raise InputError(path, "file not found", missing) from None
    except OSError as error:
        raise InputError(path, f"cannot be read ({error.strerror})", "make it a readable file") from None
    return _decode(data, path)


def sha256(text):
    """Hash that proves which text a span points into: SHA-256 of its UTF-8 bytes, in hexadecimal.

    >>> sha256("")[:12]
    'e3b0c44298fc'
    """
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _decode(data, path):
    mark, encoding = next(((mark, name) for mark, name in MARKS if data.startswith(mark)), (b"", "utf-8"))
    if data.startswith(UTF32_MARKS):
        raise InputError(path, "encoded in UTF-32", "save it in UTF-8")
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        row = data[: len(mark) + error.start].count(b"\n") + 1
        raise InputError(path, f"no valid {encoding.upper()}", "save the file in UTF-8", row=row) from None
    if "\0" in text:
        row = text[: text.index("\0")].count("\n") + 1
        raise InputError(path, "a NUL character, so no text file", "save it as plain text in UTF-8", row=row)
    return text
