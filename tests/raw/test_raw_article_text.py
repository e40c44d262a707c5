"""Files that hold no article, whatever their name says: nothing at all, or the source of a web page."""

import time

import pytest
from small_corpus import DAILY, TEXT, write

from qantar.articletext import is_page

PAGE = f'<html><head><script>var deaths="999 people were killed"</script></head><body><p>{TEXT}</p></body></html>'


@pytest.mark.parametrize("script", ["01_prepare_sources.py", "02_extract_claims.py"])
@pytest.mark.parametrize(
    ("content", "problem", "remedy"),
    [
        ("", "the text is empty", "put the article's text into it"),
        (" \n\u00a0\n", "the text is empty", "remove the file"),
        (b"\xef\xbb\xbf\r\n", "the text is empty", "remove the file"),
        (PAGE, "the source of a web page (HTML)", "save the page as text"),
        (f"{TEXT}\n<SCRIPT type='x'>var deaths='999 people died'</SCRIPT>", "the source of a web page", "as text"),
    ],
)
def test_a_file_without_an_article_is_refused(raw, run, tmp_path, script, content, problem, remedy):
    write(raw, f"articles/{DAILY}.txt", content)
    done = run(script, raw)
    assert done.returncode == 2 and f"{DAILY}.txt" in done.stderr
    assert problem in done.stderr and remedy in done.stderr.partition("Remedy")[2]
    assert not (tmp_path / "processed").exists()


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html>\n<html lang='en'>",
        '<?xml version="1.0"?>\n<!-- saved from example.org -->\n<html>',
        "\n  <p class='lead'>Two people died.</p>",
        "<div><p>Two people died.</p></div>",
        "Two people died.<style>p {color: red}</style>",
    ],
)
def test_pages_are_known_by_their_first_tag_or_by_parts_that_no_article_shows(text):
    assert is_page(text)


@pytest.mark.parametrize(
    "text",
    [
        "Two people died.",
        "Fewer than < 12 and more than > 3 people died.",
        "He wrote: <b>two</b> people <br> died, see <https://example.org>.",
        "<5 people died, the ministry said.>",
        "<Reuters> Two people died.",
        "<pause> Two people died.",
        "A script tag is written <script and so on",
    ],
)
def test_a_stray_bracket_makes_no_page(text):
    assert not is_page(text)


@pytest.mark.parametrize("part", ["<", " ", "<script ", "<!--", "<?xml ", "\n<p "])
def test_long_texts_are_looked_at_in_linear_time(part):
    started = time.perf_counter()
    is_page(part * 300_000 + "<")
    assert time.perf_counter() - started < 2
