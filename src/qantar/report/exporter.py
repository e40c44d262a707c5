"""The `report` exporter: `jupyter nbconvert --to report notebooks/NN_topic.ipynb`, also in JupyterLab's export menu."""

import html
import re
from pathlib import Path

from jinja2 import pass_context
from nbconvert.exporters import HTMLExporter
from nbconvert.exporters.templateexporter import TemplateExporter
from nbconvert.filters import Highlight2HTML
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbconvert.preprocessors import Preprocessor
from traitlets import Bool, Enum, Unicode, default
from traitlets.config import Config

from qantar import paths
from qantar.report import about, layout, page, pictures, privacy
from qantar.report.sanitize import clean

TEMPLATES = Path(__file__).with_name("templates")
SHOWN_FIRST = [
    "text/html",
    "text/markdown",
    "image/svg+xml",
    "image/png",
    "image/jpeg",
    "text/latex",
    "text/plain",
]
TEX_MARKS = re.compile(r"^\s*(?:\$\$?|\\\[|\\\()|(?:\$\$?|\\\]|\\\))\s*$")


def tex_element(tex, kind):
    """A formula as an element that survives cleaning; `layout` turns it into MathML.

    >>> tex_element("a<b", "inline")
    '<code class="math-inline">a&lt;b</code>'
    """
    return f'<code class="math-{kind}">{html.escape(TEX_MARKS.sub("", tex), quote=False)}</code>'


class ReportRenderer(IPythonRenderer):
    """Markdown with formulas kept apart from the text, and local pictures taken into the page."""

    def image(self, text, url, title=None):
        """A picture with its bytes, from the cell's attachments or from a file of the project."""
        source = pictures.embed(url, folder=self.path, attachments=self.attachments)
        return f'<img src="{html.escape(source)}" alt="{html.escape(text)}">'

    def block_math(self, body):
        """A formula of its own line."""
        return tex_element(body, "block")

    def inline_math(self, body):
        """A formula within a line."""
        return tex_element(body, "inline")

    def latex_environment(self, name, body):
        r"""A formula written as \begin{name} … \end{name}."""
        return tex_element(rf"\begin{{{name}}}{body}\end{{{name}}}", "block")


class HideMachine(Preprocessor):
    """The last step before a notebook becomes a page, after it was run: nothing of this machine stays in it."""

    def preprocess(self, nb, resources):
        """See `privacy.without_machine`."""
        return privacy.without_machine(nb, [resources["metadata"].get("path") or "."]), resources


class ReportExporter(HTMLExporter):
    """One notebook as one HTML file: nothing is loaded, nothing runs, and every figure brings its data along."""

    export_from_notebook = "Report (self-contained HTML)"

    code = Enum(["fold", "show", "hide"], default_value="fold", help="Code cells: folded, shown or left out.").tag(
        config=True
    )
    figures = Unicode(help="Folder with the CSV files behind the figures.").tag(config=True)
    strict = Bool(False, help="Refuse a picture without its own alternative text.").tag(config=True)

    def __init__(self, *args, site=None, **kwargs):
        """`site`: what surrounds the report (see `page.Site`); described from the project's data if not given."""
        self.site = site
        super().__init__(*args, **kwargs)
        self.register_preprocessor(HideMachine(), enabled=True)

    @default("figures")
    def _figures_default(self):
        return str(paths.FIGURES)

    @default("template_name")
    def _template_name_default(self):
        return "report"

    @default("extra_template_basedirs")
    def _extra_template_basedirs_default(self):
        return [str(TEMPLATES)]

    @property
    def default_config(self):
        """nbconvert's settings, with the richest output that needs no script shown first."""
        config = Config({"NbConvertBase": {"display_data_priority": SHOWN_FIRST}})
        inherited = super().default_config.copy()
        inherited.merge(config)
        return inherited

    def default_filters(self):
        """nbconvert's filters, and ours for untrusted pieces."""
        yield from super().default_filters()
        yield ("clean", clean)
        yield ("markdown", self.safe_markdown)
        yield ("tex", lambda tex: tex_element(tex, "block"))

    @pass_context
    def safe_markdown(self, context, source):
        """A Markdown text as safe HTML."""
        renderer = ReportRenderer(
            escape=False,
            exclude_anchor_links=True,
            attachments=context["cell"].get("attachments", {}),
            path=context["resources"]["metadata"].get("path") or ".",
        )
        return clean(MarkdownWithMath(renderer=renderer).render(source))

    def from_notebook_node(self, nb, resources=None, **kwargs):
        """An executed notebook as a page.

        Args:
            nb: the notebook, with its outputs.
            resources: nbconvert's resources; the notebook's name and folder are read from its metadata.

        Returns:
            The page as a string, and the resources, with the page's `layout.Content` as `report`.

        Raises:
            InputError: with `strict`, where a picture has no alternative text of its own.
        """
        self.register_filter("highlight_code", Highlight2HTML(pygments_lexer="ipython3", parent=self))
        resources = self._init_resources(resources)
        resources["code"] = self.code
        # Not HTMLExporter's own method: it would give every picture the same empty words.
        fragment, resources = TemplateExporter.from_notebook_node(self, nb, resources, **kwargs)
        name = resources["metadata"].get("name", "report")
        content = layout.arrange(fragment, name, figures=Path(self.figures), strict=self.strict)
        resources["report"] = content
        site = self.site or page.Site(data=about.describe_data())
        return page.render("page.html.j2", content=content, site=site, current=f"{name}.html"), resources
