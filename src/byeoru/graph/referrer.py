"""A document whose references are being resolved: where they stand, and what resolving them takes and yields."""

import posixpath
from functools import cached_property

from byeoru.base.anchors import SUGGESTIONS
from byeoru.base.diagnostic import Diagnostic, Location, warning
from byeoru.graph.link_index import Lookups
from byeoru.graph.names import Place
from byeoru.model.content import Slot

# Folders whose root a path in brackets can begin at, by the program; Obsidian knows only that of the vault.
_ROOTS = {"": ("content/", ""), "obsidian": ("",), "quartz": ("content/", "")}
_OTHER_ROOTS = ("", "content/", "docs/", "source/", "src/content/")


class Referrer:
    """A document with references, and what is found for them: labels and problems."""

    def __init__(self, path: str, address: str, lookups: Lookups) -> None:
        """Take the path of the document, the address at which it is published, and what looks things up for it."""
        self.path, self.address, self.lookups = path, address, lookups
        self.folder, self.index = posixpath.dirname(path), lookups.index
        self.labels: list[tuple[int, str]] = []
        self.problems: list[Diagnostic] = []
        self._suggested = 0

    @cached_property
    def place(self) -> Place:
        """Return where its names in brackets stand."""
        index, path = self.index, self.path
        roots = _ROOTS.get(index.program, _OTHER_ROOTS)
        if path.startswith(index.sections):
            roots = (path[: path.index("/", len("content/")) + 1], *roots)
        return Place(self.folder, index.names.edition(path), roots)

    def report(self, code: str, slot: Slot, hint: str = "", **arguments: object) -> None:
        """Report a problem at the place of a reference."""
        self.problems.append(warning(code, self.location(slot), hint, **arguments))

    def location(self, slot: Slot) -> Location:
        """Return the place of a reference."""
        return Location(self.path, slot.line, slot.column, slot.width)

    def suggests(self) -> bool:
        """Tell whether to look for the nearest anchor, which is a comparison with all of a page."""
        self._suggested += 1
        return self._suggested <= SUGGESTIONS
