"""Published images and videos contain no location, and everything else that their files contained."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from byeoru.media.gps.by_name import gps_stripper
from byeoru.media.gps.strip import strip_gps
from picture_test import (
    AUTHOR,
    COPYRIGHT,
    GPS,
    MAKE,
    ORIENTATION,
    XMP,
    box,
    exif,
    picture,
    video,
    with_chunk,
    with_iptc,
)
from site_test import SiteTest

KEPT = (ORIENTATION, MAKE, COPYRIGHT, AUTHOR)
KINDS = ["JPEG", "PNG", "WebP", "AVIF", "TIFF"]
# Bytes of the location, in the values of EXIF and in texts.
LOCATION_BYTES = (b"WGS-84", b"37,33", b"126,58", b"Seoul", b"Jongno", b"37.5665", *(struct.pack(f"{o}II", 595, 10) for o in "<>"))  # fmt: skip


def published(name: str, data: bytes) -> bytes:
    """Return the published bytes of a file, as copying reads them."""
    strip = gps_stripper(name)
    assert strip is not None
    return b"".join(strip(io.BytesIO(data).read))


def opened(data: bytes) -> tuple[dict[int, object], bytes, bytes]:
    """Return the EXIF of an image including its GPS directory, its pixels, and its XMP."""
    with Image.open(io.BytesIO(data)) as image:
        exif = image.getexif()
        remaining = dict(exif) | ({GPS: exif.get_ifd(GPS)} if GPS in exif else {})  # before loading rotates a TIFF
        return remaining, image.tobytes(), image.info.get("xmp", b"")


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_location_in_exif_is_removed_and_the_rest_is_kept(kind: str, order: str) -> None:
    """Pixels, orientation, camera maker and copyright are the same, in files of either byte order."""
    data = picture(kind, exif=exif(order))
    assert opened(data)[0][GPS]

    stripped = strip_gps(data)

    original, pixels, _ = opened(data)
    remaining, stripped_pixels, _ = opened(stripped)
    assert GPS not in remaining
    assert stripped_pixels == pixels
    assert [remaining[tag] for tag in KEPT] == [original[tag] for tag in KEPT]
    assert len(stripped) == len(data)
    assert not [word for word in LOCATION_BYTES if word in stripped]
    assert strip_gps(stripped) == stripped


@pytest.mark.parametrize("kind", KINDS)
def test_an_image_without_a_location_is_unchanged(kind: str) -> None:
    """It is copied byte for byte, even if it has a GPS directory with only a version."""
    version = Image.Exif()
    version[ORIENTATION], version[GPS] = 6, {0: b"\2\3\0\0"}
    for data in (picture(kind), picture(kind, exif=exif(has_location=False)), picture(kind, exif=version.tobytes())):
        assert strip_gps(data) == data


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WebP", "AVIF"])
def test_a_location_in_xmp_is_removed_and_the_copyright_is_kept(kind: str) -> None:
    """Image editors write locations as text, next to the copyright."""
    if kind == "PNG":
        data = with_chunk(picture(kind), b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP)
    else:
        data = picture(kind, xmp=XMP)

    stripped = strip_gps(data)

    _, pixels, xmp = opened(stripped)
    assert pixels == opened(data)[1]
    assert b"(c) Kim" in xmp
    assert b'xmpRights:Marked="True"' in xmp
    assert not [word for word in (*LOCATION_BYTES, b"GPS", b"City", b"38/1") if word in stripped]
    assert len(stripped) == len(data)


def test_an_invalid_xmp_packet_is_removed_as_a_whole() -> None:
    """A property that is never closed can still contain a location."""
    packet = XMP.replace(b"</exif:GPSAltitude>", b"").replace(b"<exif:GPSAltitude>", b"<exif:GPSPosition x='>37.5")

    assert b"37.5" not in strip_gps(picture("JPEG", xmp=packet))


def test_a_location_in_iptc_is_removed() -> None:
    """News agencies write the city into IPTC datasets."""
    data = with_iptc(picture("JPEG"))
    stripped = strip_gps(data)

    assert stripped == data.replace(b"Seoul", b"     ")
    assert opened(stripped)[1] == opened(data)[1]


def test_a_second_image_after_the_first_is_stripped_too() -> None:
    """Phones append previews and videos to a photograph."""
    data = picture("JPEG", exif=exif()) + picture("JPEG", exif=exif(">")) + video()

    assert not [word for word in LOCATION_BYTES if word in strip_gps(data)]


@pytest.mark.parametrize("kind", [b"tEXt", b"zTXt", b"iTXt"])
def test_a_location_in_a_png_text_removes_the_text(kind: bytes) -> None:
    """ImageMagick writes EXIF as digits, and XMP may be compressed; texts without a location are kept."""
    block = exif() if kind != b"iTXt" else XMP
    digits = b"\nexif\n%8d\n" % len(block) + block.hex().encode()
    other = exif(has_location=False)
    bodies = {
        b"tEXt": b"Raw profile type exif\0" + digits,
        b"zTXt": b"Raw profile type exif\0\0" + zlib.compress(digits),
        b"iTXt": b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(XMP),
    }
    plain = with_chunk(picture("PNG"), b"tEXt", b"Raw profile type exif\0\nexif\n 9\n" + other.hex().encode())
    assert strip_gps(plain) == plain

    assert strip_gps(with_chunk(plain, kind, bodies[kind])) == plain


def test_invalid_exif_is_removed_except_for_the_orientation() -> None:
    """A GPS directory that points outside of its block cannot be overwritten, but the orientation is needed."""
    for order in "<>":
        block = exif(order)
        at = block.index(struct.pack(order + "HHI", GPS, 4, 1)) + 8
        far = block[:at] + struct.pack(order + "I", 60_000) + block[at + 4 :]
        data = picture("JPEG", exif=far)

        stripped = strip_gps(data)

        remaining, pixels, _ = opened(stripped)
        assert remaining == {ORIENTATION: 6}
        assert pixels == opened(picture("JPEG"))[1]
        assert len(stripped) == len(data)


@pytest.mark.parametrize("name", ["a.mp4", "a.MOV"])
def test_a_video_has_no_location(name: str) -> None:
    """Both forms of a video's location are blank, and no byte of its samples has moved."""
    data = video()
    stripped = published(name, data)

    assert len(stripped) == len(data)
    assert stripped[: stripped.index(b"moov")] == data[: data.index(b"moov")]
    assert b"37.5665" not in stripped
    assert b"126.9780" not in stripped
    assert b"a name" in stripped
    assert b"Maker" in stripped
    assert published(name, stripped) == stripped


