# Everything that a user or developer of this checkout types. A user's targets install only what the program needs to run.
PYTHON ?= python3
UV ?= uv
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
PREFIX ?= $(HOME)/.local
COMMAND := $(PREFIX)/bin/blog

# Tests start hundreds of processes of the program. Without bytecode each compiles it again, which doubles what they cost.
# `worksteal` keeps the tests of a module together, which share fixtures.
test slowest check: export PYTHONDONTWRITEBYTECODE =

.PHONY: help install uninstall site test slowest check hooks bench bench-search wheel lock clean golden screenshots

help: ## List these targets; the default.
	@sed -n 's/^\([a-z-]*\):.* ## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r name text; do printf 'make %-12s %s\n' "$$name" "$$text"; done

# A user's environment: exact versions with hashes, then the program itself as a link to this checkout.
.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Byeoru needs Python 3.11 or newer: make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Python lacks its venv module here; on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

# The same environment with a developer's tools added: pytest, mypy, ruff, Playwright.
.venv/developer: .venv/ready requirements-dev.lock
	$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

# What another program put at this path stays.
install: .venv/ready ## Make `blog` a command of this user: a link into the environment of this checkout.
	@mkdir -p "$(PREFIX)/bin"
	@if [ -e "$(COMMAND)" ] || [ -L "$(COMMAND)" ]; then case "$$(readlink "$(COMMAND)")" in */.venv/bin/blog) ;; *) \
	  echo "$(COMMAND) belongs to another program: move it away, or make install PREFIX=/another/folder"; exit 1;; esac; fi
	@ln -sfn "$(CURDIR)/.venv/bin/blog" "$(COMMAND)"
	@echo "$$("$(COMMAND)" --version) is installed as $(COMMAND)"
	@case ":$$PATH:" in *":$(PREFIX)/bin:"*) ;; *) echo "Your shell does not look there yet. Type this, and add it to ~/.profile:"; \
	  echo '  export PATH="$(PREFIX)/bin:$$PATH"';; esac

uninstall: ## Remove the command that `make install` made.
	@case "$$(readlink "$(COMMAND)")" in "$(CURDIR)/.venv/bin/blog") rm "$(COMMAND)";; esac

site: .venv/ready ## Build the example site of content/ into site/.
	$(BIN)/blog build

test: .venv/developer ## Run every test that a fresh machine can run.
	$(BIN)/python -m pytest -m "not slow" -n auto --dist worksteal

slowest: .venv/developer ## List what the tests cost in CPU seconds; TESTS names files.
	$(BIN)/python tools/slowest.py -q -m "not slow" $(TESTS)

check: .venv/developer ## Lint, check types and run the tests: what a change must pass.
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m pytest -m "not slow" -n auto --dist worksteal

hooks: .venv/developer ## Install the git hooks of .pre-commit-config.yaml in this clone.
	$(BIN)/pre-commit install

bench: .venv/developer ## Measure builds and the preview on the corpus of bench/.
	$(BIN)/python bench/measure.py
	$(BIN)/python bench/parsing.py
	$(BIN)/python bench/previewing.py

bench-search: .venv/developer ## Measure the search beside Pagefind and MiniSearch, which npm installs.
	$(BIN)/python bench/searching.py

wheel: .venv/ready ## Build the wheel into dist/.
	$(BIN)/python -m hatchling build -t wheel

# The files contain versions and hashes, and no host. The user's lock is a subset of the developer's, so they cannot differ.
LOCK = $(UV) pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet
lock: ## Update both lock files for changed dependencies in pyproject.toml; needs the program uv.
	@command -v $(UV) > /dev/null || { echo "uv is missing: pipx install uv, or make lock UV=/path/to/uv"; exit 1; }
	$(LOCK) --group dev --output-file requirements-dev.lock pyproject.toml
	$(LOCK) --group build --constraint requirements-dev.lock --output-file requirements.lock pyproject.toml

clean: ## Delete the environment and everything that tools generated.
	rm -rf .venv .blog .mypy_cache .ruff_cache .pytest_cache .hypothesis dist

golden: .venv/developer ## Rewrite golden sites and transcripts; read the difference before committing it.
	PYTHONPATH=tests $(BIN)/python tests/test_golden.py
	PYTHONPATH=tests $(BIN)/python tests/parse/test_fixtures.py
	PYTHONPATH=tests $(BIN)/python tests/cli/test_transcripts.py

screenshots: .venv/developer ## Retake the pictures of README; needs Chromium, and type for Hangul.
	$(BIN)/python tools/screenshots.py
