"""Five rules, side by side."""

from table_corpus import claim, corpus_of

from qantar.tables.reconciled import RULES, build_reconciled


def by_rule(*claims):
    table = build_reconciled(corpus_of(*claims)).to_dict("records")
    return {row["rule"]: (row["low"], row["best"], row["high"]) for row in table}


def test_five_rules_five_answers():
    figures = [
        claim("a", 230, published="2022-01-15"),
        claim("b", 230, published="2022-01-15", claimant_type="police"),
        claim("c", 238, published="2022-01-20", claimant_type="ombudsman"),
        claim("d", 188, published="2022-01-18", claimant_type="media"),
    ]
    assert by_rule(*figures) == {
        "latest": (238, 238, 238),
        "highest_priority": (230, 230, 230),
        "majority": (230, 230, 230),
        "lowest": (188, 188, 188),
        "envelope": (188, None, 238),
    }


def test_a_majority_counts_origins_not_outlets():
    copies = [claim(name, 230) for name in "abcde"]
    others = [claim(kind, 238, claimant_type=kind) for kind in ("ombudsman", "ngo")]
    assert by_rule(*copies, *others)["majority"] == (238, 238, 238)


def test_a_tie_gives_bounds_and_no_number():
    assert by_rule(claim("a", 230), claim("b", 238, claimant_type="ngo"))["majority"] == (230, None, 238)


def test_open_bounds_stay_open_under_every_rule():
    rules = by_rule(claim("a", 238, qualifier="at_least"))
    assert {rules[rule] for rule in RULES} == {(238, 238, None)}


def test_a_larger_exact_number_closes_the_envelope_and_a_hedged_one_opens_it():
    assert by_rule(claim("a", 200, qualifier="at_least"), claim("b", 225))["envelope"] == (200, None, 225)
    assert by_rule(claim("a", 240, qualifier="more_than"), claim("b", 225))["envelope"] == (225, None, None)


def test_words_give_bounds_and_no_number():
    dozens = claim("a", "", qualifier="vague", low=24, high=99)
    assert by_rule(dozens) == dict.fromkeys(RULES, (24, None, 99))


def test_a_withdrawn_figure_has_no_say():
    gone = claim("w", 164, status="retracted", as_of="2022-01-15")
    rows = build_reconciled(corpus_of(gone, claim("z", 164, published="2022-01-20"))).to_dict("records")
    assert all(row["best"] is None or row["best"] != row["best"] for row in rows)
    assert {(row["n_claims"], row["n_withdrawn"]) for row in rows} == {(0, 2)}


def test_another_event_never_enters():
    other = claim("o", 16, as_of="2022-01-15", event_scope="other_event")
    assert by_rule(claim("a", 225), other)["lowest"] == (225, 225, 225)
