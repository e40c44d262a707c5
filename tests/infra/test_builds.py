"""Steps run in order, are skipped only when nothing changed, pass their exit codes on, and a rebuild is compared."""

import pytest

from qantar import builds

COPY = """
import argparse, pathlib, sys
parser = argparse.ArgumentParser()
for name in ("raw", "processed", "readme"):
    parser.add_argument(f"--{name}", type=pathlib.Path)
folders = vars(parser.parse_args())
text = (folders["raw"] / "in.txt").read_text()
if text == "broken":
    sys.exit(2)
(folders["processed"] / "out.txt").write_text(text.upper())
"""
STEP = builds.Step("01_copy.py", ["raw/*"], ["processed/out.txt"])


@pytest.fixture
def folders(tmp_path, monkeypatch):
    """A tiny project: one script that copies its input in capitals."""
    monkeypatch.setattr(builds, "MEMORY", tmp_path / "memory" / "build.json")
    names = {"project": "", "raw": "raw", "processed": "processed", "readme": "", "figures": "f", "reports": "r"}
    made = {name: tmp_path / path for name, path in names.items()}
    for path in [*made.values(), tmp_path / "scripts"]:
        path.mkdir(exist_ok=True)
    (tmp_path / "scripts" / STEP.script).write_text(COPY)
    (tmp_path / "README.md").write_text("words\n")
    (made["raw"] / "in.txt").write_text("a")
    return made


def shown(capfd, folders, **options):
    assert builds.build([STEP], folders, **options) == 0
    return capfd.readouterr().out


def test_an_unchanged_step_is_skipped_and_says_so(folders, capfd):
    assert "skipped" not in shown(capfd, folders)
    assert "unchanged, skipped" in shown(capfd, folders)
    assert "skipped" not in shown(capfd, folders, force=True)


@pytest.mark.parametrize("changed", ["raw/in.txt", "raw/new.txt", "processed/out.txt", "scripts/01_copy.py", "uv.lock"])
def test_a_step_runs_again_when_anything_it_depends_on_changed(folders, capfd, changed):
    shown(capfd, folders)
    path = folders["project"] / changed
    path.write_text(path.read_text() + "\n" if path.exists() else "new")
    assert "skipped" not in shown(capfd, folders)


def test_an_edited_output_is_made_again(folders, capfd):
    shown(capfd, folders)
    (folders["processed"] / "out.txt").write_text("typed by hand")
    shown(capfd, folders)
    assert (folders["processed"] / "out.txt").read_text() == "A"


def test_a_broken_memory_only_means_that_nothing_is_skipped(folders, capfd):
    shown(capfd, folders)
    builds.MEMORY.write_text("{")
    assert "skipped" not in shown(capfd, folders)


def test_a_failing_step_ends_the_build_with_its_exit_code(folders, capfd):
    (folders["raw"] / "in.txt").write_text("broken")
    later = builds.Step("02_never.py", [], [])
    assert builds.build([STEP, later], folders) == 2
    out, err = capfd.readouterr()
    assert "02_never.py" not in out and "01_copy.py stopped with exit code 2" in err


def test_ctrl_c_ends_the_build_as_it_ends_the_step(folders, capfd):
    """A terminal sends it to both; here the step sends it on."""
    stop = "import os, signal, sys, time\nos.kill(os.getppid(), signal.SIGINT)\ntime.sleep(0.5)\nsys.exit(130)\n"
    (folders["project"] / "scripts" / STEP.script).write_text(stop)
    assert builds.build([STEP], folders) == 130
    assert "01_copy.py stopped with exit code 130" in capfd.readouterr().err


def test_check_is_silent_about_what_is_the_same_and_changes_nothing(folders, capfd):
    shown(capfd, folders)
    assert builds.check([STEP], folders) == 0
    assert "Identical" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("step", "edit", "line"),
    [
        (STEP, {"out.txt": "typed by hand"}, "processed/out.txt: differs"),
        (STEP, {"out.txt": None}, "processed/out.txt: written by the rebuild, missing here"),
        (builds.Step(STEP.script, ["raw/*"], ["processed/*"]), {"old.txt": "x"}, "processed/old.txt: not written"),
    ],
)
def test_check_names_each_file_that_comes_out_otherwise(folders, capfd, step, edit, line):
    shown(capfd, folders)
    for name, text in edit.items():
        path = folders["processed"] / name
        path.unlink() if text is None else path.write_text(text)
    assert builds.check([step], folders) == 1
    assert line in capfd.readouterr().out


def test_check_passes_the_exit_code_of_a_failing_step_on(folders):
    (folders["raw"] / "in.txt").write_text("broken")
    assert builds.check([STEP], folders) == 2


def test_hash_knows_names_as_well_as_contents(tmp_path):
    (tmp_path / "a").write_text("same")
    first = builds.hash_files(["here/*"], {"here": tmp_path})
    (tmp_path / "a").rename(tmp_path / "b")
    assert builds.hash_files(["here/*"], {"here": tmp_path}) != first
