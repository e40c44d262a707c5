"""How each speaker's figure changed: one row per day on which it was stated or withdrawn.

A figure stands on the day it holds for (as-of), or on the day of publication where the text names none. A withdrawal
stands on the day it was published, because its as-of date is that of the figure withdrawn. An earlier figure that a
text only recalls (`superseded`) and ties to no date has no place on the line, but it tells that a later drop was made
known: a lower count is `open` where some source says so (by a status, or in words, see `announced`), `stale` where it
is an old number printed again, and `silent` where the office that gave the higher one gives the lower without a word.
The last two need figures that are running totals beyond doubt: one who counts people released may count all of them,
or those of one kind or week.
"""

from qantar.tables.bounds import direction
from qantar.tables.dates import days_between, is_before, last_day
from qantar.tables.frame import SERIES, USUAL_STAGE, as_table, grouped, is_placed, key_of, most_telling
from qantar.tables.origins import origin_of, support
from qantar.tables.revisions import openly_lowered
from qantar.tables.withdrawals import WITHDRAWING

SPEAKER = [*SERIES, "claimant_type"]
# kinds of claimants that are one office; of the others only the same name is the same speaker
ONE_OFFICE = {"president", "prosecutor", "interior_ministry", "health_ministry", "defence_ministry", "ombudsman"}
COLUMNS = [
    *SPEAKER, "date", "direction", "date_basis", "value", "low", "high", "qualifier", "change", "revision",
    "days_since_last", "status", "n_values", "n_claims", "n_outlets", "n_origins", "claim_id",
]  # fmt: skip


def build_timeline(corpus):
    """The steps of every figure by speaker.

    Args:
        corpus: a `Corpus`.

    Returns:
        Frame with one row per series (metric, group, place, detail, stage, unit, measure), kind of claimant, day and
        direction (`first, up, down, restated, retracted`). `change` is blank unless both numbers are exact;
        `n_values` above 1 says that the day's statements differ, the row is then the most telling of them.
    """
    lowered, origins = openly_lowered(corpus.in_event), origin_of(corpus)
    rows = []
    for series in grouped(corpus.in_event, SPEAKER).values():
        rows += _steps(_days(series, origins, corpus.announced), lowered)
    return as_table(rows, COLUMNS)


def _days(series, origins, announced):
    """One entry per day and kind (stated or withdrawn) of a series, in the order of the days."""
    withdrawn = [claim for claim in series if claim["status"] in WITHDRAWING]
    stated = [claim for claim in series if claim["status"] not in WITHDRAWING and is_placed(claim)]
    entries = [_entry(day, same, origins, False, announced) for (day,), same in grouped(stated, ["date"]).items()]
    entries += [_entry(day, same, origins, True) for (day,), same in grouped(withdrawn, ["published"]).items()]
    entries = [entry for entry in entries if entry["date"]]  # what no page and no text dates stands on no day
    return sorted(entries, key=lambda entry: (str(last_day(entry["date"])), entry["date"], entry["withdrawn"]))


def _entry(day, claims, origins, withdrawn, announced=()):
    chosen = most_telling(claims)
    return {
        **chosen,
        "announced": any(claim["claim_id"] in announced for claim in claims if claim["value"] == chosen["value"]),
        "date": day,
        "withdrawn": withdrawn,
        **({"date_basis": "published"} if withdrawn else {}),
        "n_values": len({claim["value"] for claim in claims}),
        **support(claims, origins),
    }


def _steps(days, lowered):
    """The entries of a series with how each differs from the one before; after a withdrawal the series starts anew."""
    before, seen = None, set()
    for entry in days:
        step = {**entry, "direction": _direction(before, entry), "change": _change(before, entry)}
        step["days_since_last"] = days_between(before["date"], entry["date"]) if before else None
        step["revision"] = _revision(before, step, lowered, seen) if step["direction"] == "down" else ""
        yield step
        seen.add(entry["value"])
        before = None if entry["withdrawn"] else entry


def _direction(before, entry):
    if entry["withdrawn"]:
        return "retracted"
    if before is None:
        return "first"
    if _exact(before, entry):
        return "restated" if before["value"] == entry["value"] else "up" if entry["value"] > before["value"] else "down"
    return direction(before, entry)


def _change(before, entry):
    return entry["value"] - before["value"] if before and not entry["withdrawn"] and _exact(before, entry) else None


def _exact(before, entry):
    return before["qualifier"] == entry["qualifier"] == "exact"


def _revision(before, entry, lowered, seen):
    """How a count that only ever adds up came down; blank for stocks, and where the speaker may be another one."""
    if entry["measure"] != "cumulative":
        return ""
    if lowered.get((key_of(before), before["value"]), ("",))[0] == entry["value"]:
        return "open"
    if entry["announced"] and _exact(before, entry):
        return "open"
    if not (is_running_total(before) and is_running_total(entry)):
        return ""
    if entry["value"] is not None and entry["value"] in seen:
        return "stale"
    later = is_before(before["date"], entry["date"])
    return "silent" if later and _exact(before, entry) and same_office(before, entry) else ""


def is_running_total(claim):
    """Whether a count only ever adds up: its text says so, or it counts what a bare total of its metric counts.

    >>> bare = {"metric": "detentions", "measure": "cumulative", "stated_measure": ""}
    >>> is_running_total(bare | {"stage": "detained"}), is_running_total(bare | {"stage": "released"})
    (True, False)
    """
    usual = claim["stage"] == USUAL_STAGE.get(claim["metric"], "")
    return claim["measure"] == "cumulative" and (claim["stated_measure"] != "" or usual)


def same_office(one, other):
    """Whether two claims come from one office: one kind of claimant, and the same name or a word of it in common.

    >>> one = {"claimant_type": "prosecutor", "claimant_text": "Prosecutor General"}
    >>> same_office(one, one | {"claimant_text": "prosecutors"})
    True
    """
    if one["claimant_type"] != other["claimant_type"]:
        return False
    if one["claimant_text"] == other["claimant_text"]:
        return one["claimant_text"] != ""
    stems = [{word[:5].lower() for word in claim["claimant_text"].split() if len(word) > 4} for claim in (one, other)]
    return one["claimant_type"] in ONE_OFFICE and bool(stems[0] & stems[1])
