"""Translate the template tags of Jekyll, Hexo and Hugo into equivalent Markdown.

In:  the Markdown text below the front matter, from another program's folder.
Out: Markdown with the same lines in the same places; and unknown tags, once per name.
Must not: change code, lose text of the author, read files, or raise.

An open block is a ``Frame`` on a stack. Its tag stays in the list of parts as text, so a block that is never closed
is unchanged.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from itertools import accumulate
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic, Location, warning
from byeoru.parse.foreign import hexo, hugo, jekyll
from byeoru.parse.foreign.arguments import Arguments, read_arguments
from byeoru.parse.foreign.blocks import Block, Quote, Surroundings, fenced, quoted
from byeoru.parse.foreign.raw import Lifted, lift
from byeoru.parse.foreign.scanner import scan
from byeoru.parse.foreign.tag import CONTEXT_LENGTH, Family, Spot, Tag

# Each nested quote writes all its lines again.
DEEPEST = 8

_COMMENT = "comment"
_APART = re.compile(r"[ \t]*(?:\Z|\n[ \t]*(?:\n|\Z))")
_BLANK_BELOW = re.compile(r"[ \t]*\n(?=[ \t]*(?:\n|\Z))")


class TagTables(NamedTuple):
    """The translations of the tags of one program."""

    inline: Mapping[str, Callable[[Arguments, Spot], str | None]]
    quotes: Mapping[str, Callable[[Arguments], Quote]]
    code: Mapping[str, Callable[[str], str]]  # the arguments as written: options have their own grammar


_TABLES: Mapping[Family, TagTables] = {
    "liquid": TagTables(jekyll.INLINE | hexo.INLINE, hexo.QUOTES, {"highlight": jekyll.highlight} | hexo.CODE),
    "hugo": TagTables(hugo.INLINE, hugo.QUOTES, hugo.CODE),
}
_VERBATIM: Mapping[Family, frozenset[str]] = {
    family: frozenset({*tables.code, _COMMENT}) for family, tables in _TABLES.items()
}


class Frame(NamedTuple):
    """An open block."""

    tag: Tag
    part: int  # index of its tag in the list of parts
    before: str  # the text before it on its line


def translate(text: str, first_line: int, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return *text*, which begins at *first_line* of the file at *path*, with other programs' tags as Markdown.

    >>> translate("{% asset_img 고양이.png 낮잠 %}", 1, "a.md")[0]
    '![낮잠](고양이.png "낮잠")'
    """
    if "{%" not in text and "{{" not in text:
        return text, ()
    lifted = lift(text)
    translation = _Translation(lifted)
    translation.run()
    return "".join(translation.parts), tuple(_problems(translation.reported, text, lifted, first_line, path))


