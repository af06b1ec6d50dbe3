"""Read the sizes of the images of a project.

In:  the files of a scan.
Out: their sizes by path.
Must not: open an image whose size is cached.
"""

import os
from collections.abc import Callable, Mapping

from byeoru.discover.read import opened
from byeoru.discover.sources import Scan
from byeoru.media.image_size import EXTENSIONS, Size, size_of_image
from byeoru.model.project import Project

Known = Callable[[Mapping[str, str], Callable[[str], Size | None]], Mapping[str, Size]]


def sizes_of(project: Project, scan: Scan, digests: Mapping[str, str], known: Known) -> Mapping[str, Size]:
    """Return the sizes of the images among the files of *digests*; *known* caches them by digest."""
    images = {path: digest for path, digest in digests.items() if path.lower().endswith(EXTENSIONS)}
    return known(images, lambda path: _size(project, scan, path))


def _size(project: Project, scan: Scan, path: str) -> Size | None:
    """Return the size of the image *path*; None if the file has changed since the scan."""
    try:
        with opened(project, scan, path) as file:
            size = size_of_image(file, os.path.splitext(path)[1].lower())
            now = os.fstat(file.fileno())
    except OSError:
        return None
    scanned = scan.files[path]
    return size if (now.st_size, now.st_mtime_ns) == (scanned.size, scanned.mtime_ns) else None
