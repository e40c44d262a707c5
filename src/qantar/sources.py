"""The published table of sources: what the raw one says, and what the pipeline has of each page."""

from collections import Counter

from qantar.textio import sha256


def source_rows(corpus):
    """Rows of the processed sources.csv.

    Args:
        corpus: a `qantar.corpus.Corpus`.

    Returns:
        One row per source, sorted by id: the raw columns, which text is read (with its hash and its length in code
        points) and how many figures were coded by hand.

    Raises:
        InputError: a text cannot be read.
    """
    coded = Counter(row["source_id"] for row in corpus.figures)
    rows = [
        row | _text_columns(corpus.texts.get(row["source_id"])) | {"coded_figures": coded[row["source_id"]]}
        for row in corpus.sources
    ]
    return sorted(rows, key=lambda row: row["source_id"])


def _text_columns(text):
    if text is None:
        return {}
    return {"text_basis": text.basis, "text_sha256": sha256(text.content), "characters": len(text.content)}
