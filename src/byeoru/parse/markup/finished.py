"""Blocks that are rendered while they are read, without tokens for what is in them.

Most blocks need no tokens: paragraphs of plain words, lists, tables. A rule reads those with a *quick form*
(`Rule.quick`), which stands beside its slow one, writes HTML and texts in their order, and raises ``NotPlain`` for
lines that it does not understand: then the slow form reads them. A text that is not plain itself becomes an inline
token between what is finished, so that one image in a list costs no more than that image.

In:  the lines of a block at the outermost level of a document.
Out: tokens that have all that is asked of them later on: their HTML, and their texts.
Must not: differ from the slow form in a byte; `tests/parse/test_quick_blocks.py` compares them.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from types import MappingProxyType
from typing import NamedTuple

from markdown_it.token import Token

from byeoru.base.escaping import escaped
from byeoru.parse.markup.simple import Simple, words_alone, words_html

FINISHED = "finished"  # the type of the token
SPACES = " \t\n\v\f\r"  # what CommonMark strips from a paragraph; U+3000 is the author's text
NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})
_LEVEL = 3  # of an inline token in a finished block: deeper than that of a paragraph
# What begins with a character of a block, and is none: emphasis, code, numbers, links, formulas. A new block that
# begins like one of these has to be taken out; the test of its rule in `tests/parse/test_fast_paths.py` finds it.
_WORDS = re.compile(
    r"\*++\S|_++[^\s_]|`{1,2}(?!`)|\d++(?![.)](?:\s|\Z))|\[(?!\^)[^\[\]\\]*+\](?!:)|\[\[|!(?!!!)|#[^#\s]|/(?!//)"
    r"|[+-][^\s+:|=-]|\$(?!\$)|\\(?![\[(])|<https?:"
)


class NotPlain(Exception):  # noqa: N818  (a result, not an error)
    """A quick form does not understand its lines, which need the slow one."""


class Marked(NamedTuple):
    """A text in a block with marks for pieces in its HTML."""

    lines: tuple[int, int]  # 0-based: the first, and the one after the last
    simple: Simple


class Texts(NamedTuple):
    """The texts of a block, which are nearly all words: a value for each would take longer than reading it."""

    contents: Sequence[str] = ()  # as they are written
    words: Sequence[str] = ()
    marked: Sequence[Marked] = ()  # those with pieces
    lines: tuple[int, int] = (0, 0)  # of the last one


class Finisher:
    """What quick forms ask about the texts of one document."""

    def __init__(
        self,
        source: str,
        find_trigger: Callable[[str], re.Match[str] | None],
        read: Callable[[str], Simple | None],
        attributes: Callable[[str], Mapping[str, str]],
        starts: frozenset[str],
        triggers: Sequence[str],
        claims: re.Pattern[str],
        beside: Sequence[re.Pattern[str]],
        *,
        is_korean: bool,
    ) -> None:
        """Take what the rules declare: *read* renders a text, *attributes* are those of a block with a text.

        A text in which *find_trigger* finds nothing is words, and that of no rule; *read* is not asked then.
        """
        self._find_trigger = find_trigger
        self._read, self.attributes, self.is_korean = read, attributes, is_korean
        self._starts, self._claimed = starts, claims.match
        # Without spaces: a search for what begins with one stops at each space of the document.
        self._triggers = [trigger for trigger in triggers if trigger.strip() in source]
        self._touched = frozenset(_beside(source, beside))

    def read(self, content: str) -> Simple | None:
        """Return a text rendered, None if it needs the parser; the block of some texts is another rule's."""
        if self._find_trigger(content) is None:  # as in most; what follows takes twice as long
            return words_alone(content)
        if self._claimed(content):
            raise NotPlain
        for trigger in self._triggers:
            if trigger in content:  # even within code
                raise NotPlain
        return self._read(content)

    def has_words_alone(self, text: str) -> bool:
        """Report whether there is nothing but words in a text, or in each of the texts in a line."""
        return self._find_trigger(text) is None

    def is_words(self, line: str) -> bool:
        """Report whether a line (without its indentation) can begin no block, so that it is part of a paragraph."""
        return line[0] not in self._starts or _WORDS.match(line) is not None

    def is_touched(self, start: int, end: int) -> bool:
        """Report whether a line above, in or below the lines from *start* to before *end* changes their block."""
        return bool(self._touched) and not self._touched.isdisjoint(range(start, end))


