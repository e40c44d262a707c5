"""Two versions of the claims: which are the same, which came, which went, and what changed in the rest."""

from qantar.changes import compare_claims, describe_changes, pair_claims


def claim(claim_id, start, number="12", **more):
    row = {"claim_id": claim_id, "source_id": "a", "metric": "deaths", "number_text": number, "value": number}
    row |= {"start": str(start), "end": str(start + len(number)), "text_sha256": "x", "rule": "predicate"}
    return row | {"group": "all", "part_of": "", "sentence": "1"} | more


TOTAL, PART = claim("t", 5, "225"), claim("p", 30, "19", part_of="t")


def changes(old, new):
    return [
        (row["change"], row["number_text"], row.get("column"), row.get("old"), row.get("new"))
        for row in compare_claims(old, new)
    ]


def test_nothing_changed():
    assert compare_claims([TOTAL, PART], [TOTAL, PART]) == []


def test_gained_and_lost():
    assert changes([TOTAL], [PART]) == [("lost", "225", None, None, None), ("gained", "19", None, None, None)]


def test_each_changed_column_is_a_row():
    new = TOTAL | {"group": "civilians", "value": "226"}
    assert changes([TOTAL], [new]) == [
        ("changed", "225", "value", "225", "226"),
        ("changed", "225", "group", "all", "civilians"),
    ]


def test_a_longer_span_of_the_same_figure_is_a_change_of_it():
    new = claim("n", 5, "225 thousand", value="225000")
    assert ("changed", "225 thousand", "value", "225", "225000") in changes([TOTAL], [new])
    assert not any(change in ("gained", "lost") for change, *_ in changes([TOTAL], [new]))


def test_another_metric_is_another_claim():
    assert [change for change, *_ in changes([TOTAL], [TOTAL | {"metric": "injuries"}])] == ["lost", "gained"]


def test_a_new_id_of_the_total_is_no_change_of_its_parts():
    renamed = TOTAL | {"claim_id": "u", "group": "civilians"}
    assert changes([TOTAL, PART], [renamed, PART | {"part_of": "u"}]) == [
        ("changed", "225", "group", "all", "civilians")
    ]


def test_a_lost_total_is_named_by_its_number():
    assert changes([TOTAL, PART], [TOTAL, PART | {"part_of": ""}]) == [("changed", "19", "part_of", "225", "")]


def test_in_an_edited_text_figures_are_found_by_their_words_and_places_may_move():
    moved = [row | {"start": str(int(row["start"]) + 40), "end": str(int(row["end"]) + 40)} for row in (TOTAL, PART)]
    edited = [row | {"text_sha256": "y", "sentence": "2", "claim_id": row["claim_id"] + "2"} for row in moved]
    edited[1]["part_of"] = "t2"
    assert changes([TOTAL, PART], edited) == []


def test_spans_of_an_edited_text_prove_nothing():
    other = claim("n", 5, "31", text_sha256="y")
    assert [change for change, *_ in changes([claim("o", 5, "12")], [other])] == ["lost", "gained"]


def test_coded_figures_without_a_span_are_known_by_their_id():
    coded = TOTAL | {"start": "", "end": "", "text_sha256": ""}
    assert pair_claims([coded], [coded | {"value": "226"}])[0][1]["value"] == "226"
    assert [change for change, *_ in changes([coded], [coded | {"claim_id": "v", "number_text": "9"}])] == [
        "lost",
        "gained",
    ]


def test_columns_of_one_version_only_are_not_compared():
    older = {name: value for name, value in TOTAL.items() if name != "rule"}
    assert changes([older], [TOTAL | {"measure": "stock"}]) == []


def test_the_summary_counts_claims_and_not_columns():
    text = describe_changes(compare_claims([TOTAL], [TOTAL | {"group": "", "value": "226"}, PART]))
    assert text.splitlines()[0] == "claims: 1 gained, 0 lost, 1 changed"
    assert "group: all → (blank)" in text and text.splitlines()[2] == "a"
