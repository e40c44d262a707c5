"""What a number is when it counts no people and no cases: a date, an age, money, a percentage, a distance, a score…

Each rule is a small function (tokens, number) → True in a module of its kind; `RULES` orders them and names the reason
that goes into rejected_numbers.csv. They look at the words that touch the number, never at the topic of the text.
"""

from .ages import is_age
from .dating import is_clock, is_date, is_hour, is_ordinal, is_year
from .idioms import is_family, is_idiom
from .labels import is_in_numbered_list, is_name
from .measures import find_unit, is_money, is_percent, is_ratio, is_vote
from .numbers import find_numbers
from .shapes import is_compound, is_footnote, is_list_marker, is_score
from .text import tokenise

RULES = (
    ("list marker", is_list_marker),
    ("money", is_money),
    ("percent", is_percent),
    ("clock", is_clock),
    ("date", is_date),
    ("ordinal", is_ordinal),
    ("votes", is_vote),
    ("ratio", is_ratio),
    ("compound", is_compound),
    ("name", is_name),
    ("name", is_in_numbered_list),
    ("score", is_score),
    ("year", is_year),
    ("age", is_age),
    ("footnote", is_footnote),
    ("hour", is_hour),
    ("idiom", is_idiom),
    ("family", is_family),
)


def find_reason(tokens, number):
    """Why a number counts no people and no cases.

    Args:
        tokens: the tokens of the sentence.
        number: a Number in it.

    Returns:
        a reason of `RULES`, the kind of the unit that follows (`time`, `distance`, `weight`, `money`…), `fraction`,
        or "" where nothing that touches the number tells.
    """
    for reason, rule in RULES:
        if rule(tokens, number):
            return reason
    return find_unit(tokens, number) or ("fraction" if _is_fraction(number) else "")


def reasons_of(sentence):
    """The number words of a sentence with their reasons, to try the rules out.

    >>> reasons_of("On 9 January 225 people had been dead for 3 days.")
    [('9', 'date'), ('225', ''), ('3', 'time')]
    """
    tokens = tokenise(sentence, 0, len(sentence))
    numbers = find_numbers(tokens, lambda at: False)
    return [
        (sentence[tokens[number.first].start : tokens[number.after - 1].end], find_reason(tokens, number))
        for number in numbers
    ]


def _is_fraction(number):
    return any(isinstance(value, float) for value in (number.value, number.low, number.high))
