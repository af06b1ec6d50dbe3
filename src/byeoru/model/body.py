"""The body of a document: HTML in typed pieces.

In:  nothing; these are values.
Out: the pieces that `parse` makes of Markdown, and `render.bodies` writes into a page.
Must not: contain what only the site or the page decides: the target of a reference, the size of an image, the prefix of
ids, the level of headings.

Text is HTML as it will be published. Whatever the site or the page decides is a separate piece, so a page is joined
from pieces, and finished HTML is never searched.
"""

from html import unescape
from typing import Literal, NamedTuple


class Attribute(NamedTuple):
    """An attribute of a tag."""

    name: str  # in lower case; "" for a slash before the end of the tag
    text: str  # as it is written, with the space before it


class Anchor(NamedTuple):
    """An attribute that defines an anchor of this body (`id`) or refers to one (such as `for`)."""

    id: str  # escaped; several in attributes that take a list
    attribute: str = "id"


# Bytes of a text in a feed. Readers refuse large feeds (CommaFeed those of 5 MB, Miniflux those of 15 MiB), and with
# them each new post; a feed has 20 posts if the settings do not say otherwise.
FEED_LIMIT = 200_000

Attributes = tuple[Attribute | Anchor, ...]
SOURCE = Attribute("src", "")  # the position of the address of an image


class Link(NamedTuple):
    """The opening tag of a link to something in the site."""

    slot: int  # index in `Parsed.slots`
    attributes: Attributes = ()  # without `href`


class Address(NamedTuple):
    """The value of an attribute of raw HTML that refers to an address in the site."""

    slot: int


class Addresses(NamedTuple):
    """An attribute of an image with further addresses of images, such as `srcset`."""

    name: str
    parts: tuple[str | Address, ...]  # text is escaped


class Image(NamedTuple):
    """An image of the site."""

    slot: int
    attributes: tuple[Attribute | Anchor | Addresses, ...]  # one of them is SOURCE


class Wikilink(NamedTuple):
    """A link that names a note, with its label; without a target only the label is shown."""

    slot: int
    label: str = ""  # HTML; the label that the site gives it comes first (`Page.labels`)


class Embed(NamedTuple):
    """The place of another note's text, or of a part of it."""

    slot: int
    is_inline: bool = False  # inside a line, such as a cell of a table: its words without their blocks


class Media(NamedTuple):
    """An embedded file that is no image."""

    slot: int
    kind: Literal["audio", "video", "file"]
    label: str = ""  # HTML; "" for the name of the file


class Fragment(NamedTuple):
    """The value of an attribute that refers to an anchor of this body."""

    id: str  # escaped


class WayBack(NamedTuple):
    """The link from a footnote to one of the references to it."""

    id: str  # of the reference, escaped
    label: str  # its name for those who hear it, escaped


class Heading(NamedTuple):
    """The opening tag of a heading."""

    level: int  # 1 to 6
    id: str  # not escaped
    text: str
    attributes: Attributes = ()  # without `id`


class HeadingEnd(NamedTuple):
    """The closing tag of a heading."""

    level: int


class Part(NamedTuple):
    """A section or a block of a body that can be embedded: from one character of its pieces to before another."""

    id: str  # of the heading, or of the block with its "^"
    rank: int  # the level of the heading, 0 for a block
    first: int  # index of its first piece
    first_offset: int  # of its first character in that piece, 0 if the piece is no text
    last: int
    last_offset: int  # of the character after it in the last piece


Piece = str | Link | Image | Address | Anchor | Fragment | Heading | HeadingEnd | Wikilink | Embed | Media | WayBack


class Body(NamedTuple):
    """The contents of a document as HTML."""

    pieces: tuple[Piece, ...]
    parts: tuple[Part, ...] = ()  # in the order of the text

    @property
    def size(self) -> int:
        """Return the bytes of its text."""
        return sum([len(piece.encode("utf-8", "replace")) for piece in self.pieces if type(piece) is str])

    @property
    def is_large(self) -> bool:
        """Tell whether feeds contain a link in place of its text."""
        length = sum([len(piece) for piece in self.pieces if type(piece) is str])
        return (
            4 * length > FEED_LIMIT and self.size > FEED_LIMIT
        )  # a character has at most 4 bytes; most bodies are short

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Return the headings, for a table of contents."""
        return tuple([piece for piece in self.pieces if type(piece) is Heading])

    @property
    def anchors(self) -> frozenset[str]:
        """Return the ids that links can lead to."""
        anchors: set[str] = set()
        for piece in self.pieces:
            if type(piece) is str:  # as most
                continue
            match piece:
                case Heading():
                    anchors.add(piece.id)
                case Anchor(attribute="id" | "name"):
                    anchors.add(unescape(piece.id))
                case _:
                    pass
            if isinstance(piece, Heading | Link | Image):
                anchors.update(unescape(one.id) for one in piece.attributes if isinstance(one, Anchor))
        return frozenset(anchors)
