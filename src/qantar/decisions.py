"""What a decision writes into a claim, checked as a cell of claims.csv before any claim is known.

Whether the whole row is in order afterwards (bounds, the total that a part names) can only be seen when it is applied.
"""

from qantar import check, schema
from qantar.errors import InputError


def check_values(sheet):
    """Check the value of each decision `set` against the column that it is for.

    Args:
        sheet: rows of corrections.csv whose columns are known to be columns of claims.csv.

    Raises:
        InputError: a value that the column cannot hold, with line and remedy.
    """
    table = schema.load()["claims"]
    for row, line in zip(sheet.rows, sheet.lines, strict=True):
        if row["action"] == "set":
            wrong = check.cell_problem(row["value"], table.column(row["column"]), is_raw=False)
            if wrong:
                problem = f"column value, value {row['value']!r} for {row['column']}: {wrong[0]}"
                raise InputError(sheet.path, problem, wrong[1], line)
