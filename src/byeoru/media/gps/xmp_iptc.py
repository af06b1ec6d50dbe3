"""Strip locations from metadata that is text: the packets of XMP, and the datasets of IPTC.

In:  bytes that may contain such a text among anything else.
Out: the same number of bytes, with spaces instead of locations; the same object if there are none.

A packet is not removed as a whole, because it also contains the copyright and the HDR metadata of an image.
"""

import re
from collections.abc import Iterator

# A packet from its RDF on, or a part of one that was too long for a JPEG segment; UTF-8 text contains neither of the
# two bytes of `_TEXT`.
_STARTS = (b"<rdf:RDF", b"http://ns.adobe.com/xmp/extension/\0")
_PART_HEAD = 40  # bytes between the name of an extension and its text
_TEXT = re.compile(rb"[^\0\xff]*")
_END = b"</rdf:RDF>"
_LOCATION = (
    rb"(?:[\w.\-]+:(?:GPS|Gps|gps)(?!VersionID\b)[\w.\-]*"
    rb"|(?:photoshop|Iptc4xmp\w+):(?:City|State|Country\w*|Location\w*|Sublocation|ProvinceState|WorldRegion))"
)
_PROPERTY = re.compile(
    rb"<(" + _LOCATION + rb")(?=[\s/>])[^<>]*?(?:/>|>.{0,8192}?</\1\s*>)"
    rb"|(?<=[\s\"'])" + _LOCATION + rb"\s*=\s*(?:\"[^\"<]*\"|'[^'<]*')",
    re.DOTALL,
)
_REMAINING = re.compile(rb"gps\W?(?:lat|lon|pos|coord)", re.IGNORECASE)

_IPTC = b"8BIM\x04\x04\0\0"  # a resource of Photoshop without a name
_DATASET = 0x1C
_LOCATIONS = {26, 27, 90, 92, 95, 100, 101}  # datasets of record 2: location of the content, city, sublocation, country


def strip_gps(data: bytes) -> bytes:
    """Return *data* without the locations in its texts."""
    result = bytearray()
    for start, end in [*_packets(data)]:
        packet = data[start:end]
        stripped = _PROPERTY.sub(_spaces, packet)
        if _REMAINING.search(stripped):  # in an unknown form
            stripped = b" " * len(packet)
        if stripped != packet:
            result = result or bytearray(data)
            result[start:end] = stripped
    at = -1
    while (at := data.find(_IPTC, at + 1)) >= 0:
        for start, end in _datasets(data, at + len(_IPTC)):
            if data[start:end].strip():
                result = result or bytearray(data)
                result[start:end] = b" " * (end - start)
    return bytes(result) if result else data


def _spaces(match: re.Match[bytes]) -> bytes:
    return b" " * len(match[0])


def _packets(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the range of each packet."""
    for name in _STARTS:
        at = data.find(name)
        end_of_text = 0  # of the last search: a thousand packets can share one text
        while at >= 0:
            begin = at if name == _STARTS[0] else at + len(name) + _PART_HEAD
            if begin >= end_of_text:
                text = _TEXT.match(data, begin)
                end_of_text = text.end() if text else begin
            end = end_of_text
            closing = data.find(_END, begin, end)
            end = closing + len(_END) if closing >= 0 else end
            yield begin, end
            at = data.find(name, max(end, at + 1))


def _datasets(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the values that contain a location, in the resource whose size is at the offset *at*."""
    end = min(at + 4 + int.from_bytes(data[at : at + 4], "big"), len(data))
    at += 4
    while at + 5 <= end and data[at] == _DATASET:
        size = int.from_bytes(data[at + 3 : at + 5], "big")
        if size & 0x8000 or at + 5 + size > end:  # longer than a location can be
            return
        if data[at + 1] == 2 and data[at + 2] in _LOCATIONS:
            yield at + 5, at + 5 + size
        at += 5 + size
