"""Which files can tell where they were taken, by their names, and what takes that out of them.

What does it is imported for the first file that is copied: an edit of a post copies none.
"""

import os
from collections.abc import Callable, Iterator

Read = Callable[[int], bytes]  # the next so many bytes of a file

_PICTURES = {
    *(".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".apng", ".webp", ".gif"),
    *(".avif", ".heic", ".heif", ".tif", ".tiff"),
}
_FILMS = {".mp4", ".mov", ".m4v", ".3gp", ".m4a"}


def cleaner(path: str) -> Callable[[Read], Iterator[bytes]] | None:
    """Return what takes the place out of a file of this name, None for one that cannot tell any."""
    ending = os.path.splitext(path)[1].lower()
    return _picture if ending in _PICTURES else _film if ending in _FILMS else None


def _picture(read: Read) -> Iterator[bytes]:
    from byeoru.render.metadata.places import picture

    return picture(read)


def _film(read: Read) -> Iterator[bytes]:
    from byeoru.render.metadata.places import film

    return film(read)
