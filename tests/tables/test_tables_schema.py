"""Every table against its schema: columns, types, keys, references, order."""

import pytest
from table_corpus import claim, corpus_of

from qantar import schema
from qantar.csvio import read_table, write_tables
from qantar.reading.figure import CORE
from qantar.tables import build_tables
from qantar.tables.build import BUILDERS
from qantar.tables.figures import TABLES
from qantar.tables.frame import MAIN

DERIVED = [*TABLES, *BUILDERS]
DESCRIBED = schema.load()


def test_every_table_of_tables_yml_is_built_and_every_built_table_is_described():
    given = {"claims", "rejected_numbers", "sources", "reading_scores", "reading_errors"}
    assert {name for name, table in DESCRIBED.items() if table.folder == "processed"} == given | set(DERIVED)


def test_the_main_metrics_are_those_that_the_reader_is_scored_on_and_the_first_of_the_schema():
    assert MAIN == CORE == schema.enum("metric")[: len(MAIN)]


@pytest.fixture(scope="module")
def written(tmp_path_factory, real):
    """The tables of the real corpus, written and read back; writing checks columns, types, enums and keys."""
    folder = tmp_path_factory.mktemp("written")
    write_tables(folder, build_tables(real))
    rows = {name: read_table(folder / DESCRIBED[name].file, DESCRIBED[name]) for name in DERIVED}
    return rows | {"claims": real.claims.to_dict("records"), "sources": real.sources.to_dict("records")}


@pytest.mark.parametrize("name", DERIVED)
def test_table_is_filled_sorted_and_refers_to_rows_that_exist(written, name):
    table, rows = DESCRIBED[name], written[name]
    assert rows, "an empty table says nothing of the real corpus"
    keys = [tuple(row[column] for column in table.key) for row in rows]
    assert keys == sorted(set(keys))
    for column, target, key in table.foreign_keys:
        known = {row[key] for row in written[target]} | {""}
        assert {row[column] for row in rows} <= known, column


def test_columns_are_those_of_the_schema():
    for name, rows in build_tables(corpus_of(claim("a", 225), claim("b", 230))).items():
        assert not rows or list(rows[0]) == DESCRIBED[name].names, name


@pytest.mark.parametrize("name", DERIVED)
def test_examples_of_the_schema_are_real(name):
    for column in DESCRIBED[name].columns:
        assert column.description and column.example, column.name
        assert not column.enum or column.example in column.enum, column.name
