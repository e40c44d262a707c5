"""The claims as the tables need them: typed, joined with their sources, and read on one scale.

Two figures can only be compared where they count the same thing. A cell that a text leaves blank is therefore read
here, and only here, in its usual sense: no group as everybody where people are counted (and everybody as no group
where something else is), no place as the country of the event, "detentions" without a stage as people detained,
"cases" as cases opened, and a total as cumulative unless it counts those held, ill or deployed at a moment.
`claims.csv` itself keeps the blank.
"""

from collections import Counter
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

import pandas as pd

from qantar.tables.bounds import whole
from qantar.tables.dates import first_day, last_day
from qantar.yamlio import read_yaml

NUMBERS = ("value", "low", "high")
# What the project is about, in the order in which it is told; every other metric is context. The reader builds the same
# list from its lexicon (`reading.figure.CORE`), which tables and charts do not load.
MAIN = ("deaths", "injuries", "detentions", "troop_contingents", "criminal_cases", "administrative_cases")
SERIES = ["metric", "group", "place", "detail", "stage", "unit", "measure"]  # what makes two figures comparable
PEOPLE = {"deaths", "injuries", "detentions"}
USUAL_STAGE = {"detentions": "detained", "criminal_cases": "opened", "administrative_cases": "opened"}
AT_A_MOMENT = {"in_custody", "court_custody", "house_arrest", "serious", "intensive_care"}
SOURCE_COLUMNS = ["outlet", "publisher_type", "syndicated_from", "published"]


@dataclass
class Corpus:
    """All that the tables are computed from.

    Attributes:
        claims: rows of claims.csv as comparable figures, see `comparable`.
        sources: rows of sources.csv.
        rejected: rows of rejected_numbers.csv.
        conventions: profile → word → row of conventions.csv.
        regions: name of a place → the region it lies in.
        notes: claim_id → what the coder of the figure noted.
        announced: ids of the claims whose page says itself that they replace a higher figure.
        scores: (rule, metric) → how many claims the rule makes of annotated texts, and how many of them are right.

    The tables are computed from rows as plain dicts (`in_event`): a few hundred groups of a few claims each are faster
    to read that way than as frames, and a blank number is None.
    """

    claims: pd.DataFrame
    sources: pd.DataFrame
    rejected: list = field(default_factory=list)
    conventions: dict = field(default_factory=dict)
    regions: dict = field(default_factory=dict)
    notes: dict = field(default_factory=dict)
    announced: set = field(default_factory=set)
    scores: dict = field(default_factory=dict)

    @cached_property
    def in_event(self):
        """The claims about this event as `records`; those about another one never enter a comparison."""
        return records(self.claims[self.claims["event_scope"] == "in_event"])


def comparable(rows, sources, country="", columns=()):
    """Claims as a frame that the tables compare.

    Args:
        rows: claims as dicts or a frame, cells text, numbers or blank.
        sources: frame with source_id, outlet, publisher_type, syndicated_from, published.
        country: country of the event, the reading of a blank place.
        columns: columns to have even where there is no row.

    Returns:
        Frame with the columns of claims.csv, numbers as nullable Int64 and text without NA, and in addition
        `stated_group`, `stated_place`, `stated_stage`, `stated_measure` (as in claims.csv), the source columns,
        `is_share` (see `is_placed`), `date` (as-of, else publication), `date_basis`, and the first and last day of
        `date` and of `published`.
    """
    claims = typed(pd.DataFrame(list(rows) if not isinstance(rows, pd.DataFrame) else rows), columns)
    known = sources.set_index("source_id")
    for column in SOURCE_COLUMNS:
        mapped = claims["source_id"].map(known[column]) if column in known else ""
        claims[column] = pd.Series(mapped, index=claims.index, dtype=object).fillna("")
    claims = _read_on_one_scale(claims, country)
    claims["is_share"] = _are_shares(claims)
    claims["date"] = claims["as_of"].where(claims["as_of"] != "", claims["published"])
    claims["date_basis"] = ["as_of" if day else "published" for day in claims["as_of"]]
    for column, reader in (("date", first_day), ("published", last_day)):
        claims[f"{column}_day"] = pd.Series([reader(text) for text in claims[column]], index=claims.index, dtype=object)
    return claims.sort_values("claim_id", kind="stable").reset_index(drop=True)


def typed(frame, columns=()):
    """Numbers as nullable Int64, everything else as text with empty cells for blanks.

    >>> typed(pd.DataFrame({"value": ["3", ""], "place": ["Almaty", None]}))["value"].tolist()
    [3, <NA>]
    """
    frame = frame.reindex(columns=list(dict.fromkeys([*frame.columns, *columns])))
    for column in frame.columns:
        if column in NUMBERS:
            frame[column] = pd.to_numeric(frame[column], errors="coerce").astype("Int64")
        else:
            frame[column] = frame[column].astype(object).where(frame[column].notna(), "").map(str)
    return frame


