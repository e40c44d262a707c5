"""Show a figure with its words, and save it with its numbers. A figure that lacks any of them is refused."""

import base64
import html
import re
import warnings
from itertools import combinations

from IPython.display import HTML, display
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text
from matplotlib.textpath import TextToPath

from qantar import paths

NAME = re.compile(r"\d\d_[a-z0-9_]+")
YEAR = re.compile(r"\b\d{4}\b|\bundated\b")
MEASURE = TextToPath()
HINTING = 0.965  # letters set on whole pixels run a little wider than their outlines
LINE = 1.32  # line height in units of the type size
SIDE = 0.12  # inches left free at the sides
BLOCKS = {  # looks of the texts around a drawing, sizes in points
    "title": {"size": 13.5, "weight": "bold", "color": "#222222"},
    "subtitle": {"size": 10.5, "weight": "normal", "color": "#444444"},
    "source": {"size": 9, "weight": "normal", "color": "#555555"},
}


def show(fig, *, name, title, subtitle, source, alt, data):
    """Write a figure's words on it, save it three ways and display it.

    Args:
        fig: a matplotlib figure made by one of the chart functions, without a title of its own.
        name: file name without ending, two digits of the notebook and a word: `02_toll`.
        title: the finding, in one sentence computed from the data.
        subtitle: unit and basis: what is counted, where, over which days.
        source: where the numbers come from, with the date they were last published, or the word "undated".
        alt: what a reader who cannot see the picture must be told; more than the title.
        data: table of the plotted numbers; saved as CSV.

    Raises:
        ValueError: one of the words is missing, the source has no date, or the table is empty.
    """
    _require_words(name, title, subtitle, source, alt, data)
    _write_words(fig, title, subtitle, source)
    _warn_of_clashes(fig, name)
    png = save(fig, name, data, {"Title": title, "Description": alt})
    display(HTML(as_html(png, name, alt)))


def save(fig, name, data, words):
    """Save a figure as PNG and SVG and its numbers as CSV in the figures folder; returns the PNG's bytes.

    The words (`Title` and `Description`) go into the files too, so that the README can say what a picture shows.
    """
    folder = paths.FIGURES
    folder.mkdir(parents=True, exist_ok=True)
    fig.savefig(folder / f"{name}.png", metadata={"Software": None} | words)
    fig.savefig(folder / f"{name}.svg", metadata={"Date": None, "Creator": None} | words)
    data.to_csv(folder / f"{name}.csv", index=False, lineterminator="\n", date_format="%Y-%m-%d")
    return (folder / f"{name}.png").read_bytes()


def as_html(png, name, alt):
    """The figure as one HTML element with its alternative text, which notebooks and reports otherwise drop.

    >>> as_html(b"", "02_toll", 'rose to "225"')[:60]
    '<figure class="qantar-figure" data-name="02_toll" data-csv="'
    """
    picture = base64.b64encode(png).decode("ascii")
    return (
        f'<figure class="qantar-figure" data-name="{name}" data-csv="figures/{name}.csv">'
        f'<img alt="{html.escape(alt)}" src="data:image/png;base64,{picture}" style="max-width:100%;width:900px">'
        f"<figcaption>Plotted numbers: figures/{name}.csv</figcaption></figure>"
    )


def _require_words(name, title, subtitle, source, alt, data):
    words = {"title": title, "subtitle": subtitle, "source": source, "alt": alt}
    missing = [key for key, text in words.items() if not str(text or "").strip()]
    if missing:
        raise ValueError(f"figure {name}: no {', no '.join(missing)}")
    if not NAME.fullmatch(name):
        raise ValueError(f"figure name {name!r}: two digits, an underscore and a word, as in 02_toll")
    if not YEAR.search(source):
        raise ValueError(f"figure {name}: the source line gives no date")
    if alt.strip() == title.strip():
        raise ValueError(f"figure {name}: alt text repeats the title, it must describe the picture")
    if not len(data):
        raise ValueError(f"figure {name}: no plotted numbers")


