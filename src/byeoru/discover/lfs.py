"""Find files that are pointers of Git LFS: the clone has a short text in the place of an image.

In:  the files that are published.
Out: a warning for each pointer, which stops a deployment.
Must not: read a file that is too large to be a pointer.

Source: the specification of Git LFS, `docs/spec.md`.
"""

from collections.abc import Callable, Mapping

from byeoru.base.diagnostic import Diagnostic, Location, warning
from byeoru.discover.read import opened
from byeoru.discover.sources import Scan
from byeoru.model.project import Project

Known = Callable[[Mapping[str, str], Callable[[str], bool | None]], Mapping[str, bool]]

_LARGEST = 1024  # bytes of a pointer
_START = b"version https://git-lfs.github.com/spec/"


def lfs_warnings(project: Project, scan: Scan, digests: Mapping[str, str], known: Known) -> list[Diagnostic]:
    """Return a warning for each pointer among the files of *digests*; *known* caches earlier results."""
    small = {path: digest for path, digest in digests.items() if len(_START) < scan.files[path].size <= _LARGEST}

    def is_pointer(path: str) -> bool | None:
        try:
            with opened(project, scan, path) as file:
                return file.read(len(_START)) == _START
        except OSError:
            return None

    return [
        warning("lfs-pointer", Location(path), "pull-lfs")
        for path, is_one in known(small, is_pointer).items()
        if is_one
    ]
