"""What the heading of a paragraph says its bare numbers count: "DEATHS.", "How many cases are there?"."""

from bisect import bisect_left

from .outcomes import outcome_in

LABEL = 5  # items of a heading that is no question, its mark among them
QUESTIONS = 4  # that ask on: "How many cases are there?", "What for?", "And by place?"


def find_heading(rows, number):
    """The outcome that the heading of a sentence's paragraph names.

    A heading is the first sentence of the paragraph, or stands alone in the paragraph before.

    Args:
        rows: the `items.Rows` of the text.
        number: of the sentence.

    Returns:
        (metric, stage) or None. A question that names nothing asks on about what the one before it names.

    >>> from .items import Rows
    >>> from .lexicon import general_phrases
    >>> rows = Rows("How many deaths are there?\\nSix.\\nWhat for? Theft.\\nDETAINED. 12 in all.", general_phrases())
    >>> [find_heading(rows, number) for number in (2, 4, 6)]
    [('deaths', ''), ('deaths', ''), ('detentions', '')]
    """
    for _ in range(QUESTIONS):
        at = heading_before(rows.spans, number) if number else 0
        items = rows[at].items if at else []
        is_question = bool(items) and items[-1].low == "?"
        if not (is_question or _is_label(items)) or any(item.kind == "num" for item in items):
            return None
        found = outcome_in(items)
        if found:
            return found[:2]
        if not is_question:
            return None
        number = at - 1
    return None


def heading_before(spans, number):
    """The number of the sentence that may be the heading of a sentence: the first of its paragraph, or the only one
    of the paragraph before; 0 where there is none.

    >>> spans = [(1, 0, 9), (2, 10, 19), (2, 20, 29), (3, 30, 39)]
    >>> [heading_before(spans, number) for number in (1, 2, 3, 4)]
    [0, 1, 2, 0]
    """
    first = _first_of_paragraph(spans, number)
    if first < number or first < 2:
        return first if first < number else 0
    return first - 1 if _first_of_paragraph(spans, first - 1) == first - 1 else 0


def _first_of_paragraph(spans, number):
    return bisect_left(spans, (spans[number - 1][0],)) + 1


def _is_label(items):
    """ "DEATHS.", "The injured:": a few words without a verb of their own."""
    if not 0 < len(items) <= LABEL or items[0].has("person", "office"):
        return False
    return not any(item.has("aux", "be", "say", "modal") or _is_other_verb(item) for item in items)


def _is_other_verb(item):
    """A verb that names no outcome: "Arrests began at dawn." is a sentence."""
    return item.has("verb") and outcome_in([item]) is None
