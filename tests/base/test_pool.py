"""A pool of processes: order does not matter, a death costs one item, and a large value travels once a worker."""

import os
import signal
import sys
from collections.abc import Sequence

import pytest

from byeoru.base.digest import digest
from byeoru.base.parallel import Workers
from byeoru.base.tasks import Died, Shared

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the functions of a test reach workers by fork alone")


def doubled(_: object, numbers: Sequence[int]) -> list[int]:
    return [2 * number for number in numbers]


def deadly(_: object, numbers: Sequence[int]) -> list[int]:
    if 13 in numbers:
        os.kill(os.getpid(), signal.SIGKILL)
    return list(numbers)


def measured(value: bytes, numbers: Sequence[int]) -> list[int]:
    return [len(value) for _ in numbers]


def same(data: bytes) -> bytes:
    return data


def test_all_items_are_done_once() -> None:
    """Whatever the number of batches, each item has one result."""
    workers = Workers(2)
    found = sorted(workers.map(doubled, ([number, number + 1] for number in range(0, 100, 2))))
    workers.close()

    assert found == [2 * number for number in range(100)]


def test_an_item_that_kills_its_process_is_named_and_the_others_are_done() -> None:
    """A crash in a library of C costs the one item that causes it."""
    workers = Workers(2)
    found = list(workers.map(deadly, ([number, number + 1] for number in range(0, 40, 2))))
    workers.close()

    assert [one for one in found if isinstance(one, Died)] == [Died(13)]
    assert sorted(one for one in found if isinstance(one, int)) == [number for number in range(40) if number != 13]


@pytest.mark.timeout(60)
def test_deaths_one_after_another_leave_nothing_behind() -> None:
    """A pool that takes the place of a broken one shares no pipe with it: each of the old one's ends is closed once."""
    workers = Workers(2)
    for _ in range(20):
        assert Died(13) in list(workers.map(deadly, ([number] for number in range(10, 16))))
    workers.close()


def test_a_shared_value_reaches_every_worker() -> None:
    """A worker that lacks the value is sent it."""
    blob = b"x" * 100_000
    workers = Workers(3)
    found = list(workers.map(measured, ([number] for number in range(20)), Shared(digest(blob), same, blob)))
    workers.close()

    assert found == [100_000] * 20


@pytest.mark.timeout(30)
def test_a_pool_that_is_cut_off_ends_at_once() -> None:
    """Tasks that nobody will take and results cut in half hold up neither the pool nor the end of the program."""
    workers = Workers(2)
    results = workers.map(measured, ([number] * 50_000 for number in range(100)))
    with pytest.raises(TypeError):  # the shared value has no length: the first result fails
        next(results)
    workers.close()
