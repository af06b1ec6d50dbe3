"""Outputs that are rendered from files: in this process or in workers, with the same bytes and problems."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from byeoru import rendering
from byeoru.discover import read
from byeoru.emit.staging import Staging
from picture_test import exif, picture
from site_test import SiteTest

PLACE = b"WGS-84 of the world"


@pytest.fixture(params=[1, 2], autouse=True)
def jobs(request: pytest.FixtureRequest, site: SiteTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Render in this process, then in workers, even for little work."""
    monkeypatch.setattr(rendering, "POOL_WEIGHT", 0)
    site.jobs = request.param


def test_a_copy_is_stripped_and_a_static_file_is_not(site: SiteTest) -> None:
    """GPS metadata is removed from an image next to a post, and not from one in `static` or in the theme."""
    photo = picture("JPEG", exif=exif())
    site.write("content/posts/a/index.md", "# a\n\n![b](b.jpg)\n")
    site.write("content/posts/a/b.jpg", photo)
    site.write("static/c.jpg", photo)
    site.write("static/d.txt", "가")
    built = site.build().must_succeed()

    assert PLACE in photo
    files = site.files()
    assert PLACE not in files["posts/a/b.jpg"]
    assert len(files["posts/a/b.jpg"]) == len(photo)
    assert files["c.jpg"] == photo
    assert files["d.txt"] == "가".encode()
    assert files["theme/hanji.css"]
    assert built.problems == ["static/c.jpg gps-in-static"]


def test_a_file_that_became_a_symlink_is_not_followed(
    site: SiteTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that becomes a symlink to a secret between scan and copy is not followed."""
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    copied = site.write("content/posts/a/b.txt", "public")
    site.write("content/posts/a/index.md", "# a\n\n[b](b.txt)\n")

    def replacing(*arguments: object) -> object:
        copied.unlink(missing_ok=True)
        copied.symlink_to(secret)
        return opened_at(*arguments)  # type: ignore[arg-type]

    opened_at = read.opened_at
    monkeypatch.setattr(rendering, "opened_at", replacing)
    built = site.build()

    assert [problem for problem in built.problems if "b.txt" in problem] == ["content/posts/a/b.txt unreadable-file"]
    assert not built.report.is_written


def build_while_it_changes(site: SiteTest, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Build while *file* gets other bytes between the scan and the copy."""

    def changing(*arguments: object) -> object:
        if str(arguments[1]).endswith(file.name):
            file.write_text("newer", encoding="utf-8")
        return opened_at(*arguments)  # type: ignore[arg-type]

    opened_at = read.opened_at
    with monkeypatch.context() as planted:
        planted.setattr(rendering, "opened_at", changing)
        site.build().must_succeed()


def test_what_is_recorded_of_a_file_is_what_was_read(site: SiteTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that changes after the scan is published and recorded as it was read."""
    copied = site.write("content/posts/a/b.txt", "old")
    site.write("content/posts/a/index.md", "# a\n\n[b](b.txt)\n")

    build_while_it_changes(site, copied, monkeypatch)
    assert site.files()["posts/a/b.txt"] == b"newer"
    assert "posts/a/b.txt" not in site.build().must_succeed().made
    copied.write_text("last", encoding="utf-8")
    site.build().must_succeed()

    assert site.files()["posts/a/b.txt"] == b"last"


def test_a_file_that_changed_during_the_copy_only_is_copied_again(
    site: SiteTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that had other bytes during the copy only is copied again by the next build."""
    copied = site.write("content/posts/a/b.txt", "old")
    site.write("content/posts/a/index.md", "# a\n\n[b](b.txt)\n")

    build_while_it_changes(site, copied, monkeypatch)
    assert site.files()["posts/a/b.txt"] == b"newer"

    site.write("content/posts/a/b.txt", "old")
    site.build().must_succeed()

    assert site.files()["posts/a/b.txt"] == b"old"


def test_the_process_that_renders_an_output_writes_it(site: SiteTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bytes of no output pass through this process unless it renders them."""
    site.write("content/posts/a/index.md", "# a\n")
    site.write("static/video.mp4", b"\0" * 3_000_000)
    here: list[str] = []
    put = Staging.put

    def noting(staging: Staging, path: str, data: bytes) -> str:
        here.append(path)
        return put(staging, path, data)

    monkeypatch.setattr(Staging, "put", noting)
    site.build().must_succeed()

    assert ("posts/a/index.html" in here) == (site.jobs == 1)
    assert len(site.page("posts/a/index.html")) > 0


@pytest.mark.parametrize("jobs", [pytest.param(1, marks=pytest.mark.slow), 2], indirect=True)
def test_a_large_video_is_copied_in_flat_memory(site: SiteTest) -> None:
    """No process holds more than a chunk of a large file."""
    site.write("content/posts/a/index.md", "# a\n")
    peaks = []
    for size in (0, 64 << 20):
        place = site.write("static/video.mp4", b"")
        os.truncate(place, size)
        peaks.append(_peak(site))

    assert peaks[1] - peaks[0] < 16 << 20


CLEAN_BUILD = """
import resource, subprocess, sys
code = "from byeoru import rendering; rendering.POOL_WEIGHT = 0; from byeoru.__main__ import main; main()"
subprocess.run([sys.executable, "-c", code, "build", "--jobs", sys.argv[1]], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def _peak(site: SiteTest) -> int:
    """Return the peak memory of the largest process of a clean build, in bytes."""
    shutil.rmtree(site.root / ".blog", ignore_errors=True)
    command = [sys.executable, "-c", CLEAN_BUILD, str(site.jobs)]
    ended = subprocess.run(command, cwd=site.root, capture_output=True, text=True, check=True)
    return int(ended.stdout) * (1 if sys.platform == "darwin" else 1024)
