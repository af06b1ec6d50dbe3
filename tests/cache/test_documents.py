"""The table of documents: what it keeps belongs together."""

from pathlib import Path

import pytest

from byeoru.cache.cache import Overtaken
from byeoru.cache.documents import Batch, Documents
from byeoru.cache.store import Store
from byeoru.model.content import Dialect, ParseOptions, Source
from byeoru.parse.document import parse

OPTIONS = ParseOptions(("posts", "notes", "pages"), "Asia/Seoul", "ko", Dialect())
PATHS = [f"content/notes/{name}.md" for name in "abc"]


def learned(table: Documents) -> None:
    """Let *table* learn three notes with a link each, as a build does that is not saved yet."""
    for path in PATHS:
        key = table.key(path, "digest")
        source = Source(path, b"# Note\n\n[link](b.md)\n", "digest", key, ())
        for parsing in Batch(parse, OPTIONS)(None, [source]):
            table.learn(parsing)


def test_what_is_kept_of_a_document_is_kept_with_its_slots(tmp_path: Path) -> None:
    """Another process has overtaken one document: those that were learned beside it are whole in the next attempt."""
    store = Store(str(tmp_path / ".blog/cache.db"))
    table = Documents(store, OPTIONS, "program")
    learned(table)

    with pytest.raises(Overtaken):
        table.body(PATHS[0], "of another version")

    again = Documents(store, OPTIONS, "program")
    assert not again.has(PATHS[0], "digest")
    for path in PATHS[1:]:
        assert again.has(path, "digest")
        assert [slot.target for slot in again.slots(path, again.key(path, "digest"))] == ["b.md"]
    store.close()
