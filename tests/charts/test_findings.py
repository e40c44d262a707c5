"""Findings: nothing is said where there is nothing, and what is said comes from the rows that are drawn."""

import inspect

import pandas as pd
import pytest
from chart_helpers import empty_table

from qantar.charts.findings import (
    across,
    cases,
    certainty,
    detentions,
    injuries,
    known,
    overtime,
    select,
    sources,
    speakers,
    toll,
    troops,
)
from qantar.charts.tell import Finding, tell

MODULES = (across, cases, certainty, detentions, injuries, known, overtime, sources, toll, troops)
TABLES = {  # argument of a finding → the published table it is
    "timeline": "timeline",
    "retractions": "retractions",
    "parts": "parts",
    "flags": "flags",
    "differences": "differences",
    "reconciled": "reconciled",
    "effect": "conventions_effect",
    "vintages": "vintages",
    "table": "coverage",
    "sources": "sources",
    "troops": "troop_contingents",
}
FINDINGS = [
    (module, name)
    for module in MODULES
    for name, function in vars(module).items()
    if inspect.isfunction(function) and function.__module__ == module.__name__ and not name.startswith("_")
    if set(inspect.signature(function).parameters) <= {*TABLES, "figures", "name"}
]


def call(module, name, claims):
    function = getattr(module, name)
    given = {"figures": claims, "name": "deaths", **{key: empty_table(table) for key, table in TABLES.items()}}
    return function(**{key: given[key] for key in inspect.signature(function).parameters})


@pytest.mark.parametrize(("module", "name"), FINDINGS, ids=lambda part: getattr(part, "__name__", part).split(".")[-1])
def test_a_corpus_with_few_figures_breaks_no_finding(module, name, claims):
    found = call(module, name, claims)
    assert found is None or isinstance(found, (Finding, str, pd.DataFrame))
    if isinstance(found, Finding):
        assert found.title and found.subtitle and found.alt and found.reading and len(found.plotted)


@pytest.mark.parametrize(("module", "name"), FINDINGS, ids=lambda part: getattr(part, "__name__", part).split(".")[-1])
def test_a_corpus_without_figures_breaks_no_finding(module, name, claims):
    found = call(module, name, claims.head(0))
    assert found is None or isinstance(found, (str, pd.DataFrame)), "nothing can be drawn from no figures"


def test_nothing_is_drawn_where_nothing_was_found(capsys, figures_folder):
    tell("02_toll", None, draw=None)
    assert not figures_folder.exists()


def test_injuries_name_the_ends_of_the_day_on_which_sources_differ_most(claims):
    more = claims[claims["claim_id"] == "a6"].assign(claim_id="a7", value=350, low=350, high=350, qualifier="exact")
    more = more.assign(outlet="Agency", claimant_type="prosecutor", origin_id="a7")
    found = injuries.by_outlet(pd.concat([claims, more]))
    assert "nearly 200" in found.title and "350" in found.title
    assert "the health ministry" in found.reading and "the prosecutor" in found.reading


def test_a_withdrawn_figure_makes_no_dispute(claims):
    rival = claims.head(1).assign(claim_id="a7", value=45, low=45, high=45, withdrawn_on="")
    found = select.most_disputed_day(select.totals(pd.concat([claims, rival]), "deaths"))
    assert not {"a1", "a3"} & set(found["claim_id"])
    without = pd.concat([claims, rival]).assign(withdrawn_on="")
    assert {"a1", "a7"} == set(select.most_disputed_day(select.totals(without, "deaths"))["claim_id"])


def test_totals_leave_out_parts_and_superseded_figures(claims):
    rows = pd.concat([claims, claims.head(1).assign(claim_id="p", part_of="a2"),
                      claims.head(1).assign(claim_id="s", status="superseded")])  # fmt: skip
    assert set(select.totals(rows, "deaths")["claim_id"]) == {"a1", "a2", "a3", "a4"}


