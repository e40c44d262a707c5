"""What the tests of the archive step share: the step itself, and shards so small that a small archive has several."""

from qantar.paths import ROOT

SCRIPT = ROOT / "scripts" / "extract_archive.py"
SHARD = 8000  # bytes
