# Two commands to start with: `make demo` and `make test`. `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= python3
BIN := .venv/bin
# --no-compile: Python compiles what it imports; compiling everything would double the wait.
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
UV_COMPILE := $(BIN)/uv pip compile --quiet --universal --generate-hashes \
	--no-header --no-annotate $(UPGRADE)

.PHONY: help venv demo demo-reset test bench torture lint types imports check format docs screenshots lock clean

help: ## List these targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1|/' \
		| while IFS='|' read -r name text; do printf '  make %-12s %s\n' "$$name" "$$text"; done

venv: .venv/.dev ## Create .venv with everything needed to work on the code

demo: .venv/.runtime ## Play the whole story in a browser, on this machine only
	@$(BIN)/wegwijzer demo

demo-reset: .venv/.runtime ## Empty the demo's local data
	@$(BIN)/wegwijzer demo --reset

test: .venv/.dev ## Run every test, in random order and on every core
	@$(BIN)/pytest --numprocesses auto --dist worksteal

bench: .venv/.dev build/peer ## Measure speed, as ratios to a limit of the same run (BENCH_CASES=1000000 for the long form)
	@$(BIN)/python -m tests.bench

# What the bench sets us against; left out, with a note, where there is no Node.
build/peer:
	@mkdir -p build
	@if command -v npm > /dev/null; then \
		npm install --silent --no-package-lock --no-save --prefix build/peer @slack/bolt@5.1.0; fi

torture: .venv/.dev ## Run the long form of tests that have one, hours of it (RUNS=soak for one of them)
	@$(BIN)/python -m tests.torture $(RUNS)

lint: .venv/.dev ## Check style and formatting
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: .venv/.dev ## Check types strictly
	@$(BIN)/mypy

imports: .venv/.dev ## Check that imports point one way
	@$(BIN)/lint-imports

check: test lint types imports ## Run everything that CI runs

format: .venv/.dev ## Repair formatting and what can be repaired of style
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

docs: .venv/.dev ## Write the pages that are made from the code (steps, access, protocol, SECURITY.md, scale)
	@$(BIN)/python -m tests.contracts.steps_doc
	@$(BIN)/python -m tests.contracts.access_doc
	@$(BIN)/python -m tests.contracts.protocol_doc
	@$(BIN)/python -m tests.contracts.security_doc
	@$(BIN)/python -m tests.contracts.scale_doc

PICTURES := signal-phone sent-phone agenda-phone nudge-phone care-wide care-home-wide proof-wide

screenshots: .venv/.dev ## Renew the pictures in docs/images by playing the story
	@rm -rf build/screenshots && mkdir -p build/screenshots docs/images
	@WEGWIJZER_SCREENSHOTS=build/screenshots $(BIN)/pytest --quiet tests/browser/test_story.py -k mouse
	@cp $(PICTURES:%=build/screenshots/%.png) docs/images/

lock: .venv/.dev ## Write the locks from pyproject.toml (UPGRADE=--upgrade also raises the rest)
	@$(UV_COMPILE) pyproject.toml --group build --output-file requirements.lock
	@$(UV_COMPILE) --group postgres --constraints requirements.lock --output-file requirements-postgres.lock
	@$(UV_COMPILE) pyproject.toml --group dev --constraints requirements.lock --output-file requirements-dev.lock

clean: ## Remove the environment and caches; the demo's data stays
	@rm -rf .venv .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	@command -v $(PYTHON) > /dev/null || { \
		echo 'Python was not found. Install Python 3.11 or newer, or name it: make PYTHON=/path/to/python3' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) --version). Name another: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2> /dev/null || { \
		echo 'This Python cannot make an environment. On Debian and Ubuntu: apt-get install python3-venv' >&2; exit 1; }
	@echo 'Creating .venv ...'
	@$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }

.venv/.runtime: .venv/bin/python pyproject.toml requirements.lock
	@echo 'Installing what Wegwijzer needs ...'
	@$(PIP) install --no-compile --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: .venv/.runtime requirements-dev.lock
	@echo 'Installing what its tests need ...'
	@$(PIP) install --no-compile --require-hashes -r requirements-dev.lock
	@touch $@
