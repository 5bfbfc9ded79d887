# Sitroom: `make demo` shows it, `make test` tests it, `make help` lists the rest.
# Everything is installed into .venv; nothing else on the machine is touched.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip --quiet
SITROOM_SHARED ?= ../shared
export SITROOM_SHARED

.PHONY: help env env-dev demo test check lint fix evaluate bench lock clean

help:  ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Sitroom needs Python 3.11 or newer; set PYTHON=..."; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.env: requirements.lock pyproject.toml | $(VENV)/.python
	@echo "Installing Sitroom into $(VENV) (once) ..."
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/.env-dev: requirements-dev.lock $(VENV)/.env
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

env: $(VENV)/.env  ## make .venv with the program in it
env-dev: $(VENV)/.env-dev  ## the same with the tools for development

demo: env  ## build the record of the example coverage and print the brief
	@$(BIN)/sitroom build examples/winter-2021 --output demo.db
	@$(BIN)/sitroom brief demo.db
	@echo
	@echo "More of it:     $(BIN)/sitroom contacts demo.db      (positions, agenda, figures, compare, timeline ...)"
	@echo "In a browser:   $(BIN)/sitroom serve demo.db"
	@echo "Your articles:  $(BIN)/sitroom build FOLDER -o story.db"

test: env-dev  ## run all tests
	@$(BIN)/python -m pytest

lint: env-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

check: lint test  ## lint, types, layers and tests

fix: env-dev  ## mend what the linter can mend
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

evaluate: env-dev  ## print the scoreboard on the reference data that is present
	@$(BIN)/python -m evaluation

bench: env-dev  ## time and memory of a build against the bare parse
	@$(BIN)/python -m benchmarks

lock: env-dev  ## renew the lock files from pyproject.toml
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --python-version 3.11 --output-file requirements.lock pyproject.toml build-requirements.in
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --python-version 3.11 --extra dev --output-file requirements-dev.lock pyproject.toml build-requirements.in

clean:  ## remove what the targets made
	@rm -rf $(VENV) demo.db* build *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
