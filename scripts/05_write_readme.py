#!/usr/bin/env python3
"""Step 5: write the computed parts of README.md: headline numbers, figures with their words, the data dictionary.

reads   PROCESSED/*.csv, FIGURES/*.png, RAW/benchmark.json where it is there, README/README.md
writes  README/README.md, between its <!-- begin ... --> and <!-- end ... --> comments only

Where the folder has no README.md, nothing is written. Bad input ends with one message and exit code 2.
"""

import sys
from pathlib import Path

from qantar import paths, readme
from qantar.cli import folder_parser, run_step


def make_parser():
    parser = folder_parser(__doc__)
    for name, default in (("figures", paths.FIGURES), ("readme", paths.ROOT)):
        parser.add_argument(f"--{name}", type=Path, default=default, metavar="DIR", help=f"default: {default}")
    return parser


def write_readme(arguments):
    return readme.write(arguments.readme, arguments.processed, arguments.figures, arguments.raw)


if __name__ == "__main__":
    sys.exit(run_step(write_readme, make_parser()))
