"""The place that a figure is about: named beside it, or the scene of its paragraph."""

AROUND = {"in", "at", "near", "outside", "around", "across", "from", "of"}


def fill_places(figures, rows):
    """Set `place` of every figure: the event's canonical name where known, else blank.

    A place right after the number's phrase comes first, then one right before it in a list, then the last place that
    the sentence names before the number, then that of the paragraph.
    """
    scene, paragraph = "", 0
    by_sentence = {}
    for figure in figures:
        by_sentence.setdefault(figure.sentence.number, []).append(figure)
    for number, (sentence, items) in rows.items():
        if sentence.paragraph != paragraph:
            scene, paragraph = "", sentence.paragraph
        for figure in by_sentence.get(number, ()):
            if figure.head is not None:
                figure.place = _place_after(figure) or _place_before(figure) or _place_in(items) or scene
        scene = _place_in(items) or scene


def _place_after(figure):
    items = figure.items
    for at in range(figure.head.at, min(figure.head.at + 9, len(items))):
        if items[at].has("place") and (
            items[at - 1].low in AROUND | {"the", "city", "region"} or items[at - 1].low in ("–", "(")
        ):
            return items[at].senses["place"]
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
    for at, item in enumerate(items):
        if item.has("place") and at and items[at - 1].low in ("in", "at", "near", "across", "outside"):
            return item.senses["place"]
    return ""
