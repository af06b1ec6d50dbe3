"""A process pool returns every result, loses one item per crash, and sends a large value once per worker."""

import os
import signal
import sys
from collections.abc import Iterable

import pytest

from byeoru.base.parallel import Workers
from byeoru.base.tasks import Died, Shared

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="functions of a test reach workers only by fork")


def double(_: object, numbers: Iterable[int]) -> list[int]:
    return [2 * number for number in numbers]


def crash_on_13(_: object, items: Iterable[int]) -> list[int]:
    numbers = list(items)
    if 13 in numbers:
        os.kill(os.getpid(), signal.SIGKILL)
    return numbers


def lengths(value: bytes, numbers: Iterable[int]) -> list[int]:
    return [len(value) for _ in numbers]


def identity(data: bytes) -> bytes:
    return data


def test_each_item_is_processed_once() -> None:
    """For any number of batches, each item has one result."""
    workers = Workers(2)
    results = sorted(workers.map(double, ([number, number + 1] for number in range(0, 100, 2))))
    workers.close()

    assert results == [2 * number for number in range(100)]


def test_an_item_that_crashes_its_process_is_returned_and_the_others_succeed() -> None:
    """A crash in a C library costs only the item that causes it."""
    workers = Workers(2)
    results = list(workers.map(crash_on_13, ([number, number + 1] for number in range(0, 40, 2))))
    workers.close()

    assert [result for result in results if isinstance(result, Died)] == [Died(13)]
    assert sorted(result for result in results if isinstance(result, int)) == [
        number for number in range(40) if number != 13
    ]


@pytest.mark.timeout(60)
def test_a_pool_survives_repeated_crashes() -> None:
    """A pool that replaces a broken one shares no pipe with it, and each end of the old pipes is closed once."""
    workers = Workers(2)
    for _ in range(20):
        assert Died(13) in list(workers.map(crash_on_13, ([number] for number in range(10, 16))))
    workers.close()


def test_a_shared_value_reaches_every_worker() -> None:
    """A worker that does not have the value is sent it."""
    blob = b"x" * 100_000
    workers = Workers(3)
    results = list(workers.map(lengths, ([number] for number in range(20)), Shared(blob, lambda: blob, identity)))
    workers.close()

    assert results == [100_000] * 20


@pytest.mark.timeout(30)
def test_a_pool_closes_at_once_with_pending_tasks() -> None:
    """Pending tasks and truncated results block neither closing the pool nor the end of the program."""
    workers = Workers(2)
    results = workers.map(lengths, ([number] * 50_000 for number in range(100)))
    with pytest.raises(TypeError):  # the shared value has no length: the first result fails
        next(results)
    workers.close()
