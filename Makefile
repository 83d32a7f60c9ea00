# `make start` and `make test` set up what they need: Python 3.11, make and the package registries are enough.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
UV := .make/uv/bin/uv
READY := .make/ready
export UV_PYTHON_DOWNLOADS := never

.PHONY: start test check lint bench pictures new-source format clean

start: $(READY)
	@$(BIN)/okawari demo

test: lint
	@sh .ci/system-packages
	$(BIN)/pytest -n 3 --dist worksteal -m "not corpus"

# What a change breaks most often; the other rooms' tests take minutes.
QUICK := tests/domain tests/rules tests/reading tests/i18n tests/contract tests/house

check: lint
	$(BIN)/pytest -n 2 -m "not slow and not browser and not corpus" $(QUICK)

lint: $(READY)
	$(BIN)/ruff format --check -q src tests bench tools
	$(BIN)/ruff check -q src tests bench tools
	$(BIN)/mypy
	@$(BIN)/lint-imports > .make/lint-imports.log || { cat .make/lint-imports.log; exit 1; }

bench: $(READY)
	$(BIN)/python -m bench

pictures: $(READY)
	@sh .ci/system-packages
	OKAWARI_PICTURES=docs/images $(BIN)/pytest tests/journeys/test_pictures.py

new-source: $(READY)
	@$(BIN)/python -m tools.new_source $(NAME)

format: $(READY)
	$(BIN)/ruff format src tests bench tools
	$(BIN)/ruff check --fix src tests bench tools

clean:
	rm -rf .venv .make

# Debian's Python comes without `venv`; then pip alone puts uv in place.
$(UV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -m venv .make/uv 2>/dev/null && .make/uv/bin/python -m pip install --quiet uv \
	    || { rm -rf .make/uv && $(PYTHON) -m pip install --quiet --target .make/uv uv; }

$(READY): pyproject.toml uv.lock $(UV)
	@$(UV) sync --frozen --quiet --python $(PYTHON)
	@touch $@
