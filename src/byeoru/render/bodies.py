"""Write the body of a document into a page.

In:  a body, the targets of its references, and its placement on the page.
Out: HTML.
Must not: search or change finished HTML: whatever a page decides is a piece of the body.
"""

from collections.abc import Callable, Iterable
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
    Wikilink,
)
from byeoru.model.site import NO_TARGET, PRIVATE, Resolved

SizeOf = Callable[[str], tuple[int, int]]  # of the image at a site path; (0, 0) if unknown

_DEEPEST = 6  # level of headings


class Placement(NamedTuple):
    """How a body is placed on a page."""

    base: str  # before site paths, percent-encoded: the path of the site, or in a feed its address
    address: str  # site path of the document's own page, percent-encoded
    are_anchors_here: bool = True  # whether links to its anchors stay on this page, or lead to the document's page
    prefix: str = ""  # of its ids: two bodies on one page need different prefixes
    heading_offset: int = 0  # added to the levels of its headings


def body_html(body: Body, resolved: Resolved, placement: Placement, size_of: SizeOf) -> str:
    """Return the HTML of *body*, whose slots lead where *resolved* tells."""
    page = _Page(body, resolved, placement, size_of)
    return "".join([piece if type(piece) is str else _WRITERS[type(piece)](page, piece) for piece in body.pieces])


class _Page:
    """One body on its page."""

    def __init__(self, body: Body, resolved: Resolved, placement: Placement, size_of: SizeOf) -> None:
        self.targets, self.placement, self.size_of = resolved.targets, placement, size_of
        self.labels = dict(resolved.labels)
        self.prefix = escape(placement.prefix)
        self.anchor_base = placement.address + "#"  # the beginning of links to anchors of the body
        self.outside = "" if placement.are_anchors_here else escape(placement.base + placement.address)
        self.anchors = body.anchors if placement.prefix else frozenset()

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

    def attributes(self, attributes: Iterable[Attribute | Anchor | Addresses]) -> str:
        """Return the text of attributes in a tag."""
        return "".join([part.text if isinstance(part, Attribute) else self._attribute(part) for part in attributes])

    def _attribute(self, part: Anchor | Addresses) -> str:
        if isinstance(part, Anchor):
            return _anchor(self, part)
        value = "".join([piece if isinstance(piece, str) else self.address(piece.slot) for piece in part.parts])
        return f' {part.name}="{value}"'


def _link(page: _Page, piece: Link) -> str:
    if page.targets[piece.slot] == PRIVATE:  # the address of a hidden page is not shown
        return f"<a{page.attributes(piece.attributes)}>"
    return f'<a href="{page.address(piece.slot)}"{page.attributes(piece.attributes) if piece.attributes else ""}>'


def _wikilink(page: _Page, piece: Wikilink | Embed | Media) -> str:
    target = page.targets[piece.slot]
    label = ("" if isinstance(piece, Embed) else piece.label) or escaped(page.labels.get(piece.slot, ""))
    if target in {NO_TARGET, PRIVATE}:
        return label if target == PRIVATE else f'<span class="missing">{label}</span>'
    return f'<a href="{page.address(piece.slot)}">{label}</a>'


def _address(page: _Page, piece: Address) -> str:
    return page.address(piece.slot)


def _image(page: _Page, piece: Image) -> str:
    """Return an image, with its size if the author gave none, so that the text below does not move when it loads."""
    width, height = (0, 0) if _is_sized(piece) else page.size_of(split_reference(page.targets[piece.slot])[0])
    size = f' width="{width}" height="{height}"' if width else ""
    at = piece.attributes.index(SOURCE)
    before, behind = page.attributes(piece.attributes[:at]), page.attributes(piece.attributes[at + 1 :])
    return f'<img{before} src="{page.address(piece.slot)}"{size}{behind}>'


def _is_sized(piece: Image) -> bool:
    return any(
        part.name in {"width", "height"} or (part.name == "style" and ("width" in part.text or "height" in part.text))
        for part in piece.attributes
        if isinstance(part, Attribute)
    )


def _anchor(page: _Page, piece: Anchor) -> str:
    value = " ".join([page.prefix + name for name in piece.id.split()]) if page.prefix else piece.id
    return f' {piece.attribute}="{value}"'


def _fragment(page: _Page, piece: Fragment) -> str:
    return f"{page.outside}#{'' if page.outside else page.prefix}{piece.id}"


def _heading(page: _Page, piece: Heading) -> str:
    attributes = page.attributes(piece.attributes) if piece.attributes else ""
    return f'<h{_level(page, piece.level)} id="{page.prefix}{escape(piece.id)}"{attributes}>'


def _heading_end(page: _Page, piece: HeadingEnd) -> str:
    return f"</h{_level(page, piece.level)}>\n"


def _level(page: _Page, level: int) -> int:
    return min(level + page.placement.heading_offset, _DEEPEST)


_WRITERS: dict[type, Callable[..., str]] = {
    Link: _link,
    Wikilink: _wikilink,
    Embed: _wikilink,
    Media: _wikilink,
    Image: _image,
    Address: _address,
    Anchor: _anchor,
    Fragment: _fragment,
    Heading: _heading,
    HeadingEnd: _heading_end,
}
