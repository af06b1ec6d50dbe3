"""The body of a document: HTML in typed pieces.

In:  nothing; these are values.
Out: the pieces that `parse` makes of Markdown, and `render.bodies` writes into a page.
Must not: hold what only the site or the page around a body decides: where a reference leads, how large its picture is,
what stands before its ids, at which level its headings begin.

Text is HTML as it will be published. Whatever the site or the page decides is a piece of its own, so that a page is
joined from pieces and nobody searches finished HTML.
"""

from typing import NamedTuple


class Attribute(NamedTuple):
    """An attribute of a tag."""

    name: str  # in small letters; "" for a slash before the end of the tag
    text: str  # as it is written, with the space before it


class Anchor(NamedTuple):
    """An attribute that names anchors of this body: its own `id`, or what refers to one, such as `for`."""

    id: str  # escaped; several in attributes that take a list
    attribute: str = "id"


Attributes = tuple[Attribute | Anchor, ...]
SOURCE = Attribute("src", "")  # where the address of a picture is written


class Link(NamedTuple):
    """The opening tag of a link to something in the site."""

    slot: int  # the reference that it follows: its place in `Parsed.slots`
    attributes: Attributes = ()  # without `href`


class Image(NamedTuple):
    """A picture that lies in the site."""

    slot: int
    attributes: Attributes  # one of them is SOURCE


class Address(NamedTuple):
    """The value of an attribute of raw HTML that leads somewhere in the site."""

    slot: int


class Fragment(NamedTuple):
    """The value of an attribute that leads to an anchor of this body."""

    id: str  # escaped


class Heading(NamedTuple):
    """The opening tag of a heading."""

    level: int  # 1 to 6
    id: str  # not escaped
    text: str
    attributes: Attributes = ()  # without `id`


class HeadingEnd(NamedTuple):
    """The closing tag of a heading."""

    level: int


Piece = str | Link | Image | Address | Anchor | Fragment | Heading | HeadingEnd


class Body(NamedTuple):
    """What a reader sees of a document."""

    pieces: tuple[Piece, ...]

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Return the headings, for a list of contents."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Heading))
