"""Run every step from data/raw to the reports.

A step is skipped, and said to be, when its code, its inputs and its outputs are all as its last run left them.

    python scripts/build.py
    python scripts/build.py --raw port-alder/raw --processed port-alder/processed

The second command is for articles of your own. It writes port-alder/processed, port-alder/figures and
port-alder/reports; the tables, figures and reports of this folder stay as they are.
"""

import argparse
import sys
from pathlib import Path

try:
    from qantar import builds, cli, errors, paths
except ModuleNotFoundError:
    sys.exit("The packages are not installed for this Python. Run `make`, or activate the conda environment first.")

# Script, files it reads, files it writes. "project" is this folder; the others are options of the script.
CLAIMS = ["processed/claims.csv", "processed/rejected_numbers.csv"]
ANNOTATED = ["project/tests/sentences/*.csv", "project/tests/sentences/*/*.txt", "project/data/raw/event.yml"]
SCORES = ["processed/reading_scores.csv", "processed/reading_errors.csv"]
REPORT_INPUTS = ["raw/**/*", "processed/*", "project/notebooks/*.ipynb", "project/CITATION.cff"]
STEPS = [
    builds.Step("01_prepare_sources.py", ["raw/**/*"], ["processed/sources.csv"]),
    builds.Step("02_extract_claims.py", ["raw/**/*"], CLAIMS),
    builds.Step("evaluate_extraction.py", ANNOTATED, SCORES, ("--brief",)),
    builds.Step("03_build_tables.py", ["raw/**/*", *CLAIMS, *SCORES, "processed/sources.csv"], ["processed/*"]),
    builds.Step("04_export_reports.py", REPORT_INPUTS, ["figures/*", "reports/**/*"]),
    builds.Step("05_write_readme.py", ["processed/*", "figures/*", "raw/benchmark.json"], ["readme/README.md"]),
]

PROCESSED_HELP = f"tables (default: {paths.PROCESSED}); figures/ and reports/ are written beside them"


def read_arguments(words):
    """The command line, parsed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raw", type=Path, default=paths.RAW, metavar="DIR", help=f"input (default: {paths.RAW})")
    parser.add_argument("--processed", type=Path, default=paths.PROCESSED, metavar="DIR", help=PROCESSED_HELP)
    parser.add_argument("--only", choices=[step.number for step in STEPS], help="run this step alone, changed or not")
    parser.add_argument("--force", action="store_true", help="skip nothing")
    parser.add_argument("--list", action="store_true", help="show the steps with what they read and write")
    parser.add_argument("--check", action="store_true", help="rebuild elsewhere and compare byte for byte")
    return parser.parse_args(words)


def find_folders(args):
    """The folders of this run: those of the project, or for another corpus those beside its tables."""
    raw, processed = args.raw.resolve(), args.processed.resolve()
    base = paths.home_of(processed)
    folders = {"project": paths.ROOT, "raw": raw, "processed": processed, "readme": base}
    return folders | {"figures": base / "figures", "reports": base / "reports"}


def main(words=None):
    """Run what the command line asks for; returns the exit code."""
    args = read_arguments(words)
    try:
        cli.check_folders(args.raw, args.processed)
    except errors.InputError as error:
        print(f"error: {error}", file=sys.stderr)
        return cli.BAD_INPUT
    folders = find_folders(args)
    if args.list:
        print("\n".join(f"{step.script}: {', '.join(step.inputs)} -> {', '.join(step.outputs)}" for step in STEPS))
        return 0
    if args.check:
        return builds.check(STEPS, folders)
    chosen = [step for step in STEPS if args.only in (None, step.number)]
    code = builds.build(chosen, folders, force=args.force or bool(args.only))
    if code == 0:
        print(f"Look here:  {folders['reports'] / 'index.html'}  (reports, in any browser)")
        print(f"            {folders['processed']}  (tables)\n            {folders['figures']}  (charts)")
    return code


if __name__ == "__main__":
    sys.exit(main())
