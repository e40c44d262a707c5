"""The place that a figure is about: named beside it, or the scene of its paragraph.

Places of event.yml give their canonical name; others are kept as printed.
"""

LOCATING = {"in", "at", "near", "outside", "around", "across"}
LINKS = LOCATING | {"from", "of"}
NO_PLACE = ("office", "person", "month", "weekday", "alliance", "say", "outcome", "charge")


def fill_places(figures, rows, home=""):
    """Set `place` of every figure.

    A place right after the number's phrase comes first, then one right before it in a list, then the last one that
    the sentence names, then that of the paragraph. Blank where the text names none.
    """
    scene, paragraph = "", 0
    by_sentence = {}
    for figure in figures:
        by_sentence.setdefault(figure.sentence.number, []).append(figure)
    for number, (sentence, items) in rows.items():
        if sentence.paragraph != paragraph:
            scene, paragraph = "", sentence.paragraph
        for figure in by_sentence.get(number, ()):
            figure.place = _place_after(figure) or _place_before(figure) or _place_in(items) or scene
        scene = _place_in(items) or scene


def place_at(items, at):
    """The name of the place at a position, "" where none stands there."""
    if not 0 <= at < len(items):
        return ""
    item = items[at]
    if item.has("place"):
        return item.senses["place"]
    if item.has("country") and items[at - 1].low in LOCATING:
        return item.senses["country"]
    if not _is_name(item) or at == 0 or items[at - 1].low not in LOCATING | {"of"}:
        return ""
    words = [item.text]
    while at + len(words) < len(items) and _is_name(items[at + len(words)]):
        words.append(items[at + len(words)].text)
    return " ".join(words)


def _is_name(item):
    return item.kind == "word" and item.text[:1].isupper() and not item.has(*NO_PLACE) and not item.senses


def _place_after(figure):
    items = figure.items
    start = max(figure.head.at, 1)
    for at in range(start, min(start + 10, len(items))):
        linked = items[at - 1].low in LINKS | {"the", "city", "region", "–", "("}
        found = place_at(items, at) if linked else ""
        if found and items[at - 1].low != "of" or found and items[at].has("place"):
            return found
        if items[at].is_count or items[at].low in (";", ","):
            break
    return ""


def _place_before(figure):
    """ "Almaty 103, Kyzylorda region 21", "Gauteng stayed at 79"."""
    for at in range(figure.index - 1, max(figure.index - 4, -1), -1):
        item = figure.items[at]
        if item.has("place"):
            return item.senses["place"]
        if item.kind == "mark" and item.low not in (":", "–") or item.is_count:
            return ""
    return ""


def _place_in(items):
    """The first place that the sentence names after a preposition of place."""
    for at in range(1, len(items)):
        located = items[at - 1].low in LOCATING or items[at - 1].low == "of" and items[at - 2].low in ("city", "town")
        found = place_at(items, at) if located else ""
        if found:
            return found
    return ""
