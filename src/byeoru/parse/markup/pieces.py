"""The pieces of a body while it is rendered.

Rules return text, and pieces are much rarer than text. A NUL character, which the parser removes from any input, marks
the position of a piece; the finished text is split at these marks once.
"""

from byeoru.model.body import Body, Piece

MARK = "\0"


class Pieces:
    """The pieces of one body, in the order of the text."""

    def __init__(self) -> None:
        """Begin with none."""
        self._pieces: list[Piece] = []

    def put(self, piece: Piece) -> str:
        """Add the next piece; return its mark for the text."""
        self._pieces.append(piece)
        return MARK

    def body(self, html: str) -> Body:
        """Return the body: *html* with its marks replaced by pieces."""
        texts = html.split(MARK)
        pieces: list[Piece] = [texts[0]] if texts[0] else []
        for piece, text in zip(self._pieces, texts[1:], strict=True):
            pieces.append(piece)
            if text:
                pieces.append(text)
        return Body(tuple(pieces))
