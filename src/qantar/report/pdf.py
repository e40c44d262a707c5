"""Pages as PDF, printed by the Chromium or Chrome of this machine through the style for paper."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from qantar.errors import InputError

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
TIMEOUT = 120  # seconds a page
# Nothing is asked of the network while a page is printed.
QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--no-pdf-header-footer"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


def find_browser():
    """Path of the first known browser; InputError where there is none."""
    for name in BROWSERS:
        found = shutil.which(name)
        if found:
            return found
    remedy = "install one (Debian: apt install chromium), or print the page from any browser"
    raise InputError("--pdf", "no Chromium or Chrome on the path", remedy)


def print_page(browser, page, target):
    """Print one page; InputError where the browser fails."""
    with tempfile.TemporaryDirectory(prefix="qantar-") as profile:
        command = [browser, *QUIET, f"--user-data-dir={profile}", f"--print-to-pdf={target}", page.resolve().as_uri()]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT)
        except subprocess.TimeoutExpired:
            done = None
    if done is None or done.returncode or not target.is_file():
        said = (done.stderr.strip().splitlines() or ["no message"])[-1] if done else f"no answer in {TIMEOUT} s"
        raise InputError(page.name, f"{Path(browser).name} could not print it ({said})", "print it from a browser")


def print_pages(browser, pages, say=print):
    """Print pages, each beside itself: `index.html` becomes `index.pdf`.

    Args:
        browser: path of the browser.
        pages: paths of the HTML files.
        say: where progress goes.

    Raises:
        InputError: the browser fails.
    """
    for page in pages:
        print_page(browser, page, page.with_suffix(".pdf"))
        say(f"  {page.with_suffix('.pdf').name} printed")
