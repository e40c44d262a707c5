"""Claims that were read from another text than the one that is there now: their positions point at other words."""

from qantar.errors import InputError

REMEDY = (
    "run scripts/02_extract_claims.py and the steps after it, with the same --raw and --processed; where the text "
    "was changed since, scripts/01_prepare_sources.py first"
)


def check_fresh(claims, sources, path):
    """Refuse claims that do not fit the texts which the first step found.

    Args:
        claims: rows of claims.csv.
        sources: rows of the processed sources.csv, whose `text_sha256` is that of the text as it is now.
        path: of claims.csv, for the message.

    Raises:
        InputError: a claim was read from another text, or its source is gone; names the first one and how many.
    """
    texts = {row["source_id"]: row["text_sha256"] for row in sources}
    stale = [claim for claim in claims if not _is_fresh(claim, texts)]
    if stale:
        source_id = stale[0]["source_id"]
        what = "from another text of" if source_id in texts else "from a source that sources.csv no longer has:"
        counted = f"{len(stale)} claim{'s' * (len(stale) > 1)}"
        raise InputError(path, f"out of date: {counted} {what} {source_id!r}", REMEDY)


def _is_fresh(claim, texts):
    """Coded claims have no text, so only their source can be missing."""
    return claim["source_id"] in texts and claim["text_sha256"] in ("", texts[claim["source_id"]])
