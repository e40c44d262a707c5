"""The pages in a real browser: no request, no error, no sideways scrolling, usable with the keyboard alone.

Needs Playwright for Python, axe-core (both in the development packages) and a Chromium on the path.
"""

import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest
from report_helpers import PIXEL, code, markdown, shows

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed (pip install playwright)")

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
AXE = find_spec("axe_playwright_python")
QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
PAGES = ["index.html", "01_deaths.html", "02_detentions.html", "evidence.html"]

pytestmark = pytest.mark.skipif(not BROWSER, reason="no Chromium on the path (Debian: apt install chromium)")


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as started:
        instance = started.chromium.launch(executable_path=BROWSER, args=list(QUIET))
        yield instance
        instance.close()


@pytest.fixture
def visit(browser):
    """A function that opens a file and returns its page, with the requests and messages it caused."""
    contexts = []

    def open_file(file, width=1280, scheme="light"):
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, offline=True)
        contexts.append(context)
        page = context.new_page()
        page.requested, page.messages, page.failures = [], [], []
        page.on("requestfailed", lambda request: page.failures.append(request.failure))
        page.on("request", lambda request: page.requested.append(request.url))
        page.on("console", lambda message: page.messages.append(message.text))
        page.on("pageerror", lambda error: page.messages.append(str(error)))
        page.goto(Path(file).as_uri())
        page.requested = [url for url in page.requested[1:] if not url.startswith("data:")]
        return page

    yield open_file
    for context in contexts:
        context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_for_nothing_and_reports_no_error(visit, published, name):
    page = visit(published / "reports" / name)
    assert (page.requested, page.messages) == ([], [])


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_shows_the_page_without_sideways_scrolling(visit, published, name):
    page = visit(published / "reports" / name, width=375)
    assert page.evaluate("document.documentElement.scrollWidth") == 375


@pytest.mark.parametrize("name", PAGES)
def test_pictures_are_drawn(visit, published, name):
    sizes = visit(published / "reports" / name).evaluate("[...document.images].map(image => image.naturalWidth)")
    assert all(sizes)
    assert bool(sizes) is name.startswith("0")


@pytest.mark.skipif(not AXE, reason="axe-core is not installed (pip install axe-playwright-python)")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_violation(visit, published, name, scheme):
    page = visit(published / "reports" / name, scheme=scheme)
    page.evaluate(Path(AXE.origin).with_name("axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then(result => result.violations.map(rule => [rule.id, rule.nodes[0].html]))")
    assert found == []


def test_search_and_filters_show_what_was_asked(visit, published):
    page = visit(published / "reports" / "evidence.html")
    assert page.inner_text("#shown") == "3 of 3 figures shown"
    page.fill("#search", "water 40")
    playwright.expect(page.locator("#shown")).to_have_text("1 of 3 figures shown")
    assert page.locator("#claims > li:visible").evaluate_all("list => list.map(item => item.id)") == ["p-2"]
    page.click("#reset")
    page.select_option("#filter-entry", "extracted")
    assert page.inner_text("#shown") == "1 of 3 figures shown"
    page.reload()
    assert page.inner_text("#shown") == "1 of 3 figures shown"
    page.click("#reset")
    page.select_option("#order", "largest")
    assert page.locator("#claims > li").evaluate_all("list => list.map(item => item.dataset.size)") == [
        "40",
        "15",
        "12",
    ]
    assert page.messages == []


def test_the_data_behind_a_figure_can_be_saved(visit, published):
    page = visit(published / "reports" / "01_deaths.html")
    with page.expect_download() as saving:
        page.click("text=Data behind figure 1")
    assert saving.value.suggested_filename == "01_deaths.csv"
    assert Path(saving.value.path()).read_bytes() == (published / "figures" / "01_deaths.csv").read_bytes()


def test_everything_can_be_reached_with_the_keyboard_and_shows_it(visit, published):
    page = visit(published / "reports" / "evidence.html")
    wanted = set(
        page.evaluate("[...document.querySelectorAll('a, button, input, select, summary')].map(e => e.outerHTML)")
    )
    reached, unmarked = set(), []
    for _ in range(len(wanted) + 5):
        page.keyboard.press("Tab")
        html, outline = page.evaluate(
            "(e => [e.outerHTML, getComputedStyle(e).outlineStyle + getComputedStyle(e).outlineWidth])"
            "(document.activeElement)"
        )
        reached.add(html)
        unmarked += (
            [] if "solid3px" in outline or not html.startswith(("<a", "<button", "<input", "<select")) else [html]
        )
    assert wanted - reached == set()
    assert unmarked == []


def test_a_hostile_notebook_runs_nothing(visit, export, tmp_path):
    payload = f"""<script>document.title='owned'</script><img src=x onerror="document.title='owned'">
<a href="javascript:document.title='owned'" id="bait">x</a><svg onload="document.title='owned'"></svg>
<img src="https://example.org/pixel.gif"><style>body{{background:url(https://example.org/x.png)}}</style>
<iframe src="https://example.org"></iframe><img alt="ok" src="data:image/png;base64,{PIXEL}">"""
    html = export(markdown("# Title\n\nIntro."), markdown(payload), code("x", shows(html=payload)))
    (tmp_path / "hostile.html").write_text(html, encoding="utf-8")
    page = visit(tmp_path / "hostile.html")
    assert page.title() == "Title – Qantar"
    assert (page.requested, page.messages) == ([], [])


def test_the_policy_stops_what_cleaning_would_miss(visit, export, tmp_path):
    html = export(markdown("# Title\n\nIntro."))
    hostile = "<script>document.title='owned'</script><p onclick=\"document.title='owned'\">x</p>"
    hostile += "<img src='https://example.org/x.gif'>"
    (tmp_path / "unclean.html").write_text(html.replace("<footer>", f"{hostile}<footer>"), encoding="utf-8")
    page = visit(tmp_path / "unclean.html")
    page.click("p:text-is('x')")
    assert page.title() == "Title – Qantar"
    assert page.failures == ["csp"]
    assert sum("Content Security Policy" in message for message in page.messages) == 3


def test_a_page_prints(published, tmp_path):
    from qantar.report.pdf import print_page

    target = tmp_path / "page.pdf"
    print_page(BROWSER, published / "reports" / "01_deaths.html", target)
    assert target.read_bytes().startswith(b"%PDF-")
