"""Strip GPS metadata from the chunks of a PNG.

In:  the bytes of a PNG.
Out: the same without locations. An overwritten chunk gets a new checksum; a chunk with a compressed location is
omitted, which is possible because no other chunk refers to its offset.
"""

import zlib
from collections.abc import Callable

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_MAX_TEXT = 8 << 20  # bytes of a compressed text that are examined
_RAW = b"Raw profile type "  # under which ImageMagick stores EXIF, XMP and IPTC as hexadecimal digits

Strip = Callable[[bytes], bytes]


def strip_gps(data: bytes, strip_exif: Strip, strip_text: Strip) -> bytes:
    """Return *data* without locations, given what strips a block of EXIF and what strips any text."""
    parts: list[bytes] = [SIGNATURE]
    at, is_changed = len(SIGNATURE), False
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if end > len(data):
            break
        kind = data[at + 4 : at + 8]
        if kind in _CHUNKS:
            body = data[at + 8 : end - 4]
            stripped = _CHUNKS[kind](body, strip_exif, strip_text)
            if stripped != body:
                is_changed = True
                parts += [_chunk(kind, stripped)] if stripped is not None else []
                at = end
                continue
        parts.append(data[at:end])
        at = end
    return b"".join([*parts, data[at:]]) if is_changed else data


def _chunk(kind: bytes, body: bytes) -> bytes:
    checksum = zlib.crc32(kind + body)
    return len(body).to_bytes(4, "big") + kind + body + checksum.to_bytes(4, "big")


def _exif(body: bytes, strip_exif: Strip, _: Strip) -> bytes:
    return strip_exif(body)


def _plain(body: bytes, strip_exif: Strip, strip_text: Strip) -> bytes | None:
    """Strip an uncompressed text: its keyword, a zero, the text."""
    name, _, text = body.partition(b"\0")
    return None if _has_location(name, text, strip_exif, strip_text) else body


def _compressed(body: bytes, strip_exif: Strip, strip_text: Strip) -> bytes | None:
    """Strip a compressed text: its keyword, a zero, the compression method, the text."""
    name, _, text = body.partition(b"\0")
    return None if _has_location(name, _decompressed(text[1:]), strip_exif, strip_text) else body


def _international(body: bytes, _: Strip, strip_text: Strip) -> bytes | None:
    """Strip a text in UTF-8 (XMP): keyword, zero, whether and how it is compressed, two more texts, the text."""
    parts = body.split(b"\0", 1)[-1][2:].split(b"\0", 2)
    if body[body.find(b"\0") + 1 : body.find(b"\0") + 2] != b"\1" or len(parts) < 3:
        return strip_text(body)
    text = _decompressed(parts[2])
    return None if strip_text(text) != text else body


def _has_location(name: bytes, text: bytes, strip_exif: Strip, strip_text: Strip) -> bool:
    """Tell whether a text named *name* is a profile with a location in it."""
    if not name.startswith(_RAW):
        return False
    try:
        profile = bytes.fromhex("".join(text.decode("latin-1").split("\n")[3:]))
    except ValueError:
        return False
    return strip_exif(profile) != profile or strip_text(profile) != profile


def _decompressed(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, _MAX_TEXT)
    except zlib.error:
        return b""


_CHUNKS: dict[bytes, Callable[[bytes, Strip, Strip], bytes | None]] = {
    b"eXIf": _exif,
    b"tEXt": _plain,
    b"zTXt": _compressed,
    b"iTXt": _international,
}
