"""Measure a command as a child process.

In:  a command and a folder to run it in.
Out: a `Run`: wall seconds, CPU seconds and peak memory as counted by the operating system, and the output.
Must not: import anything large. On Linux the peak memory of a child starts at the memory of its parent,
so a large parent would hide the memory of a small command.
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

# Bytecode is written, as an installation has it: without it each start compiles the program anew.
_OURS = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
ENVIRONMENT = {**_OURS, "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}

_EVERY = 0.05  # seconds between two looks at the memory
_MIB = 2**20 if sys.platform == "darwin" else 2**10  # ru_maxrss is in bytes there, in KiB elsewhere


class CommandFailedError(Exception):
    """The command failed, so its time means nothing."""


@dataclass(frozen=True, slots=True)
class Run:
    """The cost of one run of a command."""

    wall: float  # seconds
    cpu: float  # seconds, user and system, of the process and of the children that it waited for
    peak: float  # MiB, of the largest single process among them
    together: float  # MiB, of all of them at one moment, shared pages counted once; 0 where the system does not tell
    output: str  # what it wrote to stdout


def run(words: Sequence[str], folder: Path) -> Run:
    """Run a command and wait for it."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begin = time.perf_counter()
        child = subprocess.Popen(words, cwd=folder, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        memory = _Memory(child.pid)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - begin
        together = memory.stop()
        child.returncode = os.waitstatus_to_exitcode(status)  # Popen must not wait for it again
        printed, complaint = (_text(file) for file in (out, err))
    if child.returncode:
        problem = f"{' '.join(words)}: exit code {child.returncode}\n{(complaint or printed)[-2000:]}"
        raise CommandFailedError(problem)
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _MIB, together, printed)


class _Memory:
    """Watches the memory of a process and its children, from a thread."""

    def __init__(self, process: int) -> None:
        self._process, self._most = process, 0.0
        self._is_done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self) -> None:
        while not self._is_done.wait(_EVERY):
            self._most = max(self._most, _proportional(self._process))

    def stop(self) -> float:
        """Return the most that all had at one moment, in MiB."""
        self._is_done.set()
        self._thread.join()
        return self._most


def _proportional(process: int) -> float:
    """Return the memory of a process and its children in MiB, of shared pages its share; 0 if it cannot be read."""
    folder = Path(f"/proc/{process}")
    try:
        rollup = (folder / "smaps_rollup").read_text("ascii")
        children = [child for task in folder.glob("task/*/children") for child in task.read_text("ascii").split()]
    except OSError:  # ended, or not Linux
        return 0.0
    shares = [int(line.split()[1]) / 2**10 for line in rollup.splitlines() if line.startswith("Pss:")]
    return sum(shares) + sum(_proportional(int(child)) for child in children)


def _text(file: BinaryIO) -> str:
    file.seek(0)
    return file.read().decode(errors="replace")
