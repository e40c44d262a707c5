#!/usr/bin/env python3
"""Step 2: read the reported figures out of the texts and join those coded by hand.

reads   RAW/event.yml, sources.csv, articles/*.txt or digests/*.md
        and, where they exist, reported_figures.csv, corrections.csv
writes  PROCESSED/claims.csv, rejected_numbers.csv

A claim says what its source says: corrections are only marked here (column reviewed) and carried out when the tables
are built. Bad input ends with one message (file, line, remedy) and exit code 2; earlier outputs stay as they were.
Dates that are possible but strange are warned of.
"""

import sys
from datetime import date

from qantar.claims import collect_claims
from qantar.cli import folder_parser, run_step, warn
from qantar.corpus import read_corpus
from qantar.csvio import write_tables
from qantar.doubts import doubts_of_claims


def extract_claims(arguments):
    corpus = read_corpus(arguments.raw)
    claims, rejected = collect_claims(corpus)
    write_tables(arguments.processed, {"claims": claims, "rejected_numbers": rejected})
    warn(doubts_of_claims(claims, corpus, date.today(), arguments.processed / "claims.csv"))
    coded = sum(claim["entry"] == "coded" for claim in claims)
    return f"{len(claims) - coded} claims extracted, {coded} coded, {len(rejected)} numbers not taken"


if __name__ == "__main__":
    sys.exit(run_step(extract_claims, folder_parser(__doc__)))
