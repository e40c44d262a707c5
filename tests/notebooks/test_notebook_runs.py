"""All notebooks, run once side by side on the published tables: no error, no warning, and what they declare."""

import re
import shutil

import pytest
from bs4 import BeautifulSoup

from qantar import paths
from qantar.report.execute import run_all
from qantar.report.notebooks import read_notebook

NOTEBOOKS = sorted(paths.NOTEBOOKS.glob("*.ipynb"))
TWIN = paths.NOTEBOOKS / "04_troop_contingents.ipynb"  # a quick one, run a second time in another folder
COUNTED = (  # what a caveat counts: reported figures, those of an archive, or annotated ones where reading is judged
    r"[\d,]+ claims? printed by [\d,]+ outlets?, which go back to [\d,]+ statement"
    r"|[\d,]+ figures annotated in [\d,]+ composed text"
    r"|[\d,]+ claims in [\d,]+ document"
)
UNREADABLE = re.compile(r"\bnan\b|\bNaN\b|<NA>|\bNone\b(?! of)|\bNaT\b|_[a-z]|\b1 [a-z]+s\b(?! of)|\.\.|  ")


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """Every notebook's run by name. Of the raw data there is event.yml alone: a notebook that reads more fails."""
    raw, elsewhere = tmp_path_factory.mktemp("raw"), tmp_path_factory.mktemp("elsewhere") / "elsewhere.ipynb"
    shutil.copy(TWIN, elsewhere)
    shutil.copy(paths.RAW / "event.yml", raw)
    return {path.stem: run for path, run in run_all([*NOTEBOOKS, elsewhere], raw=raw).items()}


def shown(run):
    """All that a run displays, as (kind, text): `markdown`, `html` or the name of a stream."""
    for output in (output for cell in run.outputs for output in cell):
        if output["output_type"] == "stream":
            yield output["name"], output["text"]
        data = output.get("data", {})
        kind = "html" if "text/html" in data else "markdown"
        if text := data.get(f"text/{kind}"):
            yield kind, text


def pictures(run):
    return [BeautifulSoup(text, "html.parser").img for kind, text in shown(run) if kind == "html" and "<figure" in text]


def declared(path, word):
    """The names of the files that a notebook says it reads or writes."""
    cell = next(cell for cell in read_notebook(path).cells if cell.id == "files")
    line = next(line for line in cell.source.splitlines() if line.startswith(f"**{word}**"))
    return {name.rsplit("/", 1)[-1].removesuffix(".csv") for name in re.findall(r"`([^`]+)`", line)}


each = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


@each
def test_it_runs_without_a_warning(path, runs):
    assert [text for kind, text in shown(runs[path.stem]) if kind in ("stderr", "stdout")] == []


@each
def test_it_reads_and_writes_what_it_declares(path, runs):
    run = runs[path.stem]
    assert {name.removesuffix(".csv") for name in run.tables} == declared(path, "Reads")
    drawn = {name.rsplit(".", 1)[0] for name in run.figures}
    assert drawn == declared(path, "Writes")
    assert set(run.figures) == {f"{name}.{kind}" for name in drawn for kind in ("png", "svg", "csv")}


@each
def test_every_figure_has_words_of_its_own(path, runs):
    words = [picture["alt"] for picture in pictures(runs[path.stem])]
    assert words and len(set(words)) == len(words) and min(map(len, words)) > 20


@each
def test_every_figure_is_followed_by_its_reading_and_its_caveat(path, runs):
    kinds = [(kind, text) for kind, text in shown(runs[path.stem])]
    for index, (kind, text) in enumerate(kinds):
        if kind == "html" and "<figure" in text:
            (_, reading), (_, caveat) = kinds[index + 1 : index + 3]
            assert reading[0] == reading[0].upper() and reading.endswith(".")
            assert re.search(COUNTED, caveat)


@each
def test_its_sentences_read_as_sentences(path, runs):
    for kind, text in shown(runs[path.stem]):
        words = text if kind == "markdown" else " ".join(picture["alt"] for picture in pictures(runs[path.stem]))
        assert not UNREADABLE.search(words), f"{UNREADABLE.search(words)[0]!r} in: {words}"


def test_the_same_notebook_gives_the_same_bytes_from_any_folder(runs):
    here, there = runs[TWIN.stem], runs["elsewhere"]
    assert here.figures == there.figures
    assert here.outputs == there.outputs
