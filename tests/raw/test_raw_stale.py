"""Claims that were read from an earlier text are refused, not exported with positions in a text that is gone."""

import pytest
from small_corpus import DAILY, TEXT, changed, write

from qantar.errors import InputError
from qantar.stale import check_fresh

STEPS = ("01_prepare_sources.py", "02_extract_claims.py", "03_build_tables.py")


@pytest.mark.parametrize("script", ["03_build_tables.py", "04_export_reports.py"])
def test_an_edited_article_has_to_be_read_again(raw, run, tmp_path, script):
    assert [run(step, raw).returncode for step in STEPS] == [0, 0, 0]
    write(raw, f"articles/{DAILY}.txt", changed(TEXT, "12 people", "as many as 14 people"))
    assert run(STEPS[0], raw).returncode == 0
    before = {path.name: path.read_bytes() for path in (tmp_path / "processed").iterdir()}
    done = run(script, raw)
    assert done.returncode == 2 and "run scripts/02_extract_claims.py" in done.stderr
    assert "claims.csv: out of date: 2 claims from another text of 'daily-2024-03-05'" in done.stderr
    assert {path.name: path.read_bytes() for path in (tmp_path / "processed").iterdir()} == before
    assert [run(step, raw).returncode for step in STEPS] == [0, 0, 0]


def test_claims_of_a_source_that_was_taken_out_are_out_of_date():
    claim, source = {"source_id": "a", "text_sha256": ""}, {"source_id": "b", "text_sha256": ""}
    check_fresh([claim], [claim, source], "claims.csv")
    with pytest.raises(InputError, match="no longer has: 'a'"):
        check_fresh([claim], [source], "claims.csv")
