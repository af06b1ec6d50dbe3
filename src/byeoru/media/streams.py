"""The types of functions that read a file in chunks and change what is published of it."""

from collections.abc import Callable, Iterator

Read = Callable[[int], bytes]  # returns the next bytes of a file, at most so many
Transform = Callable[[Read], Iterator[bytes]]  # yields the bytes to publish

CHUNK = 1 << 20  # bytes that are read at once


def unchanged(read: Read) -> Iterator[bytes]:
    """Yield the bytes of a file as they are."""
    while chunk := read(CHUNK):
        yield chunk
