"""Copies are not evidence."""

from table_corpus import claim, corpus_of

from qantar.tables.origins import build_origins


def relations(*claims):
    table = build_origins(corpus_of(*claims))
    return {row["claim_id"]: (row["origin_id"], row["relation"]) for row in table.to_dict("records")}


def test_one_statement_in_five_outlets_is_one_origin():
    found = relations(*(claim(name, 225) for name in "abcde"))
    assert {origin for origin, _ in found.values()} == {"a"}


def test_another_speaker_day_or_number_is_another_origin():
    others = [
        claim("b", 225, claimant_type="ombudsman"),
        claim("c", 225, as_of="2022-01-16"),
        claim("d", 227),
        claim("e", 225, place="Almaty"),
        claim("f", 225, group="civilians"),
    ]
    found = relations(claim("a", 225), *others)
    assert len({origin for origin, _ in found.values()}) == 6


def test_a_number_without_speaker_is_a_copy_only_after_somebody_said_it():
    early = claim("a", 225, claimant_type="unattributed", as_of="2022-01-10")
    late = claim("c", 225, claimant_type="unattributed", as_of="2022-02-10")
    found = relations(early, claim("b", 225), late)
    assert found["a"] == ("a", "first")
    assert found["c"] == ("b", "unattributed")


def test_the_same_number_of_the_same_office_without_a_date_is_a_copy():
    undated = claim("b", 225, as_of="", published="2022-03-01")
    assert relations(claim("a", 225), undated)["b"] == ("a", "undated")


def test_a_rounded_form_beside_the_full_number_is_one_statement():
    rounded = claim("b", 4300, qualifier="more_than")
    assert relations(claim("a", 4353), rounded)["b"] == ("a", "rounded")
    assert relations(claim("a", 4999), rounded)["b"] == ("b", "first")  # too far to be its rounded form


def test_a_rounded_form_that_fits_two_numbers_is_left_alone():
    two = (claim("a", 4353), claim("b", 4578), claim("c", 4300, qualifier="more_than"))
    assert relations(*two)["c"] == ("c", "first")


def test_copies_are_counted_once_and_outlets_by_name():
    rows = [claim("a", 225, source_id="x"), claim("b", 225, source_id="x"), claim("c", 225, source_id="y")]
    table = build_origins(corpus_of(*rows))
    assert set(table["n_claims"]) == {3} and set(table["n_outlets"]) == {2}
