"""Scores and mistakes as lines to read in a terminal."""

from qantar.scoring.mistakes import class_of

NUMBERS = ("n_figures", "n_read", "n_found", "n_right")
RATIOS = [f"{level}_{name}" for level in ("detect", "strict") for name in ("precision", "recall", "f1")]
HEAD = f"{'':42} {'figures':>7} {'read':>5} {'found':>5} {'right':>5}   detect P / R / F1     strict P / R / F1"


def format_scores(rows):
    """The rows of reading_scores.csv as a table; slots as shares.

    >>> row = {"set": "mine", "by": "slot", "name": "as_of", "n_found": 8, "n_right": 6, "agreement": 0.75}
    >>> " ".join(format_scores([row]).split())
    'as_of 8 6 agreement 0.750'
    """
    lines = []
    for row in rows:
        if row["by"] == "all":
            lines += ["", f"{row['set']}: {row.get('n_texts', 0)} text{'s' * (row.get('n_texts') != 1)}", HEAD]
        lines.append(_line(row))
    return "\n".join(lines)


def format_brief(rows):
    """One line a set: how much was read, and how well.

    >>> format_brief([{"set": "mine", "by": "all", "n_texts": 2, "n_figures": 9, "strict_f1": 0.9}])
    'mine: 9 figures in 2 texts, strict F1 0.900'
    """
    wholes = [row for row in rows if row["by"] == "all"]
    return "\n".join(
        f"{row['set']}: {row['n_figures']} figures in {row['n_texts']} texts, strict F1 {row['strict_f1'] or 0:.3f}"
        for row in wholes
    )


def format_mistakes(rows, number):
    """The first mistakes of reading_errors.csv, one line each."""
    return "\n".join(
        f"{row['error']:12} {row['source_id']} {row['metric']} {row['number_text']!r} "
        f"{row['slot']}: {row['read'] or 'nothing'} for {row['expected'] or 'nothing'}"
        f"{' (' + row['reason'] + ')' if row['reason'] else ''} … {row['words']}"
        for row in rows[:number]
    )


def format_classes(rows):
    """How many mistakes of each class and, for figures missed or spurious, reason; most frequent first."""
    counts = {}
    for row in rows:
        what = row["slot"] if row["error"] == "wrong_slot" else class_of(row["reason"])
        key = f"{row['error']}: {what}" if what else row["error"]
        counts[key] = counts.get(key, 0) + 1
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return "\n".join(["", "mistakes", *(f"{count:5}  {name}" for name, count in ordered)])


def _line(row):
    name = " ".join(part for part in (row["name"], row.get("metric", "")) if part)
    counts = [
        f"{row[key]:{width}}" if row.get(key) is not None else " " * width
        for key, width in zip(NUMBERS, (7, 5, 5, 5), strict=True)
    ]
    ratios = [f"{row[key]:.3f}" if row.get(key) is not None else "  -  " for key in RATIOS]
    shares = "   ".join([" ".join(ratios[:3]), " ".join(ratios[3:])])
    if row["by"] == "slot":
        shares = f"agreement {row['agreement']:.3f}" if row["agreement"] is not None else ""
    return f"{name:42} {' '.join(counts)}   {shares}".rstrip()
