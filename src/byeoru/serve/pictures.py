"""Put a picture beside the text that it is for.

In:  a draft of what was received, the name that it had, and the text.
Out: the picture under a name of ours in the text's own folder, and the text with a line at its end.
Must not: replace a file, leave the project, or keep a name that means something to a shell, a URL or Windows.
"""

import errno
import os
import re
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from byeoru.base.containment import open_inside, real_inside
from byeoru.base.paths import nfc, reserved_name_in
from byeoru.discover.disk_path import disk_path
from byeoru.model.project import Project
from byeoru.serve.temporary_upload import TemporaryUpload

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


def kind_of(head: bytes) -> str:
    """Return the ending for a picture by the bytes that it begins with; "" if it is none that pages show."""
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
    return f"image-{stem}" if reserved_name_in(stem) else stem


class StoredPicture(NamedTuple):
    """A picture in its place, and how it is taken back."""

    path: str  # in the project, in NFC
    place: str

    def delete(self, project: Project) -> None:
        """Remove the picture: what was to be done with it could not be done."""
        folder, name = os.path.split(self.place)
        with suppress(OSError), open_inside(os.path.realpath(project.root), folder) as tree:
            tree.remove(name)


def store(
    draft: TemporaryUpload, name: str, ending: str, document: str, project: Project, now: datetime
) -> StoredPicture:
    """Give the *draft* its place beside *document*; raises ``SymlinkError`` where that is not in the project."""
    folder = document.rpartition("/")[0]
    place = real_inside(project.root, os.path.dirname(disk_path(project, document)))
    if not os.path.isdir(place):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), folder)
    stem = safe_name(name, now)
    with open_inside(os.path.realpath(project.root), place) as tree:
        for number in range(1, 10_000):
            found = f"{stem}{f'-{number}' if number > 1 else ''}{ending}"
            try:
                draft.link(tree, found)
            except FileExistsError:
                continue
            return StoredPicture(f"{folder}/{found}" if folder else found, tree.full_path(found))
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), stem)


def append_markdown(data: bytes, markdown: str) -> bytes:
    """Return a text with *markdown* at its end, behind an empty line, with the line ends that it has."""
    end = b"\r\n" if b"\r\n" in data else b"\n"
    gap = b"" if not data or data.endswith(end * 2) else end if data.endswith(end) else end * 2
    return data + gap + markdown.encode() + end
