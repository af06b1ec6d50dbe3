"""Translate the template tags of Jekyll, Hexo and Hugo into equivalent Markdown.

In:  the Markdown text below the front matter, and what its tags can insert.
Out: Markdown with the same lines in the same places; and unknown tags, once per name.
Must not: change code, lose text of the author, read files, or raise.

A tag without a translation is dropped, and the text up to its end tag stays. An open block is a ``Frame`` on a stack,
and its tag has a part of its own, which stays empty if the block is never closed.
"""

import re
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic
from byeoru.parse.foreign import jekyll
from byeoru.parse.foreign.arguments import read_arguments
from byeoru.parse.foreign.blocks import Block, Quote, Surroundings, fenced, quoted
from byeoru.parse.foreign.insertions import NOTHING, Insertions
from byeoru.parse.foreign.own_tags import Insertable, Inserted
from byeoru.parse.foreign.placing import placed
from byeoru.parse.foreign.raw import Lifted, lift
from byeoru.parse.foreign.reports import Reports
from byeoru.parse.foreign.scanner import scan
from byeoru.parse.foreign.tables import COMMENT, TABLES, VERBATIM
from byeoru.parse.foreign.tabs import titled_parts
from byeoru.parse.foreign.tag import CONTEXT_LENGTH, Family, Spot, Tag

# Each nested block writes all its lines again.
DEEPEST = 8

_APART = re.compile(r"[ \t]*(?:\Z|\n[ \t]*(?:\n|\Z))")
_BLANK_BELOW = re.compile(r"[ \t]*\n(?=[ \t]*(?:\n|\Z))")


class Frame(NamedTuple):
    """An open block."""

    tag: Tag
    part: int  # index of its tag in the list of parts
    before: str  # the text before it on its line
    inserted: Inserted | None = None  # by the template of the folder; None for a quote


