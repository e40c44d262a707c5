"""No text makes a pattern run away: each one is pumped with long repetitions and has to come to an end."""

import importlib
import multiprocessing
import pkgutil
import re

import qantar.reading

LENGTH = 3_000  # characters; an exponential pattern does not get through forty
PUMPS = [*" .,;:-–'’\"“”«(\n1aA_%", "1,", "1 000", "a ", "A. ", "the ", "not ", "from ", "January ", "1. ", "a'"]
WORD = re.compile(r"[A-Za-z]{2,}")
MOST_WORDS = 20  # of a pattern's own words
SECONDS = 60  # for all patterns together; it takes about two
SHORT, IMPATIENCE = 60, 2  # characters and seconds for the pattern that must not get through


def patterns():
    """All compiled patterns of the reading modules, by their text."""
    names = [module.name for module in pkgutil.walk_packages(qantar.reading.__path__, "qantar.reading.")]
    values = [value for name in names for value in vars(importlib.import_module(name)).values()]
    values += [pattern for value in values if isinstance(value, list) for pair in value for pattern in _members(pair)]
    return {value.pattern: value for value in values if isinstance(value, re.Pattern)}


def _members(pair):
    return pair if isinstance(pair, tuple) else ()


def pump(pattern, length=LENGTH):
    """Search long repetitions of marks and of the pattern's own words, each with an end that spoils the match."""
    own = dict.fromkeys(f"{word} " for word in WORD.findall(pattern.pattern))
    for piece in (*PUMPS, *list(own)[:MOST_WORDS]):
        text = piece * (length // len(piece))
        for spoilt in (f"{text}!", f"x{text}\x00", f"{text[::-1]}§"):
            pattern.search(spoilt)


def pump_all():
    for pattern in patterns().values():
        pump(pattern)


def exit_code(target, seconds, *args):
    """0 for a function that comes to its end in a process of its own, None for one that still runs."""
    process = multiprocessing.get_context("spawn").Process(target=target, args=args)
    process.start()
    process.join(seconds)
    code = process.exitcode
    process.kill()
    return code


def test_patterns_are_found():
    assert {pattern.pattern for pattern in patterns().values()} >= {
        qantar.reading.text.TOKEN.pattern,
        qantar.reading.dates.DATE.pattern,
        qantar.reading.voices.OUTLETS[0][0].pattern,
    }


def test_every_pattern_comes_to_an_end():
    assert exit_code(pump_all, SECONDS) == 0


def test_a_runaway_pattern_would_be_noticed():
    assert exit_code(pump, IMPATIENCE, re.compile("(?:a+)+$"), SHORT) is None
