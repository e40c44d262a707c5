"""One notebook as a page: what a reader finds there."""

import base64
import io

import pytest
from bs4 import BeautifulSoup
from nbconvert.exporters import get_exporter
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from report_helpers import PIXEL, code, markdown, shows

from qantar import paths
from qantar.errors import InputError
from qantar.report.exporter import ReportExporter

FIGURE = f'<figure data-csv="figures/01_toll.csv"><img alt="Toll by day" src="data:image/png;base64,{PIXEL}"></figure>'
FRAME = """<table border="1" class="dataframe"><thead>
<tr><th></th><th>figures</th><th>note</th></tr><tr><th>metric</th><th></th><th></th></tr></thead>
<tbody><tr><th>deaths</th><td>1,225</td><td>NaN</td></tr><tr><th>injuries</th><td>12</td><td>few</td></tr></tbody></table>"""


def parse(html):
    return BeautifulSoup(html, "html.parser")


def test_nbconvert_knows_the_exporter():
    assert get_exporter("report") is ReportExporter


def test_title_and_standfirst_come_from_the_first_cells(export):
    page = parse(export(markdown("# How many *died*?\n\nNobody knows."), markdown("## Sources\n\nText.")))
    assert page.title.string == "How many died? – Qantar"
    assert page.find(class_="standfirst").get_text() == "Nobody knows."
    assert [heading.get_text() for heading in page.find_all("h1")] == [page.h1.get_text()]


def test_standfirst_may_be_computed_by_a_cell(export):
    page = parse(export(markdown("# Title"), code("say()", shows(markdown="**12** died.")), markdown("## Next")))
    assert page.find(class_="standfirst").decode_contents() == "<strong>12</strong> died."


def test_a_notebook_without_heading_is_called_by_its_name(export):
    assert parse(export(markdown("text"), name="03_some_topic")).h1.string == "03 some topic"


def test_contents_lead_to_every_section(export):
    page = parse(export(markdown("# T"), markdown("## One\n\n### Part"), markdown("## One"), markdown("##### Deep")))
    links = [link["href"].removeprefix("#") for link in page.select("nav.contents a")]
    assert links == ["one", "part", "one-2", "deep"]
    assert [page.find(id=anchor).name for anchor in links] == ["h2", "h3", "h2", "h3"]


@pytest.mark.parametrize(("mode", "blocks", "opened"), [("fold", 1, 0), ("show", 1, 1), ("hide", 0, 0)])
def test_code_is_folded_shown_or_left_out(export, mode, blocks, opened):
    page = parse(export(markdown("# T"), code("total = 164", shows(plain="164")), code=mode))
    assert (len(page.select("details.code")), len(page.select("details.code[open]"))) == (blocks, opened)
    assert ("total" in page.get_text()) is (mode != "hide")
    assert page.find("pre", class_="output").get_text() == "164"


def test_a_figure_brings_number_words_and_data(export, tmp_path):
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "01_toll.csv").write_text("as_of,value\n2022-01-09,164\n2022-01-15,225\n")
    page = parse(export(markdown("# T"), code("show()", shows(html=FIGURE)), strict=True))
    assert page.figure.img["alt"] == "Toll by day"
    assert page.figcaption.get_text().startswith("Figure 1.")
    link = page.find("a", class_="download")
    assert link["download"] == "01_toll.csv"
    saved = base64.b64decode(link["href"].partition("base64,")[2]).decode()
    assert saved == (tmp_path / "figures" / "01_toll.csv").read_text()
    assert [cell.get_text() for cell in page.select(".values tbody td")] == ["2022-01-09", "164", "2022-01-15", "225"]


def test_a_picture_is_described_by_the_words_written_into_it(export):
    words = PngInfo()
    words.add_text("Title", "The toll rose")
    words.add_itxt("Description", "Steps from 164 to 225 – and on")
    file = io.BytesIO()
    Image.new("L", (2, 2)).save(file, "PNG", pnginfo=words)
    picture = base64.b64encode(file.getvalue()).decode()
    page = parse(export(markdown("# T"), code("x", shows(png=picture)), strict=True))
    assert page.figcaption.get_text() == "Figure 1. The toll rose."
    assert page.figure.img["alt"] == "Steps from 164 to 225 – and on"


@pytest.mark.parametrize("name", ["../secret.csv", "figures/../../secret.csv", "/etc/passwd", "01_toll.csv/../x"])
def test_only_files_of_the_figures_folder_are_embedded(export, tmp_path, name):
    (tmp_path / "figures").mkdir()
    (tmp_path / "secret.csv").write_text("name\nnobody\n")
    page = export(markdown("# T"), code("x", shows(html=FIGURE.replace("figures/01_toll.csv", name))))
    assert "download" not in str(parse(page).figure)


