"""The event of a corpus: `event.yml`, checked and brought into one shape."""

import calendar
import difflib
from dataclasses import dataclass
from pathlib import Path

from qantar import schema
from qantar.check import is_date
from qantar.errors import NO_FILE, InputError
from qantar.yamlio import line_of, read_marked_yaml

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
KEYS = (*REQUIRED, *WORD_LISTS, "foreign_force", *LISTS)


@dataclass(frozen=True)
class Spot:
    """A value of the file and where it stands: `value`, and the `steps` (keys, positions in a list) that lead to it."""

    path: Path
    root: object
    value: object
    steps: tuple = ()

    def at(self, step):
        """The spot of an entry of this list, or of a key of this mapping; its value is None where there is none."""
        value = self.value[step] if isinstance(step, int) else self.value.get(step)
        return Spot(self.path, self.root, value, (*self.steps, step))

    def error(self, problem, remedy, of_key=False):
        """An InputError that names the line of the value, or of the key before it."""
        return InputError(self.path, problem, remedy, line_of(self.root, self.steps, of_key))

    def __str__(self):
        """How a message calls the place: `places, entry 1, variants`."""
        return ", ".join(f"entry {step + 1}" if isinstance(step, int) else step for step in self.steps)


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
        InputError: no YAML, a key is missing or unknown, or a value is of the wrong kind; with the line.
    """
    path = Path(path)
    content, root = read_marked_yaml(path, missing)
    event = Spot(path, root, content)
    if not isinstance(content, dict):
        raise InputError(path, "no description of an event", f"write the keys {', '.join(REQUIRED)}, one per line")
    head = _head(event)
    _check_keys(event, KEYS)
    lists = {key: _words(event.at(key)) for key in WORD_LISTS}
    force = event.at("foreign_force")
    lists["foreign_force"] = _entry(force, FORCE) if force.value else None
    return head | lists | {key: _entries(event.at(key)) for key in LISTS}


def _check_keys(spot, known):
    """An unknown key would be left unread, and what it says lost: it is most often a known one, mistyped."""
    for key in spot.value:
        if key not in known:
            near = _nearest(str(key), [name for name in known if name not in spot.value])
            remedy = f"write {near!r}" if near else f"take it out, or put # before it; known are {', '.join(known)}"
            place = f"{spot}, key" if spot.steps else "key"
            raise spot.at(key).error(f"{place} {str(key)!r} is unknown", remedy, of_key=True)


def _nearest(word, words):
    """The word most like another one, "" where none is alike."""
    return next(iter(difflib.get_close_matches(word, words, n=1, cutoff=0.5)), "")


def _head(event):
    """The required keys, checked; start and end as days."""
    head = {key: _word(event.at(key)) for key in REQUIRED}
    for key in REQUIRED:
        if not head[key]:
            raise _missing(event, key)
    head |= {key: _day(event.at(key)) for key in ("start", "end")}
    if head["start"] > head["end"]:
        raise event.at("start").error(f"start {head['start']} is after end {head['end']}", "exchange the two dates")
    return head


def _missing(event, key):
    """The message for a required key, which may stand there mistyped, or without a value."""
    near = _nearest(key, [str(name) for name in event.value if name not in KEYS])
    if near:
        return event.at(near).error(f"key {key!r} is missing", f"write {key!r} for {near!r}", of_key=True)
    if key in event.value:
        return event.at(key).error(f"key {key!r} is missing its value", f"write '{key}: ...'")
    return InputError(event.path, f"key {key!r} is missing", f"add a line '{key}: ...'")


def _entries(spot):
    if spot.value is None:
        return []
    if not isinstance(spot.value, list):
        raise spot.error(f"key {str(spot)!r} is no list", "begin each entry with '- name: ...'")
    return [_entry(spot.at(number), LISTS[str(spot)]) for number in range(len(spot.value))]


def _entry(spot, shape):
    if not isinstance(spot.value, dict) or not spot.value.get("name"):
        raise spot.error(f"{spot} has no name", "write each entry as '- name: ...'")
    words, lists = shape
    _check_keys(spot, (*words, *lists))
    clean = {word: _word(spot.at(word)) for word in words} | {name: _words(spot.at(name)) for name in lists}
    if "claimant_type" in words:
        _check_kind(spot, clean)
    return clean | ({"year": _year(spot.at("year"))} if "year" in words else {})


def _check_kind(spot, entry):
    kind, kinds = entry["claimant_type"], schema.enum("claimant_type")
    if kind not in kinds:
        problem = f"{spot} ({entry['name']}): unknown claimant_type {kind!r}"
        raise spot.at("claimant_type").error(problem, f"use one of {', '.join(kinds)}")


def _year(spot):
    text = _word(spot)
    if text and not (len(text) == 4 and is_date(text)):
        raise spot.error(f"{spot} {text!r} is no year", "write it with four digits")
    return int(text) if text else None


def _words(spot):
    if spot.value is None:
        return []
    if not isinstance(spot.value, list):
        raise spot.error(f"{spot} is no list", "write the words in brackets: [one, two]")
    return [_word(spot.at(number)) for number in range(len(spot.value))]


def _word(spot):
    if spot.value is None:
        return ""
    if isinstance(spot.value, (dict, list)):
        raise spot.error(f"{spot} is no single word or name", "write one value after the colon")
    return str(spot.value).strip()


def _day(spot):
    """A date as a day: the first day of a month or year for the start, the last one for the end."""
    text, key = _word(spot), str(spot)
    if not is_date(text):
        raise spot.error(f"{key} {text!r} is no date", "write YYYY-MM-DD")
    if len(text) == 4:
        text += "-01" if key == "start" else "-12"
    if len(text) == 7:
        last = calendar.monthrange(int(text[:4]), int(text[5:]))[1]
        text += "-01" if key == "start" else f"-{last:02d}"
    return text
