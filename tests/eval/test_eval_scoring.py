"""The scorer on annotations of a few words: a perfect reading scores 1, each kind of mistake is named."""

import pytest

from qantar.scoring.compare import compare_text, pair_up, size_of
from qantar.scoring.gold import GoldSet
from qantar.scoring.mistakes import list_mistakes
from qantar.scoring.scores import count, score_set
from qantar.scoring.show import format_classes, format_mistakes, format_scores

TEXT = "Some 225 people died, 19 of them soldiers; 19 cars burned and 300 marched."
SLOTS = {"qualifier": "exact", "group": "all|civilians", "detail": "", "stage": "", "claimant_type": "police"}
SLOTS |= {"as_of": "2022-01-15|", "event_scope": "in_event", "status": "asserted", "part_of": ""}


def row(gold_id, number, start, tier="core", metric="deaths", **slots):
    place = {"gold_id": gold_id, "source_id": "t", "number_text": number, "start": str(start)}
    place |= {"end": str(start + len(number)), "tier": tier, "metric": metric, "anchor": f"{number} and more"}
    return place | dict.fromkeys(("value", "low", "high"), number) | SLOTS | slots


def claim(claim_id, number, start, metric="deaths", **slots):
    place = {"claim_id": claim_id, "number_text": number, "start": start, "end": start + len(number), "metric": metric}
    place |= dict.fromkeys(("value", "low", "high"), int(number)) | {"rule": "predicate"}
    return place | SLOTS | {"group": "all", "as_of": ""} | slots


ROWS = [
    row("g1", "225", 5),
    row("g2", "19", 22, part_of="g1"),
    row("g3", "19", 43, tier="optional"),
    row("g4", "300", 62, tier="context", metric="crowd_size"),
]
RIGHT = [claim("a", "225", 5), claim("b", "19", 22, part_of="a")]
GOLD = GoldSet("mine", ROWS, [{"source_id": "t", "published": "2022-01-15"}], folder=None)
GOLD.__dict__["texts"] = {"t": TEXT}  # no file is needed for a text of one line


def outcomes(claims, rejected=(), rows=ROWS):
    return compare_text("t", rows, claims, list(rejected))


def mistakes(claims, rejected=()):
    return [
        (line["error"], line["slot"], line["expected"], line["read"], line["reason"])
        for line in list_mistakes(GOLD, outcomes(claims, rejected))
    ]


def test_a_perfect_reading_scores_one():
    scores = count(outcomes(RIGHT))
    assert {name: value for name, value in scores.items() if name.startswith(("detect", "strict"))} == {
        f"{level}_{name}": 1.0 for level in ("detect", "strict") for name in ("precision", "recall", "f1")
    }
    assert mistakes(RIGHT) == []


def test_no_reading_scores_nothing():
    scores = count(outcomes([]))
    assert (scores["n_figures"], scores["n_read"], scores["detect_precision"], scores["detect_f1"]) == (2, 0, None, 0)


REJECTED = [{"start": 22, "end": 24, "reason": "no predicate"}]
OTHER = claim("c", "300", 62, metric="crowd_size")


@pytest.mark.parametrize(
    ("claims", "rejected", "mistake"),
    [
        (RIGHT[:1], REJECTED, ("missed", "bounds", "19, 19 to 19", "", "no predicate")),
        (RIGHT[:1], [], ("missed", "bounds", "19, 19 to 19", "", "number not seen")),
        ([*RIGHT, claim("c", "300", 62)], [], ("spurious", "bounds", "", "300, 300 to 300", "annotated as crowd_size")),
        ([*RIGHT, claim("c", "3", 70)], [], ("spurious", "bounds", "", "3, 3 to 3", "no figure")),
        ([*RIGHT, claim("c", "225", 5)], [], ("spurious", "bounds", "", "225, 225 to 225", "read twice")),
        (
            [RIGHT[0] | {"high": None}, RIGHT[1]],
            [],
            ("wrong_bounds", "bounds", "225, 225 to 225", "225, 225 to -", ""),
        ),
        ([RIGHT[0], RIGHT[1] | {"part_of": ""}], [], ("wrong_slot", "part_of", "g1", "", "")),
        ([RIGHT[0] | {"group": "children"}, RIGHT[1]], [], ("wrong_slot", "group", "all|civilians", "children", "")),
    ],
)
def test_each_kind_of_mistake_is_named(claims, rejected, mistake):
    assert mistakes(claims, rejected) == [mistake]


