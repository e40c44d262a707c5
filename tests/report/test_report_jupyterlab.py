"""The notebooks as a user meets them: opened in JupyterLab in a real browser, all cells run, saved."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from qantar import paths

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed (dependency group dev)")

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
NOTEBOOKS = sorted(path.name for path in paths.NOTEBOOKS.glob("[0-9]*.ipynb"))
PATIENCE = 120  # seconds until a notebook has to be done
NO_NEWS = '{"fetchNews": "false", "checkForUpdates": false}'  # JupyterLab asks about it, and would look for updates

pytestmark = pytest.mark.skipif(not BROWSER, reason="no Chromium on the path (Debian: apt install chromium)")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def own_folders(home):
    """An environment in which JupyterLab finds nothing of the user's settings and writes nothing into the project."""
    settings = home / "settings" / "@jupyterlab" / "apputils-extension" / "notification.jupyterlab-settings"
    settings.parent.mkdir(parents=True)
    settings.write_text(NO_NEWS)
    named = {f"JUPYTER_{kind}_DIR": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "RUNTIME")}
    named |= {"JUPYTERLAB_SETTINGS_DIR": str(home / "settings"), "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces")}
    return {**os.environ, **named, "QANTAR_FIGURES": str(home / "figures")}


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """A running JupyterLab on a copy of the notebooks, started from another folder: (its address, the copy)."""
    home = tmp_path_factory.mktemp("lab")
    copy = shutil.copytree(paths.NOTEBOOKS, home / "notebooks", ignore=shutil.ignore_patterns(".*"))
    address = f"http://127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "jupyterlab", str(copy), "--no-browser", "--allow-root"]
    command += [
        f"--port={address.rpartition(':')[2]}",
        "--IdentityProvider.token=",
        "--ServerApp.disable_check_xsrf=True",
    ]
    with (home / "log").open("w") as log:
        server = subprocess.Popen(command, cwd=home, env=own_folders(home), stdout=log, stderr=log)
    try:
        wait_for(lambda: answers(f"{address}/api"), "JupyterLab does not start", 60)
        yield address, copy
    finally:
        server.terminate()
        server.wait(30)


def answers(address):
    try:
        return urllib.request.urlopen(address, timeout=2).status == 200
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        return False


def wait_for(condition, complaint, seconds=PATIENCE):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, complaint
        time.sleep(0.5)


@pytest.fixture(scope="module")
def window():
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=BROWSER, args=["--no-sandbox", "--disable-gpu"])
        yield browser.new_context()
        browser.close()


def code_cells(file):
    cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in cells if cell["cell_type"] == "code" and "".join(cell["source"]).strip()]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_opens_runs_and_saves(lab, window, name):
    address, folder = lab
    outside = []
    page = window.new_page()
    page.on("request", lambda request: outside.append(request.url))
    page.goto(f"{address}/lab/tree/{name}?reset")
    page.wait_for_selector(".jp-Notebook", timeout=60_000)
    # Earlier, a question about the kernel opens and nothing is run.
    page.wait_for_function("document.querySelector('#jp-main-statusbar')?.innerText.includes('| Idle')", timeout=60_000)
    page.click("text='Run'")
    page.click(".lm-Menu-itemLabel:text-is('Run All Cells')")

    def saved_and_done():
        page.keyboard.press("Control+s")
        try:
            return all(cell["execution_count"] for cell in code_cells(folder / name))
        except ValueError:  # the file is just being written
            return False

    wait_for(saved_and_done, f"{name}: not every cell was run")
    page.wait_for_timeout(500)
    page.close()
    outputs = [output for cell in code_cells(folder / name) for output in cell["outputs"]]
    assert [output for output in outputs if output["output_type"] in ("error", "stream")] == []
    assert any("<figure" in "".join(output.get("data", {}).get("text/html", "")) for output in outputs)
    local = (address, address.replace("http", "ws"), "data:", "blob:")
    assert [url for url in outside if not url.startswith(local)] == []


def test_the_export_menu_offers_the_report(lab):
    address, _ = lab
    with urllib.request.urlopen(f"{address}/nbconvert/report/{NOTEBOOKS[0]}?download=true") as answer:
        page = answer.read().decode("utf-8")
    assert "Content-Security-Policy" in page
    with urllib.request.urlopen(f"{address}/api/nbconvert") as answer:
        assert "report" in json.load(answer)
