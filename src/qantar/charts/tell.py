"""A finding and how a notebook tells it: the chart, one sentence, and what stands behind it."""

from dataclasses import dataclass, field

import pandas as pd

from qantar.charts.data import caveat, source_line
from qantar.charts.figure import show
from qantar.charts.prose import say, sentence

NOTHING = (
    "*Nothing is drawn here: there are no figures of this kind, or too few for a chart (it needs a day, an exact "
    "number or a second figure to compare).*"
)


@dataclass(frozen=True)
class Finding:
    """What the data say on one question, in numbers and in words computed from them.

    Attributes:
        claims: the reported figures behind it, as rows of the tables of figures.
        plotted: what is drawn, as the chart function wants it; published as CSV beside the figure.
        title: the finding in one sentence.
        subtitle: unit and basis.
        alt: the picture in words.
        reading: one sentence that says what to see in it.
        options: further arguments of the chart function.
    """

    claims: pd.DataFrame
    plotted: pd.DataFrame
    title: str
    subtitle: str
    alt: str
    reading: str
    options: dict = field(default_factory=dict)


def tell(name, finding, draw, *, source_of=source_line, caveat_of=caveat):
    """Show a finding in a notebook: figure, reading, caveat.

    Args:
        name: file name of the figure without ending, see `figure.show`.
        finding: a `Finding`, or None where the data hold nothing of the kind (this is said instead).
        draw: the chart function.
        source_of, caveat_of: what makes the source line and the caveat of the finding's `claims`.
    """
    if finding is None:
        say(NOTHING)
        return
    words = {"title": finding.title, "subtitle": finding.subtitle, "alt": finding.alt}
    figure = draw(finding.plotted, **finding.options)
    numbers = finding.plotted.drop(columns="colour", errors="ignore")
    show(figure, name=name, source=source_of(finding.claims), data=numbers, **words)
    say(sentence(finding.reading))
    say(caveat_of(finding.claims))
