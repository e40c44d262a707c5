"""Numbers that open the items of a list and count nothing: "1. Bring water. 2. …", the places of a table."""

import re

NUMBERED_LINE = re.compile(r"\n[ \t]*(\d{1,2})([.)]?)[ \t]")  # with the line break, which is found fast
NUMBERED_SENTENCE = re.compile(r"[.!?] (\d{1,2})[.)][ \t]")


def find_markers(text):
    """Where the numbers stand that open the items of a numbered list, on lines or within a paragraph.

    Two that follow each other make a list, "1." and "2."; without a point three do, as the places of a table.

    Args:
        text: the text.

    Returns:
        set of the places of their first digits.

    >>> find_markers("1. Two died. 2. Three fled."), find_markers("12 died. 13 fled.")
    ({0, 13}, set())
    >>> find_markers("1 Ann\\n2 Ben\\n3 Cem") == {0, 6, 12}
    True
    """
    text = "\n" + text
    lines = [(int(match.group(1)), match.start(1) - 1, match.group(2)) for match in NUMBERED_LINE.finditer(text)]
    found = [(value, start) for value, start, mark in lines if mark]
    found += [(int(match.group(1)), match.start(1) - 1) for match in NUMBERED_SENTENCE.finditer(text)]
    values = {value for value, _ in found}
    return {start for value, start in found if value - 1 in values or value + 1 in values} | _places(lines)


def _places(lines):
    """ "1 …", "2 …", "3 …" on lines that follow each other."""
    runs = zip(lines, lines[1:], lines[2:], strict=False)
    in_order = [run for run in runs if run[0][0] + 2 == run[1][0] + 1 == run[2][0]]
    return {start for run in in_order for _, start, _ in run}
