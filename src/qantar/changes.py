"""What a change of rules or texts does to the claims: those gained, those lost, and the columns that changed."""

import subprocess
import tempfile
from collections import defaultdict
from pathlib import Path

from qantar.csvio import read_sheet
from qantar.errors import InputError

COLUMNS = ["change", "source_id", "metric", "number_text", "start", "rule", "column", "old", "new", "claim_id"]
NEEDED = ("claim_id", "source_id", "metric")
IDENTITY = {"claim_id", "source_id", "metric", "text_sha256"}
PLACE = {"start", "end", "paragraph", "sentence"}  # moves along when the text itself was edited
KINDS = ("lost", "gained", "changed")


def read_claims(path):
    """The rows of a claims.csv of whatever version; InputError where it is none."""
    sheet = read_sheet(path, "name the right file; OLD comes first")
    for name in NEEDED:
        if name not in sheet.names:
            raise InputError(path, f"column {name!r} is missing", "name a claims.csv", 1)
    return sheet.rows


def read_committed(path, revision):
    """The rows of a claims.csv as a commit has it.

    Args:
        path: the file as it lies in the working folder.
        revision: anything that git takes for a commit: `HEAD`, `HEAD~3`, a tag, a hash.

    Raises:
        InputError: git is missing, or knows no such commit or file.
    """
    path = Path(path)
    words = ["git", "show", "--end-of-options", f"{revision}:./{path.name}"]
    try:
        shown = subprocess.run(words, cwd=path.parent, capture_output=True)
    except OSError as error:
        raise InputError(path, f"git cannot be run there ({error.strerror})", "name two files instead") from None
    if shown.returncode:
        problem = shown.stderr.decode("utf-8", "replace").strip().splitlines()[-1]
        raise InputError(path, f"git has no such version: {problem}", "name a commit that has the file")
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch, path.name)
        copy.write_bytes(shown.stdout)
        return read_claims(copy)


def compare_claims(old, new):
    """What changed between two versions of claims.csv.

    Args:
        old: rows as dicts of strings.
        new: rows as dicts of strings; columns that only one version has are not compared.

    Returns:
        Rows with the columns `COLUMNS`: one per claim lost or gained, one per changed column of a claim that both
        have, in order of source and position.
    """
    pairs = pair_claims(old, new)
    before, after = {id(one) for one, _ in pairs}, {id(other) for _, other in pairs}
    rows = [_row("lost", claim) for claim in old if id(claim) not in before]
    rows += [_row("gained", claim) for claim in new if id(claim) not in after]
    renamed = {one["claim_id"]: other["claim_id"] for one, other in pairs}
    totals = {claim["claim_id"]: claim.get("number_text", "") for claim in (*old, *new)}
    for one, other in pairs:
        for column, was, now in _differences(one, other, renamed, totals):
            rows.append(_row("changed", other) | {"column": column, "old": was, "new": now})
    return sorted(rows, key=lambda row: (row["source_id"], int(row["start"] or -1), KINDS.index(row["change"])))


def pair_claims(old, new):
    """The claims that both versions have: same source and metric, and the same id, spans that meet, or, in a text
    that was edited, the same number words in the same order.

    Returns:
        List of (old, new).
    """
    groups = defaultdict(lambda: ([], []))
    for side, claims in enumerate((old, new)):
        for claim in claims:
            groups[claim["source_id"], claim["metric"]][side].append(claim)
    return [pair for before, after in groups.values() for pair in _pair_group(before, after)]


def _pair_group(before, after):
    pairs = []
    for fits in (_same_id, _spans_meet, _same_words):
        for one in list(before):
            other = next((claim for claim in after if fits(one, claim)), None)
            if other is not None:
                before.remove(one)
                after.remove(other)
                pairs.append((one, other))
    return pairs


def _same_id(one, other):
    return one["claim_id"] == other["claim_id"]


def _spans_meet(one, other):
    spans = [claim.get(name, "") for claim in (one, other) for name in ("start", "end")]
    if "" in spans or _was_edited(one, other):
        return False
    start, end, begin, stop = map(int, spans)
    return start < stop and begin < end


def _same_words(one, other):
    return _was_edited(one, other) and one.get("number_text") == other.get("number_text")


def _was_edited(one, other):
    return one.get("text_sha256", "") != other.get("text_sha256", "")


def _differences(one, other, renamed, totals):
    """(column, old, new) for each column that differs; a total is named by its number, for its id may change."""
    skipped = IDENTITY | (PLACE if _was_edited(one, other) else set())
    for column in other:
        if column in skipped or column not in one:
            continue
        was, now = one[column], other[column]
        if column == "part_of" and renamed.get(was, was) != now:
            yield column, totals.get(was, was), totals.get(now, now)
        elif column != "part_of" and was != now:
            yield column, was, now


def _row(change, claim):
    return {"change": change} | {name: claim.get(name, "") for name in COLUMNS[1:6]} | {"claim_id": claim["claim_id"]}


def describe_changes(rows):
    """The changes as lines to read: how many of each kind, then one line each, texts under their source."""
    claims = {kind: len({row["claim_id"] for row in rows if row["change"] == kind}) for kind in KINDS}
    lines = ["claims: " + ", ".join(f"{claims[kind]} {kind}" for kind in ("gained", "lost", "changed"))]
    source = None
    for row in rows:
        if row["source_id"] != source:
            source = row["source_id"]
            lines += ["", source]
        what = row["rule"]
        if row["change"] == "changed":
            what = f"{row['column']}: {row['old'] or '(blank)'} → {row['new'] or '(blank)'}"
        lines.append(f"  {row['change']:8} {row['start']:>6} {row['metric']:20} {row['number_text']:16} {what}")
    return "\n".join(lines)
