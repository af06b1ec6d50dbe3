"""Build one of the failing inputs of `../shared/cases`: small folders of others with the right result in `expected.txt`.

In:  the name of a case, such as "folders/hexo-breaks".
Out: ``Case``: the copied folder, how the build ended, its problems, and the pages it wrote.
"""

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from command import run_blog

CASES = Path(__file__).parents[3] / "shared" / "cases"


@dataclass(frozen=True)
class Case:
    """A built case."""

    root: Path
    exit_code: int
    report: dict[str, Any]  # as `blog build --format json` has it

    @property
    def problems(self) -> tuple[dict[str, Any], ...]:
        """Return all problems."""
        return tuple(self.report["problems"])

    @property
    def codes(self) -> list[str]:
        """Return the codes of all problems."""
        return [problem["code"] for problem in self.problems]

    def at(self, code: str) -> list[str]:
        """Return the locations, "path:line", of the problems with *code*."""
        return [f"{one['path']}:{one['line']}" for one in self.problems if one["code"] == code]

    def has(self, address: str) -> bool:
        """Tell whether a static host has a file at *address*."""
        return self._file(address).is_file()

    def page(self, address: str) -> str:
        """Return the HTML at *address*."""
        return self._file(address).read_text(encoding="utf-8")

    def main(self, address: str) -> str:
        """Return the HTML of the element `main` at *address*."""
        found = re.search(r"<main\b.*?</main>", self.page(address), re.DOTALL)
        assert found, f"no <main> at {address}"
        return found[0]

    def redirect(self, address: str) -> str:
        """Return the path that *address* redirects to, "" if it is no redirect."""
        found = re.search(r'http-equiv="?refresh"? content="0; ?url=([^"]*)"', self.page(address))
        return re.sub(r"^https?://[^/]+", "", found[1]) if found else ""

    def everything(self) -> str:
        """Return all published text, one file after the other."""
        files = sorted(path for path in (self.root / "site").rglob("*") if path.is_file())
        return "\n".join(path.read_bytes().decode("utf-8", "replace") for path in files)

    def _file(self, address: str) -> Path:
        path = self.root / "site" / address.lstrip("/")
        return path / "index.html" if address.endswith("/") else path


def build_case(name: str, folder: Path, *words: str) -> Case:
    """Copy the case *name* to *folder* and build it with *words* as further options."""
    source = CASES / name
    if not source.is_dir():
        pytest.skip(f"../shared/cases/{name} is not there")
    root = folder / "case"
    shutil.copytree(source, root, ignore=shutil.ignore_patterns("expected.txt"))
    for path in (root, *root.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    if (root / "make.py").exists():
        subprocess.run([sys.executable, "make.py"], cwd=root, check=True, timeout=60)
    result = run_blog(root, "build", "--format", "json", *words)
    return Case(root, result.returncode, json.loads(result.stdout))
