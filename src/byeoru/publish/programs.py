"""Run another program without a terminal, and end it when its time is over.

In:  its arguments, its input, a time limit, and its environment.
Out: its exit code and its output.
Must not: know what the arguments mean.
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
_LAST_WORDS = 5.0  # seconds in which the remaining output of a program is read


class ProgramResult(NamedTuple):
    """The exit code and output of a program that has ended by itself."""

    code: int
    out: bytes
    err: bytes


def run(words: list[str], data: bytes, limit: float, environment: Mapping[str, str]) -> ProgramResult:
    """Run a program at most *limit* seconds; raise FileNotFoundError where there is none, TimeoutError after them."""
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
    words: list[str], silence: float, environment: Mapping[str, str], hear: Callable[[str], None]
) -> ProgramResult:
    """Run a program that prints its progress, and pass each line to *hear*; all of its output is in ``out``.

    It is ended only after *silence* seconds without output, as ``run`` ends one.
    """
    process = _started(words, environment, subprocess.STDOUT)
    assert process.stdin is not None
    process.stdin.close()
    said: list[str] = []
    found: Queue[bytes] = Queue()
    # Windows cannot wait for a pipe and a clock at once, so a thread of its own waits for the pipe.
    pump = Thread(target=_pump, args=(process, found), daemon=True)
    pump.start()
    try:
        for line in _lines(found, silence):
            said.append(line)
            hear(line)
        process.wait(silence)
    except (Empty, subprocess.TimeoutExpired):
        raise TimeoutError(words[0]) from None
    finally:
        if process.returncode is None:
            _kill(process)
            process.wait()
        pump.join(_LAST_WORDS)
        if process.stdout is not None:
            process.stdout.close()
    return ProgramResult(process.returncode, "\n".join(said).encode(), b"")


def _lines(found: "Queue[bytes]", silence: float) -> Iterator[str]:
    """Yield the lines of a program as they come, those too that it writes over; raise ``Empty`` if none comes."""
    rest = b""
    while chunk := found.get(timeout=silence):
        *whole, rest = (rest + chunk).replace(b"\r", b"\n").split(b"\n")
        yield from (line.decode("utf-8", "replace") for line in whole)
    yield rest.decode("utf-8", "replace")


def _pump(process: "subprocess.Popen[bytes]", found: "Queue[bytes]") -> None:
    assert process.stdout is not None
    with contextlib.suppress(OSError, ValueError):  # it may be closed meanwhile when the program is ended
        while chunk := os.read(process.stdout.fileno(), 65536):
            found.put(chunk)
    found.put(b"")


def _started(words: list[str], environment: Mapping[str, str], complaints: int) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603  (what users wrote has been looked at by those who call)
        words,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=complaints,
        env=dict(environment),
        start_new_session=True,  # so that all of it can be ended, and so that ssh finds no terminal to ask on
    )


def line_of(text: str, at: int) -> str:
    """Return the line of *text* that the place *at* is in, as far as it can be shown."""
    start = text.rfind("\n", 0, at) + 1
    return text[start:].partition("\n")[0][:_LENGTH].strip()


def _end(process: "subprocess.Popen[bytes]") -> None:
    _kill(process)
    process.communicate()


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """End the program and whatever it has started."""
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
