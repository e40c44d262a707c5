"""Notebooks as HTML pages that a newsroom can forward: one file each, no request, readable on a phone and on paper.

`exporter` turns one notebook into a page, `publish` makes the whole set. The heavy libraries are imported where they
are used, so that a run with nothing to do ends at once.
"""

import sys

# jsonschema, which nbformat needs, tries this optional package: it takes a second to import and checks nothing here.
sys.modules.setdefault("rfc3987_syntax", None)
