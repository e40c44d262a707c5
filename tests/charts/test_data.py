"""Reading the published tables: blanks stay blank, numbers stay whole, a missing table is named with its remedy."""

import pandas as pd
import pytest

from qantar import paths, schema
from qantar.charts import data
from qantar.errors import InputError


@pytest.fixture
def processed(tmp_path, monkeypatch):
    """A folder with the five tables of figures: one row about the event, one about another, all else empty."""
    monkeypatch.setattr(paths, "PROCESSED", tmp_path)
    for name in data.FIGURES:
        pd.DataFrame(columns=schema.load()[name].names).to_csv(tmp_path / f"{name}.csv", index=False)
    row = dict.fromkeys(schema.load()["deaths"].names, "")
    row |= {"claim_id": "a", "metric": "deaths", "value": "40", "published": "2030-03", "event_scope": "in_event"}
    other = row | {"claim_id": "b", "event_scope": "other_event"}
    named = row | {"claim_id": "c", "place": "Atlantis", "group": "women", "published": "2030-03-01"}
    pd.DataFrame([row, other, named]).to_csv(tmp_path / "deaths.csv", index=False)
    return tmp_path


def test_blank_numbers_stay_blank_and_whole_numbers_whole(processed):
    rows = data.read("deaths")
    assert str(rows["value"].dtype) == "Int64" and rows["value"].iloc[0] == 40
    assert rows["low"].isna().all() and rows["group"].iloc[0] == ""


def test_figures_about_other_events_are_left_out(processed):
    assert list(data.read_figures()["claim_id"]) == ["a", "c"]


def test_people_without_a_group_are_all_and_a_blank_place_is_the_country(processed):
    first = data.read_figures().iloc[0]
    assert (first["group"], first["place"]) == ("all", "Atlantis")
    assert pd.isna(first["day"]), "a month is no day"


def test_the_country_is_that_of_the_event_and_not_the_place_named_most(processed):
    rows = pd.read_csv(processed / "deaths.csv", dtype=str, keep_default_na=False)
    cities = [rows.tail(1).assign(claim_id=f"city-{number}", place="Harbour City") for number in range(3)]
    pd.concat([rows, *cities]).to_csv(processed / "deaths.csv", index=False)
    assert data.read_figures()["place"].iloc[0] == "Atlantis" == data.country()


def test_without_an_event_the_country_is_not_guessed(event):
    event.unlink()
    with pytest.raises(InputError, match=r"event\.yml"):
        data.country()


def test_a_missing_table_is_named_with_its_remedy(processed):
    (processed / "deaths.csv").unlink()
    with pytest.raises(InputError, match=r"deaths\.csv.*scripts/build\.py"):
        data.read("deaths")


def test_the_caveat_counts_claims_outlets_and_statements(claims):
    words = data.caveat(claims)
    assert "6 claims printed by 4 outlets" in words
    assert "go back to 5 statements" in words
    assert "1 of them says that the figure was withdrawn" in words


def test_the_source_line_names_the_last_day_of_publication(claims):
    assert data.source_line(claims).endswith("published up to 5 March 2030")
