"""Figures that mislead (first version)."""

from qantar.tables.frame import as_table

COLUMNS = ["flag", "claim_id", "related_id", "metric", "value", "source_id", "outlet", "published", "reason"]


def build_flags(corpus):
    return as_table([], COLUMNS)
