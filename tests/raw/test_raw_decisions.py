"""A decision that writes what its column cannot hold is refused by the first step, before any claim is marked."""

import pytest
from small_corpus import DECISIONS, write


@pytest.mark.parametrize("script", ["01_prepare_sources.py", "02_extract_claims.py"])
@pytest.mark.parametrize(
    ("decision", "named"),
    [
        ("c1,set,status,gone", ["'gone' for status", "use one of asserted"]),
        ("c1,set,status,", ["for status: must not be empty"]),
        ("c1,set,value,many", ["'many' for value: no integer"]),
        ("c1,set,as_of,2022-02-30", ["for as_of: no date", "YYYY-MM-DD"]),
        ("c1,set,low,1.5", ["for low: no integer"]),
    ],
)
def test_the_first_step_that_reads_it_refuses_it(raw, run, tmp_path, script, decision, named):
    write(raw, "corrections.csv", DECISIONS + f"c0,accept,,,fine,2024-04-01\n{decision},why,2024-04-01\n")
    done = run(script, raw)
    assert done.returncode == 2 and "corrections.csv, line 3" in done.stderr
    assert all(words in done.stderr for words in named), done.stderr
    assert not (tmp_path / "processed").exists()


def test_values_that_fit_are_taken(raw, run):
    rows = "c1,set,part_of,,no part,2024-04-01\nc1,set,place,Norport,why,2024-04-01\nc1,set,high,12,why,2024-04-01\n"
    write(raw, "corrections.csv", DECISIONS + rows)
    assert run("01_prepare_sources.py", raw).returncode == 0
