"""The body of a document as a packed row, in which its HTML is one text behind everything else.

In:  the key of the document and its body in plain values; or the row again.
Out: the row, or the body.
Must not: know what the pieces mean. Those that are HTML are texts, for which the row has their lengths; others are
lists.
"""

from typing import Any

from byeoru.cache.packed import packed_with_text


def packed_body(key: str, body: list[Any]) -> bytes:
    """Return the row of a *body*, whose first field is its pieces."""
    pieces, *others = body
    lengths = [len(piece) if type(piece) is str else piece for piece in pieces]
    return packed_with_text([key, lengths, *others], "".join([piece for piece in pieces if type(piece) is str]))


def body_of(row: list[Any]) -> list[Any]:
    """Return the body of an unpacked *row* without its key.

    >>> body_of([[3, [0], 2], "another field", "<p>cd"])
    [['<p>', [0], 'cd'], 'another field']
    """
    lengths, *others, html = row
    pieces, start = [], 0
    for piece in lengths:
        if type(piece) is int:
            pieces.append(html[start : start + piece])
            start += piece
        else:
            pieces.append(piece)
    return [pieces, *others]
