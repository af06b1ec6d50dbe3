"""The memo table of parts: what is known of the parts of texts that other pages show.

A row depends on the text of its document alone. Only texts that embed or are embedded are read, and only once.
"""

from collections.abc import Callable, Collection
from functools import lru_cache
from typing import Any

from byeoru.base.codec import from_plain, to_plain
from byeoru.cache.store import Store
from byeoru.cache.table import Table
from byeoru.model.body import Body
from byeoru.model.content import Document
from byeoru.model.embedding import wanted_at
from byeoru.model.parts import Divided, PartRow
from byeoru.model.site import Site

_DIVIDED = 4  # bodies that are kept for another part of the same text


class Parts:
    """The parts that pages show of other pages, and the texts that show them."""

    def __init__(self, store: Store, program: str, body: Callable[[str, str], list[Any]]) -> None:
        """Open the table; *body* returns the body of a document at a path, of the version of a key."""
        self._rows = Table(store, "parts", program)

        @lru_cache(maxsize=_DIVIDED)
        def divided(path: str, key: str) -> Divided:
            return Divided(from_plain(Body)(body(path, key)))

        self._divided = divided

    def of(self, site: Site) -> tuple[PartRow, ...]:
        """Return what is known of the texts that embed others, of the parts that they embed, and so on."""
        found: dict[tuple[str, str], PartRow] = {}
        unread = [(path, "") for path, refs in site.links.outgoing.items() if any(ref.is_embed for ref in refs)]
        while unread:
            key = unread.pop()
            if key in found:
                continue
            page = site.by_source[key[0]]
            row = found[key] = self._row(page.document, key[1])
            unread += [wanted for slot in row.embeds if (wanted := wanted_at(site, page, slot)) is not None]
        return tuple([found[key] for key in sorted(found)])

    def _row(self, document: Document, part_id: str) -> PartRow:
        """Return one row; raises ``Overtaken`` if the text is of another version."""
        path, key = document.path, document.key
        match self._rows.get(path):
            case [str(cached), dict(rows)] if cached == key:
                pass
            case _:
                rows = {}
        if part_id not in rows:
            rows = rows | {part_id: to_plain(PartRow)(self._divided(path, key).row(path, part_id))}
            self._rows.put(path, [key, rows])
        row: PartRow = from_plain(PartRow)(rows[part_id])
        return row

    def save(self, files: Collection[str]) -> None:
        """Remove the documents that are no longer among the *files*, and pass the rest to the store."""
        self._rows.keep_only(set(files))
        self._rows.save()
