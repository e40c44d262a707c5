"""Foreign troops: announced, sent, and on paper are three different things."""

from qantar.charts.findings.select import BY_SOURCE, by_source, reach, short
from qantar.charts.prose import compact, credited, listing, metric, number, plural, share, wording
from qantar.charts.tell import Finding

STATES = {
    "announced": "announced",
    "deployed": "in the country",
    "withdrawn": "withdrawn",
    "standing": "on paper",
    "": "state not said",
}
NO_NUMBER = "no number"


def of_event(contingents):
    """The figures about this event, and of other ones only the strength that a force has on paper.

    Args:
        contingents: the table troop_contingents.csv.
    """
    return contingents[(contingents["event_scope"] == "in_event") | (contingents["stage"] == "standing")]


def answer(troops):
    """Two sentences: what was sent, and what is confused with it."""
    if troops.empty:
        return "No source gives a number of foreign troops."
    force = _force(troops)
    states = [
        (_span(force[force["stage"] == "deployed"]), "reported in the country"),
        (_span(force[force["stage"] == "announced"]), "announced"),
        (_span(force[force["stage"] == "standing"]), "its strength on paper"),
    ]
    told = listing([f"{words} {state}" for words, state in states if words != NO_NUMBER] or [NO_NUMBER])
    counted = troops[troops["stage"].isin(["announced", "deployed"])]
    unnamed = (counted["claimant_type"] == "unattributed").sum()
    vouched = (
        f" {share(unnamed, len(counted))} of the figures name no one who vouches for them." if len(counted) else ""
    )
    return f"For {_name(force)}: {told}.{vouched}"


def _name(force):
    """The force in words: it may bear no name, where texts speak of foreign troops only."""
    name = force["detail"].iloc[0]
    return f"the whole foreign force ({name})" if name else "the foreign troops"


def _force(troops):
    """The figures about the force that most figures are about: the alliance, not a member."""
    return troops[troops["detail"].isin(troops["detail"].mode().head(1))]


def _span(rows):
    """Lowest and highest figure in words."""
    if rows.empty:
        return NO_NUMBER
    rows = rows.assign(_reach=[reach(row) for row in rows.to_dict("records")]).sort_values(["_reach", "claim_id"])
    low, high = wording(rows.iloc[0]), wording(rows.iloc[-1])
    return low if low == high else f"{low} to {high}"


def by_country(troops):
    """Every number given for each country's contingent, by its state."""
    rows = troops[(troops["detail"] != "") & troops["value"].notna()].drop_duplicates(["detail", "stage", "value"])
    if rows.empty:
        return None
    rows = rows.assign(label=rows["detail"], kind=rows["stage"].map(STATES), text=_texts(rows))
    rows["order"] = rows["kind"].map(list(STATES.values()).index)
    rows["top"] = rows.groupby("label")["value"].transform("max")
    rows = rows.sort_values(["top", "label", "order", "value"], ascending=[False, True, True, True], kind="stable")
    force = _force(troops)
    paper, sent = (_span(force[force["stage"] == stage]) for stage in ("standing", "deployed"))
    spoken = [f"{row['label']} {wording(row)} {row['kind']}" for row in rows.to_dict("records")]
    return Finding(
        claims=troops,
        plotted=rows[["label", "kind", "value", "qualifier", "text"]],
        title=f"{force['detail'].iloc[0] or 'Foreign troops'}: {sent} reported in the country"
        + (f", {paper} on paper" if paper != NO_NUMBER else ""),
        subtitle="Troops reported, by contributing country or alliance and by state, logarithmic axis; ≈ and hollow "
        "dots: about, >: more than; states are never added"
        + ("; on paper: standing forces, counted apart from this event" if paper != NO_NUMBER else ""),
        alt=f"Dots, one lane a country and state: {listing(spoken)}.",
        reading=_most(rows[rows["stage"] == "deployed"])
        + (
            "; the strength on paper is that of standing forces, no number of troops sent" if paper != NO_NUMBER else ""
        ),
        options={"log": True},
    )


def _texts(rows):
    return [compact(row) for row in rows.to_dict("records")]


def _most(sent):
    counts = sent.groupby("label")["value"].nunique()
    if counts.empty:
        return "no source gives a number of troops in the country"
    top = int(counts.max())
    many = plural(top, "different number") if top > 1 else "one number"
    return f"for {counts.idxmax()}, {many} of troops in the country can be read"


def whole_force(troops):
    """What sources print about the force as a whole."""
    force = _force(troops)
    claims = force[force["stage"].isin(["announced", "deployed", ""])]
    if claims.empty:
        return None
    rows = by_source(claims)
    printed = [f"{row['label']} {row['wording']}" for row in rows.to_dict("records")]
    exact = claims[claims["qualifier"] == "exact"]
    vouched = [f"{wording(row)}, credited to {credited(row['claimant_type'])}" for row in exact.to_dict("records")]
    return Finding(
        claims=claims,
        plotted=rows[BY_SOURCE],
        title=f"The size of the force: {_span(claims)}, and {_exact(exact)}",
        subtitle=f"Troops reported for {_name(force)}, announced or in the country, by "
        "outlet and speaker. Arrows: open ends, hollow dots: “about”",
        alt=f"Dots, one row an outlet, under the name of the speaker: {listing(printed)}.",
        reading=f"{number(len(exact)) if vouched else 'none'} of {plural(len(claims), 'figure')} "
        f"{'is' if len(exact) == 1 else 'are'} exact" + (f": {listing(vouched)}" if vouched else ""),
    )


def _exact(exact):
    count = exact["value"].nunique()
    return f"{'only ' if count == 1 else ''}{plural(count, 'exact number')}" if count else "no exact number"


def silences(troops):
    """For which countries a number in the country was ever printed."""
    known = [state for state in ("announced", "deployed", "withdrawn") if state in set(troops["stage"])]
    rows = troops[(troops["detail"] != "") & troops["stage"].isin(known)]
    if rows["detail"].nunique() < 2 or "deployed" not in known:
        return None
    grid = rows.groupby(["detail", "stage"]).size().unstack(fill_value=0)[known]
    grid = grid.loc[grid.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    cells = grid.stack().reset_index(name="claims").assign(only_zero=False)
    cells["row"], cells["column"] = cells["detail"].map(short), cells["stage"].map(STATES)
    fewest = int(grid["deployed"].min())
    rare = sorted(grid.index[grid["deployed"] == fewest])
    of_all = f"{plural(len(rare), 'contingent')} of {len(grid)} {'has' if len(rare) == 1 else 'have'}"
    spoken = [f"{row['row']} {row['column']} {row['claims']}" for row in cells.to_dict("records")]
    return Finding(
        claims=rows,
        plotted=cells[["row", "column", "claims", "only_zero"]],
        title=f"{listing(rare)}: {'fewest figures' if fewest else 'no figure'} of troops in the country",
        subtitle=f"Printed figures of {metric('troop_contingents')} by country and state; a dot is silence",
        alt=f"Matrix of countries and states: {listing(spoken)}.",
        reading=f"{of_all} {plural(fewest, 'printed figure') if fewest else 'no figure'} for the country itself, so "
        "the contingents cannot be checked against the whole force",
    )
