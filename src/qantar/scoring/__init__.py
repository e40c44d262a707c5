"""How well the reader reads: annotated texts in, right and wrong readings out, counted and listed.

`gold` reads a set of annotated texts and has its texts read as step 2 does, `compare` puts annotations and claims
side by side, `scores` counts, `mistakes` lists what went wrong, `show` prints both.
"""

from qantar.scoring.compare import compare_set
from qantar.scoring.gold import first_looks
from qantar.scoring.mistakes import list_mistakes
from qantar.scoring.scores import score_set


def evaluate(sets, event):
    """Read the texts of several sets and score what was read.

    Args:
        sets: `GoldSet`s.
        event: the event that texts are about which name no other, see `qantar.event.read_event`.

    Returns:
        (rows of reading_scores.csv, rows of reading_errors.csv).
    """
    scores, errors, first = [], [], first_looks()
    for gold in sets:
        outcomes = compare_set(gold, gold.read(event))
        scores += score_set(gold, outcomes, first.get(gold.name))
        errors += list_mistakes(gold, outcomes)
    return scores, errors
