"""What an archive may hold: documents of every format, and entries that are set aside with the reason."""

import csv
import gzip
import json
import sys

import pytest
from archive_helpers import arguments

from qantar.archive import documents, extract, inputs, lines, run
from qantar.errors import InputError

GOOD = {"id": "good", "published": "2022-01-06", "text": "Police said 12 people were killed on Wednesday."}


def read(path, out, **more):
    run.extract_archive(arguments(path, out, **({"shard_bytes": 10**6} | more)))
    claims = [row for shard in sorted(out.glob("claims/*.csv")) for row in _rows(shard)]
    return claims, _rows(out / "bad_documents.csv")


def _rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


BROKEN = {
    b'{"text": "12 died': "no JSON",
    b'{"text": "12 died \xff"}': "not UTF-8",
    b'{"text": "12 died\\u0000"}': "NUL",
    b'{"title": "12 died"}': "no field 'text'",
    b'{"text": 12}': "is no text",
    b'{"text": " "}': "empty",
    b'{"text": "12 died \\ud800"}': "surrogate",
    b'["12 died"]': "no JSON object",
    b'{"text": "12 died", "published": "last week"}': "no day",
    b'{"text": "12 died", "published": "2022-02-31"}': "no day",
    b"[" * 100_000: "no JSON",
}


@pytest.mark.parametrize(("line", "reason"), BROKEN.items(), ids=list(BROKEN.values()))
def test_a_bad_line_is_set_aside_and_the_others_are_read(tmp_path, line, reason):
    good = json.dumps(GOOD).encode()
    path = tmp_path / "news.jsonl"
    path.write_bytes(good + b"\n" + line + b"\n" + good)
    claims, bad = read(path, tmp_path / "out")
    assert [row["value"] for row in claims] == ["12", "12"]
    assert [(row["file"], row["position"]) for row in bad] == [("news.jsonl", f"line 2, byte {len(good) + 1}")]
    assert reason in bad[0]["reason"] and bad[0]["remedy"]


def test_a_huge_line_is_set_aside_without_being_held(tmp_path, monkeypatch):
    monkeypatch.setattr(lines, "LONGEST", 1000)
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join([json.dumps(GOOD), json.dumps(GOOD | {"text": "12 died. " * 400}), json.dumps(GOOD)]))
    claims, bad = read(path, tmp_path / "out")
    assert len(claims) == 2 and "longer than 1,000 bytes" in bad[0]["reason"]


def test_a_long_text_is_set_aside(monkeypatch):
    monkeypatch.setattr(documents, "LONGEST", 100)
    with pytest.raises(documents.NoDocument, match="longer than 100"):
        documents.make_document("a#0", {"text": "12 died. " * 20}, {})


def test_a_reader_that_fails_on_one_text_does_not_end_the_run(tmp_path, monkeypatch):
    known = extract.extract_text

    def fail(text, *rest):
        if "fatal" in text.content:
            raise ValueError("no such thing")
        return known(text, *rest)

    monkeypatch.setattr(extract, "extract_text", fail)
    path = tmp_path / "news.jsonl"
    path.write_text(
        "\n".join(json.dumps(GOOD | {"text": text}) for text in ("12 died.", "12 fatal wounds.", "13 died."))
    )
    claims, bad = read(path, tmp_path / "out")
    assert [row["value"] for row in claims] == ["12", "13"]
    assert "no such thing" in bad[0]["reason"] and bad[0]["file"].startswith("news.jsonl#")


@pytest.mark.parametrize("size", [1, 2, 10, 57, 111, 10**6])
def test_every_line_is_in_one_piece_wherever_the_file_is_cut(tmp_path, size):
    path = tmp_path / "news.jsonl"
    texts = [f"{number} people died.{' So it was said.' * (number % 4)}" for number in range(2, 30)]
    path.write_text("".join(json.dumps({"text": text}) + "\n" * (1 + k % 2) for k, text in enumerate(texts)))
    found = [document for piece in inputs.find_pieces([path], size) for document in lines.read(piece, {})]
    assert [document.text for document in found] == texts
    data = path.read_bytes()
    assert all(data[int(document.document_id.split("#")[1]) :].startswith(b"{") for document in found)


def test_fields_of_other_names(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps({"body": GOOD["text"], "date": "2022-01-06T09:00:00Z", "url": "https://example.org/1"}))
    fields = run.read_fields("text=body,published=date,id=url")
    (claim,), bad = read(path, tmp_path / "out", fields=fields)
    assert (claim["source_id"], claim["as_of"], bad) == ("https://example.org/1", "2022-01-05", [])


def test_compressed_lines(tmp_path):
    path = tmp_path / "news.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(GOOD).encode() * 1))
    claims, bad = read(path, tmp_path / "out")
    assert (len(claims), bad) == (1, [])


