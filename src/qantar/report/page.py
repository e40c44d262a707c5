"""The page around the content: head, policy, header, contents, footer. The same for reports, index and evidence."""

import base64
import functools
import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from qantar.charts.prose import plural

TEMPLATES = Path(__file__).with_name("templates")


@dataclass
class Site:
    """What surrounds a page.

    Attributes:
        data: what `about.describe_data` says of data, version, licence and citation.
        pages: `(address, title)` of every page of the set, in order; empty for a page made alone.
    """

    data: dict
    pages: list = field(default_factory=list)


@functools.cache
def environment():
    """Jinja's environment; every value is escaped unless it is marked as HTML."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters["thousands"] = lambda number: f"{number:,}"
    env.filters["counted"] = plural
    return env


def policy_source(text):
    """The hash by which a content-security-policy admits one inline style or script, and nothing else.

    Rule: W3C, Content Security Policy Level 3, section 8.4 (hashes).

    >>> policy_source("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def policy(style, script=""):
    """The content-security-policy of a page: embedded pictures, this style, this script, and no connection at all."""
    parts = ["default-src 'none'", "img-src data:", f"style-src {policy_source(style)}"]
    if script:
        parts.append(f"script-src {policy_source(script)}")
    return "; ".join([*parts, "base-uri 'none'", "form-action 'none'"])


def render(template, **context):
    """A page from a template.

    Args:
        template: name of a file in `templates`.
        **context: what the template shows; `script` names an inline script by file.

    Returns:
        The page as a string that ends with a line feed.
    """
    from markupsafe import Markup

    style = "\n" + (TEMPLATES / "report.css").read_text(encoding="utf-8")
    script = (TEMPLATES / context["script"]).read_text(encoding="utf-8") if context.get("script") else ""
    script = "\n" + script if script else ""
    context.update(style=Markup(style), script=Markup(script), policy=policy(style, script))
    return environment().get_template(template).render(**context)
