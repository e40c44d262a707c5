"""Documents that share an identifier: no two claims have one id, and it matters neither who reads them nor when."""

import json

import pytest
from archive_helpers import SHARD, Killed, arguments, killed_before_rename, rows_of

from qantar.archive import run
from qantar.archive.prose import write_documents


@pytest.fixture(scope="module")
def entries():
    """Forty documents; every third is called as the one before it, and some of later shards as the first of all."""
    made = [dict(entry) for entry in write_documents(seed=7, density=0.2, size=40_000, length=1000)]
    for number, entry in enumerate(made):
        entry["id"] = made[number - 1]["id"] if number % 3 == 1 else entry["id"]
        entry["id"] = made[0]["id"] if number % 10 == 9 else entry["id"]
    return made


@pytest.fixture(scope="module")
def repeating(entries, tmp_path_factory):
    path = tmp_path_factory.mktemp("repeating") / "news.jsonl"
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
    return path


def extract_into(archive, out, **more):
    return run.extract_archive(arguments(archive, out, **more))


@pytest.fixture(scope="module")
def once(repeating, tmp_path_factory, files_of):
    out = tmp_path_factory.mktemp("once") / "out"
    said = extract_into(repeating, out)
    assert "share an identifier with an earlier one" in said
    return files_of(out)


def test_no_two_claims_have_one_id_and_parts_name_their_total(once, entries):
    rows = rows_of(once)
    ids = [row["claim_id"] for row in rows]
    assert len(set(ids)) == len(ids) > 100
    assert {row["source_id"] for row in rows} <= {entry["id"] for entry in entries}, "the archive's own identifiers"
    documents = {row["claim_id"]: row["document_id"] for row in rows}
    linked = [row for row in rows if row["part_of"]]
    assert linked and all(documents[row["part_of"]] == row["document_id"] for row in linked)


def test_the_first_document_keeps_its_ids_and_a_later_one_has_those_of_its_place(once, repeating, tmp_path, files_of):
    plain = tmp_path / "news.jsonl"  # the same documents at the same places, their identifiers under another name
    plain.write_bytes(repeating.read_bytes().replace(b'"id"', b'"no"'))
    extract_into(plain, tmp_path / "out")
    of_place = {
        (row["document_id"], row["start"], row["metric"], row["group"]): row
        for row in rows_of(files_of(tmp_path / "out"))
    }
    seen, later = {}, 0
    for row in rows_of(once):
        first = seen.setdefault(row["source_id"], row["document_id"])
        other = of_place[row["document_id"], row["start"], row["metric"], row["group"]]
        assert (row["claim_id"] == other["claim_id"]) == (row["document_id"] != first)
        later += row["document_id"] != first
    assert later > 20


@pytest.mark.parametrize("workers", [2, 3])
def test_any_number_of_workers_writes_the_same_bytes(once, repeating, files_of, tmp_path, workers):
    extract_into(repeating, tmp_path / "out", workers=workers)
    assert files_of(tmp_path / "out") == once


@pytest.mark.parametrize("size", [SHARD // 3, SHARD * 3 + 1, 10**6])
def test_shards_of_another_size_hold_the_same_rows(once, repeating, files_of, tmp_path, size):
    extract_into(repeating, tmp_path / "out", shard_bytes=size)
    assert rows_of(files_of(tmp_path / "out")) == rows_of(once)


def test_killed_before_any_rename_and_resumed(once, repeating, files_of, tmp_path):
    fatal, kills = 0, 0
    while True:
        out = tmp_path / str(fatal)
        try:
            with killed_before_rename(fatal):
                extract_into(repeating, out)
        except Killed:
            kills += 1
        else:
            break
        extract_into(repeating, out)
        assert files_of(out) == once, f"killed before rename {fatal}"
        fatal += 1
    assert kills > len(once), "shards that are made again are renamed twice"


def test_a_finished_run_makes_nothing_again(once, repeating, tmp_path, capsys):
    extract_into(repeating, tmp_path / "out")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out" / "claims").iterdir()}
    capsys.readouterr()
    extract_into(repeating, tmp_path / "out")
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out" / "claims").iterdir()} == before
    assert "made again" not in capsys.readouterr().err
