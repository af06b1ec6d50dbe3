"""Put a picture beside the text that it is for.

In:  a file that was received, the name that it had, and the text.
Out: the picture under a name of ours in the text's own folder, and a line at the end of the text.
Must not: replace a file, leave the project, or keep a name that means something to a shell, a URL or Windows.
"""

import os
import re
from datetime import datetime

from byeoru.base.paths import bad_name, nfc
from byeoru.model.project import Project

_LONGEST = 120  # bytes of a name without its ending: 40 syllables
_NO_LETTER = re.compile(r"[^\w.-]+")  # `\w` is any script's letters and digits
_NAMELESS = re.compile(r"(image|blob|unnamed|unknown|이미지)?", re.IGNORECASE)  # what browsers call what was pasted
_KINDS = {
    re.compile(rb"\x89PNG\r\n\x1a\n"): ".png",
    re.compile(rb"\xff\xd8\xff"): ".jpg",
    re.compile(rb"GIF8[79]a"): ".gif",
    re.compile(rb"RIFF....WEBP", re.DOTALL): ".webp",
    re.compile(rb"....ftypavi[fs]", re.DOTALL): ".avif",
}


class Refused(Exception):  # noqa: N818  (its text is shown to the author)
    """The text's folder is none of the project's."""


def kind_of(place: str) -> str:
    """Return the ending for the picture in a file, by how it begins; "" if it is none that pages show."""
    with open(place, "rb") as file:
        head = file.read(16)
    return next((ending for begins, ending in _KINDS.items() if begins.match(head)), "")


def safe_name(name: str, now: datetime) -> str:
    """Return a name without its ending that every file system and every address can have.

    >>> now = datetime(2026, 11, 24, 15, 30, 12)
    >>> safe_name("../../내 그림 (1).png", now), safe_name("image.png", now), safe_name("con.png", now)
    ('내-그림-1', 'image-20261124-153012', 'image-con')
    """
    last = nfc(name).replace("\\", "/").rpartition("/")[2]
    stem = _NO_LETTER.sub("-", os.path.splitext(last)[0]).strip("-._")
    stem = stem.encode()[:_LONGEST].decode("utf-8", "ignore").strip("-._")
    if _NAMELESS.fullmatch(stem):
        return f"image-{now:%Y%m%d-%H%M%S}"
    return f"image-{stem}" if bad_name(stem) else stem


def store(draft: str, name: str, ending: str, document: str, project: Project, now: datetime) -> str:
    """Give the file *draft* its place beside *document*; return its path in the project."""
    folder = document.rpartition("/")[0]
    place = os.path.realpath(project.file(folder) if folder else project.root)
    root = os.path.realpath(project.root)
    if os.path.commonpath([place, root]) != root:
        raise Refused(folder)
    stem = safe_name(name, now)
    os.chmod(draft, 0o666 & ~_umask())
    for number in range(1, 10_000):
        found = f"{stem}{f'-{number}' if number > 1 else ''}{ending}"
        try:
            _link(draft, os.path.join(place, found))
        except FileExistsError:
            continue
        return f"{folder}/{found}" if folder else found
    raise FileExistsError(stem)


def _link(draft: str, place: str) -> None:
    """Let *draft* also lie at *place*, whole and at once, unless something lies there."""
    try:
        os.link(draft, place)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        with open(draft, "rb") as source, open(place, "xb") as target:
            target.write(source.read())


def _umask() -> int:
    found = os.umask(0o022)
    os.umask(found)
    return found


def mention(place: str, markdown: str) -> None:
    """Write *markdown* at the end of a text, with the line ends that it has.

    It is appended in one call: an editor that saves meanwhile may lose this line, but nothing of its author's is lost,
    as it could be if the text were written anew.
    """
    with open(place, "rb") as file:
        data = file.read()
    end = b"\r\n" if b"\r\n" in data else b"\n"
    gap = b"" if not data or data.endswith(end * 2) else end if data.endswith(end) else end * 2
    handle = os.open(place, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
    try:
        os.write(handle, gap + markdown.encode() + end)
    finally:
        os.close(handle)
