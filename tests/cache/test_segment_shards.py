"""A segment is made by workers as it is made by one process."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from byeoru.base.parallel import Workers
from byeoru.cache import segment_shards
from byeoru.cache.damage import Overtaken
from byeoru.cache.documents import Documents
from byeoru.cache.packed import packed, unpacked
from byeoru.cache.segment_shards import parts_of, shards_of
from byeoru.cache.store import Store
from index_test import written

MEMBERS = [(f"{number:02}", f"key {number}", 3 * number) for number in range(20)]


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Documents]:
    """Return the table of documents that are indexed four at a time, with other terms each."""
    monkeypatch.setattr(segment_shards, "_MOST", 4)
    monkeypatch.setattr(segment_shards, "_FEW", 1)
    store = Store(str(tmp_path / ".blog" / "cache.db"))
    table = Documents(store, "program")
    for path, key, slot in MEMBERS:
        table.terms.put(path, key, packed([key, written({"클로저": slot % 15 + 1, f"react{slot % 4}": 3, path: 1})]))
    yield table
    store.close()


def test_workers_make_the_shards_that_one_process_makes(documents: Documents) -> None:
    """Neither the number of processes nor the order in which they finish is seen in a text or a count."""
    made = []
    for jobs in (1, 2, 3):
        workers = Workers(jobs)
        parts = parts_of(MEMBERS, "ko", documents, workers)
        made.append(([count for part in parts for count in part.postings], sorted(shards_of(parts, 16, "ko", workers))))
        workers.close()

    (counts, shards), *others = made

    assert [len(MEMBERS) * [3], list(range(16))] == [counts, [number for number, _ in shards]]
    assert "클로저\tad2g2j2m2a2d2" in "".join(unpacked(shard.row) for _, shard in shards)
    assert others == [made[0]] * 2


def test_terms_that_a_worker_does_not_find_are_missed_here(documents: Documents) -> None:
    """The process that removes the row of such a document is the one that holds the lock."""
    members = [(path, "another key" if path == "07" else key, slot) for path, key, slot in MEMBERS]
    workers = Workers(2)

    with pytest.raises(Overtaken, match="07"):
        parts_of(members, "ko", documents, workers)
    workers.close()
