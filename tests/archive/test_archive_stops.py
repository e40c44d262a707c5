"""Runs that cannot begin or are stopped end in one line, and go on when the same command is given again."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest
from archive_helpers import SCRIPT, SHARD

from qantar.archive.prose import write_documents


@pytest.fixture(scope="module")
def long_archive(tmp_path_factory):
    """An archive that takes a second or two, so that a run over it can be stopped."""
    path = tmp_path_factory.mktemp("long") / "news.jsonl"
    entries = write_documents(seed=6, density=0.2, size=400_000, length=1000)
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
    return path


def start(archive, out, workers):
    words = [sys.executable, SCRIPT, archive, "--out", out, "--shard-bytes", str(SHARD), "--workers", str(workers)]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    while process.poll() is None and not list(out.glob("parts/*.json")):
        time.sleep(0.002)
    return process


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("send", [os.killpg, os.kill], ids=["terminal", "one process"])
def test_ctrl_c_says_how_to_go_on(long_archive, extract, files_of, tmp_path, workers, send):
    out = tmp_path / "out"
    process = start(long_archive, out, workers)
    send(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130 and "Traceback" not in said, said
    assert said.count("stopped: the finished shards are kept; give the same command again") == 1
    assert not (out / "bad_documents.csv").exists(), "stopped before the end"
    extract(long_archive, "--out", out, "--workers", workers)
    extract(long_archive, "--out", tmp_path / "undisturbed")
    assert files_of(out) == files_of(tmp_path / "undisturbed")


def test_an_output_that_is_a_file(archive, extract, tmp_path):
    (tmp_path / "out").write_text("mine")
    done = extract(archive, "--out", tmp_path / "out", check=False)
    assert done.returncode == 2 and "a file, no folder" in done.stderr and "--out" in done.stderr
    assert done.stderr.count("\n") == 1 and (tmp_path / "out").read_text() == "mine"


def test_an_output_below_a_file(archive, extract, tmp_path):
    (tmp_path / "file").write_text("mine")
    done = extract(archive, "--out", tmp_path / "file" / "out", check=False)
    assert done.returncode == 2 and done.stderr.startswith("error: ") and done.stderr.count("\n") == 1


def test_a_shard_that_cannot_be_written_is_named(archive, extract, tmp_path):
    out = tmp_path / "out"
    extract(archive, "--out", out)
    (out / "parts" / "00001.json").unlink()
    (out / "claims" / "00001.csv.part").mkdir()
    for workers in (1, 2):
        done = extract(archive, "--out", out, "--workers", workers, check=False)
        assert done.returncode == 2 and "00001.csv.part: cannot be written" in done.stderr, done.stderr
        assert "Traceback" not in done.stderr and "it goes on where it stopped" in done.stderr


def test_no_report_on_a_part_of_an_archive(archive, extract, tmp_path):
    """A report would look complete, however few of the shards it counts."""
    out = tmp_path / "out"
    extract(archive, "--out", out)
    folders = ("--processed", out, "--figures", tmp_path / "figures", "--reports", tmp_path / "reports")
    command = [sys.executable, SCRIPT.with_name("04_export_reports.py"), "--only", "10", *folders]
    for gone in ("bad_documents.csv", "parts/00002.json", "parts/00000.json"):
        (out / gone).unlink()
    there, listed = len(list((out / "parts").iterdir())), len(json.loads((out / "manifest.json").read_text())["shards"])
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 2 and there == listed - 2 > 0
    assert f"the run is not finished, {there} of {listed} shards are there" in done.stderr
    assert "extract_archive.py again" in done.stderr and not (tmp_path / "reports").exists()
    extract(archive, "--out", out)
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
