"""Withdrawn figures and those who print them."""

from table_corpus import claim, corpus_of

from qantar.tables.withdrawals import build_retractions

WITHDRAWN = claim("w", 164, status="retracted", as_of="2022-01-09", published="2022-01-10")


def roles(*claims):
    table = build_retractions(corpus_of(*claims))
    return dict(zip(table["claim_id"], table["role"], strict=True))


def test_the_life_of_a_withdrawn_figure():
    found = roles(
        claim("a", 164, published="2022-01-09"),
        WITHDRAWN,
        claim("b", 164, published="2022-01-10"),
        claim("c", 164, status="disputed", published="2022-01-12"),
        claim("d", 164, published="2022-01-15", claimant_type="unattributed"),
        claim("e", 164, published="2022-01", claimant_type="media"),
    )
    assert found == {"a": "before", "w": "withdrawal", "b": "undated", "c": "disputed", "d": "repeat", "e": "undated"}


def test_delay_counts_from_the_first_withdrawal():
    late = claim("x", 164, status="denied", published="2022-01-20")
    table = build_retractions(corpus_of(WITHDRAWN, late, claim("d", 164, published="2022-01-15")))
    assert table.set_index("claim_id").loc["d", "days_after"] == 5


def test_another_place_or_group_is_another_figure():
    assert roles(WITHDRAWN, claim("a", 164, place="Almaty"), claim("b", 164, group="civilians")) == {"w": "withdrawal"}


def test_a_small_number_is_the_withdrawn_one_only_as_part_of_the_same_whole():
    part = claim("p", 2, group="children", status="retracted", part_of="w", published="2022-01-10")
    repeat = claim("r", 2, group="children", part_of="t", published="2022-01-14")
    total = claim("t", 164, published="2022-01-14")
    chance = claim("c", 2, group="children", published="2022-02-18")
    found = roles(WITHDRAWN, part, repeat, total, chance)
    assert found["r"] == "repeat" and "c" not in found


def test_nothing_withdrawn_nothing_listed():
    assert roles(claim("a", 164)) == {}
