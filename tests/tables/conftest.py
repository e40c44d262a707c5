"""The real corpus for the tests of the tables."""

import pandas as pd
import pytest

from qantar.coded import coded_claims
from qantar.corpus import read_corpus
from qantar.csvio import write_tables
from qantar.paths import PROCESSED, RAW
from qantar.sources import source_rows
from qantar.tables import build_tables, load_corpus


@pytest.fixture(scope="session")
def coded_folder(tmp_path_factory):
    """The processed folder of the real corpus with the hand-coded figures alone, whatever the extractor makes of it."""
    folder = tmp_path_factory.mktemp("coded")
    corpus = read_corpus(RAW)
    claims = sorted(coded_claims(corpus.figures), key=lambda row: (row["source_id"], row["claim_id"]))
    write_tables(folder, {"sources": source_rows(corpus), "claims": claims, "rejected_numbers": []})
    return folder


@pytest.fixture(scope="session", params=["coded", "published"])
def real(request, coded_folder):
    """The real corpus, once with the coded figures alone and once as data/processed has it."""
    if request.param == "published" and not (PROCESSED / "claims.csv").exists():
        pytest.skip("data/processed has no claims.csv: run scripts/02_extract_claims.py")
    return load_corpus(RAW, coded_folder if request.param == "coded" else PROCESSED)


@pytest.fixture(scope="session")
def tables(real):
    """All tables of the real corpus as frames of text and whole numbers."""
    return {name: pd.DataFrame(rows, dtype=object) for name, rows in build_tables(real).items()}
