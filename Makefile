# The developer's whole interface. Every target sets itself up from a bare Python 3.11 or later:
# the first run makes .venv from the hash-locked requirements, the next ones find it made.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input

# The rooms in which every branch is tested; and the least, in percent, for the whole.
GATED := tables terms record rules talk
FLOOR := 90

.PHONY: help demo test web pictures lint docs bench bench-matching soak weigh weigh-matching fuzz format lock clean

help: ## these lines
	@sed -nE 's/^([a-z-]+):.*## /make \1	/p' $(MAKEFILE_LIST) | expand -t 22

# A check that finds something ends with 1, and here that is what it is for.
demo: $(VENV)/.run ## check the example newsroom and print what is found
	@echo 'demo: the drafts of examples/, checked against their records'
	@cd examples && ../$(BIN)/groundrules check drafts/pier-9.md drafts/pier-9-mended.md \
	  --as-of 2026-11-06T06:00-05:00 || [ $$? -eq 1 ]
	@cd examples && ../$(BIN)/groundrules check drafts/fentanyl-memo.md \
	  --as-of 2024-07-31T04:00-04:00 || [ $$? -eq 1 ]
	@echo 'demo: the same newsroom in a browser: $(BIN)/groundrules serve --demo --open'

# The gates come behind the tests and speak only when one fails, so that pytest has the last word.
test: $(VENV)/.test $(VENV)/.system $(VENV)/.web ## every test, with the coverage gates
	@echo 'test: every test; branches covered: all in $(GATED), $(FLOOR) % of the whole'
	@$(BIN)/pytest --numprocesses 2 --cov --cov-report= --cov-fail-under=$(FLOOR)
	@for room in $(GATED); do \
	  $(BIN)/coverage report --include="src/groundrules/$$room/*" --fail-under=100 \
	    >$(VENV)/gate.txt || { cat $(VENV)/gate.txt; exit 1; }; \
	done

# Nobody who runs groundrules needs Node: what this builds is in the repository.
web: $(VENV)/.web $(VENV)/.test ## the pages' scripts, styles and catalogues, into faces/web
	@echo 'web: web/ into src/groundrules/faces/web/static; every text into translations'
	@cd web && node build.mjs
	@$(BIN)/python web/words.py

pictures: $(VENV)/.test $(VENV)/.system ## the README's pictures of the pages, into docs/pictures
	@echo 'pictures: Chromium before the invented newsroom, into docs/pictures'
	@GROUNDRULES_PICTURES=docs/pictures $(BIN)/pytest -q tests/faces/web/test_pictures_of_the_docs.py

lint: $(VENV)/.lint ## ruff, mypy, and the walls between the rooms
	@echo 'lint: ruff, mypy, import-linter'
	@$(BIN)/ruff check --quiet --output-format concise
	@$(BIN)/ruff format --quiet --check
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo --no-cache >$(VENV)/walls.txt || { cat $(VENV)/walls.txt; exit 1; }

docs: $(VENV)/.docs ## the documentation, into docs/_build/html
	@echo 'docs: sphinx into docs/_build/html, every warning an error'
	@$(BIN)/sphinx-build -n -W --keep-going -q docs docs/_build/html

