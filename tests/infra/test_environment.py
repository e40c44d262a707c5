"""The lists of packages say the same: pyproject.toml, environment.yml (conda), uv.lock and its twin for pip."""

import re
import tomllib

import pytest
import yaml

from qantar.paths import ROOT

CONDA = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
REQUIREMENTS = (ROOT / ".ci" / "requirements.txt").read_text(encoding="utf-8")
MATCH_SPEC = re.compile(r"[a-z0-9_.-]+((>=|<=|==|<|>)[0-9][0-9a-z.]*(,(>=|<=|==|<|>)[0-9][0-9a-z.]*)*)?")


def conda_packages():
    return [entry for entry in CONDA["dependencies"] if isinstance(entry, str)]


def test_conda_reads_only_these_keys():
    assert set(CONDA) == {"name", "channels", "dependencies"}
    assert CONDA["channels"] == ["conda-forge", "nodefaults"]


def test_conda_lines_are_plain_match_specs():
    assert [line for line in conda_packages() if not MATCH_SPEC.fullmatch(line)] == []


def test_conda_installs_the_project_itself_with_pip():
    assert [entry for entry in CONDA["dependencies"] if isinstance(entry, dict)] == [{"pip": ["-e ."]}]
    assert "pip" in conda_packages()


def test_conda_and_pip_ask_for_the_same_packages_with_the_same_bounds():
    extra = {"pip", f"python{PROJECT['project']['requires-python']}", *PROJECT["build-system"]["requires"]}
    assert sorted(set(conda_packages()) - extra) == sorted(PROJECT["project"]["dependencies"])
    assert extra <= set(conda_packages())


def locked_for_everyone():
    """(name, version) of all that uv.lock gives to the project with its development group, on any system."""
    packages = {}
    for package in LOCK["package"]:
        packages.setdefault(package["name"], []).append(package)
    (own,) = packages.pop("qantar")
    wanted = [
        (edge["name"], tuple(edge.get("extra", ()))) for edge in own["dependencies"] + own["dev-dependencies"]["dev"]
    ]
    seen = set()
    while wanted:
        name, extras = wanted.pop()
        if (name, extras) in seen:
            continue
        seen.add((name, extras))
        for package in packages[name]:
            edges = package.get("dependencies", [])
            edges = edges + [edge for key in extras for edge in package.get("optional-dependencies", {}).get(key, [])]
            wanted += [(edge["name"], tuple(edge.get("extra", ()))) for edge in edges]
    return {(name, package["version"]) for name, _ in seen for package in packages[name]}


def test_pip_installs_what_the_lock_says():
    listed = set(re.findall(r"^([a-z0-9_.-]+)==([^ ;\\]+)", REQUIREMENTS, re.M))
    assert listed == locked_for_everyone(), "run `make lock` and commit what it changes"


def test_pip_checks_every_file_against_the_lock():
    known = {
        file["hash"]
        for package in LOCK["package"]
        for file in [*package.get("wheels", []), package.get("sdist", {})]
        if file
    }
    hashes = re.findall(r"--hash=(\S+)", REQUIREMENTS)
    assert hashes and set(hashes) <= known
    entries = re.split(r"\n(?=\S)", REQUIREMENTS.strip())
    assert [entry.split("==")[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("name", ["uv.lock", ".ci/requirements.txt", "environment.yml", "pyproject.toml"])
def test_packages_come_from_public_registries_only(name):
    hosts = set(re.findall(r"(?:https?|file)://([^/\"]*)", (ROOT / name).read_text(encoding="utf-8")))
    assert hosts <= {"pypi.org", "files.pythonhosted.org"}
