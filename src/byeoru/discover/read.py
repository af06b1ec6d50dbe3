"""Read the bytes of sources.

A file can change or vanish while a build runs; what counts is the digest of the bytes that were read.
"""

import os
from collections.abc import Callable
from hashlib import blake2b
from typing import BinaryIO

from byeoru.base.crash import details_of, fault
from byeoru.base.diagnostic import Diagnostic, Place, error
from byeoru.base.digest import SIZE, digest_of
from byeoru.base.rooted import Rooted
from byeoru.discover.sources import BUILTIN, Scan, builtin_themes
from byeoru.media.streams import Transform
from byeoru.model.output import Artifact, Failed, Output
from byeoru.model.project import Project

MARKDOWN_LIMIT = 5 * 1024 * 1024  # bytes; a post of this size takes 15 seconds and is a mistake
_CHUNK = 1 << 20
_COPY = "copy"  # what a file in the drop folder is called until its digest is known


def file_of(project: Project, scan: Scan, path: str) -> str:
    """Return where the source *path* lies on the disk."""
    return scan.spelled.get(path) or project.file(path)


def opened(project: Project, scan: Scan, path: str) -> BinaryIO:
    """Open the source *path*, and nothing that a symlink which was put in its place since the scan leads to."""
    root, place = builtin_themes() if path.startswith(BUILTIN) else project.root, file_of(project, scan, path)
    with Rooted(root) as folder:
        return open(folder.open(os.path.relpath(place, root).replace(os.sep, "/")), "rb")


def read_markdown(project: Project, scan: Scan, path: str) -> bytes | Diagnostic | None:
    """Return the bytes of a page, the problem that keeps it from being read, or None if it is gone by now."""
    try:
        with opened(project, scan, path) as file:
            data = file.read(MARKDOWN_LIMIT + 1)
            size = os.fstat(file.fileno()).st_size // (1024 * 1024)
    except FileNotFoundError:
        return None
    except OSError as problem:
        return error("unreadable-file", Place(path), reason=problem.strerror or "")
    if len(data) > MARKDOWN_LIMIT:
        return error("too-large", Place(path), "split-it", size=size, limit=MARKDOWN_LIMIT // (1024 * 1024))
    return data


def digest_file(project: Project, scan: Scan, path: str) -> str | Diagnostic | None:
    """Return the digest of a file of any size; a problem or None as above."""
    found = blake2b(digest_size=SIZE)
    try:
        with opened(project, scan, path) as file:
            while chunk := file.read(_CHUNK):
                found.update(chunk)
    except FileNotFoundError:
        return None
    except OSError as problem:
        return error("unreadable-file", Place(path), reason=problem.strerror or "")
    return found.hexdigest()


def copy_file(
    project: Project, scan: Scan, path: str, output: Output, question: str, transform: Transform, drop: Rooted
) -> Artifact | Failed:
    """Put what *transform* makes of the file *path* into the drop folder, under the digest of those bytes.

    *question* is what the output reads: its answer is the digest of the file as it lies there. A file that changed
    since the scan is published as it was read, and noticed by the next build.
    """
    try:
        source = opened(project, scan, path)  # a failing write is another matter
    except OSError as problem:
        return Failed(output.path, (error("unreadable-file", Place(path), reason=problem.strerror or ""),))
    with source, open(drop.open(_COPY, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), "wb") as target:
        try:
            had, given = pass_on(source, transform, target.write)
        except OSError:
            raise
        except Exception as problem:  # noqa: BLE001  (the border of this stage: what cannot be cleaned stays here)
            return Failed(output.path, (fault(path, problem),), details_of(problem))
    drop.rename(_COPY, given)
    return Artifact(output.path, given, (((question, output.subject), digest_of(had)),))


def pass_on(source: BinaryIO, transform: Transform, take: Callable[[bytes], object]) -> tuple[str, str]:
    """Let *take* have what *transform* makes of a file; return the digests of what was read and of what was taken."""
    had, given = blake2b(digest_size=SIZE), blake2b(digest_size=SIZE)

    def read(size: int) -> bytes:
        part = source.read(size)
        had.update(part)
        return part

    for chunk in transform(read):
        given.update(chunk)
        take(chunk)
    return had.hexdigest(), given.hexdigest()
