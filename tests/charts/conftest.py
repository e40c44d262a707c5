"""A small world of reported figures for the chart tests: two speakers, a withdrawal, an open end, a vague word."""

import pandas as pd
import pytest

from qantar import paths, schema

CLAIMS = [
    # claim_id, outlet, published, as_of, metric, value, low, high, qualifier, claimant_type, status
    ("a1", "Morning Post", "2030-03-01", "2030-03-01", "deaths", 40, 40, 40, "exact", "health_ministry", "asserted"),
    ("a2", "Evening Post", "2030-03-02", "2030-03-02", "deaths", 50, 50, 50, "exact", "prosecutor", "asserted"),
    ("a3", "Evening Post", "2030-03-03", "2030-03-01", "deaths", 40, 40, 40, "exact", "health_ministry", "retracted"),
    ("a4", "Agency", "2030-03-05", "2030-03-05", "deaths", 55, 55, None, "at_least", "prosecutor", "asserted"),
    ("a5", "Agency", "2030-03-05", "2030-03-05", "injuries", None, 24, 99, "vague", "unattributed", "asserted"),
    ("a6", "Weekly", "2030-03", "2030-03-05", "injuries", 200, None, 200, "almost", "health_ministry", "asserted"),
]
FIELDS = (
    *("claim_id", "outlet", "published", "as_of", "metric", "value", "low", "high"),
    *("qualifier", "claimant_type", "status"),
)


EVENT = "id: test-2030\nname: Storm in Atlantis\ncountry: Atlantis\nstart: 2030-03-01\nend: 2030-03-09\n"


@pytest.fixture(autouse=True)
def event(tmp_path, monkeypatch):
    """The event of this world, in a raw folder of the test's own."""
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "event.yml").write_text(EVENT, encoding="utf-8")
    monkeypatch.setattr(paths, "RAW", tmp_path / "raw")
    return tmp_path / "raw" / "event.yml"


@pytest.fixture
def claims():
    """Rows of the tables of figures, as `read_figures` gives them."""
    rows = pd.DataFrame(CLAIMS, columns=FIELDS).assign(group="all", place="Atlantis", unit="people")
    blank = [name for name in schema.load()["deaths"].names if name not in rows]
    rows = rows.assign(**dict.fromkeys(blank, "")).astype({"value": "Int64", "low": "Int64", "high": "Int64"})
    rows["origin_id"] = ["a1", "a2", "a1", "a4", "a5", "a6"]
    rows["withdrawn_on"] = ["2030-03-03", "", "2030-03-03", "", "", ""]
    rows["event_scope"] = "in_event"
    rows["day"] = pd.to_datetime(rows["published"].where(rows["published"].str.len() == 10))
    return rows


@pytest.fixture
def figures_folder(tmp_path, monkeypatch):
    """Figures go to a folder of the test's own."""
    monkeypatch.setattr(paths, "FIGURES", tmp_path / "figures")
    return tmp_path / "figures"
