"""Adding up the figures of one incident: a part is not added to its total, a person said twice counts once."""

def add_up(figures, metric):
    entries = [f for f in figures if f.metric == metric and f.number.style not in ("vague",)]
    total = None
    for f in entries:
        n = f.number
        v = n.value if n.value is not None else n.low
        if v is None or f.parent is not None or f.reading.parent is not None or f.reading.twin is not None:
            continue
        if set(n.words_before) & {"pronoun","definite"} and total and n.style=="single": continue
        total = (total or 0) + int(v)
    return total
