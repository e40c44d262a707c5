#!/usr/bin/env python3
"""Step 3: compute the tables from the claims, with the reviewer's decisions carried out.

reads   RAW/event.yml and, where they exist, conventions.csv, corrections.csv, reported_figures.csv, articles, digests
        PROCESSED/sources.csv, claims.csv, rejected_numbers.csv and, where it exists, reading_scores.csv
writes  PROCESSED/deaths.csv, injuries.csv, detentions.csv, troop_contingents.csv, criminal_cases.csv, timeline.csv,
        vintages.csv, differences.csv, reconciled.csv, parts.csv, retractions.csv, origins.csv, flags.csv,
        coverage.csv, conventions_effect.csv, quality.csv, and datapackage.json, which describes them all

Bad input ends with one message (file, line, remedy) and exit code 2; earlier outputs stay as they were.
"""

import sys

from qantar import datapackage
from qantar.cli import folder_parser, run_step
from qantar.csvio import write_tables
from qantar.tables import build_tables, load_corpus


def write_all(arguments):
    tables = build_tables(load_corpus(arguments.raw, arguments.processed))
    write_tables(arguments.processed, tables)
    datapackage.write(arguments.processed)
    return f"{len(tables)} tables, {sum(len(rows) for rows in tables.values())} rows"


if __name__ == "__main__":
    sys.exit(run_step(write_all, folder_parser(__doc__)))
