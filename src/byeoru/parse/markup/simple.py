"""Inline text that was rendered without tokens."""

from collections.abc import Callable
from typing import Any, NamedTuple

Write = Callable[[Any], str]  # takes the environment of the document, which imports this module


class SimpleLink(NamedTuple):
    """A link in a block that was rendered without tokens."""

    target: str
    title: str  # of a wikilink: its label, "" for none
    start: int  # of its text in the words of the block
    end: int
    is_wiki: bool = False

    @property
    def is_bare(self) -> bool:
        """Tell whether it is a wikilink without a label."""
        return self.is_wiki and not self.title


class Simple(NamedTuple):
    """The HTML of a block that was rendered without tokens, and its plain text."""

    html: str  # with one MARK for the opening tag of each link, for a whole wikilink, or for what is written later
    words: str
    pieces: tuple[SimpleLink | Write, ...]  # in the order of these marks


def words_alone(text: str) -> Simple:
    """Return a text without a trigger, and so without `<` and `&`."""
    return Simple(words_html(text), text, ())


def words_html(text: str) -> str:
    """Return the HTML of a text without a trigger."""
    return text.replace(">", "&gt;").replace('"', "&quot;")
