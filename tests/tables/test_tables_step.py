"""The third step as a user runs it: on the real corpus, on odd ones, on broken ones."""

import subprocess
import sys

import pytest
from table_corpus import NAMES, claim

from qantar import schema
from qantar.csvio import write_tables
from qantar.paths import RAW, ROOT

EVENT = "id: landia-2022\nname: Unrest in Landia\ncountry: Landia\nstart: 2022-01-02\nend: 2022-01-11\n"


def run(raw, processed):
    command = [
        sys.executable,
        str(ROOT / "scripts" / "03_build_tables.py"),
        "--raw",
        str(raw),
        "--processed",
        str(processed),
    ]
    return subprocess.run(command, capture_output=True, text=True)


@pytest.fixture
def small(tmp_path):
    """write(*claims) → (raw, processed) folders of a corpus of nothing but an event, one source and the claims."""

    def write(*claims):
        raw, processed = tmp_path / "raw", tmp_path / "processed"
        raw.mkdir(exist_ok=True)
        (raw / "event.yml").write_text(EVENT, encoding="utf-8")
        source = dict.fromkeys(schema.load()["sources"].names, "") | {"source_id": "s", "coded_figures": "0"}
        rows = [{name: row[name] for name in NAMES} | {"source_id": "s"} for row in claims]
        write_tables(processed, {"sources": [source], "claims": rows, "rejected_numbers": []})
        return raw, processed

    return write


def test_two_runs_give_the_same_bytes(coded_folder, tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        for name in ("claims.csv", "sources.csv", "rejected_numbers.csv"):
            (tmp_path / folder / name).write_bytes((coded_folder / name).read_bytes())
        assert run(RAW, tmp_path / folder).returncode == 0
    for path in sorted((tmp_path / "one").iterdir()):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name
        assert b"\r" not in path.read_bytes()


def test_a_corpus_without_any_claim_gives_empty_tables_and_full_silence(small):
    raw, processed = small()
    finished = run(raw, processed)
    assert finished.returncode == 0, finished.stderr
    assert (processed / "deaths.csv").read_text(encoding="utf-8").count("\n") == 1
    coverage = (processed / "coverage.csv").read_text(encoding="utf-8").splitlines()
    assert len(coverage) == 7 and all(",silent," in line for line in coverage[1:])


def test_extracted_claims_alone_are_enough(small):
    extracted = {"entry": "extracted", "rule": "passive", "number_text": "225", "group": "", "place": "", "measure": ""}
    raw, processed = small(
        claim("a", 225, **extracted), claim("b", "", qualifier="vague", low=24, high=99, **extracted)
    )
    finished = run(raw, processed)
    assert finished.returncode == 0, finished.stderr
    assert ",Landia," in (processed / "timeline.csv").read_text(encoding="utf-8")
    assert ",Landia," not in (processed / "deaths.csv").read_text(encoding="utf-8")  # blank there, as in the text


def test_a_claim_without_any_date_is_in_the_tables_and_on_no_day(small):
    raw, processed = small(claim("a", 225, as_of=""))
    assert run(raw, processed).returncode == 0
    assert "\na,s," in (processed / "deaths.csv").read_text(encoding="utf-8")
    assert (processed / "reconciled.csv").read_text(encoding="utf-8").count("\n") == 1


@pytest.mark.parametrize(
    ("file", "content", "named"),
    [
        ("processed/claims.csv", "claim_id\na\n", "claims.csv"),
        ("raw/event.yml", "id: [", "event.yml"),
        ("raw/conventions.csv", "profile,word\nacled,dozens\n", "conventions.csv"),
        (
            "raw/corrections.csv",
            "claim_id,action,column,value,reason,date\nnone,reject,,,typo,2022-12-01\n",
            "corrections.csv",
        ),
    ],
)
def test_bad_input_is_named_and_leaves_the_tables_alone(small, tmp_path, file, content, named):
    raw, processed = small(claim("a", 225))
    (processed / "deaths.csv").write_text("from an earlier run\n", encoding="utf-8")
    (tmp_path / file).write_text(content, encoding="utf-8")
    finished = run(raw, processed)
    assert finished.returncode == 2
    assert named in finished.stderr and "Remedy:" in finished.stderr and "Traceback" not in finished.stderr
    assert (processed / "deaths.csv").read_text(encoding="utf-8") == "from an earlier run\n"
    assert not (processed / "timeline.csv").exists()


def test_missing_claims_are_named_with_the_step_that_makes_them(tmp_path, small):
    raw, processed = small()
    (processed / "claims.csv").unlink()
    finished = run(raw, processed)
    assert finished.returncode == 2 and "claims.csv" in finished.stderr


def test_an_undated_page_that_withdraws_a_figure_breaks_nothing(small):
    total = claim("w", 164, as_of="", status="retracted")
    raw, processed = small(total, claim("p", 103, as_of="", place="Almaty", part_of="w"), claim("z", 164))
    finished = run(raw, processed)
    assert finished.returncode == 0, finished.stderr
    assert (processed / "retractions.csv").read_text(encoding="utf-8").count("\n") == 3
