"""The size of an image is the one that browsers display, for any file contents."""

import random
import subprocess
import sys
import zlib
from collections.abc import Iterator
from io import BytesIO

import pytest

from byeoru.discover.image_sizes import sizes_of
from byeoru.discover.sources import find_sources
from byeoru.media.image_size import size_of_image
from byeoru.model.project import Project
from picture_test import exif, picture
from site_test import SiteTest


def size_of(site: SiteTest, name: str, data: str | bytes) -> tuple[int, int] | None:
    """Return the size that is read from a file with these bytes."""
    path = f"content/{name}"
    site.write(path, data)
    project = Project(str(site.root))
    scan = find_sources(project, str(site.output))
    return sizes_of(
        project, scan, {path: ""}, lambda paths, read: {name: size for name in paths if (size := read(name))}
    ).get(path)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WebP", "AVIF", "BMP"])
def test_each_image_format_has_its_size(site: SiteTest, kind: str) -> None:
    """Every format that browsers display is recognized, also with the extension of another one."""
    data = picture(kind, (41, 23))

    assert size_of(site, f"a.{kind.lower()}", data) == (41, 23)
    assert size_of(site, "a.jpg", data) == (41, 23)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WebP", "AVIF"])
@pytest.mark.parametrize(("orientation", "size"), [(1, (41, 23)), (3, (41, 23)), (6, (23, 41)), (8, (23, 41))])
def test_a_rotated_image_has_width_and_height_swapped(
    site: SiteTest, kind: str, orientation: int, size: tuple[int, int]
) -> None:
    """Browsers rotate an image by its EXIF orientation."""
    data = picture(kind, (41, 23), exif=exif(orientation=orientation))

    assert size_of(site, "a.jpg", data) == size


@pytest.mark.parametrize(
    ("svg", "size"),
    [
        ('<svg width="30" height="20px"/>', (30, 20)),
        ('<svg width="1in" height="25.4mm">', (96, 96)),
        ('<?xml version="1.0"?>\n<!-- <svg width="1" height="1"> -->\n<svg viewBox="0 0 30.2 20"/>', (30, 20)),
        ("<svg width='100%' viewBox='0,0,300,200'>", (300, 200)),
        ('<svg width="60" viewBox="0 0 30 20"/>', (60, 40)),
        ('<svg height="60" viewBox="0 0 30 20"/>', (90, 60)),
        ('<svg:svg xmlns:svg="http://www.w3.org/2000/svg" width="3" height="2"/>', (3, 2)),
        ('<svg stroke-width="9" width="3" height="2"/>', (3, 2)),
        ('<svg viewBox="0 0 0 0"/>', (0, 0)),
        ('<svg width="9999999999" height="2"/>', (0, 0)),
        ('<svg width="30"/>', (0, 0)),
        ("<svg", (0, 0)),
        ("글", (0, 0)),
    ],
)
def test_an_svg_has_the_size_of_its_attributes_or_view_box(site: SiteTest, svg: str, size: tuple[int, int]) -> None:
    """Absolute lengths are used; for relative ones the `viewBox` decides."""
    assert size_of(site, "a.svg", svg) == size


def huge_png() -> bytes:
    """Return the head of an image that would need a terabyte of memory."""
    small = picture("PNG", (1, 1))
    return small[:16] + b"\x00\x0f\xff\xff" * 2 + small[24:]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"png",
        "글".encode(),
        huge_png(),
        *(picture("PNG")[:size] for size in (8, 12, 20, 30)),
        picture("JPEG")[:40],
    ],
)
def test_an_invalid_image_has_no_size(site: SiteTest, data: bytes) -> None:
    """A text with the extension of an image, a decompression bomb and a truncated file neither raise nor warn."""
    assert size_of(site, "a.png", data) == (0, 0)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WebP", "AVIF", "BMP"])
def test_a_damaged_image_does_not_raise(site: SiteTest, kind: str) -> None:
    """An image truncated anywhere, or with any byte of its head changed, has some size or none."""
    data = picture(kind, (9, 7))
    for at in range(0, min(len(data), 400), 3):
        size_of(site, "a.png", data[:at])
        size_of(site, "a.png", data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :])


