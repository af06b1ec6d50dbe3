# Everything that a developer types. The README names `make install`, `make site` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
PREFIX ?= $(HOME)/.local
COMMAND := $(PREFIX)/bin/blog

.PHONY: install uninstall site test check bench lock wheel clean golden screenshots

# The virtual environment: exact versions with hashes, then the program itself as a link to this checkout.
.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Byeoru needs Python 3.11 or newer: make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Python lacks its venv module here; on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# Make `blog` a command of this user: a link into the environment of this checkout. What another program put there stays.
install: .venv/ready
	@mkdir -p "$(PREFIX)/bin"
	@if [ -e "$(COMMAND)" ] || [ -L "$(COMMAND)" ]; then case "$$(readlink "$(COMMAND)")" in */.venv/bin/blog) ;; *) \
	  echo "$(COMMAND) belongs to another program: move it away, or make install PREFIX=/another/folder"; exit 1;; esac; fi
	@ln -sfn "$(CURDIR)/.venv/bin/blog" "$(COMMAND)"
	@echo "$$("$(COMMAND)" --version) is installed as $(COMMAND)"
	@case ":$$PATH:" in *":$(PREFIX)/bin:"*) ;; *) echo "Your shell does not look there yet. Type this, and add it to ~/.profile:"; \
	  echo '  export PATH="$(PREFIX)/bin:$$PATH"';; esac

uninstall:
	@case "$$(readlink "$(COMMAND)")" in "$(CURDIR)/.venv/bin/blog") rm "$(COMMAND)";; esac

# Build the example site of content/ into site/.
site: .venv/ready
	$(BIN)/blog build

# Every test that a fresh machine can run.
test: .venv/ready
	$(BIN)/python -m pytest -m "not slow" -n auto

# What a change must pass before it is proposed.
check: .venv/ready
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m pytest -m "not slow" -n auto

bench: .venv/ready
	$(BIN)/python bench/measure.py
	$(BIN)/python bench/parsing.py
	$(BIN)/python bench/previewing.py

wheel: .venv/ready
	$(BIN)/python -m hatchling build -t wheel

# Write requirements.lock anew; needs uv. The file names versions and hashes, and no host.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --group dev --quiet --output-file requirements.lock pyproject.toml

clean:
	rm -rf .venv .blog .mypy_cache .ruff_cache .pytest_cache .hypothesis dist

# Write the expected files of the golden sites anew; read the difference before committing it.
golden: .venv/ready
	PYTHONPATH=tests $(BIN)/python tests/test_golden.py
	PYTHONPATH=tests $(BIN)/python tests/parse/test_fixtures.py

# Take the pictures of README anew; needs Chromium, and type for Hangul.
screenshots: .venv/ready
	$(BIN)/python tools/screenshots.py
