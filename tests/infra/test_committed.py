"""The published tables are what the raw data give, byte for byte, and version and licence are the same everywhere."""

import re
import tomllib

import pytest
import yaml

from qantar import builds, paths
from qantar.builds import Step

TABLE_STEPS = [
    Step("01_prepare_sources.py", ["raw/**/*"], ["processed/*"]),
    Step("02_extract_claims.py", ["raw/**/*"], ["processed/*"]),
    Step("evaluate_extraction.py", ["project/tests/sentences/*.csv"], ["processed/*"]),
    Step("03_build_tables.py", ["raw/*"], ["processed/*"]),
]
HAS_ARTICLES = any((paths.RAW / "articles").glob("*.txt"))


@pytest.mark.skipif(HAS_ARTICLES, reason="data/raw/articles holds texts of your own, so the tables rightly differ")
def test_published_tables_are_what_the_raw_data_give(capfd):
    folders = {"project": paths.ROOT, "raw": paths.RAW, "processed": paths.PROCESSED, "readme": paths.ROOT}
    code = builds.check(TABLE_STEPS, folders)
    assert code == 0, f"run `make` and commit what it changes: {capfd.readouterr().out}"


def test_version_is_the_same_in_metadata_citation_and_changelog():
    version = tomllib.loads((paths.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    citation = yaml.safe_load((paths.ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    changelog = (paths.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert citation["version"] == version
    assert f"\n## [{version}] - {citation['date-released']}\n" in changelog


def test_every_release_says_what_it_did_to_the_data():
    changelog = (paths.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    releases = re.split(r"^## ", changelog, flags=re.M)[1:]
    assert releases and [release.splitlines()[0] for release in releases if "\n### Data\n" not in release] == []


def test_licences_of_code_and_data_are_stated():
    assert (paths.ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")
    readme = (paths.ROOT / "README.md").read_text(encoding="utf-8")
    assert "[MIT licence](LICENSE)" in readme and "CC BY 4.0" in readme
