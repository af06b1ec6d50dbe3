"""The size of a picture as a browser shows it, whatever lies in its file."""

import subprocess
import sys

import pytest

from byeoru.discover.image_sizes import sizes_of
from byeoru.discover.sources import find_sources
from byeoru.model.project import Project
from picture_test import exif, picture
from site_test import SiteTest


def size_of(site: SiteTest, name: str, data: str | bytes) -> tuple[int, int] | None:
    """Return what is read of a file with these bytes."""
    path = f"content/{name}"
    site.write(path, data)
    project = Project(str(site.root))
    scan = find_sources(project, str(site.output))
    return sizes_of(
        project, scan, {path: ""}, lambda paths, look: {one: size for one in paths if (size := look(one))}
    ).get(path)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WebP", "AVIF", "BMP"])
def test_each_kind_of_picture_has_its_size(site: SiteTest, kind: str) -> None:
    """What browsers show is read, also under the name of another kind."""
    data = picture(kind, (41, 23))

    assert size_of(site, f"a.{kind.lower()}", data) == (41, 23)
    assert size_of(site, "a.jpg", data) == (41, 23)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WebP", "AVIF"])
@pytest.mark.parametrize(("orientation", "size"), [(1, (41, 23)), (3, (41, 23)), (6, (23, 41)), (8, (23, 41))])
def test_a_camera_held_upright_exchanges_width_and_height(
    site: SiteTest, kind: str, orientation: int, size: tuple[int, int]
) -> None:
    """A browser turns a picture as EXIF says."""
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
def test_a_drawing_says_its_size_or_its_shape(site: SiteTest, svg: str, size: tuple[int, int]) -> None:
    """Lengths in units of the page count; what depends on the page is left to the `viewBox`."""
    assert size_of(site, "a.svg", svg) == size


def huge_png() -> bytes:
    """Return the head of a picture that would take a terabyte."""
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
def test_what_is_no_picture_has_no_size(site: SiteTest, data: bytes) -> None:
    """Neither a text with the name of a picture, a bomb nor a file that was cut off raises or warns."""
    assert size_of(site, "a.png", data) == (0, 0)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WebP", "AVIF", "BMP"])
def test_a_broken_picture_raises_nothing(site: SiteTest, kind: str) -> None:
    """Cut off anywhere, or with any byte of its head changed, a picture has some size or none."""
    data = picture(kind, (9, 7))
    for at in range(0, min(len(data), 400), 3):
        size_of(site, "a.png", data[:at])
        size_of(site, "a.png", data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :])


def test_a_body_tells_the_sizes_of_its_pictures(site: SiteTest) -> None:
    """Markdown, figures, links and raw HTML: wherever a picture of the site is shown, if its author gave no size."""
    site.write("content/posts/p.png", picture("PNG"))
    site.write(
        "content/posts/a.md",
        "![하나](p.png)\n\n[![둘](p.png?v=1)](p.png)\n\n![셋](p.png){width=9}\n\n![넷](p.png '설명'){height=9}\n\n"
        '<p><IMG class="x > y" SRC=p.png alt=\'"\' /><img height=3 src=p.png><img src=p.png style="width: 5%"></p>\n\n'
        "![밖](https://a.kr/p.png) ![없음](no.png)\n",
    )
    site.build().must_succeed()
    page = site.page("posts/a/index.html")
    size, wait = ' width="40" height="30"', ' loading="lazy" decoding="async"'

    assert f'<img src="/posts/p.png"{size} alt="하나">' in page
    assert f'<img src="/posts/p.png?v=1"{size} alt="둘"{wait}>' in page
    assert f'<img src="/posts/p.png" alt="셋"{wait} width="9">' in page
    assert f'<img src="/posts/p.png" alt="넷"{wait} height="9">' in page
    assert f'<img{wait} class="x > y" src="/posts/p.png"{size} alt=\'"\' />' in page
    assert f'<img{wait} height=3 src="/posts/p.png">' in page
    assert f'<img{wait} src="/posts/p.png" style="width: 5%">' in page
    assert f'<img src="https://a.kr/p.png" alt="밖"{wait}>' in page
    assert f'<img src="/posts/a/no.png" alt="없음"{wait}>' in page
    assert page.count(size) == 3
    assert f'p.png"{size} alt="하나"' in site.page("feed.xml")


def test_no_picture_is_opened_for_an_edit_of_a_text(site: SiteTest) -> None:
    """Sizes are remembered by the digests of files: Pillow is loaded for a new picture, and only then."""
    program = (
        "import sys\nfrom byeoru.cli.app import main\nsys.argv = ['blog', 'build', '--quiet']\n"
        "try:\n    main()\nfinally:\n    print('PIL' in sys.modules)\n"
    )

    def loads_pillow() -> str:
        ran = subprocess.run([sys.executable, "-c", program], cwd=site.root, check=True, capture_output=True, text=True)
        return ran.stdout.strip()

    site.write("content/posts/a.md", "# 가\n\n![](p.png)\n")
    site.write("content/posts/p.png", picture("PNG"))
    first = loads_pillow()
    site.write("content/posts/a.md", "# 나\n\n![](p.png)\n")
    edited = loads_pillow()
    site.move("content/posts/p.png", "content/posts/q.png")
    moved = loads_pillow()
    site.write("content/posts/q.png", picture("PNG", (8, 8)))

    assert (first, edited, moved, loads_pillow()) == ("True", "False", "False", "True")
