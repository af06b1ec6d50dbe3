"""If another file has the name of one of Byeoru's files, the build handles it or reports what to move."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from byeoru.base.catalogue import localize
from byeoru.base.problem_text import hint_of, message_of
from byeoru.emit import folder as emit_folder
from site_test import SiteTest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="fifos and symlinks")


def folder(place: Path) -> None:
    (place / "deep").mkdir(parents=True)
    (place / "deep" / "theirs.txt").write_text("theirs")


THINGS: dict[str, Callable[[Path], object]] = {
    "file": lambda place: place.write_text("theirs"),
    "folder": folder,
    "fifo": os.mkfifo,
    "dangling symlink": lambda place: place.symlink_to("nowhere"),
    "circular symlink": lambda place: place.symlink_to(place.name),
}
OURS = [
    *("site/.byeoru-manifest", "site/.byeoru-journal", "site/.byeoru-0123456789abcdef.tmp"),
    *(".blog/site.lock", ".blog/cache.db", ".blog/cache.db-wal", ".blog/cache.db-shm", ".blog/drop-site"),
    *(".blog/probe-one", ".blog/SPARE", ".blog/SPARE.strangers"),
]


def put(site: SiteTest, path: str, thing: str) -> None:
    """Create a *thing* at *path*; `SPARE` is replaced with the name of the spare tree."""
    if "SPARE" in path:
        for title in "ab":  # a first build leaves no spare tree
            site.write("content/posts/a.md", f"# {title}\n")
            site.build().must_succeed()
        [spare] = [name for name in os.listdir(site.root / ".blog") if name.startswith("spare-") and "." not in name]
        path = path.replace("SPARE", spare)
    place = site.root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.is_dir():
        place.rename(place.with_name("aside"))
    place.unlink(missing_ok=True)
    THINGS[thing](place)


CASES = [
    (path, thing, way)
    for path in OURS
    for thing in THINGS
    for way in ("exchange", "journal")
    if way == "exchange" or "SPARE" not in path  # of which there is none beside a journal
]
QUICK = {("folder", "exchange"), ("dangling symlink", "exchange"), ("file", "journal")}


@pytest.mark.parametrize(
    ("path", "thing", "way"),
    [pytest.param(*case, marks=() if case[1:] in QUICK else pytest.mark.slow) for case in CASES],
)
def test_a_file_with_a_name_of_ours_never_causes_an_unexplained_error(
    site: SiteTest, monkeypatch: pytest.MonkeyPatch, path: str, thing: str, way: str
) -> None:
    """Whatever has a name of Byeoru's, no build ends in a system error, and no unmanaged file is lost."""
    if way == "journal":
        monkeypatch.setattr(emit_folder, "can_exchange", lambda output, room: False)
    site.write("content/posts/a.md", "# a\n")
    put(site, path, thing)

    for word in ("one", "two"):
        site.write("content/posts/a.md", f"# a\n\n{word}\n")
        built = site.build()
        if problems := built.report.problems:
            assert (path, thing) == ("site/.byeoru-manifest", "folder")
            assert [problem.code for problem in problems] == ["not-ours"]
            assert all(message_of(problem, "ko") and hint_of(problem, "ko") for problem in problems)
            assert (site.root / path / "deep/theirs.txt").read_text() == "theirs"
        else:
            assert word in site.page("posts/a/index.html")


@pytest.mark.parametrize("thing", ["file", "fifo", "circular symlink"])
@pytest.mark.parametrize("path", [".blog", "site"])
def test_the_state_directory_and_the_output_must_be_folders(site: SiteTest, path: str, thing: str) -> None:
    """A file named `.blog` or `site` is unmanaged, so it stays, and a hint is reported."""
    site.write("content/posts/a.md", "# a\n")
    put(site, path, thing)
    before = (site.root / path).lstat()

    [problem] = site.build().report.problems

    assert problem.hint
    assert localize(f"hint.{problem.hint}", "ko", **dict(problem.arguments))
    assert (site.root / path).lstat().st_ino == before.st_ino
