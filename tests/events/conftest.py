"""The tables and the words of small invented events, each built once."""

import re
from types import SimpleNamespace

import pytest
from small_events import EVENTS, write_event

from qantar import datapackage, paths
from qantar.charts import figure, prose
from qantar.claims import collect_claims
from qantar.corpus import read_corpus
from qantar.csvio import write_tables
from qantar.report.notebooks import code_cells, read_notebook
from qantar.sources import source_rows
from qantar.tables import build_tables, load_corpus

NOTEBOOKS = sorted(paths.NOTEBOOKS.glob("*.ipynb"))
ALT = re.compile(r'alt="([^"]*)"')


def build(folder, name):
    """The raw and the processed folder of an invented event."""
    raw, processed = write_event(folder, name), folder / "processed"
    corpus = read_corpus(raw)
    claims, rejected = collect_claims(corpus)
    write_tables(processed, {"sources": source_rows(corpus), "claims": claims, "rejected_numbers": rejected})
    write_tables(processed, build_tables(load_corpus(raw, processed)))
    datapackage.write(processed)
    return SimpleNamespace(raw=raw, processed=processed, figures=folder / "figures", reports=folder / "reports")


def run_cells(path):
    """Run a notebook's code in this process, which is quicker than a kernel for each."""
    names = {}
    for cell in code_cells(read_notebook(path)):
        exec(compile(cell.source, f"{path.stem}, cell {cell.id}", "exec"), names)


def words_of(folders):
    """notebook → all that it says about an event: sentences, titles and descriptions of figures."""
    found, shown = {}, []
    with pytest.MonkeyPatch.context() as patch:
        for name in ("RAW", "PROCESSED", "FIGURES"):
            patch.setattr(paths, name, getattr(folders, name.lower()))
        patch.setattr(prose, "display", lambda text: shown.append(text.data))
        patch.setattr(figure, "display", lambda html: shown.extend(ALT.findall(html.data)))
        titles = figure._write_words
        patch.setattr(figure, "_write_words", lambda fig, *words: (shown.extend(words[:2]), titles(fig, *words)))
        for path in NOTEBOOKS:
            run_cells(path)
            found[path.stem], shown[:] = list(shown), []
    return found


@pytest.fixture(scope="session", params=EVENTS)
def event(request, tmp_path_factory):
    """Each invented event: its folders, and what all notebooks say about it."""
    folders = build(tmp_path_factory.mktemp("event"), request.param)
    return SimpleNamespace(name=request.param, folders=folders, words=words_of(folders))


@pytest.fixture
def built(tmp_path):
    """A function that builds the tables of an event by its name."""
    return lambda name: build(tmp_path, name)
