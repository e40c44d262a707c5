"""What a stranger finds in a clone: only the agreed entries, small files, plain line ends, short modules."""

import re
import subprocess

import pytest

from qantar.paths import ROOT

TOP_LEVEL = {"README.md", "environment.yml", "notebooks", "data", "figures", "scripts"}  # what a reader came for
TOP_LEVEL |= {"src", "tests", "pyproject.toml", "uv.lock", "Makefile", ".ci", ".gitattributes", ".gitignore"}
TOP_LEVEL |= {"LICENSE", "CITATION.cff", "CHANGELOG.md"}
LARGEST = 2 * 1024 * 1024
LONGEST = 400  # lines of a module
BINARY = (".png",)


@pytest.fixture(scope="module")
def tracked():
    """Paths of all files in the repository, without those that are just being deleted."""
    run = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True)
    return [name for name in run.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_top_level_holds_the_agreed_entries_only(tracked):
    assert {name.split("/")[0] for name in tracked} <= TOP_LEVEL


def test_data_holds_raw_and_processed_only(tracked):
    assert {name.split("/")[1] for name in tracked if name.startswith("data/")} <= {"raw", "processed"}


def test_no_file_is_large(tracked):
    assert [name for name in tracked if (ROOT / name).stat().st_size > LARGEST] == []


def test_lines_end_with_a_line_feed(tracked):
    texts = [name for name in tracked if not name.endswith(BINARY)]
    assert [name for name in texts if b"\r" in (ROOT / name).read_bytes()] == []


def test_texts_are_utf_8_without_byte_order_mark(tracked):
    for name in (name for name in tracked if not name.endswith(BINARY)):
        content = (ROOT / name).read_bytes().decode("utf-8")
        assert not content.startswith("\ufeff"), name


def test_modules_are_short(tracked):
    python = [name for name in tracked if name.endswith(".py")]
    lengths = {name: len((ROOT / name).read_text(encoding="utf-8").splitlines()) for name in python}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_articles_and_reports_stay_out(tracked):
    assert [name for name in tracked if name.startswith(("data/raw/articles/", "reports/", ".venv/"))] == []


def test_no_file_names_a_folder_of_somebodys_machine(tracked):
    home = re.compile(rb"/(?:home|Users|root|work)/[a-z]+")
    assert [name for name in tracked if home.search((ROOT / name).read_bytes())] == []
