"""Guesses at what a bare number counts stand only in texts that speak of that outcome.

"Pupil numbers rose from 140 to 460" in the obituary of a headmaster whose wife died counts no dead, while the same
words in a report on a massacre do. A text speaks of an outcome where it names it and its own words explain some figure
of people or cases, or where it names it in every fifth sentence.
"""

from .figure import CORE, PEOPLE, Reading

GUESSING = ("topic", "nearest_outcome", "subject_of_text", "only_outcome", "heading")
NOT_FIRM = (*GUESSING, "part", "coordination", "change", "repetition", "group_copula")  # the others go on from a figure
SHARE = 0.2  # of the sentences that name an outcome, from which a text speaks of it


def drop_guesses(figures, count_outcomes, sentences):
    """Take back the metrics that nothing in the text confirms.

    Args:
        figures: the figures of a text; those that are taken back lose their metric and keep the reason.
        count_outcomes: gives metric → how many words of the text name it, when asked.
        sentences: how many the text has.
    """
    guessed = {figure.metric for figure in figures if figure.metric in PEOPLE and figure.reading.rule in GUESSING}
    firm = {figure.metric for figure in figures if figure.metric in CORE and figure.reading.rule not in NOT_FIRM}
    doubtful = guessed - firm
    named = count_outcomes() if doubtful else {}
    for figure in figures:
        if figure.metric in doubtful and not _speaks_of(named[figure.metric], firm, sentences):
            figure.reading = Reading(None, figure.reading.rule, reason="nothing else tells of it")


def _speaks_of(words, firm, sentences):
    """Whether so many words for an outcome make a text speak of it, given the metrics that it has firm figures of."""
    return words >= SHARE * sentences or bool(firm and words)
