# make chat    install, build the index, open the page          make clean      remove what the others made
# make test    install, run all tests, with their coverage      make test-fast  those without model, browser, server
# make check   ruff, mypy --strict, import contracts, eslint    make build      wheel and source distribution
# make embeddings   the vectors of the shipped corpus, anew after it has changed
# make reader DATA=folder of *.train.jsonl.gz   train the reader anew: about an hour on two idle cores; RESUME=--resume goes on
# make fit XQUAD=path/to/xquad READING=path/to/reading   fit all weights anew (tests/fitting/README.md)
# make bench XQUAD=path/to/xquad READING=path/to/reading   citechat beside its peers    make bench-speed   citechat beside its bare parts
# make bench-scale   how it grows, beside bare Chroma and bare tantivy
# make soak          32 readers for two minutes, then 20,000 questions in one process: about an hour
# make audit         licences of all that is installed, and its known weaknesses
# make fuzz          10,000 documents and 10,000 questions that nobody would write
# make docs          the documentation as a site, into .site/
# make screenshots   pictures of the page into tests/screenshots (needs Chromium)
# make recording     how a question is asked, as the READMEs' animated pictures (needs Chromium)
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed
# The share of lines and branches that the tests reach, in per cent; measured, less one.
COVERAGE := 92
NEED_XQUAD = $(if $(XQUAD),,$(error name the folder of xquad.en.json, xquad.de.json and xquad.zh.json: make $@ XQUAD=path/to/xquad))

ESLINT := tests/lint/node_modules/.bin/eslint

.PHONY: help chat test test-fast check check-js embeddings reader fit bench bench-speed bench-workers bench-scale docs soak audit fuzz kill-builders screenshots recording build clean
# Ctrl-C is how the page is left, and no error.
chat: $(INSTALLED)
	@trap : INT; $(BIN)/citechat chat || [ $$? -eq 130 ]

# The lines at the head of this file.
help:
	@sed -n '/^# make/s/^# //p' Makefile

# Files of tests are shared out among one worker more than there are cores: a third of the time a test waits, for a server
# or a browser.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print((os.cpu_count() or 1) + 1)')
# In the order of tests/conftest.py: xdist's own, by the number of tests, leaves the longest files for the end.
PARALLEL = --numprocesses $(WORKERS) --dist loadfile --no-loadscope-reorder
# Those that need no model, no browser, no server.
FAST := "not slow and not model"
# Lines are counted in those and in one exam, which reaches every kind of answer: a test takes half as long again where they
# are.
COUNTED := "counted or not slow and not model"
NOT_COUNTED := "not counted and (slow or model)"
# Each worker and each process of a test would compile all modules anew.
test test-fast: export PYTHONDONTWRITEBYTECODE =
test: $(INSTALLED)
	$(BIN)/python -m pytest $(PARALLEL) -m $(COUNTED) --cov --cov-fail-under=$(COVERAGE)
	$(BIN)/python -m pytest $(PARALLEL) -m $(NOT_COUNTED) --durations=20 tests

test-fast: $(INSTALLED)
	$(BIN)/python -m pytest $(PARALLEL) -m $(FAST)

check: $(INSTALLED) check-js
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The page's scripts. Its linter comes through npm, which not every machine has.
check-js:
	@if command -v npm >/dev/null; then $(MAKE) -s $(ESLINT) && \
	$(ESLINT) --config tests/lint/eslint.config.js src/citechat/page/static; \
	else echo "NOT CHECKED: the page's JavaScript, for npm is not installed here"; fi

$(ESLINT): tests/lint/package.json
	npm install --prefix tests/lint --no-package-lock --no-audit --no-fund --silent
	touch $@

embeddings: $(INSTALLED)
	$(BIN)/python tests/fitting/write_embeddings.py

