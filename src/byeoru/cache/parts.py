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
        self._decoded: dict[tuple[str, str], tuple[str, PartRow]] = {}  # with the key of the document

        @lru_cache(maxsize=_DIVIDED)
        def divided(path: str, key: str) -> Divided:
            return Divided(from_plain(Body)(body(path, key)))

        self._divided = divided

    def of(self, site: Site) -> tuple[PartRow, ...]:
        """Return what is known of the texts that embed others, of the parts that they embed, and so on."""
        found: dict[tuple[str, str], PartRow] = {}
        unread = [(path, "") for path in site.links.outgoing if embeds(site, path)]
        while unread:
            key = unread.pop()
            if key in found:
                continue
            row = found[key] = self._row(site.by_source[key[0]].document, key[1])
            unread += [wanted for wanted in _wanted(site, row) if wanted is not None]
        return tuple([found[key] for key in sorted(found)])

    def after(self, site: Site, before: Site, changed: Collection[str]) -> tuple[PartRow, ...]:
        """Return the same of a *site* that differs from the one *before* in the documents *changed*."""
        known = before.by_part
        keys = [key for key in known if key[0] in changed]
        keys += [(path, "") for path in changed if (path, "") not in known and embeds(site, path)]
        if not keys:
            return before.parts
        rows = {key: self._row(site.by_source[key[0]].document, key[1]) for key in keys}
        if any(key not in known or _wanted(site, row) != _wanted(before, known[key]) for key, row in rows.items()):
            return self.of(site)
        return tuple([rows.get((row.path, row.id), row) for row in before.parts])

    def _row(self, document: Document, part_id: str) -> PartRow:
        """Return one row; raises ``Overtaken`` if the text is of another version."""
        path, key = document.path, document.key
        known = self._decoded.get((path, part_id))
        if known is not None and known[0] == key:
            return known[1]
        match self._rows.get(path):
            case [str(cached), dict(rows)] if cached == key:
                pass
            case _:
                rows = {}
        if part_id not in rows:
            rows = rows | {part_id: to_plain(PartRow)(self._divided(path, key).row(path, part_id))}
            self._rows.put(path, [key, rows])
        row: PartRow = from_plain(PartRow)(rows[part_id])
        self._decoded[path, part_id] = key, row
        return row

    def save(self, files: Collection[str]) -> None:
        """Remove the documents that are no longer among the *files*, and pass the rest to the store."""
        self._rows.keep_only(set(files))
        self._rows.save()


def embeds(site: Site, path: str) -> bool:
    """Tell whether the document at *path* embeds the text of a page."""
    return any(ref.is_embed for ref in site.links.outgoing.get(path, ()))


def _wanted(site: Site, row: PartRow) -> list[tuple[str, str] | None]:
    page = site.by_source[row.path]
    return [wanted_at(site, page, slot) for slot in row.embeds]
