"""Parts of a body that another page shows: a section, a block, or the whole text.

In:  a body, and the id of one of its parts.
Out: `Excerpt`, the pieces of a part with the footnotes that they refer to; `PartRow`, what a page that shows it depends
     on without holding it.
Must not: know the page that shows it.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from byeoru.base.digest import digest_of
from byeoru.model.body import Anchor, Body, Embed, Fragment, Heading, Part, Piece, WayBack

NOTE = "fn:"  # the beginning of the ids of footnotes
NOTE_RANK = 7
_NOTES_DEEP = 2  # footnotes of footnotes; those of these are links to the page of the text
# Bytes of what is not text, so that a text of nothing but links or embeds has a size too.
_FRAME, _PIECE = 200, 50


Pieces = tuple[Piece, ...]


class Excerpt(NamedTuple):
    """A part of a body."""

    pieces: Pieces
    notes: tuple[Pieces, ...] = ()  # the footnotes that it refers to, in their order, each a list item

    @property
    def highest(self) -> int:
        """Return the level of its highest heading, 0 if it has none."""
        return min([piece.level for piece in self.pieces if type(piece) is Heading], default=0)

    @property
    def all_pieces(self) -> Iterator[Piece]:
        """Yield its pieces and those of its footnotes."""
        yield from self.pieces
        for note in self.notes:
            yield from note


class PartRow(NamedTuple):
    """What is known of a part without its pieces."""

    path: str  # of its document
    id: str  # "" for the whole text
    digest: str  # of its pieces, whatever numbers their slots have; "" if the document has no such part
    size: int  # bytes
    slots: tuple[int, ...]  # that its pieces refer to, in their order
    embeds: tuple[int, ...]  # those of them that show texts


class Divided:
    """A body whose parts can be found by their ids."""

    def __init__(self, body: Body) -> None:
        """Take a body."""
        self._body = body
        self._parts = {part.id: part for part in reversed(body.parts)}

    def cut(self, part_id: str) -> Excerpt | None:
        """Return a part, or the whole text for ""; None if there is no part of that id."""
        pieces, part = self._body.pieces, self._parts.get(part_id)
        if part is None and part_id:
            return None
        shown = pieces if part is None else _between(pieces, part)
        if not part_id:
            return Excerpt(
                shown, tuple([_between(pieces, note) for note in self._body.parts if note.rank == NOTE_RANK])
            )
        return Excerpt(shown, self._notes_of(shown))

    def _notes_of(self, pieces: Pieces) -> tuple[Pieces, ...]:
        """Return the footnotes that *pieces* refer to, and those that these refer to, in the order of the body."""
        found: dict[str, Pieces] = {}
        level = [pieces]
        for _ in range(_NOTES_DEEP):
            wanted = [piece.id for some in level for piece in some if type(piece) is Fragment and piece.id[:3] == NOTE]
            level = []
            for note in dict.fromkeys(wanted):
                if note not in found and note in self._parts:
                    found[note] = _between(self._body.pieces, self._parts[note])
                    level.append(found[note])
        shown = {piece.id for some in (pieces, *found.values()) for piece in some if type(piece) is Anchor}
        return tuple([_with_ways_back(found[note], shown) for note in sorted(found, key=self._place)])

    def _place(self, part_id: str) -> tuple[int, int]:
        part = self._parts[part_id]
        return part.first, part.first_offset

    def row(self, path: str, part_id: str) -> PartRow:
        """Return what is known of a part of the document at *path*."""
        excerpt = self.cut(part_id)
        if excerpt is None:
            return PartRow(path, part_id, "", 0, (), ())
        pieces = list(excerpt.all_pieces)
        slots = [(slot, type(piece) is Embed) for piece in pieces if type(piece) is not str for slot in _slots(piece)]
        return PartRow(
            path,
            part_id,
            digest_of([_spelled(piece) for piece in pieces]),
            _size(pieces),
            tuple([slot for slot, _ in slots]),
            tuple([slot for slot, is_embed in slots if is_embed]),
        )


def _between(pieces: Pieces, part: Part) -> Pieces:
    """Return the pieces of a part; of texts at its ends only what belongs to it."""
    first, end = part.first, part.last + 1 if part.last_offset else part.last
    result = list(pieces[first:end])
    if part.last_offset and isinstance(last := result[-1], str):
        result[-1] = last[: part.last_offset]
    if part.first_offset and result and isinstance(beginning := result[0], str):
        result[0] = beginning[part.first_offset :]
    return tuple(result)


def _size(pieces: Iterable[Piece]) -> int:
    """Return about how many bytes *pieces* take on a page, without the texts of the embeds among them."""
    return _FRAME + sum([_size_of(piece) for piece in pieces])


def _size_of(piece: Piece) -> int:
    if type(piece) is str:
        return len(piece.encode("utf-8", "replace"))
    return _FRAME if type(piece) is Embed else _PIECE


def _with_ways_back(note: Pieces, shown: Collection[str]) -> Pieces:
    """Return a footnote whose ways back lead to references that are *shown*."""
    return tuple([piece for piece in note if type(piece) is not WayBack or piece.id in shown])


def _slots(value: object) -> Iterator[int]:
    """Yield the slots that a piece refers to."""
    if isinstance(value, tuple):
        if isinstance(slot := getattr(value, "slot", None), int):
            yield slot
        for one in value:
            yield from _slots(one)


def _spelled(value: object) -> object:
    """Return a piece as a plain value without the numbers of its slots: an edit elsewhere in the text changes them."""
    if not isinstance(value, tuple):
        return value
    names: tuple[str, ...] = getattr(value, "_fields", ())
    fields = (
        [None if name == "slot" else _spelled(one) for name, one in zip(names, value, strict=True)] if names else []
    )
    return [type(value).__name__, *fields] if names else [_spelled(one) for one in value]
