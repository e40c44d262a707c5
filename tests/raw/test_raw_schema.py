"""The schema describes what the project has: its raw tables, its enums, its data package."""

import csv
import json
import re

import frictionless
import pytest

from qantar import check, datapackage, read_figures, schema
from qantar.claims import _position
from qantar.coded import coded_claims
from qantar.corpus import read_conventions, read_corpus
from qantar.csvio import read_table, write_tables
from qantar.paths import RAW
from qantar.sources import source_rows

TABLES = schema.load()
COLUMNS = [pytest.param(t, c, id=f"{t.name}.{c.name}") for t in TABLES.values() for c in t.columns]


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_every_column_is_described_and_its_example_is_valid(table, column):
    assert column.description.endswith((".", ")"))
    assert re.fullmatch(r"[a-z][a-z0-9_]*", column.name)
    assert check.cell_problem(column.example, column, is_raw=False) is None or not column.example
    assert column.example or not column.required, "a required column needs an example"


@pytest.mark.parametrize(("table", "column"), [("claims", "rule"), ("quality", "name")])
def test_the_example_of_a_rule_is_one_that_reads_plain_sentences(table, column):
    (claim,) = read_figures("Police said 12 people were killed.")
    assert TABLES[table].column(column).example == claim["rule"]


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_keys_and_references_name_columns_that_exist(table):
    assert table.title and table.description and table.folder in ("raw", "processed")
    assert set(table.key) <= set(table.names) and len(set(table.names)) == len(table.names)
    for column, target, field in table.foreign_keys:
        assert column in table.names and field in TABLES[target].names


@pytest.mark.parametrize("name", [name for name, table in TABLES.items() if table.folder == "raw"])
def test_raw_tables_hold_the_described_columns_and_no_other(name):
    table = TABLES[name]
    read_table(RAW / table.file, table)
    with open(RAW / table.file, encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == table.names


def test_raw_folder_is_read_and_complete():
    corpus = read_corpus(RAW)
    used = {row["source_id"] for row in corpus.figures} | set(corpus.texts)
    assert used == {row["source_id"] for row in corpus.sources}
    assert all(row["publisher_type"] and row["published"] and row["url"] for row in corpus.sources)


def test_coded_figures_obey_the_rules_of_their_qualifier():
    """Which of value, low and high a qualifier fills; equal where filled, but for ranges and vague words."""
    filled = {"exact": "vlh", "at_least": "vl", "more_than": "vl", "almost": "vh", "up_to": "vh", "less_than": "vh"}
    filled |= {"about": "v", "range": "lh", "vague": "lh"}
    for row in read_corpus(RAW).figures:
        bounds = {letter: row[name] for letter, name in (("v", "value"), ("l", "low"), ("h", "high")) if row[name]}
        assert "".join(bounds) == filled[row["qualifier"]], row["figure_id"]
        assert "v" not in bounds or len(set(bounds.values())) == 1, row["figure_id"]


def test_vague_words_have_bounds_and_no_value_by_default():
    profiles = read_conventions(RAW)
    assert next(iter(profiles)) == "interval"
    for row in profiles["interval"].values():
        assert bool(row["value"]) != bool(row["low"] and row["high"])
    for name in set(profiles) - {"interval"}:
        assert set(profiles[name]) <= set(profiles["interval"]), "a word that the default does not know"


def test_event_names_each_spelling_once():
    event = read_corpus(RAW).event
    for key, spellings in (("places", "variants"), ("institutions", "aliases"), ("contributing_countries", "variants")):
        names = [word for entry in event[key] for word in (entry["name"], *entry[spellings])]
        assert sorted(names) == sorted(set(names))
    regions = {place["region"] for place in event["places"]}
    assert regions <= {place["name"] for place in event["places"]}


def test_places_and_claimants_of_coded_figures_are_those_of_the_event():
    corpus = read_corpus(RAW)
    known = {place["name"] for place in corpus.event["places"]} | {corpus.event["country"], ""}
    places = {row["place"] for row in corpus.figures} - known
    assert all("regions" in place for place in places), "only groups of places may have a name of their own"


@pytest.fixture
def package(tmp_path):
    """The data package of the coded part of data/raw."""
    corpus = read_corpus(RAW)
    claims = sorted(coded_claims(corpus.figures), key=_position)
    write_tables(tmp_path, {"sources": source_rows(corpus), "claims": claims, "rejected_numbers": []})
    return datapackage.write(tmp_path)


def test_data_package_is_valid_to_an_independent_checker(package):
    report = frictionless.Package(str(package)).validate()
    assert report.valid, report.flatten(["type", "message"])
    described = {resource["name"]: resource for resource in json.loads(package.read_text())["resources"]}
    assert set(described) == {"sources", "claims", "rejected_numbers"}
    assert [field["name"] for field in described["claims"]["schema"]["fields"]] == TABLES["claims"].names


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (",coded,,deaths,", ",coded,,dead,", "constraint-error"),
        ("\ninfo24-2022-01-02,info24-2022-01,", "\ninfo24-2022-01-02,nowhere,", "foreign-key"),
        (",info24-2022-01-01,,,", ",nothing,,,", "foreign-key"),
        ("\ninfo24-2022-01-02,", "\ninfo24-2022-01-01,", "primary-key"),
    ],
)
def test_data_package_says_what_is_wrong_with_a_table(package, old, new, kind):
    claims = package.with_name("claims.csv")
    text = claims.read_text(encoding="utf-8")
    assert old in text
    claims.write_text(text.replace(old, new, 1), encoding="utf-8")
    report = frictionless.Package(str(package)).validate()
    assert kind in [error[0] for error in report.flatten(["type"])]


def test_data_package_is_the_same_each_time(package):
    before = package.read_bytes()
    assert datapackage.write(package.parent).read_bytes() == before and before.endswith(b"}\n")
