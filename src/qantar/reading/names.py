"""Names of people and groups beside an office, by which they are known in the rest of the text."""

NAME_AFTER, NAME_BEFORE = 4, 9  # items around an office in which the name of its holder stands
SHORTEST_NAME = 3  # letters


def names_beside(items, at):
    """The names, in lower case, beside the office at a position: right after it, or before it with a comma or "who".

    Args:
        items: the items of the sentence.
        at: the position of the office.

    Returns:
        list of str, those after the office first.
    """
    after = range(at + 1, min(at + 1 + NAME_AFTER, len(items)))
    before = [k for k in range(max(at - NAME_BEFORE, 0), at) if any(item.low in (",", "who") for item in items[k:at])]
    return [items[k].low.removesuffix("'s") for k in (*after, *before) if is_name(items, k)]


def is_name(items, at):
    """Whether a word that no lexicon knows is printed like a name, and not just because it opens the sentence."""
    item = items[at]
    if item.kind != "word" or item.senses or len(item.text) < SHORTEST_NAME:
        return False
    if item.text.isupper():
        return True  # "the rights group INSEC"
    is_capitalised = item.text[0].isupper() and item.text[1:].islower()
    is_followed = at + 1 < len(items) and items[at + 1].text[:1].isupper()
    return is_capitalised and (at > 0 or is_followed)
