"""Formulas as MathML, which browsers draw and screen readers read without any script."""

from bs4 import BeautifulSoup


def to_mathml(tex, display):
    """A TeX formula as a MathML element, or None where it is not understood.

    Args:
        tex: the formula without dollar signs.
        display: `block` or `inline`.
    """
    from latex2mathml.converter import convert

    try:
        element = BeautifulSoup(convert(tex, display=display), "html.parser").math
    except Exception:  # the converter fails in many ways on a formula it does not know; the TeX then stays readable
        return None
    element["alttext"] = tex
    for part in element.find_all(style=True):
        del part["style"]
    return element


def set_formulas(soup):
    """Replace the marked TeX of a page by MathML, in place."""
    for display in ("inline", "block"):
        for code in soup.find_all("code", class_=f"math-{display}"):
            element = to_mathml(code.get_text(), display)
            if element is not None:
                code.replace_with(element)
