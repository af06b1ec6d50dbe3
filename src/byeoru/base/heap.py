"""Return memory that is free to the system: glibc keeps what was freed between blocks that are in use."""

import sys


def trim_heap() -> None:
    """Return the free pages of C's heap to the system, where it can be asked to; a forked process inherits the rest."""
    if sys.platform != "linux":
        return
    import ctypes  # imported late, because only a build that writes needs it

    library = ctypes.CDLL(None)
    if hasattr(library, "malloc_trim"):  # not in musl, which returns them by itself
        library.malloc_trim(0)
