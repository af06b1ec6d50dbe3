"""Strip GPS metadata from a block of EXIF, which has the form of a TIFF file.

In:  the bytes from `II*` or `MM` on.
Out: as many bytes: the GPS directory and all that it points to are zeros, and no entry points there any more.
Must not: move anything, because the other entries, and the maker notes of a camera, hold offsets into the block.
"""

import struct
from typing import NamedTuple

_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}  # bytes, by type
_ENTRY = 12  # bytes
_GPS, _ORIENTATION, _SHORT = 0x8825, 0x0112, 3
_SUBDIRECTORIES = {0x8769, 0x014A, 0xA005}  # entries that point to further directories
_VERSION = 0  # of the GPS directory: cameras without a position write only this tag
_MAX_DIRECTORIES = 64  # more are a loop of some kind


class _Unclear(Exception):  # noqa: N818  (caught below)
    """There is GPS metadata, but its extent is unknown."""


class _Entry(NamedTuple):
    at: int  # offset in the block
    tag: int
    kind: int
    number: int  # of values
    value: int  # or its offset


class _Directory(NamedTuple):
    at: int
    size: int  # how many entries it claims to have
    entries: tuple[_Entry, ...]  # those within the block
    following: int  # offset of the next directory, 0 for none


def strip_gps(block: bytes, *, is_file: bool = False) -> bytes:
    """Return *block* without GPS metadata.

    A block with GPS metadata that is too broken to be read is discarded as a whole, except for the orientation. A whole
    TIFF *file* includes the pixels, so it is left as it is.
    """
    order = _ORDERS.get(block[:4])
    if order is None:
        return block
    try:
        return _without_gps(block, order)
    except _Unclear:
        return block if is_file else _orientation_only(block, order)


def _without_gps(block: bytes, order: str) -> bytes:
    result = bytearray(block)
    directories = _directories(block, order)
    pointers = [(directory, entry) for directory in directories for entry in directory.entries if entry.tag == _GPS]
    if len(pointers) > _MAX_DIRECTORIES:
        raise _Unclear
    spans = [(directory, entry, _spans(block, order, entry.value)) for directory, entry in pointers]
    for _, _, ranges in spans:
        for start, end in ranges:
            result[start:end] = bytes(end - start)
    for directory, entry, ranges in reversed(spans):
        if ranges:
            _remove(result, order, directory, entry)
    return bytes(result)


def _directories(block: bytes, order: str) -> list[_Directory]:
    """Return the first directory and all that it points to, except GPS directories."""
    (first,) = struct.unpack_from(order + "I", block.ljust(8, b"\0"), 4)
    pending, seen = [first], {0}
    directories: list[_Directory] = []
    while pending and len(directories) < _MAX_DIRECTORIES:
        at = pending.pop()
        if at in seen:
            continue
        seen.add(at)
        directory = _directory(block, order, at)
        directories.append(directory)
        pending.append(directory.following)
        for entry in directory.entries:
            if entry.tag in _SUBDIRECTORIES:
                pending += _pointers(block, order, entry)
    return directories


def _pointers(block: bytes, order: str, entry: _Entry) -> list[int]:
    """Return the offsets of the directories that an entry points to."""
    if entry.number == 1:
        return [entry.value]
    part = block[entry.value : entry.value + 4 * min(entry.number, _MAX_DIRECTORIES)]
    return [at for (at,) in struct.iter_unpack(order + "I", part[: len(part) // 4 * 4])]


def _directory(block: bytes, order: str, at: int) -> _Directory:
    if at + 2 > len(block):
        return _Directory(at, 0, (), 0)
    (count,) = struct.unpack_from(order + "H", block, at)
    end = at + 2 + _ENTRY * count
    fitting = min(count, (len(block) - at - 2) // _ENTRY)
    entries = (
        _Entry(offset, *struct.unpack_from(order + "HHII", block, offset))
        for offset in range(at + 2, at + 2 + _ENTRY * fitting, _ENTRY)
    )
    following = struct.unpack_from(order + "I", block, end)[0] if end + 4 <= len(block) else 0
    return _Directory(at, count, tuple(_short(block, order, entry) for entry in entries), following)


def _short(block: bytes, order: str, entry: _Entry) -> _Entry:
    """Return an entry with its inline value, if that has two bytes."""
    if entry.kind == _SHORT and entry.number == 1:
        return entry._replace(value=struct.unpack_from(order + "H", block, entry.at + 8)[0])
    return entry


def _spans(block: bytes, order: str, at: int) -> list[tuple[int, int]]:
    """Return the spans of a GPS directory, with the values that it points to first; none if it contains no position."""
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
    """Remove an entry from its directory: what follows moves up, and the end is filled with zeros."""
    (count,) = struct.unpack_from(order + "H", block, directory.at)
    end = min(directory.at + 2 + _ENTRY * count + 4, len(block))
    if not count or len(directory.entries) < directory.size or end < entry.at + _ENTRY:
        raise _Unclear
    block[entry.at : end] = block[entry.at + _ENTRY : end] + bytes(_ENTRY)
    struct.pack_into(order + "H", block, directory.at, count - 1)


def _orientation_only(block: bytes, order: str) -> bytes:
    """Return a block as long as *block* that holds the orientation, if that can be read, and nothing else."""
    (first,) = struct.unpack_from(order + "I", block, 4)
    head = (_ORIENTATION, _SHORT, 1)
    entries = _directory(block, order, first).entries
    values = [entry.value for entry in entries if (entry.tag, entry.kind, entry.number) == head]
    entry = struct.pack(order + "HHIHH", *head, values[0], 0) if values else b""
    result = block[:4] + struct.pack(order + "IH", 8, bool(values)) + entry + bytes(4)
    return result.ljust(len(block), b"\0")[: len(block)]
