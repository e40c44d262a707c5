"""The two first steps on a small corpus, as a user runs them: from raw files to the published tables."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest
from small_corpus import DAILY, SOURCES, TEXT, write

from qantar import schema
from qantar.paths import RAW, ROOT
from qantar.textio import sha256


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def outputs(raw, run, tmp_path):
    """The folder that both steps have filled."""
    for script in ("01_prepare_sources.py", "02_extract_claims.py"):
        done = run(script, raw)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.count("\n") == 1
    return tmp_path / "processed"


def test_tables_have_the_columns_of_the_schema(outputs):
    for name in ("sources", "claims", "rejected_numbers"):
        table = schema.load()[name]
        header = (outputs / table.file).read_text(encoding="utf-8").splitlines()[0]
        assert header.split(",") == table.names


def test_claims_hold_what_the_text_and_the_coder_say(outputs):
    claims = rows_of(outputs / "claims.csv")
    said = {(row["entry"], row["metric"], row["value"], row["low"], row["high"], row["qualifier"]) for row in claims}
    assert said == {
        ("extracted", "deaths", "12", "12", "12", "exact"),
        ("extracted", "injuries", "30", "30", "", "at_least"),
        ("coded", "deaths", "7", "7", "7", "exact"),
        ("coded", "deaths", "2", "2", "2", "exact"),
    }


def test_spans_point_at_the_number_words(outputs):
    for name in ("claims.csv", "rejected_numbers.csv"):
        read = [row for row in rows_of(outputs / name) if row["start"]]
        assert read, name
        assert all(TEXT[int(row["start"]) : int(row["end"])] == row["number_text"] for row in read)


def test_claims_and_sources_name_the_same_text(outputs):
    stated = {row["source_id"]: row["text_sha256"] for row in rows_of(outputs / "sources.csv")}
    assert stated[DAILY] == sha256(TEXT)
    for row in rows_of(outputs / "claims.csv"):
        assert row["text_sha256"] == (stated[DAILY] if row["entry"] == "extracted" else "")


def test_same_input_same_bytes_whatever_the_order_of_sources(outputs, raw, run):
    before = {path.name: path.read_bytes() for path in outputs.iterdir()}
    header, *rows = SOURCES.splitlines()
    write(raw, "sources.csv", "\n".join([header, *reversed(rows)]) + "\n")
    for script in ("01_prepare_sources.py", "02_extract_claims.py"):
        assert run(script, raw).returncode == 0
    assert {path.name: path.read_bytes() for path in outputs.iterdir()} == before


def test_step_2_loads_no_table_or_chart_library(raw, tmp_path):
    """They take longer to import than five articles take to read."""
    script, out = ROOT / "scripts" / "02_extract_claims.py", tmp_path / "out"
    code = (
        "import runpy, sys\n"
        f"sys.argv = [{str(script)!r}, '--raw', {str(raw)!r}, '--processed', {str(out)!r}]\n"
        "try:\n    runpy.run_path(sys.argv[0], run_name='__main__')\n"
        "finally:\n    print(sorted({'pandas', 'numpy', 'matplotlib', 'nbconvert'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.endswith("[]\n"), done.stdout + done.stderr


@pytest.mark.skipif("QANTAR_ARTICLES" not in os.environ, reason="QANTAR_ARTICLES names no folder with article texts")
def test_articles_are_read_where_they_are_at_hand(run, tmp_path):
    raw, articles = tmp_path / "raw", Path(os.environ["QANTAR_ARTICLES"])
    for name in ("event.yml", "sources.csv", "reported_figures.csv"):
        write(raw, name, (RAW / name).read_bytes())
    texts = {path.stem: path.read_bytes() for path in sorted(articles.glob("*.txt"))}
    for source_id, text in texts.items():
        write(raw, f"articles/{source_id}.txt", text)
    assert run("02_extract_claims.py", raw).returncode == 0
    extracted = [row for row in rows_of(tmp_path / "processed" / "claims.csv") if row["entry"] == "extracted"]
    assert {row["source_id"] for row in extracted} == set(texts)
    for row in extracted:
        assert row["text_basis"] == "article"
        assert texts[row["source_id"]].decode()[int(row["start"]) : int(row["end"])] == row["number_text"]
