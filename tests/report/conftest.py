"""Fixtures of the report tests: a page made of cells, and a small project to publish."""

import shutil
from types import SimpleNamespace

import pytest
from nbformat.v4 import new_notebook
from report_helpers import DATA, drawing, write_corpus, write_notebook

from qantar.report.exporter import ReportExporter
from qantar.report.page import Site
from qantar.report.publish import Order, publish


@pytest.fixture
def export(tmp_path):
    """A function that makes a page of cells: `export(cell, …, code="fold")`."""

    def export_cells(*cells, name="01_test", site=None, **settings):
        exporter = ReportExporter(site=site or Site(data=DATA), figures=str(tmp_path / "figures"), **settings)
        resources = {"metadata": {"name": name, "path": str(tmp_path)}}
        return exporter.from_notebook_node(new_notebook(cells=list(cells)), resources)[0]

    return export_cells


def folders(home):
    """The folders of a project below `home`, as keywords of `publish.Order`."""
    names = ("raw", "processed", "notebooks", "figures", "reports", "cache")
    return SimpleNamespace(**{name: home / name for name in names})


def write_project(home):
    """A small project with two notebooks."""
    write_corpus(home)
    write_notebook(home / "notebooks" / "01_deaths.ipynb", *drawing("01", "deaths"))
    write_notebook(home / "notebooks" / "02_detentions.ipynb", *drawing("02", "detentions"))
    return folders(home)


@pytest.fixture
def project(tmp_path):
    """A small project with two notebooks, not yet published."""
    return write_project(tmp_path)


@pytest.fixture(scope="session")
def published(tmp_path_factory):
    """The same project, published once; not to be changed."""
    project = write_project(tmp_path_factory.mktemp("published"))
    publish(Order(**vars(project)), say=lambda line: None)
    return project.reports.parent


@pytest.fixture(scope="session")
def real(tmp_path_factory):
    """The project's own notebooks, published from its tables into a folder of their own."""
    home = tmp_path_factory.mktemp("real")
    publish(Order(figures=home / "figures", reports=home / "reports", cache=home / "cache"), say=lambda line: None)
    return home


@pytest.fixture
def built(published, tmp_path):
    """A copy of the published project, to be changed."""
    shutil.copytree(published, tmp_path / "copy")
    return folders(tmp_path / "copy")
