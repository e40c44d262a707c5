"""The figure that was taken back: which one is told of, and in which words."""

from qantar.charts.prose import number


def history_of(retractions, metric=None):
    """The printings of the figure that was withdrawn or denied and is told of.

    Args:
        retractions: the table retractions.csv.
        metric: only figures of this metric.

    Returns:
        Its rows: of those that a speaker took back, else of those that were denied, the figure that was printed most
        often. None where there is none.
    """
    known = retractions if metric is None else retractions[retractions["metric"] == metric]
    if known.empty:
        return None
    taken_back = known[known["status"] == "retracted"]["figure_id"]
    known = known[known["figure_id"].isin(taken_back)] if len(taken_back) else known
    ranked = known.groupby("figure_id").agg(size=("claim_id", "size"), value=("value", "max"))
    figure = ranked.sort_values(["size", "value"], kind="stable").index[-1]
    return known[known["figure_id"] == figure]


def became(history):
    """What happened to the figure: `withdrawn`, or `denied` where nobody took it back."""
    return "withdrawn" if (history["status"] == "retracted").any() else "denied"


def value_of(history):
    """The figure itself, in words."""
    return number(history["value"].iloc[0])
