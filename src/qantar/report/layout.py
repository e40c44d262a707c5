"""From the cells of a notebook to the parts of a page: title, contents, numbered figures and tables."""

import re
import unicodedata
from dataclasses import dataclass, field

from bs4 import BeautifulSoup

from qantar.report import figures as figure_parts
from qantar.report import formulas
from qantar.report import tables as table_parts

HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]


@dataclass
class Content:
    """The parts of one page.

    Attributes:
        title: text of the first heading.
        standfirst: HTML of the paragraph below it, empty if something else follows.
        body: HTML of the rest.
        contents: one `(level, id, text)` for each section, levels 2 and 3.
    """

    title: str
    body: str
    standfirst: str = ""
    contents: list = field(default_factory=list)


def slug(text, taken=()):
    """A readable id for a heading, made unique among `taken`.

    >>> slug("Who was counted?"), slug("Who was counted?", taken={"who-was-counted"})
    ('who-was-counted', 'who-was-counted-2')
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    base = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "section"
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    return name


def one_line(element):
    """The text of an element with single spaces."""
    return " ".join("".join(" " if part.name == "br" else part.get_text() for part in element.children).split())


def take_title(soup, name):
    """Remove title and standfirst from the body.

    Returns:
        The text of the first heading (the notebook's name if there is none), and the HTML of the first paragraph
        between it and the next heading, written or put out by a cell; empty if there is none.
    """
    heading = soup.find(HEADINGS)
    if heading is None:
        return name.replace("_", " "), ""
    follower = heading.find_next([*HEADINGS, "p", "figure", "table"])
    is_text = follower is not None and follower.name == "p" and not follower.find("img")
    standfirst = follower.extract().decode_contents() if is_text else ""
    return one_line(heading.extract()), standfirst


def number_sections(soup):
    """Give every heading an id and a level that follows from the one before; list those for the contents."""
    level, taken, contents = 1, set(), []
    for heading in soup.find_all(HEADINGS):
        level = max(2, min(int(heading.name[1]), level + 1))
        text = one_line(heading)
        heading.name, heading["id"] = f"h{level}", slug(text, taken)
        taken.add(heading["id"])
        if level <= 3:
            contents.append((level, heading["id"], text))
    return contents


def point_links(soup):
    """Links to notebooks lead to their pages, outside links tell nobody where the reader came from.

    A link to any other file of the project would be dead in a forwarded page, so its text stays without it.
    """
    for link in soup.find_all("a", href=True):
        target = link["href"]
        if re.match(r"https?://|mailto:", target, re.IGNORECASE):
            link["rel"] = "noopener noreferrer"
        elif re.fullmatch(r"(?:\./)?[\w-]+\.ipynb(?:#.*)?", target):
            link["href"] = target.removeprefix("./").replace(".ipynb", ".html", 1)
        elif not target.startswith(("#", "data:")):
            link.unwrap()


def mark_caveats(soup):
    """A paragraph all in italics is a caveat; it is set apart from the text, and smaller."""
    for paragraph in soup.find_all("p"):
        parts = [part for part in paragraph.contents if str(part).strip()]
        if len(parts) == 1 and parts[0].name == "em":
            parts[0].unwrap()
            paragraph["class"] = "caveat"


def drop_empty(soup):
    """Remove wrappers that hold nothing once title and tables have been taken out."""
    for element in soup.find_all("div", class_=["text", "output"]):
        if not element.get_text(strip=True) and not element.find(["img", "table", "hr"]):
            element.decompose()


def arrange(fragment, name, figures, strict=False):
    """The cells of a notebook as the parts of a page.

    Args:
        fragment: HTML of the cells, already safe.
        name: name of the notebook, used where something has to be named.
        figures: folder with the CSV files behind the figures.
        strict: refuse a picture without its own alternative text.

    Returns:
        `Content`.

    Raises:
        InputError: with `strict`, where a picture lacks its own alternative text.
    """
    soup = BeautifulSoup(fragment, "html.parser")
    point_links(soup)
    formulas.set_formulas(soup)
    title, standfirst = take_title(soup, name)
    contents = number_sections(soup)
    table_parts.set_tables(soup)
    figure_parts.set_figures(soup, name, figures, strict)
    mark_caveats(soup)
    drop_empty(soup)
    return Content(title=title, standfirst=standfirst, body=str(soup), contents=contents)
