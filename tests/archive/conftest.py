"""A small archive, and the step that reads it, as a user runs it."""

import json
import subprocess
import sys

import pytest
from archive_helpers import SCRIPT, SHARD

from qantar.archive.prose import write_documents


@pytest.fixture(scope="session")
def archive(tmp_path_factory):
    """A JSONL file of 40 documents, a fifth of their sentences figures."""
    path = tmp_path_factory.mktemp("archive") / "news.jsonl"
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        for entry in write_documents(seed=5, density=0.2, size=40_000, length=1000):
            file.write(json.dumps(entry) + "\n")
    return path


@pytest.fixture
def extract():
    """Run the step; returns the finished process."""

    def run(*words, check=True):
        command = [sys.executable, SCRIPT, *map(str, words), "--shard-bytes", str(SHARD)]
        done = subprocess.run(command, capture_output=True, text=True)
        assert not check or done.returncode == 0, done.stderr
        return done

    return run


@pytest.fixture(scope="session")
def files_of():
    """{path inside the folder: bytes} of all files of a folder."""
    return lambda folder: {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


@pytest.fixture(scope="session")
def undisturbed(archive, tmp_path_factory, files_of):
    """The outputs of one run with one process."""
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    subprocess.run([sys.executable, SCRIPT, archive, "--out", out, "--shard-bytes", str(SHARD)], check=True)
    return files_of(out)
