#!/usr/bin/env python3
"""Compare two versions of claims.csv: claims gained, lost and changed, for the review of every change of rules.

    python scripts/compare_claims.py OLD.csv NEW.csv
    python scripts/compare_claims.py --git HEAD          the committed claims of that commit with the working file

reads   OLD and NEW, or with --git the file of PROCESSED in both states
writes  nothing; with --out a CSV of the changes

A claim is the same where source and metric agree and the spans of the number meet. Ends with 0 whatever it finds, and
with 2 on bad input.
"""

import sys
from pathlib import Path

from qantar import changes
from qantar.cli import folder_parser, run_step
from qantar.csvio import encode_rows, replace_files
from qantar.errors import InputError


def make_parser():
    parser = folder_parser(__doc__)
    add = parser.add_argument
    add("files", nargs="*", type=Path, metavar="CSV", help="OLD and NEW; with --git only NEW, or nothing")
    add("--git", metavar="REV", help="take the old claims from this commit")
    add("--out", type=Path, metavar="CSV", help="also write the changes to this file")
    return parser


def read_versions(files, revision, processed):
    """The old and the new claims that the command line names."""
    files = files or [processed / "claims.csv"] * bool(revision)
    if len(files) != (1 if revision else 2):
        raise InputError("the command line", f"{len(files)} files named", "name OLD and NEW, or --git REV and one file")
    new = changes.read_claims(files[-1])
    return (changes.read_committed(files[-1], revision) if revision else changes.read_claims(files[0])), new


def compare_claims(arguments):
    rows = changes.compare_claims(*read_versions(arguments.files, arguments.git, arguments.processed))
    if arguments.out:
        replace_files({arguments.out: encode_rows(rows, changes.COLUMNS)})
    return changes.describe_changes(rows)


if __name__ == "__main__":
    sys.exit(run_step(compare_claims, make_parser()))