def _read_on_one_scale(claims, country):
    for column in ("group", "place", "stage", "measure"):
        claims[f"stated_{column}"] = claims[column]
    people = claims["metric"].isin(PEOPLE)
    claims["group"] = claims["group"].mask((claims["group"] == "") & people, "all")
    claims["group"] = claims["group"].mask((claims["group"] == "all") & ~people, "")
    claims["place"] = claims["place"].mask(claims["place"] == "", country)
    claims["stage"] = claims["stage"].mask(claims["stage"] == "", claims["metric"].map(USUAL_STAGE).fillna(""))
    claims["measure"] = claims["measure"].mask(claims["measure"] == "", _usual_measure(claims))
    return claims


def _usual_measure(claims):
    moment = claims["stage"].isin(AT_A_MOMENT) | (claims["metric"] == "troop_contingents")
    return pd.Series(["stock" if at else "cumulative" for at in moment], index=claims.index, dtype=object)


def _are_shares(claims):
    """Parts that no column tells from their total: "112 were injured, 17 of them seriously"."""
    series = dict(zip(claims["claim_id"], claims[SERIES].itertuples(index=False, name=None), strict=True))
    return [
        series.get(part_of) == series[claim]
        for claim, part_of in zip(claims["claim_id"], claims["part_of"], strict=True)
    ]


def records(claims):
    """The rows of a frame of claims as dicts, with None for a blank number.

    >>> records(typed(pd.DataFrame({"claim_id": ["a"], "value": [""]})))
    [{'claim_id': 'a', 'value': None}]
    """
    plain = claims.copy()
    for column in plain.columns.intersection(NUMBERS):
        plain[column] = pd.Series([whole(number) for number in claims[column]], index=plain.index, dtype=object)
    return plain.to_dict("records")


def is_placed(claim):
    """Whether a claim stands on a day and for its subject.

    An earlier figure that a text only recalls, without a date, stands on no day; a share of a total for which the
    data have no column of its own ("17 of them seriously") is no count of the subject.

    >>> recalled = {"status": "superseded", "as_of": "", "date": "2022-01-15", "is_share": False}
    >>> is_placed(recalled), is_placed(recalled | {"as_of": "2022-01-09", "date": "2022-01-09"})
    (False, True)
    """
    is_dated = claim["date"] != "" and (claim["as_of"] != "" or claim["status"] != "superseded")
    return is_dated and not claim["is_share"]


def as_table(rows, columns):
    """Rows as a frame with these columns in this order; numbers stay whole, blanks stay blank."""
    return pd.DataFrame(list(rows), columns=list(columns), dtype=object)


def key_of(claim, columns=SERIES):
    """The values of some columns of a claim as a tuple, for grouping."""
    return tuple(claim[column] for column in columns)


def grouped(claims, columns):
    """Claims by the values of some columns, in the order in which the groups first appear.

    >>> grouped([{"place": "Almaty"}, {"place": ""}, {"place": "Almaty"}], ["place"])
    {('Almaty',): [{'place': 'Almaty'}, {'place': 'Almaty'}], ('',): [{'place': ''}]}
    """
    groups = {}
    for claim in claims:
        groups.setdefault(key_of(claim, columns), []).append(claim)
    return groups


def most_telling(claims):
    """The claim that best stands for several about one thing and day.

    Exact before hedged, then the office nearest to the count (`priority.yml`), then the number of that office printed
    most often, then the larger one (a count that an office gives twice in a day has grown), then the one printed last.

    Args:
        claims: list of claims, at least one.
    """
    times = Counter((claim["claimant_type"], claim["value"]) for claim in claims)
    return min(claims, key=lambda claim: _order(claim, times))


def _order(claim, times):
    return (
        claim["qualifier"] != "exact",
        priority(claim["metric"]).index(claim["claimant_type"]),
        -times[claim["claimant_type"], claim["value"]],
        -(claim["value"] or 0),
        -claim["published_day"].toordinal() if claim["published_day"] else 0,
        claim["claim_id"],
    )


@cache
def priority(metric):
    """Kinds of claimants for a metric, the one nearest to the count first; all kinds are listed.

    >>> priority("injuries")[0]
    'health_ministry'
    """
    listed = read_yaml(Path(__file__).parent / "priority.yml")
    first = listed.get(metric, [])
    return [*first, *(kind for kind in listed["others"] if kind not in first)]