def test_another_metric_is_a_miss_and_a_spurious_claim():
    wrong = [RIGHT[0], claim("b", "19", 22, metric="injuries")]
    assert mistakes(wrong) == [
        ("missed", "bounds", "19, 19 to 19", "", "read as injuries"),
        ("spurious", "bounds", "", "19, 19 to 19", "annotated as deaths"),
    ]


def test_a_total_that_is_not_annotated_is_no_right_total():
    stray = claim("z", "7", 40)
    assert ("wrong_slot", "part_of", "g1", "?", "") in mistakes([RIGHT[0], RIGHT[1] | {"part_of": "z"}, stray])


@pytest.mark.parametrize("extra", [claim("c", "19", 43), claim("c", "20", 43), OTHER])
def test_optional_figures_and_other_quantities_count_neither_way(extra):
    assert count(outcomes([*RIGHT, extra])) == count(outcomes(RIGHT))


def test_of_two_readings_of_one_number_the_one_with_equal_bounds_is_paired():
    first, second = claim("a", "25", 5), claim("b", "225", 5)
    assert pair_up(ROWS[:1], [first, second]) == [(ROWS[0], second)]


def test_two_figures_on_one_number_need_two_claims():
    rows = [row("g1", "225", 5), row("g2", "225", 5, status="superseded")]
    (_, missed) = outcomes([RIGHT[0]], rows=rows)
    assert (missed.kind, missed.reason) == ("missed", "read once only")


def test_scores_add_up_and_are_split_by_metric_size_rule_and_slot():
    wrong = outcomes([RIGHT[0] | {"claimant_type": "media"}, claim("c", "300", 62, metric="injuries", rule="topic")])
    rows = {(line["by"], line["name"], line["metric"]): line for line in score_set(GOLD, wrong)}
    whole = rows["all", "all", ""]
    assert (whole["n_texts"], whole["n_figures"], whole["n_read"], whole["n_found"]) == (1, 2, 2, 1)
    assert (whole["strict_precision"], whole["strict_recall"], whole["strict_f1"]) == (0.5, 0.5, 0.5)
    assert rows["metric", "deaths", ""]["strict_precision"] == 1 and rows["metric", "injuries", ""]["n_figures"] == 0
    assert rows["size", "6 to 20", ""]["n_found"] == 0 and rows["size", "over 100", ""]["n_read"] == 2
    assert rows["rule", "topic", "injuries"]["strict_precision"] == 0
    assert rows["rule", "topic", "injuries"]["n_figures"] is None, "a miss belongs to no rule"
    assert (rows["slot", "claimant_type", ""]["agreement"], rows["slot", "status", ""]["agreement"]) == (0, 1)


def test_size_is_that_of_the_number_or_its_bound():
    figures = [("0", "0", "0"), ("", "24", "99"), ("", "", "500"), ("5", "", "5")]
    sizes = [size_of(dict(zip(("value", "low", "high"), bounds, strict=True))) for bounds in figures]
    assert sizes == ["0", "21 to 100", "over 100", "3 to 5"]


def test_what_is_printed_names_set_scores_and_mistakes():
    wrong = outcomes(RIGHT[:1], REJECTED)
    rows = list_mistakes(GOLD, wrong)
    table = format_scores(score_set(GOLD, wrong))
    assert "mine: 1 text\n" in table and "1.000 0.500 0.667" in table and "as_of" in table
    assert format_classes(rows).split() == ["mistakes", "1", "missed:", "no", "predicate"]
    assert (
        format_mistakes(rows, 5)
        == "missed       t deaths '19' bounds: nothing for 19, 19 to 19 (no predicate) … 19 and more"
    )
    assert format_mistakes(rows, 0) == ""
