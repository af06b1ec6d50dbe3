"""What an error of a file system means to somebody who publishes."""

import errno

from byeoru.base.diagnostic import Diagnostic, Place, error


def disk_problem(failed: OSError) -> Diagnostic:
    """Return what an error of the file system means."""
    names = {"path": failed.filename or "", "line": failed.strerror or str(failed), "detail": str(failed)}
    match failed.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return error("deploy-disk-full", Place(""), "free-space", **names)
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return error("deploy-denied", Place(""), "allow-the-folder", **names)
    return error("deploy-folder-failed", Place(""), "see-verbose", **names)
