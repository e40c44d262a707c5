"""A reviewer's decisions on single claims: read, checked and applied."""

from pathlib import Path

from qantar import check, schema
from qantar.csvio import Sheet, read_sheet
from qantar.decisions import check_values
from qantar.errors import InputError

# What identifies a claim and where it stands in its text is not a reviewer's to change: reject the claim instead.
FIXED = ("claim_id", "source_id", "entry", "text_basis", "text_sha256", "start", "end", "rule", "reviewed")

UNKNOWN = "take the claim_id of the row from claims.csv as it is now, or remove the decision"


def read_corrections(folder) -> Sheet:
    """The decisions of a raw folder, an empty sheet where it has no corrections.csv.

    Raises:
        InputError: a row breaks the schema, or asks for something that cannot be done.
    """
    path = Path(folder, "corrections.csv")
    table = schema.load()["corrections"]
    if not path.exists():
        return Sheet(path, table.names)
    sheet = read_sheet(path)
    check.check_sheet(sheet, table)
    for row, line in zip(sheet.rows, sheet.lines, strict=True):
        _check_decision(row, line, path)
    check_values(sheet)
    return sheet


def apply_corrections(claims, sheet):
    """The claims after all decisions.

    Args:
        claims: rows of claims.csv, strings; left as they are.
        sheet: decisions, see `read_corrections`.

    Returns:
        New rows in the same order: rejected ones are gone (a part of a rejected total keeps its row and loses the
        link), set columns are set, and every claim with a decision says `reviewed = yes`.

    Raises:
        InputError: a decision names no claim, or the decisions on a claim together make a row that breaks the schema;
            it names the line of the last one that set a column of it.
    """
    after = {row["claim_id"]: dict(row) for row in claims}
    check.check_references(sheet, "claim_id", set(after), "claims.csv", UNKNOWN)
    rejected = {row["claim_id"] for row in sheet.rows if row["action"] == "reject"}
    last = {}  # claim_id → line of the last decision that set a column of it
    for row, line in zip(sheet.rows, sheet.lines, strict=True):
        claim = after[row["claim_id"]]
        claim["reviewed"] = "yes"
        if row["action"] == "set":
            claim[row["column"]] = row["value"]
            last[row["claim_id"]] = line
    for claim_id, line in last.items():  # not after each row: on the way from 225 to 230 the value is above its bound
        _check_result(after[claim_id], after, line, sheet.path)
    kept = [claim for claim in after.values() if claim["claim_id"] not in rejected]
    return [claim | {"part_of": ""} if claim.get("part_of") in rejected else claim for claim in kept]


def mark_reviewed(claims, sheet):
    """Write `reviewed = yes` into the claims that have a decision, without carrying it out."""
    decided = {row["claim_id"] for row in sheet.rows}
    return [claim | {"reviewed": "yes"} if claim["claim_id"] in decided else claim for claim in claims]


def _check_decision(row, line, path):
    if row["action"] != "set" and (row["column"] or row["value"]):
        remedy = "leave column and value empty, or write set"
        raise InputError(path, f"action {row['action']!r} with a column or value", remedy, line)
    known = [name for name in schema.load()["claims"].names if name not in FIXED]
    if row["action"] == "set" and row["column"] not in known:
        problem = f"column column, value {row['column']!r}: cannot be set"
        raise InputError(path, problem, f"name one of {', '.join(known)}", line)


def _check_result(claim, known, line, path):
    for problem, remedy in check.row_problems(claim, schema.load()["claims"]):
        raise InputError(path, f"the corrected claim breaks the schema, {problem}", remedy, line)
    if claim.get("part_of") and claim["part_of"] not in known:
        problem = f"column value, value {claim['part_of']!r}: no such row in claims.csv"
        raise InputError(path, problem, "name the claim_id of the total", line)
