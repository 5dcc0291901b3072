# Reprise: `make run` shows it working, `make test` checks everything.
# Needs git, make and Python 3.11 or newer; the rest is installed here, from requirements/.

SHELL       := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS   += --no-print-directory
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP     = $(1)/bin/python -m pip -qq --disable-pip-version-check --no-input install
CODE   := $(wildcard shared functions tests benchmarks)
TEMPLATE := $(wildcard template.yaml)
SYNC   := $(if $(findstring output-sync,$(.FEATURES)),--output-sync=target)
step    = @printf '== %s\n' $(1)

# --- Environments: each made once, made again when its lock file changes -------------------------

.PHONY: venv
venv: $(VENV)/.dev ## make .venv with everything the checks and the local run need

$(VENV)/.pip: requirements/pip.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) --version). Say make PYTHON=python3.x" >&2; exit 1; }
	$(call step,"environment $(VENV) ($$($(PYTHON) --version))")
	@$(PYTHON) -m venv $(VENV)
	@$(call PIP,$(VENV)) --require-hashes -r requirements/pip.txt
	@touch $@

$(VENV)/.run: requirements/run.txt | $(VENV)/.pip
	$(call step,"installing $$(grep -c == requirements/run.txt) locked packages for the local run")
	@$(call PIP,$(VENV)) --require-hashes -r requirements/run.txt
	@$(call PIP,$(VENV)) --no-deps --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt | $(VENV)/.pip
	$(call step,"installing $$(grep -c == requirements/dev.txt) locked packages")
	@$(call PIP,$(VENV)) --require-hashes -r requirements/dev.txt
	@$(call PIP,$(VENV)) --no-deps --editable .
	@touch $(VENV)/.run $@

.venv-%/.ready: requirements/%.txt requirements/pip.txt
	$(call step,"environment .venv-$* ($$(grep -c == $<) locked packages)")
	@$(PYTHON) -m venv .venv-$*
	@$(call PIP,.venv-$*) --require-hashes -r requirements/pip.txt
	@$(call PIP,.venv-$*) --require-hashes -r $<
	@touch $@

# --- See it work ---------------------------------------------------------------------------------

# Variables of `make run`, each the option of the same name: make run UPLOAD=story.txt ONCE=1
RUN_OPTIONS = $(if $(UPLOAD),--upload "$(UPLOAD)") $(if $(PARTNER),--partner "$(PARTNER)") \
              $(if $(filter-out 0,$(ONCE)),--once) $(if $(OUT),--out "$(OUT)") \
              $(if $(START),--start "$(START)") $(if $(SPEED),--speed "$(SPEED)")

.PHONY: run
run: $(VENV)/.run ## the whole pipeline on this machine [UPLOAD= PARTNER= ONCE=1 OUT= START= SPEED=]
	@exec $(BIN)/reprise run $(RUN_OPTIONS)

# --- Checks --------------------------------------------------------------------------------------

.PHONY: test check static format-check lint types template pytest
test: check ## every check: format, lint, types, template, tests

check: $(VENV)/.dev $(if $(TEMPLATE),.venv-sam/.ready)
	@$(MAKE) -j2 --keep-going $(SYNC) static
	@$(MAKE) pytest

static: format-check lint types $(if $(TEMPLATE),template)

format-check: $(VENV)/.dev
	$(call step,"format")
	@$(BIN)/ruff format --quiet --check $(CODE) || { echo "make fmt puts this right" >&2; exit 1; }

lint: $(VENV)/.dev
	$(call step,"lint")
	@$(BIN)/ruff check --quiet $(CODE)

types: $(VENV)/.dev
	$(call step,"types")
	@$(BIN)/mypy --no-error-summary $(CODE)

# validate knows SAM's own event properties, --lint (cfn-lint) knows CloudFormation's: both are needed.
template: $(TEMPLATE) .venv-sam/.ready
	$(call step,"template")
	@for lint in "" --lint; do \
	  SAM_CLI_TELEMETRY=0 AWS_DEFAULT_REGION=eu-west-1 AWS_ACCESS_KEY_ID=none AWS_SECRET_ACCESS_KEY=none \
	    .venv-sam/bin/sam validate $$lint --template $< >/dev/null; \
	done

# Two workers; a file stays on one, so that what it starts is started once.
pytest: $(VENV)/.dev
	$(call step,"tests")
	@$(BIN)/pytest --quiet -n 2 --dist loadfile $(ARGS)

# Debian's chromium with its driver, and the accessibility checker, which npm fetches as it is.
AXE        := axe-core-4.14.1.tgz
AXE_SHA256 := e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745

.PHONY: browser
browser: $(VENV)/.dev .venv-browser/package/axe.min.js ## look at the pages in a real browser [SHOTS=folder for pictures]
	@command -v chromedriver >/dev/null || { \
	  [ "$$(id -u)" = 0 ] || { echo "chromium and chromium-driver are needed; as root I'd install Debian's" >&2; exit 1; }; \
	  apt-get -qq update && apt-get -qq install --yes --no-install-recommends chromium chromium-driver fonts-noto-core >/dev/null; }
	$(call step,"pages in a browser")
	@SHOTS=$(SHOTS) $(BIN)/pytest --quiet tests/browser $(ARGS)

.venv-browser/package/axe.min.js: Makefile
	$(call step,"accessibility checker")
	@mkdir -p .venv-browser && cd .venv-browser && npm pack --silent $(AXE:axe-core-%.tgz=axe-core@%) >/dev/null
	@cd .venv-browser && echo "$(AXE_SHA256)  $(AXE)" | sha256sum --quiet --check && tar -xzf $(AXE) package/axe.min.js package/LICENSE
	@touch $@

# Feed readers that are not ours, following the local run: one from PyPI, two of Debian's.
.PHONY: clients
clients: $(VENV)/.dev .venv-clients/.ready ## let real feed readers poll the local run
	@command -v newsboat && command -v sfeed_update && command -v curl || { \
	  [ "$$(id -u)" = 0 ] || { echo "newsboat, sfeed and curl are needed; as root I'd install Debian's" >&2; exit 1; }; \
	  apt-get -qq update && apt-get -qq install --yes --no-install-recommends newsboat sfeed curl; } >/dev/null
	$(call step,"feed readers")
	@$(BIN)/pytest --quiet tests/clients $(ARGS)

# --- Tools ---------------------------------------------------------------------------------------

.PHONY: fmt bench lock clean help
fmt: $(VENV)/.dev ## put format and import order right
	@$(BIN)/ruff format --quiet $(CODE)
	@$(BIN)/ruff check --quiet --fix-only $(CODE)
	@$(BIN)/ruff format --quiet $(CODE)

bench: $(VENV)/.dev .venv-bench/.ready .venv-sam/.ready ## measure ourselves and the peers side by side [ARGS="--only feeds"]
	@$(BIN)/python -m benchmarks $(ARGS)

lock: .venv-lock/.ready ## write the lock files from pyproject.toml [UPGRADE=1: newest versions]
	$(call step,"lock files")
	@UPGRADE=$(UPGRADE) requirements/lock.sh

clean: ## remove environments and everything that was made
	@rm -rf .venv .venv-* .mypy_cache .pytest_cache .ruff_cache .hypothesis .aws-sam build dist out
	@find shared functions tests benchmarks -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true
	@rm -rf shared/*.egg-info

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
