"""Show the texts of other pages in a page.

In:  the place of an embed, and the bodies that came with the task.
Out: HTML: the part of the text without its ids, its footnotes, and a link to its page; or only the link.
Must not: decide alone what is filled: `model.embedding` does, so that the task brings every body that is shown.
"""

import re
from collections.abc import Callable, Iterable
from html import escape, unescape

from byeoru.base.escaping import escaped
from byeoru.base.paths import encode
from byeoru.base.patterns import lazy_pattern
from byeoru.model.body import (
    Anchor,
    Attribute,
    Body,
    Embed,
    Fragment,
    Heading,
    HeadingEnd,
    Image,
    Media,
    Piece,
    Wikilink,
)
from byeoru.model.embedding import Filling, named
from byeoru.model.parts import NOTE, Divided, Excerpt
from byeoru.model.queries import embeds, files, settings
from byeoru.model.queries.embeds import EmbeddedPart
from byeoru.model.site import PRIVATE, Page
from byeoru.model.trace import Trace
from byeoru.render.bodies import BodySources, Placement, Writer, reference

BodyOf = Callable[[str], Body]  # of the document at a path

_BACK = "fnref:"  # the beginning of the ids of references to footnotes
# Elements that stand only in others: a list item is shown in a list.
_AROUND = (("<li", "ul"), ("<tr", "table"), ("<dt", "dl"), ("<dd", "dl"))
# Patterns that end at the end of the text, too: a text of unclosed tags is read once.
_UNSEEN = lazy_pattern(
    r'<(script|style|svg|math)\b.*?(?:</\1\s*>|\Z)|<sup class="fnref">.*?(?:</sup>|\Z)|<!--.*?(?:-->|\Z)',
    re.DOTALL | re.IGNORECASE,
)
_TAG = lazy_pattern(r"</?([a-z][a-z0-9]*)[^<>]*>", re.IGNORECASE)
# Tags that can stand within a word; at all others a word ends.
_IN_WORDS = frozenset(
    {"a", "abbr", "b", "code", "del", "em", "i", "kbd", "mark", "s", "small", "span", "strong", "sub", "sup"}
)


class Embeds:
    """The embeds of one page, which are filled in the order of its text."""

    def __init__(self, page: Page, body_of: BodyOf, trace: Trace, *, has_ids: bool = True) -> None:
        """Begin with none; in a feed, which shows many texts at once, footnotes have no ids."""
        self._body_of, self._trace, self._has_ids = body_of, trace, has_ids
        self._filling = Filling()
        self._paths = [page.document.path]  # of the documents whose texts are being written
        self._bodies: dict[str, Divided] = {}
        self._number = 0  # of those filled

    @property
    def sources(self) -> BodySources:
        """Return where the text of the page takes from what it shows.

        They are not kept here: in a cycle of references, the bodies of a page would wait for the garbage collector.
        """
        trace = self._trace
        return BodySources(
            lambda address: trace.query(files.size, address),
            lambda address: trace.query(files.length, address),
            self._embedded,
            lambda: trace.query(settings.private_links) == "text",
        )

    @property
    def size(self) -> int:
        """Return the bytes of all texts that have been filled in."""
        return self._filling.size

    def _embedded(self, writer: Writer, piece: Embed) -> str:
        """Return what stands in the place of an embed."""
        target, path = writer.targets[piece.slot], self._paths[-1]
        if target == PRIVATE:
            return ""
        shown = self._shown(target)
        if shown is None or self._filling.refusal(path, piece.slot, shown.part):
            html = reference(writer, piece.slot)
            return html if piece.is_inline or not html else f"<p>{html}</p>\n"
        self._number += 1
        self._filling.begin(path, piece.slot, shown.part)
        self._paths.append(shown.part.path)
        write = self._inline if piece.is_inline else self._block
        html = write(writer, piece.slot, shown)
        self._paths.pop()
        self._filling.end()
        return html

    def _shown(self, target: str) -> EmbeddedPart | None:
        """Return the part of a page that a target names, None if there is none."""
        if not target.startswith("/"):
            return None
        try:
            shown = self._trace.query(embeds.part, *named(target))
        except KeyError:  # a file
            return None
        return shown if shown.part.digest else None

    def _excerpt(self, shown: EmbeddedPart) -> Excerpt:
        path = shown.part.path
        if path not in self._bodies:
            self._bodies[path] = Divided(self._body_of(path))
        excerpt = self._bodies[path].cut(shown.part.id)
        assert excerpt is not None  # it has a digest
        return excerpt

    def _block(self, writer: Writer, slot: int, shown: EmbeddedPart) -> str:
        """Return a part as a section that ends in a link to its page."""
        excerpt = self._excerpt(shown)
        part = self._writer(writer, shown, excerpt)
        html = _wrapped(part.html(excerpt.pieces), excerpt)
        if excerpt.notes:
            notes = "".join([part.html(note) for note in excerpt.notes])
            html += f'<section class="footnotes">\n<ol>\n{notes}</ol>\n</section>\n'
        label = writer.label(slot) or escaped(_title(shown, excerpt))
        source = f'<p class="embed-source"><a href="{writer.address(slot)}">{label}</a></p>\n'
        return f'<section class="embed" data-from="{_origin(writer, slot)}">\n{html}{source}</section>\n'

    def _writer(self, writer: Writer, shown: EmbeddedPart, excerpt: Excerpt) -> "_PartWriter":
        """Return the writer of a part that stands in the text of another *writer*."""
        placement = Placement(
            writer.placement.base,
            encode(shown.page.summary.address),
            are_anchors_here=False,
            prefix=f"e{self._number}-" if self._has_ids else "",
            heading_offset=max(0, writer.level + 1 - excerpt.highest) if excerpt.highest else 0,
        )
        return _PartWriter(shown.page, placement, writer.sources, excerpt, writer.level)

    def _inline(self, writer: Writer, slot: int, shown: EmbeddedPart) -> str:
        """Return the words of a part for the middle of a line."""
        excerpt = self._excerpt(shown)
        part = self._writer(writer, shown, excerpt)
        words = " ".join(self._words(part, excerpt.pieces).split())
        for note in excerpt.notes:
            self._words(part, note)  # what it embeds is met here too, as it is in a section
        return f'<span class="embed" data-from="{_origin(writer, slot)}">{words}</span>'

    def _words(self, part: Writer, pieces: Iterable[Piece]) -> str:
        """Return the words of *pieces*, escaped; a tag can be divided into several of them."""
        html = "".join([piece if type(piece) is str else self._word(part, piece) for piece in pieces])
        return escaped(unescape(_TAG.sub(_gap, _UNSEEN.sub("", html))))

    def _word(self, part: Writer, piece: Piece) -> str:
        """Return what a piece contributes to words, as HTML; most are part of a tag."""
        match piece:
            case Embed():
                return self._embedded(part, piece._replace(is_inline=True))
            case Image():
                alts = [one.text for one in piece.attributes if isinstance(one, Attribute) and one.name == "alt"]
                return "".join(alts).partition('"')[2].rstrip('"')
            case Wikilink() | Media():
                return piece.label or part.label(piece.slot)
            case HeadingEnd():
                return "<br>"
            case _:
                return ""


