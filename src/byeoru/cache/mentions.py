"""The table of mentions: the links of each document with the words of their sentences.

Every build needs the digests of all of them, to know which pages have changed that show a sentence; the words are read
only for the pages that are rendered. So the digests are kept in one table, and the words in a row for each document.
"""

from collections.abc import Collection
from functools import lru_cache

from byeoru.cache.store import Store
from byeoru.cache.table import Table
from byeoru.model.content import Mention, Slot, Words

_DIGITS = 16  # of a digest: it only distinguishes the sentences of one document

Mark = tuple[str, bool]  # digest of the mention ("" for none), and whether it is an embed
Mentions = dict[str, Words]  # by digest


class MentionTable:
    """The mentions of documents, by path and key of a document."""

    def __init__(self, store: Store, program: str) -> None:
        """Open the table for documents parsed by this *program*."""
        self._store = store
        self._marks = Table(store, "marks", program)
        # Thousands of pages can show a sentence of the same one, which lists them.
        self.words = lru_cache(maxsize=500)(self._words)

    def put(self, path: str, key: str, slots: Collection[Slot], mentions: Collection[Mention]) -> None:
        """Record the mentions of a document, and which of its slots are embeds."""
        digests = {mention.slot: mention.digest[:_DIGITS] for mention in mentions}
        embeds = {at for at, slot in enumerate(slots) if slot.kind == "embed"}
        marks = [[at, digests.get(at, ""), at in embeds] for at in sorted(digests.keys() | embeds)]
        self._marks.put(path, [key, marks])
        if mentions:
            words = [[digests[slot], before, label, after] for slot, before, label, after in mentions]
            self._store.put(_name(path), [key, words])

    def marks(self, path: str, key: str) -> dict[int, Mark] | None:
        """Return the marks of the slots of a document that have any; None if there is no row of this version."""
        match self._marks.get(path):
            case [str(cached), list(marks)] if cached == key:
                return {slot: (digest, is_embed) for slot, digest, is_embed in marks}
        return None

    def _words(self, path: str, key: str) -> Mentions | None:
        """Return the words of the links of a document; None like ``marks``."""
        match self._store.get(_name(path)):
            case [str(cached), list(words)] if cached == key:
                return {digest: (before, label, after) for digest, before, label, after in words}
        return None

    def drop(self, path: str) -> None:
        """Remove a document."""
        self._marks.drop(path)
        self._store.drop((_name(path),))

    def release(self) -> None:
        """Pass the table to the store, and keep nothing of it in memory."""
        self._marks.release()


def _name(path: str) -> str:
    return f"mentions/{path}"
