"""The README says what the data say: computed parts are up to date, links lead somewhere, its example runs."""

import csv
import re
import shutil
import subprocess
import sys

import pytest

from qantar import readme
from qantar.errors import InputError
from qantar.paths import FIGURES, PROCESSED, ROOT

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE_FILE = re.compile(r"^`(port-alder/[^`]+)`[^\n]*\n\n```\w+\n(.*?)```", re.M | re.S)
EXAMPLE_COMMAND = re.compile(r"^python (scripts/\S+ --raw port-alder/raw .*)$", re.M)
NO_RESULTS = {"2022", "3.11", "4.0"}  # the year of the first case, the oldest Python, the version of the data licence


def test_computed_parts_are_what_the_tables_say():
    assert readme.fill(TEXT, PROCESSED, FIGURES) == TEXT, "run `python scripts/05_write_readme.py`"


def test_every_kind_of_part_is_in_use():
    assert {part[1] for part in readme.PART.findall(TEXT)} == {"headlines", "figure", "tables", "dictionary"}


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
    prose = re.sub(r"```.*?```|`[^`\n]*`|^> .*$|\]\([^)]*\)", "", readme.PART.sub("", TEXT), flags=re.M | re.S)
    row = prose.index("comes a row that says")  # the example sentence retold
    assert set(re.findall(r"\d[\d.,]*\d|\d", prose[:row] + prose[prose.index("What it is not:") :])) <= NO_RESULTS


def test_links_lead_to_files_that_exist():
    targets = {link for link in re.findall(r"\]\(([^)#]+)\)", TEXT) if "://" not in link}
    assert targets and [link for link in sorted(targets) if not (ROOT / link).exists()] == []


def test_figures_carry_their_description():
    pictures = re.findall(r"!\[(.*?)\]\((figures/\S+?)\)", TEXT, re.S)
    assert 2 <= len(pictures) <= 3
    assert all(len(alt) > 40 for alt, _ in pictures)


def test_the_sentence_that_explains_a_row_is_read_so():
    from qantar.reading import read_document

    sentence = re.search(r"^> (At least .*)$", TEXT, re.M)[1]
    event = {"id": "x", "name": "x", "country": "Freedonia", "start": "2024-03-04", "end": "2024-03-08"}
    (claim,), _ = read_document(sentence, source_id="x", published="2024-03-06", event=event)
    stated = {"metric": "deaths", "number_text": "12", "value": 12, "qualifier": "at_least", "low": 12, "high": None}
    assert {key: claim[key] for key in stated} == stated
    assert (claim["claimant_type"], claim["place"], claim["as_of"]) == ("health_ministry", "Port Alder", "2024-03-05")


def test_the_example_of_an_own_corpus_runs_as_printed(tmp_path):
    for name, content in EXAMPLE_FILE.findall(TEXT):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    commands = EXAMPLE_COMMAND.findall(TEXT)
    assert len(commands) == 3
    for command in commands:
        script, *options = command.split()
        subprocess.run([sys.executable, ROOT / script, *options], cwd=tmp_path, check=True, timeout=60)
    with open(tmp_path / "port-alder" / "processed" / "claims.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = {(row["metric"], row["value"], row["low"], row["claimant_type"]) for row in rows}
    assert {("deaths", "12", "12", "health_ministry"), ("detentions", "340", "340", "interior_ministry")} <= found
    assert (tmp_path / "port-alder" / "processed" / "deaths.csv").exists()
