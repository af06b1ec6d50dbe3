"""One pass over an inline text that needs no tokens, with the *quick forms* of the rules (`Rule.quick_texts`).

In:  the content of one block, and which rule reads what begins with a trigger.
Out: ``Simple``: its HTML, its words, and what is put into it later; or ``Hard``: it needs the parser.
Must not: know a rule.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from byeoru.base.escaping import escaped
from byeoru.parse.markup.pieces import MARK
from byeoru.parse.markup.simple import Simple, SimpleLink, Write

if TYPE_CHECKING:
    from byeoru.parse.markup.environment import MarkdownEnv


class Hard(Exception):  # noqa: N818  (a result, not an error)
    """A text needs the parser."""


# Reads what begins at the place of a reader with a trigger of its rule, and moves it; raises ``Hard`` in doubt.
TextForm = Callable[["TextReader"], None]


class Triggers(NamedTuple):
    """What the rules of a dialect react to in a text."""

    find: Callable[[str, int], re.Match[str] | None]  # any trigger
    find_in_link: Callable[[str], re.Match[str] | None]  # those within the text of a link
    forms: Mapping[str, TextForm]  # by trigger; others need the parser
    has_html: bool  # whether HTML is published


class TextReader:
    """One pass over one text."""

    __slots__ = (
        *("at", "breaks", "env", "has_definitions", "html", "last_link", "open", "pieces", "text", "triggers"),
        *("when_read", "words"),
    )

    def __init__(
        self, text: str, triggers: Triggers, env: "MarkdownEnv | None", *, breaks: bool, has_definitions: bool
    ) -> None:
        """Take a *text*; *has_definitions* if its document may define links.

        *env* has what the blocks of the document define, and is None until all have been read.
        """
        self.triggers, self.env = triggers, env
        self.text, self.breaks, self.has_definitions = text, breaks, has_definitions
        self.at = 0
        self.last_link = text.rfind("](")  # where a link may end
        self.html: list[str] = []
        self.words: list[str] = []
        # What is written at each MARK; of a link: its target, its title or label, whether it is a wikilink, and the
        # index of its text in `words`.
        self.pieces: list[tuple[str, str, bool, int] | Write] = []
        self.when_read: list[Callable[[], None]] = []
        self.open: list[str] = []  # runs of `*` or `_`

    def read(self) -> Simple:
        """Return the whole text rendered."""
        text, find, forms = self.text, self.triggers.find, self.triggers.forms
        while self.at < len(text):
            match = find(text, self.at)
            start = match.start() if match else len(text)
            if start > self.at:
                plain = text[self.at : start]
                self.words.append(plain)
                self.html.append(plain.replace(">", "&gt;").replace('"', "&quot;"))
                self.at = start
            if match is not None:
                form = forms.get(match[0])
                if form is None:
                    raise Hard
                form(self)
        if self.open:
            raise Hard
        for count in self.when_read:
            count()
        return Simple("".join(self.html), "".join(self.words), tuple(self._placed()) if self.pieces else ())

    def _placed(self) -> Iterator[SimpleLink | Write]:
        """Yield the pieces, links with their places in the words."""
        ends = list(accumulate(map(len, self.words)))
        for piece in self.pieces:
            if isinstance(piece, tuple):
                target, title, is_wiki, at = piece
                yield SimpleLink(target, title, ends[at] - len(self.words[at]), ends[at], is_wiki)
            else:
                yield piece

    def literal(self, words: str) -> None:
        """Add characters that have no special meaning here."""
        self.at += len(words)
        self.words.append(words)
        self.html.append(escaped(words))

    def link(self, target: str, title: str, words: str, *, is_wiki: bool = False) -> None:
        """Add a link; its tag ends with the text, unless it *is_wiki*."""
        self.pieces.append((target, title, is_wiki, len(self.words)))
        self.words.append(words)
        self.html.append(MARK if is_wiki else f"{MARK}{escaped(words)}</a>")

    def later(self, write: Write, when_read: Callable[[], None] | None = None) -> None:
        """Add what is no text, and is written with the page; *when_read* is called if the text is not hard."""
        self.pieces.append(write)
        self.html.append(MARK)
        if when_read is not None:
            self.when_read.append(when_read)
