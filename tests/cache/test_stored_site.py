"""The stored site comes back whole, or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from byeoru.cache import stored_site
from byeoru.cache.store import Store
from byeoru.cache.stored_site import MARK, marked_site, store_site
from byeoru.model.project import Profile

PROFILE = Profile("site", "/project/site")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Yield a store in which pieces of a site have five bytes."""
    monkeypatch.setattr(stored_site, "_SIZE", 5)
    store = Store(str(tmp_path / "cache.db"))
    yield store
    store.close()


@pytest.mark.parametrize("parts", [[b""], [b"12345"], [b"1", memoryview(b"23456789"), b"", b"0123456789abc"]])
def test_a_site_comes_back_with_its_mark(store: Store, parts: list[bytes | memoryview]) -> None:
    """However its bytes are cut, they come back in one, behind the mark that storing them has returned."""
    mark = store_site(store, PROFILE, "program", parts)
    store.commit()

    assert marked_site(store, PROFILE, "program") == bytes.fromhex(mark) + b"".join(parts)
    assert marked_site(store, PROFILE, "another program") == b""


def test_another_site_replaces_all_pieces(store: Store) -> None:
    """A shorter site leaves no piece of the longer one before it in the file."""
    long = store_site(store, PROFILE, "program", [b"0123456789abcdef"])
    store.commit()
    short = store_site(store, PROFILE, "program", [b"0123456"])
    store.commit()

    assert marked_site(store, PROFILE, "program")[MARK:] == b"0123456"
    assert store.names("connected/") == ["connected/site", "connected/site/0", "connected/site/1"]
    assert long != short


def test_a_site_that_is_stored_in_part_is_lost(store: Store) -> None:
    """If the program is ended while it replaces a site, the next process finds neither the old one nor the new."""

    def interrupted() -> Iterator[bytes]:
        yield b"54321"
        raise KeyboardInterrupt

    store_site(store, PROFILE, "program", [b"0123456789ab"])
    store.commit()
    with pytest.raises(KeyboardInterrupt):
        store_site(store, PROFILE, "program", interrupted())
    found = Store(store.path)

    assert marked_site(found, PROFILE, "program") == b""
    found.close()


@pytest.mark.parametrize("lost", ["connected/site", "connected/site/0", "connected/site/2"])
def test_a_site_without_one_of_its_rows_is_lost(store: Store, lost: str) -> None:
    """A row that is missing, damaged, or of another site than the others makes the whole worthless."""
    store_site(store, PROFILE, "program", [b"another site"])
    other = store.packed(lost)
    store_site(store, PROFILE, "program", [b"0123456789ab"])
    whole = store.packed(lost)
    assert whole is not None
    assert other is not None
    for row in (None, whole[:-1], other):
        store.drop((lost,)) if row is None else store.put_packed(lost, row)

        assert marked_site(store, PROFILE, "program") == b""

    store.put_packed(lost, whole)
    assert marked_site(store, PROFILE, "program")[MARK:] == b"0123456789ab"
