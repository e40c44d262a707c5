"""The whole set: run the notebooks, make pages, index and evidence, and put them in place at once."""

import json
import tempfile
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

from qantar import paths
from qantar.archive.plan import check_finished
from qantar.builds import hash_files
from qantar.csvio import read_sheet, replace_files
from qantar.errors import NO_TABLE, InputError
from qantar.report import cache, execute
from qantar.report.notebooks import code_cells, read_notebook, title_of, with_outputs
from qantar.report.reads import PACKAGE
from qantar.stale import check_fresh

INDEX, EVIDENCE = "index.html", "evidence.html"


@dataclass
class Order:
    """What is to be made from what.

    Attributes:
        raw, processed, notebooks, figures, reports: folders.
        code: `fold`, `show` or `hide`.
        with_text: show sentences of the user's own articles too; such pages are for local use.
        only: names or parts of names of notebooks; empty means all, with index and evidence.
        force: run everything, whatever is cached.
        cache: folder of the cache, or None for no cache.
    """

    raw: Path = paths.RAW
    processed: Path = paths.PROCESSED
    notebooks: Path = paths.NOTEBOOKS
    figures: Path = paths.FIGURES
    reports: Path = paths.REPORTS
    code: str = "fold"
    with_text: bool = False
    only: list = field(default_factory=list)
    force: bool = False
    cache: Path | None = None

    def file(self, folder, name):
        """Path of a file that a build writes; `folder` is `figures` or `reports`."""
        return getattr(self, folder) / name


def find_notebooks(order):
    """The notebooks to export, in order; InputError where there is none."""
    found = sorted(order.notebooks.glob("[0-9][0-9]_*.ipynb"))
    chosen = [path for path in found if not order.only or any(word in path.stem for word in order.only)]
    if not chosen:
        names = ", ".join(path.stem for path in found) or "none"
        problem = f"no notebook matches (there are: {names})" if order.only else "no notebook NN_topic.ipynb here"
        raise InputError(order.notebooks, problem, "name the right folder with --notebooks, or correct --only")
    return chosen


def check_tables(order):
    """InputError unless there are claims: the tables of a build, or for single notebooks the shards of an archive."""
    claims, sources = order.processed / "claims.csv", order.processed / "sources.csv"
    if order.only and (order.processed / "claims").is_dir():
        check_finished(order.processed)
        return
    if not claims.is_file():
        steps = "scripts/01_prepare_sources.py, 02_extract_claims.py and 03_build_tables.py"
        raise InputError(claims, "file not found", NO_TABLE.format(steps))
    if sources.is_file():
        check_fresh(read_sheet(claims).rows, read_sheet(sources).rows, claims)


def order_key(order):
    """One hash for all that the set depends on, beside what stands in the reports folder."""
    texts = ("articles", "digests") if order.with_text else ("digests",)
    folders = {"raw": order.raw, "processed": order.processed, "notebooks": order.notebooks}
    folders |= {"package": PACKAGE, "project": paths.ROOT}
    files = ["raw/event.yml", *(f"raw/{folder}/**/*" for folder in texts), "processed/**/*", "notebooks/*.ipynb"]
    files += ["package/**/*", "project/uv.lock", "project/CITATION.cff"]
    return cache.combined([hash_files(files, folders), order.code, str(order.with_text)])


def last_set(order):
    """What the last run wrote: its key, and folder, name and hash of each file; None if that is not known."""
    stamp = order.cache / "set.json" if order.cache else None
    if stamp is None or not stamp.is_file():
        return None
    try:
        return json.loads(stamp.read_text(encoding="utf-8"))
    except ValueError:
        return None


def untouched(order, known):
    """The files of the last run that are still as it left them, as pairs of folder and name."""
    return {
        (folder, name) for folder, name, seen in known["files"] if cache.file_hash(order.file(folder, name)) == seen
    }


def is_unchanged(order, key, known):
    """Whether the last run had the same order and every file it wrote is still as it left it."""
    if order.force or order.only or known is None or known["key"] != key:
        return False
    return len(untouched(order, known)) == len(known["files"])


def put_in_place(order, key, contents, known):
    """Write all files at once, remove those that only the last run wrote, and remember the set."""
    replace_files({order.file(*place): content for place, content in contents.items()})
    if order.cache is None or order.only:
        return
    for place in untouched(order, known) - contents.keys() if known else ():
        order.file(*place).unlink()
    files = [(folder, name, cache.file_hash(order.file(folder, name))) for folder, name in contents]
    order.cache.mkdir(parents=True, exist_ok=True)
    (order.cache / "set.json").write_text(json.dumps({"key": key, "files": files}), encoding="utf-8")


