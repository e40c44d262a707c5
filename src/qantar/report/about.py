"""What every page says of its data: how far they reach, which version they are, how to cite and reuse them."""

import csv
import hashlib
from importlib.metadata import version

from qantar import paths
from qantar.yamlio import read_yaml


def read_rows(file):
    """The rows of a CSV as dicts, empty where the file is missing."""
    if not file.is_file():
        return []
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def fingerprint(folder):
    """Twelve characters that change when any published table changes; empty where there is none."""
    tables = sorted(folder.glob("*.csv"))
    listing = "\n".join(f"{file.name} {hashlib.sha256(file.read_bytes()).hexdigest()}" for file in tables)
    return hashlib.sha256(listing.encode()).hexdigest()[:12] if tables else ""


def citation():
    """Title, authors, address and data licence as `CITATION.cff` states them."""
    file = paths.ROOT / "CITATION.cff"
    stated = (read_yaml(file) if file.is_file() else None) or {}
    names = [
        " ".join(part for part in (author.get("given-names"), author.get("family-names")) if part)
        or author.get("name", "")
        for author in stated.get("authors", [])
    ]
    return {
        "title": stated.get("title") or "Qantar: reported figures with provenance",
        "authors": ", ".join(name for name in names if name) or "Qantar contributors",
        "address": stated.get("url") or stated.get("repository-code") or "",
    }


def describe_data(processed=None, raw=None):
    """What a page says of its data.

    Args:
        processed: folder of the tables, default the project's.
        raw: folder of the raw data with `event.yml`, default the project's.

    Returns:
        A dict with `event` (its name), `until` (latest publication date of a source, in words), `version` (of the
        package and of the tables), `claims`, `reviewed` (by a person), `sources`, `outlets` (counts) and `citation`.
    """
    from qantar.charts.prose import day

    processed, raw = processed or paths.PROCESSED, raw or paths.RAW
    event_file = raw / "event.yml"
    is_archive = (processed / "claims").is_dir()  # of whatever events
    event = (read_yaml(event_file) if event_file.is_file() and not is_archive else None) or {}
    sources, claims = read_rows(processed / "sources.csv"), read_rows(processed / "claims.csv")
    return {
        "event": event.get("name", ""),
        "until": day(max((row["published"] for row in sources), default="")),
        "version": f"{version('qantar')}+{fingerprint(processed)}".rstrip("+"),
        "claims": len(claims),
        "reviewed": sum(row.get("reviewed") == "yes" for row in claims),
        "sources": len(sources),
        "outlets": len({row["outlet"] for row in sources}),
        "citation": citation(),
    }
