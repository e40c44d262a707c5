"""The grammar of the notebooks: a question, an answer, inputs and outputs, then one finding a section."""

import ast
import re

import nbformat
import pytest

from qantar import paths

NOTEBOOKS = sorted(paths.NOTEBOOKS.glob("*.ipynb"))
CODE = re.compile(r"`[^`]*`")


def load(path):
    return nbformat.read(path, as_version=4)


def code_of(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def prose_of(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "markdown"]


def test_there_are_notebooks_to_judge():
    assert [path.name[:2] for path in NOTEBOOKS][:6] == ["01", "02", "03", "04", "05", "06"]


each = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


@each
def test_it_is_kept_without_output(path):
    notebook = load(path)
    nbformat.validate(notebook)
    assert all(not cell.outputs and cell.execution_count is None for cell in code_of(notebook))
    assert notebook.metadata.kernelspec.name == "python3"
    assert set(notebook.metadata) <= {"kernelspec", "language_info"}, "an editor left its own metadata"
    assert all(not cell.metadata for cell in notebook.cells)


@each
def test_its_cells_have_names_that_do_not_change(path):
    names = [cell.id for cell in load(path).cells]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in names), "ids are words, not chance"


@each
def test_it_begins_with_a_question_an_answer_and_its_files(path):
    question, answer, files = load(path).cells[:3]
    assert re.fullmatch(r"# [^#].*\?", question.source), "the first cell is the question, and nothing else"
    assert answer.cell_type == "code" and "say(" in answer.source
    assert files.source.startswith("**Reads** `data/processed/") and "**Writes** `figures/" in files.source


@each
def test_it_has_one_heading_of_the_first_level(path):
    heads = [line for cell in prose_of(load(path)) for line in cell.source.splitlines() if line.startswith("# ")]
    assert len(heads) == 1


@each
def test_every_finding_stands_in_a_section_of_its_own(path):
    cells = load(path).cells
    shown = [index for index, cell in enumerate(cells) if cell.cell_type == "code" and "tell(" in cell.source]
    assert shown, "a notebook without a finding"
    for index in shown:
        assert cells[index].source.count("tell(") == 1
        head, *words = cells[index - 1].source.split("\n\n", 1)
        assert head.startswith("## ") and words, "a heading and a word of introduction before each chart"


@each
def test_its_code_is_short_and_defines_nothing(path):
    for cell in code_of(load(path)):
        assert len(cell.source.splitlines()) <= 15, f"cell {cell.id} is too long to be read"
        kinds = {type(node) for node in ast.walk(ast.parse(cell.source))}
        assert not kinds & {ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda}, cell.id


@each
def test_it_goes_to_files_only_through_the_package(path):
    source = "\n".join(cell.source for cell in code_of(load(path)))
    assert not re.search(r"\.\./|read_csv|open\(|Path\(|RAW|\bos\.|savefig", source)


@each
def test_no_number_is_typed_into_its_prose(path):
    for cell in prose_of(load(path)):
        assert not re.search(r"\d", CODE.sub("", cell.source)), f"cell {cell.id}: numbers are computed, not typed"


@each
def test_figures_are_named_after_their_notebook(path):
    names = re.findall(r'tell\(\s*"(\w+)"', "\n".join(cell.source for cell in code_of(load(path))))
    assert names and all(name.startswith(path.name[:3]) for name in names)
    assert len(set(names)) == len(names)
