"""Create real images and videos for tests: with EXIF, with GPS metadata, in either byte order."""

import io
import struct
import zlib

from PIL import Image

SEOUL = ((37.0, 33.0, 59.5), (126.0, 58.0, 40.7))
GPS, ORIENTATION, MAKE, COPYRIGHT = 0x8825, 0x0112, 0x010F, 0x8298
AUTHOR = 0x9C9D  # of Windows; it follows the location
XMP = (
    b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>'
    b'<rdf:Description rdf:about="" exif:GPSLatitude="37,33.9917N"\n exif:GPSLongitude=\'126,58.678E\''
    b' photoshop:City="Seoul" xmpRights:Marked="True">'
    b"<dc:rights>(c) Kim</dc:rights><exif:GPSAltitude>38/1</exif:GPSAltitude>"
    b'<Iptc4xmpExt:LocationShown><rdf:Bag><rdf:li Iptc4xmpExt:Sublocation="Jongno"/></rdf:Bag>'
    b'</Iptc4xmpExt:LocationShown></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)
IPTC_CITY = b"\x1c\x02\x5a\x00\x05Seoul"
IPTC = b"\x1c\x02\x74\x00\x07(c) Kim" + IPTC_CITY


def exif(order: str = "<", *, orientation: int = 6, has_location: bool = True) -> bytes:
    """Return a block of EXIF, as cameras write it."""
    block = Image.Exif()
    block.endian = order
    block[ORIENTATION], block[MAKE], block[COPYRIGHT] = orientation, "Camera of a maker", "(c) Kim"
    block[AUTHOR] = "김".encode("utf-16-le") * 3
    if has_location:
        block[GPS] = {0: b"\2\3\0\0", 1: "N", 2: SEOUL[0], 3: "E", 4: SEOUL[1], 18: "WGS-84 of the world"}
    return block.tobytes()


def picture(kind: str, size: tuple[int, int] = (40, 30), **saved: object) -> bytes:
    """Return an image in a format that Pillow can write."""
    image = Image.linear_gradient("L").resize(size).convert("RGB")
    out = io.BytesIO()
    image.save(out, kind, **saved)
    return out.getvalue()


def with_iptc(jpeg: bytes) -> bytes:
    """Return a JPEG with IPTC metadata, as press photographers write it."""
    body = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", len(IPTC)) + IPTC + b"\0" * (len(IPTC) % 2)
    return jpeg[:2] + b"\xff\xed" + struct.pack(">H", len(body) + 2) + body + jpeg[2:]


def with_chunk(png: bytes, kind: bytes, body: bytes) -> bytes:
    """Return a PNG with an additional chunk before its pixels."""
    at = png.index(b"IDAT") - 4
    chunk = struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return png[:at] + chunk + png[at:]


def box(kind: bytes, *parts: bytes) -> bytes:
    """Return a box of a video."""
    body = b"".join(parts)
    return struct.pack(">I", len(body) + 8) + kind + body


def video(location: bytes = b"+37.5665+126.9780/") -> bytes:
    """Return the structure of a video as phones write it: samples, and a location in two forms."""
    name = b"com.apple.quicktime.location.ISO6709"
    other = b"com.apple.quicktime.make"
    keys = box(b"keys", struct.pack(">II", 0, 2), box(b"mdta", other), box(b"mdta", name))
    data = [box(b"data", struct.pack(">II", 1, 0), text) for text in (b"Maker", location)]
    ilst = box(b"ilst", *(struct.pack(">II", len(item) + 8, number) + item for number, item in enumerate(data, 1)))
    meta = box(b"meta", box(b"hdlr", b"\0" * 8, b"mdta", b"\0" * 12), keys, ilst)
    xyz = box(b"\xa9xyz", struct.pack(">HH", len(location), 0x15C7), location)
    moov = box(b"moov", box(b"mvhd", b"\0" * 100), box(b"udta", xyz, box(b"name", b"a name")), meta)
    return box(b"ftyp", b"mp42\0\0\0\0") + box(b"mdat", bytes(range(256)) * 9) + moov
