"""The table of documents: rows that belong together are stored together."""

from pathlib import Path

import pytest

from byeoru.cache.damage import Overtaken
from byeoru.cache.documents import Documents, key_of, stamp_of
from byeoru.cache.parsings import Batch
from byeoru.cache.store import Store
from byeoru.model.content import Dialect, ParseOptions, Source
from byeoru.parse.document import parse

OPTIONS = ParseOptions(("posts", "notes", "pages"), "Asia/Seoul", "ko", Dialect())
STAMP = stamp_of(OPTIONS, "program")
PATHS = [f"content/notes/{name}.md" for name in "abc"]


def record(table: Documents) -> None:
    """Record three notes with one link each in *table*, as an unfinished build does."""
    for path in PATHS:
        key = key_of(path, "digest", STAMP)
        source = Source(path, b"# Note\n\n[link](b.md)\n", "digest", key, ())
        for parsing in Batch(parse, OPTIONS)(None, [source]):
            table.record(parsing, STAMP)


def test_documents_are_stored_together_with_their_slots(tmp_path: Path) -> None:
    """If another process overwrote one document, the others are complete in the next attempt."""
    store = Store(str(tmp_path / ".blog/cache.db"))
    table = Documents(store, "program")
    record(table)

    with pytest.raises(Overtaken):
        table.body(PATHS[0], "of another version")

    again = Documents(store, "program")
    assert not again.has(PATHS[0], "digest", STAMP)
    for path in PATHS[1:]:
        assert again.has(path, "digest", STAMP)
        assert [slot.target for slot in again.slots(path, key_of(path, "digest", STAMP))] == ["b.md"]
    store.close()


def test_highlighted_blocks_are_reused_wherever_they_stand(tmp_path: Path) -> None:
    """Blocks are stored as places in the body; marked lines, repetitions and a long text between them change nothing."""
    fences = ["```python\nx = 1\n```", "```python {1}\ny = 2  # marked\n```", "```js\nlet a\n```", "`inline`"]
    text = "\n\n".join([*fences, "긴 글 " * 20_000, *reversed(fences), "```css\na{}\n```", "[link](b.md)"])
    source = Source(PATHS[0], text.encode(), "digest", key_of(PATHS[0], "digest", STAMP), ())
    parsed = parse(source, OPTIONS).value
    assert parsed is not None
    table = Documents(Store(str(tmp_path / ".blog/cache.db")), "program")

    [parsing] = Batch(parse, OPTIONS)(None, [source])
    table.record(parsing, STAMP)

    assert len(parsed.code) == 4
    assert table.code(PATHS[0]) == parsed.code


def test_only_changed_documents_are_reported(tmp_path: Path) -> None:
    """A document that is recorded again as it was is no change; one that is removed is."""
    table = Documents(Store(str(tmp_path / ".blog/cache.db")), "program")
    record(table)
    revision = table.revision

    record(table)

    assert table.changed_since(revision) == []

    table.save(PATHS[1:])

    assert table.changed_since(revision) == PATHS[:1]


def test_documents_share_their_tags_in_memory(tmp_path: Path) -> None:
    """A tag of thousands of posts is one text, and so are the names of their folders and sections."""
    table = Documents(Store(str(tmp_path / ".blog/cache.db")), "program")
    for path in PATHS:
        source = Source(
            path, "---\ntags: [파이썬]\n---\n\ntext\n".encode(), "digest", key_of(path, "digest", STAMP), ()
        )
        for parsing in Batch(parse, OPTIONS)(None, [source]):
            table.record(parsing, STAMP)

    first, second = (table.known(path).value for path in PATHS[:2])

    assert first is not None
    assert second is not None
    assert first.tags == ("파이썬",)
    assert first.tags[0] is second.tags[0]
    assert first.meta.section is second.meta.section
