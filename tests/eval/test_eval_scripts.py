"""The two scripts from end to end in a folder of their own: what they print, write, and say to bad input."""

import csv
import subprocess
import sys

import pytest

from qantar import schema
from qantar.csvio import read_table
from qantar.paths import ROOT

GOLD_COLUMNS = "gold_id,source_id,tier,metric,value,low,high,qualifier,unit,group,detail,claimant_type,as_of,place"
GOLD_COLUMNS += ",event_scope,part_of,stage,status,number_text,start,end,anchor"
TEXT = "Police said on Tuesday that 12 people were killed and 340 detained in Port Alder.\n"
DEATHS = "a-1,a,core,deaths,12,12,12,exact,people,all,,police,2024-03-05,Port Alder,in_event,,,asserted,12,{},12 people"
HELD = "a-2,a,core,detentions,340,340,340,exact,people,all,,police,|2024-03-05,,in_event,,detained,asserted,340,{},340"
SOURCES = "source_id,outlet,title,published,event,event_start,event_end,country\n"
SOURCES += "a,Harbour Post,Riot,2024-03-06,alder,2024-03-04,2024-03-08,Alderland\nb,Post,No text,2024,alder,,,\n"


def run(script, *words):
    words = [sys.executable, ROOT / "scripts" / script, *map(str, words)]
    return subprocess.run(words, capture_output=True, text=True, timeout=60)


def span(number):
    start = TEXT.index(number)
    return f"{start},{start + len(number)}"


@pytest.fixture
def folder(tmp_path):
    """A set called mine: one text with two annotated figures."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "mine_sources.csv").write_text(SOURCES, encoding="utf-8")
    lines = [GOLD_COLUMNS, DEATHS.format(span("12")), HELD.format(span("340"))]
    (tmp_path / "mine.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def test_own_sets_are_scored_into_two_tables_with_the_same_bytes(tmp_path):
    first, second = (run("evaluate_extraction.py", "--processed", tmp_path / name) for name in ("one", "two"))
    assert (first.returncode, first.stderr) == (0, "") and first.stdout == second.stdout
    for name in ("reading_scores", "reading_errors"):
        file = schema.load()[name].file
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()
        assert read_table(tmp_path / "one" / file, schema.load()[name])


def test_a_set_of_ones_own_is_scored_and_nothing_published(folder):
    out = folder / "scores.csv"
    done = run("evaluate_extraction.py", "--set", "mine", "--folder", folder, "--processed", folder / "p", "--out", out)
    assert done.returncode == 0 and "mine: 1 text\n" in done.stdout
    whole = read_table(out, schema.load()["reading_scores"])[0]
    assert (whole["n_figures"], whole["n_right"], whole["strict_f1"], whole["texts_from"]) == (
        "2",
        "2",
        "1",
        "2024-03-06",
    )
    assert not (folder / "p").exists()


def test_long_and_short_form_say_the_same(folder):
    files = ("--gold", folder / "mine.csv", "--texts", folder / "mine", "--sources", folder / "mine_sources.csv")
    long, short = (
        run("evaluate_extraction.py", *files),
        run("evaluate_extraction.py", "--set", "mine", "--folder", folder),
    )
    assert long.returncode == 0 and long.stdout == short.stdout
    twice = run("evaluate_extraction.py", *files, "--set", "mine", "--folder", folder).stdout
    assert twice.count("mine: 1 text\n") == 2


def test_mistakes_are_shown_when_asked_for(folder):
    table = folder / "mine.csv"
    table.write_text(
        table.read_text(encoding="utf-8").replace("340,340,340,exact", "340,340,,at_least"), encoding="utf-8"
    )
    done = run("evaluate_extraction.py", "--set", "mine", "--folder", folder, "--show", 1)
    assert "wrong_bounds a detentions '340' bounds: 340, 340 to 340 for 340, 340 to -" in done.stdout
    assert "qualifier: exact" not in done.stdout, "one mistake was asked for"


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("mine.csv", span("12"), "3,5", "line 2: the text has 'ic' there, not '12'"),
        ("mine.csv", "core,deaths", "sure,deaths", "line 2: column tier, value 'sure': unknown value"),
        ("mine.csv", "a-1,a,", "a-1,z,", "line 2: source 'z' has no text"),
        ("mine.csv", "number_text", "words", "column 'number_text' is missing"),
        ("mine_sources.csv", "published", "day", "column 'published' is missing"),
    ],
)
def test_broken_annotations_are_refused_with_their_place(folder, file, old, new, problem):
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    done = run("evaluate_extraction.py", "--set", "mine", "--folder", folder, "--out", folder / "scores.csv")
    assert done.returncode == 2 and problem in done.stderr and "Traceback" not in done.stderr
    assert not (folder / "scores.csv").exists()


def test_files_of_a_set_belong_together(folder):
    done = run("evaluate_extraction.py", "--gold", folder / "mine.csv")
    assert done.returncode == 2 and "once for each set" in done.stderr


CLAIMS = "claim_id,source_id,metric,value,number_text,start,end,text_sha256,rule\n"


@pytest.fixture
def versions(tmp_path):
    """Two versions of a claims.csv in a git repository: one claim changes its value, one is new."""
    old = CLAIMS + "1,a,deaths,12,12,5,7,x,predicate\n"
    claims = tmp_path / "claims.csv"
    claims.write_text(old, encoding="utf-8")
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-C", str(tmp_path)]
    for words in (["init", "-q"], ["add", "claims.csv"], ["commit", "-qm", "first"]):
        subprocess.run([*git, *words], check=True, capture_output=True)
    (tmp_path / "old.csv").write_text(old, encoding="utf-8")
    claims.write_text(CLAIMS + "1,a,deaths,13,12,5,7,x,predicate\n2,a,deaths,9,9,20,21,x,part\n", encoding="utf-8")
    return tmp_path


def test_two_files_and_a_commit_give_the_same_changes(versions):
    out = versions / "changes.csv"
    files = run("compare_claims.py", versions / "old.csv", versions / "claims.csv", "--out", out)
    commit = run("compare_claims.py", "--git", "HEAD", "--processed", versions)
    assert (files.returncode, files.stderr) == (0, "") and files.stdout == commit.stdout
    assert files.stdout.startswith("claims: 1 gained, 0 lost, 1 changed\n") and "value: 12 → 13" in files.stdout
    with open(out, encoding="utf-8", newline="") as file:
        assert [row["change"] for row in csv.DictReader(file)] == ["changed", "gained"]


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["claims.csv"], "1 files named"),
        (["nothing.csv", "claims.csv"], "file not found"),
        (["--git", "no-such-commit", "claims.csv"], "git has no such version"),
        (["--git", "--output=stray", "claims.csv"], "git has no such version"),
        (["changes.txt", "claims.csv"], "column 'claim_id' is missing"),
    ],
)
def test_versions_that_cannot_be_compared_are_named(versions, words, problem):
    (versions / "changes.txt").write_text("metric\ndeaths\n", encoding="utf-8")
    words = [versions / word if word.endswith((".csv", ".txt")) else word for word in words]
    if words[0] == "--git":
        words = [f"--git={words[1]}", words[2]]
    done = run("compare_claims.py", *words)
    assert done.returncode == 2 and problem in done.stderr and "Traceback" not in done.stderr
    assert not (versions / "stray").exists()
