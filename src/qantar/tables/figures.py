"""The five tables of reported figures: the claims of one subject, with outlet, date of publication and origin."""

from qantar.tables.frame import as_table, records
from qantar.tables.origins import build_origins
from qantar.tables.withdrawals import withdrawn_since

TABLES = {
    "deaths": ["deaths"],
    "injuries": ["injuries"],
    "detentions": ["detentions"],
    "troop_contingents": ["troop_contingents"],
    "criminal_cases": ["criminal_cases", "administrative_cases"],
}
COLUMNS = [
    "claim_id", "source_id", "outlet", "publisher_type", "published", "as_of", "as_of_basis", "metric",
    "value", "low", "high", "qualifier", "unit", "group", "group_text", "detail", "stage", "measure", "place",
    "claimant_type", "claimant_text", "via", "status", "withdrawn_on", "event_scope", "part_of",
    "origin_id", "origin_relation", "entry",
]  # fmt: skip


def build_figures(corpus):
    """The five tables by name, one row per claim as its source states it (blank cells stay blank).

    Args:
        corpus: a `Corpus`.

    Returns:
        dict of frames. Figures about another event are kept, marked by `event_scope`, without an origin.
    """
    origins = {row["claim_id"]: row for row in build_origins(corpus).to_dict("records")}
    withdrawn = withdrawn_since(corpus)
    rows = [_row(claim, origins.get(claim["claim_id"], {}), withdrawn) for claim in records(corpus.claims)]
    return {
        name: as_table([row for row in rows if row["metric"] in metrics], COLUMNS) for name, metrics in TABLES.items()
    }


def _row(claim, origin, withdrawn):
    return {
        **claim,
        **{column: claim[f"stated_{column}"] for column in ("group", "place", "stage", "measure")},
        "origin_id": origin.get("origin_id", ""),
        "origin_relation": origin.get("relation", ""),
        "withdrawn_on": withdrawn.get(claim["claim_id"], ""),
    }
