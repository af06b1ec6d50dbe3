"""Write the body of a document into a page.

In:  a body, the targets of its references, and its placement on the page.
Out: HTML.
Must not: search or change finished HTML: whatever a page decides is a piece of the body.
"""

from collections.abc import Callable, Collection, Iterable
from html import escape
from typing import NamedTuple

from byeoru.base.escaping import escaped
from byeoru.base.paths import decode, split_reference
from byeoru.model.body import (
    SOURCE,
    Address,
    Addresses,
    Anchor,
    Attribute,
    Body,
    Embed,
    Fragment,
    Heading,
    HeadingEnd,
    Image,
    Link,
    Media,
    Piece,
    WayBack,
    Wikilink,
)
from byeoru.model.site import NO_TARGET, PRIVATE, Resolved

SizeOf = Callable[[str], tuple[int, int]]  # of the image at a site path; (0, 0) if unknown

_DEEPEST = 6  # level of headings
_TITLE = 1  # level of the title of a page


class Placement(NamedTuple):
    """How a body is placed on a page."""

    base: str  # before site paths, percent-encoded: the path of the site, or in a feed its address
    address: str  # site path of the document's own page, percent-encoded
    are_anchors_here: bool = True  # whether links to its anchors stay on this page, or lead to the document's page
    prefix: str = ""  # of its ids: two bodies on one page need different prefixes
    heading_offset: int = 0  # added to the levels of its headings


def _linked(writer: "Writer", piece: Embed) -> str:
    return reference(writer, piece.slot)


def _unknown(_: str) -> int:
    return 0


class BodySources(NamedTuple):
    """Where a body takes from what it shows of the rest of the site."""

    size_of: SizeOf
    length_of: Callable[[str], int] = _unknown  # bytes of the file at a site path; 0 if unknown
    embedded: Callable[["Writer", Embed], str] = _linked  # the text in the place of an embed
    shows_private: Callable[[], bool] = lambda: True  # whether a wikilink to a hidden page leaves its words


def body_html(body: Body, resolved: Resolved, placement: Placement, sources: BodySources) -> str:
    """Return the HTML of *body*, whose slots lead where *resolved* tells."""
    anchors = body.anchors if placement.prefix else frozenset()
    return Writer(resolved, placement, sources, anchors).html(body.pieces)


class Writer:
    """Writes one body into a page."""

    def __init__(
        self, resolved: Resolved, placement: Placement, sources: BodySources, anchors: Collection[str] = ()
    ) -> None:
        """Take where the slots lead, and the *anchors* of the body if its ids have a prefix."""
        self.targets, self.placement, self.sources = resolved.targets, placement, sources
        self.labels = dict(resolved.labels)
        self.prefix = escape(placement.prefix)
        self.anchor_base = placement.address + "#"  # the beginning of links to anchors of the body
        self.outside = "" if placement.are_anchors_here else escape(placement.base + placement.address)
        self.anchors = anchors
        self.level = _TITLE  # of the last heading

    def html(self, pieces: Iterable[Piece]) -> str:
        """Return the HTML of *pieces*."""
        return "".join([piece if type(piece) is str else _WRITERS[type(piece)](self, piece) for piece in pieces])

    def address(self, slot: int) -> str:
        """Return the target of a reference, as seen from the page."""
        target, placement = self.targets[slot], self.placement
        if target == PRIVATE:
            return ""
        if not target.startswith("/"):
            return escape(target)  # a URL of this site at which nothing is published
        if placement.are_anchors_here and target.startswith(self.anchor_base):
            fragment = target.removeprefix(self.anchor_base)
            if not self.prefix:
                return "#" + escape(fragment)
            if decode(fragment) in self.anchors:
                return f"#{self.prefix}{escape(fragment)}"
        return escape(placement.base + target)

    def label(self, slot: int) -> str:
        """Return the label that the site gives a reference, as HTML; "" if it gives none."""
        return escaped(self.labels.get(slot, ""))

    def attributes(self, attributes: Iterable[Attribute | Anchor | Addresses]) -> str:
        """Return the text of attributes in a tag."""
        return "".join([part.text if isinstance(part, Attribute) else self._attribute(part) for part in attributes])

    def _attribute(self, part: Anchor | Addresses) -> str:
        if isinstance(part, Anchor):
            return self.anchor(part)
        value = "".join([piece if isinstance(piece, str) else self.address(piece.slot) for piece in part.parts])
        return f' {part.name}="{value}"'

    def anchor(self, piece: Anchor) -> str:
        """Return the attribute that defines an anchor, or refers to one."""
        value = " ".join([self.prefix + name for name in piece.id.split()]) if self.prefix else piece.id
        return f' {piece.attribute}="{value}"'

    def fragment(self, piece: Fragment) -> str:
        """Return the address of an anchor."""
        return f"{self.outside}#{'' if self.outside else self.prefix}{piece.id}"

    def heading_id(self, heading: Heading) -> str:
        """Return the attribute that names a heading."""
        return f' id="{self.prefix}{escape(heading.id)}"'


