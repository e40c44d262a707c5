"""A small corpus about an invented event, its tables, and notebooks that draw a figure without heavy libraries."""

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from qantar import datapackage
from qantar.csvio import write_tables
from qantar.tables import build_tables, load_corpus
from qantar.textio import sha256

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
EVENT = "id: test-2020\nname: Flood in Testland\ncountry: Testland\nstart: 2020-05-01\nend: 2020-05-09\n"
DIGEST = "The ministry said on 2 May that 12 people had died. Later it spoke of <b>15</b> dead & of dozens hurt.\n"
DATA = {
    "event": "Flood in Testland",
    "until": "3 May 2020",
    "version": "0.0+test",
    "claims": 3,
    "reviewed": 0,
    "sources": 2,
    "outlets": 2,
    "citation": {"title": "Test", "authors": "Tester", "address": ""},
}
DRAW = f"""
import csv
from pathlib import Path
from IPython.display import HTML, display
from qantar import paths
rows = list(csv.DictReader(open(paths.PROCESSED / "NAME.csv", encoding="utf-8")))
paths.FIGURES.mkdir(parents=True, exist_ok=True)
lines = ["as_of,value", *(f"{{row['as_of']}},{{row['value']}}" for row in rows), ""]
(paths.FIGURES / "NN_NAME.csv").write_text("\\n".join(lines), newline="\\n")
display(HTML('<figure data-csv="figures/NN_NAME.csv"><img alt="NAME by day" src="data:image/png;base64,{PIXEL}">'
             '<figcaption>Plotted numbers: figures/NN_NAME.csv</figcaption></figure>'))
"""


def markdown(text):
    """A Markdown cell."""
    return new_markdown_cell(text)


def code(source="pass", *outputs):
    """A code cell with outputs, given as plain dicts."""
    return new_code_cell(source, outputs=[nbformat.from_dict(output) for output in outputs])


def shows(**data):
    """An output of a cell: `html`, `plain`, `png`, `svg`, `latex` or `javascript`."""
    types = {
        "html": "text/html",
        "plain": "text/plain",
        "png": "image/png",
        "svg": "image/svg+xml",
        "latex": "text/latex",
        "markdown": "text/markdown",
        "javascript": "application/javascript",
    }
    bundle = {types[kind]: content for kind, content in data.items()}
    return {"output_type": "display_data", "data": bundle, "metadata": {}}


def coded(claim_id, metric, value, as_of):
    """A claim of a figure coded by hand."""
    row = {"claim_id": claim_id, "source_id": "paper-2020-05-03", "entry": "coded", "metric": metric, "value": value}
    row |= {"low": value, "high": value, "qualifier": "exact", "unit": "people", "group": "all", "as_of": as_of}
    row |= {"claimant_type": "government", "claimant_text": "Water Ministry", "place": "Testland"}
    return row | {"event_scope": "in_event", "status": "asserted"}


def extracted(number_text, start, **more):
    """A claim as the extractor writes it, at a place of the digest."""
    row = {"claim_id": f"x{start}", "source_id": "agency-2020-05-02", "entry": "extracted", "text_basis": "digest"}
    row |= {"metric": "deaths", "value": number_text, "low": number_text, "high": number_text, "qualifier": "exact"}
    row |= {"number_text": number_text, "unit": "people", "group": "all", "claimant_type": "government"}
    row |= {"claimant_text": "ministry", "as_of": "2020-05-02", "event_scope": "in_event", "status": "asserted"}
    row |= {"paragraph": 1, "sentence": 1, "start": start, "end": start + len(number_text)}
    return row | {"text_sha256": sha256(DIGEST), "rule": "passive"} | more


def write_corpus(folder):
    """Raw files and tables of the invented event."""
    raw, processed = folder / "raw", folder / "processed"
    (raw / "digests").mkdir(parents=True)
    (raw / "event.yml").write_text(EVENT, encoding="utf-8")
    (raw / "digests" / "agency-2020-05-02.md").write_text(DIGEST, encoding="utf-8")
    sources = [
        {"source_id": "agency-2020-05-02", "outlet": "Agency", "title": "flood kills", "url": "https://example.org/a"},
        {
            "source_id": "paper-2020-05-03",
            "outlet": "Paper",
            "title": "toll <b>rises</b>",
            "url": "https://example.org/b",
        },
    ]
    for row in sources:
        row |= {"publisher_type": "wire", "country_of_outlet": "Testland", "published": row["source_id"][-10:]}
        row |= {"language": "en", "coded_figures": 0}
    sources[0] |= {"text_basis": "digest", "text_sha256": sha256(DIGEST), "characters": len(DIGEST)}
    claims = [coded("p-1", "deaths", 15, "2020-05-03"), coded("p-2", "detentions", 40, "2020-05-03")]
    claims.insert(0, extracted("12", DIGEST.index("12")))
    write_tables(processed, {"sources": sources, "claims": claims, "rejected_numbers": []})
    write_tables(processed, build_tables(load_corpus(raw, processed)))
    datapackage.write(processed)
    return raw, processed


def write_notebook(path, *cells):
    """A notebook file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(new_notebook(cells=list(cells)), path)


def drawing(number, name):
    """The cells of a notebook that reads one table and shows one figure of it."""
    source = DRAW.replace("NAME", name).replace("NN", number)
    return [markdown(f"# How many {name}?"), markdown(f"The {name} that were reported."), code(source)]
