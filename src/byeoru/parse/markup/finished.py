"""Blocks that are rendered when they are read, without tokens for what is in them.

Most blocks need no tokens: paragraphs of plain words, tables, lists. A rule reads those with its quick form
(`Rule.quick`), which stands beside its slow one and returns None for lines that it does not understand; the slow
form reads them then. So each block of a document is either one token with a ``Finished``, or the library's tokens.

In:  the lines of a block, at the outermost level of a document.
Out: ``Finished``, which has all that is asked of a block later on: its HTML and its texts.
Must not: differ from the slow form in a byte; `tests/parse/test_quick_blocks.py` compares them.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from byeoru.base.escaping import escaped
from byeoru.parse.markup.simple import Simple

FINISHED = "finished"  # the type of the token
SPACES = " \t\n\v\f\r"  # what CommonMark strips from a paragraph; U+3000 is the author's text
# What begins with a character of a block, and is none: emphasis, code, numbers, links.
_WORDS = re.compile(
    r"\*++\S|_++[^\s_]|`{1,2}(?!`)|\d++(?![.)](?:\s|\Z))|\[(?!\^)[^\[\]\\]*+\](?!:)|\[\[|!(?!!!)|#[^#\s]|/(?!//)|[+-][^\s+:|=-]"
)


class NotPlain(Exception):  # noqa: N818  (a result, not an error)
    """A quick form does not understand its lines, which need the slow one."""


class BlockText(NamedTuple):
    """A text in a finished block."""

    content: str  # as it is written
    lines: tuple[int, int]  # 0-based: the first, and the one after the last
    simple: Simple


class Finished(NamedTuple):
    """A block that is rendered."""

    tag: str
    end: int  # the line after it
    html: str  # with the marks of its texts
    texts: tuple[BlockText, ...]
    attributes: Mapping[str, str]  # of the block itself; they are in the HTML


class Finisher:
    """What quick forms ask about the texts of one document."""

    def __init__(
        self,
        source: str,
        read: Callable[[str], Simple | None],
        attributes: Callable[[str], Mapping[str, str]],
        starts: frozenset[str],
        claims: re.Pattern[str],
        beside: Sequence[str],
    ) -> None:
        """Take what the rules declare: *read* renders a text, *attributes* are those of a block with a text."""
        self._read, self.attributes = read, attributes
        self._starts, self._claimed = starts, claims.match
        self._hard: set[str] = set()
        self._touched = frozenset(_beside(source, beside))

    def read(self, content: str) -> Simple | None:
        """Return a text rendered, None if it needs the parser, or its block is another rule's."""
        if content in self._hard or self._claimed(content):
            return None
        simple = self._read(content)
        if simple is None:
            self._hard.add(content)
        return simple

    def text(self, content: str, start: int, end: int) -> BlockText:
        """Return the text of the lines from *start* to before *end*, rendered."""
        content = content.strip(SPACES)
        simple = self.read(content)
        if simple is None:
            raise NotPlain
        return BlockText(content, (start, end), simple)

    def is_words(self, line: str) -> bool:
        """Report whether a line (without its indentation) can begin no block, so that it is part of a paragraph."""
        return line[0] not in self._starts or _WORDS.match(line) is not None

    def is_hard(self, content: str) -> bool:
        """Report whether a text was found to need the parser."""
        return content in self._hard

    def is_touched(self, start: int, end: int) -> bool:
        """Report whether a line above, in or below the lines from *start* to before *end* changes their block."""
        return bool(self._touched) and not self._touched.isdisjoint(range(start, end))


def _beside(source: str, marks: Sequence[str]) -> Iterator[int]:
    """Yield the lines with *marks*, and for each of them the next ones above and below that are not empty."""
    if not any(mark in source for mark in marks):
        return
    lines = source.split("\n")
    filled = [number for number, line in enumerate(lines) if line.strip(" \t>")]
    for at, number in enumerate(filled):
        if any(mark in lines[number] for mark in marks):
            yield from filled[max(0, at - 1) : at + 2]


def finished_of(token: Token) -> Finished | None:
    """Return the finished block of a token, None if the token has none."""
    return token.meta["finished"] if token.type == FINISHED else None


def push(state: StateBlock, block: Finished) -> None:
    """Push the token of a finished block, and go on behind it."""
    token = state.push(FINISHED, block.tag, 0)
    token.map, token.attrs, token.meta = [state.line, block.end], dict(block.attributes), {"finished": block}
    state.line = block.end


def opening_tag(name: str, attributes: Mapping[str, str]) -> str:
    """Return the opening tag of an element.

    >>> opening_tag("p", {}), opening_tag("p", {"lang": "en"})
    ('<p>', '<p lang="en">')
    """
    written = [f' {key}="{escaped(value)}"' for key, value in attributes.items()]
    return f"<{name}{''.join(written)}>"
