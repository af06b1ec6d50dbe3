"""Unit tests (under node) and linter for the scripts of the preview and of the themes."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from programs import program

ROOT = Path(__file__).parents[2]
NAMED = os.environ.get("BYEORU_NODE_MODULES", "")
MODULES = Path(NAMED) if NAMED else ROOT / ".ci/node_modules"
CONFIG = ROOT / ".ci/eslint.config.mjs"
UNITS = sorted((ROOT / "tests").glob("*/client/*.test.mjs"))
OLDEST = (20, 19)  # detects modules by `export`, without a package.json


@pytest.fixture(scope="module")
def node() -> str:
    """Return node, or skip the test."""
    found = program("node")
    version = subprocess.run([found, "--version"], capture_output=True, encoding="utf-8", check=True).stdout
    if tuple(map(int, re.findall(r"\d+", version)[:2])) < OLDEST:
        pytest.skip(f"node is {version.strip()}, and these tests need 20.19 or newer")
    return found


@pytest.fixture(scope="module")
def eslint(node: str) -> list[str]:
    """Return the command of the linter, or skip the test."""
    script = MODULES / "eslint/bin/eslint.js"
    if not script.is_file():
        pytest.skip(f"there is no npm package `eslint` below {MODULES} (.ci/judges installs it)")
    return [node, str(script), "--config", str(CONFIG)]


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_units_of_the_client(node: str, path: Path) -> None:
    """Functions of the client, and updates of a document, are tested without a browser."""
    if "happy-dom" in path.read_text(encoding="utf-8") and not (MODULES / "happy-dom").is_dir():
        pytest.skip(f"there is no npm package `happy-dom` below {MODULES} (.ci/judges installs it)")
    environment = os.environ | {"BYEORU_NODE_MODULES": str(MODULES)}
    done = subprocess.run([node, "--test", path], env=environment, capture_output=True, encoding="utf-8", check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"(?:#|ℹ) pass [1-9]", done.stdout)


def test_scripts_pass_the_linter(eslint: list[str]) -> None:
    """The client, the themes and their tests follow the rules of `.ci/eslint.config.mjs`."""
    paths = [*UNITS, ROOT / "src/byeoru/serve/client", ROOT / "themes", CONFIG]
    done = subprocess.run([*eslint, *paths], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("folder", "text", "rule"),
    [
        ("src/byeoru/serve/client", "export const a = 1;\nb(a);\n", "no-undef"),
        (
            "src/byeoru/serve/client",
            "export function f(one, text) {\n  one.innerHTML = text;\n}\n",
            "no-restricted-syntax",
        ),
        ("themes/hanji/static", "(function () { const a = 1; alert(a); })();\n", "Parsing error"),
    ],
)
def test_the_linter_catches_a_planted_fault(eslint: list[str], folder: str, text: str, rule: str) -> None:
    """Each kind of script has its own rules: no HTML from text in the client, no modern syntax in themes."""
    command = [*eslint, "--stdin", "--stdin-filename", f"{folder}/planted.js"]
    done = subprocess.run(command, cwd=ROOT, input=text, capture_output=True, encoding="utf-8", check=False)

    assert done.returncode == 1
    assert rule in done.stdout
