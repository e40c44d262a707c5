"""The start page of the set: what the reports answer, the figures in short, the data, the method and its limits."""

from pathlib import Path

from qantar import schema
from qantar.charts.prose import claimant, day
from qantar.check import is_day
from qantar.errors import NO_RAW_FILE
from qantar.event import read_event
from qantar.headlines import describe_corpus, describe_withdrawal, misleading
from qantar.report import page
from qantar.report.about import read_rows
from qantar.report.evidence import in_figures, plain
from qantar.report.figures import size
from qantar.report.layout import Content
from qantar.report.sanitize import clean
from qantar.tables.frame import MAIN, SERIES, grouped
from qantar.yamlio import read_yaml

GLOSSARY = Path(__file__).with_name("glossary.yml")


def widest_series(rows, countries=()):
    """Of the series of one metric the one that most figures belong to, as its rows.

    Args:
        rows: rows of reconciled.csv under the rule `latest`, in order of date.
        countries: contributing countries; a whole force goes before the part of one of them.
    """
    return max(
        grouped(rows, SERIES).values(),
        key=lambda days: (days[0]["detail"] not in countries, sum(int(row["n_claims"]) for row in days)),
    )


def with_number(series, claims, flagged=()):
    """The days of a series with a figure and an unflagged claim behind it; those known to the day, if there are any.

    Days with one number come before those that have bounds only, as in "dozens".

    >>> first = {"date": "2022-01-09", "best": "164", "claim_id": "a"}
    >>> sums = {"date": "2022-01-16", "best": "4500", "claim_id": "b"}
    >>> with_number([first, sums], {"a", "b"}, flagged={"b"}) == [first]
    True
    """
    known = [row for row in series if row["claim_id"] in claims and row["claim_id"] not in flagged]
    numbered = [row for row in known if row["best"]] or [row for row in known if row["low"] or row["high"]]
    return [row for row in numbered if is_day(row["date"])] or numbered


def spelled(value):
    """A value as shown: a name of a closed list in words, a place or country as it is."""
    return plain(value) if value.islower() else value


def stated(row, claims):
    """One figure of a series in words, with its date, its speaker and the address of its evidence."""
    claim = claims[row["claim_id"]]
    return {
        "words": in_figures(claim),
        "date": day(row["date"]),
        "speaker": claim["claimant_text"] or claimant(claim["claimant_type"]),
        "evidence": f"evidence.html#{claim['claim_id']}",
    }


def headline(metric, reconciled, claims, outlets, countries=(), flagged=()):
    """What the start page says of one metric, or None where no figure of it stands.

    Args:
        metric: its name.
        reconciled: rows of reconciled.csv under the rule `latest`.
        claims: rows of claims.csv by id.
        outlets: outlet by source.
        countries: see `widest_series`.
        flagged: ids of claims that are counted but never shown as the figure of their metric.
    """
    rows = [row for row in reconciled if row["metric"] == metric]
    days = with_number(widest_series(rows, countries), claims, flagged) if rows else []
    if not days:
        return None
    counted = [claim for claim in claims.values() if claim["metric"] == metric and claim["event_scope"] == "in_event"]
    scope = [spelled(days[0][column]) for column in ("group", "detail", "stage", "place") if days[0][column]]
    return {
        "metric": plain(metric),
        "scope": ", ".join(part for part in scope if part != "all"),
        "first": stated(days[0], claims),
        "last": stated(days[-1], claims),
        "claims": len(counted),
        "outlets": len({outlets[claim["source_id"]] for claim in counted}),
    }


def headlines(processed, raw):
    """The headlines of all metrics of the subject, computed from reconciled.csv and claims.csv."""
    claims = {row["claim_id"]: row for row in read_rows(processed / "claims.csv")}
    outlets = {row["source_id"]: row["outlet"] for row in read_rows(processed / "sources.csv")}
    latest = [row for row in read_rows(processed / "reconciled.csv") if row["rule"] == "latest"]
    latest.sort(key=lambda row: row["date"])
    countries = {
        country["name"] for country in read_event(raw / "event.yml", NO_RAW_FILE).get("contributing_countries") or []
    }
    flagged = misleading(processed)
    found = [headline(metric, latest, claims, outlets, countries, flagged) for metric in MAIN]
    return [entry for entry in found if entry]


def describe_tables(processed):
    """The tables that can be downloaded: file, title, number of rows and size."""
    known = {table.file: table for table in schema.load().values() if table.folder == "processed"}
    found = []
    for file in sorted(processed.glob("*.csv"), key=lambda file: (file.name != "claims.csv", file.name)):
        title = known[file.name].title if file.name in known else file.stem.replace("_", " ")
        found.append({"file": file.name, "title": title, "rows": len(read_rows(file)), "size": size(file.read_bytes())})
    return found


def paragraph(markdown):
    """One paragraph of Markdown as HTML without the paragraph's own tags."""
    from nbconvert.filters import markdown2html

    return clean(markdown2html(markdown)).strip().removeprefix("<p>").removesuffix("</p>")


def make(processed, raw, site, contents):
    """The start page.

    Args:
        processed: folder of the tables.
        raw: folder with event.yml.
        site: see `page.Site`.
        contents: `layout.Content` of each report by its address, in order.

    Returns:
        The page as a string.
    """
    sections = [(2, "reports", "The reports"), (2, "figures", "The figures in short"), (2, "data", "The data")]
    sections += [(2, "method", "Method"), (2, "limits", "Limits"), (2, "glossary", "Glossary")]
    return page.render(
        "index.html.j2",
        content=Content(
            title=site.data["event"] or "Reported figures",
            standfirst=paragraph(describe_corpus(processed)),
            body="",
            contents=sections,
        ),
        site=site,
        current="index.html",
        reports=list(contents.items()),
        headlines=headlines(processed, raw),
        withdrawal=paragraph(describe_withdrawal(processed)),
        tables=describe_tables(processed),
        glossary=read_yaml(GLOSSARY),
    )
