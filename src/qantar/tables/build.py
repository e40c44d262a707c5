"""All tables that are computed from the claims, ready to be written."""

from qantar import schema
from qantar.csvio import cell
from qantar.tables.conventions import build_conventions_effect
from qantar.tables.coverage import build_coverage
from qantar.tables.differences import build_differences
from qantar.tables.figures import build_figures
from qantar.tables.flags import build_flags
from qantar.tables.origins import build_origins
from qantar.tables.parts import build_parts
from qantar.tables.quality import build_quality
from qantar.tables.reconciled import build_reconciled
from qantar.tables.timeline import build_timeline
from qantar.tables.vintages import build_vintages
from qantar.tables.withdrawals import build_retractions

BUILDERS = {
    "timeline": build_timeline,
    "vintages": build_vintages,
    "differences": build_differences,
    "reconciled": build_reconciled,
    "parts": build_parts,
    "retractions": build_retractions,
    "coverage": build_coverage,
    "quality": build_quality,
    "origins": build_origins,
    "conventions_effect": build_conventions_effect,
    "flags": build_flags,
}


def build_tables(corpus):
    """Every derived table of a corpus.

    Args:
        corpus: a `qantar.tables.frame.Corpus`; it may hold no claim at all.

    Returns:
        name → list of rows (dicts), in the order of the table's key, as `qantar.csvio.write_tables` takes them.
    """
    frames = build_figures(corpus) | {name: build(corpus) for name, build in BUILDERS.items()}
    return {name: _sorted(frame.to_dict("records"), schema.load()[name].key) for name, frame in frames.items()}


def _sorted(rows, key):
    return sorted(rows, key=lambda row: [cell(row[name]) for name in key])
