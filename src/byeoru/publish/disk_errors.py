"""Diagnostics for errors of the file system during a deployment."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from byeoru.base.diagnostic import Diagnostic, Location, error
from byeoru.publish.errors import PublishError


@contextmanager
def disk_errors() -> Iterator[None]:
    """Raise an error of the file system as a ``PublishError``."""
    try:
        yield
    except OSError as problem:
        raise PublishError(_meaning(problem)) from None


def _meaning(problem: OSError) -> Diagnostic:
    names = {"path": problem.filename or "", "line": problem.strerror or str(problem), "detail": str(problem)}
    match problem.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return error("deploy-disk-full", Location(""), "free-space", **names)
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return error("deploy-denied", Location(""), "allow-the-folder", **names)
    return error("deploy-folder-failed", Location(""), "see-verbose", **names)
