#!/usr/bin/env python3
"""Step 1: check the raw folder and list its sources.

reads   RAW/event.yml, sources.csv, articles/*.txt or digests/*.md
        and, where they exist, reported_figures.csv, corrections.csv, conventions.csv
writes  PROCESSED/sources.csv

Bad input ends with one message (file, line, remedy) and exit code 2; earlier outputs stay as they were. Dates that
are possible but strange are warned of.
"""

import sys
from datetime import date

from qantar.cli import folder_parser, run_step, warn
from qantar.corpus import read_conventions, read_corpus
from qantar.corrections import read_corrections
from qantar.csvio import write_tables
from qantar.doubts import doubts_of_raw
from qantar.sources import source_rows


def prepare_sources(arguments):
    corpus = read_corpus(arguments.raw)
    read_conventions(arguments.raw)  # these two are used later; an error in them is better known now
    read_corrections(arguments.raw)
    rows = source_rows(corpus)
    write_tables(arguments.processed, {"sources": rows})
    warn(doubts_of_raw(corpus, date.today()))
    return f"{len(rows)} sources, {len(corpus.texts)} texts, {len(corpus.figures)} coded figures"


if __name__ == "__main__":
    sys.exit(run_step(prepare_sources, folder_parser(__doc__)))
