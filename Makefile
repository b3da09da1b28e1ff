# Two commands do everything: `make report` and `make test`. Both set up what is missing, once.
SHELL := /bin/sh
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RAW ?=
OPTIONS ?=

.PHONY: help report test test-long lab verify status doctor lint format types bench audit lock setup setup-test clean

help: ## Show this page
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

report: $(VENV)/.ready ## Make the report: reports/latest/report.html and .pdf (RAW=folder for your own pages)
	@$(BIN)/dossier run $(if $(RAW),--raw "$(RAW:~/%=$(HOME)/%)") $(OPTIONS)

test: $(VENV)/.ready-test ## Run every fast test, with types and lint
	@$(BIN)/ruff check src tests benchmarks
	@$(BIN)/ruff format --check src tests benchmarks
	@$(BIN)/mypy
	@$(BIN)/python -m pytest -n 2 -m "not long and not browser"
	@$(call browser-tests,not long)

# Browsers by themselves and one after another: they wait for pages, and a machine busy with other tests makes them wait in vain.
# What fails is tried once more, and says so.
browser-tests = $(BIN)/python -m pytest -m "browser and $(1)" || { echo "a browser test failed; trying once more"; $(BIN)/python -m pytest -m "browser and $(1)"; }

test-long: $(VENV)/.ready-test ## Run the tests that take minutes as well
	@$(BIN)/python -m pytest -n 2

lab: $(VENV)/.ready ## Open JupyterLab on this machine with the notebooks, the explorer and the scheduler
	@$(BIN)/dossier lab

verify: $(VENV)/.ready ## Recompute every mark of the last report from the raw files
	@$(BIN)/dossier verify

status: $(VENV)/.ready ## Say what the last run did and how old it is
	@$(BIN)/dossier status

doctor: $(VENV)/.ready ## Say what this machine lacks
	@$(BIN)/dossier doctor

lint: $(VENV)/.ready-test ## Check style
	@$(BIN)/ruff check src tests benchmarks

format: $(VENV)/.ready-test ## Format the code and strip notebook outputs
	@$(BIN)/ruff format src tests benchmarks
	@$(BIN)/nbstripout notebooks/*.ipynb

types: $(VENV)/.ready-test ## Check types
	@$(BIN)/mypy

bench: $(VENV)/.ready-test ## Measure speed as ratios against peers in the same run
	@$(BIN)/python -m benchmarks

# --strict: without it what cannot be looked up is passed over, and the end says that nothing was found
audit: $(VENV)/.ready-test ## Look the locked packages up among known vulnerabilities (needs the network; fails without it)
	@$(BIN)/pip-audit -r requirements.lock --no-deps --disable-pip --strict

setup: $(VENV)/.ready ## Set up .venv from the lock
setup-test: $(VENV)/.ready-test ## The same with what tests need

# uv is installed into the environment itself, so nothing outside the project changes. The test environment is a superset
# of the other one: once it is there, `make report` uses it and sets nothing up anew.
$(VENV)/bin/uv:
	@echo "setting up $(VENV)"
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed; name one with make PYTHON=...")'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv>=0.8"

# What commands begin with is compiled here: where Python is told to write no bytecode, each start would compile it anew.
install = $(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --require-hashes -r $(1) \
  && $(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e . \
  && PYTHONDONTWRITEBYTECODE= $(BIN)/python -c 'import click, filelock, numpy' && $(BIN)/python -m compileall -q src/helpers

$(VENV)/.ready: $(VENV)/bin/uv requirements.lock requirements-test.lock pyproject.toml
	@if [ -f $(VENV)/.ready-test ]; then $(MAKE) --no-print-directory $(VENV)/.ready-test; else $(call install,requirements.lock); fi
	@touch $@

$(VENV)/.ready-test: $(VENV)/bin/uv requirements-test.lock pyproject.toml
	@$(call install,requirements-test.lock)
	@touch $@ $(VENV)/.ready

COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
  --override lock-overrides.txt --constraint lock-constraints.txt pyproject.toml

lock: $(VENV)/bin/uv ## Make the locks anew (an old lock would be read as preferences, so it goes first)
	@rm -f requirements.lock requirements-test.lock requirements-pip.lock
	@$(COMPILE) -o requirements.lock
	@$(COMPILE) --extra test --constraint requirements.lock -o requirements-test.lock
	@sed -n 's/ *;.*//;/^[^#]/p' lock-overrides.txt | $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --constraint requirements.lock - -o requirements-pip.lock

clean: ## Remove the environment and caches; raw files, decisions and reports stay
	@rm -rf $(VENV) .cache .mypy_cache .ruff_cache build src/*.egg-info
