"""The outputs that see a name, from build to build."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byeoru.cache.observers import Observers
from byeoru.cache.store import Store

NAMES, PATHS = st.sampled_from(["a.md", "summary:a.md"]), st.sampled_from(["a/index.html", "b/index.html", "atom.xml"])
STEPS = st.one_of(
    st.tuples(st.just("add"), NAMES, PATHS),
    st.tuples(st.just("drop"), NAMES),
    st.tuples(st.just("save"), st.sets(PATHS)),
    st.tuples(st.sampled_from(["clear", "reopen"])),
)


@settings(max_examples=50, deadline=None)
@given(steps=st.lists(STEPS, max_size=20))
def test_observers_are_sets_by_name(steps: list[tuple[Any, ...]], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever is added, removed and saved, a name has the outputs that were added; rows that are saved lose old ones."""
    store = Store(str(tmp_path_factory.mktemp("observers") / "cache.db"))
    observers = Observers(store, "seen", "program")
    expected: dict[str, set[str]] = {}
    saved: dict[str, set[str]] = {}
    changed: set[str] = set()
    for name, *arguments in steps:
        match name, arguments:
            case "add", [seen, path]:
                observers.add(seen, path)
                if path not in expected.setdefault(seen, set()):
                    expected[seen].add(path)
                    changed.add(seen)
            case "drop", [seen]:
                observers.drop(seen)
                expected.pop(seen, None)
            case "save", [paths]:
                observers.save(paths)
                expected = {seen: of & paths if seen in changed else of for seen, of in expected.items()}
                saved, changed = {seen: set(of) for seen, of in expected.items()}, set()
            case "clear", _:
                observers.clear()
                expected.clear()
            case "reopen", _:
                observers = Observers(store, "seen", "program")
                expected, changed = {seen: set(of) for seen, of in saved.items()}, set()
    for seen in ("a.md", "summary:a.md"):
        found = (observers.has_row(seen), observers.has(seen), observers.of(seen))
        assert found == (seen in expected, bool(expected.get(seen)), expected.get(seen, set()))
    store.close()


def test_a_row_without_outputs_is_not_a_lost_one(tmp_path: Path) -> None:
    """When the last output that sees a name is gone, its row stays until the name is dropped."""
    store = Store(str(tmp_path / "cache.db"))
    observers = Observers(store, "seen", "program")
    observers.add("a.md", "a/index.html")
    observers.save(set())

    assert observers.has_row("a.md")
    assert not observers.has("a.md")
    assert not observers.has_row("b.md")
    store.close()
