"""The pieces of a body while it is rendered.

Rules return text, and pieces are much rarer than text. A NUL character, which the parser removes from any input, marks
the position of a piece; the finished text is split at these marks once.
"""

from byeoru.base.digest import digest_text
from byeoru.model.body import Address, Addresses, Body, Image, Part, Piece
from byeoru.parse.markup.parts import Edge

MARK = "\0"


class Pieces:
    """The pieces of one body, in the order of the text."""

    def __init__(self) -> None:
        """Begin with none."""
        self._pieces: list[Piece | Edge] = []

    def put(self, piece: Piece | Edge) -> str:
        """Add the next piece; return its mark for the text."""
        self._pieces.append(piece)
        return MARK

    def body(self, html: str) -> Body:
        """Return the body: *html* with its marks replaced by pieces."""
        texts = html.split(MARK)
        joined = _Joined(texts[0])
        for piece, text in zip(self._pieces, texts[1:], strict=True):
            if isinstance(piece, Edge):
                joined.add_edge(piece)
            else:
                joined.add(piece)
            joined.text += text
        return joined.body()


class _Unfinished:
    """A part that has begun: its place, and what its digest depends on.

    A part within it is one of its values, so each text is digested once. Slots are numbered from the first one of the
    part: a new link above it changes nothing.
    """

    __slots__ = ("edge", "first", "offset", "values")

    def __init__(self, edge: Edge, first: int, offset: int) -> None:
        self.edge, self.first, self.offset = edge, first, offset
        self.values: list[str] = []


def _moved(piece: Piece, first: int) -> Piece:
    """Return a piece with its slots counted from *first*."""
    if not hasattr(piece, "slot"):
        return piece
    if isinstance(piece, Image):
        attributes = tuple(
            one._replace(
                parts=tuple(part if isinstance(part, str) else Address(part.slot - first) for part in one.parts)
            )
            if isinstance(one, Addresses)
            else one
            for one in piece.attributes
        )
        return Image(piece.slot - first, attributes)
    return piece._replace(slot=piece.slot - first)  # type: ignore[union-attr,call-arg]


class _Joined:
    """The pieces and the parts of a body, while one after the other is added."""

    def __init__(self, text: str) -> None:
        self.pieces: list[Piece] = []
        self.parts: list[Part] = []
        self.open: list[_Unfinished] = []
        self.text = text  # behind the last piece
        self.told = 0  # how much of it the open part knows

    def add(self, piece: Piece) -> None:
        """Add a piece behind the text."""
        self.tell()
        if self.text:
            self.pieces.append(self.text)
        self.pieces.append(piece)
        self.text, self.told = "", 0
        if self.open:
            self.open[-1].values.append(repr(_moved(piece, self.open[-1].edge.slot)))

    def tell(self) -> None:
        if self.open and self.told < len(self.text):
            self.open[-1].values.append(self.text[self.told :])
        self.told = len(self.text)

    def add_edge(self, edge: Edge) -> None:
        """Begin or end a part behind the text."""
        self.tell()
        at, offset = len(self.pieces), len(self.text)
        if edge.begins:
            self.open.append(_Unfinished(edge, at, offset))
            return
        part = self.open.pop()
        digest = digest_text("\n".join([f"{len(value)} {value}" for value in part.values]))
        slots = part.edge.slot, edge.slot
        self.parts.append(Part(edge.id, edge.rank, part.first, part.offset, at, offset, *slots, digest))
        if self.open:
            self.open[-1].values.append(digest)

    def body(self) -> Body:
        pieces = (*self.pieces, self.text) if self.text else tuple(self.pieces)
        self.parts.sort(key=lambda part: (part.first, part.first_offset, -part.last, -part.last_offset))
        return Body(pieces, tuple(self.parts))
