"""The processed tables as the notebooks read them: integers that may be blank, text, nothing guessed."""

from functools import cache

import pandas as pd

from qantar import paths
from qantar.charts.prose import day, plural
from qantar.errors import InputError
from qantar.event import read_event
from qantar.schema import load as load_schema
from qantar.tables.frame import PEOPLE
from qantar.tables.withdrawals import WITHDRAWING

FIGURES = ("deaths", "injuries", "detentions", "troop_contingents", "criminal_cases")


def read(name):
    """One processed table.

    Args:
        name: the table's name without ending, for example `claims`.

    Returns:
        The table; integer columns as Int64 with blanks, numbers as floats, everything else as text ("" is blank).

    Raises:
        InputError: the table has not been built.
    """
    path = paths.PROCESSED / f"{name}.csv"
    if not path.exists():
        raise InputError(path, "this table has not been built", "run python scripts/build.py")
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    types = {column.name: column.type for column in load_schema()[name].columns}
    for column in table:
        if types.get(column) in ("integer", "number"):
            kind = "Int64" if types[column] == "integer" else "Float64"
            table[column] = pd.to_numeric(table[column].replace("", None)).astype(kind)
    return table


def read_figures():
    """The five tables of figures in one, about this event only.

    Returns:
        One row per reported figure. As in the computed tables, people without a group are `all` and figures without
        a place are about the country; `day` is the day of publication (blank where only month or year is known).
    """
    figures = pd.concat([read(name) for name in FIGURES], ignore_index=True)
    figures = figures[figures["event_scope"] == "in_event"].reset_index(drop=True)
    ungrouped = (figures["group"] == "") & figures["metric"].isin(PEOPLE)
    figures["group"] = figures["group"].mask(ungrouped, "all")
    figures["place"] = figures["place"].replace("", country())
    figures["day"] = days(figures["published"])
    return figures


def country():
    """The country of the event, as event.yml names it and as the computed tables read a blank place.

    Raises:
        InputError: event.yml is missing or cannot be used.
    """
    return _country_in(paths.RAW / "event.yml")


@cache
def _country_in(path):
    """The country of one event.yml; a notebook asks for it many times."""
    return read_event(path)["country"]


def days(texts):
    """Full dates as timestamps; a month or a year alone gives a blank, for it is no day.

    >>> days(pd.Series(["2022-01-09", "2022-01", ""])).isna().tolist()
    [False, True, True]
    """
    return pd.to_datetime(texts.where(texts.str.len() == 10), format="%Y-%m-%d", errors="coerce")


def caveat(claims):
    """The sentence under every chart: how much is behind it, and that it is reported, not verified.

    Args:
        claims: rows of the tables of figures. `origin_id` names the statement that a claim goes back to: copies are
            no evidence, so a figure that forty outlets print from one briefing is one statement.
    """
    withdrawn = int(claims["status"].isin(WITHDRAWING).sum())
    statements = claims.loc[claims["origin_id"] != "", "origin_id"].nunique()
    counted = (
        f"Counts {plural(len(claims), 'claim')} printed by {plural(claims['outlet'].nunique(), 'outlet')}, "
        f"which go back to {plural(statements, 'statement')}"
    )
    marked = (
        f"; {withdrawn} of them {'says' if withdrawn == 1 else 'say'} that the figure was withdrawn or denied"
        if withdrawn
        else ""
    )
    return f"*{counted}{marked}. Figures are what was reported; none was verified by us.*"


def source_line(claims):
    """The source line of a figure: what it was drawn from, and how far its sources reach."""
    last = max((text for text in claims["published"] if text), default="")
    counted = f"{plural(len(claims), 'reported figure')}, {plural(claims['outlet'].nunique(), 'outlet')}"
    return f"Source: Qantar, {counted}, {f'published up to {day(last)}' if last else 'undated'}"
