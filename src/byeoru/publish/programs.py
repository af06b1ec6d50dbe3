"""Run a program of somebody else's, which asks nobody anything and ends when its time is over.

In:  its words, what it reads, how long it may take, and its environment.
Out: its code and what it wrote.
Must not: know what the words mean.
"""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from typing import NamedTuple

_LENGTH = 200  # characters of a line that is shown


class Ended(NamedTuple):
    """A program that has ended by itself."""

    code: int
    out: bytes
    err: bytes


def run(words: list[str], data: bytes, limit: float, environment: Mapping[str, str]) -> Ended:
    """Run a program at most *limit* seconds; raise FileNotFoundError where there is none, TimeoutError after them."""
    process = subprocess.Popen(  # noqa: S603  (what users wrote has been looked at by those who call)
        words,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=dict(environment),
        start_new_session=True,  # so that all of it can be ended, and so that ssh finds no terminal to ask on
    )
    try:
        out, err = process.communicate(data, timeout=limit)
    except subprocess.TimeoutExpired:
        raise TimeoutError(words[0]) from None
    finally:
        if process.returncode is None:
            _end(process)
    return Ended(process.returncode, out, err)


def line_of(text: str, at: int) -> str:
    """Return the line of *text* that the place *at* is in, as far as it can be shown."""
    start = text.rfind("\n", 0, at) + 1
    return text[start:].partition("\n")[0][:_LENGTH].strip()


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the program and whatever it has started."""
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
