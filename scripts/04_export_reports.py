#!/usr/bin/env python3
"""Step 4: run the notebooks, which draw the figures, and write the reports.

reads   PROCESSED/*.csv, NOTEBOOKS/NN_*.ipynb; for the evidence page the digests below RAW
writes  FIGURES/*, REPORTS/*.html (start page: index.html) and REPORTS/data/; for a corpus of your own they lie beside
        its PROCESSED, in figures/ and reports/, unless other folders are named

What has not changed is not run again. Bad input or a failing notebook ends with one message and exit code 2; earlier
figures and reports stay as they were.
"""

import sys
from pathlib import Path

from qantar import paths
from qantar.cli import folder_parser, run_step
from qantar.report import pdf, publish


def make_parser():
    parser = folder_parser(__doc__)
    add = parser.add_argument
    add("--notebooks", type=Path, default=paths.NOTEBOOKS, metavar="DIR", help=f"default: {paths.NOTEBOOKS}")
    for name, usual in (("figures", paths.FIGURES), ("reports", paths.REPORTS)):
        add(f"--{name}", type=Path, metavar="DIR", help=f"default: {usual}; with --processed beside that folder")
    add("--code", choices=("fold", "show", "hide"), default="fold", help="code cells in the reports (default: fold)")
    add("--only", nargs="+", default=[], metavar="NAME", help="only notebooks with this in their name; no start page")
    add("--with-text", action="store_true", help="show sentences of your own articles, for local use only")
    add("--pdf", action="store_true", help="print each page to PDF too; needs Chromium or Chrome")
    add("--force", action="store_true", help="run every notebook, changed or not")
    return parser


def set_folders(arguments):
    """Where figures and reports go if nothing is said: beside the tables, as with build.py."""
    home = paths.home_of(arguments.processed)
    usual = {"figures": paths.FIGURES, "reports": paths.REPORTS} if home == paths.ROOT else {}
    for name in ("figures", "reports"):
        if getattr(arguments, name) is None:
            setattr(arguments, name, usual.get(name, home / name))


def export_reports(arguments):
    set_folders(arguments)
    options = vars(arguments)
    browser = pdf.find_browser() if options.pop("pdf") else None  # before the work, not after it
    usual = arguments.reports.resolve() == paths.REPORTS  # elsewhere nothing hidden is left behind
    order = publish.Order(**options, cache=paths.ROOT / ".cache" / "reports" if usual else None)
    pages = publish.publish(order)
    if browser:
        pdf.print_pages(browser, pages)
    return f"reports: {arguments.reports}"


if __name__ == "__main__":
    sys.exit(run_step(export_reports, make_parser()))