def test_a_compressed_file_that_breaks_off(tmp_path):
    path = tmp_path / "news.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join([json.dumps(GOOD)] * 5000).encode(), mtime=0)[:-30])
    _, bad = read(path, tmp_path / "out")
    assert len(bad) == 1 and "cannot be read on" in bad[0]["reason"]


def test_a_folder_of_texts(tmp_path):
    folder = tmp_path / "texts"
    (folder / "more").mkdir(parents=True)
    (folder / "2022-01-06-one.txt").write_text(GOOD["text"])
    (folder / "more" / "two.txt").write_text("At least 40 people were detained.")
    (folder / "binary.txt").write_bytes(b"12 died\0")
    (folder / "latin.txt").write_bytes("12 died in Besançon".encode("latin-1"))
    (folder / "notes.doc").write_bytes(b"left alone")
    claims, bad = read(folder, tmp_path / "out")
    assert [(row["document_id"], row["value"], row["as_of"]) for row in claims] == [
        ("2022-01-06-one.txt", "12", "2022-01-05"),
        ("more/two.txt", "40", ""),
    ]
    assert [row["file"] for row in bad] == ["binary.txt", "latin.txt"]
    assert "NUL" in bad[0]["reason"] and "UTF-8" in bad[1]["reason"]


@pytest.mark.parametrize("name", ["missing.jsonl", "notes.doc", ""])
def test_an_input_that_is_none_is_named(tmp_path, name):
    (tmp_path / "notes.doc").write_text("12 died")
    with pytest.raises(InputError, match=name or "no archive"):
        read(tmp_path / name, tmp_path.parent / f"{tmp_path.name}-out")


def test_parquet_rows(tmp_path):
    pyarrow = pytest.importorskip("pyarrow", reason="Parquet needs pyarrow (extra scale)")
    import pyarrow.parquet as parquet

    path = tmp_path / "news.parquet"
    rows = [GOOD, {"id": "none", "published": None, "text": None}, GOOD | {"text": "Seven people died."}]
    parquet.write_table(pyarrow.Table.from_pylist(rows), path, row_group_size=1)
    claims, bad = read(path, tmp_path / "out", shard_bytes=1)
    assert [(row["document_id"], row["value"]) for row in claims] == [("news.parquet#0", "12"), ("news.parquet#2", "7")]
    assert [(row["position"], row["reason"]) for row in bad] == [("row 1", "no field 'text'")]


@pytest.mark.parametrize("content", [b"PAR1 it is not", b""])
def test_a_parquet_file_that_is_none_is_set_aside(tmp_path, content):
    pytest.importorskip("pyarrow", reason="Parquet needs pyarrow (extra scale)")
    archive = tmp_path / "archive"
    archive.mkdir()
    (archive / "news.parquet").write_bytes(content)
    (archive / "news.jsonl").write_text(json.dumps(GOOD) + "\n", encoding="utf-8")
    claims, bad = read(archive, tmp_path / "out")
    assert len(claims) == 1 and [row["file"] for row in bad] == ["news.parquet"]
    assert "no valid Parquet" in bad[0]["reason"] and bad[0]["remedy"]


def test_parquet_without_pyarrow_stops_the_run(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    (tmp_path / "news.parquet").write_bytes(b"PAR1 it is not")
    with pytest.raises(InputError, match="needs pyarrow"):
        read(tmp_path / "news.parquet", tmp_path / "out")


PAGE = "<html><head><title>News</title></head><body><article>{}</article></body></html>"
PARAGRAPH = "<p>The council met in the morning and spoke about the roads of the district for a long time.</p>"


def test_pages_of_a_web_archive(tmp_path, monkeypatch):
    pytest.importorskip("warcio", reason="web archives need warcio (extra ingest)")
    pytest.importorskip("trafilatura", reason="web archives need trafilatura (extra ingest)")
    from qantar.archive import warc

    monkeypatch.setattr(warc, "RECORDS", 2)
    path = tmp_path / "crawl.warc.gz"
    told = PAGE.format(PARAGRAPH * 3 + f"<p>{GOOD['text']}</p>" + PARAGRAPH * 3)
    _write_warc(path, [(told, "200 OK"), (told, "404 Not Found"), ("", "200 OK"), (told, "200 OK"), (told, "200 OK")])
    assert len(inputs.find_pieces([path], 1)) == 3
    claims, bad = read(path, tmp_path / "out")
    assert [row["source_id"] for row in claims] == [f"https://example.org/{k}" for k in (0, 3, 4)]
    assert [row["reason"] for row in bad] == ["no main text in the page"]


def _write_warc(path, pages):
    from io import BytesIO

    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with open(path, "wb") as file:
        writer = WARCWriter(file, gzip=True)
        for number, (html, status) in enumerate(pages):
            headers = StatusAndHeaders(status, [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            address = f"https://example.org/{number}"
            record = writer.create_warc_record(address, "response", BytesIO(html.encode()), http_headers=headers)
            writer.write_record(record)
