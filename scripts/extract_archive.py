#!/usr/bin/env python3
"""Read the figures out of an archive of any size.

reads   INPUT: JSONL (.jsonl, .ndjson, also .gz), Parquet, web archives (.warc, .warc.gz), text files (.txt),
        or folders of these
writes  OUT/claims/NNNNN.csv and .parquet, OUT/bad_documents.csv, OUT/manifest.json, OUT/parts/
        with --rejects also OUT/rejected_numbers/

Columns are those of claims.csv after document_id: the input file and the place in it (byte of the line or record, row
of the table). The shards are the same bytes for any number of workers, here or on a cluster. A run that was killed
goes on where it stopped when the same command is given again. Documents that cannot be read are set aside in
bad_documents.csv with the reason. Where documents share an identifier, the claims of each later one get their claim_id
from its document_id, so that no two claims have the same. Columns that an archive does not state stay empty; dates
such as "yesterday" need the day of publication, see --fields.
"""

import argparse
import sys
from pathlib import Path

from qantar.archive.run import PIECE, extract_archive, read_fields
from qantar.cli import cores, run_step

RESUME = "the finished shards are kept; give the same command again, and it goes on from there"
FIELDS_HELP = "where JSONL and Parquet hold text, id, published, outlet (default: in fields of these names)"


def archive_parser():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("input", nargs="+", type=Path, metavar="INPUT", help="archive files, or folders of them")
    add("--out", type=Path, required=True, metavar="DIR", help="folder of the shards: new, or of a run to go on with")
    add("--event", type=Path, metavar="FILE", help="event.yml that names places, institutions and contingents")
    add("--fields", type=_fields, default=(), metavar="NAME=FIELD,…", help=FIELDS_HELP)
    add("--rejects", action="store_true", help="keep the numbers that were not taken too, with the reason (slower)")
    add(
        "--workers",
        type=_positive,
        default=cores(),
        metavar="N",
        help="local processes (default: %(default)s, all cores)",
    )
    add("--scheduler", metavar="ADDRESS", help="run on this Dask scheduler instead, e.g. tcp://10.0.0.1:8786")
    add("--shard-bytes", type=_positive, default=PIECE, metavar="N", help=f"input of a shard (default: {PIECE})")
    return parser


def _fields(words):
    try:
        return read_fields(words)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _positive(word):
    if not word.isdigit() or int(word) < 1:
        raise argparse.ArgumentTypeError("a whole number from 1 on")
    return int(word)


if __name__ == "__main__":
    sys.exit(run_step(extract_archive, archive_parser(), resume=RESUME))
