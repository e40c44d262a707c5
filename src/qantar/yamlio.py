"""Reading YAML that may come from anywhere: plain data only, dates kept as they are written."""

import re
from pathlib import Path

import yaml

from qantar.errors import NO_FILE, InputError

_Base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
SIZE_LIMIT = 2_000_000  # bytes; an event description is a few kilobytes


class PlainLoader(_Base):
    """Safe loader that makes no object, and neither dates nor yes/no booleans, out of bare words."""


PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in _Base.yaml_implicit_resolvers.items()
}
# YAML 1.2: only true and false are booleans, so that a country coded "NO" stays a word.
PlainLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def read_yaml(path, missing=NO_FILE):
    """The content of a YAML file as dicts, lists, strings and numbers.

    Args:
        path: the file, UTF-8.
        missing: the remedy where the file is not there.

    Returns:
        Whatever the file holds; None for an empty one.

    Raises:
        InputError: missing, unreadable, too large, no valid YAML, or with tags that ask for Python objects.
    """
    path = Path(path)
    if not path.is_file():
        raise InputError(path, "file not found", missing)
    if path.stat().st_size > SIZE_LIMIT:
        raise InputError(path, f"larger than {SIZE_LIMIT} bytes", "keep only the description in it")
    try:
        return yaml.load(path.read_bytes(), Loader=PlainLoader)
    except yaml.MarkedYAMLError as error:
        row = error.problem_mark.line + 1 if error.problem_mark else None
        raise InputError(path, f"no valid YAML: {error.problem}", "correct that line", row=row) from None
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError, ValueError) as error:
        problem = str(error).splitlines()[0][:120]
        raise InputError(path, f"no valid YAML: {problem}", "save it as plain YAML in UTF-8") from None
