"""A reviewer's decisions: what they do to the claims, and what they may not do."""

from itertools import permutations

import pytest
from small_corpus import DECISIONS, write

from qantar import schema
from qantar.claims import load_claims
from qantar.corrections import mark_reviewed, read_corrections
from qantar.csvio import write_tables
from qantar.errors import InputError

CLAIM = {"source_id": "a", "entry": "coded", "metric": "deaths", "qualifier": "exact", "unit": "people"}
CLAIM |= {
    "claimant_type": "police",
    "event_scope": "in_event",
    "status": "asserted",
    "value": 12,
    "low": 12,
    "high": 12,
}
CLAIMS = [
    CLAIM | {"claim_id": "total"},
    CLAIM | {"claim_id": "part", "part_of": "total"},
    CLAIM | {"claim_id": "other"},
]


@pytest.fixture
def decide(tmp_path):
    """decide(rows) → the claims that the tables get after these decisions."""
    write_tables(tmp_path / "processed", {"claims": CLAIMS})

    def load(rows):
        write(tmp_path / "raw", "corrections.csv", DECISIONS + rows)
        return {claim["claim_id"]: claim for claim in load_claims(tmp_path / "raw", tmp_path / "processed")}

    return load


def test_without_corrections_claims_are_as_written(tmp_path):
    write_tables(tmp_path, {"claims": CLAIMS})
    claims = load_claims(tmp_path / "no_raw_folder", tmp_path)
    assert [claim["claim_id"] for claim in claims] == ["total", "part", "other"]
    assert {claim["reviewed"] for claim in claims} == {""}
    assert list(claims[0]) == schema.load()["claims"].names


def test_accept_marks_and_changes_nothing(decide):
    claims = decide("total,accept,,,read again,2024-04-01\n")
    assert [claims[name]["reviewed"] for name in ("total", "part", "other")] == ["yes", "", ""]
    assert claims["total"]["value"] == "12"


def test_reject_takes_the_claim_out_and_unlinks_its_parts(decide):
    claims = decide("total,reject,,,counts cases,2024-04-01\n")
    assert list(claims) == ["part", "other"] and claims["part"]["part_of"] == ""


def test_set_changes_one_cell_and_may_empty_it(decide):
    claims = decide("other,set,place,Almaty,named above,2024-04-01\npart,set,part_of,,no part,2024-04-01\n")
    assert claims["other"]["place"] == "Almaty" and claims["other"]["reviewed"] == "yes"
    assert claims["part"]["part_of"] == ""


def set_bounds(names, number):
    """Decisions that set these columns of one claim, in this order."""
    return "".join(f"other,set,{name},{number},x,2024-04-01\n" for name in names)


@pytest.mark.parametrize("number", [9, 15])
@pytest.mark.parametrize("names", list(permutations(("low", "value", "high"))))
def test_an_exact_number_may_be_changed_in_any_order_of_its_columns(decide, names, number):
    other = decide(set_bounds(names, number))["other"]
    assert [other[name] for name in ("low", "value", "high")] == [str(number)] * 3


def test_a_claim_is_judged_after_its_last_decision_which_the_message_names(decide):
    others = "total,set,place,Almaty,x,2024-04-01\nother,accept,,,x,2024-04-01\n"
    with pytest.raises(InputError, match=r"corrections\.csv, line 3: .*15 is above 12.*smaller number"):
        decide(set_bounds(("value", "low"), 15) + others)


@pytest.mark.parametrize(
    ("row", "named"),
    [
        ("gone,accept,,,x,2024-04-01\n", ["line 2", "'gone'", "claims.csv"]),
        ("other,set,metric,dead,x,2024-04-01\n", ["line 2", "'dead'", "use one of deaths"]),
        ("other,set,value,99,x,2024-04-01\n", ["line 2", "99 is above 12", "smaller number"]),
        ("other,set,status,,x,2024-04-01\n", ["line 2", "status", "must not be empty"]),
        ("other,set,part_of,gone,x,2024-04-01\n", ["line 2", "'gone'", "claim_id of the total"]),
    ],
)
def test_decision_that_cannot_be_carried_out(decide, row, named):
    with pytest.raises(InputError) as error:
        decide(row)
    for words in ("corrections.csv", *named):
        assert words in str(error.value)


def test_claims_with_a_decision_are_marked(tmp_path):
    write(tmp_path, "corrections.csv", DECISIONS + "total,reject,,,x,2024-04-01\nother,accept,,,x,2024-04-01\n")
    marked = mark_reviewed(CLAIMS, read_corrections(tmp_path))
    assert [claim.get("reviewed", "") for claim in marked] == ["yes", "", "yes"]
