# `make start` and `make test` set up what they need: Python 3.11, make and the package registries are enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := .make/uv/bin/uv
READY := .make/ready

.PHONY: start test check bench new-source format clean

start: $(READY)
	@$(BIN)/okawari demo

test: check
	@sh .ci/system-packages
	$(BIN)/pytest -n 2

check: $(READY)
	$(BIN)/ruff format --check -q src tests bench
	$(BIN)/ruff check -q src tests bench
	$(BIN)/mypy
	$(BIN)/lint-imports --verbose > .make/lint-imports.log || { cat .make/lint-imports.log; exit 1; }
	$(BIN)/pytest -n 2 -m "not slow and not browser"

bench: $(READY)
	$(BIN)/python -m bench

new-source: $(READY)
	@$(BIN)/python -m tests.new_source $(NAME)

format: $(READY)
	$(BIN)/ruff format src tests bench
	$(BIN)/ruff check --fix src tests bench

clean:
	rm -rf $(VENV) .make

$(UV):
	$(PYTHON) -m venv .make/uv
	.make/uv/bin/python -m pip install --quiet uv

$(READY): pyproject.toml uv.lock $(UV)
	$(UV) sync --frozen --quiet
	@touch $@
