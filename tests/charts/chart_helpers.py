"""Helpers of the chart tests."""

import pandas as pd

from qantar import schema


def empty_table(name):
    """A published table without rows, with the types that reading it gives."""
    kinds = {"integer": "Int64", "number": "Float64"}
    columns = schema.load()[name].columns
    return pd.DataFrame({column.name: pd.Series(dtype=kinds.get(column.type, object)) for column in columns})
