"""The digest of the program is remembered as long as none of its files has changed."""

import os
from pathlib import Path

import pytest

from byeoru.base import program
from byeoru.base.program import digest_of_sources
from byeoru.base.user_cache import UserCache

LONG_AGO = 1_700_000_000


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Return the folder of a small program that was installed long ago."""
    folder = tmp_path / "package"
    (folder / "base").mkdir(parents=True)
    for name in ("app.py", "base/text.py"):
        (folder / name).write_text("RULES = 1\n")
        os.utime(folder / name, (LONG_AGO, LONG_AGO))
    return folder


@pytest.fixture
def known(tmp_path: Path) -> UserCache:
    """Return what this user's processes have remembered."""
    return UserCache(str(tmp_path / "cache"), "program", 3)


def test_the_next_process_reads_no_source(package: Path, known: UserCache, monkeypatch: pytest.MonkeyPatch) -> None:
    """The stats of the files are enough."""
    first = digest_of_sources(str(package), known)
    monkeypatch.delattr(program, "_contents")

    assert digest_of_sources(str(package), known) == first


def test_an_edited_program_is_another_one(package: Path, known: UserCache) -> None:
    """Not even an edit that keeps the size and the time of a file is overlooked."""
    first = digest_of_sources(str(package), known)
    (package / "base/text.py").write_text("RULES = 2\n")
    os.utime(package / "base/text.py", (LONG_AGO, LONG_AGO))

    assert digest_of_sources(str(package), known) != first


def test_the_same_program_elsewhere_is_the_same(package: Path, known: UserCache) -> None:
    """A cache may come along to another machine."""
    first = digest_of_sources(str(package), known)
    package.rename(package.with_name("elsewhere"))

    assert digest_of_sources(str(package.with_name("elsewhere")), known) == first


def test_a_program_that_was_just_written_is_read_again(
    package: Path, known: UserCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another write within the same moment could leave its stat as it is."""
    os.utime(package / "app.py")
    digest_of_sources(str(package), known)
    monkeypatch.delattr(program, "_contents")

    with pytest.raises(NameError):
        digest_of_sources(str(package), known)


@pytest.mark.parametrize("length", [0, 20, 40])
def test_what_is_damaged_is_computed_again(package: Path, known: UserCache, tmp_path: Path, length: int) -> None:
    """A file that ends early says nothing."""
    first = digest_of_sources(str(package), known)
    (file,) = (tmp_path / "cache/program").iterdir()
    file.write_bytes(file.read_bytes()[:length])

    assert digest_of_sources(str(package), known) == first
