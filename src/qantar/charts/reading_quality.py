"""Telling how well the reader reads: its findings rest on annotated texts, not on reported figures, and say so."""

from qantar.charts.data import read
from qantar.charts.prose import number, plural
from qantar.charts.tell import tell as tell_finding
from qantar.errors import InputError


def read_or_nothing(name):
    """A table of scores, or None where the reader has not been scored in this folder (another corpus needs it not)."""
    try:
        return read(name)
    except InputError:
        return None


def tell(name, finding, draw):
    """Show a finding about the reading itself: figure, reading, caveat.

    Args:
        name: file name of the figure without ending, see `figure.show`.
        finding: a `qantar.charts.tell.Finding` whose `claims` are the rows of reading_scores.csv for whole sets, or
            None where nothing was scored (this is said instead).
        draw: the chart function.
    """
    tell_finding(name, finding, draw, source_of=source_line, caveat_of=caveat)


def source_line(wholes):
    """The source line of a figure about scores: how many figures and texts, and the years that the texts bear."""
    first, last = wholes["texts_from"].min()[:4], wholes["texts_to"].max()[:4]
    return f"Source: Qantar, {_extent(wholes)}, dated {first} to {last}"


def caveat(wholes):
    """The sentence under every chart of scores."""
    return (
        f"*Counts {_extent(wholes)}. The project wrote these texts itself: their numbers are no evidence of anything, "
        "and other prose may be read better or worse.*"
    )


def _extent(wholes):
    return (
        f"{number(wholes['n_figures'].sum())} figures annotated in {plural(wholes['n_texts'].sum(), 'composed text')}"
    )
