"""Whatever of the program's own files and folders is a symlink: nothing outside of the project changes.

The victim is a folder beside the project. Every file that builds leave, and every folder above one, is replaced by a
symlink into it; then the program is used, and the victim is looked at.
"""

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, redirect_stdout, suppress
from pathlib import Path

import pytest

from byeoru.cli.clean import clean
from byeoru.emit import folder as emit_folder
from byeoru.emit.journal import FOLDER
from site_test import SiteTest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="symlinks need a privilege on Windows")


PLAN = {"put": ["posts/a/index.html"], "remove": ["posts/a/index.html", "own/stranger.txt"], "wanted": {}}


def state(folder: Path) -> dict[str, tuple[bytes, int] | None]:
    """Return bytes and time of all files below *folder*."""
    found: dict[str, tuple[bytes, int] | None] = {}
    for place, folders, names in os.walk(folder):
        found |= {os.path.join(place, name): None for name in folders}
        for name in names:
            path = Path(place, name)
            found[str(path)] = (path.read_bytes(), path.stat().st_mtime_ns)
    return found


def use(site: SiteTest) -> None:
    """Build, build after an edit, and clean, as an author would."""
    site.build()
    site.write("content/posts/a.md", "---\ntitle: a\n---\nother words\n")
    site.write("content/posts/new.md", "---\ntitle: new\n---\nwords\n")
    site.build()
    site.delete("content/posts/new.md")
    site.build()
    with chdir(site.root), suppress(OSError), redirect_stdout(io.StringIO()):
        clean("en")


@pytest.fixture(scope="module", params=["exchange", "journal"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Yield a project that was built and edited some times, published in each of the two ways."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "project").mkdir()
    site = SiteTest(folder / "project")
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "journal":
            patch.setattr(emit_folder, "can_exchange", lambda output, room: False)
        site.write("static/logo.txt", "logo")
        site.write("site/own/stranger.txt" if request.param == "journal" else "site/stranger.txt", "theirs")
        for word in ("one", "two", "three"):
            site.write("content/posts/a.md", f"---\ntitle: a\n---\n{word}\n")
            site.build().must_succeed()
        # What only a kill leaves, and what earlier versions of the program wrote.
        for path in (".byeoru-journal/plan.json", ".byeoru-journal/0", ".byeoru-manifest.new"):
            site.write(f"site/{path}", json.dumps(PLAN))
        for path in (
            "staging-site/copy",
            "staging-site/next",
            "cache.db-journal",
            "cache.db-shm",
            "cache.db-wal",
            "site.lock",
        ):
            (site.root / ".blog" / path).parent.mkdir(exist_ok=True)
            (site.root / ".blog" / path).touch()
        yield folder


def targets(folder: Path) -> list[str]:
    """Return every file of the program's own, and every folder above one."""
    root = folder / "project"
    found = {path.relative_to(root).as_posix() for room in ("site", ".blog") for path in (root / room).rglob("*")}
    return sorted(found | {"site", ".blog"})


def attacked(built: Path, place: Path, path: str, victim: str) -> SiteTest:
    """Return a copy of the project in which *path* is a symlink to *victim*."""
    shutil.copytree(built / "project", place / "project", symlinks=True)
    (place / "victim" / "folder").mkdir(parents=True)
    for name in ("file", "folder/index.html", "folder/0", "index.html", "cache.db", "site.lock"):
        (place / "victim" / name).write_text("the victim's own")
    site = SiteTest(place / "project")
    here = site.root / path
    if here.is_dir() and not here.is_symlink():
        shutil.rmtree(here)
    else:
        here.unlink()
    here.symlink_to(Path(os.path.relpath(place / "victim" / victim, here.parent)))
    return site


# One place of each kind; the slow test goes through all that there are.
KINDS = (
    "site",
    "site/.byeoru-manifest",
    "site/posts/a/index.html",
    ".blog",
    ".blog/site.lock",
    ".blog/staging-site/next",
)


@pytest.mark.parametrize(
    ("victim", "places"),
    [("", KINDS), *(pytest.param(one, (), marks=pytest.mark.slow) for one in ("", "file", "none"))],
)
def test_no_symlink_in_place_of_our_files_is_followed_out_of_the_project(
    built: Path, tmp_path: Path, victim: str, places: tuple[str, ...]
) -> None:
    """A symlink to a folder, a file or nothing, in place of each file and folder: its target stays unchanged."""
    changed = []
    assert set(places) <= set(targets(built))
    for number, path in enumerate(places or targets(built)):
        place = tmp_path / str(number)
        site = attacked(built, place, path, victim)
        before = state(place / "victim")
        use(site)
        if state(place / "victim") != before:
            changed.append(path)
        shutil.rmtree(place)

    assert changed == []


@pytest.mark.parametrize(
    "path",
    [
        *("site/.byeoru-manifest", "site/.byeoru-journal", "site/posts/a/index.html"),
        *(".blog/site.lock", ".blog/cache.db", ".blog/cache.db-wal", ".blog/staging-site"),
    ],
)
def test_a_symlink_to_a_file_inside_is_replaced(built: Path, tmp_path: Path, path: str) -> None:
    """A symlink with the name of a generated file is replaced, so that it does not stop every later build."""
    site = attacked(built, tmp_path, path, "file")
    if path != f"site/{FOLDER}":
        shutil.rmtree(site.output / FOLDER)

    built_again = site.build()

    assert built_again.problems == []
    assert (site.output / "posts/a/index.html").read_text().count("three")
    assert not (site.root / path).is_symlink()


SWAP = """
import os, random, sys, time
path, victim, end = sys.argv[1], sys.argv[2], time.monotonic() + float(sys.argv[3])
while time.monotonic() < end:
    try:
        os.rename(path, path + '.aside')
        os.symlink(victim, path)
        time.sleep(random.random() / 200)
        os.remove(path)
        os.rename(path + '.aside', path)
    except OSError:
        try:
            if os.path.islink(path): os.remove(path)
        except OSError: pass
    time.sleep(random.random() / 200)
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    "path", ["site", "site/posts", ".blog", ".blog/staging-site", ".blog/site.lock", "site/posts/a"]
)
def test_a_symlink_that_is_created_during_builds_is_not_followed(tmp_path: Path, path: str) -> None:
    """Another process exchanges a folder for a symlink again and again, while the site is built repeatedly."""
    (tmp_path / "project").mkdir()
    site, victim = SiteTest(tmp_path / "project"), tmp_path / "victim"
    for name in ("a/index.html", "posts/a/index.html", "index.html", "cache.db", ".byeoru-manifest"):
        (victim / name).parent.mkdir(parents=True, exist_ok=True)
        (victim / name).write_text("the victim's own")
    site.write("content/posts/a.md", "# a\n")
    site.build().must_succeed()
    before = state(victim)
    arguments = [sys.executable, "-c", SWAP, str(site.root / path), str(victim), "2.5"]

    with subprocess.Popen(arguments) as rival:
        number = 0
        while rival.poll() is None:
            number += 1
            site.write("content/posts/a.md", f"# a\n\n{number}\n")
            site.write(f"content/posts/p{number % 3}.md", f"# {number}\n")
            try:
                site.build()
            except OSError:
                continue

    assert number > 2
    # SQLite opens by path: in the moment between our look and its own it can begin files of its own there.
    found = {name: kept for name, kept in state(victim).items() if not name.endswith(("cache.db-wal", "cache.db-shm"))}
    assert found == before
