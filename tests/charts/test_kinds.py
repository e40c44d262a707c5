"""Each kind of chart draws what its rows say: crosses for withdrawals, arrows for open ends, nothing for silence."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_hex

from qantar.charts import (
    bars,
    coverage,
    echo,
    figure,
    grid,
    intervals,
    labels,
    lanes,
    multiples,
    parts,
    ranges,
    ratios,
    steps,
    triangle,
)
from qantar.charts.style import BLUE, VERMILLION, new_figure


def drawn(fig, gid):
    """The artists of a figure that carry a mark's name."""
    return fig.findobj(lambda artist: artist.get_gid() == gid)


def texts(fig):
    return [text.get_text() for ax in fig.axes for text in ax.texts]


@pytest.fixture
def said(claims):
    """The deaths as rows of the step chart."""
    rows = claims[claims["metric"] == "deaths"]
    return rows.assign(series=rows["claimant_type"], date=rows["day"])


def test_steps_cross_a_withdrawal_and_dash_what_follows(said):
    fig = steps.draw(said)
    (cross,) = drawn(fig, "withdrawn")
    assert cross.get_marker() == "x" and cross.get_ydata()[0] == 40
    (line,) = drawn(fig, "withdrawn-line")
    assert line.get_linestyle() == "--"


def test_steps_hold_the_last_figure_and_never_slope(said):
    lines = [line for line in steps.draw(said).axes[0].lines if len(line.get_xdata()) == 2]
    assert lines
    for line in lines:
        (x0, x1), (y0, y1) = line.get_xdata(orig=False), line.get_ydata(orig=False)
        assert x0 == x1 or y0 == y1, "a slope between two figures is an invention"


def test_steps_point_upwards_where_a_figure_is_open(said):
    (mark,) = drawn(steps.draw(said), "mark-up")
    assert mark.get_marker() == "^" and mark.get_ydata()[0] == 55


def test_steps_give_a_vague_figure_its_bounds_and_no_level(claims):
    rows = claims[claims["claim_id"] == "a5"].assign(series="nobody", date=pd.Timestamp("2030-03-05"))
    fig = steps.draw(rows)
    bars_drawn = [line for line in fig.axes[0].lines if list(line.get_ydata()) == [24, 99]]
    assert len(bars_drawn) == 1
    assert not drawn(fig, "mark-exact")


def test_steps_label_every_speaker_at_the_end(said):
    found = texts(steps.draw(said))
    assert "prosecutor" in found and "health_ministry,\nwithdrawn" in found


def test_intervals_draw_open_ends_as_arrows_and_about_hollow(claims):
    rows = claims.assign(label=claims["claim_id"])
    fig = intervals.draw(rows)
    assert len(drawn(fig, "open-end")) == 2, "at least 55, nearly 200"
    assert {"at least 55", "nearly 200", "24 to 99", "40, withdrawn"} <= set(texts(fig))
    (bar,) = drawn(fig, "bar")
    assert list(bar.get_xdata()) == [24, 99]


def test_intervals_draw_about_as_a_hollow_dot(claims):
    rows = claims.head(1).assign(label="x", qualifier="about", low=pd.NA, high=pd.NA)
    (mark,) = drawn(intervals.draw(rows), "mark-about")
    assert to_hex(mark.get_markerfacecolor()) == "#ffffff"


def test_intervals_put_a_speaker_above_his_figures(claims):
    rows = claims.assign(label=claims["outlet"], speaker=["the ministry"] * 3 + ["the prosecutor"] * 3)
    found = texts(intervals.draw(rows))
    assert "Credited to the ministry" in found and "Credited to the prosecutor" in found


def test_coverage_tells_a_nought_from_silence():
    rows = pd.DataFrame(
        {"row": ["A", "A", "B"], "column": ["deaths", "injuries", "deaths"], "claims": [3, 1, 0]}
    ).assign(only_zero=[False, True, False])
    fig = coverage.draw(rows)
    assert len(drawn(fig, "reported")) == 1
    assert len(drawn(fig, "zero")) == 1
    assert len(drawn(fig, "silent")) == 2, "one pair without claims, one pair that is missing"


@pytest.mark.parametrize(
    ("values", "rest", "label"), [([60, 30], 10, "Not accounted for"), ([80, 30], 10, "More than")]
)
def test_parts_are_never_rescaled_and_the_rest_is_hatched(values, rest, label):
    rows = pd.DataFrame({"role": ["total", "part", "part"], "label": ["All", "X", "Y"], "value": [100, *values]})
    fig = parts.draw(rows)
    (bar,) = drawn(fig, "rest")
    assert bar.get_hatch() and bar.get_width() == rest
    widths = [patch.get_width() for patch in fig.axes[0].patches]
    assert widths[:3] == [100, *values]
    assert fig.axes[0].get_yticklabels()[-1].get_text().startswith(label)


def test_echo_marks_the_day_of_the_withdrawal():
    rows = pd.DataFrame(
        {
            "label": ["A", "B", "C"],
            "date": pd.to_datetime(["2030-03-01", "2030-03-03", "2030-03-08"]),
            "manner": ["asserted", "withdrawn", "asserted"],
            "withdrawn_on": pd.Timestamp("2030-03-03"),
        }
    )
    fig = echo.draw(rows)
    assert len(drawn(fig, "withdrawn")) == 1 and len(drawn(fig, "asserted")) == 2
    assert "withdrawn" in texts(fig)


def test_ranges_draw_a_mark_for_each_kind_and_add_nothing():
    rows = pd.DataFrame(
        {"label": ["X", "X", "Y"], "kind": ["announced", "sent", "sent"], "value": [100, 60, 5], "text": list("abc")}
    )
    fig = ranges.draw(rows, log=True)
    assert sorted(mark.get_xdata()[0] for mark in drawn(fig, "mark")) == [5, 60, 100]
    assert fig.axes[0].get_xscale() == "log"
    assert [text.get_text() for text in fig.axes[0].get_legend().get_texts()] == ["announced", "sent"]


