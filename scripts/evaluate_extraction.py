#!/usr/bin/env python3
"""Score the reader against annotated texts, by default the project's own ones.

reads   NAME.csv, NAME/ and NAME_sources.csv in tests/sentences for each of the project's own sets, which OWN_SETS of
        qantar.scoring.gold lists, and data/raw/event.yml; or the sets that you name, and RAW/event.yml
writes  PROCESSED/reading_scores.csv, reading_errors.csv (only for the project's own sets); the scores to --out

Name sets of your own by --gold, --texts and --sources together, each as often as there are sets, or by --set NAME
--folder DIR for DIR/NAME.csv, DIR/NAME/ and DIR/NAME_sources.csv. The format is described in tests/sentences/README.md.
Bad input ends with one message (file, line, remedy) and exit code 2; earlier outputs stay as they were.
"""

import sys
from pathlib import Path

from qantar import schema
from qantar.cli import folder_parser, run_step
from qantar.csvio import encode_table, replace_files, write_tables
from qantar.event import read_event
from qantar.scoring import evaluate, gold, show


def make_parser():
    parser = folder_parser(__doc__)
    add = parser.add_argument
    for name, what in (("gold", "CSV"), ("texts", "DIR"), ("sources", "CSV")):
        add(f"--{name}", action="append", default=[], metavar=what, help=f"{name} of a set of your own")
    add("--set", action="append", default=[], metavar="NAME", dest="names", help="a set of --folder")
    add("--folder", type=Path, default=gold.OWN_FOLDER, metavar="DIR", help=f"default: {gold.OWN_FOLDER}")
    add("--out", type=Path, metavar="CSV", help="also write the scores to this file")
    add("--brief", action="store_true", help="print one line a set, not all scores and kinds of mistakes")
    add("--show", type=int, default=0, metavar="N", help="print the first N mistakes")
    return parser


def evaluate_extraction(arguments):
    is_own = not arguments.gold and not arguments.names
    sets = gold.read_sets(arguments.gold, arguments.texts, arguments.sources)
    sets += [gold.find_set(name, arguments.folder) for name in arguments.names or (gold.OWN_SETS if is_own else ())]
    event = read_event(gold.OWN_EVENT if is_own else arguments.raw / "event.yml")
    scores, errors = evaluate(sets, event)
    if is_own:
        write_tables(arguments.processed, {"reading_scores": scores, "reading_errors": errors})
    if arguments.out:
        replace_files({arguments.out: encode_table(scores, schema.load()["reading_scores"], arguments.out)})
    if arguments.brief:
        return show.format_brief(scores)
    parts = [show.format_scores(scores), show.format_classes(errors), show.format_mistakes(errors, arguments.show)]
    return "\n".join(parts).strip()


if __name__ == "__main__":
    sys.exit(run_step(evaluate_extraction, make_parser()))