def _printings_of_the_withdrawn_figure():
    return pd.DataFrame(
        {
            "figure_id": "w",
            "claim_id": ["a1", "a3", "a4"],
            "role": ["before", "withdrawal", "repeat"],
            "metric": "deaths",
            "value": 40,
            "outlet": ["Morning Post", "Evening Post", "Agency"],
            "published": ["2030-03-01", "2030-03-03", "2030-03-09"],
            "withdrawn_on": "2030-03-03",
            "status": ["asserted", "retracted", "asserted"],
            "days_after": pd.array([None, None, 6], dtype="Int64"),
        }
    )


def test_the_withdrawn_figure_is_told_with_its_later_printings(claims):
    history = _printings_of_the_withdrawn_figure()
    found = known.withdrawn_echo(history, claims)
    assert found.title == "40 was still printed 6 days after it was withdrawn"
    assert "Agency" in found.reading
    assert list(found.plotted["manner"]) == ["asserted", "withdrawn", "asserted"]
    assert "not drawn" not in found.reading


def test_a_printing_without_a_day_is_said_not_to_be_drawn(claims):
    history = _printings_of_the_withdrawn_figure()
    history.loc[1, "published"] = "2030-03"
    found = known.withdrawn_echo(history, claims)
    assert len(found.plotted) == 2
    assert found.reading.endswith("1 further printing bears no day and is not drawn")


def test_a_revision_that_was_said_openly_is_told_from_a_silent_one(claims):
    timeline = empty_table("timeline")
    rows = pd.DataFrame(
        {
            "metric": "deaths",
            "group": "security_forces",
            "place": "Atlantis",
            "date": ["2030-03-02", "2030-03-04"],
            "value": [16, 9],
            "change": [-2, -1],
            "revision": ["open", "silent"],
            "claim_id": ["a2", "a4"],
            "direction": "down",
        }
    )
    found = overtime.lowered(pd.concat([timeline, rows]).fillna({"detail": "", "stage": ""}), claims)
    assert list(found.plotted["text"]) == ["18 to 16, said openly", "10 to 9"]
    assert found.title.startswith("2 running totals fell, 1 of them")


def test_copies_are_counted_as_one_statement(claims):
    found = sources.copies(claims)
    row = found.plotted.set_index("label").loc["Deaths"]
    assert (row["value"], row["part"]) == (4, 3)


def test_an_old_toll_stays_out_of_date_however_often_it_is_printed_again(claims):
    base = claims[claims["claimant_type"] == "prosecutor"].head(1).assign(withdrawn_on="", metric="deaths", group="all")
    printed = [("2030-03-05", 50), ("2030-03-10", 60), ("2030-03-12", 50), ("2030-03-13", 50)]
    rows = pd.concat(
        base.assign(claim_id=f"c{i}", published=day, day=pd.Timestamp(day), value=value, low=value, high=value)
        for i, (day, value) in enumerate(printed)
    )
    found = overtime.in_circulation(rows)
    assert found.title.startswith("2 pages printed an older toll")
    assert list(found.plotted["manner"]) == ["asserted", "former", "former", "asserted"]


def test_a_figure_that_was_only_denied_is_not_called_withdrawn(claims):
    history = _printings_of_the_withdrawn_figure().assign(status=["asserted", "denied", "asserted"])
    assert known.withdrawn_echo(history, claims).title == "40 was still printed 6 days after it was denied"
    assert "a figure of 40 was denied on 3 March 2030" in toll.answer(claims, history)


def _steps(*said):
    rows = pd.DataFrame(said, columns=["claimant_type", "date", "value"])
    return rows.assign(date=pd.to_datetime(rows["date"]))


def test_who_only_passes_numbers_on_keeps_no_count():
    said = [("prosecutor", "2030-03-01", 5), ("government", "2030-03-01", 5), ("prosecutor", "2030-03-03", 7)]
    kept = speakers.own_counts(_steps(*said, ("government", "2030-03-04", 7), ("ngo", "2030-03-04", 9)), "deaths")
    assert set(kept["claimant_type"]) == {"prosecutor", "ngo"}


