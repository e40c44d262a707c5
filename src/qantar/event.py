"""The event of a corpus: `event.yml`, checked and brought into one shape."""

import calendar
from pathlib import Path

from qantar import schema
from qantar.check import is_date
from qantar.errors import NO_FILE, InputError
from qantar.yamlio import read_yaml

REQUIRED = ("id", "name", "country", "start", "end")
# Optional lists of entries: which keys of an entry hold a word, and which a list of words.
WORD_LISTS = ("country_variants", "demonyms")
LISTS = {
    "places": (("name", "region"), ("variants",)),
    "contributing_countries": (("name",), ("demonyms", "variants")),
    "institutions": (("name", "claimant_type"), ("aliases",)),
    "other_events": (("id", "name", "year", "place", "country"), ("variants",)),
}
FORCE = (("name",), ("variants",))  # the foreign force as a whole, one entry


def read_event(path, missing=NO_FILE):
    """The event that a corpus is about.

    Args:
        path: an `event.yml`; id, name, country, start and end are required, start and end as YYYY-MM-DD, YYYY-MM or
            YYYY. Optional are `country_variants`, `demonyms`, `foreign_force` and the lists of `LISTS`, each entry
            with at least a name.
        missing: the remedy where the file is not there.

    Returns:
        A dict of these keys; start and end as days (YYYY-MM-DD), every list present, each entry with all its keys:
        a string (empty if not stated), a list of strings, or the year of another event as an integer (or None).

    Raises:
        InputError: no YAML, a key is missing, or a value is of the wrong kind.
    """
    path = Path(path)
    event = read_yaml(path, missing)
    if not isinstance(event, dict):
        raise InputError(path, "no description of an event", f"write the keys {', '.join(REQUIRED)}, one per line")
    lists = {key: _words(event.get(key), key, path) for key in WORD_LISTS}
    force = event.get("foreign_force")
    lists["foreign_force"] = _entry(force, FORCE, "foreign_force", path) if force else None
    return _head(event, path) | lists | {key: _entries(event.get(key), key, path) for key in LISTS}


def _head(event, path):
    """The required keys, checked; start and end as days."""
    head = {key: _word(event.get(key), key, path) for key in REQUIRED}
    for key in REQUIRED:
        if not head[key]:
            raise InputError(path, f"key {key!r} is missing", f"add a line '{key}: ...'")
    head |= {key: _day(head[key], key, path) for key in ("start", "end")}
    if head["start"] > head["end"]:
        raise InputError(path, f"start {head['start']} is after end {head['end']}", "exchange the two dates")
    return head


def _entries(entries, key, path):
    if entries is None:
        return []
    if not isinstance(entries, list):
        raise InputError(path, f"key {key!r} is no list", "begin each entry with '- name: ...'")
    numbered = enumerate(entries, start=1)
    return [_entry(entry, LISTS[key], f"{key}, entry {number}", path) for number, entry in numbered]


def _entry(entry, shape, place, path):
    if not isinstance(entry, dict) or not entry.get("name"):
        raise InputError(path, f"{place} has no name", "write each entry as '- name: ...'")
    words, lists = shape
    clean = {word: _word(entry.get(word), f"{place}, {word}", path) for word in words}
    clean |= {name: _words(entry.get(name), f"{place}, {name}", path) for name in lists}
    if "claimant_type" in words:
        _check_kind(clean["claimant_type"], f"{place} ({clean['name']})", path)
    return clean | ({"year": _year(clean["year"], place, path)} if "year" in words else {})


def _check_kind(kind, place, path):
    kinds = schema.enum("claimant_type")
    if kind not in kinds:
        raise InputError(path, f"{place}: unknown claimant_type {kind!r}", f"use one of {', '.join(kinds)}")


def _year(text, place, path):
    if text and not (len(text) == 4 and is_date(text)):
        raise InputError(path, f"{place}, year {text!r} is no year", "write it with four digits")
    return int(text) if text else None


def _words(value, place, path):
    if value is None:
        return []
    if not isinstance(value, list):
        raise InputError(path, f"{place} is no list", "write the words in brackets: [one, two]")
    return [_word(item, place, path) for item in value]


def _word(value, place, path):
    if value is None:
        return ""
    if isinstance(value, (dict, list)):
        raise InputError(path, f"{place} is no single word or name", "write one value after the colon")
    return str(value).strip()


def _day(text, key, path):
    """A date as a day: the first day of a month or year for the start, the last one for the end."""
    if not is_date(text):
        raise InputError(path, f"{key} {text!r} is no date", "write YYYY-MM-DD")
    if len(text) == 4:
        text += "-01" if key == "start" else "-12"
    if len(text) == 7:
        last = calendar.monthrange(int(text[:4]), int(text[5:]))[1]
        text += "-01" if key == "start" else f"-{last:02d}"
    return text
