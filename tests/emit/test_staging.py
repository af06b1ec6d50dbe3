"""The files of a first build are written where they belong; those of later builds wait under their digests."""

import os
import pickle
import shutil
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


def spare_of(site: SiteTest) -> Path:
    """Return the spare tree of *site*."""
    (spare,) = (path for path in (site.root / ".blog").glob("spare-*") if path.is_dir())
    return spare


def edited(site: SiteTest, word: str) -> None:
    """Build *site* with another word in all pages."""
    site.write("templates/post.html", f"{{{{ page.body }}}}{word}")
    site.build().must_succeed()


@pytest.mark.parametrize("jobs", [1, 2])
def test_new_bytes_are_written_into_files_of_the_spare_tree(
    site: SiteTest, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    """A page that each build changes alternates between two files, and is complete whether it grows or shrinks."""
    monkeypatch.setattr(rendering, "POOL_WEIGHT", 0)
    site.jobs = jobs
    site.write("content/posts/a.md", "# a\n")
    for word in ("first", "second"):
        edited(site, word)
    page = site.output / "posts/a/index.html"
    two = [(spare_of(site) / "posts/a/index.html").stat().st_ino, page.stat().st_ino]

    for word in ("third, which is longer", "4"):
        edited(site, word)

        assert page.stat().st_ino == two[0]
        assert page.read_text() == word
        two.reverse()


def test_a_copy_of_links_keeps_its_bytes(site: SiteTest) -> None:
    """Somebody's backup of hard links is no place for new bytes."""
    site.write("content/posts/a.md", "# a\n")
    edited(site, "first")
    backup = site.root / "backup.html"
    os.link(site.output / "posts/a/index.html", backup)
    before = backup.read_bytes()

    for word in "234":
        edited(site, word)

        assert backup.read_bytes() == before


def test_a_tree_that_a_failed_build_has_taken_files_from_is_completed(site: SiteTest, tmp_path: Path) -> None:
    """The next build finds what is missing, although the list of the spare tree still names it."""
    for name in "ab":
        site.write(f"content/posts/{name}.md", f"# {name}\n")
    for word in ("first", "second"):
        edited(site, word)
    live = site.files()
    site.write("templates/post.html", "{{ page.body if page.title == 'a' else nothing.at.all }}")

    assert not site.build().report.is_written

    assert site.files() == live
    assert not (spare_of(site) / "posts/a/index.html").exists()

    for _ in range(2):
        site.write("templates/post.html", "{{ page.body }}second")
        site.write("content/pages/c.md", f"{os.urandom(8).hex()}\n")
        site.build().must_succeed()
        twin = site.clean_twin(tmp_path / os.urandom(8).hex())
        twin.build().must_succeed()
        assert site.files() == twin.files()


@pytest.mark.parametrize("kind", ["link", "link to a folder", "folder", "mode", "file in place of the tree"])
def test_what_somebody_put_into_the_spare_tree_takes_no_bytes(site: SiteTest, tmp_path: Path, kind: str) -> None:
    """Nothing outside is written, and the page has the permissions of a new file."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "index.html").write_text("mine")
    site.write("content/posts/a.md", "# a\n")
    for word in ("first", "second"):
        edited(site, word)
    page, old = site.output / "posts/a/index.html", spare_of(site) / "posts/a/index.html"
    mode = page.stat().st_mode
    if kind == "mode":
        old.chmod(0o640)
    elif kind == "link":
        old.unlink()
        old.symlink_to(outside / "index.html")
    elif kind == "folder":
        old.unlink()
        old.mkdir()
        (old / "file").touch()
    elif kind == "link to a folder":
        old.unlink()
        old.parent.rmdir()
        old.parent.symlink_to(outside)
    else:
        shutil.rmtree(tree := spare_of(site))
        tree.touch()

    for word in ("third", "fourth"):
        edited(site, word)

        assert page.read_text() == word
        assert page.stat().st_mode == mode
    assert (outside / "index.html").read_text() == "mine"


def test_another_process_stages_in_the_same_folder(staging: Staging) -> None:
    """What is sent to another process opens the folder by its name, and places files as the original does."""
    there: Staging = pickle.loads(pickle.dumps(staging))
    there.put("a/b.html", b"a")

    assert staging.folder.read(staging.place("a/b.html", digest(b"a"))) == b"a"
