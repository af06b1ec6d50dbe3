"""Store an uploaded picture next to the source of its page, or in the attachment folder of a vault.

In:  the upload, its original file name, and the source.
Out: the picture under a safe name in that folder, and the source with a line appended.
Must not: replace a file, leave the project, or use a name that is special in a shell, in a URL or on Windows.
"""

import errno
import os
import re
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from byeoru.base.containment import open_inside, real_inside
from byeoru.base.paths import leaves_folder, nfc, reserved_name_in
from byeoru.discover.disk_path import disk_path
from byeoru.model.project import Project
from byeoru.serve.temporary_upload import TemporaryUpload

_LONGEST = 120  # bytes of a name without its extension: 40 Hangul syllables
_NOT_LETTERS = re.compile(r"[^\w.-]+")  # `\w` is any script's letters and digits
_GENERIC_NAME = re.compile(
    r"(image|blob|unnamed|unknown|이미지)?", re.IGNORECASE
)  # file names that browsers give to pasted pictures
_KINDS = {
    re.compile(rb"\x89PNG\r\n\x1a\n"): ".png",
    re.compile(rb"\xff\xd8\xff"): ".jpg",
    re.compile(rb"GIF8[79]a"): ".gif",
    re.compile(rb"RIFF....WEBP", re.DOTALL): ".webp",
    re.compile(rb"....ftypavi[fs]", re.DOTALL): ".avif",
}


def extension_of(head: bytes) -> str:
    """Return the file extension for a picture by its first bytes; "" if browsers cannot display it."""
    return next((extension for begins, extension in _KINDS.items() if begins.match(head)), "")


def safe_name(name: str, now: datetime) -> str:
    """Return a file name without extension that is valid on every file system and in every URL.

    >>> now = datetime(2026, 11, 24, 15, 30, 12)
    >>> safe_name("../../내 그림 (1).png", now), safe_name("image.png", now), safe_name("con.png", now)
    ('내-그림-1', 'image-20261124-153012', 'image-con')
    """
    last = nfc(name).replace("\\", "/").rpartition("/")[2]
    stem = _NOT_LETTERS.sub("-", os.path.splitext(last)[0]).strip("-._")
    stem = stem.encode()[:_LONGEST].decode("utf-8", "ignore").strip("-._")
    if _GENERIC_NAME.fullmatch(stem):
        return f"image-{now:%Y%m%d-%H%M%S}"
    return f"image-{stem}" if reserved_name_in(stem) else stem


class StoredPicture(NamedTuple):
    """A stored picture."""

    path: str  # relative to the project, in NFC
    absolute_path: str

    def delete(self, project: Project) -> None:
        """Delete the picture, after its line could not be appended to the source."""
        folder, name = os.path.split(self.absolute_path)
        with suppress(OSError), open_inside(os.path.realpath(project.root), folder) as tree:
            tree.remove(name)


def attachment_folder(document: str, setting: str) -> str:
    """Return the folder for the pictures of *document* by the *setting* of a vault; "" and "./" are its own folder.

    >>> [attachment_folder("노트/a.md", setting) for setting in ("", "/", "첨부", "./그림", "../x")]
    ['노트', '', '첨부', '노트/그림', '노트']
    """
    beside = document.rpartition("/")[0]
    bare = setting.removeprefix("./").strip("/")
    if not setting or leaves_folder(bare) or (not bare and setting != "/"):
        return beside
    return f"{beside}/{bare}".strip("/") if setting.startswith("./") else bare


def store(
    upload: TemporaryUpload, name: str, extension: str, document: str, project: Project, now: datetime, setting: str
) -> StoredPicture:
    """Store *upload* in the attachment folder of a vault's *setting* if that exists, else next to *document*.

    Raises ``SymlinkError`` if that is outside of the project.
    """
    folder = attachment_folder(document, setting)
    target = real_inside(project.root, disk_path(project, folder) if folder else project.root)
    if not setting or not os.path.isdir(target):
        folder = document.rpartition("/")[0]
        target = real_inside(project.root, os.path.dirname(disk_path(project, document)))
    if not os.path.isdir(target):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), folder)
    stem = safe_name(name, now)
    with open_inside(os.path.realpath(project.root), target) as tree:
        for number in range(1, 10_000):
            candidate = f"{stem}{f'-{number}' if number > 1 else ''}{extension}"
            try:
                upload.link(tree, candidate)
            except FileExistsError:
                continue
            return StoredPicture(f"{folder}/{candidate}" if folder else candidate, tree.full_path(candidate))
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), stem)


def append_markdown(data: bytes, markdown: str) -> bytes:
    """Return *data* with *markdown* appended after an empty line, keeping its kind of line ends."""
    end = b"\r\n" if b"\r\n" in data else b"\n"
    gap = b"" if not data or data.endswith(end * 2) else end if data.endswith(end) else end * 2
    return data + gap + markdown.encode() + end
