"""Independent origins against copies: however many outlets print a statement, it is one statement.

An origin is one claimant, metric, group, place, value and as-of date. Three kinds of claims cannot be told apart from
copies of an origin and are counted with it: one that ties the same number of the same claimant to no date, one that
names no speaker for a number which a named speaker had already given (the latest to do so), and a rounded form of a
number that the same claimant gave in full for the same day ("more than 4,300" beside 4,353).
"""

from qantar.tables.bounds import near, overlap
from qantar.tables.dates import days_between
from qantar.tables.frame import SERIES, as_table, grouped, key_of

COLUMNS = [
    "claim_id", "origin_id", "relation", "metric", "group", "place", "detail", "stage", "unit", "measure",
    "value", "low", "high", "claimant_type", "as_of", "source_id", "outlet", "published",
    "first_published", "days_after_first", "n_claims", "n_outlets",
]  # fmt: skip


def build_origins(corpus):
    """Which claims go back to one statement.

    Args:
        corpus: a `Corpus`.

    Returns:
        Frame with one row per in-event claim: `origin_id` is the claim_id of the first printing, `relation` says how
        the claim belongs to it (`first, copy, undated, rounded, unattributed`).
    """
    claims = sorted(corpus.in_event, key=_printed)
    found = {}
    for step in (_same_statement, _undated, _rounded, _unattributed):
        step(claims, found)
    # a claim may have joined an origin whose own first claim joined another one in a later step
    rows = [
        {**claim, "origin_id": _root(claim["claim_id"], found), "relation": found[claim["claim_id"]][1]}
        for claim in claims
    ]
    return as_table(_with_counts(rows), COLUMNS)


def origin_of(corpus):
    """claim_id → origin_id for every in-event claim."""
    table = build_origins(corpus)
    return dict(zip(table["claim_id"], table["origin_id"], strict=True))


def count_origins(claims, origins):
    """Number of distinct origins among claims.

    Args:
        claims: list of claims.
        origins: claim_id → origin_id, see `origin_of`.
    """
    return len({origins[claim["claim_id"]] for claim in claims})


def support(claims, origins):
    """How many claims, outlets and independent origins stand behind a figure, as three cells of a row.

    >>> support([{"claim_id": "a", "outlet": "TASS"}, {"claim_id": "b", "outlet": "BBC"}], {"a": "a", "b": "a"})
    {'n_claims': 2, 'n_outlets': 2, 'n_origins': 1}
    """
    return {
        "n_claims": len(claims),
        "n_outlets": len({claim["outlet"] for claim in claims}),
        "n_origins": count_origins(claims, origins),
    }


def _printed(claim):
    return str(claim["published_day"] or "9999"), claim["claim_id"]


def _said(claim):
    """What is said, without by whom and for when; the hedge is not part of it where there is a number."""
    bounds = (claim["low"], claim["high"])
    return (*key_of(claim, SERIES), bounds if claim["value"] is None else claim["value"])


def _same_statement(claims, found):
    first = {}
    for claim in claims:
        statement = (*_said(claim), claim["claimant_type"], claim["as_of"])
        origin = first.setdefault(statement, claim["claim_id"])
        found[claim["claim_id"]] = (origin, "first" if origin == claim["claim_id"] else "copy")


def _undated(claims, found):
    """Claims without as-of date join the latest dated statement of the same number by the same claimant."""
    dated = {}
    for claim in claims:
        statement = (*_said(claim), claim["claimant_type"])
        if claim["as_of"]:
            dated[statement] = found[claim["claim_id"]][0]
        elif statement in dated:
            found[claim["claim_id"]] = (dated[statement], "undated")


def _rounded(claims, found):
    """Hedged numbers join the one exact number of the same claimant and day that they can stand for."""
    exact = {}
    for claim in claims:
        if claim["qualifier"] == "exact":
            exact.setdefault(_occasion(claim), {})[claim["value"]] = (claim, found[claim["claim_id"]][0])
    for claim in claims:
        if claim["qualifier"] == "exact" or claim["value"] is None:
            continue
        numbers = exact.get(_occasion(claim), {})
        fitting = [origin for other, origin in numbers.values() if overlap(near(claim), near(other))]
        if len(fitting) == 1 and claim["value"] not in numbers and claim["as_of"]:
            found[claim["claim_id"]] = (fitting[0], "rounded")


def _occasion(claim):
    return (*key_of(claim, SERIES), claim["claimant_type"], claim["as_of"])


def _unattributed(claims, found):
    """A number that nobody is named for joins the latest statement of it by a named claimant printed until then."""
    named = {}
    for claim in claims:
        if claim["claimant_type"] != "unattributed":
            named[_said(claim)] = found[claim["claim_id"]][0]
        elif _said(claim) in named and claim["value"] is not None:
            found[claim["claim_id"]] = (named[_said(claim)], "unattributed")


def _with_counts(rows):
    for (origin_id,), same in grouped(rows, ["origin_id"]).items():
        first = next(row["published"] for row in same if row["claim_id"] == origin_id)
        for row in same:
            yield {
                **row,
                "first_published": first,
                "days_after_first": days_between(first, row["published"]),
                "n_claims": len(same),
                "n_outlets": len({row["outlet"] for row in same}),
            }


def _root(claim_id, found):
    while found[claim_id][0] != claim_id:
        claim_id = found[claim_id][0]
    return claim_id
