"""Runs of the archive step: the same bytes for any number of workers, and after any kill."""

import os
import shutil
import subprocess
import sys
import time

import pytest
from archive_helpers import SCRIPT, SHARD, Killed, arguments, killed_before_rename, rows_of

from qantar.archive import run
from qantar.archive.extract import columns
from qantar.archive.shards import has_pyarrow
from qantar.errors import InputError


def test_claims_have_their_document_and_the_columns_of_the_schema(undisturbed):
    rows = rows_of(undisturbed)
    assert list(rows[0]) == columns("claims")
    assert {row["metric"] for row in rows} >= {"deaths", "injuries", "detentions", "troop_contingents"}
    assert len({(row["document_id"], row["claim_id"]) for row in rows}) == len(rows) > 100


def test_every_document_is_in_exactly_one_shard(undisturbed, archive):
    records = [name for name in undisturbed if name.startswith("parts/")]
    counted = sum(int(undisturbed[name].split(b'"documents": ')[1].split(b",")[0]) for name in records)
    assert counted == archive.read_bytes().count(b"\n")
    assert len(records) > 4


@pytest.mark.parametrize("workers", [2, 3])
def test_any_number_of_workers_writes_the_same_bytes(archive, extract, undisturbed, files_of, tmp_path, workers):
    extract(archive, "--out", tmp_path / "out", "--workers", workers)
    assert files_of(tmp_path / "out") == undisturbed


def test_shards_of_another_size_hold_the_same_rows(archive, undisturbed, files_of, tmp_path):
    run.extract_archive(arguments(archive, tmp_path / "out", shard_bytes=SHARD * 3 + 1))
    assert rows_of(files_of(tmp_path / "out")) == rows_of(undisturbed)


def test_killed_before_any_rename_and_resumed(archive, undisturbed, files_of, tmp_path):
    """A run changes what is there by renaming alone, so killing it before each rename in turn is every kill."""
    kills = 0
    for fatal in range(len(undisturbed)):
        out = tmp_path / str(fatal)
        with pytest.raises(Killed), killed_before_rename(fatal):
            run.extract_archive(arguments(archive, out))
        run.extract_archive(arguments(archive, out))
        assert files_of(out) == undisturbed, f"killed before rename {fatal}"
        kills += 1
    assert kills > 10


