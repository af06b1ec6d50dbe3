"""Strip GPS metadata from an image or a video.

In:  the bytes of the file.
Out: the same bytes without coordinates and place names: GPS in EXIF, locations in XMP and IPTC, and those of videos.
Pixels and samples stay as they are; a file without GPS metadata is unchanged.
Must not: raise, whatever a file contains.

A photograph taken at home reveals the author's home address to everybody who downloads it.
"""

from collections.abc import Iterator

from byeoru.media.gps import exif, iso_boxes, png, xmp_iptc
from byeoru.media.streams import Read

_LARGEST = 128 << 20  # bytes of an image or of a video's metadata; GitHub takes no file above 100 MB
_CHUNK = 1 << 20
_TO_THE_END = 1 << 63  # bytes of a box without a size
_WITH_METADATA = {b"moov", b"uuid"}  # boxes of a video that can hold a location
_EXIF = b"Exif\0\0"


def strip_image(read: Read) -> Iterator[bytes]:
    """Yield the bytes of an image without GPS metadata."""
    yield strip_gps(read(_LARGEST))
    while chunk := read(_CHUNK):
        yield chunk


def strip_video(read: Read) -> Iterator[bytes]:
    """Yield a video box by box: its samples are passed on as they are read, whatever their size."""
    while len(head := read(8)) == 8:
        size = int.from_bytes(head[:4], "big")
        if size == 1:
            head += read(8)
            size = int.from_bytes(head[8:], "big")
        rest = size - len(head) if size else _TO_THE_END
        if rest < 0:  # not a box
            break
        if head[4:8] in _WITH_METADATA:
            part = read(min(rest, _LARGEST))
            yield strip_gps(head + part)
            rest -= len(part)
        else:
            yield head
        while rest > 0 and (chunk := read(min(rest, _CHUNK))):
            yield chunk
            rest -= len(chunk)
    yield head
    while chunk := read(_CHUNK):
        yield chunk


def strip_gps(data: bytes) -> bytes:
    """Return the bytes of an image, or of a box of a video, without GPS metadata."""
    if data.startswith(png.SIGNATURE):
        return png.strip_gps(data, _strip_exif_block, xmp_iptc.strip_gps)
    if data.startswith((b"II*\0", b"MM\0*")):
        return xmp_iptc.strip_gps(exif.strip_gps(data, is_file=True))
    result = bytearray()
    for start, end in _exif_blocks(data):
        block = data[start:end]
        if (stripped := _strip_exif_block(block)) != block:
            result = result or bytearray(data)
            result[start:end] = stripped
    return iso_boxes.strip_gps(xmp_iptc.strip_gps(bytes(result) or data))


def _strip_exif_block(block: bytes) -> bytes:
    """Strip a block of EXIF, with or without the prefix that some file formats put before it."""
    head = len(_EXIF) if block.startswith(_EXIF) else 0
    return block[:head] + exif.strip_gps(block[head:])


def _exif_blocks(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the EXIF blocks in an image."""
    if data.startswith(b"\xff\xd8"):
        at = -1
        while (at := data.find(_EXIF, at + 1)) >= 0:
            # FF E1 never occurs in compressed pixels; a second image may follow the first.
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
        yield from iso_boxes.exif_blocks(data)
