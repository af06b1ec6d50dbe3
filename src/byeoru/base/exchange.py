"""Exchange two files or folders atomically.

Linux has ``renameat2`` with RENAME_EXCHANGE (since 3.15), macOS ``renameatx_np`` with RENAME_SWAP; Python has neither.
"""

import os
import sys

from byeoru.base.rooted import Rooted

_RENAME_EXCHANGE = 2  # linux/fs.h
_RENAME_SWAP = 2  # sys/stdio.h of macOS


def exchange(first: Rooted, path: str, second: Rooted, other_path: str) -> None:
    """Exchange *path* in *first* and *other_path* in *second*; raises ``OSError`` if this is not supported."""
    name, folder = first.at(path)
    other_name, other_folder = second.at(other_path)
    if folder is None or other_folder is None:
        raise OSError("no exchange of folders on this system")
    import ctypes  # imported late, because only a build that writes needs it

    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        call = library.renameat2
        flags = _RENAME_EXCHANGE
    elif sys.platform == "darwin" and hasattr(library, "renameatx_np"):
        call = library.renameatx_np
        flags = _RENAME_SWAP
    else:
        raise OSError("no exchange of folders on this system")
    if call(folder, os.fsencode(name), other_folder, os.fsencode(other_name), flags):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), first.full_path(path), None, second.full_path(other_path))
