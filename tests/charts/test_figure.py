"""`show` refuses a figure that lacks its words, and saves one that has them, twice the same."""

import pandas as pd
import pytest
from matplotlib.figure import Figure
from PIL import Image

from qantar.charts import bars, figure

WORDS = {
    "name": "02_toll",
    "title": "The toll rose from 40 to 55",
    "subtitle": "People reported killed, Atlantis",
    "source": "Source: three outlets, published up to 5 March 2030",
    "alt": "Two bars, 40 and 55.",
}
ROWS = pd.DataFrame({"label": ["First", "Last"], "value": [40, 55]})


def show(rows=ROWS, **changes):
    figure.show(bars.draw(ROWS), data=rows, **(WORDS | changes))


@pytest.mark.parametrize("word", ["title", "subtitle", "source", "alt"])
@pytest.mark.parametrize("blank", ["", "  ", None])
def test_a_missing_word_is_refused(word, blank, figures_folder):
    with pytest.raises(ValueError, match=f"no {word}"):
        show(**{word: blank})
    assert not figures_folder.exists(), "a refused figure must leave no file"


def test_all_missing_words_are_named_at_once(figures_folder):
    with pytest.raises(ValueError, match="no title, no alt"):
        show(title="", alt="")


def test_a_source_without_a_date_is_refused(figures_folder):
    with pytest.raises(ValueError, match="gives no date"):
        show(source="Source: three outlets")


def test_alternative_words_must_say_more_than_the_title(figures_folder):
    with pytest.raises(ValueError, match="repeats the title"):
        show(alt=WORDS["title"])


def test_a_figure_without_numbers_is_refused(figures_folder):
    with pytest.raises(ValueError, match="no plotted numbers"):
        show(rows=ROWS.head(0))


@pytest.mark.parametrize("name", ["toll", "2_toll", "02-toll", "02_Toll", "../02_toll", "02_"])
def test_a_name_that_would_not_sort_or_escapes_is_refused(name, figures_folder):
    with pytest.raises(ValueError, match="figure name"):
        show(name=name)


def test_a_figure_is_saved_three_ways_with_its_words(figures_folder):
    show()
    assert sorted(path.name for path in figures_folder.iterdir()) == ["02_toll.csv", "02_toll.png", "02_toll.svg"]
    assert (figures_folder / "02_toll.csv").read_bytes() == b"label,value\nFirst,40\nLast,55\n"
    with Image.open(figures_folder / "02_toll.png") as picture:
        assert picture.width == 1200
        assert picture.text["Description"] == WORDS["alt"]
        assert "Software" not in picture.text, "a version of matplotlib would change the bytes"
    vector = (figures_folder / "02_toll.svg").read_text(encoding="utf-8")
    assert "<text" in vector, "letters must stay letters, to be searched and read aloud"


def test_the_same_figure_has_the_same_bytes(figures_folder):
    show()
    first = {path.name: path.read_bytes() for path in figures_folder.iterdir()}
    show()
    assert first == {path.name: path.read_bytes() for path in figures_folder.iterdir()}


def test_the_alternative_words_reach_the_page_escaped():
    page = figure.as_html(b"png", "02_toll", 'from "40" to <55>')
    assert 'alt="from &quot;40&quot; to &lt;55&gt;"' in page
    assert 'data-csv="figures/02_toll.csv"' in page


def test_the_drawing_keeps_its_size_under_its_words(figures_folder):
    fig = bars.draw(ROWS)
    fig.draw_without_rendering()
    before = fig.axes[0].get_window_extent().height
    figure.show(fig, data=ROWS, **(WORDS | {"title": "A long title " * 12}))
    fig.draw_without_rendering()
    assert fig.axes[0].get_window_extent().height == pytest.approx(before, rel=0.03)


def test_overlapping_and_cut_texts_are_found():
    fig = Figure(figsize=(6, 2), layout="constrained")
    fig.text(0.5, 0.5, "one word")
    fig.text(0.51, 0.5, "another word")
    fig.text(0.95, 0.1, "cut at the edge")
    found = figure.clashes(fig)
    assert "'one word' overlaps 'another word'" in found
    assert "'cut at the edge' is cut" in found


def test_a_clash_is_announced_when_the_figure_is_shown(figures_folder):
    fig = bars.draw(ROWS)
    fig.text(0.5, 0.5, "one word")
    fig.text(0.51, 0.5, "another word")
    with pytest.warns(UserWarning, match="overlaps"):
        figure.show(fig, data=ROWS, **WORDS)
