"""The row of the cache with the connected site that one process passes to the next (`recall`).

In:  the bytes of a site.
Out: the same, with a mark that tells one stored site from another; b"" for none that this program has made.
Must not: import anything heavy, as it is read while the rest of the program is still imported.
"""

from byeoru.base.digest import digest_of
from byeoru.cache.packed import packed_bytes, unpacked_bytes
from byeoru.cache.store import Store
from byeoru.model.project import Profile

MARK = 8  # bytes, of the digest of the row


def marked_site(store: Store, profile: Profile, program: str) -> bytes:
    """Return the mark of the stored site, and its bytes."""
    row = store.packed(_name(profile))
    data = unpacked_bytes(row, _stamp(profile, program))
    return b"" if row is None or data is None else row[:MARK] + data


def store_site(store: Store, profile: Profile, program: str, data: bytes) -> str:
    """Store the bytes of a site, with the next commit; return its mark in hexadecimal digits."""
    row = packed_bytes(data, _stamp(profile, program))
    store.put_packed(_name(profile), row)
    return row[:MARK].hex()


def _name(profile: Profile) -> str:
    return f"connected/{profile.name}"


def _stamp(profile: Profile, program: str) -> str:
    return digest_of([program, profile.choices])