def _link(writer: Writer, piece: Link) -> str:
    if writer.targets[piece.slot] == PRIVATE:  # the address of a hidden page is not shown
        return f"<a{writer.attributes(piece.attributes)}>"
    return f'<a href="{writer.address(piece.slot)}"{writer.attributes(piece.attributes) if piece.attributes else ""}>'


def _wikilink(writer: Writer, piece: Wikilink) -> str:
    is_second = writer.targets[piece.slot] != PRIVATE  # the label, where the author wrote it before the bar
    return reference(writer, piece.slot, (is_second and writer.label(piece.slot)) or piece.label)


def reference(writer: Writer, slot: int, label: str = "") -> str:
    """Return a link with a *label* in HTML, by default that of the site; without a target only the label."""
    target, label = writer.targets[slot], label or writer.label(slot)
    if target == PRIVATE:
        return label if writer.sources.shows_private() else ""
    if target == NO_TARGET:
        return f'<span class="missing">{label}</span>'
    return f'<a href="{writer.address(slot)}">{label}</a>'


def _embed(writer: Writer, piece: Embed) -> str:
    return writer.sources.embedded(writer, piece)


def _media(writer: Writer, piece: Media) -> str:
    """Return a player, or a link that tells how large the file is before it is loaded."""
    target = writer.targets[piece.slot]
    path = split_reference(target)[0]
    link = reference(writer, piece.slot, piece.label or writer.label(piece.slot) or escaped(path.rpartition("/")[2]))
    if target in {NO_TARGET, PRIVATE}:
        return "" if target == PRIVATE else link
    if piece.kind == "file":
        length = writer.sources.length_of(path)
        return f'{link} <small class="file-size">({_spelled_size(length)})</small>' if length else link
    # Inside the element, the link is what a reader sees whose program plays nothing.
    return f'<{piece.kind} controls preload="metadata" src="{writer.address(piece.slot)}">{link}</{piece.kind}>'


def _spelled_size(length: int) -> str:
    """Return a number of bytes in words.

    >>> _spelled_size(840), _spelled_size(12_345), _spelled_size(2_512_345)
    ('840 B', '12 KB', '2.5 MB')
    """
    if length < 1000:
        return f"{length} B"
    return f"{length / 1e3:.0f} KB" if length < 999_500 else f"{length / 1e6:.1f} MB"


def _address(writer: Writer, piece: Address) -> str:
    return writer.address(piece.slot)


def _image(writer: Writer, piece: Image) -> str:
    """Return an image, with its size if the author gave none, so that the text below does not move when it loads."""
    if (target := writer.targets[piece.slot]) in {NO_TARGET, PRIVATE}:  # an address "" would be that of the page
        name = escaped(writer.labels.get(piece.slot, ""))
        return f'<span class="missing">{name}</span>' if target == NO_TARGET else ""
    path = split_reference(target)[0]
    width, height = (0, 0) if _is_sized(piece) else writer.sources.size_of(path)
    size = f' width="{width}" height="{height}"' if width else ""
    at = piece.attributes.index(SOURCE)
    before, behind = writer.attributes(piece.attributes[:at]), writer.attributes(piece.attributes[at + 1 :])
    return f'<img{before} src="{writer.address(piece.slot)}"{size}{behind}>'


def _is_sized(piece: Image) -> bool:
    return any(
        part.name in {"width", "height"} or (part.name == "style" and ("width" in part.text or "height" in part.text))
        for part in piece.attributes
        if isinstance(part, Attribute)
    )


def _way_back(writer: Writer, piece: WayBack) -> str:
    href = writer.fragment(Fragment(piece.id))
    return f'<a href="{href}" class="fnback" aria-label="{piece.label}">↩</a>'


def _heading(writer: Writer, piece: Heading) -> str:
    attributes = writer.attributes(piece.attributes) if piece.attributes else ""
    writer.level = _level(writer, piece.level)
    return f"<h{writer.level}{writer.heading_id(piece)}{attributes}>"


def _heading_end(writer: Writer, piece: HeadingEnd) -> str:
    return f"</h{_level(writer, piece.level)}>\n"


def _level(writer: Writer, level: int) -> int:
    return min(level + writer.placement.heading_offset, _DEEPEST)


_WRITERS: dict[type, Callable[..., str]] = {
    Link: _link,
    Wikilink: _wikilink,
    Embed: _embed,
    Media: _media,
    Image: _image,
    Address: _address,
    Anchor: lambda writer, piece: writer.anchor(piece),
    Fragment: lambda writer, piece: writer.fragment(piece),
    WayBack: _way_back,
    Heading: _heading,
    HeadingEnd: _heading_end,
}
