"""A table of texts is a dictionary that outlives its process."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byeoru.cache.store import Store
from byeoru.cache.text_table import TextTable

KEYS = st.sampled_from([*(f"{number}.md" for number in range(30)), "bytes \udcff.md"])
EDITS = st.lists(st.tuples(KEYS, st.sampled_from([None, "", "a", "가"])), max_size=10)


@settings(max_examples=50, deadline=None)
@given(processes=st.lists(st.tuples(EDITS, st.booleans()), max_size=4))
def test_a_text_table_is_a_dictionary(
    processes: list[tuple[list[tuple[str, str | None]], bool]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever processes put, remove and save, the next one has the texts of the last save."""
    store = Store(str(tmp_path_factory.mktemp("table") / "cache.db"))
    saved: dict[str, str] = {}
    for edits, saves in processes:
        table, texts = TextTable(store, "texts", "program"), dict(saved)
        for key, text in edits:
            if text is None:
                table.drop(key)
                texts.pop(key, None)
            else:
                table.put(key, text)
                texts[key] = text
        assert {key: table.get(key) for key in table.keys()} == texts  # noqa: SIM118  (no dict)
        if saves:
            table.save()
            store.commit()
            saved = texts
    store.close()


def test_texts_of_another_program_are_missing_and_are_replaced(tmp_path: Path) -> None:
    """A table of another program is empty; a save leaves nothing of it."""
    store = Store(str(tmp_path / "cache.db"))
    old = TextTable(store, "texts", "old program")
    old.put("a.md", "a")
    old.save()
    table = TextTable(store, "texts", "program")

    assert table.keys() == set()

    table.save()

    assert TextTable(store, "texts", "old program").keys() == set()


def test_the_revision_grows_with_each_change(tmp_path: Path) -> None:
    """A text that is put again as it was is no change; one that is not kept is."""
    table = TextTable(Store(str(tmp_path / "cache.db")), "texts", "program")
    for key in "abc":
        table.put(key, "1")
    revision = table.revision

    table.put("a", "1")

    assert table.revision == revision

    table.put("b", "2")

    assert table.keep_only({"a", "b"}) == ["c"]
    assert table.revision == revision + 2
