"""What the claims add up to, and where they do not: every table computed from claims.csv, one module each."""

from qantar.tables.build import build_tables
from qantar.tables.load import load_corpus
from qantar.tables.vintages import known_on

__all__ = ["build_tables", "known_on", "load_corpus"]