def translate(
    text: str, first_line: int, path: str, values: Insertable = NOTHING
) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return *text*, which begins at *first_line* of the file at *path*, with other programs' tags as Markdown.

    >>> translate("{% asset_img 고양이.png 낮잠 %}", 1, "a.md")[0]
    '![낮잠](고양이.png "낮잠")'
    """
    if "{%" not in text and "{{" not in text:
        return text, ()
    lifted = lift(text)
    translation = _Translation(lifted, values)
    translation.run()
    return "".join(translation.parts), translation.reports.problems(text, lifted, first_line, path)


class _Translation:
    """The translation of one text."""

    def __init__(self, lifted: Lifted, values: Insertable) -> None:
        self.text, self.insertions = lifted.text, Insertions(values)
        self.pieces = scan(lifted, VERBATIM)
        self.parts: list[str] = []
        self.tail = ""  # of the parts
        self.frames: list[Frame] = []
        self.heights: list[int] = []  # of the blocks within each frame
        self.open: dict[tuple[Family, str], int] = {}
        self.reports = Reports()

    def run(self) -> None:
        """Process the pieces once."""
        for index, piece in enumerate(self.pieces):
            if isinstance(piece, str):
                self._write(titled_parts(piece))
            elif piece.family == "expression":
                self._expression(piece)
            elif piece.closes:
                self._close(piece)
            elif piece.name in VERBATIM[piece.family] or piece.name == "raw":
                self._code(piece, index)
            elif piece.name in TABLES[piece.family].quotes:
                self._open(piece, None)
            else:
                self._inline(piece)
        for frame in self.frames:
            self.reports.add("unclosed-tag", frame.tag)

    def _expression(self, tag: Tag) -> None:
        spot = self._spot(tag)
        markdown = jekyll.expression(tag.name, spot)
        if markdown is None:
            markdown = self.insertions.expression(tag, spot)
        if markdown is not None:
            self._write(markdown)
        elif self.insertions.is_expression(tag, spot):
            self._drop("unknown-tag", tag)
        else:
            self._write(tag.source)

    def _inline(self, tag: Tag) -> None:
        tables = TABLES[tag.family]
        arguments = read_arguments(tag.arguments)
        if tag.name in tables.wrappers:
            self._write(tables.wrappers[tag.name](arguments) + _breaks(tag.source))
            return
        meaning = tables.inline.get(tag.name)
        markdown = meaning(arguments, self._spot(tag)) if meaning else None
        if markdown is not None:
            self._write(markdown + _breaks(tag.source))
            return
        inserted = self.insertions.of(tag)
        if inserted is None:
            self._drop("unknown-tag", tag)
        elif self.insertions.opens(tag):
            self._open(tag, inserted)
        else:
            self._write(placed(inserted, "", self._surroundings(self.tail, tag.end, len(self.parts))))
            self._write(_breaks(tag.source))

    def _code(self, tag: Tag, index: int) -> None:
        """Write a verbatim block, which the scanner has found with its content."""
        if tag.code is None:
            self._drop("unclosed-tag", tag)
            return
        written = self.text[tag.start : tag.end]
        if tag.name == COMMENT:
            self._write(_breaks(written))
            return
        code = _breaks(tag.source) + tag.code
        behind = _breaks(written)[code.count("\n") :]  # within the closing tag
        surroundings = self._surroundings(self.tail, tag.end, len(self.parts))
        block = fenced(code, TABLES[tag.family].code[tag.name](tag.arguments), surroundings)
        self._put(block)
        self._write(behind)
        following = self.pieces[index + 1]
        if block.takes_below and isinstance(following, str):
            self.pieces[index + 1] = _BLANK_BELOW.sub("", following, count=1)

    def _open(self, tag: Tag, inserted: Inserted | None) -> None:
        if tag.is_void:
            surroundings = self._surroundings(self.tail, tag.end, len(self.parts))
            self._put(_block(Frame(tag, 0, self.tail, inserted), _breaks(tag.source), surroundings))
            return
        self.frames.append(Frame(tag, len(self.parts), self.tail, inserted))
        self.heights.append(0)
        self.open[tag.family, tag.name] = self.open.get((tag.family, tag.name), 0) + 1
        self.parts.append(_breaks(tag.source))
        self.tail = (self.tail + tag.source)[-CONTEXT_LENGTH:].rpartition("\n")[2]

    def _close(self, tag: Tag) -> None:
        if tag.name in TABLES[tag.family].wrappers:
            self._write(_breaks(tag.source))
            return
        if not self.open.get((tag.family, tag.name)):
            self._drop("unknown-tag", tag)
            return
        frame, height = self._pop()
        while (frame.tag.family, frame.tag.name) != (tag.family, tag.name):
            self.reports.add("unclosed-tag", frame.tag)
            inner = height
            frame, height = self._pop()
            height = max(height, inner)
        if self.heights:
            self.heights[-1] = max(self.heights[-1], height + 1)
        if height >= DEEPEST:
            self._drop("unknown-tag", tag)
            return
        body = "".join(self.parts[frame.part :])
        del self.parts[frame.part :]
        self.tail = frame.before
        self._put(_block(frame, body, self._surroundings(frame.before, tag.end, frame.part)))
        self._write(_breaks(tag.source))

    def _pop(self) -> tuple[Frame, int]:
        frame = self.frames.pop()
        self.open[frame.tag.family, frame.tag.name] -= 1
        return frame, self.heights.pop()

    def _put(self, block: Block) -> None:
        """Write a block; remove a blank line above that became one of its lines."""
        if block.takes_above:
            above, _, before = self.parts[-1].rpartition("\n")
            self.parts[-1] = above + before
        self._write(block.text)

    def _drop(self, code: str, tag: Tag) -> None:
        self._write(_breaks(tag.source))
        self.reports.add(code, tag)

    def _write(self, part: str) -> None:
        if part:
            self.parts.append(part)
            self.tail = (self.tail + part[-CONTEXT_LENGTH:])[-CONTEXT_LENGTH:].rpartition("\n")[2]

    def _spot(self, tag: Tag) -> Spot:
        return Spot(self.tail, self.text[tag.end : tag.end + CONTEXT_LENGTH])

    def _surroundings(self, before: str, end: int, part: int) -> Surroundings:
        above = self.parts[part - 1] if part else ""
        rest = self.text[end : end + CONTEXT_LENGTH].partition("\n")[0]
        return Surroundings(
            before,
            above=above.endswith(f"\n\n{before}") or (part == 1 and above == f"\n{before}"),
            below=_BLANK_BELOW.match(self.text, end) is not None,
            trails=bool(rest.strip()),
            apart=_APART.match(self.text, end) is not None,
        )


def _breaks(text: str) -> str:
    return "\n" * text.count("\n")


def _block(frame: Frame, body: str, surroundings: Surroundings) -> Block:
    """Return a closed block around *body*: what its template inserts, or a quote."""
    if frame.inserted is not None:
        return Block(placed(frame.inserted, body, surroundings))
    return quoted(body, _quote(frame.tag), surroundings)


def _quote(tag: Tag) -> Quote:
    return TABLES[tag.family].quotes[tag.name](read_arguments(tag.arguments))
