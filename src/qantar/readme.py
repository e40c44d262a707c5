"""The parts of README.md that are computed: headline numbers, figures with their words, the data dictionary.

A part stands between two comments and is written anew by each build; the rest of the file is left as it is:

    <!-- begin figure 02_toll -->
    ...
    <!-- end figure -->
"""

import html
import re
from functools import partial
from pathlib import Path

from PIL import Image

from qantar import headlines, paths, schema
from qantar.archive.results import describe_benchmark
from qantar.charts.prose import number
from qantar.csvio import read_sheet, replace_files
from qantar.errors import NO_TABLE, InputError
from qantar.textio import read_text

PART = re.compile(r"(<!-- begin (\w+)(?: (\S+))? -->\n).*?(<!-- end \2 -->)", re.S)


def write(readme, processed, figures, raw=paths.RAW):
    """Write the computed parts of a README.

    Args:
        readme: the folder with README.md; nothing happens where there is none.
        processed: folder of the tables.
        figures: folder of the figures.
        raw: folder of the input, for the kept results of the benchmark.

    Returns:
        A line that says what was done.

    Raises:
        InputError: a part that does not exist, or a table or figure that has not been built.
    """
    path = Path(readme, "README.md")
    if not path.exists():
        return f"no README.md in {readme}, so there is nothing to write"
    old = read_text(path)
    new = fill(old, Path(processed), Path(figures), Path(raw))
    if new == old:
        return "README.md is up to date"
    replace_files({path: new.encode("utf-8")})
    return "README.md: numbers, figures and data dictionary written"


def fill(text, processed, figures, raw=paths.RAW):
    """The text of a README with its computed parts as tables and figures have them now."""
    writers = {
        "headlines": lambda _: _paragraphs(
            headlines.describe_corpus(processed),
            headlines.describe_metrics(processed),
            headlines.describe_withdrawal(processed),
        ),
        "figure": partial(describe_figure, figures),
        "tables": lambda _: list_tables(processed),
        "dictionary": describe_tables,
        "benchmark": lambda _: describe_benchmark(raw),
    }
    return PART.sub(lambda part: _fill_part(part, writers), text)


def describe_figure(figures, name):
    """A figure with the words written into its file as alternative text, and a link to the plotted numbers.

    Args:
        figures: folder of the figures.
        name: file name without ending.
    """
    path = Path(figures, f"{name}.png")
    if not path.exists():
        raise InputError(path, "this figure has not been drawn", "run python scripts/build.py, or name another figure")
    with Image.open(path) as picture:
        title, description = (picture.text.get(key, "") for key in ("Title", "Description"))
    if not description:
        raise InputError(path, "the picture has no description", "draw it with qantar.charts.figure.show")
    alt = html.escape(f"{title.rstrip('.')}. {description}")
    picture = f'<a href="figures/{name}.svg"><img src="figures/{name}.png" width="640" alt="{alt}"></a>'
    return f"{picture}\n\nThe plotted numbers: [{name}.csv](figures/{name}.csv)"


def list_tables(processed):
    """The published tables with their number of rows, as a Markdown table."""
    lines = ["| table | what it holds | rows |", "| --- | --- | ---: |"]
    for table in schema.load().values():
        if table.folder == "processed":
            rows = len(read_sheet(Path(processed, table.file), NO_TABLE.format("scripts/03_build_tables.py")).rows)
            lines.append(f"| [{table.file}](data/processed/{table.file}) | {table.title} | {number(rows)} |")
    return "\n".join(lines)


def describe_tables(folder):
    """The columns of all tables of a folder, one foldable section each, as Markdown; what is said once is not repeated.

    Args:
        folder: `raw` or `processed`.
    """
    tables = [table for table in schema.load().values() if table.folder == folder]
    known, sections = {}, []
    for table in sorted(tables, key=lambda table: table.file != "claims.csv"):
        summary = f"<summary><code>data/{folder}/{table.file}</code>: {table.title}</summary>"
        sections.append(f"<details>\n{summary}\n\n{describe_table(table, known)}\n\n</details>")
    return "\n\n".join(sections)


def describe_table(table, known):
    """What a row of a table is, and its columns, as Markdown.

    Args:
        table: a `qantar.schema.Table`.
        known: {description of columns: file where they are described}; those of this table are added.

    >>> print(describe_table(schema.load()["corrections"], {}).splitlines()[2])
    | column | type | meaning | example |
    """
    head = f"{table.description} Key: {', '.join(f'`{name}`' for name in table.key)}."
    twin = known.setdefault(table.columns, table.file)
    if twin != table.file:
        return f"{head} The columns are those of `{twin}`."
    lines = [head, "", "| column | type | meaning | example |", "| --- | --- | --- | --- |"]
    return "\n".join(
        lines + [_describe_column(column, known.setdefault(column, table.file), table) for column in table.columns]
    )


def _describe_column(column, file, table):
    kind = column.type + ("" if column.required else ", may be empty")
    allowed = f" One of: {', '.join(f'`{value}`' for value in column.enum)}." if column.enum else ""
    unit = f" Unit: {column.unit}." if column.unit else ""
    meaning = column.description + unit + allowed if file == table.file else f"as in `{file}`"
    cells = (f"`{column.name}`", kind, meaning, column.example)
    return f"| {' | '.join(cell.replace('|', '/').replace('<', '&lt;') for cell in cells)} |"


def _paragraphs(*texts):
    return "\n\n".join(text for text in texts if text)


def _fill_part(part, writers):
    begin, kind, name, end = part.groups()
    if kind not in writers:
        raise InputError("README.md", f"no computed part is called {kind!r}", f"use one of {', '.join(writers)}")
    return f"{begin}{writers[kind](name)}\n{end}"
