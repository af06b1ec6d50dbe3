"""The files of a first build are written where they belong; those of later builds wait under their digests."""

import os
import pickle
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from byeoru import rendering
from byeoru.base.digest import digest
from byeoru.base.rooted import Rooted, is_temporary
from byeoru.emit.folder import staging_of
from byeoru.emit.staging import NewTree, Staging
from byeoru.model.project import Profile, Project
from site_test import BOOKKEEPING, SiteTest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs an exchange of folders")


def names_of(folder: Path) -> list[str]:
    """Return the names in *folder* except those of the cache and the lock."""
    return sorted(name for name in os.listdir(folder) if not name.startswith(("cache.db", "site.lock")))


def test_a_first_build_moves_no_file(site: SiteTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A first build renames the tree that it wrote, and no file that was complete."""
    site.write("content/posts/a.md", "# a\n")
    site.write("static/a.txt", "a")
    moved: list[tuple[str, str]] = []
    rename = Rooted.rename

    def noting(folder: Rooted, old: str, new: str, target: Rooted | None = None) -> None:
        moved.append((old, new))
        rename(folder, old, new, target)

    monkeypatch.setattr(Rooted, "rename", noting)

    site.build().must_succeed()

    assert [new for old, new in moved if not is_temporary(old)] == ["site"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_first_edit_finds_a_spare_tree(site: SiteTest, monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    """The spare tree of a first build has the same files as the site, so that the first edit links no page again."""
    monkeypatch.setattr(rendering, "POOL_WEIGHT", 0)
    site.jobs = jobs
    site.write("static/a.txt", "a")
    for name in "abc":
        site.write(f"content/posts/{name}.md", f"# {name}\n")
    site.build().must_succeed()

    [spare] = names_of(site.root / ".blog")
    live = {path.relative_to(site.output): path for path in site.output.rglob("*")}
    twin = {path.relative_to(site.root / ".blog" / spare): path for path in (site.root / ".blog" / spare).rglob("*")}
    assert live.keys() == twin.keys()
    files = [name for name, path in live.items() if path.is_file() and path.name != BOOKKEEPING]
    assert all(live[name].samefile(twin[name]) for name in files)


def test_a_first_build_with_an_error_leaves_nothing(site: SiteTest) -> None:
    """If a page cannot be rendered, the new tree is removed, and there is no output."""
    site.write("content/posts/a.md", "# a\n")
    site.write("templates/post.html", "{{ nothing.at.all }}")

    assert not site.build().report.is_written

    assert not site.output.exists()
    assert names_of(site.root / ".blog") == []


def test_what_a_killed_first_build_left_is_not_published(site: SiteTest) -> None:
    """A new tree starts empty, and so does its twin."""
    site.write("content/posts/a.md", "# a\n")
    with staging_of(Project(str(site.root)), Profile("site", str(site.output))) as staging:
        assert isinstance(staging, NewTree)
        left = [Path(staging.folder.path), Path(staging.twin.path)]
    for folder in left:
        folder.mkdir()
        (folder / "left.html").touch()

    site.build().must_succeed()

    assert (site.output / "posts/a/index.html").is_file()
    assert not (site.output / "left.html").exists()
    assert not (left[1] / "left.html").exists()


def test_an_output_that_appears_during_a_first_build_is_not_replaced(
    site: SiteTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that somebody fills while the first build runs keeps its files, and the build fails."""
    site.write("content/posts/a.md", "# a\n")
    put = Staging.put
    monkeypatch.setattr(Staging, "put", lambda *put_: (site.write("site/mine.txt", "mine"), put(*put_))[1])

    with pytest.raises(OSError, match="not empty"):
        site.build()

    assert [path.name for path in site.output.iterdir()] == ["mine.txt"]
    assert names_of(site.root / ".blog") == []


@pytest.fixture(params=["drop folder", "new tree"])
def staging(request: pytest.FixtureRequest, site: SiteTest) -> Iterator[Staging]:
    """Stage for a site that exists, and for one that does not."""
    if request.param == "drop folder":
        site.output.mkdir()
    with staging_of(Project(str(site.root)), Profile("site", str(site.output))) as staged:
        yield staged


def test_staged_files_have_the_mode_of_new_files(staging: Staging) -> None:
    """Staged files have the permissions of any new file, whether they are written at once or in pieces."""
    name, descriptor = staging.unnamed()
    os.write(descriptor, b"b")
    os.close(descriptor)
    staging.settle(name, "b/c.html", digest(b"b"))
    staging.put("a/b.html", b"a")

    files = [path for path in Path(staging.folder.path).rglob("*") if path.is_file()]
    mask = os.umask(0)
    os.umask(mask)

    assert [file.read_bytes() for file in sorted(files, key=Path.read_bytes)] == [b"a", b"b"]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o666 & ~mask}


def test_another_process_stages_in_the_same_folder(staging: Staging) -> None:
    """What is sent to another process opens the folder by its name, and places files as the original does."""
    there: Staging = pickle.loads(pickle.dumps(staging))
    there.put("a/b.html", b"a")

    assert staging.folder.read(staging.place("a/b.html", digest(b"a"))) == b"a"
