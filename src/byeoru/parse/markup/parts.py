"""Which parts of a body can be shown by themselves: the text below a heading, a block with an id, a footnote.

In:  the tokens of a document.
Out: ``Edges``: where each part begins and ends, by the index of the token before which that is.
Must not: let two parts overlap unless one contains the other, or let a part end in another element than it begins in.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from markdown_it.token import Token

from byeoru.parse.markup.headings import HEADING, is_heading

FOOTNOTE_RANK = 7
BLOCK = "^"  # before the id of a block

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*+)[^<>]*+>")
# Elements that need no end tag.
_NAMES = """
area base br col colgroup dd dt embed hr img input li link meta option p param rp rt source tbody td tfoot th thead tr
track wbr
"""
_OPEN_ENDED = frozenset(_NAMES.split())


class Edge(NamedTuple):
    """The beginning or the end of a part, which stands among the pieces of a body until these are joined."""

    id: str
    rank: int  # 1 to 6 of a heading, 7 of a footnote, 0 of a block and of all text above the footnotes
    begins: bool


Edges = dict[int, list[Edge]]


def edges_of(tokens: Sequence[Token]) -> Edges:
    """Return the edges of all parts, in the order in which they are nested."""
    return _PartReader().read(tokens)


class _Begun(NamedTuple):
    """A part that has begun."""

    id: str
    rank: int
    depth: int  # of the elements around it
    ends_at: int  # the lowest rank of a heading that ends it; 0 for a block, which its element ends


class _PartReader:
    """One pass over the tokens of a document."""

    def __init__(self) -> None:
        self.edges: Edges = {}
        self.open: list[_Begun] = []
        self.depth = 0

    def read(self, tokens: Sequence[Token]) -> Edges:
        notes = next((at for at, token in enumerate(tokens) if token.type == "footnote_block_open"), -1)
        if notes >= 0:
            self.begin(0, _Begun("", 0, -1, 0))
        for at, token in enumerate(tokens):
            if at == notes:
                self.end_deeper(at, -2)
                self.depth = 0
            if token.nesting < 0:
                self.depth = max(0, self.depth - 1)
                self.end_deeper(at, self.depth)
                if self.open and not self.open[-1].ends_at and self.open[-1].depth == self.depth:
                    self.end(at + 1)
            elif token.type == "html_block":
                self.read_html(at, token.content)
            elif token.type == HEADING:
                self.read_opening(at, token)
            elif token.nesting > 0:
                self.read_opening(at, token)
                self.depth += 1
        self.end_deeper(len(tokens), -2)
        return self.edges

    def read_opening(self, at: int, token: Token) -> None:
        if is_heading(token):
            heading = token.meta["heading"]
            while self.open and self.open[-1].depth == self.depth and self.open[-1].ends_at >= heading.level:
                self.end(at)
            if block := token.meta.get("block", ""):
                self.begin(at, _Begun(block, 0, self.depth, heading.level))
            self.begin(at, _Begun(heading.id, heading.level, self.depth, heading.level))
        elif token.type == "footnote_open":
            self.begin(at, _Begun(f"fn:{token.meta['id'] + 1}", FOOTNOTE_RANK, self.depth, 0))
        elif token.attrs and str(token.attrs.get("id", "")).startswith(BLOCK):
            self.begin(at, _Begun(str(token.attrs["id"]), 0, self.depth, 0))

    def read_html(self, at: int, html: str) -> None:
        """Follow the elements that raw HTML opens and closes; a part ends before HTML that closes what is around it."""
        depth = lowest = self.depth
        for tag in _TAG.finditer(html):
            if tag["name"].lower() not in _OPEN_ENDED and not tag[0].endswith("/>"):
                depth += -1 if tag["end"] else 1
                lowest = min(lowest, depth)
        self.end_deeper(at, max(0, lowest))
        self.depth = max(0, depth)

    def begin(self, at: int, part: _Begun) -> None:
        self.open.append(part)
        self.edges.setdefault(at, []).append(Edge(part.id, part.rank, begins=True))

    def end(self, at: int) -> None:
        part = self.open.pop()
        self.edges.setdefault(at, []).append(Edge(part.id, part.rank, begins=False))

    def end_deeper(self, at: int, depth: int) -> None:
        while self.open and self.open[-1].depth > depth:
            self.end(at)
