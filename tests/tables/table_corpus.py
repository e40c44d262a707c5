"""Small corpora written out in a test: claims with the columns that matter, everything else plain."""

import pandas as pd

from qantar import schema
from qantar.tables.frame import Corpus, comparable

PLAIN = {
    "entry": "coded",
    "metric": "deaths",
    "qualifier": "exact",
    "unit": "people",
    "group": "all",
    "measure": "cumulative",
    "claimant_type": "prosecutor",
    "claimant_text": "Prosecutor General",
    "as_of": "2022-01-15",
    "place": "Landia",
    "event_scope": "in_event",
    "status": "asserted",
}
NAMES = schema.load()["claims"].names


def claim(claim_id, value, **columns):
    """A claim: an exact number of deaths given by the prosecutor for 15 January, printed then, unless told otherwise.

    `published` names the day of its source; a hedged number gets the bounds that its qualifier states.
    """
    row = dict.fromkeys(NAMES, "") | PLAIN | {"claim_id": claim_id, "value": value, "source_id": claim_id}
    row |= {"low": value, "high": value} if "qualifier" not in columns else {}
    row |= {"low": value} if columns.get("qualifier") in ("at_least", "more_than") else {}
    row |= {"high": value} if columns.get("qualifier") in ("almost", "up_to", "less_than") else {}
    return row | {"published": columns.get("as_of", PLAIN["as_of"]) or PLAIN["as_of"]} | columns


def corpus_of(*claims, notes=None, country="Landia", **more):
    """A corpus of such claims, each from a source of its own unless `source_id` says otherwise."""
    sources = {row["source_id"]: _source(row) for row in claims}
    frame = pd.DataFrame(list(sources.values()), columns=schema.load()["sources"].names)
    rows = [{name: row[name] for name in NAMES} for row in claims]
    return Corpus(claims=comparable(rows, frame, country, NAMES), sources=frame, notes=notes or {}, **more)


def _source(row):
    outlet = row.get("outlet", row["source_id"])
    known = {"source_id": row["source_id"], "outlet": outlet, "published": row["published"], "publisher_type": "wire"}
    return dict.fromkeys(schema.load()["sources"].names, "") | known