bench: $(VENV)/.test ## the figures, as ratios
	@echo 'bench: the figures of benchmarks/'
	@$(BIN)/python -m compileall -q src
	@for figures in $(filter-out benchmarks/weigh_signs.py,$(wildcard benchmarks/*.py)); do \
	  $(BIN)/python $$figures || exit 1; \
	done

# Cycles of each of its scripts stand in their first lines: python tests/soak/soak_kills.py --help
soak: $(VENV)/.test ## faults by the thousand, residue on a raw disk, memory, shredding, receipts
	@for script in $(sort $(wildcard tests/soak/soak_*.py)); do \
	  echo "soak: $$script"; $(BIN)/python $$script || exit 1; \
	done

# A newsroom's ledger, texts and pairs: make bench-matching WITH='--ledger said.parquet --texts news'
WITH :=

bench-matching: $(VENV)/.bench ## the index on disk: what it finds and how fast, beside its peers
	@echo 'bench-matching: python -m benchmarks.matching $(WITH)'
	@$(BIN)/python -m compileall -q src
	@$(BIN)/python -m benchmarks.matching $(WITH)

weigh-matching: $(VENV)/.bench ## fit the likelihoods of the index anew, into matching/index/weights.json
	@echo 'weigh-matching: python -m benchmarks.matching.weigh $(WITH)'
	@$(BIN)/python -m benchmarks.matching.weigh $(WITH)

# It writes into src; what it finds is to be looked at before it is committed.
weigh: $(VENV)/.bench ## find the weights of the signs in the talk anew
	@echo 'weigh: the dialogues that may be looked at, into record/cues/signs/weights_of_*.py'
	@$(BIN)/python benchmarks/weigh_signs.py

# Seconds for each reader: make fuzz SECONDS=600
SECONDS := 60

fuzz: $(VENV)/.fuzz ## coverage-guided input for every reader; SECONDS=600 for each
	@echo 'fuzz: every reader, $(SECONDS) s each; only a clear refusal may come of it'
	@for target in $$($(BIN)/python tests/fuzz/fuzz_readers.py --list); do \
	  echo "fuzz: $$target"; \
	  $(BIN)/python tests/fuzz/fuzz_readers.py $$target $(SECONDS) >$(VENV)/fuzz.txt 2>&1 || { tail -n 40 $(VENV)/fuzz.txt; exit 1; }; \
	done

format: $(VENV)/.lint ## let ruff put the code in its form
	@$(BIN)/ruff check --quiet --fix --output-format concise
	@$(BIN)/ruff format --quiet

# One file after another: each is held to the pins of those before it. No index is ever named.
lock: $(VENV)/.lock ## renew the pins in requirements/*.txt
	@echo 'lock: requirements/*.in into requirements/*.txt'
	@for name in run test lint docs fuzz bench lock; do \
	  $(BIN)/uv pip compile --quiet --no-config --upgrade --universal --python-version 3.11 \
	    --fork-strategy fewest --generate-hashes --no-annotate --no-emit-index-url \
	    --no-emit-find-links --custom-compile-command 'make lock' \
	    --output-file requirements/$$name.txt requirements/$$name.in || exit 1; \
	done

clean: ## take away everything that was made
	@rm -rf $(VENV) docs/_build docs/reference/rules .coverage .hypothesis
	@rm -rf .mypy_cache .pytest_cache .ruff_cache web/node_modules

# The environment. Each stamp stands for what was installed: .run is a working groundrules, and
# .test, .lint, .docs, .fuzz, .bench and .lock are what a task needs besides.

# What the tests need and pip cannot bring: LibreOffice opens what is written for Word, Chromium
# walks through the pages, node and npm build their scripts and run the second verifier of receipts,
# openssl is a time-stamping authority for a test.
SYSTEM := soffice=libreoffice-writer-nogui chromium=chromium node=nodejs npm=npm openssl=openssl

$(VENV)/.system: $(VENV)/.made
	@for pair in $(SYSTEM); do \
	  command -v $${pair%%=*} >/dev/null || missing="$$missing $${pair#*=}"; \
	done; \
	[ -z "$$missing" ] || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
	  echo "setup: by apt-get, for the tests:$$missing" && \
	  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes \
	    --no-install-recommends $$missing; } >$(VENV)/system.txt 2>&1; } || { \
	  tail -n 5 $(VENV)/system.txt 2>/dev/null; \
	  echo "setup: missing for the tests; on Debian: apt-get install$$missing" >&2; exit 1; }
	@touch $@

$(VENV)/.web: web/package-lock.json $(VENV)/.system
	@echo 'setup: web/package-lock.json'
	@cd web && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

$(VENV)/.made:
	@for python in $(PYTHON) python3 python3.11 python3.12 python3.13 python3.14 ''; do \
	  $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; \
	done; \
	[ -n "$$python" ] || { echo 'setup: no Python 3.11 or later found; name one: make PYTHON=/path/to/python' >&2; exit 1; }; \
	echo "setup: $(VENV), with $$($$python --version)"; \
	$$python -m venv $(VENV) && touch $@

$(VENV)/.run: requirements/run.txt pyproject.toml src/groundrules/__init__.py $(VENV)/.made
	@echo 'setup: requirements/run.txt, and groundrules itself'
	@$(PIP) install --require-hashes -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/.test $(VENV)/.lint $(VENV)/.docs $(VENV)/.fuzz $(VENV)/.bench $(VENV)/.lock: $(VENV)/.%: requirements/%.txt $(VENV)/.run
	@echo 'setup: $<'
	@$(PIP) install --require-hashes -r $<
	@touch $@
