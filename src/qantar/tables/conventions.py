"""How the picture moves with the convention for vague words: "dozens" as 24-99, as 12, or as the text left it."""

from qantar.tables.frame import SERIES, as_table, grouped, is_placed
from qantar.tables.origins import origin_of, support
from qantar.tables.reconciled import envelope
from qantar.tables.withdrawals import withdrawn_since

DEFAULT = "interval"
COLUMNS = [*SERIES, "date", "profile", "low", "high", "low_shift", "high_shift", "n_vague", "n_claims", "n_outlets",
           "n_origins"]  # fmt: skip


def build_conventions_effect(corpus):
    """The envelope of every series and day that rests on a vague word, under each profile of conventions.csv.

    Args:
        corpus: a `Corpus`.

    Returns:
        Frame with one row per series, date and profile; `low_shift` and `high_shift` are the differences from the
        profile `interval`. A word that a profile does not list is read as under `interval`.
    """
    readings = _readings(corpus.conventions)
    withdrawn, origins = withdrawn_since(corpus), origin_of(corpus)
    claims = [claim for claim in corpus.in_event if is_placed(claim) and claim["claim_id"] not in withdrawn]
    rows = []
    for scope, day in grouped(claims, [*SERIES, "date"]).items():
        if any(_word(claim, readings) for claim in day):
            base = dict(zip([*SERIES, "date"], scope, strict=True)) | support(day, origins)
            rows += _profiles(day, base, readings, origins)
    return as_table(rows, COLUMNS)


def _readings(conventions):
    """profile → word → (value, low, high)."""
    readings = {DEFAULT: {}}
    for profile, words in conventions.items():
        for word, row in words.items():
            numbers = tuple(int(row[name]) if row[name] else None for name in ("value", "low", "high"))
            readings.setdefault(profile, {})[word] = numbers
    return readings


def _word(claim, readings):
    """The vague word of a claim: as printed, else the first of the default profile with the same bounds."""
    words = readings[DEFAULT]
    if claim["qualifier"] != "vague":
        return ""
    if claim["number_text"].lower() in words:
        return claim["number_text"].lower()
    bounds = (claim["value"], claim["low"], claim["high"])
    return next((word for word, reading in words.items() if reading == bounds), "")


def _profiles(day, base, readings, origins):
    usual = None
    for profile, words in readings.items():
        read = [_read_as(claim, words.get(_word(claim, readings))) for claim in day]
        bounds = envelope(read, origins)
        usual = usual or bounds
        yield {
            **base,
            "profile": profile,
            "low": bounds["low"],
            "high": bounds["high"],
            "low_shift": _shift(usual["low"], bounds["low"]),
            "high_shift": _shift(usual["high"], bounds["high"]),
            "n_vague": sum(claim["qualifier"] == "vague" for claim in day),
        }


def _read_as(claim, reading):
    if reading is None:
        return claim
    return {**claim, "value": reading[0], "low": reading[1], "high": reading[2]}


def _shift(usual, now):
    return None if usual is None or now is None else now - usual
