# The commands of the kit. `make` alone lists them.
PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := help

help:  ## list the commands / liste des commandes
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

open: .venv/installed  ## open the lessons in JupyterLab / ouvrir les leçons
	@$(BIN)/poucet open

show: .venv/installed  ## project the dashboards / projeter les tableaux de bord
	@$(BIN)/poucet show

doctor: .venv/installed  ## check the installation / vérifier l'installation
	@$(BIN)/poucet doctor

test:  ## set up and run every check / tout vérifier
	@$(MAKE) --jobs=2 lint oldest browser
	@$(MAKE) unit

lint: .venv/dev  ## style, types, floors, stale notebooks and messages
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/poucet build --check
	$(BIN)/python tests/messages.py

unit: .venv/dev .venv/proxy/installed browser  ## doctests, unit tests, notebooks, nbgrader, browser
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder --ignore tests/browser
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder tests/browser  # apart: other tests would find its event loop

# The same seed must give the same bytes on the oldest NumPy the kit accepts.
oldest: .venv-oldest/installed  ## golden hashes on the oldest NumPy
	.venv-oldest/bin/python -m pytest -q -p no:cacheprovider \
	  tests/school/test_golden.py tests/school/test_golden_nation.py tests/exports/test_golden_trail.py

hunt: .venv/dev  ## try the properties on new random draws (long)
	$(BIN)/python -m pytest -n 2 --hypothesis-profile=hunt $$(grep -rl "import.*given" tests)

browser:  ## find or install the Chromium that the browser tests drive
	@sh tests/browser/chromium.sh

build: .venv/dev  ## rebuild the notebooks from their sources
	$(BIN)/poucet build

messages: .venv/dev  ## renew the catalogue of translations
	$(BIN)/python tests/messages.py --write

bench: .venv/dev  ## compare the kit with its peers (long)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation -e '.[bench]'
	$(BIN)/python benchmarks/run.py

lock: .venv/dev  ## renew the pinned lock
	$(BIN)/uv pip compile pyproject.toml binder/requirements.in --extra lab --extra show --extra grade \
	  --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade \
	  --quiet --output-file binder/requirements.txt

# The lock goes to PyPI's advisories by name and version, and nothing else leaves this machine.
audit: .venv/installed .venv-audit/installed  ## known flaws and licences of what the lock installs
	@mkdir -p dist
	@$(BIN)/python tests/licences.py > dist/licences.csv && echo "The list: dist/licences.csv"
	@.venv-audit/bin/pip-audit --strict --require-hashes --disable-pip --progress-spinner off \
	  --requirement binder/requirements.txt || { echo "→ A table above: those have a known flaw," \
	  "run make lock. An ERROR above: nothing was looked up, PyPI's advisories cannot be reached from" \
	  "here (a mirror answers \"not found\"; behind a proxy, set HTTPS_PROXY)."; \
	  exit 1; }

clean:  ## remove what was installed and made
	rm -rf .venv .venv-oldest .venv-audit .pytest_cache .mypy_cache .ruff_cache .hypothesis dist

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed / il faut Python 3.11 ou plus récent: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv || \
	  { echo "The venv module is missing / il manque le module venv: apt install python3-venv"; exit 1; }

.venv/installed: .venv/bin/python binder/requirements.txt pyproject.toml
	@echo "Installing, a few minutes the first time / installation, quelques minutes la première fois…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r binder/requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev: .venv/installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation -e '.[dev]'
	@if command -v java >/dev/null; then \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation -e '.[spark]'; fi
	@touch $@

# The proxy of a school's server; without npm, or without a network, the test of that server is skipped.
.venv/proxy/installed: .venv/dev
	@mkdir -p .venv/proxy
	@if command -v npm >/dev/null; then \
	  npm install --silent --no-audit --no-fund --fetch-retries=1 --fetch-retry-mintimeout=2000 --prefix .venv/proxy configurable-http-proxy@5.3.0 || \
	  echo "no proxy: the test of a school's server will be skipped"; fi
	@touch $@

.venv-oldest/installed: pyproject.toml
	@$(PYTHON) -m venv .venv-oldest
	@.venv-oldest/bin/python -m pip install --quiet --disable-pip-version-check 'numpy==2.0.*' 'pytest==9.2.0' 'hypothesis==6.170.15'
	@.venv-oldest/bin/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

.venv-audit/installed:
	@$(PYTHON) -m venv .venv-audit
	@.venv-audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit==2.10.1
	@touch $@

.PHONY: help open show doctor test lint unit oldest browser build messages bench lock audit clean
