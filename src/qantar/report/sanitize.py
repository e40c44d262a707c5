"""What a notebook may put on a page: text, tables, pictures and links, and nothing that runs or calls out.

Outputs of a notebook repeat whatever the data holds, and the data repeat what strangers wrote. So every piece of HTML
from a cell passes through here, whoever wrote the notebook; the page's content-security-policy is the second lock.
"""

import re

from bleach.sanitizer import Cleaner
from bs4 import BeautifulSoup

TEXT_TAGS = (
    *("a", "abbr", "b", "blockquote", "br", "cite", "code", "dd", "del", "details", "dfn", "div", "dl", "dt", "em"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "samp"),
    *("small", "span", "strong", "sub", "summary", "sup", "time", "u", "ul", "var"),
)
TABLE_TAGS = ("caption", "col", "colgroup", "table", "tbody", "td", "tfoot", "th", "thead", "tr")
FIGURE_TAGS = ("figcaption", "figure", "img")
# Their content is not text for a reader, so it goes with the tag.
DROPPED_WHOLE = (
    *("script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "audio", "video"),
    *("canvas", "form", "select", "textarea", "title", "head"),
)
CLASSES = {"warning", "math-inline", "math-block", "number"}
PLAIN_ATTRIBUTES = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "col": {"span"},
    "colgroup": {"span"},
    "details": {"open"},
    "figure": {"data-csv"},
    "img": {"alt", "src", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
EMBEDDED_IMAGE = re.compile(r"data:image/(?:png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/=\s]+\Z")
LINK = re.compile(r"(?:https?://|mailto:|#|(?![a-z][a-z0-9+.-]*:|//))", re.IGNORECASE)


def is_embedded_image(address):
    """Whether an image address carries its own bytes, so that showing it asks nobody.

    >>> is_embedded_image("data:image/png;base64,iVBORw0KGgo="), is_embedded_image("https://example.org/pixel.gif")
    (True, False)
    """
    return bool(EMBEDDED_IMAGE.match(address))


def allow_attribute(tag, name, value):
    """Bleach's question: may this attribute stay? No style, no handler, no address that runs or loads."""
    if name == "class":
        return set(value.split()) <= CLASSES
    if name not in PLAIN_ATTRIBUTES.get(tag, ()):
        return False
    if name == "src":
        return is_embedded_image(value)
    return name != "href" or bool(LINK.match(value.strip()))


def drop_unreadable(html):
    """HTML without the elements whose content is no text, and with a note where an outside picture stood."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.find_all(list(DROPPED_WHOLE)):
        element.decompose()
    for image in soup.find_all("img"):
        if not is_embedded_image(image.get("src", "")):
            image.replace_with(f"[picture left out: {image.get('alt') or 'it lies outside this page'}]")
    return str(soup)


def clean(html):
    """Untrusted HTML as safe HTML.

    Args:
        html: markup from a Markdown cell or from the output of a code cell.

    Returns:
        The same text, tables, embedded pictures and links; scripts, styles, handlers, frames, forms and outside
        pictures are gone.

    >>> clean('<p onclick="x()">Five <script>alert(1)</script><a href="javascript:x()">killed</a></p>')
    '<p>Five <a>killed</a></p>'
    """
    cleaner = Cleaner(
        tags={*TEXT_TAGS, *TABLE_TAGS, *FIGURE_TAGS},
        attributes=allow_attribute,
        protocols={"http", "https", "mailto", "data"},
        strip=True,
    )
    return cleaner.clean(drop_unreadable(html))
