# make chat    install, build the index, open the page          make test    install, run the tests
# make check   ruff, mypy --strict, import contract, eslint     make clean   remove what the others made
# make embeddings   the vectors of the shipped corpus, anew after it has changed
# make screenshots   pictures of the page into tests/screenshots (needs Chromium)
# make bench XQUAD=path/to/xquad   citechat beside its peers    make bench-speed   citechat beside its bare parts
# make reader DATA=folder of *.train.jsonl.gz   train the reader anew: about an hour on two idle cores; RESUME=--resume goes on
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed

ESLINT := tests/lint/node_modules/.bin/eslint

.PHONY: chat test check check-js embeddings bench bench-speed reader screenshots clean
chat: $(INSTALLED)
	$(BIN)/citechat chat

test: $(INSTALLED)
	$(BIN)/python -m pytest

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

bench: $(INSTALLED)
	$(if $(XQUAD),,$(error name the folder of xquad.en.json, xquad.de.json and xquad.zh.json: make bench XQUAD=path/to/xquad))
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[bench]"
	$(BIN)/python tests/bench/run.py "$(XQUAD)"

bench-speed: $(INSTALLED)
	$(BIN)/python tests/bench/speed.py

# MINUTES is when the learning rate has fallen to nothing; OUT keeps checkpoint and figures.
MINUTES ?= 240
OUT ?= .reader
reader: export OMP_NUM_THREADS = 2
reader: export OMP_WAIT_POLICY = PASSIVE
reader: export PYTHONPATH = .
reader: $(INSTALLED)
	$(if $(DATA),,$(error name the folder of the data sets, see training/README.md: make reader DATA=path/to/reading))
	$(BIN)/python -m training.train --data "$(DATA)" --corpus corpus/expected --out $(OUT) --minutes $(MINUTES) $(RESUME)
	$(BIN)/python -m training.export --out $(OUT)
	$(BIN)/python -m training.calibrate --data "$(DATA)" --corpus corpus/expected --out $(OUT)
	$(BIN)/python -m training.measure --data "$(DATA)" --corpus corpus/expected $(if $(XQUAD),--xquad "$(XQUAD)") --out $(OUT)
	$(BIN)/python -m training.publish --out $(OUT) --package src/citechat/reading

screenshots: $(INSTALLED)
	$(BIN)/python tests/take_screenshots.py

$(INSTALLED): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[dev]"
	touch $@

clean:
	rm -rf .venv .bench dist tests/lint/node_modules .mypy_cache .ruff_cache .pytest_cache
