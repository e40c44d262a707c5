"""Every sentence of the tables is read as its row says; what is not yet is listed in known_misses.yml."""

import pytest

from .corpus import KNOWN_MISSES, complaints, known_misses, load_cases, table_files

CASES = [case for path in table_files() for case in load_cases(path)]
MISSES = known_misses()


def parameters():
    for case in CASES:
        reason = MISSES.get(case.case_id)
        marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
        yield pytest.param(case, id=f"{case.case_id} {case.reason}", marks=marks)


@pytest.mark.parametrize("case", parameters())
def test_sentence_is_read_as_expected(case, read_document):
    claims, _ = read_document(case.text, published=case.published, event=case.event)
    problems = complaints(case, claims)
    assert not problems, "\n".join([case.text, *problems])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.case_id)
def test_expectation_is_well_formed(case):
    assert case.reason
    for wanted in case.expect:
        case.span(wanted["number"], wanted.get("nth", 1))
        bounds = [wanted[key] for key in ("low", "value", "high") if wanted[key] != ""]
        assert bounds and bounds == sorted(bounds)
        for number in str(wanted.get("part_of", "")).split("|"):
            assert not number or case.span(number)


def test_corpus_is_large_enough():
    positive = sum(bool(case.expect) for case in CASES)
    assert positive >= 300
    assert len(CASES) - positive >= 100


def test_known_misses_name_existing_cases():
    unknown = set(MISSES) - {case.case_id for case in CASES}
    assert not unknown, f"{KNOWN_MISSES} names no case: {sorted(unknown)}"
