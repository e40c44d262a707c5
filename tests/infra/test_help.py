"""What the scripts say of themselves: options with their defaults, and no more lines in a build than are needed."""

import subprocess
import sys

import pytest

from qantar import paths
from qantar.builds import Step


def run(script, *words):
    command = [sys.executable, paths.ROOT / "scripts" / script, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


def test_set_up_names_its_option():
    done = run("set_up.py", "--help")
    assert done.returncode == 0 and "--force" in done.stdout and "uv.lock" in done.stdout


def test_set_up_refuses_a_word_that_it_does_not_know():
    done = run("set_up.py", "--nonsense")
    assert done.returncode == 2 and "--nonsense" in done.stderr


@pytest.mark.parametrize("words", [str(paths.RAW), str(paths.PROCESSED), "figures/ and reports/ are written beside"])
def test_build_names_its_defaults_and_where_things_go(words):
    shown = " ".join(run("build.py", "--help").stdout.split())
    assert words in shown


def test_the_scoring_step_of_a_build_prints_one_line(tmp_path):
    done = run("evaluate_extraction.py", "--brief", "--processed", tmp_path)
    assert done.returncode == 0 and done.stdout.count("\n") == 1 and "strict F1: texts 0." in done.stdout
    assert run("evaluate_extraction.py", "--processed", tmp_path).stdout.count("\n") > 100, "the tables by hand"


def test_a_step_may_have_words_of_its_own():
    folders = {"project": paths.ROOT, "raw": "r", "processed": "p"}
    assert Step("evaluate_extraction.py", [], [], ("--brief",)).command(folders)[-1] == "--brief"
    assert '("--brief",)' in (paths.ROOT / "scripts" / "build.py").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "step", ["01_prepare_sources.py", "02_extract_claims.py", "03_build_tables.py", "04_export_reports.py"]
)
def test_another_corpus_never_meets_the_projects_own_tables(step, tmp_path):
    before = {path: path.stat().st_mtime_ns for path in paths.PROCESSED.iterdir()}
    done = run(step, "--raw", tmp_path)
    assert done.returncode == 2 and "--processed DIR" in done.stderr
    assert {path: path.stat().st_mtime_ns for path in paths.PROCESSED.iterdir()} == before
