"""The status of a file that was written, as it is compared with the one that is found.

In:  what the system returns.
Out: one text.
Must not: contain the time of the last change of status, which each link to a file changes.
"""

import os


def status_text(status: os.stat_result) -> str:
    """Return size, time and inode: one of them changes when a file is written or replaced."""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ino}"
