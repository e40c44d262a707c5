"""The start page of the set: what the reports answer, the figures in short, the data, the method and its limits."""

from qantar import schema
from qantar.report import page
from qantar.report.about import read_rows
from qantar.report.figures import size
from qantar.report.layout import Content


def describe_tables(processed):
    """The tables that can be downloaded: file, title, number of rows and size."""
    known = {table.file: table for table in schema.load().values() if table.folder == "processed"}
    found = []
    for file in sorted(processed.glob("*.csv"), key=lambda file: (file.name != "claims.csv", file.name)):
        title = known[file.name].title if file.name in known else file.stem.replace("_", " ")
        found.append({"file": file.name, "title": title, "rows": len(read_rows(file)), "size": size(file.read_bytes())})
    return found


def make(processed, site, contents):
    """The start page.

    Args:
        processed: folder of the tables.
        site: see `page.Site`.
        contents: `layout.Content` of each report by its address, in order.

    Returns:
        The page as a string.
    """
    return page.render(
        "index.html.j2",
        content=Content(title=f"Reported figures: {site.data['event']}", body=""),
        site=site,
        current="index.html",
        reports=list(contents.items()),
        tables=describe_tables(processed),
    )
