"""Figures coded by hand, as rows of claims.csv."""

SHARED = (
    *("source_id", "metric", "value", "low", "high", "qualifier", "unit", "group", "detail", "stage"),
    *("measure", "claimant_type", "via", "as_of", "place", "event_scope", "status", "part_of"),
)


def coded_claims(figures):
    """Turn rows of reported_figures.csv into claims.

    Args:
        figures: rows of strings, checked against the schema.

    Returns:
        One claim per row with entry `coded`: the row's own id, no span and no text, since none is kept.

    >>> row = dict.fromkeys(SHARED, "") | {"figure_id": "tass-1", "claimant": "police", "value": "13"}
    >>> claim = coded_claims([row])[0]
    >>> claim["claim_id"], claim["entry"], claim["claimant_text"], claim["value"]
    ('tass-1', 'coded', 'police', '13')
    """
    return [
        {"claim_id": row["figure_id"], "entry": "coded", "claimant_text": row["claimant"]}
        | {name: row[name] for name in SHARED}
        for row in figures
    ]
