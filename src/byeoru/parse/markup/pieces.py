"""The pieces of a body while its HTML is being written.

Text and pieces are written in one order, and text is far more common: where a piece belongs stands one NUL character
in the text, which the parser lets through nowhere, and the text is cut at them once.
"""

from byeoru.model.body import Body, Piece

MARK = "\0"


class Pieces:
    """The pieces of one body, in the order in which they are written."""

    def __init__(self) -> None:
        """Begin with none."""
        self._pieces: list[Piece] = []

    def put(self, piece: Piece) -> str:
        """Take the next piece; return what stands for it in the text."""
        self._pieces.append(piece)
        return MARK

    def body(self, html: str) -> Body:
        """Return the body whose text is *html*, with each piece in its place."""
        texts = html.split(MARK)
        pieces: list[Piece] = [texts[0]] if texts[0] else []
        for piece, text in zip(self._pieces, texts[1:], strict=True):
            pieces.append(piece)
            if text:
                pieces.append(text)
        return Body(tuple(pieces))
