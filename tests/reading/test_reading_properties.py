"""What holds for any text at all: reading never stops, and every number of it is accounted for exactly once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qantar.reading import read_document

# Pieces that the rules react to, so that chance builds sentences and not only noise.
PIECES = [
    *("police", "said", "The ministry", "of whom", "including", "were killed", "injured", "detained", "criminal cases"),
    *("people", "officers", "children", "Armenia", "troops", "according to", "denied", "rose from", "to", "or", "and"),
    *("12", "1,300", "1 300", "4,4 thousand", "2K", "10-20", "$2-3bn", "20 (twenty)", "half a dozen", "dozens of"),
    *(
        "the same number",
        "as many again",
        "no one",
        "no",
        "at least",
        "up to",
        "nearly",
        "aged",
        "16",
        "on",
        "the ninth",
    ),
    *("January", "5 January 2022", "31 December 9999", "1 January 0001", "two days later", "a day before", "yesterday"),
    *(".", ",", ";", ":", "“", "”", "'", "(", ")", "-", "–", "\n", "%", "№", "١٢", "1/2", "²", "\u202e", "\x00"),
]
NOISE = st.text(max_size=120)
SENTENCES = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).map(" ".join)
TEXTS = NOISE | SENTENCES | st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
PUBLISHED = st.sampled_from(
    [None, "", "2022", "2022-01", "2022-01-15", "0001-01-01", "9999-12-31", "2022-13-45", "soon"]
)
EVENT = {"id": "e", "name": "Event", "country": "Armenia", "start": "2022-01-02", "end": "2022-01-11"}
HOSTILE = {  # long texts that repeat what some pattern or loop reacts to
    "digits": "9" * 20_000,
    "groups": "1" + ",000" * 3_000 + ",5",
    "spaced groups": "1" + " 000" * 3_000,
    "decimals": "1.1," * 3_000,
    "long fraction": "9" * 190 + ".5 trillion people died",
    "points": "." * 20_000 + "A",
    "points and spaces": ". " * 5_000,
    "spaces": "Two died." + " " * 20_000 + "x",
    "quotation marks": "«" * 20_000,
    "straight quotation marks": '"' * 5_001,
    "letters": "a" * 20_000 + " died",
    "apostrophes": "a'" * 5_000,
    "hedges": "at least " * 1_500 + "12 died",
    "number words": "hundred " * 1_500,
    "one hundred": "one " + "hundred " * 1_500 + "and a half thousand died",
    "no": "no " * 1_500,
    "brackets": "(" * 5_000 + "12" + ")" * 5_000,
    "dashes": "12-" * 1_500,
    "list": "12, " * 1_500 + "died",
    "short sentences": "Two died. " * 400,
    "dates": "January 1 " * 1_000,
    "capitals": "Aaa " * 4_000 + "said 12 died",
    "headings": "Ministry: " * 1_000,
}


@given(TEXTS, PUBLISHED, st.sampled_from([None, EVENT]), st.sampled_from(["", "ngo", "official"]))
def test_any_text_is_read(text, published, event, publisher_type):
    claims, rejected = read_document(text, "s", published, event, "Police press office", publisher_type)
    for row in (*claims, *rejected):
        assert text[row["start"] : row["end"]] == row["number_text"] != ""


@given(TEXTS)
def test_every_number_is_claimed_or_rejected_once(text):
    claims, rejected = read_document(text)
    rows = sorted((*claims, *rejected), key=lambda row: row["start"])
    taken = [at for row in rows for at in range(row["start"], row["end"])]
    assert len(taken) == len(set(taken))
    digits = {at for at, char in enumerate(text) if char.isdecimal()}
    assert digits <= set(taken)


@given(TEXTS)
def test_rows_come_in_order_of_the_text(text):
    for rows in read_document(text):
        starts = [row["start"] for row in rows]
        assert starts == sorted(starts)


@given(TEXTS)
def test_bounds_enclose_the_value(text):
    claims, _ = read_document(text)
    for claim in claims:
        bounds = [claim[key] for key in ("low", "value", "high") if claim[key] is not None]
        assert bounds == sorted(bounds)
        assert all(isinstance(bound, int) for bound in bounds)


@given(TEXTS)
def test_a_part_belongs_to_a_claim_of_the_text(text):
    claims, _ = read_document(text, "s")
    ids = {claim["claim_id"] for claim in claims}
    assert all(claim["part_of"] in ids - {claim["claim_id"]} for claim in claims if claim["part_of"])


@given(TEXTS)
def test_the_same_text_gives_the_same_rows(text):
    assert read_document(text, "s", "2022-01-15") == read_document(text, "s", "2022-01-15")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_long_repetition_is_read_to_its_end(text):
    claims, rejected = read_document(text, published="2022-01-15")
    digits = sum(char.isdecimal() for char in text)
    assert sum(sum(c.isdecimal() for c in row["number_text"]) for row in (*claims, *rejected)) == digits
