#!/usr/bin/env python3
"""Measure how well the composed reports are read and write floors.yml anew, a margin below what was measured.

    python -m tests.sentences.set_floors

To be run when the reader has become better; a floor that would fall stays, unless --lower is given.
"""

import argparse
import math
from pathlib import Path

import yaml

from qantar.event import read_event
from qantar.scoring import evaluate, gold

from .everyday import score

FILE = Path(__file__).with_name("floors.yml")
MARGIN = 0.03  # what a change of rules may cost before it has to be argued for
HEAD = "# Scores that each set must reach; written by set_floors.py, a margin below the measured ones.\n"


def measure():
    """name of the set → floors of its scores."""
    rows, _ = evaluate([gold.find_set(name) for name in gold.OWN_SETS], read_event(gold.OWN_EVENT))
    wholes = {row["set"]: row for row in rows if row["by"] == "all"}
    floors = {name: {key: lower(row[key]) for key in ("detect_f1", "strict_f1")} for name, row in wholes.items()}
    return floors | {"everyday": {key: lower(value) for key, value in score().items()}}


def lower(score):
    """The floor below a score.

    >>> lower(0.9266)
    0.896
    """
    return math.floor(1000 * (score - MARGIN)) / 1000


def main():
    """Write the floors; none falls unasked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lower", action="store_true", help="let floors fall")
    arguments = parser.parse_args()
    old = yaml.safe_load(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    new = measure()
    if not arguments.lower:  # a floor that would fall stays where it is
        for name, floors in old.items():
            new[name] = {key: max(new[name][key], floor) for key, floor in floors.items()}
    FILE.write_text(HEAD + yaml.safe_dump(new, sort_keys=True), encoding="utf-8", newline="\n")
    print(FILE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
