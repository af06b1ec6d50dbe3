"""Run the command `blog` as a user does: the only way in which tests run it.

In:  the working folder, the words of the command line, what is typed, and changes of the environment.
Out: a `CompletedProcess`: exit code, standard output and standard error, as text.
Must not: be called from two threads at once; `start_blog` begins a process of its own for that.

`run_blog` stays in this process, which saves starting Python and importing everything (0.1 to 0.4 s of CPU a call). Where
the process itself is the subject (signals, pipes, terminals, encodings, imports), use `run_blog_process` or `start_blog`.
"""

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any

import pytest

ENGLISH = {"LC_ALL": "", "LC_MESSAGES": "", "LANG": "en_US.UTF-8", "LANGUAGE": "", "NO_COLOR": "1"}
KOREAN = {"LANG": "ko_KR.UTF-8"}
COMMAND = (sys.executable, "-m", "byeoru")
_SECONDS = 100  # after which a process counts as hanging


def run_blog(folder: Path, *words: str, stdin: str = "", **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run `blog` with *words* in *folder* in this process, on an English terminal unless *environment* differs."""
    from byeoru.cli import app

    assert threading.current_thread() is threading.main_thread(), "the working folder belongs to the whole process"
    with ExitStack() as stack:
        out, err = (stack.enter_context(tempfile.TemporaryFile()) for _ in range(2))
        typed = stack.enter_context(tempfile.TemporaryFile())
        typed.write(stdin.encode())
        typed.seek(0)
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        patch.chdir(folder)
        patch.setattr(sys, "argv", ["blog", *words])
        for name, value in (ENGLISH | environment).items():
            patch.setenv(name, value)
        for name, number, file in (("stdin", 0, typed), ("stdout", 1, out), ("stderr", 2, err)):
            patch.setattr(sys, name, stack.enter_context(_redirected(number, file)))
        code = _exit_code(app.main)
        sys.stdout.flush()
        sys.stderr.flush()
        return subprocess.CompletedProcess(words, code, _text(out), _text(err))


def run_blog_process(
    folder: Path, *words: str, stdin: str = "", **environment: str
) -> "subprocess.CompletedProcess[str]":
    """Run `blog` with *words* in *folder* as a separate process."""
    return subprocess.run(
        [*COMMAND, *words],
        cwd=folder,
        env={**os.environ, **ENGLISH, **environment},
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        timeout=_SECONDS,
        check=False,
    )


def start_blog(
    folder: Path, *words: str, options: Mapping[str, Any] = MappingProxyType({}), **environment: str
) -> "subprocess.Popen[str]":
    """Start `blog` with *words* in *folder* as a separate process; *options* are passed to `Popen`."""
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(
        [*COMMAND, *words],
        cwd=folder,
        env={**os.environ, **ENGLISH, **environment},
        encoding="utf-8",
        **{**streams, **options},
    )


def children(process: int) -> str:
    """Return the processes that one has started; "" also where the system does not list them."""
    try:
        return Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    except OSError:
        return ""


def _exit_code(main: Any) -> int:  # noqa: ANN401
    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    raise AssertionError("the command line always ends with an exit code")


@contextmanager
def _redirected(number: int, file: IO[bytes]) -> Iterator[IO[str]]:
    """Redirect the descriptor *number* to *file*, for child processes too, and yield it as a text stream."""
    before = os.dup(number)
    os.dup2(file.fileno(), number)
    mode = "r" if number == 0 else "w"
    try:
        with open(number, mode, encoding="utf-8", closefd=False) as stream:
            yield stream
    finally:
        os.dup2(before, number)
        os.close(before)


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode()