def test_videos_of_any_structure_are_published() -> None:
    """Long boxes, a last box without a size, and files that are not videos are all accepted."""
    samples = bytes(range(256)) * 20
    long = struct.pack(">I4sQ", 1, b"mdat", len(samples) + 16) + samples
    moov = video()[video().index(b"moov") - 4 :]
    last = b"\0\0\0\0" + moov[4:]

    assert published("a.mp4", long + moov).startswith(long)
    assert b"37.5665" not in published("a.mp4", long + last)
    for data in (b"", b"film", samples, long, b"\0\0\0\0mdat" + samples, b"\0\0\0\3moov" + samples, box(b"moov")):
        assert published("a.mp4", data) == data


FILES = [
    *(picture(kind, (5, 4), exif=exif(order)) for kind in KINDS for order in "<>"),
    with_chunk(picture("PNG", (5, 4)), b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP),
    with_chunk(picture("PNG", (5, 4)), b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(exif())),
    with_iptc(picture("JPEG", (5, 4), xmp=XMP)),
    video(),
]


@given(st.sampled_from(FILES), st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=4)), max_size=6), st.floats(0, 1))
def test_no_file_raises(data: bytes, changes: list[tuple[float, bytes]], cut: float) -> None:
    """Any damaged or truncated file is published, and stripping it twice changes nothing more."""
    broken = bytearray(data)
    for share, written in changes:
        at = int(share * len(broken))
        broken[at : at + len(written)] = written
    kept = bytes(broken[: int((1 - cut / 2) * len(broken))])

    for name in ("a.jpg", "a.mp4"):
        stripped = published(name, kept)
        assert published(name, stripped) == stripped


def test_content_is_stripped_and_static_files_are_reported(site: SiteTest, tmp_path: Path) -> None:
    """Files in `static` are copied unmodified with a warning; an incremental build does and reports the same."""
    data = picture("JPEG", exif=exif())
    for path in ("content/posts/p.jpg", "static/p.jpg", "static/q.txt"):
        site.write(path, data)
    site.write("static/clean.jpg", picture("JPEG"))
    first, again = site.build().must_succeed(), site.build()

    assert first.problems == again.problems == ["static/p.jpg gps-in-static"]
    assert again.made == []
    assert site.files()["p.jpg"] == site.files()["q.txt"] == data
    assert opened(site.files()["posts/p.jpg"])[0].keys() == {*KEPT}

    site.write("content/posts/a.md", "# 가\n")
    with_post = site.build()
    assert with_post.problems == ["static/p.jpg gps-in-static"]
    assert not [path for path in with_post.made if path.endswith(".jpg")]
    site.write("content/posts/p.jpg", picture("JPEG", exif=exif(">")))
    assert site.build().made == ["posts/p.jpg"]
    (site.output / "posts/p.jpg").write_bytes(data)
    assert site.build().made == ["posts/p.jpg"]
    twin = site.clean_twin(tmp_path / "twin")
    twin.build()
    assert site.files() == twin.files()
    site.move("static/p.jpg", "content/p.jpg")
    assert site.build().problems == []
