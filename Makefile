# Two commands do all the set-up: `make demo` and `make test`. Both need only Python 3.11 or later.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SOURCES := $(shell find src -type f -not -name '*.pyc')

.PHONY: demo test lint types docs bench clean

demo: $(VENV)/installed  ## read data/raw, join what belongs together, write refs.bib
	$(BIN)/papercat data/raw -o refs.bib

test: $(VENV)/tested lint types  ## the whole suite, on the built wheel
	$(BIN)/python -m pytest tests docs README.md --pyargs papercat

lint: $(VENV)/tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/tested
	$(BIN)/mypy
	$(BIN)/basedpyright

docs: $(VENV)/installed  ## HTML pages in build/docs
	$(BIN)/python -m pip install --quiet '.[docs]'
	$(BIN)/python -m sphinx -W --keep-going -b html docs build/docs

bench: $(VENV)/tested  ## timings, side by side in one run
	$(BIN)/python -m pip install --quiet '.[bench]'
	for what in speed text names_speed bibtex_speed bibtex_write latex search; do $(BIN)/python tests/bench/$$what.py || exit 1; done

clean:
	rm -rf $(VENV) build dist refs.bib .*_cache

$(VENV)/made:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	touch $@

$(VENV)/installed: $(VENV)/made pyproject.toml $(SOURCES)
	$(BIN)/python -m pip install --quiet .
	touch $@

# The tests run on the wheel that users get, not on the source folder.
$(VENV)/tested: $(VENV)/made pyproject.toml $(SOURCES)
	$(BIN)/python -m pip install --quiet '.[test]'
	rm -rf build/wheel && mkdir -p build
	$(BIN)/python -m build --wheel --outdir build/wheel . > build/wheel.log 2>&1 || { cat build/wheel.log; exit 1; }
	$(BIN)/python -m pip install --quiet --force-reinstall --no-deps build/wheel/*.whl
	touch $@ $(VENV)/installed
