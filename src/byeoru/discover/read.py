"""Read the bytes of sources.

A file can change or be deleted while a build runs; the build uses the digest of the bytes that were read.
"""

import os
from collections.abc import Callable
from hashlib import blake2b
from typing import BinaryIO

from byeoru.base.diagnostic import Diagnostic, Location, error
from byeoru.base.digest import SIZE
from byeoru.base.rooted import Rooted
from byeoru.discover.sources import BUILTIN, Scan, builtin_themes
from byeoru.media.streams import Transform
from byeoru.model.project import Project

_MEGABYTE = 1024 * 1024
MARKDOWN_LIMIT = 5 * _MEGABYTE  # bytes; a post of this size takes 15 seconds and is a mistake
_CHUNK = 1 << 20


def file_of(project: Project, scan: Scan, path: str) -> str:
    """Return the path on disk of the source *path*."""
    return scan.disk_paths.get(path) or project.file(path)


def opened(project: Project, scan: Scan, path: str) -> BinaryIO:
    """Open the source *path*; a symlink that has replaced it since the scan is not followed."""
    return opened_at(project, path, file_of(project, scan, path))


def opened_at(project: Project, path: str, full_path: str) -> BinaryIO:
    """Open the source *path*, whose path on disk is *full_path*."""
    root = builtin_themes() if path.startswith(BUILTIN) else project.root
    with Rooted(root) as folder:
        return open(folder.open(os.path.relpath(full_path, root).replace(os.sep, "/")), "rb")


def read_markdown(project: Project, scan: Scan, path: str) -> bytes | Diagnostic | None:
    """Return the bytes of a page, a problem if it cannot be read, or None if it has been deleted."""
    try:
        with opened(project, scan, path) as file:
            size = os.fstat(file.fileno()).st_size
            # Not `read` with the limit, for which Python allocates that much: it takes more than twice as long.
            data = file.read() if size <= MARKDOWN_LIMIT else b""
    except FileNotFoundError:
        return None
    except OSError as problem:
        return error("unreadable-file", Location(path), reason=problem.strerror or "")
    if size > MARKDOWN_LIMIT:
        return error("too-large", Location(path), "split-it", size=size // _MEGABYTE, limit=MARKDOWN_LIMIT // _MEGABYTE)
    return data


def digest_file(project: Project, scan: Scan, path: str) -> str | Diagnostic | None:
    """Return the digest of a file of any size, a problem if it cannot be read, or None if it has been deleted."""
    digest = blake2b(digest_size=SIZE)
    try:
        with opened(project, scan, path) as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except FileNotFoundError:
        return None
    except OSError as problem:
        return error("unreadable-file", Location(path), reason=problem.strerror or "")
    return digest.hexdigest()


def copy_transformed(source: BinaryIO, transform: Transform, write: Callable[[bytes], object]) -> tuple[str, str]:
    """Pass the result of *transform* on a file to *write*; return the digests of the input and of the output."""
    before, after = blake2b(digest_size=SIZE), blake2b(digest_size=SIZE)

    def read(size: int) -> bytes:
        chunk = source.read(size)
        before.update(chunk)
        return chunk

    for chunk in transform(read):
        after.update(chunk)
        write(chunk)
    while read(_CHUNK):  # the digest includes the bytes that the transform did not read
        pass
    return before.hexdigest(), after.hexdigest()
