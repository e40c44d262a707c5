"""An archive whose texts are not where they are looked for is refused at once, with the fields that it has."""

import gzip
import json

import pytest
from archive_helpers import SHARD

ENTRY = {"body": "Police said 12 people were killed.", "date": "2022-01-06", "url": "https://example.org/1"}
FIELDS = "'body', 'date', 'url'"


@pytest.mark.parametrize("name", ["news.jsonl", "news.jsonl.gz", "news.parquet"])
def test_a_wrong_field_ends_the_run_before_it_begins(tmp_path, extract, name):
    path, lines = tmp_path / name, (json.dumps(ENTRY) + "\n").encode() * 300
    if name.endswith(".parquet"):
        pyarrow = pytest.importorskip("pyarrow", reason="Parquet needs pyarrow (extra scale)")
        import pyarrow.parquet as parquet

        parquet.write_table(pyarrow.Table.from_pylist([ENTRY] * 300), path)
    else:
        path.write_bytes(gzip.compress(lines) if name.endswith(".gz") else lines)
    for words in ((), ("--fields", "text=bodyy")):
        done = extract(path, "--out", tmp_path / "out", *words, check=False)
        assert done.returncode == 2 and f"their fields are {FIELDS}" in done.stderr, done.stderr
        assert "--fields text=NAME" in done.stderr and not (tmp_path / "out").exists()
    assert "300 documents" in extract(path, "--out", tmp_path / "out", "--fields", "text=body").stdout


def test_one_document_with_the_field_is_enough(tmp_path, extract):
    path = tmp_path / "news.jsonl"
    entries = [{"title": "no text"}] * 50 + [{"text": ENTRY["body"]}]
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
    assert path.stat().st_size < SHARD, "all in the first piece"
    assert "1 documents, 1 claims, 50 bad documents" in extract(path, "--out", tmp_path / "out").stdout


def test_other_reasons_do_not_ask_for_a_field(tmp_path, extract):
    path = tmp_path / "news.jsonl"
    path.write_text('{"text": ""}\n{"title": "no text"}\n', encoding="utf-8")
    done = extract(path, "--out", tmp_path / "out", check=False)
    assert "their fields" not in done.stderr


@pytest.mark.parametrize("content", ['{"text": ""}\n', "no JSON\nat all\n"])
def test_a_run_in_which_every_document_was_bad_is_no_success(tmp_path, extract, content):
    path, out = tmp_path / "news.jsonl", tmp_path / "out"
    path.write_text(content, encoding="utf-8")
    for _ in range(2):  # the second time nothing is left to do, and it is no success either
        done = extract(path, "--out", out, check=False)
        assert done.returncode == 2 and "every document was set aside" in done.stderr
        assert "bad_documents.csv" in done.stderr and (out / "bad_documents.csv").exists()
