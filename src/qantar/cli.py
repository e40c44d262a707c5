"""What the step scripts have in common: the two folders they are told, and how they end on bad input."""

import argparse
import os
import sys
from pathlib import Path

from qantar.errors import InputError
from qantar.paths import PROCESSED, RAW

BAD_INPUT = 2  # exit code
INTERRUPTED = 130  # exit code, as shells have it for Ctrl-C
MOST_WARNINGS = 10  # more of them than that are read by nobody


def folder_parser(description):
    """An argument parser with `--raw DIR` and `--processed DIR`; the description is shown line by line as written."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raw", type=Path, default=RAW, metavar="DIR", help=f"input folder (default: {RAW})")
    parser.add_argument(
        "--processed", type=Path, default=PROCESSED, metavar="DIR", help=f"folder of the CSVs (default: {PROCESSED})"
    )
    return parser


def check_folders(raw, processed):
    """InputError where the input of another corpus would meet the project's own tables, and overwrite them.

    Args:
        raw: folder of the input.
        processed: folder of the tables.
    """
    if raw.resolve() != RAW and processed.resolve() == PROCESSED:
        raise InputError(raw, "another corpus with the project's own tables", "name their folder too: --processed DIR")


def cores():
    """Number of processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def warn(doubts):
    """Say on standard error what is strange in the input, but may be right.

    Args:
        doubts: InputErrors that were not raised; of many the first ones are shown, and how many more there are.
    """
    for doubt in doubts[:MOST_WARNINGS]:
        print(f"warning: {doubt}", file=sys.stderr)
    if len(doubts) > MOST_WARNINGS:
        print(f"warning: {len(doubts) - MOST_WARNINGS} more of these", file=sys.stderr)


def run_step(step, parser, arguments=None, resume="nothing was written; run it again"):
    """Run a step and turn bad input, or Ctrl-C, into one message on standard error.

    Args:
        step: function of the parsed arguments; returns a line that says what it did.
        parser: the parser of the command line.
        arguments: words of the command line, by default those of this process.
        resume: what to tell a user who stopped the step.

    Returns:
        The exit code: 0, 2 where the input cannot be used, or 130 where the user stopped the step.
    """
    try:
        given = parser.parse_args(arguments)
        if "raw" in given and "processed" in given:
            check_folders(given.raw, given.processed)
        print(step(given))
    except InputError as error:
        print(f"error: {error}", file=sys.stderr)
        return BAD_INPUT
    except KeyboardInterrupt:
        line_left_open = "\n" if sys.stderr.isatty() else ""  # by the progress
        print(f"{line_left_open}stopped: {resume}", file=sys.stderr)
        return INTERRUPTED
    return 0
