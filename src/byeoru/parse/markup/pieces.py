"""The pieces of a body while it is rendered.

Rules return text, and pieces are much rarer than text. A NUL character, which the parser removes from any input, marks
the position of a piece; the finished text is split at these marks once.
"""

from byeoru.model.body import Body, Part, Piece
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


class _Joined:
    """The pieces and the parts of a body, while one after the other is added."""

    def __init__(self, text: str) -> None:
        self.pieces: list[Piece] = []
        self.parts: list[Part] = []
        self.open: list[tuple[int, int]] = []  # where parts have begun
        self.text = text  # behind the last piece

    def add(self, piece: Piece) -> None:
        """Add a piece behind the text."""
        if self.text:
            self.pieces.append(self.text)
        self.pieces.append(piece)
        self.text = ""

    def add_edge(self, edge: Edge) -> None:
        """Begin or end a part behind the text."""
        place = len(self.pieces), len(self.text)
        if edge.begins:
            self.open.append(place)
        else:
            self.parts.append(Part(edge.id, edge.rank, *self.open.pop(), *place))

    def body(self) -> Body:
        pieces = (*self.pieces, self.text) if self.text else tuple(self.pieces)
        self.parts.sort(key=lambda part: (part.first, part.first_offset, -part.last, -part.last_offset))
        return Body(pieces, tuple(self.parts))
