"""Where a picture was taken is nobody's business: what is published has no place in it, and all else."""

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
    film,
    picture,
    with_chunk,
    with_iptc,
)
from site_test import SiteTest

KEPT = (ORIENTATION, MAKE, COPYRIGHT, AUTHOR)
KINDS = ["JPEG", "PNG", "WebP", "AVIF", "TIFF"]
# What a place is told by, in the values of EXIF and in texts.
TELLING = (b"WGS-84", b"37,33", b"126,58", b"Seoul", b"Jongno", b"37.5665", *(struct.pack(f"{o}II", 595, 10) for o in "<>"))  # fmt: skip


def through(name: str, data: bytes) -> bytes:
    """Return what is published of a file, as copying reads it."""
    strip = gps_stripper(name)
    assert strip is not None
    return b"".join(strip(io.BytesIO(data).read))


def opened(data: bytes) -> tuple[dict[int, object], bytes, bytes]:
    """Return the EXIF of a picture, with the directory of GPS that it leads to, its pixels, and its XMP."""
    with Image.open(io.BytesIO(data)) as image:
        exif = image.getexif()
        found = dict(exif) | ({GPS: exif.get_ifd(GPS)} if GPS in exif else {})  # before TIFF is turned by loading it
        return found, image.tobytes(), image.info.get("xmp", b"")


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_place_in_exif_is_gone_and_all_else_is_there(kind: str, order: str) -> None:
    """Pixels, orientation, maker and rights are as they were, in files of any order of bytes."""
    data = picture(kind, exif=exif(order))
    assert opened(data)[0][GPS]

    stripped = strip_gps(data)

    was, pixels, _ = opened(data)
    found, same, _ = opened(stripped)
    assert GPS not in found
    assert same == pixels
    assert [found[tag] for tag in KEPT] == [was[tag] for tag in KEPT]
    assert len(stripped) == len(data)
    assert not [word for word in TELLING if word in stripped]
    assert strip_gps(stripped) == stripped


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_without_a_place_is_as_it_was(kind: str) -> None:
    """Most pictures are copied byte for byte, and so is one whose camera says only that it could know places."""
    version = Image.Exif()
    version[ORIENTATION], version[GPS] = 6, {0: b"\2\3\0\0"}
    for data in (picture(kind), picture(kind, exif=exif(has_place=False)), picture(kind, exif=version.tobytes())):
        assert strip_gps(data) == data


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WebP", "AVIF"])
def test_a_place_in_xmp_is_gone_and_the_rights_stay(kind: str) -> None:
    """Editors write places as text; who has the rights in a picture stands beside them."""
    if kind == "PNG":
        data = with_chunk(picture(kind), b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP)
    else:
        data = picture(kind, xmp=XMP)

    stripped = strip_gps(data)

    _, pixels, xmp = opened(stripped)
    assert pixels == opened(data)[1]
    assert b"(c) Kim" in xmp
    assert b'xmpRights:Marked="True"' in xmp
    assert not [word for word in (*TELLING, b"GPS", b"City", b"38/1") if word in stripped]
    assert len(stripped) == len(data)


def test_a_packet_that_is_not_understood_goes_as_a_whole() -> None:
    """A property that is never closed still says a place."""
    packet = XMP.replace(b"</exif:GPSAltitude>", b"").replace(b"<exif:GPSAltitude>", b"<exif:GPSPosition x='>37.5")

    assert b"37.5" not in strip_gps(picture("JPEG", xmp=packet))


def test_a_place_in_iptc_is_gone_and_the_rights_stay() -> None:
    """Agencies write the city into datasets of their own."""
    data = with_iptc(picture("JPEG"))
    stripped = strip_gps(data)

    assert stripped == data.replace(b"Seoul", b"     ")
    assert opened(stripped)[1] == opened(data)[1]


def test_a_second_picture_behind_the_first_is_stripped_too() -> None:
    """Telephones hang previews and films to a photograph."""
    data = picture("JPEG", exif=exif()) + picture("JPEG", exif=exif(">")) + film()

    assert not [word for word in TELLING if word in strip_gps(data)]


