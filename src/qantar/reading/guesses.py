"""Guesses at what a bare number counts stand only in texts that speak of that outcome.

"Pupil numbers rose from 140 to 460" in the obituary of a headmaster whose wife died counts no dead, while the same
words in a report on a massacre do. A text speaks of an outcome where it names it and its own words explain some figure
of people or cases, or where it names it in every fifth sentence.
"""

from .figure import CORE, PEOPLE, Reading

GUESSING = ("topic", "nearest_outcome", "subject_of_text", "only_outcome", "heading")
CARRYING = ("part", "coordination", "change", "repetition", "group_copula")  # rules that go on from another figure
SHARE = 0.2  # of the sentences that name an outcome, from which a text speaks of it


def drop_guesses(figures, count_outcomes, sentences):
    """Take back the metrics that nothing in the text confirms.

    Args:
        figures: the figures of a text; those that are taken back lose their metric and keep the reason.
        count_outcomes: gives metric → how many words of the text name it, when asked.
        sentences: how many the text has.
    """
    for metric in PEOPLE:
        guessed = [figure for figure in figures if figure.metric == metric and _is_guessed(figure)]
        firm = {figure.metric for figure in figures if figure.metric in CORE and _is_firm(figure)}
        if not guessed or metric in firm:
            continue
        named = count_outcomes()[metric]
        if named < SHARE * sentences and not (firm and named):
            for figure in figures:
                if figure.metric == metric:
                    figure.reading = Reading(None, figure.reading.rule, reason="nothing else tells of it")


def _is_guessed(figure):
    return figure.reading.rule in GUESSING


def _is_firm(figure):
    return figure.reading.rule not in (*GUESSING, *CARRYING)
