"""Figures with their words, their number and the data behind them."""

import base64
import csv
import io
import re

from bs4 import BeautifulSoup
from PIL import Image

from qantar.errors import InputError
from qantar.report import page, tables

CSV_NAME = re.compile(r"[\w-]+\.csv")
PLAIN_POINTER = re.compile(r"Plotted numbers: figures/[\w-]+\.csv")  # what a notebook says where it cannot embed
ROWS_AS_TABLE = 100  # a longer table helps nobody below a figure; the download has all rows


def find_data(figure, folder):
    """The CSV file behind a figure, or None. Only its name counts, the file lies in `folder`."""
    name = figure.get("data-csv", "").rsplit("/", 1)[-1]
    file = folder / name
    return file if CSV_NAME.fullmatch(name) and file.is_file() else None


def size(content):
    """A file's size for readers.

    >>> size(b"x" * 900), size(b"x" * 15_800)
    ('900 bytes', '16 kB')
    """
    return f"{len(content)} bytes" if len(content) < 1000 else f"{round(len(content) / 1000)} kB"


def as_download(content):
    """The bytes of a CSV file as an address that a link can save."""
    return f"data:text/csv;charset=utf-8;base64,{base64.b64encode(content).decode('ascii')}"


def data_block(file, number):
    """What is put below a figure: the link that saves its data, and the data as a folded table.

    Args:
        file: the CSV file.
        number: the figure's number on the page.

    Returns:
        A list of elements.
    """
    content = file.read_bytes()
    header, *rows = list(csv.reader(io.StringIO(content.decode("utf-8"))))
    template = page.environment().get_template("figure_data.html.j2")
    block = BeautifulSoup(
        template.render(
            number=number,
            name=file.name,
            address=as_download(content),
            size=size(content),
            header=header,
            rows=rows if len(rows) <= ROWS_AS_TABLE else [],
        ),
        "html.parser",
    )
    for table in block.find_all("table"):
        tables.set_scopes(table)
        tables.align_numbers(table)
    return list(block.children)


def written_into(image):
    """The words that a PNG carries itself, such as `Title` and `Description`; none for other pictures.

    Rule: PNG specification (W3C, third edition), section 11.3.3, textual information.
    """
    kind, _, content = image.get("src", "").partition(",")
    if not kind.startswith("data:image/png"):
        return {}
    try:
        with Image.open(io.BytesIO(base64.b64decode(content))) as picture:
            return {key: str(text) for key, text in picture.info.items() if isinstance(text, str)}
    except (OSError, ValueError, SyntaxError):  # a broken picture has no words
        return {}


def check_words(image, number, name, seen, strict):
    """Make sure that a picture has alternative words of its own, or refuse it."""
    words = " ".join((image.get("alt") or written_into(image).get("Description", "")).split())
    if strict and (not words or words in seen):
        problem = "has no alternative text" if not words else "repeats the alternative text of another figure"
        raise InputError(f"notebooks/{name}.ipynb", f"figure {number} {problem}", "show it with its own `alt` words")
    image["alt"] = words or f"Figure {number}; its author gave no description"
    seen.add(words)


def set_caption(soup, figure, number):
    """A caption that starts with the figure's number; where a notebook gives none, the picture's own title."""
    caption = figure.find("figcaption")
    if caption is None:
        caption = soup.new_tag("figcaption")
        figure.append(caption)
    own = PLAIN_POINTER.sub("", caption.get_text()).strip()
    if not own:
        title = written_into(figure.img).get("Title", "") if figure.img else ""
        caption.string = title if not title or title.endswith((".", "?", "!")) else f"{title}."
    label = soup.new_tag("span", attrs={"class": "label"})
    label.string = f"Figure {number}. "
    caption.insert(0, label)


def set_figures(soup, name, folder, strict=False):
    """Number the figures of a page and give them words and data, in place.

    Args:
        soup: the page.
        name: name of the notebook, for messages.
        folder: where the CSV files behind the figures lie.
        strict: refuse a picture without its own alternative text.

    Raises:
        InputError: see `check_words`.
    """
    for image in soup.find_all("img"):
        if image.find_parent("figure") is None:
            image.wrap(soup.new_tag("figure"))
    seen = set()
    for number, figure in enumerate(soup.find_all("figure"), 1):
        for image in figure.find_all("img"):
            check_words(image, number, name, seen, strict)
        set_caption(soup, figure, number)
        file = find_data(figure, folder)
        figure.attrs = {"id": f"figure-{number}"}
        figure.extend(data_block(file, number) if file else [])
