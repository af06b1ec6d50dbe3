"""On a machine with only Python, git and a shell, tests that need more are skipped with a reason, and none fails."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from programs import PACKAGES

TESTS = Path(__file__).parent
WORD = re.compile(rf"\b({'|'.join(map(re.escape, PACKAGES))}|git-lfs)\b", re.IGNORECASE)


def mentions() -> list[Path]:
    """Return the test files that mention one of the programs."""
    files = (path for path in sorted(TESTS.rglob("test_*.py")) if path != Path(__file__))
    return [path for path in files if WORD.search(path.read_text(encoding="utf-8"))]


def bare(folder: Path) -> Path:
    """Create a folder for a `PATH` with common tools and none of the programs."""
    folder.mkdir()
    for place in ("/usr/local/bin", "/usr/bin", "/bin"):
        for name in sorted(os.listdir(place) if os.path.isdir(place) else ()):
            is_extra = any(
                re.match(rf"{re.escape(extra)}\b", name) for extra in (*PACKAGES, "git-lfs", "google-chrome")
            )
            if not is_extra and not (folder / name).is_symlink():
                (folder / name).symlink_to(f"{place}/{name}")
    return folder


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_what_needs_a_program_is_skipped_without_it(tmp_path: Path) -> None:
    """`make test` passes on a machine without rsync, ssh, Node, Java, Chromium and servers."""
    words = [sys.executable, "-m", "pytest", "-m", "not slow", "-q", "-p", "no:cacheprovider", "-n0"]
    environment = os.environ | {"PATH": str(bare(tmp_path / "bin")), "BYEORU_BARE": "1"}

    done = subprocess.run(
        [*words, *map(str, mentions())],
        cwd=TESTS.parent,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stdout[-5000:]
    skipped = re.findall(r"^SKIPPED \[\d+\] \S+ (.*)$", done.stdout, re.MULTILINE)
    assert {"needs rsync (Debian: rsync)", "needs nginx (Debian: nginx-light)"} <= set(skipped)


def test_a_program_is_had_from_one_place() -> None:
    """Only `programs.py` searches for programs, so none is used without a skip."""
    looking = [
        path.name
        for path in sorted(TESTS.rglob("*.py"))
        if "which" in (text := path.read_text(encoding="utf-8"))
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Attribute) and ast.unparse(node) == "shutil.which"
    ]

    assert looking == ["programs.py"]
