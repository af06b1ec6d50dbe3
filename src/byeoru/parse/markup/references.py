"""Locate references in the source text, and collect those that the site must resolve as slots.

In:  the text of a document; its references, in the order of the text.
Out: ``Slot`` values with line, column and width.
Must not: resolve a reference.
"""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import Literal
from urllib.parse import unquote

from byeoru.base.paths import is_external, nfc, own_path
from byeoru.model.content import TAGGED, Slot

# Limit of searching, per character of the text; beyond it references get no column. References that are not written
# literally (`[a][b]`, `a&amp;b`) are searched for in their whole block, each time.
_PATIENCE = 200
_LEAST_PATIENCE = 1_000_000


class References:
    """The slots of one body, in the order of the text.

    A document is rendered once from start to end, so each search continues after the previous reference.
    """

    def __init__(self, text: str, first_line: int, sites: tuple[str, ...] = ()) -> None:
        """Take the Markdown *text*, which begins at *first_line* of its file; URLs of *sites* are references."""
        self.text, self.sites = text, sites
        self.first_line = first_line
        self.slots: list[Slot] = []
        self._at = (0, 0)
        self.pictures = 0
        self._patience = _LEAST_PATIENCE + _PATIENCE * len(text)

    @cached_property
    def starts(self) -> list[int]:
        """Return where each line begins; many documents have nothing to locate."""
        return [0, *accumulate([len(line) + 1 for line in self.text.split("\n")])]

    def loading(self) -> dict[str, str]:
        """Return the loading attributes of the next image: the first loads at once, all others lazily.

        The first image is often the largest element above the fold (Largest Contentful Paint).
        """
        self.pictures += 1
        return {"loading": "lazy", "decoding": "async"} if self.pictures > 1 else {}

    def is_blank(self, line: int) -> bool:
        """Report whether a line (0-based) has no text, apart from the marks of quotes."""
        return not self.text[self.starts[line] : self.starts[line + 1] - 1].strip(" \t>")

    def add(self, kind: Literal["link", "image"], target: str, block: tuple[int, int]) -> int | None:
        """Return the slot for *target*, found in the lines *block* (0-based, end excluded); None if it needs none."""
        if not target or (is_external(target) and own_path(target, self.sites) is None):
            return None
        line, column, width = self.find(target, block, self._at)
        if column:
            self._at = (line - self.first_line, column - 1 + width)
        self.slots.append(Slot(kind, target, line, column, width))
        return len(self.slots) - 1

    def add_name(
        self, kind: Literal["wiki", "embed"], target: str, block: tuple[int, int], before: str = "[[", label: str = ""
    ) -> int:
        """Return the slot for the *target* of a wikilink, which stands behind *before* and is never percent-encoded."""
        line, column, width = self.find(before + target, block, self._at)
        if not column and before == "[[":
            before += " "
            line, column, width = self.find(before + target, block, self._at)
        if column:
            column, width = column + len(before), len(target)
            self._at = (line - self.first_line, column - 1 + width)
        self.slots.append(Slot(kind, target, line, column, width, label))
        return len(self.slots) - 1

    def add_tag(self, written: str, block: tuple[int, int]) -> int:
        """Return the slot for a tag in the text, *written* with its sign."""
        line, column, width = self.find(written, block, self._at)
        if column:
            self._at = (line - self.first_line, column - 1 + width)
            column, width = column + 1, width - 1
        self.slots.append(Slot("link", TAGGED + nfc(written[1:]), line, column, width))
        return len(self.slots) - 1

    def find(self, target: str, block: tuple[int, int], after: tuple[int, int] = (0, 0)) -> tuple[int, int, int]:
        """Return 1-based line and column, and the width, of the first *target* in *block* that is not before *after*.

        *after* is a 0-based line and the number of its characters to skip. Column 0: it is not written literally.
        """
        start, end = block
        first, behind = max(start, after[0]), min(end, len(self.starts) - 1)
        if first < behind and self._patience > 0:
            begin = min(self.starts[first] + (after[1] if first == after[0] else 0), self.starts[first + 1])
            matches = [
                (bisect_right(self.starts, at) - 1, order, at, len(spelling))
                for order, spelling in enumerate(sorted({target, unquote(target)}))
                if "\n" not in spelling and (at := self.text.find(spelling, begin, self.starts[behind] - 1)) >= 0
            ]
            line, _, at, width = min(matches, default=(0, 0, self.starts[behind], 0))
            self._patience -= at - begin
            if width:
                return self.first_line + line, at - self.starts[line] + 1, width
        return self.first_line + start, 0, 1
