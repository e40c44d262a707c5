"""The manifest of a run: which shard comes from which part of the input, read with which rules.

It makes a run resumable: the same input, rules and options lead to the same manifest, and then the shards that are
whole are kept. A folder with another manifest is never touched.
"""

import csv
import hashlib
import io
import json
from dataclasses import asdict
from pathlib import Path

import qantar
from qantar import schema
from qantar.builds import hash_files
from qantar.errors import InputError

from . import repeats
from .inputs import fingerprint
from .shards import has_pyarrow, record_path, wanted_tables, write_whole

RULES = ("package/reading/**/*.py", "package/lexicon/*", "package/schema/*", "package/*.py", "package/archive/*.py")
MANIFEST = "manifest.json"
BAD_DOCUMENTS = "bad_documents.csv"  # written last
BAD_COLUMNS = ("file", "position", "reason", "remedy")


def rules_hash():
    """A hash over the reading rules, the lexicons and all that shapes a row, as 64 hexadecimal digits."""
    return hash_files(RULES, {"package": Path(qantar.__file__).parent})


def make_manifest(pieces, options):
    """The manifest of a run as a dict that JSON can hold."""
    files = sorted({(path, name) for piece in pieces for path, name in piece.files or ((piece.path, piece.name),)})
    event = json.dumps(options.event, sort_keys=True, default=str)
    return {
        "rules": rules_hash(),
        "event": hashlib.sha256(event.encode()).hexdigest() if options.event else "",
        "fields": dict(options.fields),
        "tables": {name: schema.load()[name].title for name in wanted_tables(options)},
        "formats": ["csv", "parquet"] if has_pyarrow() else ["csv"],
        "inputs": {name: fingerprint(path) for path, name in files},
        "shards": [{"shard": number, **_range(piece)} for number, piece in enumerate(pieces)],
    }


def begin(folder, manifest):
    """Start or resume a run in a folder.

    Returns:
        Numbers of the shards that are still to be made.

    Raises:
        InputError: the folder holds something else.
    """
    path = Path(folder, MANIFEST)
    if path.exists():
        changed = _differences(_read(path), manifest)
        if changed:
            raise InputError(path, f"made from other {changed}", "name a new folder with --out, or delete this one")
    elif _holds_other_things(folder):
        raise InputError(folder, "not empty, and no earlier run of this kind", "name a new folder with --out")
    else:
        write_whole(path, (json.dumps(manifest, indent=1, ensure_ascii=False) + "\n").encode())
    return [entry["shard"] for entry in manifest["shards"] if not record_path(folder, entry["shard"]).exists()]


def find_repeats(folder, manifest):
    """The shards that have to be made again, with what earlier shards have taken; see `repeats.find_repeats`."""
    return repeats.find_repeats(_read(record_path(folder, entry["shard"])) for entry in manifest["shards"])


def finish(folder, manifest):
    """Write bad_documents.csv from the records of all shards; returns the sums of their counts."""
    out, totals = io.StringIO(newline=""), {}
    writer = csv.DictWriter(out, BAD_COLUMNS, lineterminator="\n")
    writer.writeheader()
    for entry in manifest["shards"]:
        record = _read(record_path(folder, entry["shard"]))
        writer.writerows(record["bad"])
        for name, count in record.items():
            if name != "shard" and isinstance(count, int):
                totals[name] = totals.get(name, 0) + count
        totals["bad"] = totals.get("bad", 0) + len(record["bad"])
    write_whole(Path(folder, BAD_DOCUMENTS), out.getvalue().encode("utf-8", "replace"))
    return totals


def check_finished(folder):
    """Refuse the shards of a run that did not come to its end: what is counted in them is a part of the archive.

    Args:
        folder: of the output; one without a manifest is no run, and nothing is known of it.

    Raises:
        InputError: shards are missing, with how many of how many there are; or the run did not close.
    """
    path = Path(folder, MANIFEST)
    if not path.exists():
        return
    numbers = [entry["shard"] for entry in _read(path)["shards"]]
    there = sum(record_path(folder, number).exists() for number in numbers)
    if there < len(numbers) or not Path(folder, BAD_DOCUMENTS).exists():
        problem = f"the run is not finished, {there} of {len(numbers)} shards are there"
        remedy = "give the same command of scripts/extract_archive.py again, it goes on where it stopped"
        raise InputError(folder, problem, remedy)


def _holds_other_things(folder):
    """Whether a folder holds more than the beginnings of a manifest, which a kill may leave."""
    return Path(folder).is_dir() and any(path.name != f"{MANIFEST}.part" for path in Path(folder).iterdir())


def _range(piece):
    """What a shard was made from; a piece of a folder names its files by their place in the sorted list."""
    return {name: asdict(piece)[name] for name in ("name", "kind", "begin", "end")}


def _read(path):
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        raise InputError(path, "cannot be read", "delete this file and run again") from None


def _differences(old, new):
    return " and ".join(key for key in new if old.get(key) != new[key])
