"""The place that a figure is about: named beside it, or the scene of its paragraph.

Places of event.yml give their canonical name; others are kept as printed.
"""

from .figure import walk
from .wordlists import word_set

LOCATING, TOWNS = word_set("groups", "locating"), word_set("groups", "towns")
LINKS = LOCATING | word_set("groups", "place_links")
CAPITALS = word_set("groups", "capitals")
OF_A_KIND = word_set("groups", "places_of_a_kind")
SEATED = word_set("groups", "seated")
HYPHENS = ("-", "–")
AFTER_REACH, BEFORE_REACH = 10, 3  # items beside the number's phrase that are searched


def fill_places(figures, rows):
    """Set `place` of every figure.

    A place right after the number's phrase comes first, then one right before it in a list, then the first one that
    the sentence names, then that of the paragraph. Blank where the text names none.

    Args:
        figures: the figures of the text, in order.
        rows: the `items.Rows` of the text.
    """
    scene, paragraph = "", 0
    with_figures = {figure.sentence.paragraph for figure in figures}
    for row, placed in walk(rows, figures):
        if row.sentence.paragraph not in with_figures:
            continue
        if row.sentence.paragraph != paragraph:
            scene, paragraph = "", row.sentence.paragraph
        found, at = _place_in(row.items)
        for figure in placed:
            here = scene if found and _is_of_part(figure, at, placed) else found or scene
            figure.place = _place_after(figure) or _place_before(figure) or here
        scene = found or scene


def _is_of_part(figure, at, figures):
    """ "225 died, 103 of them in Almaty", "225 deaths, with 103 in Almaty": the place is that of the part before it."""
    later = (part for part in figures if part.metric == figure.metric and figure.index < part.index < at)
    return any(part.parent is figure or part.items[part.index - 1].low == "with" for part in later)


def _place_at(items, at):
    """The name of the place at a position after the first, "" where none stands there."""
    item, before = items[at], items[at - 1]
    if item.has("place"):
        return item.senses["place"]
    if item.has("country") and before.low in LOCATING:
        return item.text if item.low in CAPITALS else item.senses["country"]
    if before.low not in LOCATING and before.low != "of":
        return ""
    return _printed_name(items, at)


def _printed_name(items, at):
    """The name that begins at a position as it is printed: "Kant", "Republic Square", "KwaZulu-Natal"."""
    end, name = at, ""
    while end < len(items) and (_is_name(items[end]) or (name and _ends_name(items[end]))):
        is_glued = end > at and items[end - 1].end == items[end].start
        name += items[end].text if is_glued or not name else f" {items[end].text}"
        end += 1
        if end + 1 < len(items) and _is_hyphen_within(items, end):
            name, end = name + items[end].text, end + 1
    return name


def _ends_name(item):
    return item.is_capitalised and item.low in OF_A_KIND


def _is_hyphen_within(items, at):
    """A hyphen without a space on either side, before another part of a name."""
    before, hyphen, after = items[at - 1 : at + 2]
    return hyphen.low in HYPHENS and before.end == hyphen.start and hyphen.end == after.start and _is_name(after)


def _is_name(item):
    return item.kind == "word" and item.text[:1].isupper() and not item.senses


def _place_after(figure):
    """ "19 in Almaty", "19 (Almaty)", "19 police of the city Almaty"; "of" alone needs a place of the event."""
    items = figure.items
    start = max(figure.head.at, 1)
    for at in range(start, min(start + AFTER_REACH, len(items))):
        found = _place_at(items, at) if items[at - 1].low in LINKS else ""
        if found and (items[at - 1].low != "of" or items[at].has("place")):
            return found
        if items[at].is_count or items[at].low in (";", ","):
            break
    return ""


def _place_before(figure):
    """ "Almaty 103, Kyzylorda region 21", "Gauteng stayed at 79"."""
    for item in reversed(figure.items[max(figure.index - BEFORE_REACH, 0) : figure.index]):
        if item.has("place"):
            return item.senses["place"]
        if item.is_count or (item.kind == "mark" and item.low not in (":", "–")):
            return ""
    return ""


def _place_in(items):
    """The first place that the sentence names after a preposition of place or "the city of", and where it stands."""
    located = (at for at in range(1, len(items)) if _is_located(items, at))
    return next(((found, at) for found, at in ((_place_at(items, at), at) for at in located) if found), ("", -1))


def _is_located(items, at):
    """ "in Almaty", "the city of Almaty"; "the health ministry in Bishkek" tells where it sits, police are local."""
    if items[at - 1].low == "of":
        return at > 1 and items[at - 2].low in TOWNS
    return items[at - 1].low in LOCATING and not (at > 1 and items[at - 2].senses.get("office") in SEATED)
