# make chat    install, build the index, open the page          make test    install, run the tests
# make check   ruff, mypy --strict, import contract             make clean   remove what the others made
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed

.PHONY: chat test check clean
chat: $(INSTALLED)
	$(BIN)/citechat chat

test: $(INSTALLED)
	$(BIN)/python -m pytest

check: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

$(INSTALLED): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[dev]"
	touch $@

clean:
	rm -rf .venv dist .mypy_cache .ruff_cache .pytest_cache