class _PartWriter(Writer):
    """Writes a part of a body into the page of another: only its footnotes have ids."""

    def __init__(self, page: Page, placement: Placement, sources: BodySources, excerpt: Excerpt, level: int) -> None:
        super().__init__(page.resolved, placement, sources)
        self.level = level
        names = [piece.id for piece in excerpt.all_pieces if type(piece) is Anchor]
        self._notes = {name for name in names if name.startswith((NOTE, _BACK))}

    def anchor(self, piece: Anchor) -> str:
        """Return the attribute that names a footnote or a reference to it, with the number that the footnote has."""
        if piece.id not in self._notes:
            return ""
        number = f' value="{piece.id.removeprefix(NOTE)}"' if piece.id.startswith(NOTE) else ""
        return f' id="{self.prefix}{piece.id}"{number}' if self.prefix else number

    def fragment(self, piece: Fragment) -> str:
        """Return the address of an anchor: of footnotes in this part, of anything else on the page of the text."""
        return f"#{self.prefix}{piece.id}" if self.prefix and piece.id in self._notes else f"{self.outside}#{piece.id}"

    def heading_id(self, _: Heading) -> str:
        """Return nothing: what links to a heading leads to its own page."""
        return ""


def _gap(tag: re.Match[str]) -> str:
    """Return what remains of a tag between words."""
    return "" if tag[1].lower() in _IN_WORDS else " "


def _origin(writer: Writer, slot: int) -> str:
    """Return the address of an embedded text, also where it stands on this page."""
    return escape(writer.placement.base + writer.targets[slot])


def _title(shown: EmbeddedPart, excerpt: Excerpt) -> str:
    """Return the title of the page of a part, and of the part itself if it is a section."""
    title, first = shown.page.summary.meta.title, excerpt.pieces[:1]
    names = [piece.text for piece in first if isinstance(piece, Heading) and shown.part.id]
    return " › ".join([title, *names])


def _wrapped(html: str, excerpt: Excerpt) -> str:
    """Return the HTML of a part in the element that its own needs around it."""
    first = excerpt.pieces[0] if excerpt.pieces else ""
    around = next((name for tag, name in _AROUND if isinstance(first, str) and first.startswith(tag)), "")
    return f"<{around}>\n{html}</{around}>\n" if around else html