def test_lanes_give_each_state_a_line_and_add_nothing():
    rows = pd.DataFrame(
        {
            "label": ["X", "X", "X", "Y"],
            "kind": ["announced", "sent", "sent", "sent"],
            "value": [100, 60, 90, 5],
            "qualifier": ["exact", "about", "more_than", "exact"],
            "text": ["100", "≈ 60", "> 90", "5"],
        }
    )
    fig = lanes.draw(rows, log=True)
    assert sorted(mark.get_xdata()[0] for mark in drawn(fig, "mark")) == [5, 60, 90, 100]
    assert [label.get_text() for label in fig.axes[0].get_yticklabels()] == ["X: announced", "sent", "Y: sent"]
    assert texts(fig) == ["100", "≈ 60, > 90", "5"]
    hollow = [mark for mark in drawn(fig, "mark") if to_hex(mark.get_markerfacecolor()) == "#ffffff"]
    assert [mark.get_xdata()[0] for mark in hollow] == [60], "about is hollow"


def test_long_names_are_folded_and_never_cut():
    rows = pd.DataFrame({"label": ["Institute for War and Peace Reporting"], "manner": "asserted"})
    fig = echo.draw(rows.assign(date=pd.Timestamp("2030-03-01")))
    (name,) = (label.get_text() for label in fig.axes[0].get_yticklabels())
    assert name.replace("\n", " ") == rows["label"].iloc[0] and "\n" in name


def test_ratios_say_how_many_pairs_and_stay_blank_without_any():
    rows = pd.DataFrame({"row": ["B", "C"], "column": ["A", "B"], "log2_ratio": [1.0, 0.0], "pairs": [4, 7]})
    found = texts(ratios.draw(rows))
    assert "×2.00\nn = 4" in found and "equal\nn = 7" in found
    assert sum("n =" in text for text in found) == 2


def test_triangle_strikes_what_was_withdrawn_and_is_empty_before_it_was_known():
    days = pd.to_datetime(["2030-03-01", "2030-03-02"])
    rows = pd.DataFrame(
        {
            "as_of": days[[0, 0, 1]],
            "known_on": days[[0, 1, 1]],
            "value": [40, 40, 50],
            "text": ["40", "40", "≥ 50"],
            "withdrawn": [False, True, False],
        }
    )
    fig = triangle.draw(rows)
    (strike,) = drawn(fig, "withdrawn")
    assert to_hex(strike.get_color()) == VERMILLION.lower()
    assert sorted(texts(fig)) == ["40", "40", "≥50"]


def test_multiples_give_each_series_a_panel_of_its_own():
    rows = pd.DataFrame(
        {
            "series": ["x", "x", "y"],
            "date": pd.to_datetime(["2030-03-01", "2030-04-01", "2030-03-01"]),
            "value": [1, 4, 9],
            "text": ["1", "≥ 4", "9"],
            "claimant_type": ["prosecutor", "police", "prosecutor"],
        }
    )
    fig = multiples.draw(rows, filled="prosecutor")
    assert [sorted(text.get_text() for text in ax.texts) for ax in fig.axes] == [["1", "x", "≥ 4"], ["9", "y"]]
    assert all(ax.get_ylim()[0] == 0 for ax in fig.axes)
    faces = [to_hex(line.get_markerfacecolor()) for line in fig.axes[0].lines if line.get_marker() == "o"]
    assert faces == [BLUE.lower(), "#ffffff"], "another speaker's figure is hollow"


def test_bars_begin_at_zero_and_show_the_part():
    fig = bars.draw(pd.DataFrame({"label": ["A"], "value": [10], "part": [4]}), whole=("figures", "statements"))
    assert fig.axes[0].get_xlim()[0] == 0
    assert texts(fig) == ["4 statements in 10 figures"]


def test_grid_shades_by_how_far_a_number_is_moved():
    rows = pd.DataFrame({"row": ["d", "d"], "column": ["low", "high"], "text": ["2", "16"], "moved": [0.0, 3.0]})
    first, second = (to_hex(patch.get_facecolor()) for patch in grid.draw(rows).axes[0].patches)
    assert second == VERMILLION.lower() and first != second


def test_a_crowd_of_labels_does_not_overlap():
    fig, ax = new_figure(2)
    ax.set(xlim=(0, 10), ylim=(0, 1))
    crowd = [(5 + i / 20, 0.5, f"a long label {i}", "black") for i in range(20)]
    left_out = labels.beside_points(ax, crowd)
    assert len(texts(fig)) + len(left_out) == len(crowd)
    assert 0 < len(left_out) < len(crowd), "some find a place, the others are left out rather than piled up"
    assert not [clash for clash in figure.clashes(fig) if "overlaps" in clash]


def test_words_that_stand_already_are_not_written_across_a_line():
    _, ax = new_figure(2)
    ax.set(xlim=(0, 10), ylim=(0, 10))
    for x in range(1, 10):
        ax.plot([x, x], [0, 10])
    entries = [(2.5, 5, "a label as wide as many lines", "black"), (7.5, 5, "a label as wide as many lines", "black")]
    assert labels.beside_points(ax, entries) == [entries[1][2]]


def test_labels_pushed_apart_keep_their_order():
    wanted = list(np.random.default_rng(1).uniform(0, 5, 12))
    placed = labels.spread(wanted, 1.0)
    order = np.argsort(wanted)
    gaps = np.diff([placed[i] for i in order])
    assert (gaps >= 1 - 1e-5).all()
