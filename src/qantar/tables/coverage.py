"""What each source reports and what it is silent about; a stated zero is a figure, silence is not."""

from qantar import schema
from qantar.tables.frame import MAIN, as_table, grouped

COLUMNS = [
    "source_id", "metric", "outlet", "publisher_type", "published", "says",
    "n_claims", "n_zero", "n_withdrawn", "read",
]  # fmt: skip


def build_coverage(corpus):
    """Every source against every metric.

    Args:
        corpus: a `Corpus`.

    Returns:
        Frame with one row per source and metric (the six main ones and any other that occurs). `says` is `figure`,
        `zero` (it states that there were none, and no other figure) or `silent`; `read` is how the source was read,
        `text`, `coded` (only figures noted by hand, so that silence may be the coder's) or `none`.
    """
    claims = grouped(corpus.in_event, ["source_id", "metric"])
    ways = {}
    for claim in corpus.in_event:
        ways.setdefault(claim["source_id"], set()).add(claim["entry"])
    occurring = {claim["metric"] for claim in corpus.in_event} | set(MAIN)
    metrics = [metric for metric in schema.enum("metric") if metric in occurring]
    rows = [
        {
            **source,
            **_cell(claims.get((source["source_id"], metric), [])),
            "metric": metric,
            "read": _read(source, ways),
        }
        for source in corpus.sources.to_dict("records")
        for metric in metrics
    ]
    return as_table(rows, COLUMNS)


def _cell(claims):
    zero = sum(claim["high"] == 0 for claim in claims)
    return {
        "says": "silent" if not claims else "zero" if zero == len(claims) else "figure",
        "n_claims": len(claims),
        "n_zero": zero,
        "n_withdrawn": sum(claim["status"] in ("retracted", "denied") for claim in claims),
    }


def _read(source, ways):
    if source.get("text_basis") or "extracted" in ways.get(source["source_id"], ()):
        return "text"
    return "coded" if source["source_id"] in ways else "none"
