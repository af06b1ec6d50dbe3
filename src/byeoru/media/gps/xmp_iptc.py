"""Strip locations from metadata that is text: the packets of XMP, and the datasets of IPTC.

In:  bytes in which such a text may stand, whatever is around it.
Out: as many bytes, with spaces where a location was named; the same object if none was.

A packet is not dropped as a whole: it also names the owner of the rights in an image, and the brightness of its
highlights.
"""

import re
from collections.abc import Iterator

# A packet from its RDF on, or a part of one that was too long for a segment of JPEG; text in UTF-8 has neither of
# the two bytes.
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
    """Return *data* without the locations that texts in it name."""
    result = bytearray()
    for start, end in [*_packets(data)]:
        packet = data[start:end]
        stripped = _PROPERTY.sub(_spaces, packet)
        if _REMAINING.search(stripped):  # in a form that is not understood
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
    """Yield where each packet begins and ends."""
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
    """Yield the values that name a location in the resource whose size lies at *at*."""
    end = min(at + 4 + int.from_bytes(data[at : at + 4], "big"), len(data))
    at += 4
    while at + 5 <= end and data[at] == _DATASET:
        size = int.from_bytes(data[at + 3 : at + 5], "big")
        if size & 0x8000 or at + 5 + size > end:  # longer than a location can be
            return
        if data[at + 1] == 2 and data[at + 2] in _LOCATIONS:
            yield at + 5, at + 5 + size
        at += 5 + size
