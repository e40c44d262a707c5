# Thin names for the commands of the README. `make help` lists them.
# The work itself is in scripts/: without make, run `python scripts/set_up.py` and then scripts/build.py
# with the Python of .venv.

# The first Python on the path that is new enough; say `make PYTHON=/path/to/python` for another one.
CANDIDATES := python3 python3.14 python3.13 python3.12 python3.11 python
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(or $(shell for p in $(CANDIDATES); do $$p -c '$(NEW_ENOUGH)' 2>/dev/null && echo $$p && break; done),python3)
VENV_PYTHON := $(if $(filter Windows_NT,$(OS)),.venv/Scripts/python,.venv/bin/python)

.DEFAULT_GOAL := build
.PHONY: build setup test lab check lint clean lock help

build: setup ## set up and build everything: tables, figures, reports (the default)
	@$(VENV_PYTHON) scripts/build.py $(OPTIONS)

setup: ## install the locked packages into .venv (does nothing when they are there)
	@$(PYTHON) scripts/set_up.py

test: setup ## set up and run all tests
	@$(VENV_PYTHON) -m pytest $(OPTIONS)
	@echo "All tests passed. To build the reports: make; they start at reports/index.html"

lab: setup ## open JupyterLab on the notebooks
	@echo "JupyterLab opens in your browser; its address stands below. Notebooks: $(CURDIR)/notebooks"
	@$(VENV_PYTHON) -m jupyterlab notebooks $(OPTIONS)

check: lint ## rebuild into a temporary folder and compare with what is committed, byte for byte
	@$(VENV_PYTHON) scripts/build.py --check

lint: setup ## look for style errors in the code
	@$(VENV_PYTHON) -m ruff check .
	@$(VENV_PYTHON) -m ruff format --check .

clean: ## remove reports and caches (data, figures and .venv stay)
	@rm -rf reports .cache .pytest_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
	@echo "Removed reports and caches. make builds them again; rm -rf .venv removes the installed packages too."

lock: ## for maintainers, needs uv: renew uv.lock and its twin for pip after a change of pyproject.toml
	@uv lock
	@uv export --quiet --frozen --no-emit-project --no-annotate --no-header --output-file .ci/requirements.txt

help: ## show this list
	@echo "make [target]        Options for the programs behind: make test OPTIONS='-k dates'"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1@\2/p' $(MAKEFILE_LIST) | awk -F@ '{printf "%-14s %s\n", $$1, $$2}'
