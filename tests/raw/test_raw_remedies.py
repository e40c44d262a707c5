"""The remedy of a message fits the step that gives it: its own options, or the step that was left out."""

import subprocess
import sys

import pytest
from small_corpus import DECISIONS, write

from qantar.paths import ROOT


def run_words(script, *words):
    command = [sys.executable, ROOT / "scripts" / script, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def test_a_step_that_was_left_out_is_named(raw, run):
    done = run("03_build_tables.py", raw)
    assert done.returncode == 2 and "run scripts/01_prepare_sources.py first" in done.stderr
    assert run("01_prepare_sources.py", raw).returncode == 0
    done = run("03_build_tables.py", raw)
    assert done.returncode == 2 and "run scripts/02_extract_claims.py first" in done.stderr


def test_reports_without_tables_name_all_steps_and_no_other_corpus(raw, run):
    done = run("04_export_reports.py", raw)
    assert done.returncode == 2 and "03_build_tables.py first" in done.stderr and "build.py" not in done.stderr


def test_readme_without_tables_names_the_step(raw, run, tmp_path):
    write(tmp_path, "README.md", "<!-- begin tables -->\n<!-- end tables -->\n")
    words = ("--raw", raw, "--processed", tmp_path / "processed", "--readme", tmp_path)
    assert "run scripts/03_build_tables.py first" in run_words("05_write_readme.py", *words).stderr


def test_decision_on_an_unknown_claim_does_not_ask_to_edit_the_claims(raw, run):
    write(raw, "corrections.csv", DECISIONS + "nope,reject,,,why,2024-04-01\n")
    assert [run(script, raw).returncode for script in ("01_prepare_sources.py", "02_extract_claims.py")] == [0, 0]
    done = run("03_build_tables.py", raw)
    assert done.returncode == 2 and "take the claim_id of the row from claims.csv" in done.stderr
    assert "add it" not in done.stderr


@pytest.mark.parametrize(
    ("script", "words", "remedy"),
    [
        ("extract_archive.py", (__file__, "--out", "o", "--event", "/nope.yml"), "--event"),
        ("compare_claims.py", ("/nope_a.csv", "/nope_b.csv"), "name the right file"),
        ("evaluate_extraction.py", ("--set", "mine", "--folder", "/nope"), "--folder"),
    ],
)
def test_missing_file_names_an_option_that_the_script_has(tmp_path, script, words, remedy):
    done = run_words(script, *words)
    assert done.returncode == 2 and remedy in done.stderr.partition("Remedy")[2]
    assert "--raw" not in done.stderr


def test_output_folder_that_is_a_file(raw, run, tmp_path):
    write(tmp_path, "processed", "a file")
    done = run("01_prepare_sources.py", raw)
    assert done.returncode == 2 and "a file stands where a folder should be" in done.stderr
    assert "writable" not in done.stderr
