#!/usr/bin/env python3
"""Measure how fast figures are read, beside other readers on the same made-up news and the same core.

Peers are compared where they are installed (extra bench: quantulum3, Recognizers-Text, spaCy) and named as absent
where not. Slow ones read as much as they can in --seconds. Then whole runs with one process, two, and a local Dask
cluster, and cost against length of the documents and density of figures. Nothing is written but the file named with
--json; the README shows the one in data/raw (python scripts/build.py --only 05).
"""

import argparse
import json
import sys
from pathlib import Path

from qantar.archive.bench import run_benchmark


def read_arguments(words=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=float, default=100, metavar="MB", help="of the corpus, up to 100 (default: 100)")
    parser.add_argument("--density", type=float, default=0.01, metavar="SHARE", help="of sentences with figures (0.01)")
    parser.add_argument("--seconds", type=float, default=20, metavar="S", help="that a reader gets at most (20)")
    memory = "input over which the memory of a run is watched too (default: none; 1000 takes some minutes)"
    parser.add_argument("--memory", type=float, default=0, metavar="MB", help=memory)
    parser.add_argument(
        "--json", type=Path, metavar="FILE", help="write the numbers to this file too, data/raw/benchmark.json"
    )
    arguments = parser.parse_args(words)
    if (
        not 0 < arguments.size <= 100
        or not 0 <= arguments.density <= 1
        or arguments.seconds <= 0
        or arguments.memory < 0
    ):
        parser.error("--size is above 0 and up to 100, --density from 0 to 1, --seconds above 0, --memory not below")
    return arguments


def main(words=None):
    arguments = read_arguments(words)
    size, memory = round(arguments.size * 1e6), round(arguments.memory * 1e6)
    result = run_benchmark(size, arguments.density, arguments.seconds, memory)
    if arguments.json:
        arguments.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
