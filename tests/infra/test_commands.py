"""The commands that the README promises: make's targets and the options of build.py."""

import re
import shutil
import subprocess
import sys

import pytest

from qantar.paths import ROOT

needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed on this machine")


def run(*words):
    return subprocess.run([str(word) for word in words], cwd=ROOT, capture_output=True, text=True, timeout=60)


def test_make_names_every_command_it_understands():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    promised = set(re.search(r"^\.PHONY: (.*)$", makefile, re.M)[1].split())
    assert set(re.findall(r"^([a-z]+):.*## ", makefile, re.M)) == promised
    assert {"test", "lab", "check", "clean", "help"} <= promised


@needs_make
def test_make_help_lists_the_commands():
    shown = run("make", "--no-print-directory", "help").stdout
    assert {"make build", "make test", "make lab", "make check", "make clean"} <= set(re.findall(r"make [a-z]+", shown))


def test_build_lists_each_step_script_in_order():
    listed = run(sys.executable, "scripts/build.py", "--list").stdout.splitlines()
    numbered = sorted(path.name for path in (ROOT / "scripts").glob("[0-9][0-9]_*.py"))
    scripts = [line.split(":")[0] for line in listed]
    assert [name for name in scripts if name[0].isdigit()] == numbered
    assert all((ROOT / "scripts" / name).is_file() for name in scripts)


@pytest.mark.parametrize("step", sorted(path.name for path in (ROOT / "scripts").glob("[0-9][0-9]_*.py")))
def test_each_step_takes_the_folders_that_build_hands_to_it(step):
    shown = run(sys.executable, "scripts/build.py", "--list").stdout
    line = next(line for line in shown.splitlines() if line.startswith(step))
    folders = set(re.findall(r"([a-z]+)/", line)) - {"project", "notebooks"} | {"raw", "processed"}
    text = run(sys.executable, f"scripts/{step}", "--help").stdout
    assert [name for name in sorted(folders) if f"--{name} " not in text] == []


def test_build_without_the_packages_says_what_to_do(tmp_path):
    shutil.copy(ROOT / "scripts" / "build.py", tmp_path)
    done = subprocess.run([sys.executable, "-I", "-S", tmp_path / "build.py"], capture_output=True, text=True)
    assert done.returncode == 1
    assert "make" in done.stderr and "Traceback" not in done.stderr


def test_bad_input_ends_with_its_exit_code_and_leaves_the_tables_alone(tmp_path):
    raw, processed = tmp_path / "raw", tmp_path / "processed"
    raw.mkdir()
    processed.mkdir()
    (processed / "claims.csv").write_text("earlier\n")
    done = run(sys.executable, "scripts/build.py", "--raw", raw, "--processed", processed)
    assert done.returncode == 2
    assert "event.yml" in done.stderr and "nothing after it was run" in done.stderr
    assert (processed / "claims.csv").read_text() == "earlier\n"
    assert "Look here" not in done.stdout


def test_test_machines_run_the_command_of_the_readme():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "make test" in script
    assert "make test" in (ROOT / "README.md").read_text(encoding="utf-8")
