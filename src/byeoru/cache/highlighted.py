"""The highlighted code blocks of a document, stored as the places of its body where they stand.

In:  blocks by digest, and the body in plain values.
Out: plain values, in which no block is stored a second time; and the blocks again.
Must not: assume that a block stands in the body as it was highlighted: lines can be marked or numbered. Such a block is
stored itself.
"""

from typing import Any

from byeoru.model.content import Code

_NEAR = 30_000  # characters between two blocks; a search to the end for each that is not found would be quadratic


def places(blocks: Code, pieces: list[Any]) -> list[list[Any]]:
    """Return digest, piece, start and length of each block; digest and HTML of a block that is not found.

    >>> places((("d1", "<b>x</b>"), ("d2", "lost")), ["text", [0], "<pre><b>x</b></pre>"])
    [['d1', 2, 5, 8], ['d2', 'lost']]
    """
    rows: list[list[Any]] = []
    at = start = 0  # where the last block that was found ends
    for digest, html in blocks:
        found = _find(html, pieces, at, start)
        rows.append([digest, *found, len(html)] if found else [digest, html])
        if found:
            at, start = found[0], found[1] + len(html)
    return rows


def _find(html: str, pieces: list[Any], at: int, start: int) -> tuple[int, int] | None:
    """Return the next piece and position of a block, which is searched in a limited part of a body."""
    left = _NEAR + len(html)
    while at < len(pieces) and left > 0:
        if type(pieces[at]) is str:
            found = pieces[at].find(html, start, start + left)
            if found >= 0:
                return at, found
            left -= len(pieces[at]) - start
        at, start, left = at + 1, 0, left - 1
    return None


def blocks_at(rows: list[list[Any]], pieces: list[Any]) -> Code:
    """Return the blocks at the places that ``places`` returned.

    >>> blocks_at([["d1", 2, 5, 8], ["d2", "lost"]], ["text", [0], "<pre><b>x</b></pre>"])
    (('d1', '<b>x</b>'), ('d2', 'lost'))
    """
    return tuple([(digest, _html(place, pieces)) for digest, *place in rows])


def _html(place: list[Any], pieces: list[Any]) -> str:
    match place:
        case [int(at), int(start), int(length)]:
            return str(pieces[at][start : start + length])
    return str(place[0])