def run_notebooks(order, notebooks, say, use):
    """Bring back what each notebook put out and drew, from the cache or from a run now.

    Args:
        order: see `Order`.
        notebooks: paths.
        say: where progress goes.
        use: called with path and `Run` as soon as there is one.
    """
    kept = cache.RunCache(order.cache, order.processed, order.figures)
    keys, missing = {}, []
    for path in notebooks:
        cells = [cell.source for cell in code_cells(read_notebook(path))]
        keys[path] = cache.run_key(cells, order.raw, order.processed)
        known = None if order.force else kept.find(path.stem, keys[path])
        if known is None:
            missing.append(path)
        else:
            say(f"  {path.stem}: unchanged, not run again")
            use(path, known)

    def done(path, run):
        say(f"  {path.stem}: run in {run.seconds:.1f} s, {len(run.figures)} files drawn")
        kept.keep(path.stem, keys[path], run)
        use(path, run)

    execute.run_all(missing, order.raw, order.processed, done)


def make_report(order, path, run, site):
    """The page of one notebook: HTML, and its parts as `layout.Content`."""
    from qantar.report.exporter import ReportExporter

    with tempfile.TemporaryDirectory(prefix="qantar-") as staged:
        for name, content in run.figures.items():
            Path(staged, name).write_bytes(content)
        exporter = ReportExporter(site=site, code=order.code, figures=staged, strict=True)
        resources = {"metadata": {"name": path.stem, "path": str(path.parent)}}
        html, resources = exporter.from_notebook_node(with_outputs(path, run.outputs), resources)
    return html, resources["report"]


def make_site(order):
    """What surrounds every page: the data's description and the list of pages."""
    from qantar.report import about, page

    pages = [(INDEX, "Start page")]
    pages += [(f"{path.stem}.html", title_of(path)) for path in find_notebooks(replace(order, only=[]))]
    pages += [(EVIDENCE, "Evidence: every figure with its source")]
    return page.Site(data=about.describe_data(order.processed, order.raw), pages=pages)


def downloads(order):
    """The published tables and their description, to lie beside the pages: content by path below the reports."""
    chosen = [*order.processed.glob("*.csv"), *order.processed.glob("*.json"), *order.processed.glob("*.md")]
    return {f"data/{file.name}": file.read_bytes() for file in sorted(chosen)}


def make_set(order, notebooks, say):
    """Everything that a build puts into figures and reports: content by folder and name."""
    site, pages, contents, made = make_site(order), {}, {}, {}

    def use(path, run):  # at once, while other notebooks are still running
        pages[f"{path.stem}.html"], contents[f"{path.stem}.html"] = make_report(order, path, run, site)
        made.update({("figures", name): content for name, content in run.figures.items()})

    run_notebooks(order, notebooks, say, use)
    if not order.only:
        from qantar.report import evidence, index

        pages[INDEX] = index.make(order.processed, order.raw, site, dict(sorted(contents.items())))
        pages[EVIDENCE] = evidence.make(order.processed, order.raw, site, order.with_text)
    made |= {("reports", name): html.encode("utf-8") for name, html in pages.items()}
    return made | {("reports", name): content for name, content in downloads(order).items()}


def publish(order, say=print):
    """Make the reports.

    Args:
        order: see `Order`.
        say: where progress goes, one line at a time.

    Returns:
        Paths of the pages that stand there afterwards.

    Raises:
        InputError: tables or notebooks are missing, a cell failed, a figure has no words. What stood in reports and
            figures is then untouched.
    """
    started = time.perf_counter()
    check_tables(order)
    notebooks = find_notebooks(order)
    pages = [order.reports / f"{path.stem}.html" for path in notebooks]
    pages = pages if order.only else [order.reports / INDEX, *pages, order.reports / EVIDENCE]
    key, known = order_key(order), last_set(order)
    if is_unchanged(order, key, known):
        say(f"  pages: {len(pages)}, unchanged")
        return pages
    put_in_place(order, key, make_set(order, notebooks, say), known)
    say(f"  pages: {len(pages)}, written in {time.perf_counter() - started:.1f} s")
    return pages
