"""Annotations and claims of one text side by side: which figure was read as what."""

from dataclasses import dataclass
from functools import cached_property

from qantar.csvio import cell
from qantar.reading.figure import CORE
from qantar.scoring.gold import SLOTS

BOUNDS = ("value", "low", "high")
SIZES = {"0": 0, "1 to 2": 2, "3 to 5": 5, "6 to 20": 20, "21 to 100": 100}  # up to which number each class goes
LARGEST = "over 100"


@dataclass(frozen=True)
class Outcome:
    """One figure that had to be read, or that was read though it should not: an annotation, a claim, or a pair.

    Attributes:
        source_id: the text.
        row: the annotation of tier `core`, or None.
        claim: the claim, or None.
        reason: of a figure that was missed, what became of its number; of a spurious one, what the annotations say.
        total: gold_id of the total that the claim is given as a part of; "" for none, "?" for one not annotated.
    """

    source_id: str
    row: dict | None
    claim: dict | None
    reason: str = ""
    total: str = ""

    @cached_property
    def kind(self):
        """`right`, `wrong_bounds`, `missed` or `spurious`."""
        if self.row is None or self.claim is None:
            return "spurious" if self.row is None else "missed"
        return "right" if same_bounds(self.row, self.claim) else "wrong_bounds"

    @property
    def metric(self):
        """The metric read, or that of the figure which was missed."""
        return self.claim["metric"] if self.claim else self.row["metric"].split("|")[0]

    @property
    def size(self):
        """The class of the figure's size, as annotated where it is."""
        return size_of(self.row or self.claim)

    def wrong_slots(self):
        """The slots in which the claim of a pair differs, as slot → (annotated, read)."""
        if self.row is None or self.claim is None:
            return {}
        read = {slot: cell(self.claim.get(slot)) for slot in SLOTS} | {"part_of": self.total}
        return {slot: (self.row[slot], read[slot]) for slot in SLOTS if not agrees(self.row[slot], read[slot])}


def agrees(annotated, read):
    """Whether a cell is one of the annotated alternatives, an empty one meaning blank.

    >>> agrees("2022-01-15|", ""), agrees("all|civilians", "all"), agrees("", "all")
    (True, True, False)
    """
    return read in annotated.split("|")


def same_bounds(row, claim):
    """Whether value, low and high are all as annotated."""
    return all(cell(row[bound]) == cell(claim[bound]) for bound in BOUNDS)


def overlap(one, other):
    """Number of characters that two spans share.

    >>> overlap({"start": "3", "end": "6"}, {"start": 5, "end": 9})
    1
    """
    return max(0, min(int(one["end"]), int(other["end"])) - max(int(one["start"]), int(other["start"])))


def size_of(figure):
    """The class of size of an annotation or a claim: by its value, or where it has none its low or high bound.

    >>> [size_of({"value": value, "low": 24, "high": 99}) for value in (0, 2, 225, None)]
    ['0', '1 to 2', 'over 100', '21 to 100']
    """
    number = int(next(cell(figure[bound]) for bound in BOUNDS if cell(figure[bound])))
    return next((name for name, top in SIZES.items() if number <= top), LARGEST)


def pair_up(rows, claims):
    """Put claims beside the annotations that they are readings of: equal metric, spans that meet, each used once.

    Where several fit, equal bounds go first, then figures that must be found, then the longest common stretch.

    Returns:
        List of (row, claim).
    """
    fitting = [
        (same_bounds(row, claim), row["tier"] == "core", overlap(row, claim), -r, -c)
        for r, row in enumerate(rows)
        for c, claim in enumerate(claims)
        if overlap(row, claim) and agrees(row["metric"], claim["metric"])
    ]
    free_rows, free_claims, pairs = dict(enumerate(rows)), dict(enumerate(claims)), []
    for *_, r, c in sorted(fitting, reverse=True):
        if -r in free_rows and -c in free_claims:
            pairs.append((free_rows.pop(-r), free_claims.pop(-c)))
    return pairs


def compare_text(source_id, rows, claims, rejected):
    """All outcomes of one text, in order of position.

    Only the six metrics count. What matches an annotation of tier `optional` is neither right nor wrong; what matches
    none, or only one of tier `context` under another metric, is spurious.

    Args:
        source_id: the text.
        rows: its annotations.
        claims: what was read.
        rejected: the numbers that were not taken, for the reason of a miss.

    Returns:
        List of `Outcome`.
    """
    core = [claim for claim in claims if claim["metric"] in CORE]
    pairs = pair_up(rows, core)
    gold_ids = {claim["claim_id"]: row["gold_id"] for row, claim in pairs}
    seen, read = {row["gold_id"] for row, _ in pairs}, {id(claim) for _, claim in pairs}
    found = [
        Outcome(source_id, row, claim, total=gold_ids.get(claim["part_of"], "?") if claim["part_of"] else "")
        for row, claim in pairs
        if row["tier"] == "core"
    ]
    missed = [row for row in rows if row["tier"] == "core" and row["gold_id"] not in seen]
    found += [Outcome(source_id, row, None, _why_missed(row, claims, rejected)) for row in missed]
    spurious = [claim for claim in core if id(claim) not in read]
    found += [Outcome(source_id, None, claim, _why_spurious(claim, rows)) for claim in spurious]
    return sorted(found, key=lambda outcome: (int((outcome.row or outcome.claim)["start"]), outcome.metric))


def compare_set(gold, readings):
    """All outcomes of a set of annotated texts.

    Args:
        gold: a `GoldSet`.
        readings: source_id → (claims, rejected numbers), see `GoldSet.read`.
    """
    return [
        outcome
        for source_id, (claims, rejected) in readings.items()
        for outcome in compare_text(source_id, gold.rows_of(source_id), claims, rejected)
    ]


def _why_missed(row, claims, rejected):
    """What became of a number that should have been a figure."""
    other = next((claim for claim in claims if overlap(row, claim)), None)
    if other is not None:
        return "read once only" if agrees(row["metric"], other["metric"]) else f"read as {other['metric']}"
    return next((number["reason"] for number in rejected if overlap(row, number)), "number not seen")


def _why_spurious(claim, rows):
    """What the annotations say about a number that was read as something else."""
    meant = next((row for row in rows if overlap(row, claim)), None)
    if meant is None:
        return "no figure"
    return "read twice" if agrees(meant["metric"], claim["metric"]) else f"annotated as {meant['metric']}"