@pytest.mark.parametrize("kind", [b"tEXt", b"zTXt", b"iTXt"])
def test_a_place_packed_in_a_text_of_png_goes_with_the_text(kind: bytes) -> None:
    """ImageMagick writes EXIF as digits; XMP may be packed. Texts without a place stay."""
    block = exif() if kind != b"iTXt" else XMP
    digits = b"\nexif\n%8d\n" % len(block) + block.hex().encode()
    other = exif(has_place=False)
    bodies = {
        b"tEXt": b"Raw profile type exif\0" + digits,
        b"zTXt": b"Raw profile type exif\0\0" + zlib.compress(digits),
        b"iTXt": b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(XMP),
    }
    plain = with_chunk(picture("PNG"), b"tEXt", b"Raw profile type exif\0\nexif\n 9\n" + other.hex().encode())
    assert strip_gps(plain) == plain

    assert strip_gps(with_chunk(plain, kind, bodies[kind])) == plain


def test_exif_that_is_not_understood_goes_but_for_the_orientation() -> None:
    """A directory of places that leads out of its block cannot be blanked; how the camera was held is kept."""
    for order in "<>":
        block = exif(order)
        at = block.index(struct.pack(order + "HHI", GPS, 4, 1)) + 8
        far = block[:at] + struct.pack(order + "I", 60_000) + block[at + 4 :]
        data = picture("JPEG", exif=far)

        stripped = strip_gps(data)

        found, pixels, _ = opened(stripped)
        assert found == {ORIENTATION: 6}
        assert pixels == opened(picture("JPEG"))[1]
        assert len(stripped) == len(data)


@pytest.mark.parametrize("name", ["a.mp4", "a.MOV"])
def test_a_film_tells_no_place(name: str) -> None:
    """Both spellings of a film's place are blank; every byte of its samples is where it was."""
    data = film()
    stripped = through(name, data)

    assert len(stripped) == len(data)
    assert stripped[: stripped.index(b"moov")] == data[: data.index(b"moov")]
    assert b"37.5665" not in stripped
    assert b"126.9780" not in stripped
    assert b"a name" in stripped
    assert b"Maker" in stripped
    assert through(name, stripped) == stripped


def test_a_film_of_any_shape_comes_through() -> None:
    """Long boxes, a last box without a size, and what is no film at all."""
    samples = bytes(range(256)) * 20
    long = struct.pack(">I4sQ", 1, b"mdat", len(samples) + 16) + samples
    moov = film()[film().index(b"moov") - 4 :]
    last = b"\0\0\0\0" + moov[4:]

    assert through("a.mp4", long + moov).startswith(long)
    assert b"37.5665" not in through("a.mp4", long + last)
    for data in (b"", b"film", samples, long, b"\0\0\0\0mdat" + samples, b"\0\0\0\3moov" + samples, box(b"moov")):
        assert through("a.mp4", data) == data


MADE = [
    *(picture(kind, (5, 4), exif=exif(order)) for kind in KINDS for order in "<>"),
    with_chunk(picture("PNG", (5, 4)), b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP),
    with_chunk(picture("PNG", (5, 4)), b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(exif())),
    with_iptc(picture("JPEG", (5, 4), xmp=XMP)),
    film(),
]


@given(st.sampled_from(MADE), st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=4)), max_size=6), st.floats(0, 1))
def test_no_file_raises(data: bytes, changes: list[tuple[float, bytes]], cut: float) -> None:
    """Whatever is written over in a file, and wherever it ends, something is published; cleaning twice changes nothing."""
    broken = bytearray(data)
    for share, written in changes:
        at = int(share * len(broken))
        broken[at : at + len(written)] = written
    kept = bytes(broken[: int((1 - cut / 2) * len(broken))])

    for name in ("a.jpg", "a.mp4"):
        stripped = through(name, kept)
        assert through(name, stripped) == stripped


def test_what_is_published_tells_no_place_and_static_warns(site: SiteTest, tmp_path: Path) -> None:
    """Files of `content` are stripped, those of `static` are not touched; an incremental build says and does the same."""
    data = picture("JPEG", exif=exif())
    for path in ("content/posts/p.jpg", "static/p.jpg", "static/q.txt"):
        site.write(path, data)
    site.write("static/clean.jpg", picture("JPEG"))
    first, again = site.build().must_succeed(), site.build()

    assert first.problems == again.problems == ["static/p.jpg place-in-static"]
    assert again.made == []
    assert site.files()["p.jpg"] == site.files()["q.txt"] == data
    assert opened(site.files()["posts/p.jpg"])[0].keys() == {*KEPT}

    site.write("content/posts/a.md", "# 가\n")
    with_post = site.build()
    assert with_post.problems == ["static/p.jpg place-in-static"]
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
