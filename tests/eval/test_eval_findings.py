"""What notebook 07 says: computed from the scores, silent where nothing was scored."""

import inspect
import re

import pandas as pd
import pytest

from qantar import paths, schema
from qantar.charts import data
from qantar.charts.findings import reading
from qantar.charts.reading_quality import caveat, read_or_nothing, source_line
from qantar.charts.tell import Finding
from qantar.csvio import write_tables
from qantar.event import read_event
from qantar.scoring import evaluate, gold

FINDINGS = [
    name
    for name, function in vars(reading).items()
    if inspect.isfunction(function) and function.__module__ == reading.__name__ and not name.startswith("_")
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    """(scores, errors) of the project's own sets as a notebook reads them."""
    folder = tmp_path_factory.mktemp("scores")
    scores, errors = evaluate([gold.find_set(name) for name in gold.OWN_SETS], read_event(gold.OWN_EVENT))
    write_tables(folder, {"reading_scores": scores, "reading_errors": errors})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "PROCESSED", folder)
        return data.read("reading_scores"), data.read("reading_errors")


def call(name, scores, errors):
    function = getattr(reading, name)
    given = {"scores": scores, "errors": errors}
    return function(*(given[key] for key in inspect.signature(function).parameters))


@pytest.mark.parametrize("name", FINDINGS)
def test_without_scores_nothing_is_claimed(name):
    found = call(name, None, None)
    assert found is None or (isinstance(found, str) and not re.search(r"\d", found))


@pytest.mark.parametrize("name", FINDINGS)
def test_a_reader_without_a_mistake_breaks_no_finding(name, tables):
    scores, errors = tables
    perfect = scores.copy()
    for column in ("n_read", "n_found", "n_right"):
        perfect[column] = perfect["n_figures"].fillna(perfect[column])
    perfect["strict_f1"] = perfect["strict_f1"].where(perfect["strict_f1"].isna(), 1.0)
    found = call(name, perfect, errors.head(0))
    assert found is None or isinstance(found, (str, Finding))


@pytest.mark.parametrize("name", [name for name in FINDINGS if name not in ("answer", "examples")])
def test_every_finding_says_what_is_drawn(name, tables):
    finding = call(name, *tables)
    assert finding.title and finding.subtitle and finding.alt != finding.title and len(finding.plotted)
    labels = finding.plotted["label"] if "label" in finding.plotted else finding.plotted["row"]
    assert all(str(label).lower() in finding.alt.lower() for label in labels)


def test_the_answer_is_computed_from_the_scores(tables):
    scores = tables[0].copy()
    whole = (scores["by"] == "all") & (scores["set"] == "texts")
    scores.loc[whole, ["n_figures", "n_found", "n_right", "n_read"]] = [200, 150, 100, 400]
    known, held_out = reading.answer(scores).split(". ")
    assert known.startswith("Of 200 figures") and "75% are found" in known and "50% have every bound right" in known
    assert "25% of what is read" in known and "hard texts" in held_out


def test_examples_come_from_the_known_texts_and_one_of_each_kind(tables):
    errors = tables[1]
    held = errors.assign(set="held_out")
    assert "No mistakes are listed" in reading.examples(held)
    kinds = [line.split("|")[1].strip() for line in reading.examples(errors).splitlines()[2:]]
    assert kinds and len(set(kinds)) == len(kinds)


def test_every_reason_that_occurs_has_a_class_in_words(tables):
    own = tables[1][tables[1]["error"].isin(reading.FIGURE_ERRORS)]
    classes = pd.Series([reading._mistake(row) for row in own.to_dict("records")])
    assert (classes == reading.OTHER_MISS).mean() < 0.2, "give the frequent reasons a name of their own"


def test_source_and_caveat_count_texts_and_figures(tables):
    wholes = tables[0][tables[0]["by"] == "all"]
    counted = f"{wholes['n_figures'].sum():,} figures annotated in {wholes['n_texts'].sum():,} composed texts"
    assert counted in source_line(wholes) and counted in caveat(wholes)
    assert re.search(r"dated \d{4} to \d{4}$", source_line(wholes))


def test_a_folder_without_scores_is_no_failure(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "PROCESSED", tmp_path)
    assert read_or_nothing("reading_scores") is None
    assert schema.load()["reading_scores"].file == "reading_scores.csv"