@pytest.mark.parametrize(("workers", "finished"), [(1, 0), (1, 2), (2, 3)])
def test_killed_process_and_resumed(archive, extract, undisturbed, files_of, tmp_path, workers, finished):
    out = tmp_path / "out"
    command = [sys.executable, SCRIPT, archive, "--out", out, "--shard-bytes", str(SHARD), "--workers", str(workers)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    while process.poll() is None and not (
        (out / "manifest.json").exists() and len(list(out.glob("parts/*.json"))) >= finished
    ):
        time.sleep(0.002)
    os.killpg(process.pid, 9) if process.poll() is None else None
    process.wait()
    done = extract(archive, "--out", out, "--workers", workers)
    assert files_of(out) == undisturbed
    assert finished == 0 or "are kept" in done.stderr


def test_a_finished_run_does_nothing_again(archive, extract, undisturbed, files_of, tmp_path):
    extract(archive, "--out", tmp_path / "out")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out" / "claims").iterdir()}
    extract(archive, "--out", tmp_path / "out")
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out" / "claims").iterdir()} == before


def test_another_input_or_option_leaves_the_outputs_alone(archive, extract, undisturbed, files_of, tmp_path):
    out = tmp_path / "out"
    extract(archive, "--out", out)
    done = extract(archive, "--out", out, "--rejects", check=False)
    assert (done.returncode, files_of(out)) == (2, undisturbed)
    assert "made from other tables" in done.stderr and "--out" in done.stderr


def test_a_folder_with_other_things_is_not_written_to(archive, tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(InputError, match="not empty"):
        run.extract_archive(arguments(archive, tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_outputs_never_go_into_the_input(archive):
    with pytest.raises(InputError, match="inside the input"):
        run.extract_archive(arguments(archive.parent, archive.parent / "out"))


def test_rejected_numbers_are_kept_when_asked_for(archive, undisturbed, files_of, tmp_path):
    run.extract_archive(arguments(archive, tmp_path / "out", rejects=True))
    files = files_of(tmp_path / "out")
    assert rows_of(files) == rows_of(undisturbed)
    assert {row["reason"] for row in rows_of(files, "rejected_numbers")} >= {"date"}


@pytest.mark.skipif(not has_pyarrow(), reason="Parquet needs pyarrow (extra scale)")
def test_parquet_holds_what_csv_holds(archive, undisturbed, files_of, tmp_path):
    import pyarrow.parquet as parquet

    run.extract_archive(arguments(archive, tmp_path / "out"))
    tables = [parquet.read_table(path) for path in sorted((tmp_path / "out" / "claims").glob("*.parquet"))]
    rows = [row for table in tables for row in table.to_pylist()]
    assert [{k: "" if v is None else str(v) for k, v in row.items()} for row in rows] == rows_of(undisturbed)
    assert str(tables[0].schema.field("value").type) == "int64"


@pytest.mark.skipif(not has_pyarrow(), reason="Parquet needs pyarrow (extra scale)")
def test_a_broken_parquet_file_stops_nothing(archive, undisturbed, extract, files_of, tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    shutil.copy(archive, folder)
    (folder / "broken.parquet").write_bytes(b"PAR1 it is not")
    done = extract(folder, "--out", tmp_path / "out")
    assert "1 bad documents set aside" in done.stdout
    files = files_of(tmp_path / "out")
    assert rows_of(files) == rows_of(undisturbed)
    bad = files["bad_documents.csv"].decode()
    assert "broken.parquet,,no valid Parquet" in bad and "repair the file, or fetch it again" in bad


@pytest.mark.skipif(has_pyarrow(), reason="pyarrow is installed, so nothing has to be said")
def test_without_pyarrow_csv_only_and_the_user_is_told(archive, extract, tmp_path):
    done = extract(archive, "--out", tmp_path / "out")
    assert "pip install 'qantar[scale]'" in done.stderr
    assert not list(tmp_path.rglob("*.parquet"))


def test_a_cluster_writes_the_same_bytes(archive, undisturbed, files_of, tmp_path):
    distributed = pytest.importorskip("dask.distributed", reason="a cluster needs Dask (extra scale)")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        run.extract_archive(arguments(archive, tmp_path / "out", scheduler=cluster.scheduler_address))
    assert files_of(tmp_path / "out") == undisturbed


def test_no_scheduler_is_said_in_one_line(archive, tmp_path):
    pytest.importorskip("dask.distributed", reason="a cluster needs Dask (extra scale)")
    with pytest.raises(InputError, match="no scheduler answers"):
        run.extract_archive(arguments(archive, tmp_path / "out", scheduler="tcp://127.0.0.1:9"))


def test_a_lost_worker_is_said_in_one_line(archive, tmp_path, monkeypatch):
    monkeypatch.setattr(run, "write_shard", lambda *_: os.kill(os.getpid(), 9))
    with pytest.raises(InputError, match="was killed"):
        run.extract_archive(arguments(archive, tmp_path / "out", workers=2))


def test_help_names_inputs_outputs_and_options(extract):
    shown = extract("--help").stdout
    for word in (
        "INPUT",
        "Parquet",
        ".warc.gz",
        "OUT/claims",
        "bad_documents.csv",
        "--workers",
        "--scheduler",
        "--event",
    ):
        assert word in shown


@pytest.mark.parametrize("words", [("--workers", "0"), ("--fields", "body=text"), ("--shard-bytes", "few")])
def test_options_that_make_no_sense_are_refused(archive, extract, tmp_path, words):
    done = extract(archive, "--out", tmp_path / "out", *words, check=False)
    assert done.returncode == 2 and words[0] in done.stderr and not (tmp_path / "out").exists()
