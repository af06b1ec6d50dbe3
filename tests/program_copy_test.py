"""A copy of the program to which a test adds a feature, as a contributor would."""

import os
import shutil
import subprocess
from pathlib import Path

import byeoru
from command import COMMAND, ENGLISH

PROGRAM = Path(byeoru.__file__).parent


class ProgramCopy:
    """The program and its themes in a separate folder."""

    def __init__(self, folder: Path) -> None:
        """Copy the program below *folder*, with its bytecode: compiling it costs more than most commands."""
        self.source = folder / "src"
        shutil.copytree(PROGRAM, self.source / "byeoru")
        shutil.copytree(PROGRAM.parents[1] / "themes", folder / "themes")

    def add(self, path: str, text: str, *, after: str = "") -> None:
        """Add *text* to a module behind *after*; without *after* at its end, or as a new module."""
        module = self.source / "byeoru" / path
        before = module.read_text(encoding="utf-8") if module.exists() else ""
        head, found, tail = before.partition(after) if after else (before, "", "")
        assert found == after
        module.write_text(head + found + text + tail, encoding="utf-8")

    def build(self, blog: Path, *options: str) -> str:
        """Build *blog*, which must succeed; return the output."""
        return self.run(blog, "build", *options)

    def run(self, blog: Path, *arguments: str, code: int = 0) -> str:
        """Run a command of the program in *blog*, which must end with *code*; return its output, or its messages if it fails."""
        done = self.completed(blog, *arguments)
        assert done.returncode == code, done.stderr
        return done.stdout if code == 0 else done.stderr

    def completed(self, blog: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run a command of the program in *blog*, however it ends."""
        environment = os.environ | ENGLISH | {"PYTHONPATH": str(self.source)}
        command = [*COMMAND, *arguments]
        return subprocess.run(
            command, cwd=blog, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=100
        )
