"""A table is a dictionary that outlives its process, row by row."""

import sqlite3
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byeoru.cache import table as module
from byeoru.cache.store import Store
from byeoru.cache.table import Table

KEYS = st.sampled_from(["a.md", "b.md", "가.md", "bytes \udcff.md"])
STEPS = st.one_of(
    st.tuples(st.just("put"), KEYS, st.integers(0, 3)),
    st.tuples(st.sampled_from(["get", "drop"]), KEYS),
    st.tuples(st.just("keep"), st.sets(KEYS)),
    st.tuples(st.sampled_from(["keys", "save", "reopen"])),
)


@settings(max_examples=50, deadline=None)
@given(steps=st.lists(STEPS, max_size=20), few=st.integers(1, 4))
def test_a_table_is_a_dictionary(
    steps: list[tuple[Any, ...]], few: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever is put, removed, saved and read again in any order, each key has the value that it was given last."""
    store = Store(str(tmp_path_factory.mktemp("table") / "cache.db"))
    table = Table(store, "numbers", "program")
    rows: dict[str, int] = {}
    saved: dict[str, int] = {}
    with patch.object(module, "_FEW", few):
        for name, *arguments in steps:
            match name, arguments:
                case "put", [key, value]:
                    table.put(key, value)
                    rows[key] = value
                case "get", [key]:
                    assert table.get(key) == rows.get(key)
                case "drop", [key]:
                    table.drop(key)
                    rows.pop(key, None)
                case "keep", [keys]:
                    assert table.keep_only(keys) == sorted(rows.keys() - keys)
                    rows = {key: value for key, value in rows.items() if key in keys}
                case "keys", _:
                    assert table.keys() == rows.keys()
                case "save", _:
                    table.save()
                    saved = dict(rows)
                case "reopen", _:
                    store.commit()
                    table, rows = Table(store, "numbers", "program"), dict(saved)
        assert {key: table.get(key) for key in sorted(table.keys())} == rows
    store.close()


def test_rows_of_another_stamp_are_missing_and_are_removed_with_the_others(tmp_path: Path) -> None:
    """A table of another program is empty, and what it leaves does not stay in the file."""
    store = Store(str(tmp_path / "cache.db"))
    old = Table(store, "numbers", "old program")
    old.put("a.md", 1)
    old.save()
    table = Table(store, "numbers", "program")

    assert (table.get("a.md"), table.keys()) == (None, set())

    table.keep_only(set())
    table.save()

    assert store.rows("numbers") == {"a.md": None}


def test_rows_that_are_put_read_no_others(tmp_path: Path) -> None:
    """A table that releases its rows again and again as they are put does not read all of them each time."""
    store = Store(str(tmp_path / "cache.db"))
    table = Table(store, "numbers", "program")
    with patch.object(module, "_FEW", 1), patch.object(Store, "rows", side_effect=AssertionError("reads all rows")):
        for number in range(6):
            table.put(f"{number}.md", number)
            if number % 3 == 2:
                table.release()

    assert dict(table.items()) == {f"{number}.md": number for number in range(6)}
    store.close()


def test_a_damaged_row_is_missing(tmp_path: Path) -> None:
    """One changed bit costs its row, and no other."""
    store = Store(str(tmp_path / "cache.db"))
    table = Table(store, "numbers", "program")
    table.put("a.md", 1)
    table.put("b.md", 2)
    table.save()
    store.commit()
    with sqlite3.connect(store.path) as database:
        [row] = database.execute("SELECT value FROM rows WHERE key = ?", (b"a.md",)).fetchone()
        damaged = row[:-1] + bytes([row[-1] ^ 1])
        database.execute("UPDATE rows SET value = ? WHERE key = ?", (damaged, b"a.md"))

    table = Table(store, "numbers", "program")

    assert (table.get("a.md"), table.get("b.md"), table.keys()) == (None, 2, {"b.md"})
