"""The kept results of the benchmark in words, for the README: what was measured, where and when."""

import json
from datetime import date
from pathlib import Path

from qantar.charts.prose import day, number
from qantar.errors import InputError

FILE = "benchmark.json"
READERS = {  # reader → what it gives
    "qantar": "claims with every column",
    "qantar_with_rejects": "claims, and every other number with the reason why it is none",
    "plain_regex": "digits near a keyword",
    "spacy_matcher": "number words near a keyword (spaCy, blank English, Matcher)",
    "recognizers_text": "numbers (Recognizers-Text)",
    "quantulum3": "quantities with units (quantulum3)",
}


def describe_benchmark(raw):
    """The results in raw/benchmark.json as Markdown; that nothing was measured, where there is no such file.

    Args:
        raw: the folder of the raw data.

    Raises:
        InputError: the file cannot be read.
    """
    path = Path(raw, FILE)
    if not path.exists():
        return "Nothing was measured here yet."
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return "\n\n".join([_table(found), _runs(found), _series(found)])
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        remedy = f"make it anew: python scripts/benchmark.py --json {path}"
        raise InputError(path, f"no results of the benchmark ({type(error).__name__}: {error})", remedy) from None


def _table(found):
    about, rows = found["corpus"], []
    for name, what in READERS.items():
        row = found["readers"].get(name, {"absent": "not measured"})
        cells = ["not installed"] + [""] * 2 if "absent" in row else _cells(row)
        rows.append(f"| {what} | {' | '.join(cells)} |")
    head = (
        f"Measured on {day(date.fromisoformat(found['date']))} on one core of: {found['machine']}. The text is "
        f"{about['characters'] / 1e6:g} MB of made-up news; {about['density']:.0%} of the sentences state figures."
    )
    columns = "| a reader that gives | MB/s | documents/s | memory |\n| --- | ---: | ---: | ---: |"
    return "\n".join([f"{head}\n", columns, *rows])


def _cells(row):
    memory = f"{row['peak_mb']:.0f} MB" if row["peak_mb"] else ""
    return [_rate(row["mb_per_second"]), number(round(row["documents_per_second"])), memory]


def _rate(megabytes):
    return f"{megabytes:.2g}" if megabytes < 10 else f"{megabytes:.0f}"


def _runs(found):
    """Whole runs against one process, and the memory over a large input."""
    runs = found["scaling"]
    one = runs["1 process"]["seconds"]
    others = [f"{name} {one / run['seconds']:.2f} times as fast" for name, run in runs.items() if name != "1 process"]
    said = f"A whole run with one process reads {_rate(runs['1 process']['mb'] / one)} MB/s; {', '.join(others)}."
    peaks = [f"{peak:.0f} MB over {number(float(size))} MB of input" for size, peak in found["memory"].items() if peak]
    return f"{said} It takes at most {' and '.join(peaks)}." if peaks else said


def _series(found):
    """How the rate moves with the length of the documents and the density of figures."""
    lengths = [f"{_rate(row['mb_per_second'])} at {number(size)} characters" for size, row in found["length"].items()]
    densities = [
        f"{_rate(row['mb_per_second'])} where {float(share):.0%} of the sentences state figures"
        for share, row in found["density"].items()
    ]
    return f"MB/s by length of the documents: {', '.join(lengths)}. By density: {', '.join(densities)}."
