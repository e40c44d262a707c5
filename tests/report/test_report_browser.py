"""The pages in a real browser: no request, no error, no sideways scrolling, usable with the keyboard alone.

Needs Playwright for Python, axe-core (both in the development packages) and a Chromium on the path.
"""

import shutil
from pathlib import Path

import pytest
from report_helpers import PIXEL, code, markdown, shows

from qantar import paths

MISSING = "not installed here (it is in the dependency group dev)"
playwright = pytest.importorskip("playwright.sync_api", reason=f"Playwright is {MISSING}")
Axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason=f"axe-core is {MISSING}").Axe

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
NOTEBOOKS = sorted(path.stem for path in paths.NOTEBOOKS.glob("[0-9]*.ipynb"))
PAGES = [
    *(("published", name) for name in ("index", "01_deaths", "02_detentions", "evidence")),
    *(("real", name) for name in ("index", *NOTEBOOKS, "evidence")),
]

pytestmark = pytest.mark.skipif(not BROWSER, reason="no Chromium on the path (Debian: apt install chromium)")


@pytest.fixture(scope="module")
def window():
    """A browser window without a network."""
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=BROWSER, args=list(QUIET))
        yield browser.new_context(offline=True)
        browser.close()


@pytest.fixture
def visit(window):
    """A function that opens a file and returns its page, with the requests and messages it caused."""
    opened = []

    def open_file(file, width=1280):
        page = window.new_page()
        opened.append(page)
        page.set_viewport_size({"width": width, "height": 800})
        page.requested, page.messages, page.failures = [], [], []
        page.on("request", lambda request: page.requested.append(request.url))
        page.on("requestfailed", lambda request: page.failures.append(request.failure))
        page.on("console", lambda message: page.messages.append(message.text))
        page.on("pageerror", lambda error: page.messages.append(str(error)))
        page.goto(Path(file).as_uri())
        page.requested = [url for url in page.requested[1:] if not url.startswith("data:")]
        return page

    yield open_file
    for page in opened:
        page.close()


@pytest.fixture(params=PAGES, ids="-".join)
def page_file(request):
    """Each page of the small project and of the real one."""
    built, name = request.param
    return request.getfixturevalue(built) / "reports" / f"{name}.html"


def test_a_page_asks_for_nothing_and_reports_no_error(visit, page_file):
    page = visit(page_file)
    assert (page.requested, page.messages) == ([], [])


def test_pictures_are_drawn(visit, page_file):
    sizes = visit(page_file).evaluate("[...document.images].map(image => image.naturalWidth)")
    assert all(sizes)
    assert bool(sizes) is page_file.name[0].isdigit()


def test_a_phone_shows_the_page_without_sideways_scrolling(visit, page_file):
    assert visit(page_file, width=375).evaluate("document.documentElement.scrollWidth") == 375


def test_a_phone_shows_the_whole_list_of_tables(visit, published):
    table = visit(published / "reports" / "index.html", width=375).locator(".wide:has(.files)")
    assert table.evaluate("frame => frame.scrollWidth - frame.clientWidth") == 0


def test_axe_finds_no_violation_in_light_or_dark(visit, page_file):
    page = visit(page_file)
    # Entries of the evidence page are all alike; axe would take half a minute for hundreds of them.
    page.evaluate("[...document.querySelectorAll('#claims > li')].slice(60).forEach(entry => entry.remove())")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page).response["violations"]
        assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == [], scheme


def test_axe_does_find_a_violation(visit, tmp_path):
    (tmp_path / "bad.html").write_text("<title>x</title><img src='data:,'><p style='color:#eee'>pale</p>")
    assert Axe().run(visit(tmp_path / "bad.html")).response["violations"]


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
