# Two words do everything on a fresh machine with Python 3.11+ and make: `make demo` and `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXTRAS ?= dev

.PHONY: install demo test check bench gate

install: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile -e '.[$(EXTRAS)]'
	touch $@

demo: install  ## build the invented sample and say where its report lies
	$(BIN)/testimonia demo

test: install check  ## all tests
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder -rs

check: install  ## style, types and import rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

gate: install  ## quality scores against the shared gold data, with floors
	$(BIN)/python -m gate

bench: install  ## timings, side by side with a peer
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile -e '.[$(EXTRAS),bench]'
	$(BIN)/python -m bench
