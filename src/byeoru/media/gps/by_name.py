"""Decide by its name whether a file can hold GPS metadata.

In:  the path of a file.
Out: the ``Transform`` that strips the metadata; None for a file that cannot contain any.
Must not: import the readers of formats before a file is copied; an edit of a post copies none.
"""

import os
from collections.abc import Iterator

from byeoru.media.streams import Read, Transform

_IMAGES = {
    *(".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".apng", ".webp", ".gif"),
    *(".avif", ".heic", ".heif", ".tif", ".tiff"),
}
_VIDEOS = {".mp4", ".mov", ".m4v", ".3gp", ".m4a"}


def gps_stripper(path: str) -> Transform | None:
    """Return what strips GPS metadata from a file of this name, None for one that cannot hold any."""
    extension = os.path.splitext(path)[1].lower()
    return _image if extension in _IMAGES else _video if extension in _VIDEOS else None


def _image(read: Read) -> Iterator[bytes]:
    from byeoru.media.gps.strip import strip_image

    return strip_image(read)


def _video(read: Read) -> Iterator[bytes]:
    from byeoru.media.gps.strip import strip_video

    return strip_video(read)
