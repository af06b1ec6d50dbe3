"""Parts of a body that another page shows: a section, a block, or the whole text.

In:  a body, and the id of one of its parts.
Out: `Excerpt`, the pieces of a part with the footnotes that they refer to; `PartRow`, what a page that shows it depends
     on without holding it.
Must not: know the page that shows it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from byeoru.base.digest import digest_of
from byeoru.model.body import Body, Embed, Fragment, Heading, Part, Piece

NOTE = "fn:"  # the beginning of the ids of footnotes
NOTE_RANK = 7
_FRAME = 200  # bytes around a part, so that a text of nothing but embeds has a size too


class Excerpt(NamedTuple):
    """A part of a body."""

    pieces: tuple[Piece, ...]
    notes: tuple[tuple[Piece, ...], ...] = ()  # the footnotes that it refers to, in their order, each a list item

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


def cut(body: Body, part_id: str) -> Excerpt | None:
    """Return a part of *body*, or all its text for ""; None if it has no part of that id."""
    parts = {part.id: part for part in reversed(body.parts)}
    part = parts.get(part_id)
    if part is None and part_id:
        return None
    pieces = body.pieces if part is None else _between(body.pieces, part)
    notes = _notes_of(pieces, body, parts) if part_id else _all_notes(body)
    return Excerpt(pieces, notes)


def _between(pieces: tuple[Piece, ...], part: Part) -> tuple[Piece, ...]:
    """Return the pieces of a part; of texts at its ends only what belongs to it."""
    first, end = part.first, part.last + 1 if part.last_offset else part.last
    result = list(pieces[first:end])
    if part.last_offset and isinstance(last := result[-1], str):
        result[-1] = last[: part.last_offset]
    if part.first_offset and result and isinstance(beginning := result[0], str):
        result[0] = beginning[part.first_offset :]
    return tuple(result)


def _all_notes(body: Body) -> tuple[tuple[Piece, ...], ...]:
    return tuple([_between(body.pieces, part) for part in body.parts if part.rank == NOTE_RANK])


def _notes_of(pieces: tuple[Piece, ...], body: Body, parts: dict[str, Part]) -> tuple[tuple[Piece, ...], ...]:
    """Return the footnotes that *pieces* refer to, and those that these refer to, in the order of the body."""
    found: dict[str, tuple[Piece, ...]] = {}
    unread = [pieces]
    while unread:
        for piece in unread.pop():
            if type(piece) is Fragment and piece.id.startswith(NOTE) and piece.id not in found and piece.id in parts:
                found[piece.id] = _between(body.pieces, parts[piece.id])
                unread.append(found[piece.id])
    return tuple(
        found[part_id] for part_id in sorted(found, key=lambda one: (parts[one].first, parts[one].first_offset))
    )


def row_of(path: str, part_id: str, body: Body) -> PartRow:
    """Return what is known of a part of the document at *path*."""
    excerpt = cut(body, part_id)
    if excerpt is None:
        return PartRow(path, part_id, "", 0, (), ())
    pieces = list(excerpt.all_pieces)
    slots = [(slot, type(piece) is Embed) for piece in pieces if type(piece) is not str for slot in _slots(piece)]
    return PartRow(
        path,
        part_id,
        digest_of([_spelled(piece) for piece in pieces]),
        _FRAME + sum([len(piece.encode("utf-8", "replace")) for piece in pieces if type(piece) is str]),
        tuple([slot for slot, _ in slots]),
        tuple([slot for slot, is_embed in slots if is_embed]),
    )


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
