"""Blank the place in a block of EXIF, which has the form of a TIFF file.

In:  the bytes from `II*` or `MM` on.
Out: as many bytes: the directory of GPS and all that it points to are zeros, and no entry leads there any more.
Must not: move anything, because the other entries, and notes that only the maker of a camera understands, say
where in the block their values lie.
"""

import struct
from typing import NamedTuple

_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}  # bytes, by type
_ENTRY = 12  # bytes
_GPS, _ORIENTATION, _SHORT = 0x8825, 0x0112, 3
_BELOW = {0x8769, 0x014A, 0xA005}  # entries that lead to further directories
_VERSION = 0  # of the directory of GPS: cameras that know no place write it alone
_MOST = 64  # directories; more are a loop of a kind


class _Unclear(Exception):  # noqa: N818  (it is met below)
    """A place is spoken of, and where it ends cannot be told."""


class _Entry(NamedTuple):
    at: int  # in the block
    tag: int
    kind: int
    number: int  # of values
    value: int  # or where it lies


class _Directory(NamedTuple):
    at: int
    size: int  # how many entries it says to have
    entries: tuple[_Entry, ...]  # those that lie in the block
    following: int  # where the next directory lies, 0 for none


def without_place(block: bytes, *, is_file: bool = False) -> bytes:
    """Return *block* without the place in it.

    What speaks of a place and is too broken to be understood is given up as a whole, but for the orientation. Of a
    whole TIFF *file* the pixels are a part, so that is left as it is.
    """
    order = _ORDERS.get(block[:4])
    if order is None:
        return block
    try:
        return _blanked(block, order)
    except _Unclear:
        return block if is_file else _emptied(block, order)


def _blanked(block: bytes, order: str) -> bytes:
    found = bytearray(block)
    directories = _directories(block, order)
    pointers = [(one, entry) for one in directories for entry in one.entries if entry.tag == _GPS]
    if len(pointers) > _MOST:
        raise _Unclear
    spans = [(one, entry, _spans(block, order, entry.value)) for one, entry in pointers]
    for _, _, ranges in spans:
        for start, end in ranges:
            found[start:end] = bytes(end - start)
    for directory, entry, ranges in reversed(spans):
        if ranges:
            _remove(found, order, directory, entry)
    return bytes(found)


def _directories(block: bytes, order: str) -> list[_Directory]:
    """Return the first directory and all that it leads to, but for those of GPS."""
    (first,) = struct.unpack_from(order + "I", block.ljust(8, b"\0"), 4)
    waiting, seen = [first], {0}
    found: list[_Directory] = []
    while waiting and len(found) < _MOST:
        at = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        directory = _directory(block, order, at)
        found.append(directory)
        waiting.append(directory.following)
        for entry in directory.entries:
            if entry.tag in _BELOW:
                waiting += _pointers(block, order, entry)
    return found


def _pointers(block: bytes, order: str, entry: _Entry) -> list[int]:
    """Return where the directories lie that an entry leads to."""
    if entry.number == 1:
        return [entry.value]
    part = block[entry.value : entry.value + 4 * min(entry.number, _MOST)]
    return [at for (at,) in struct.iter_unpack(order + "I", part[: len(part) // 4 * 4])]


def _directory(block: bytes, order: str, at: int) -> _Directory:
    if at + 2 > len(block):
        return _Directory(at, 0, (), 0)
    (count,) = struct.unpack_from(order + "H", block, at)
    end = at + 2 + _ENTRY * count
    fitting = min(count, (len(block) - at - 2) // _ENTRY)
    entries = (
        _Entry(place, *struct.unpack_from(order + "HHII", block, place))
        for place in range(at + 2, at + 2 + _ENTRY * fitting, _ENTRY)
    )
    following = struct.unpack_from(order + "I", block, end)[0] if end + 4 <= len(block) else 0
    return _Directory(at, count, tuple(_short(block, order, entry) for entry in entries), following)


def _short(block: bytes, order: str, entry: _Entry) -> _Entry:
    """Return an entry with the value that it holds itself, where that has two bytes."""
    if entry.kind == _SHORT and entry.number == 1:
        return entry._replace(value=struct.unpack_from(order + "H", block, entry.at + 8)[0])
    return entry


def _spans(block: bytes, order: str, at: int) -> list[tuple[int, int]]:
    """Return what a directory of GPS takes, the values that it leads to first; nothing if it tells no place."""
    if not at:
        return []
    directory = _directory(block, order, at)
    if at + 2 > len(block) or len(directory.entries) < directory.size:
        raise _Unclear
    if all(entry.tag == _VERSION for entry in directory.entries):
        return []
    spans = []
    for entry in directory.entries:
        size = _SIZES.get(entry.kind, 1) * entry.number
        if size > 4:
            if entry.value + size > len(block):
                raise _Unclear
            spans.append((entry.value, entry.value + size))
    return [*spans, (at, at + 2 + _ENTRY * directory.size)]


def _remove(block: bytearray, order: str, directory: _Directory, entry: _Entry) -> None:
    """Take an entry out of its directory: what follows there moves up, and what it took at the end is zeros."""
    (count,) = struct.unpack_from(order + "H", block, directory.at)
    end = min(directory.at + 2 + _ENTRY * count + 4, len(block))
    if not count or len(directory.entries) < directory.size or end < entry.at + _ENTRY:
        raise _Unclear
    block[entry.at : end] = block[entry.at + _ENTRY : end] + bytes(_ENTRY)
    struct.pack_into(order + "H", block, directory.at, count - 1)


def _emptied(block: bytes, order: str) -> bytes:
    """Return a block as long as *block* that says how the camera was held, if that can be read, and nothing else."""
    (first,) = struct.unpack_from(order + "I", block, 4)
    said = (_ORIENTATION, _SHORT, 1)
    held = [one.value for one in _directory(block, order, first).entries if (one.tag, one.kind, one.number) == said]
    entry = struct.pack(order + "HHIHH", *said, held[0], 0) if held else b""
    made = block[:4] + struct.pack(order + "IH", 8, bool(held)) + entry + bytes(4)
    return made.ljust(len(block), b"\0")[: len(block)]
