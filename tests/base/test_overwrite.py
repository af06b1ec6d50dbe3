"""A file of the author's is written over as its author would: in its place, and all of it."""

import os
from pathlib import Path

import pytest

from byeoru.base.overwrite import overwrite


def test_a_link_stays_a_link_and_a_mode_a_mode(tmp_path: Path) -> None:
    """Who keeps his posts elsewhere, or from others' eyes, still does."""
    (tmp_path / "elsewhere").mkdir()
    real, link = tmp_path / "elsewhere" / "글.md", tmp_path / "글.md"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)

    overwrite(str(link), b"new")

    assert link.is_symlink()
    assert (real.read_bytes(), real.stat().st_mode & 0o777) == (b"new", 0o640)
    assert os.listdir(tmp_path / "elsewhere") == ["글.md"]


def test_what_cannot_be_written_over_leaves_nothing_behind(tmp_path: Path) -> None:
    """A folder in that place is an error, and what lay beside it is all that does."""
    (tmp_path / "글.md").mkdir()
    (tmp_path / "글.md" / "a").touch()

    with pytest.raises(OSError, match=r"글\.md"):
        overwrite(str(tmp_path / "글.md"), b"new")

    assert os.listdir(tmp_path) == ["글.md"]
