"""The rows of the cache with the connected site that one process passes to the next (`recall`).

In:  the bytes of a site.
Out: the same, with a mark that tells one stored site from another; b"" for none that this program has made.
Must not: import anything heavy, as it is read while the rest of the program is still imported.

The bytes are cut into pieces, as SQLite copies a row twice: of 8 MB for 10,000 posts that was the peak of a build.
One more row lists the digests of the pieces.
"""

from collections.abc import Iterable, Iterator

from byeoru.base.digest import digest_of
from byeoru.cache.packed import packed, packed_bytes, unpacked, unpacked_bytes
from byeoru.cache.store import Store
from byeoru.model.project import Profile

MARK = 8  # bytes, of the digest of a row
_SIZE = 500_000  # bytes of a piece


def marked_site(store: Store, profile: Profile, program: str) -> bytes:
    """Return the mark of the stored site, and its bytes."""
    stamp, list_of_pieces = _stamp(profile, program), store.packed(_name(profile))
    digests = unpacked(list_of_pieces, stamp)
    if list_of_pieces is None or digests is None:
        return b""
    parts = [list_of_pieces[:MARK]]
    for number, digest in enumerate(digests):
        row = store.packed(_piece(profile, number))
        piece = unpacked_bytes(row, stamp)
        if row is None or piece is None or row[:MARK].hex() != digest:
            return b""
        parts.append(piece)
    return b"".join(parts)


def store_site(store: Store, profile: Profile, program: str, parts: Iterable[bytes | memoryview]) -> str:
    """Store the bytes of a site; return its mark in hexadecimal digits.

    Each piece is committed when it is there, so none waits in memory; a process that is killed meanwhile leaves none.
    """
    stamp, digests = _stamp(profile, program), list[str]()
    for piece in _pieces(parts):
        row = packed_bytes(piece, stamp)
        store.put_packed(_piece(profile, len(digests)), row)
        store.commit()
        digests.append(row[:MARK].hex())
    known = {_piece(profile, number) for number in range(len(digests))}
    store.drop(name for name in store.names(_piece(profile, "")) if name not in known)
    list_of_pieces = packed(digests, stamp)
    store.put_packed(_name(profile), list_of_pieces)
    return list_of_pieces[:MARK].hex()


def _pieces(parts: Iterable[bytes | memoryview]) -> Iterator[bytes]:
    """Yield the bytes of *parts* in pieces of one size."""
    piece = bytearray()
    for part in parts:
        for at in range(0, len(part), _SIZE):
            piece += part[at : at + _SIZE]
            if len(piece) >= _SIZE:
                yield bytes(piece[:_SIZE])
                del piece[:_SIZE]
    yield bytes(piece)


def _name(profile: Profile) -> str:
    return f"connected/{profile.name}"


def _piece(profile: Profile, number: int | str) -> str:
    return f"{_name(profile)}/{number}"


def _stamp(profile: Profile, program: str) -> str:
    return digest_of([program, profile.choices])
