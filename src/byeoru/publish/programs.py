"""Run another program without a terminal, and kill it when its time limit is exceeded.

In:  its arguments, its input, a time limit, and its environment.
Out: its exit code and output.
Must not: interpret the arguments.
"""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from queue import Empty, Queue
from threading import Thread
from typing import NamedTuple

_LENGTH = 200  # characters of a line that is shown
_DRAIN_SECONDS = 5.0  # in which the remaining output of a program is read


class ProgramResult(NamedTuple):
    """The exit code and output of a program that was not killed."""

    code: int
    out: bytes
    err: bytes


def run(words: list[str], data: bytes, limit: float, environment: Mapping[str, str]) -> ProgramResult:
    """Run a program; raise FileNotFoundError if it does not exist, TimeoutError after *limit* seconds."""
    process = _started(words, environment, subprocess.PIPE)
    try:
        out, err = process.communicate(data, timeout=limit)
    except subprocess.TimeoutExpired:
        raise TimeoutError(words[0]) from None
    finally:
        if process.returncode is None:
            _end(process)
    return ProgramResult(process.returncode, out, err)


def watch(
    words: list[str], silence: float, environment: Mapping[str, str], on_line: Callable[[str], None]
) -> ProgramResult:
    """Run a program that prints its progress, and pass each line to *on_line*; all of its output is in ``out``.

    It is killed only after *silence* seconds without output.
    """
    process = _started(words, environment, subprocess.STDOUT)
    assert process.stdin is not None
    process.stdin.close()
    lines: list[str] = []
    chunks: Queue[bytes] = Queue()
    # Windows cannot wait for a pipe with a time limit, so a thread reads the pipe.
    pump = Thread(target=_pump, args=(process, chunks), daemon=True)
    pump.start()
    try:
        for line in _lines(chunks, silence):
            lines.append(line)
            on_line(line)
        process.wait(silence)
    except (Empty, subprocess.TimeoutExpired):
        raise TimeoutError(words[0]) from None
    finally:
        if process.returncode is None:
            _kill(process)
            process.wait()
        pump.join(_DRAIN_SECONDS)
        if process.stdout is not None:
            process.stdout.close()
    return ProgramResult(process.returncode, "\n".join(lines).encode(), b"")


def _lines(chunks: "Queue[bytes]", silence: float) -> Iterator[str]:
    """Yield lines as they arrive, also if they end in a carriage return; raise ``Empty`` after *silence* seconds."""
    rest = b""
    while chunk := chunks.get(timeout=silence):
        *whole, rest = (rest + chunk).replace(b"\r", b"\n").split(b"\n")
        yield from (line.decode("utf-8", "replace") for line in whole)
    yield rest.decode("utf-8", "replace")


def _pump(process: "subprocess.Popen[bytes]", chunks: "Queue[bytes]") -> None:
    assert process.stdout is not None
    with contextlib.suppress(OSError, ValueError):  # the pipe may be closed meanwhile if the program is killed
        while chunk := os.read(process.stdout.fileno(), 65536):
            chunks.put(chunk)
    chunks.put(b"")


def _started(words: list[str], environment: Mapping[str, str], stderr: int) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603  (the callers have checked what users wrote)
        words,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=stderr,
        env=dict(environment),
        start_new_session=True,  # to kill its child processes too, and to give ssh no terminal for a prompt
    )


def line_of(text: str, at: int) -> str:
    """Return the line of *text* that contains the offset *at*, shortened to what can be shown."""
    start = text.rfind("\n", 0, at) + 1
    return text[start:].partition("\n")[0][:_LENGTH].strip()


def _end(process: "subprocess.Popen[bytes]") -> None:
    _kill(process)
    process.communicate()


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """Kill the program and its child processes."""
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
