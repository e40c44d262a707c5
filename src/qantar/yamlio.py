"""Reading YAML that may come from anywhere: plain data only, dates kept as they are written, lines remembered."""

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
    return read_marked_yaml(path, missing)[0]


def read_marked_yaml(path, missing=NO_FILE):
    """Like `read_yaml`, and in addition the node at the root, in which `line_of` finds the line of any value."""
    path = Path(path)
    if not path.is_file():
        raise InputError(path, "file not found", missing)
    if path.stat().st_size > SIZE_LIMIT:
        raise InputError(path, f"larger than {SIZE_LIMIT} bytes", "keep only the description in it")
    try:
        return _load(path.read_bytes())
    except yaml.MarkedYAMLError as error:
        mark, remedy = _blame(error)
        row = mark.line + 1 if mark else None
        raise InputError(path, f"no valid YAML: {error.problem}", remedy, row=row) from None
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError, ValueError) as error:
        problem = str(error).splitlines()[0][:120]
        raise InputError(path, f"no valid YAML: {problem}", "save it as plain YAML in UTF-8") from None


def line_of(node, steps, of_key=False):
    r"""The line in the file on which a value stands, or the key before it.

    Args:
        node: the root, see `read_marked_yaml`; None for an empty file.
        steps: the keys and list positions that lead to the value, as in the content; what is not there is left out,
            so that a missing key gives the line of what lacks it.
        of_key: whether the line of the last key is wanted, which may be above that of its value.

    Returns:
        The line, counted from 1; None without a node.

    >>> line_of(_load(b"id: x\nplaces:\n  - name: A\n    variants: [\n      B]\n")[1], ("places", 0, "variants", 0))
    5
    """
    for number, step in enumerate(steps, start=1):
        found = _step_into(node, step)
        if found is None:
            break
        key, node = found
        if of_key and number == len(steps):
            node = key
    return node.start_mark.line + 1 if node else None


def _step_into(node, step):
    """(key node, value node) of one step; in a list both are the item. The last of equal keys counts."""
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in reversed(node.value) if key.value == str(step)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None


def _load(data):
    """Content and root node of the bytes of a file."""
    loader = PlainLoader(data)
    try:
        node = loader.get_single_node()
        return None if node is None else loader.construct_document(node), node
    finally:
        loader.dispose()


def _blame(error):
    """The mark of the line that is wrong, and the remedy.

    What is left open (a quotation mark, a bracket, a key without its colon) is noticed lines later: there the beginning
    is at fault. A block of lines has its beginning far above, and there the place where it was noticed is.
    """
    context = error.context or ""
    if error.context_mark and context.startswith("while ") and not context.startswith("while parsing a block"):
        return error.context_mark, "correct that line"
    return error.problem_mark, "correct that line, or what is left open above it"
