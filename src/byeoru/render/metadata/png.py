"""Blank the place in the chunks of a PNG.

In:  the bytes of a PNG.
Out: the same without places: a chunk that is written over gets its new checksum; one that holds a place packed is
left out, for no other chunk knows where it lay.
"""

import zlib
from collections.abc import Callable

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_MOST = 8 << 20  # bytes of a packed text that is looked into
_RAW = b"Raw profile type "  # under which ImageMagick keeps EXIF, XMP and IPTC as hexadecimal digits

Clean = Callable[[bytes], bytes]


def without_place(data: bytes, clean_exif: Clean, clean_text: Clean) -> bytes:
    """Return *data* without places, by what cleans a block of EXIF and what cleans any text."""
    parts: list[bytes] = [SIGNATURE]
    at, is_changed = len(SIGNATURE), False
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if end > len(data):
            break
        kind = data[at + 4 : at + 8]
        if kind in _CHUNKS:
            body = data[at + 8 : end - 4]
            cleaned = _CHUNKS[kind](body, clean_exif, clean_text)
            if cleaned != body:
                is_changed = True
                parts += [_chunk(kind, cleaned)] if cleaned is not None else []
                at = end
                continue
        parts.append(data[at:end])
        at = end
    return b"".join([*parts, data[at:]]) if is_changed else data


def _chunk(kind: bytes, body: bytes) -> bytes:
    checksum = zlib.crc32(kind + body)
    return len(body).to_bytes(4, "big") + kind + body + checksum.to_bytes(4, "big")


def _exif(body: bytes, clean_exif: Clean, _: Clean) -> bytes:
    return clean_exif(body)


def _plain(body: bytes, clean_exif: Clean, clean_text: Clean) -> bytes | None:
    """Clean a text that stands as it is: its keyword, a zero, the text."""
    name, _, text = body.partition(b"\0")
    return None if _tells(name, text, clean_exif, clean_text) else body


def _packed(body: bytes, clean_exif: Clean, clean_text: Clean) -> bytes | None:
    """Clean a packed text: its keyword, a zero, the way of packing, the text."""
    name, _, text = body.partition(b"\0")
    return None if _tells(name, _unpacked(text[1:]), clean_exif, clean_text) else body


def _international(body: bytes, _: Clean, clean_text: Clean) -> bytes | None:
    """Clean a text in UTF-8, in which XMP stands: keyword, zero, whether and how packed, two more texts, the text."""
    parts = body.split(b"\0", 1)[-1][2:].split(b"\0", 2)
    if body[body.find(b"\0") + 1 : body.find(b"\0") + 2] != b"\1" or len(parts) < 3:
        return clean_text(body)
    text = _unpacked(parts[2])
    return None if clean_text(text) != text else body


def _tells(name: bytes, text: bytes, clean_exif: Clean, clean_text: Clean) -> bool:
    """Tell whether a text named *name* is a profile with a place in it."""
    if not name.startswith(_RAW):
        return False
    try:
        profile = bytes.fromhex("".join(text.decode("latin-1").split("\n")[3:]))
    except ValueError:
        return False
    return clean_exif(profile) != profile or clean_text(profile) != profile


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, _MOST)
    except zlib.error:
        return b""


_CHUNKS: dict[bytes, Callable[[bytes, Clean, Clean], bytes | None]] = {
    b"eXIf": _exif,
    b"tEXt": _plain,
    b"zTXt": _packed,
    b"iTXt": _international,
}