class _Translation:
    """The translation of one text."""

    def __init__(self, lifted: Lifted) -> None:
        self.text = lifted.text
        self.pieces = scan(lifted, _VERBATIM)
        self.parts: list[str] = []
        self.tail = ""  # of the parts
        self.frames: list[Frame] = []
        self.heights: list[int] = []  # of the quotes within each frame
        self.open: dict[tuple[Family, str], int] = {}
        self.reported: dict[tuple[str, Family, str], Tag] = {}  # the first of each name

    def run(self) -> None:
        """Process the pieces once."""
        for index, piece in enumerate(self.pieces):
            if isinstance(piece, str):
                self._write(piece)
            elif piece.family == "expression":
                self._expression(piece)
            elif piece.closes:
                self._close(piece)
            elif piece.name in _VERBATIM[piece.family] or piece.name == "raw":
                self._code(piece, index)
            elif piece.name in _TABLES[piece.family].quotes:
                self._open(piece)
            else:
                self._inline(piece)
        for frame in self.frames:
            self._report("unclosed-tag", frame.tag)

    def _expression(self, tag: Tag) -> None:
        markdown = jekyll.expression(tag.name, self._spot(tag))
        self._write(tag.source if markdown is None else markdown)
        if markdown is None and jekyll.is_expression(tag.name):
            self._report("unknown-tag", tag)

    def _inline(self, tag: Tag) -> None:
        meaning = _TABLES[tag.family].inline.get(tag.name)
        markdown = meaning(read_arguments(tag.arguments), self._spot(tag)) if meaning else None
        if markdown is None:
            self._keep("unknown-tag", tag)
        else:
            self._write(markdown + _breaks(tag.source))

    def _code(self, tag: Tag, index: int) -> None:
        """Write a verbatim block, which the scanner has found with its content."""
        if tag.code is None:
            self._keep("unclosed-tag", tag)
            return
        written = self.text[tag.start : tag.end]
        if tag.name == _COMMENT:
            self._write(_breaks(written))
            return
        code = _breaks(tag.source) + tag.code
        behind = _breaks(written)[code.count("\n") :]  # within the closing tag
        surroundings = self._surroundings(self.tail, tag.end, len(self.parts))
        block = fenced(code, _TABLES[tag.family].code[tag.name](tag.arguments), surroundings)
        self._put(block)
        self._write(behind)
        following = self.pieces[index + 1]
        if block.takes_below and isinstance(following, str):
            self.pieces[index + 1] = _BLANK_BELOW.sub("", following, count=1)

    def _open(self, tag: Tag) -> None:
        if tag.is_void:
            self._put(quoted(_breaks(tag.source), _quote(tag), self._surroundings(self.tail, tag.end, len(self.parts))))
            return
        self.frames.append(Frame(tag, len(self.parts), self.tail))
        self.heights.append(0)
        self.open[tag.family, tag.name] = self.open.get((tag.family, tag.name), 0) + 1
        self._write(tag.source)

    def _close(self, tag: Tag) -> None:
        if not self.open.get((tag.family, tag.name)):
            self._keep("unknown-tag", tag)
            return
        frame, height = self._pop()
        while (frame.tag.family, frame.tag.name) != (tag.family, tag.name):
            self._report("unclosed-tag", frame.tag)
            inner = height
            frame, height = self._pop()
            height = max(height, inner)
        if self.heights:
            self.heights[-1] = max(self.heights[-1], height + 1)
        if height >= DEEPEST:
            self._keep("unknown-tag", tag)
            return
        body = _breaks(frame.tag.source) + "".join(self.parts[frame.part + 1 :])
        del self.parts[frame.part :]
        self.tail = frame.before
        self._put(quoted(body, _quote(frame.tag), self._surroundings(frame.before, tag.end, frame.part)))
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

    def _keep(self, code: str, tag: Tag) -> None:
        self._write(tag.source)
        self._report(code, tag)

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

    def _report(self, code: str, tag: Tag) -> None:
        self.reported.setdefault((code, tag.family, tag.name), tag)


def _breaks(text: str) -> str:
    return "\n" * text.count("\n")


def _quote(tag: Tag) -> Quote:
    return _TABLES[tag.family].quotes[tag.name](read_arguments(tag.arguments))


def _problems(
    reported: Mapping[tuple[str, Family, str], Tag], text: str, lifted: Lifted, first_line: int, path: str
) -> list[Diagnostic]:
    """Return the problems, in the order of the text."""
    lines = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    problems = []
    for (code, _, _), tag in sorted(reported.items(), key=lambda pair: pair[1].start):
        start = lifted.original(tag.start)
        line = bisect_right(lines, start) - 1
        location = Location(path, first_line + line, start - lines[line] + 1, len(tag.source.partition("\n")[0]))
        if code == "unclosed-tag":
            problems.append(
                warning(code, location, "close-the-tag", name=tag.short, closing=tag._replace(closes=True).short)
            )
        else:
            problems.append(warning(code, location, "put-in-backticks", name=tag.short))
    return problems
