"""The file of named values, as forked processes use it."""

import multiprocessing
import sys
from pathlib import Path

import pytest

from byeoru.cache.store import Store


def answer(store: Store, before: object, name: str, answers: "multiprocessing.SimpleQueue[object]") -> None:
    """Send what a worker finds under *name*, and whether it uses the connection *before*."""
    answers.put([store.get(name), store._database is before])


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
def test_a_forked_process_opens_the_file_again(tmp_path: Path) -> None:
    """A forked process reads values with a connection of its own: SQLite's locks do not survive a fork."""
    folder = tmp_path / ".blog"
    folder.mkdir()
    store = Store(str(folder / "cache.db"))
    store.put("a", [1])
    store.commit()
    context = multiprocessing.get_context("fork")
    answers = context.SimpleQueue()
    process = context.Process(target=answer, args=(store, store._database, "a", answers))
    process.start()
    process.join()

    assert answers.get() == [[1], False]
    store.close()


def test_what_waits_for_a_commit_is_not_kept_in_memory(tmp_path: Path) -> None:
    """Values and rows that are put into a new file are on the disk before the commit, except for the last megabytes."""
    folder = tmp_path / ".blog"
    folder.mkdir()
    store = Store(str(folder / "cache.db"))
    for number in range(100):
        store.put_packed(str(number), bytes(100_000))

    values = (folder / "cache.db-wal").stat().st_size
    assert values > 4_000_000

    for number in range(100):
        store.change("table", {str(number): bytes(100_000)})

    assert (folder / "cache.db-wal").stat().st_size > values + 4_000_000
    store.close()