def test_an_office_that_gave_one_number_stands_apart_from_one_that_keeps_a_count():
    said = [("interior_ministry", "2030-03-01", 5), ("interior_ministry", "2030-03-02", 7)]
    kept, single = speakers.keepers(_steps(*said, ("health_ministry", "2030-03-02", 6), ("ngo", "2030-03-02", 9)))
    assert set(kept["claimant_type"]) == {"interior_ministry", "ngo"} and list(single["value"]) == [6]
    kept, single = speakers.keepers(_steps(("police", "2030-03-02", 6), ("ngo", "2030-03-02", 9)))
    assert set(kept["claimant_type"]) == {"police", "ngo"} and single.empty


def test_a_day_with_one_number_is_no_dispute(claims):
    assert injuries.by_outlet(claims) is None
    assert injuries.answer(claims) == "For no day do sources print two different totals of injured in Atlantis."


def test_a_single_figure_of_cases_has_not_grown(claims):
    timeline = empty_table("timeline")
    row = {"metric": "criminal_cases", "place": "Atlantis", "stage": "opened", "unit": "cases", "measure": "cumulative"}
    row |= {"claimant_type": "police", "date": "2030-03-05", "value": 3, "qualifier": "exact", "claim_id": "a4"}
    rows = pd.concat([timeline, pd.DataFrame([row])]).fillna({"detail": "", "group": ""})
    assert cases.answer(claims, rows) == "Criminal cases opened: 3 (5 March 2030), as reported."
    assert cases.opened(claims, rows).title == "Reported criminal cases: 3"


def test_cases_that_no_series_holds_are_not_denied(claims):
    some = claims.assign(metric="criminal_cases")
    assert "in 6 figures" in cases.answer(some, empty_table("timeline"))


def test_the_days_on_which_other_numbers_were_printed_are_counted(claims):
    own = claims[claims["metric"] == "deaths"].assign(status="asserted", withdrawn_on="", as_of="2030-03-05")
    drawn = own.tail(1).assign(known_on="2030-03-05", stage="", measure="cumulative")
    vintages = pd.concat([empty_table("vintages"), drawn[["metric", "group", "place", "as_of", "known_on", "value",
                          "qualifier", "status", "stage", "measure", "claim_id"]]]).fillna({"detail": ""})  # fmt: skip
    found = known.triangle(vintages, own, "deaths")
    assert found.title == "Deaths: the leading figure did not change once printed"
    assert "for 1 of the days other numbers were printed too" in found.reading


def test_of_another_event_only_the_strength_on_paper_is_charted():
    scopes = ["in_event", "other_event", "other_event"]
    rows = pd.DataFrame({"event_scope": scopes, "stage": ["deployed", "standing", "deployed"]})
    assert list(troops.of_event(rows).index) == [0, 1]


def test_troops_without_a_name_are_told_without_one():
    row = {"detail": "", "stage": "announced", "value": 200, "low": 200, "high": 200, "qualifier": "exact"}
    row |= {"claimant_type": "police", "claim_id": "t", "outlet": "Agency", "status": "asserted"}
    rows = pd.concat([empty_table("troop_contingents"), pd.DataFrame([row])])
    expected = "For the foreign troops: 200 announced. 0% of the figures name no one who vouches for them."
    assert troops.answer(rows) == expected


def test_detained_who_are_counted_by_place_only_are_not_denied(claims):
    held = claims.assign(metric="detentions", place="Harbour")
    expected = "People detained are counted in 6 figures, none of which is a number of all in Atlantis."
    assert detentions.answer(held, empty_table("timeline")) == expected
    assert detentions.answer(claims, empty_table("timeline")) == "No source gives a number of people detained."
