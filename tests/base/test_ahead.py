"""Results of a forked process."""

import errno
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from functools import partial

import pytest

from byeoru.base.ahead import Ahead

linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
LARGE = 3_000_000  # bytes, more than a pipe holds


def tasks(do: Callable[[str], bytes], names: str) -> dict[str, Callable[[], bytes]]:
    """Return a task for each of the one-letter *names*."""
    return {name: partial(do, name) for name in names}


def do(item: str) -> bytes:
    """Return a large result that names the process."""
    return f"{item} {os.getpid()} ".encode().ljust(LARGE, b".")


@linux
def test_results_come_from_another_process_in_any_order_and_once() -> None:
    """None waits to be taken before the next one is computed."""
    with Ahead(tasks(do, "abc")) as ahead:
        taken = {item: ahead.take(item) or b"" for item in ("b", "a", "c")}
        again = ahead.take("b")

    assert again is None
    assert {item: len(data) for item, data in taken.items()} == dict.fromkeys("abc", LARGE)
    words = [data.split()[:2] for data in taken.values()]
    assert [name.decode() for name, _ in words] == ["b", "a", "c"]
    assert len({process for _, process in words}) == 1
    assert int(words[0][1]) != os.getpid()


@linux
def test_a_process_that_dies_leaves_no_result() -> None:
    """What it has completed can still be taken."""

    def dies(item: str) -> bytes:
        if item == "b":
            os.kill(os.getpid(), signal.SIGKILL)
        return item.encode()

    with Ahead(tasks(dies, "abc")) as ahead:
        assert [ahead.take(item) for item in ("c", "b", "a")] == [None, None, b"a"]


@linux
def test_a_failure_leaves_no_result(capfd: pytest.CaptureFixture[str]) -> None:
    """The caller meets the same failure where it computes the result itself; it is not printed twice."""

    def fails(item: str) -> bytes:
        raise OSError(item)

    with Ahead(tasks(fails, "a")) as ahead:
        assert ahead.take("a") is None
    assert capfd.readouterr() == ("", "")


@linux
def test_the_process_and_its_descriptors_end_with_the_context() -> None:
    """A result that nobody takes is not waited for."""
    before = os.listdir("/proc/self/fd")

    def never(item: str) -> bytes:
        time.sleep(600)
        return item.encode()

    with Ahead(tasks(never, "ab")) as ahead:
        process = ahead.process

    assert os.listdir("/proc/self/fd") == before
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


@linux
@pytest.mark.parametrize("call", ["memfd_create", "pipe", "fork"])
def test_a_machine_without_room_computes_nothing_ahead(call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no process, descriptor or memory is left, the caller does the work, and nothing stays open."""
    before = os.listdir("/proc/self/fd")

    def fails(*_: object) -> None:
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fails)
        with Ahead(tasks(do, "ab")) as ahead:
            assert ahead.take("a") is None

    assert os.listdir("/proc/self/fd") == before


def test_a_process_with_threads_computes_nothing_ahead() -> None:
    """It could not be forked safely."""
    release = threading.Event()
    other = threading.Thread(target=release.wait)
    other.start()
    try:
        with Ahead(tasks(do, "a")) as ahead:
            assert ahead.take("a") is None
    finally:
        release.set()
        other.join()