def _write_words(fig, title, subtitle, source):
    """Grow the figure upwards and downwards and put the words there; the drawing keeps its size."""
    texts = {"title": title, "subtitle": subtitle, "source": source}
    blocks = {key: _wrap(text, key, fig.get_size_inches()[0] - 2 * SIDE) for key, text in texts.items()}
    top = sum(_height(blocks[key], key) for key in ("title", "subtitle")) + 0.2
    bottom = _height(blocks["source"], "source") + 0.14
    width, body = fig.get_size_inches()
    height = top + body + bottom
    fig.set_size_inches(width, height)
    fig.get_layout_engine().set(rect=(0.01, bottom / height, 0.98, body / height))
    y = height - 0.08
    for key in ("title", "subtitle"):
        _put(fig, blocks[key], key, y / height)
        y -= _height(blocks[key], key)
    _put(fig, blocks["source"], "source", (bottom - 0.06) / height)


def _wrap(text, block, width):
    """Break a text into as few lines as fit the width (inches), of about one length, so that no word stands alone."""
    lines = _fill(text, block, width)
    for narrower in (0.92, 0.84, 0.76, 0.68, 0.6):
        tried = _fill(text, block, width * narrower)
        if len(tried) > len(lines):
            break
        lines = tried
    return "\n".join(lines)


def _fill(text, block, width):
    """The lines of a text, each filled up to the width, measured in the very type it is set in."""
    font = FontProperties(size=BLOCKS[block]["size"], weight=BLOCKS[block]["weight"])
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        fits = MEASURE.get_text_width_height_descent(longer, font, ismath=False)[0] <= width * 72 * HINTING
        lines[-1:] = [longer] if fits or not lines[-1] else [lines[-1], word]
    return lines


def _height(text, block):
    return (text.count("\n") + 1) * BLOCKS[block]["size"] * LINE / 72 + 0.05


def _put(fig, text, block, y):
    width = fig.get_size_inches()[0]
    fig.text(SIDE / width, y, text, ha="left", va="top", linespacing=LINE, **BLOCKS[block])


def clashes(fig):
    """Texts of a figure that overlap or are cut by its edge, as a list of sentences; empty when all can be read.

    Slanted texts are judged by the edge only: the boxes around them overlap although the letters do not.
    """
    fig.draw_without_rendering()
    boxes = [(text, text.get_window_extent()) for text in _visible_texts(fig)]  # once each, it is slow
    found = [f"{text.get_text()!r} is cut" for text, box in boxes if _outside(box, fig.bbox)]
    upright = [(text, box) for text, box in boxes if text.get_rotation() % 90 == 0]
    for (one, box), (other, other_box) in combinations(upright, 2):
        if _overlap(box, other_box):
            found.append(f"{one.get_text()!r} overlaps {other.get_text()!r}")
    return found


def _overlap(one, other):
    wide = min(one.x1, other.x1) - max(one.x0, other.x0)
    high = min(one.y1, other.y1) - max(one.y0, other.y0)
    return wide > 1 and high > 1


def _visible_texts(fig):
    ticks = [label for ax in fig.axes for label in _ticks_outside_view(ax)]
    texts = fig.findobj(lambda artist: isinstance(artist, Text) and artist.get_visible() and artist.get_text().strip())
    return [text for text in texts if not any(text is label for label in ticks)]


def _ticks_outside_view(ax):
    """Labels that matplotlib keeps for ticks beyond the axis limits, and does not draw."""
    for axis in (ax.xaxis, ax.yaxis):
        low, high = sorted(axis.get_view_interval())
        for tick in [*axis.get_major_ticks(), *axis.get_minor_ticks()]:
            if not axis.get_visible() or not low <= tick.get_loc() <= high:
                yield tick.label1
                yield tick.label2


def _outside(box, edge):
    return box.x0 < edge.x0 - 1 or box.x1 > edge.x1 + 1 or box.y0 < edge.y0 - 1 or box.y1 > edge.y1 + 1


def _warn_of_clashes(fig, name):
    for clash in clashes(fig):
        warnings.warn(f"figure {name}: {clash}", stacklevel=3)
