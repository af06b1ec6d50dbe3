"""The types of functions that read a file in chunks and change what is published of it."""

from collections.abc import Callable, Iterator

Read = Callable[[int], bytes]  # returns the next bytes of a file, at most so many
Transform = Callable[[Read], Iterator[bytes]]  # yields the bytes to publish
