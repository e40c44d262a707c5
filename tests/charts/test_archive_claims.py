"""Charts of many claims: the same from CSV shards and Parquet shards, and nothing where there is nothing."""

import csv

import pandas as pd
import pytest

from qantar import paths
from qantar.archive.extract import columns
from qantar.charts import archive as many
from qantar.charts.findings import archive
from qantar.errors import InputError

ROWS = [
    # document, metric, value, low, high, group, as_of, place, event_scope, status, part_of
    ("a", "deaths", "40", "40", "40", "all", "2030-03-01", "Aktau", "in_event", "asserted", ""),
    ("a", "deaths", "12", "12", "12", "security_forces", "2030-03-01", "Aktau", "in_event", "asserted", ""),
    ("b", "deaths", "55", "55", "", "all", "2030-03-01", "Aktau", "in_event", "asserted", ""),
    ("b", "deaths", "90", "90", "90", "all", "2030-03-01", "Aktau", "in_event", "retracted", ""),
    ("b", "deaths", "3", "3", "3", "all", "2030-03-01", "Aktau", "in_event", "asserted", "x"),
    ("c", "deaths", "", "24", "99", "all", "2030-03-01", "Aktau", "in_event", "asserted", ""),
    ("c", "deaths", "7", "7", "7", "all", "2030-03-02", "", "in_event", "asserted", ""),
    ("d", "injuries", "200", "", "200", "all", "2030-03", "", "in_event", "asserted", ""),
    ("d", "injuries", "9", "9", "9", "all", "2011", "", "other_event", "asserted", ""),
]


@pytest.fixture(params=["csv", "parquet"])
def shards(request, tmp_path, monkeypatch):
    """The rows as two shards of an archive run."""
    if request.param == "parquet":
        pytest.importorskip("pyarrow", reason="Parquet needs pyarrow (extra scale)")
    folder, names = tmp_path / "claims", columns("claims")
    folder.mkdir()
    for number, part in enumerate((ROWS[:4], ROWS[4:])):
        rows = [dict.fromkeys(names, "") | dict(zip(many.COLUMNS, row, strict=True)) for row in part]
        with open(folder / f"{number:05}.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, names)
            writer.writeheader()
            writer.writerows(rows)
        if request.param == "parquet":
            table = pd.DataFrame(rows).replace("", None)
            bounds = {name: pd.to_numeric(table[name]).astype("Int64") for name in many.BOUNDS}
            table.assign(**bounds).to_parquet(folder / f"{number:05}.parquet")
    monkeypatch.setattr(paths, "PROCESSED", tmp_path)
    return tmp_path


def test_shards_are_read_as_one_table_without_other_events(shards):
    claims = many.read_claims()
    assert len(claims) == len(ROWS) - 1 and list(claims.columns) == list(many.COLUMNS)
    assert claims["value"].isna().sum() == 1 and claims["high"].isna().sum() == 1
    assert not claims[["as_of", "part_of"]].isna().any(axis=None)


def test_only_standing_totals_of_one_day_and_place_differ(shards):
    """Not the security forces, the withdrawn 90, a part, a vague word or another day."""
    found = archive.days(many.read_claims())
    assert found.plotted[["label", "value", "low", "high"]].to_numpy().tolist() == [["1 March 2030, Aktau", 2, 40, 55]]
    assert "2 different totals" in found.title


def test_figures_and_documents_are_counted_apart(shards):
    found = archive.metrics(many.read_claims())
    assert found.plotted[["label", "value", "part"]].to_numpy().tolist() == [["Deaths", 7, 3], ["Injuries", 1, 1]]
    assert archive.places(many.read_claims()).plotted["text"].tolist() == ["6 in 3 documents"]
    assert "4 documents state 8 figures about deaths and injuries" in archive.answer(many.read_claims())


def test_a_folder_without_shards_is_said(tmp_path, monkeypatch):
    (tmp_path / "claims").mkdir()
    monkeypatch.setattr(paths, "PROCESSED", tmp_path)
    with pytest.raises(InputError, match="no shards of claims"):
        many.read_claims()


def test_claims_without_days_and_places_give_no_chart_of_them(shards):
    bare = many.read_claims().assign(as_of="", place="")
    assert archive.days(bare) is None and archive.places(bare) is None
    assert archive.metrics(bare.iloc[:0]) is None
    assert many.source_line(bare).endswith("undated")
