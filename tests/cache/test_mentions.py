"""Mentions are found by the digests of their words, for the version of the text that they were read from."""

from pathlib import Path

from byeoru.cache.mentions import MentionTable
from byeoru.cache.store import Store
from byeoru.model.content import Mention, Slot

SLOTS = [Slot("link", "b.md", 1, 1, 4), Slot("image", "p.png", 2, 1, 5), Slot("embed", "c", 3, 1, 1)]


def test_the_words_of_a_link_are_found_by_their_digest(tmp_path: Path) -> None:
    """A slot has the digest of its words, by which they are read again by another process."""
    table = MentionTable(Store(str(tmp_path / "cache.db")), "program")
    table.put("a.md", "key", SLOTS, [Mention(0, "앞 ", "b", " 뒤")])
    marks = table.marks("a.md", "key")

    assert marks is not None
    assert [(slot, bool(digest), is_embed) for slot, (digest, is_embed) in marks.items()] == [
        (0, True, False),
        (2, False, True),
    ]
    assert table.words("a.md", "key") == {marks[0][0]: ("앞 ", "b", " 뒤")}


def test_mentions_of_another_version_are_missing(tmp_path: Path) -> None:
    """The sentences of a text that has changed are not shown beside it."""
    table = MentionTable(Store(str(tmp_path / "cache.db")), "program")
    table.put("a.md", "key", SLOTS, [Mention(0, "앞 ", "b", " 뒤")])

    assert (table.marks("a.md", "other"), table.words("a.md", "other")) == (None, None)


def test_a_saved_table_is_read_by_the_same_program_alone(tmp_path: Path) -> None:
    """Another version of the program may divide sentences differently."""
    store = Store(str(tmp_path / "cache.db"))
    table = MentionTable(store, "program")
    table.put("a.md", "key", SLOTS, [Mention(0, "앞 ", "b", " 뒤")])
    table.release()

    assert MentionTable(store, "program").marks("a.md", "key") == table.marks("a.md", "key")
    assert MentionTable(store, "another").marks("a.md", "key") is None