def test_a_loose_picture_becomes_a_figure(export):
    page = parse(export(markdown("# T"), code("plt.plot()", shows(png=PIXEL + "\n"))))
    assert page.figure.img["src"] == f"data:image/png;base64,{PIXEL}"
    assert page.figure.img["alt"] == "Figure 1; its author gave no description"


@pytest.mark.parametrize("second", [f'<img src="data:image/png;base64,{PIXEL}">', FIGURE])
def test_strict_refuses_a_picture_without_words_of_its_own(export, second):
    with pytest.raises(InputError, match=r"01_test.ipynb: figure 2 .*alternative text"):
        export(markdown("# T"), code("x", shows(html=FIGURE), shows(html=second)), strict=True)


def test_a_table_says_what_its_headers_head(export):
    page = parse(export(markdown("# T"), markdown("## Counts"), code("frame", shows(html=FRAME))))
    assert page.caption.get_text() == "Table 1. Counts"
    heads = [(cell.get_text(), cell["scope"], cell.get("class")) for cell in page.select("thead th")]
    assert heads == [("metric", "col", None), ("figures", "col", ["number"]), ("note", "col", None)]
    assert [cell["scope"] for cell in page.select("tbody th")] == ["row", "row"]
    assert page.select("tbody tr")[0].find_all("td")[1].get_text() == "–not stated"
    assert page.find(class_="wide")["tabindex"] == "0"


def test_links_to_notebooks_lead_to_their_pages(export):
    text = "[a](02_x.ipynb) [b](../README.md) [c](https://example.org/?a=1&b=2)"
    page = parse(export(markdown("# T\n\nIntro."), markdown(text)))
    article = page.find(class_="article")
    assert [link["href"] for link in article.find_all("a")] == ["02_x.html", "https://example.org/?a=1&b=2"]
    assert article.find_all("a")[1]["rel"] == ["noopener", "noreferrer"]
    assert "b" in article.get_text()


def test_formulas_are_drawn_without_a_script(export):
    page = parse(export(markdown("# T"), markdown(r"The ratio $\log_2 \frac{a}{b}$ and" "\n\n$$x < 5$$")))
    assert [element["display"] for element in page.find_all("math")] == ["inline", "block"]
    assert page.find("math")["alttext"] == r"\log_2 \frac{a}{b}"


def test_a_formula_that_cannot_be_drawn_stays_readable(export):
    assert (
        r"\frac{" in parse(export(markdown("# T\n\nIntro."), markdown(r"$\frac{$"))).find(class_="article").get_text()
    )


def test_nothing_of_the_machine_is_shown(export, tmp_path):
    outputs = [
        shows(plain=f"<Axes object at 0x7f00aabbccdd> in {paths.ROOT}/data"),
        {"output_type": "stream", "name": "stdout", "text": f"{paths.PROCESSED}/claims.csv {tmp_path}/x.csv"},
        shows(html=f"<p>{tmp_path}</p>"),
    ]
    text = export(markdown("# T"), code("x", *outputs))
    assert str(paths.ROOT) not in text
    assert str(tmp_path) not in text
    assert "0x7f" not in text
    assert "data/processed/claims.csv" in text


def test_a_local_picture_of_the_project_is_embedded(export, tmp_path):
    (tmp_path / "photo.png").write_bytes(base64.b64decode(PIXEL))
    page = parse(export(markdown("# T"), markdown("![A pixel](photo.png)")))
    assert page.figure.img["src"] == f"data:image/png;base64,{PIXEL}"


def test_a_picture_of_the_reader_is_not(export, tmp_path):
    outside = tmp_path.parent / "private.png"
    outside.write_bytes(base64.b64decode(PIXEL))
    assert PIXEL not in export(markdown("# T"), markdown("![x](../private.png)"))


def test_the_same_notebook_gives_the_same_page(export):
    cells = [markdown("# T"), markdown("$x$"), code("x", shows(html=FRAME), shows(png=PIXEL))]
    assert export(*cells) == export(*cells)


def test_inputs_are_folded_and_caveats_set_apart(export):
    reads = markdown("**Reads** `data/processed/deaths.csv`.")
    page = parse(
        export(markdown("# T\n\nIntro."), reads, markdown("## S"), markdown("*None was verified.* \n\nA *b*."))
    )
    assert "deaths.csv" in page.select_one("details.inputs").get_text()
    assert [paragraph.get_text() for paragraph in page.select("p.caveat")] == ["None was verified."]
