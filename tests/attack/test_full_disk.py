"""A full disk makes only the build fail: there is no traceback, and neither the cache nor a source is damaged."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from command import run_blog
from site_test import SiteTest

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="mounts a file system")]

DISK = 4000  # kilobytes
LEVELS = range(0, 400, 12)  # kilobytes that are left when the edit is built


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={DISK}k", "tmpfs", str(place)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("may not mount a tmpfs")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def fill(disk: Path, left: int) -> Path:
    """Fill *disk* up to *left* kilobytes."""
    room = os.statvfs(disk)
    place = disk / "filler"
    place.write_bytes(bytes(max(0, room.f_bavail * room.f_frsize - left * 1024)))
    return place


def blog(site: SiteTest, *words: str) -> subprocess.CompletedProcess[str]:
    return run_blog(site.root, *words)


def test_an_edit_on_a_full_disk_is_built_once_there_is_room(tmp_path: Path) -> None:
    """Whichever write fails, cache and sources are undamaged, and the edit is built later."""
    faults = []
    for left in LEVELS:
        with small_disk(tmp_path / f"disk{left}") as disk:
            (disk / "blog").mkdir()
            site = SiteTest(disk / "blog")
            for number in range(8):
                site.write(f"content/posts/p{number}.md", f"# {number}\n\n" + "글 " * 300)
            assert blog(site, "build").returncode == 0
            site.write("content/posts/p1.md", "# 1\n\n" + "새 글 " * 300)
            site.write("content/posts/new.md", "# new\n\n" + "words " * 200)
            sources = {path: path.read_bytes() for path in (site.root / "content").rglob("*.md")}

            filler = fill(disk, left)
            failed = blog(site, "build")
            filler.unlink()
            again = blog(site, "build")

            if "Traceback" in failed.stderr + again.stderr or failed.returncode not in (0, 1) or again.returncode:
                faults.append((left, failed.stderr, again.stderr))
            if (site.root / ".blog/cache.db.bad").exists():
                faults.append((left, "a good cache was put aside", ""))
            if {path: path.read_bytes() for path in sources} != sources:
                faults.append((left, "a source was touched", ""))

    assert faults == []
