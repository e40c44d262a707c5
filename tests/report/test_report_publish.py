"""The whole set on a small project: what stands where, what is run again, and what a failure leaves untouched."""

import hashlib
import json
import re
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup
from report_helpers import code, drawing, markdown, write_corpus, write_notebook

from qantar import paths
from qantar.csvio import read_sheet
from qantar.errors import InputError
from qantar.report import pdf
from qantar.report.index import headlines
from qantar.report.publish import Order, publish

PAGES = ["01_deaths.html", "02_detentions.html", "evidence.html", "index.html"]


def build(project, **changes):
    """Publish, and return what was said."""
    said = []
    publish(Order(**{**vars(project), **changes}), say=said.append)
    return said


def contents(folder):
    """Hash of every file below a folder by its path."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def run_again(said):
    return sorted(line.split(":")[0].strip() for line in said if "run in" in line)


def test_pages_figures_and_data_stand_in_place(built):
    assert sorted(file.name for file in built.reports.glob("*.html")) == PAGES
    assert sorted(file.name for file in built.figures.iterdir()) == ["01_deaths.csv", "02_detentions.csv"]
    for file in built.processed.iterdir():
        assert (built.reports / "data" / file.name).read_bytes() == file.read_bytes()


def test_no_page_loads_anything(built):
    for file in built.reports.glob("*.html"):
        page = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        loaded = [element.get("src") or "" for element in page.find_all(src=True)]
        loaded += [link["href"] for link in page.find_all("link")]
        assert all(address.startswith("data:image/") for address in loaded), file.name
        assert not re.search(r"url\(|@import", page.find("style").string)


def test_every_local_link_leads_somewhere(built):
    for file in built.reports.glob("*.html"):
        page = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        for link in page.find_all("a", href=re.compile(r"^(?!https?:|data:|mailto:)")):
            target, _, anchor = link["href"].partition("#")
            assert (built.reports / target).exists(), link
            if anchor:
                there = (built.reports / target).read_text(encoding="utf-8") if target else str(page)
                assert f'id="{anchor}"' in there, link


def test_the_start_page_shows_figures_from_the_tables(built):
    page = BeautifulSoup((built.reports / "index.html").read_text(encoding="utf-8"), "html.parser")
    shown = {entry.h3.get_text(): entry.find(class_="big").get_text() for entry in page.select(".headline")}
    assert shown == {"Deaths": "15", "Detentions": "40"}
    for row in page.select("#data ~ .wide tbody tr"):
        name, _, rows, _ = (cell.get_text() for cell in row.find_all(["th", "td"]))
        assert int(rows.replace(",", "")) == len(read_sheet(built.processed / name).rows), name


@pytest.mark.parametrize(("flag", "shown"), [("sum_conflation", "12"), ("silent_correction", "15")])
def test_a_figure_flagged_as_misleading_is_no_headline(built, flag, shown):
    name = built.processed / "flags.csv"
    cells = [flag, "p-1", "p-2", "deaths", "15", "paper-2020-05-03", "Paper", "2020-05-03", "invented"]
    name.write_text("\n".join(",".join(row) for row in (read_sheet(name).names, cells)) + "\n")
    found = {entry["metric"]: entry["last"]["words"] for entry in headlines(built.processed, built.raw)}
    assert found["deaths"] == shown


def test_nothing_is_run_when_nothing_changed(built):
    build(built)
    before = contents(built.reports)
    assert build(built) == ["  pages: 4, unchanged"]
    assert contents(built.reports) == before


def test_a_build_from_scratch_gives_the_same_bytes(built):
    before = contents(built.reports), contents(built.figures)
    assert run_again(build(built, force=True)) == ["01_deaths", "02_detentions"]
    assert (contents(built.reports), contents(built.figures)) == before


def test_only_the_notebook_whose_table_changed_is_run_again(built):
    table = built.processed / "deaths.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(",15,", ",16,"), encoding="utf-8")
    assert run_again(build(built)) == ["01_deaths"]
    assert "16" in (built.figures / "01_deaths.csv").read_text()


def test_a_table_that_appears_makes_notebooks_run_again(built):
    (built.processed / "extra.csv").write_text("a\n1\n")
    assert run_again(build(built)) == ["01_deaths", "02_detentions"]


def test_another_event_makes_notebooks_run_again(built):
    event = built.raw / "event.yml"
    event.write_text(event.read_text(encoding="utf-8").replace("country: Testland", "country: Otherland"))
    assert run_again(build(built)) == ["01_deaths", "02_detentions"]


def test_only_the_notebook_whose_code_changed_is_run_again(built):
    write_notebook(built.notebooks / "02_detentions.ipynb", *drawing("02", "detentions"), code("print('more')"))
    assert run_again(build(built)) == ["02_detentions"]
    assert "more" in (built.reports / "02_detentions.html").read_text(encoding="utf-8")


def test_changed_words_need_no_run(built):
    cells = drawing("01", "deaths")
    cells[1] = markdown("Other words.")
    write_notebook(built.notebooks / "01_deaths.ipynb", *cells)
    assert run_again(build(built)) == []
    assert "Other words." in (built.reports / "01_deaths.html").read_text(encoding="utf-8")


def test_a_figure_that_was_changed_by_hand_is_drawn_again(built):
    before = contents(built.figures)
    (built.figures / "01_deaths.csv").write_text("as_of,value\n2020-05-03,99\n")
    assert run_again(build(built)) == ["01_deaths"]
    assert contents(built.figures) == before


def test_a_page_that_was_changed_by_hand_is_made_again(built):
    before = contents(built.reports)
    (built.reports / "index.html").write_text("nothing")
    assert run_again(build(built)) == []
    assert contents(built.reports) == before


def test_what_is_no_longer_made_goes_away_and_other_files_stay(built):
    (built.notebooks / "02_detentions.ipynb").unlink()
    (built.reports / "notes.txt").write_text("mine")
    build(built)
    names = {file.name for folder in (built.reports, built.figures) for file in folder.iterdir() if file.is_file()}
    assert names == {"01_deaths.html", "evidence.html", "index.html", "notes.txt", "01_deaths.csv"}


def test_only_makes_the_named_report(project):
    build(project, only=["deaths"])
    assert [file.name for file in project.reports.glob("*.html")] == ["01_deaths.html"]


def test_a_failing_notebook_is_named_and_leaves_everything_as_it_was(built):
    before = contents(built.reports), contents(built.figures)
    cells = [*drawing("01", "deaths"), markdown("## Ratio"), code("total = 1\ntotal / 0")]
    write_notebook(built.notebooks / "01_deaths.ipynb", *cells)
    with pytest.raises(InputError) as caught:
        build(built)
    message = str(caught.value)
    assert message.startswith("01_deaths.ipynb: cell 5 (section “Ratio”) stopped with ZeroDivisionError: division by")
    assert "Remedy: rebuild the tables" in message
    assert (contents(built.reports), contents(built.figures)) == before


def test_a_figure_without_words_is_refused_and_leaves_everything_as_it_was(built):
    before = contents(built.reports), contents(built.figures)
    picture = "from IPython.display import HTML, display\ndisplay(HTML('<img src=\"data:image/png;base64,AA==\">'))"
    write_notebook(built.notebooks / "01_deaths.ipynb", markdown("# T"), code(picture))
    with pytest.raises(InputError, match=r"01_deaths.ipynb: figure 1 has no alternative text"):
        build(built)
    assert (contents(built.reports), contents(built.figures)) == before


def test_a_dying_kernel_is_reported(project):
    write_notebook(project.notebooks / "01_deaths.ipynb", markdown("# T"), code("import os; os._exit(1)"))
    with pytest.raises(InputError, match=r"01_deaths.ipynb: .*DeadKernelError"):
        build(project, only=["01"])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda project: (project.processed / "claims.csv").unlink(), "03_build_tables.py first"),
        (lambda project: [file.unlink() for file in project.notebooks.iterdir()], "--notebooks"),
        (lambda project: (project.notebooks / "01_deaths.ipynb").write_text("{"), "01_deaths.ipynb"),
    ],
)
def test_the_script_ends_with_one_message_and_code_2(project, change, message):
    change(project)
    folders = [f"--{name}={getattr(project, name)}" for name in ("raw", "processed", "notebooks", "figures", "reports")]
    script = [sys.executable, str(paths.ROOT / "scripts" / "04_export_reports.py"), *folders]
    done = subprocess.run(script, capture_output=True, text=True)
    assert done.returncode == 2, done.stderr
    assert message in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not project.reports.exists()


def test_another_corpus_is_read_from_the_folders_named(project, tmp_path):
    raw, processed = write_corpus(tmp_path / "other")
    table = processed / "deaths.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(",15,", ",77,"), encoding="utf-8")
    build(project, raw=raw, processed=processed, only=["01"])
    assert ",77" in (project.figures / "01_deaths.csv").read_text().replace("2020-05-03", "")


def test_what_a_notebook_uses_is_noted(published):
    known = json.loads((published / "cache" / "01_deaths.json").read_text(encoding="utf-8"))
    assert list(known["tables"]) == ["deaths.csv"]
    assert "paths.py" in known["modules"]
    assert not any(module.startswith(("reading", "tables")) for module in known["modules"])


def test_without_a_browser_there_is_no_pdf_and_the_message_says_how_to_get_one(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(InputError, match="no Chromium or Chrome on the path"):
        pdf.find_browser()


def test_a_browser_that_fails_is_named(tmp_path):
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\necho no display >&2\nexit 3\n")
    broken.chmod(0o755)
    with pytest.raises(InputError, match=r"page.html: chromium could not print it \(no display\)"):
        pdf.print_page(str(broken), tmp_path / "page.html", tmp_path / "page.pdf")


def run_script(*options):
    script = [sys.executable, str(paths.ROOT / "scripts" / "04_export_reports.py"), *map(str, options)]
    return subprocess.run(script, capture_output=True, text=True)


def test_the_script_writes_beside_the_tables_of_another_corpus(project):
    home, own = project.raw.parent, sorted(paths.FIGURES.iterdir())
    done = run_script("--raw", project.raw, "--processed", project.processed, "--notebooks", project.notebooks)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip().endswith(f"reports: {home / 'reports'}")
    assert (home / "reports" / "index.html").is_file() and (home / "figures" / "01_deaths.csv").is_file()
    assert sorted(paths.FIGURES.iterdir()) == own


def test_input_of_another_corpus_does_not_meet_the_tables_of_the_project(project):
    done = run_script("--raw", project.raw)
    assert done.returncode == 2 and "--processed DIR" in done.stderr
    build = [sys.executable, str(paths.ROOT / "scripts" / "build.py"), "--raw", str(project.raw)]
    done = subprocess.run(build, capture_output=True, text=True)
    assert done.returncode == 2 and "--processed DIR" in done.stderr
