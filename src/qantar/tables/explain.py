"""Why two figures differ (first version)."""

from qantar.tables.bounds import near, overlap


class Evidence:
    def __init__(self, corpus):
        self.corpus = corpus


def explain(one, other, evidence):
    if one["value"] == other["value"] and one["value"] is not None:
        return "", ""
    if overlap(near(one), near(other)):
        return "qualifier", "rounded or hedged"
    return "unexplained", ""
