"""The README says what the data say: computed parts are up to date, links lead somewhere, its example runs."""

import re
import shutil
import subprocess
import sys

import pytest

from qantar import readme
from qantar.csvio import read_sheet
from qantar.errors import InputError
from qantar.event import read_event
from qantar.paths import FIGURES, PROCESSED, ROOT
from qantar.reading import read_document

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE_FILE = re.compile(r"^`(port-alder/[^`]+)`[^\n]*\n\n```\w+\n(.*?)```", re.M | re.S)
EXAMPLE_COMMAND = re.compile(r"^python (scripts/\S+ --raw port-alder/raw .*)$", re.M)
NO_RESULTS = {"2022", "3.11", "4.0", "8"}  # year of the first case, oldest Python, data licence, UTF-8


def test_computed_parts_are_what_the_tables_say():
    assert readme.fill(TEXT, PROCESSED, FIGURES) == TEXT, "run `python scripts/05_write_readme.py`"


def test_every_kind_of_part_is_in_use():
    assert {part[1] for part in readme.PART.findall(TEXT)} == {
        "headlines",
        "figure",
        "tables",
        "benchmark",
        "dictionary",
    }


def test_a_changed_table_changes_the_readme(tmp_path):
    shutil.copytree(PROCESSED, tmp_path / "processed")
    (tmp_path / "README.md").write_text(TEXT, encoding="utf-8")
    claims = tmp_path / "processed" / "claims.csv"
    lines = claims.read_text(encoding="utf-8").splitlines(keepends=True)
    claims.write_text("".join(lines[:1]), encoding="utf-8")
    assert "written" in readme.write(tmp_path, tmp_path / "processed", FIGURES)
    new = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert "**0 reported figures**" in new
    assert readme.PART.sub("", new) == readme.PART.sub("", TEXT)
    assert "up to date" in readme.write(tmp_path, tmp_path / "processed", FIGURES)


def test_a_folder_without_readme_is_left_alone(tmp_path):
    assert "nothing to write" in readme.write(tmp_path, PROCESSED, FIGURES)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("part", "problem"),
    [
        ("<!-- begin totals -->\n<!-- end totals -->", "no computed part is called 'totals'"),
        ("<!-- begin figure 99_none -->\n<!-- end figure -->", "has not been drawn"),
    ],
)
def test_a_part_that_cannot_be_written_is_named(part, problem):
    with pytest.raises(InputError, match=problem):
        readme.fill(part, PROCESSED, FIGURES)


def test_a_figure_without_description_is_refused(tmp_path):
    from PIL import Image

    Image.new("RGB", (1, 1)).save(tmp_path / "02_toll.png")
    with pytest.raises(InputError, match="no description"):
        readme.describe_figure(tmp_path, "02_toll")


def test_no_result_is_typed_by_hand():
    prose = re.sub(r"(?s:```.*?```)|`[^`\n]*`|^> .*$|\]\([^)]*\)", "", readme.PART.sub("", TEXT), flags=re.M)
    sentence = prose.index("comes a row that says")  # the example sentence, retold in numbers of its own
    typed = prose[:sentence] + prose[prose.index("What it is not:") :]
    assert set(re.findall(r"\d[\d.,]*\d|\d", typed)) <= NO_RESULTS


def test_links_lead_to_files_that_exist():
    targets = {link for link in re.findall(r"\]\(([^)#]+)\)", TEXT) if "://" not in link}
    assert targets and [link for link in sorted(targets) if not (ROOT / link).exists()] == []


def test_figures_carry_their_description():
    pictures = re.findall(r'<a href="(\S+)"><img src="(\S+)" width="\d+" alt="([^"<>]+)"></a>', TEXT)
    assert len(pictures) == TEXT.count("<img") == TEXT.count("<!-- begin figure")
    assert [file for *files, _ in pictures for file in files if not (ROOT / file).is_file()] == []
    assert all(len(alt) > 60 for *_, alt in pictures)


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """The folder of the README's example of an own corpus, written as printed."""
    folder = tmp_path_factory.mktemp("example")
    for name, content in EXAMPLE_FILE.findall(TEXT):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def test_the_sentence_that_explains_a_row_is_read_so(example):
    sentence = re.search(r"^> (At least .*)$", TEXT, re.M)[1]
    event = read_event(example / "port-alder" / "raw" / "event.yml")
    (claim,), _ = read_document(sentence, source_id="x", published="2024-03-06", event=event)
    stated = {"metric": "deaths", "number_text": "12", "value": 12, "qualifier": "at_least", "low": 12, "high": None}
    stated |= {"claimant_type": "health_ministry", "place": "Port Alder", "as_of": "2024-03-05"}
    assert {key: claim[key] for key in stated} == stated


def test_the_example_of_an_own_corpus_runs_as_printed(example):
    commands = EXAMPLE_COMMAND.findall(TEXT)
    assert len(commands) == 1, "one command, and it ends in reports"
    for command in commands:
        script, *options = command.split()
        subprocess.run([sys.executable, ROOT / script, *options], cwd=example, check=True, timeout=300)
    assert (example / "port-alder" / "reports" / "index.html").is_file()
    answers = (example / "port-alder" / "reports" / "index.html").read_text(encoding="utf-8")
    assert "24 to 99" in answers, "a figure in vague words stands on the start page by its bounds"
    claims = read_sheet(example / "port-alder" / "processed" / "claims.csv").rows
    found = [(row["metric"], row["value"], row["low"], row["high"], row["claimant_type"]) for row in claims]
    assert found == [
        ("deaths", "12", "12", "", "health_ministry"),
        ("injuries", "", "24", "99", "health_ministry"),
        ("detentions", "340", "340", "340", "interior_ministry"),
        ("detentions", "500", "500", "", "ngo"),
    ]
    assert len(read_sheet(example / "port-alder" / "processed" / "detentions.csv").rows) == 2