def test_a_page_contains_the_sizes_of_its_images(site: SiteTest) -> None:
    """Images in Markdown, figures, links and raw HTML get a size, if they are in the site and have none."""
    site.write("content/posts/p.png", picture("PNG"))
    site.write(
        "content/posts/2026-01-01-a.md",
        "![하나](p.png)\n\n[![둘](p.png?v=1)](p.png)\n\n![셋](p.png){width=9}\n\n![넷](p.png '설명'){height=9}\n\n"
        '<p><IMG class="x > y" SRC=p.png alt=\'"\' /><img height=3 src=p.png><img src=p.png style="width: 5%"></p>\n\n'
        "![밖](https://a.kr/p.png) ![없음](no.png)\n",
    )
    site.build().must_succeed()
    page = site.page("posts/a/index.html")
    size, loading = ' width="40" height="30"', ' loading="lazy" decoding="async"'

    assert f'<img src="/posts/p.png"{size} alt="하나">' in page
    assert f'<img src="/posts/p.png?v=1"{size} alt="둘"{loading}>' in page
    assert f'<img src="/posts/p.png" alt="셋"{loading} width="9">' in page
    assert f'<img src="/posts/p.png" alt="넷"{loading} height="9">' in page
    assert f'<img{loading} class="x > y" src="/posts/p.png"{size} alt=\'"\' />' in page
    assert f'<img{loading} height=3 src="/posts/p.png">' in page
    assert f'<img{loading} src="/posts/p.png" style="width: 5%">' in page
    assert f'<img src="https://a.kr/p.png" alt="밖"{loading}>' in page
    assert f'<img src="/posts/a/no.png" alt="없음"{loading}>' in page
    assert page.count(size) == 3
    assert f'p.png"{size} alt="하나"' in site.page("feed.xml")


def test_an_edit_of_a_text_opens_no_image(site: SiteTest) -> None:
    """Sizes are cached by the digests of files, so Pillow is imported only for a new image."""
    program = (
        "import sys\nfrom byeoru.cli.app import main\nsys.argv = ['blog', 'build', '--quiet']\n"
        "try:\n    main()\nfinally:\n    print('PIL' in sys.modules)\n"
    )

    def loads_pillow() -> str:
        result = subprocess.run(
            [sys.executable, "-c", program], cwd=site.root, check=True, capture_output=True, text=True
        )
        return result.stdout.strip()

    site.write("content/posts/a.md", "# 가\n\n![](p.png)\n")
    site.write("content/posts/p.png", picture("JPEG"))
    first = loads_pillow()
    site.write("content/posts/a.md", "# 나\n\n![](p.png)\n")
    edited = loads_pillow()
    site.move("content/posts/p.png", "content/posts/q.png")
    moved = loads_pillow()
    site.write("content/posts/q.png", picture("JPEG", (8, 8)))

    assert (first, edited, moved, loads_pillow()) == ("True", "False", "False", "True")


def damaged_pngs(count: int) -> Iterator[bytes]:
    """Return PNG files with other bytes in their header; most have its checksum."""
    rng, data = random.Random(1), picture("PNG", (41, 23))
    for _ in range(count):
        png = bytearray(data)
        for at in rng.choices(range(len(data) // 2), k=rng.randint(0, 2)):
            png[at] = rng.choice([0, 1, 2, 3, 4, 6, 8, 16, 255])
        if rng.random() < 0.8:
            png[29:33] = zlib.crc32(png[12:29]).to_bytes(4)
        yield bytes(png)


def differing_pngs(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Return the files whose header gives another size than the library finds."""
    quick = [(png, size_of_image(BytesIO(png), ".png")) for png in damaged_pngs(600)]
    with monkeypatch.context() as patch:
        patch.setattr("byeoru.media.image_size._plain_png_size", lambda _: None)
        return [png for png, size in quick if size_of_image(BytesIO(png), ".png") != size]


def test_a_plain_header_has_the_size_that_the_library_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    """A PNG without metadata has the same size, and is broken by the same bytes."""
    assert differing_pngs(monkeypatch) == []


def test_a_wrong_reading_of_a_header_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison can fail: without the checksum, broken files have a size."""
    monkeypatch.setattr(
        "byeoru.media.image_size._plain_png_size",
        lambda head: (int.from_bytes(head[16:20]), int.from_bytes(head[20:24])),
    )

    assert differing_pngs(monkeypatch) != []
