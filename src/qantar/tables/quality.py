"""How the figures came about: by which rule, how many, what was not taken and why, what was reviewed, how it scored."""

from qantar.tables.frame import as_table, grouped

COLUMNS = [
    "kind", "name", "metric", "n_claims", "n_sources", "n_vague", "n_undated", "n_without_speaker",
    "n_reviewed", "n_numbers", "n_gold", "gold_precision",
]  # fmt: skip


def build_quality(corpus):
    """Counts by rule and metric, and by reason of numbers not taken.

    Args:
        corpus: a `Corpus`; its `scores` say how the rule reads annotated texts. That is a precision, no F1: a figure
            that was missed was missed by every rule.

    Returns:
        Frame with one row per `kind` (`rule`: claims by the rule that made them, hand-coded ones under `coded`;
        `not_taken`: numbers read and not taken, by reason) and metric.
    """
    rows = [_rule_row(rule, metric, claims, corpus.scores) for rule, metric, claims in _by_rule(corpus)]
    for (reason,), same in grouped(corpus.rejected, ["reason"]).items():
        rows.append(
            {"kind": "not_taken", "name": reason, "metric": "", "n_numbers": len(same), "n_sources": _sources(same)}
        )
    return as_table(rows, COLUMNS)


def _by_rule(corpus):
    claims = corpus.claims.assign(name=corpus.claims["rule"].where(corpus.claims["entry"] != "coded", "coded"))
    for (name, metric), same in grouped(claims.to_dict("records"), ["name", "metric"]).items():
        yield name or "unnamed", metric, same


def _rule_row(rule, metric, claims, scores):
    read, right = scores.get((rule, metric), (None, None))
    return {
        "kind": "rule",
        "name": rule,
        "metric": metric,
        "n_claims": len(claims),
        "n_sources": _sources(claims),
        "n_vague": sum(claim["qualifier"] == "vague" for claim in claims),
        "n_undated": sum(claim["as_of"] == "" for claim in claims),
        "n_without_speaker": sum(claim["claimant_type"] == "unattributed" for claim in claims),
        "n_reviewed": sum(claim["reviewed"] == "yes" for claim in claims),
        "n_gold": read,
        "gold_precision": right / read if read else None,
    }


def _sources(rows):
    return len({row["source_id"] for row in rows})