fit: $(INSTALLED)
	$(NEED_XQUAD)
	$(if $(READING),,$(error name the folder of *.train.jsonl.gz: make fit XQUAD=path/to/xquad READING=path/to/reading))
	$(BIN)/python tests/fitting/fit_signals.py "$(READING)"
	$(BIN)/python tests/fitting/fit_ranking.py --squad "$(XQUAD)" --practice
	$(BIN)/python tests/fitting/fit_evidence.py --squad "$(XQUAD)" --practice
	$(BIN)/python tests/fitting/fit_reading.py "$(READING)"
	$(BIN)/python tests/fitting/fit_curated.py

bench: $(INSTALLED)
	$(NEED_XQUAD)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[bench]"
	$(BIN)/python tests/bench/run.py "$(XQUAD)" $(if $(READING),--reading "$(READING)")

bench-speed: $(INSTALLED)
	$(BIN)/python tests/bench/speed.py

# SIZES="1000 10000 100000 1000000" adds a million, for which it takes hours and 20 GB of disk.
bench-scale: $(INSTALLED)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[bench]"
	$(BIN)/python tests/bench/scale.py $(SIZES)

# MINUTES is when the learning rate has fallen to nothing; OUT keeps checkpoint and figures; START is a reader.onnx
# whose training goes on; REHEARSE the share of all but the everyday pages that it is shown again.
MINUTES ?= 240
OUT ?= .reader
SEED ?= 16
REHEARSE ?= 1
reader: export OMP_NUM_THREADS = 2
reader: export OMP_WAIT_POLICY = PASSIVE
reader: export PYTHONPATH = .
reader: $(INSTALLED)
	$(if $(DATA),,$(error name the folder of the data sets, see training/README.md: make reader DATA=path/to/reading))
	$(BIN)/python -m training.train --data "$(DATA)" --everyday training/everyday --corpus corpus/expected --out $(OUT) --minutes $(MINUTES) $(if $(START),--start "$(START)") --seed $(SEED) --rehearse $(REHEARSE) $(RESUME)
	$(if $(START),$(BIN)/python -m training.average --start "$(START)" --out $(OUT))
	$(BIN)/python -m training.export --out $(OUT)
	$(BIN)/python -m training.calibrate --data "$(DATA)" --everyday training/everyday --corpus corpus/expected --out $(OUT)
	$(BIN)/python -m training.measure --data "$(DATA)" --everyday training/everyday --corpus corpus/expected $(if $(XQUAD),--xquad "$(XQUAD)") --out $(OUT)
	$(BIN)/python -m training.publish --out $(OUT) --package src/citechat/reading

docs: $(INSTALLED)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[docs]"
	$(BIN)/mkdocs build

bench-workers: $(INSTALLED)
	$(BIN)/python tests/bench/workers.py

# READERS, SECONDS and QUESTIONS: fewer of each for a look in between.
soak: $(INSTALLED)
	$(BIN)/python tests/soak.py $(if $(READERS),--readers $(READERS)) $(if $(SECONDS),--seconds $(SECONDS)) $(if $(QUESTIONS),--questions $(QUESTIONS))

# The auditor lives beside what it audits, not within.
audit: $(INSTALLED)
	$(PYTHON) -m venv .audit
	.audit/bin/python -m pip install --quiet "pip-audit>=2.9,<3"
	$(BIN)/python tests/supply.py .audit/bin/python

fuzz: export CITECHAT_FUZZ = 10000
fuzz: $(INSTALLED)
	$(BIN)/python -m pytest tests/ingest/test_any_document.py tests/test_door_input.py

kill-builders: $(INSTALLED)
	$(BIN)/python tests/kill_builders.py 50

screenshots: $(INSTALLED)
	$(BIN)/python tests/take_screenshots.py

recording: $(INSTALLED)
	$(BIN)/python tests/record_screen.py

build: $(INSTALLED)
	$(BIN)/python -m build --outdir dist

$(INSTALLED): pyproject.toml constraints.txt
	@echo "installing into .venv: about 2.6 GB; it takes some minutes, and pip says nothing meanwhile"
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[dev]"
	touch $@

clean:
	rm -rf .venv .audit .bench .site dist tests/lint/node_modules .coverage
	rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
