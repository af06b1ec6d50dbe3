"""Strip GPS metadata from files made of boxes (ISO base media): videos, and images in HEIC and AVIF.

In:  the bytes of a file, or of one of its boxes.
Out: the same number of bytes, because tables in such a file contain the offset of each sample.
"""

from collections.abc import Iterator
from typing import NamedTuple

_CONTAINERS = {b"moov", b"trak", b"udta", b"meta", b"ilst"}
_LOCATIONS = {b"\xa9xyz", b"loci"}  # of QuickTime and of 3GPP
_KEY = b"location.ISO6709"  # the key of a location in the metadata that Apple stores by name
_MAX_DEPTH = 8
_DATA_HEAD = 16  # bytes of a box `data` before its text


class Box(NamedTuple):
    """The range of a box."""

    kind: bytes
    at: int
    begin: int  # of its contents
    end: int


def boxes(data: bytes | bytearray, at: int, end: int) -> Iterator[Box]:
    """Yield the boxes between two offsets; one that extends beyond the second is truncated."""
    while at + 8 <= end:
        size, begin = int.from_bytes(data[at : at + 4], "big"), at + 8
        if size == 1:
            size, begin = int.from_bytes(data[at + 8 : at + 16], "big"), at + 16
        stop = min(at + size, end) if size else end
        if stop < begin:
            return
        yield Box(bytes(data[at + 4 : at + 8]), at, begin, stop)
        at = stop


def strip_gps(data: bytes) -> bytes:
    """Return *data* without the locations of the videos in it, also of one appended to a photograph."""
    result = bytearray()
    at = -1
    while (at := data.find(b"moov", at + 1)) >= 0:
        for box in boxes(data, at - 4, len(data)) if at >= 4 else ():
            result = result or bytearray(data)
            _blank(result, box, 0)
            break
    return bytes(result) if result and result != data else data


def _blank(data: bytearray, box: Box, depth: int) -> None:
    """Overwrite the locations in a box; the box of a location becomes one of free space."""
    if box.kind in _LOCATIONS:
        data[box.at + 4 : box.at + 8] = b"free"
        data[box.begin : box.end] = bytes(box.end - box.begin)
    elif box.kind in _CONTAINERS and depth < _MAX_DEPTH:
        begin = box.begin
        if box.kind == b"meta" and data[begin + 4 : begin + 8] != b"hdlr":
            begin += 4  # in ISO files it begins with a version
        children = [*boxes(data, begin, box.end)]
        if box.kind == b"meta":
            _blank_named(data, children)
        for child in children:
            _blank(data, child, depth + 1)


def _blank_named(data: bytearray, children: list[Box]) -> None:
    """Overwrite the values in a box `meta` whose keys are those of a location with spaces."""
    names = {
        number
        for keys in children
        if keys.kind == b"keys"
        for number, key in enumerate(boxes(data, keys.begin + 8, keys.end), 1)
        if _KEY in data[key.begin : key.end]
    }
    for items in children if names else ():
        for item in boxes(data, items.begin, items.end) if items.kind == b"ilst" else ():
            if int.from_bytes(item.kind, "big") in names:
                begin = min(item.begin + _DATA_HEAD, item.end)
                data[begin : item.end] = b" " * (item.end - begin)


def exif_blocks(data: bytes) -> list[tuple[int, int]]:
    """Return the ranges of the EXIF blocks in an image in HEIC or AVIF."""
    for meta in boxes(data, 0, len(data)):
        if meta.kind == b"meta":
            by_kind = {box.kind: box for box in boxes(data, meta.begin + 4, meta.end)}
            if b"iinf" in by_kind and b"iloc" in by_kind:
                numbers = _exif_numbers(data, by_kind[b"iinf"])
                idat = by_kind[b"idat"].begin if b"idat" in by_kind else 0
                spans = _Locations(data, by_kind[b"iloc"]).spans(numbers, idat)
                return [(_skipped(data, start), end) for start, end in spans if 0 < start < end <= len(data)]
    return []


def _skipped(data: bytes, start: int) -> int:
    """Return the start of a block whose first four bytes are the length of the prefix before it."""
    return start + 4 + int.from_bytes(data[start : start + 4], "big")


def _exif_numbers(data: bytes, iinf: Box) -> set[int]:
    """Return the ids of the items that are EXIF."""
    begin = iinf.begin + (6 if data[iinf.begin : iinf.begin + 1] == b"\0" else 8)
    numbers = set()
    for item in boxes(data, begin, iinf.end):
        width = 4 if data[item.begin : item.begin + 1] == b"\3" else 2
        at = item.begin + 4
        if data[at + width + 2 : at + width + 6] == b"Exif":
            numbers.add(int.from_bytes(data[at : at + width], "big"))
    return numbers


class _Locations:
    """A box `iloc`, read number by number."""

    def __init__(self, data: bytes, iloc: Box) -> None:
        self.data, self.at, self.end = data, iloc.begin, iloc.end

    def number(self, size: int) -> int:
        self.at += size
        return int.from_bytes(self.data[self.at - size : min(self.at, self.end)], "big")

    def spans(self, numbers: set[int], idat: int) -> Iterator[tuple[int, int]]:
        """Yield the ranges of the parts of the items *numbers*; *idat* is the offset of data within the metadata."""
        version = self.number(4) >> 24
        sizes = self.number(2)
        offset, length, base, index = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
        for _ in range(self.number(4 if version == 2 else 2)):
            number = self.number(4 if version == 2 else 2)
            origin = idat if version and self.number(2) & 15 == 1 else 0
            self.number(2)  # which file: ours
            origin += self.number(base)
            for _ in range(self.number(2)):
                self.number(index if version else 0)
                start = origin + self.number(offset)
                end = start + self.number(length)
                if number in numbers:
                    yield start, end
            if self.at > self.end:
                return