def finished(kind: str, tag: str, html: str, texts: Texts) -> Token:
    """Return the token of a block that is rendered, or of the part before or after a text with tokens.

    Its content is *html*, with the marks of its *texts*; that of a heading is what is in it.
    """
    return Token(kind, tag, 0, content=html, meta={"texts": texts}, block=True)


def text_alone(content: str, lines: tuple[int, int], simple: Simple) -> Texts:
    """Return the texts of a block that has one."""
    return Texts((content,), (simple.words,), (Marked(lines, simple),) if simple.pieces else (), lines)


def texts_of(token: Token) -> Texts | None:
    """Return the texts of a finished block, None of another token."""
    return token.meta.get("texts") if token.meta else None


class BlockWriter:
    """Writes a block with several texts."""

    def __init__(self, tag: str, start: int, finisher: Finisher) -> None:
        """Begin a block at the line *start*, whose element is *tag*."""
        self.tag, self.start, self.finisher = tag, start, finisher
        self._html: list[str] = []
        self._contents: list[str] = []
        self._words: list[str] = []
        self._marked: list[Marked] = []
        self._lines = (start, start)
        self._tokens: list[Token] = []

    def write(self, html: str) -> None:
        """Write HTML."""
        self._html.append(html)

    def text(self, content: str, lines: tuple[int, int], before: str, after: str) -> None:
        """Write the text of some lines between two pieces of HTML."""
        if self.finisher.has_words_alone(content):
            self.words(content, lines, f"{before}{words_html(content)}{after}")
            return
        simple = self.finisher.read(content)
        if simple is not None:
            self._html.append(f"{before}{simple.html}{after}")
            self._contents.append(content)
            self._words.append(simple.words)
            self._lines = lines
            if simple.pieces:
                self._marked.append(Marked(lines, simple))
            return
        self._html.append(before)
        self._finish()
        self._html.append(after)
        self._tokens.append(
            Token("inline", "", 0, map=[*lines], level=_LEVEL, children=[], content=content, block=True)
        )

    def words(self, content: str, lines: tuple[int, int], html: str) -> None:
        """Write the words of some lines, which are *content*, as *html*."""
        self._html.append(html)
        self._contents.append(content)
        self._words.append(content)
        self._lines = lines

    def tokens(self, end: int) -> Sequence[Token]:
        """Return the tokens of the block, which ends before the line *end*."""
        self._finish()
        self._tokens[0].map = [self.start, end]
        return self._tokens

    def _finish(self) -> None:
        texts = Texts(self._contents, self._words, self._marked, self._lines)
        self._tokens.append(finished(FINISHED, self.tag, "".join(self._html), texts))
        self._html, self._contents, self._words, self._marked = [], [], [], []


def _beside(source: str, marks: Sequence[re.Pattern[str]]) -> Iterator[int]:
    """Yield the lines with *marks*, and for each of them the next ones above and below that are not empty."""
    places = [match.start() for mark in marks for match in mark.finditer(source)]
    if not places:
        return
    lines = source.split("\n")
    begins = list(accumulate([len(line) + 1 for line in lines], initial=0))
    marked = {bisect_right(begins, place) - 1 for place in places}
    filled = [number for number, line in enumerate(lines) if line.strip(" \t>")]
    for at, number in enumerate(filled):
        if number in marked:
            yield from filled[max(0, at - 1) : at + 2]


def opening_tag(name: str, attributes: Mapping[str, str]) -> str:
    """Return the opening tag of an element.

    >>> opening_tag("p", {}), opening_tag("p", {"lang": "en"})
    ('<p>', '<p lang="en">')
    """
    return f"<{name}{attributes_text(attributes)}>"


def attributes_text(attributes: Mapping[str, str]) -> str:
    """Return attributes as they are written in a tag."""
    if not attributes:  # as of most
        return ""
    return "".join([f' {key}="{escaped(value)}"' for key, value in attributes.items()])
