"""Inline text that was rendered without tokens."""

from typing import NamedTuple


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

    html: str  # with one MARK for the opening tag of each link, or for a whole wikilink
    words: str
    links: tuple[SimpleLink, ...]
