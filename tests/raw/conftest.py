"""The small made-up corpus in a temporary folder, and a way to run the two first steps on it as a user would."""

import subprocess
import sys

import pytest
from small_corpus import FILES, write

from qantar.paths import ROOT


@pytest.fixture
def raw(tmp_path):
    """The raw folder of the made-up corpus."""
    for name, content in FILES.items():
        write(tmp_path / "raw", name, content)
    return tmp_path / "raw"


@pytest.fixture
def run(tmp_path):
    """run(script, raw) → finished process; its outputs are in `tmp_path / "processed"`."""

    def run_script(script, raw):
        command = [sys.executable, str(ROOT / "scripts" / script), "--raw", str(raw)]
        command += ["--processed", str(tmp_path / "processed")]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)

    return run_script
