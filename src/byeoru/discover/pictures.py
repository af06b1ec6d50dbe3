"""Find out how large a picture is, as a browser shows it, from the first bytes of its file.

In:  a file that the scan found.
Out: width and height in pixels of CSS, turned as the camera was held; (0, 0) for what no size can be read of.
Must not: decode a picture, or let out what a broken one makes its reader raise.

Pillow is imported for the first picture that nobody knows yet: it takes longer than an edit of a post.
"""

import os
import re
import warnings
from collections.abc import Callable, Mapping
from html import unescape
from importlib import import_module
from typing import BinaryIO

from byeoru.discover.read import opened
from byeoru.discover.sources import Scan
from byeoru.model.project import Project

Size = tuple[int, int]
Known = Callable[[Mapping[str, str], Callable[[str], Size | None]], Mapping[str, Size]]

NO_SIZE = (0, 0)
ENDINGS = (*(".png", ".apng", ".jpg", ".jpeg", ".jpe", ".jfif"), *(".gif", ".webp", ".avif", ".bmp", ".svg"))
_ORIENTATION = 0x0112  # of EXIF
_SIDEWAYS = {5, 6, 7, 8}  # orientations that exchange width and height
_FORMATS = {  # of Pillow, by how a file begins, whatever its name says: browsers look there too
    re.compile(rb"\x89PNG\r\n\x1a\n"): "Png",
    re.compile(rb"\xff\xd8\xff"): "Jpeg",
    re.compile(rb"GIF8[79]a"): "Gif",
    re.compile(rb"RIFF....WEBP", re.DOTALL): "WebP",
    re.compile(rb"....ftypavi[fs]", re.DOTALL): "Avif",
    re.compile(rb"BM"): "Bmp",
}

_SVG_HEAD = 64 * 1024  # bytes in which the tag of a drawing begins and ends; editors put their licences before it
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SVG = re.compile(r"""<(?:\w+:)?svg(?=[\s>/])((?:[^<>"']|"[^"]*"|'[^']*')*)>""")
_ATTRIBUTE = re.compile(r"""\s(width|height|viewBox)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_LENGTH = re.compile(r"\s*\+?(\d{1,9}(?:\.\d*)?|\.\d+)\s*(px|pt|pc|mm|cm|in|)\s*")
_PIXELS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_LARGEST = 1_000_000  # pixels; what says to be larger is a mistake


def sizes_of(project: Project, scan: Scan, digests: Mapping[str, str], known: Known) -> Mapping[str, Size]:
    """Return the sizes of the pictures among the files of *digests*; *known* remembers what was found out before."""
    pictures = {path: digest for path, digest in digests.items() if path.lower().endswith(ENDINGS)}
    return known(pictures, lambda path: _size(project, scan, path))


def _size(project: Project, scan: Scan, path: str) -> Size | None:
    """Return the size of the picture *path*; None if it is not any more the file that the scan has found."""
    try:
        with opened(project, scan, path) as file:
            size = _drawn(file) if path.lower().endswith(".svg") else _photographed(file)
            found = os.fstat(file.fileno())
    except OSError:
        return None
    seen = scan.files[path]
    return size if (found.st_size, found.st_mtime_ns) == (seen.size, seen.mtime_ns) else None


def _photographed(file: BinaryIO) -> Size:
    """Return the size of a picture made of pixels."""
    head = file.read(16)
    name = next((name for begins, name in _FORMATS.items() if begins.match(head)), None)
    if name is None:
        return NO_SIZE
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            import_module(f"PIL.{name}ImagePlugin")
            with Image.open(file, formats=(name.upper(),)) as picture:
                width, height = picture.size
                exif = Image.Exif()
                exif.load(picture.info.get("exif") or b"")
                is_sideways = exif.get(_ORIENTATION) in _SIDEWAYS
        except Exception:  # noqa: BLE001  (of a file that can be anything the library raises anything)
            return NO_SIZE
    return (height, width) if is_sideways else (width, height)


def _drawn(file: BinaryIO) -> Size:
    """Return the size of an SVG: what it says, and what it leaves open by the shape of its `viewBox`."""
    text = _COMMENT.sub("", file.read(_SVG_HEAD).decode("utf-8", "replace"))
    tag = _SVG.search(text)
    if tag is None:
        return NO_SIZE
    said = {name: unescape(a or b) for name, a, b in _ATTRIBUTE.findall(tag[1])}
    width, height = _length(said.get("width", "")), _length(said.get("height", ""))
    box = [_length(part) for part in said.get("viewBox", "").replace(",", " ").split()[2:]]
    if len(box) == 2 and all(box):
        ratio = box[0] / box[1]
        width, height = width or (height * ratio or box[0]), height or (width / ratio or box[1])
    size = round(width), round(height)
    return size if all(0 < side <= _LARGEST for side in size) else NO_SIZE


def _length(text: str) -> float:
    """Return a length in pixels, 0 for one that depends on what is around: `100%`, `2em`.

    >>> _length("12.5px"), _length("1in"), _length("100%"), _length("auto")
    (12.5, 96.0, 0.0, 0.0)
    """
    found = _LENGTH.fullmatch(text)
    return float(found[1]) * _PIXELS[found[2]] if found else 0.0
