"""Publish a file without the place where it was taken.

In:  the bytes of a picture or a film.
Out: the same, but for the place: GPS in EXIF, places in XMP and IPTC, and those of films. Pixels and samples stay as
they are, to the byte; a file that tells no place comes out as it went in.
Must not: raise, whatever a file is.

A home address is what a photograph of one's desk says of its author to everybody who asks.
"""

from collections.abc import Iterator

from byeoru.render.metadata import boxes, png, texts, tiff
from byeoru.render.metadata.cleaner import Read

_LARGEST = 128 << 20  # bytes of a picture or of a film's metadata; GitHub takes no file above 100 MB
_CHUNK = 1 << 20
_TO_THE_END = 1 << 63  # bytes of a box that does not say where it ends
_TELLING = {b"moov", b"uuid"}  # boxes of a film in which a place can stand
_EXIF = b"Exif\0\0"


def picture(read: Read) -> Iterator[bytes]:
    """Yield the bytes of a picture without the place."""
    yield without_place(read(_LARGEST))
    while chunk := read(_CHUNK):
        yield chunk


def film(read: Read) -> Iterator[bytes]:
    """Yield a film box by box: its samples are passed on as they are read, whatever their size."""
    while len(head := read(8)) == 8:
        size = int.from_bytes(head[:4], "big")
        if size == 1:
            head += read(8)
            size = int.from_bytes(head[8:], "big")
        rest = size - len(head) if size else _TO_THE_END
        if rest < 0:  # no box at all
            break
        if head[4:8] in _TELLING:
            part = read(min(rest, _LARGEST))
            yield without_place(head + part)
            rest -= len(part)
        else:
            yield head
        while rest > 0 and (chunk := read(min(rest, _CHUNK))):
            yield chunk
            rest -= len(chunk)
    yield head
    while chunk := read(_CHUNK):
        yield chunk


def without_place(data: bytes) -> bytes:
    """Return the bytes of a picture, or of a box of a film, without the place."""
    if data.startswith(png.SIGNATURE):
        return png.without_place(data, _clean_exif, texts.without_place)
    if data.startswith((b"II*\0", b"MM\0*")):
        return texts.without_place(tiff.without_place(data, is_file=True))
    found = bytearray()
    for start, end in _blocks(data):
        block = data[start:end]
        if (cleaned := _clean_exif(block)) != block:
            found = found or bytearray(data)
            found[start:end] = cleaned
    return boxes.without_place(texts.without_place(bytes(found) or data))


def _clean_exif(block: bytes) -> bytes:
    """Clean a block of EXIF, with or without the mark that some kinds of files put before it."""
    head = len(_EXIF) if block.startswith(_EXIF) else 0
    return block[:head] + tiff.without_place(block[head:])


def _blocks(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield where blocks of EXIF lie in a picture."""
    if data.startswith(b"\xff\xd8"):
        at = -1
        while (at := data.find(_EXIF, at + 1)) >= 0:
            # In compressed pixels FF is never followed by E1; a second picture may hang behind the first.
            if data[at - 4 : at - 2] == b"\xff\xe1":
                yield at, min(at - 2 + int.from_bytes(data[at - 2 : at], "big"), len(data))
    elif data.startswith(b"RIFF"):
        at = 12
        while at + 8 <= len(data):
            size = int.from_bytes(data[at + 4 : at + 8], "little")
            if data[at : at + 4] == b"EXIF":
                yield at + 8, min(at + 8 + size, len(data))
            at += 8 + size + size % 2
    elif data[4:8] == b"ftyp":
        yield from boxes.exif_of(data)
