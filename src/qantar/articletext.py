"""What makes the text of a file no article: there is nothing in it, or it is the source of a web page.

A page's source is not read: scripts and menus hold numbers that no reader of the page sees, and a span would point into
tags. Nor is it cleaned here, since what a cleaner leaves is another text than that of the file; programs that take the
article out of a page are named in the remedy.
"""

import re

EMPTY = ("the text is empty", "put the article's text into it, or remove the file")
PAGE = (
    "the source of a web page (HTML), no text",
    "save the page as text (in a browser: copy the article, paste it into a text editor), "
    "or take its text out with a program such as trafilatura",
)
# A text may quote a tag or two. A page begins with one of these, or has parts that no article shows.
BEGINNING = re.compile(
    r"\s*(?:<\?xml\b[^<>]*>\s*)?(?:<!--[^<>]*>\s*)?"
    r"<(?:!doctype\s+html|html|head|body|meta|title|link|script|style|div|article|section|main|p)\b"
    r"[^<>]{0,2000}>",
    re.IGNORECASE,
)
PARTS = re.compile(r"<(?:!doctype\s+html|html|body|script|style|iframe|noscript)\b[^<>]{0,2000}>", re.IGNORECASE)


def why_no_text(text):
    """Why a text cannot be read as an article.

    Args:
        text: the decoded text of a file or of a field of an archive.

    Returns:
        (problem, remedy), or None where nothing is wrong.

    >>> why_no_text(" \\n")[0]
    'the text is empty'
    >>> why_no_text("Two died. <script>var deaths = 999</script>")[0]
    'the source of a web page (HTML), no text'
    >>> why_no_text("The price rose to <b>90</b> tenge, x < 3 and y > 5; two people died.")
    """
    if not text or text.isspace():
        return EMPTY
    return PAGE if is_page(text) else None


def is_page(text):
    """Whether a text is the source of a web page, by its first tag or by parts that only pages have."""
    return "<" in text and bool(BEGINNING.match(text) or PARTS.search(text))
