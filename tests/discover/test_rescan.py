"""A look at named places finds what a look at everything would find."""

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from byeoru.discover.rescan import MANY, Rescan, rescan
from byeoru.discover.sources import Scan, find_sources
from byeoru.model.project import Project

Change = Callable[[Path], list[str]]  # does something, and returns the paths that an observer would name


def write(*paths: str) -> Change:
    """Return what writes files."""

    def change(root: Path) -> list[str]:
        for path in paths:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(f"{path} again and longer")
        return list(paths)

    return change


def remove(path: str, *named: str) -> Change:
    """Return what removes a file or a folder; *named* are the paths that are told of, if not *path*."""

    def change(root: Path) -> list[str]:
        place = root / path
        shutil.rmtree(place) if place.is_dir() else place.unlink()
        return list(named) or [path]

    return change


def rename(old: str, new: str) -> Change:
    """Return what moves a file or a folder."""

    def change(root: Path) -> list[str]:
        os.rename(root / old, root / new)
        return [old, new]

    return change


def link(path: str, target: str) -> Change:
    """Return what makes a link."""

    def change(root: Path) -> list[str]:
        (root / path).symlink_to(target)
        return [path]

    return change


CHANGES: dict[str, Change] = {
    "an edit": write("content/posts/a.md"),
    "a new file": write("content/posts/b.md"),
    "a new folder": write("content/posts/deep/er/c.md", "content/posts/deep/p.png"),
    "a new folder, named with what it holds": lambda root: [
        "content/posts/deep",
        "content/posts/deep/er",
        *write("content/posts/deep/er/c.md")(root),
    ],
    "a known folder, named with a new file": lambda root: [
        "content/posts/sub",
        *write("content/posts/sub/y/n.md")(root),
    ],
    "a file that is gone": remove("content/posts/a.md"),
    "a folder that is gone": remove("content/posts/sub"),
    "a folder told of by its file": remove("content/posts/sub", "content/posts/sub/x.md"),
    "all texts": remove("content", "content/posts/a.md"),
    "a renamed folder": rename("content/posts/sub", "content/posts/other"),
    "a file in place of a folder": lambda root: [
        *remove("content/posts/sub")(root),
        *write("content/posts/sub")(root),
    ],
    "an editor's leavings": write("content/posts/.a.md.swp", "content/posts/a.md~", "content/posts/4913"),
    "a decomposed name": write("content/posts/\u1112\u1161\u11ab.md"),
    "the settings": write("blog.yml"),
    "settings that are gone": remove("blog.yml"),
    "a folder at the top": write("static/x.txt"),
    "a template": write("templates/post.html"),
    "a folder that is not read": write("elsewhere/x.md"),
    "a link within": link("content/posts/l.md", "a.md"),
    "a link out of it": link("content/posts/l.md", "/etc/hostname"),
    "a link that leads nowhere": link("content/posts/l.md", "none.md"),
    "a link in a circle": link("content/posts/loop", "."),
    "what nobody names twice": write("content/posts/a.md", "content/posts/a.md"),
    "many at once": write(*(f"content/posts/n{number}.md" for number in range(MANY + 5))),
    "nothing": lambda _: ["content/posts/none.md", "content/posts"],
    "what built another site": write("content/posts/sub/.byeoru-manifest"),
}


def same(one: Scan, other: Scan) -> bool:
    """Tell whether two looks have found the same; the order of problems is no matter."""
    files = list(one.files.items()) == list(other.files.items())
    return files and one.disk_paths == other.disk_paths and sorted(one.problems) == sorted(other.problems)


def names_what_differs(before: Scan, found: Rescan) -> bool:
    """Tell whether every file that is not as it was is among the paths of *found*."""
    old, new = before.files, found.scan.files
    differing = {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}
    return found.paths is None or differing <= found.paths


@pytest.mark.parametrize("name", CHANGES)
def test_named_places_are_looked_at_as_everything_is(tmp_path: Path, name: str) -> None:
    """Files in their order, names as the disk has them, and what is wrong with some."""
    root = tmp_path / "blog"
    write("blog.yml", "content/posts/a.md", "content/posts/sub/x.md", "content/posts/sub/y/z.md", "templates/m.html")(
        root
    )
    link("content/posts/broken.md", "nowhere")(root)
    project, output = Project(str(root)), str(root / ".blog" / "preview")
    before = find_sources(project, output)

    named = [str(root / path) for path in CHANGES[name](root)]
    found = rescan(project, output, before, named)

    expected = find_sources(project, output)
    assert found.scan == expected or same(found.scan, expected)
    assert names_what_differs(before, found)


def test_the_changes_are_changes(tmp_path: Path) -> None:
    """Else the test above would hold for a function that returns what it is given."""
    write("blog.yml", "content/posts/a.md")(tmp_path)
    project = Project(str(tmp_path))
    before = find_sources(project, str(tmp_path / "site"))

    named = write("content/posts/b.md")(tmp_path)

    assert rescan(project, str(tmp_path / "site"), before, []) == (before, frozenset())
    found = rescan(project, str(tmp_path / "site"), before, [str(tmp_path / one) for one in named])
    assert found.scan != before
    assert found.paths == frozenset({"content/posts/b.md"})


NAMES = st.sampled_from(
    ["posts", "new", "deep", "a.md", "b.md", "한.md", "\u1112\u1161\u11ab.md", "p.png", ".hidden", "linked"]
)
PATHS = st.lists(NAMES, min_size=1, max_size=4).map(lambda names: "/".join(["content", *names]))
KINDS = st.sampled_from(["file", "folder", "link", "link out", "gone"])
EDITS = st.lists(st.tuples(PATHS, KINDS), max_size=8)


def edit(root: Path, path: str, kind: str) -> None:
    """Put something of a kind at a path, in place of what lies there or above it."""
    place = root / path
    for above in [*reversed(place.parents)][len(root.parts) :]:
        if above.is_symlink() or above.is_file():
            above.unlink()
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    elif place.is_symlink() or place.exists():
        place.unlink()
    if kind == "gone":
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    if kind == "folder":
        place.mkdir()
    elif kind == "file":
        place.write_text(path)
    else:
        place.symlink_to("/etc" if kind == "link out" else root / "drawer")


def stats(root: Path) -> dict[str, tuple[int, ...]]:
    """Return every entry of a project, with what tells one state of it from another."""
    found: dict[str, tuple[int, ...]] = {}
    for folder, folders, names in os.walk(root):
        for name in folders + names:
            here = os.lstat(os.path.join(folder, name))
            is_folder = os.path.isdir(os.path.join(folder, name)) and not os.path.islink(os.path.join(folder, name))
            own = () if is_folder else (here.st_ctime_ns, here.st_size)
            found[os.path.join(folder, name)] = (here.st_ino, here.st_mode, *own)
    return found


TWINS = ["content/한.md/posts/posts", "content/\u1112\u1161\u11ab.md/posts"]  # one folder by name, two on the disk


@example(first=[("content/new", "file"), *((path, "file") for path in TWINS)], then=[], dice=Random(0))
@example(first=[(path, "file") for path in TWINS], then=[(TWINS[0], "gone"), (TWINS[1], "file")], dice=Random(1))
@given(first=EDITS, then=EDITS, dice=st.integers(0, 1 << 30).map(Random))
def test_any_batch_of_names_finds_what_a_look_at_everything_finds(
    first: list[tuple[str, str]], then: list[tuple[str, str]], dice: Random
) -> None:
    """A changed path is named itself or by a folder above it, any others beside it, in any order and number."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(os.path.realpath(folder))
        write("blog.yml", "content/posts/kept.md", "drawer/in.md")(root)  # nobody watches what a link leads to
        for path, kind in first:
            edit(root, path, kind)
        project, output = Project(str(root)), str(root / ".blog" / "preview")
        before, old = find_sources(project, output), stats(root)
        for path, kind in then:
            edit(root, path, kind)
        new = stats(root)
        changed = sorted(one for one in old.keys() | new.keys() if old.get(one) != new.get(one))
        batch = []
        for place in changed:
            parts = Path(place).relative_to(root).parts
            batch.append(os.path.join(root, *parts[: dice.randint(min(2, len(parts)), len(parts))]))
        everything = sorted(old.keys() | new.keys())
        batch += [dice.choice(everything) for _ in range(dice.randint(0, 5))]
        dice.shuffle(batch)

        found = rescan(project, output, before, batch)

        expected = find_sources(project, output)
        assert same(found.scan, expected) or found.scan == expected
        assert names_what_differs(before, found)


@pytest.mark.parametrize("folder", ["source/_posts", "src/data/blog"])
def test_a_folder_of_texts_that_comes_or_goes_decides_what_is_read(tmp_path: Path, folder: str) -> None:
    """With it, a folder becomes one of another program, whose texts are in it alone."""
    root = tmp_path / "blog"
    write("_posts/a.md", "about.md", f"{folder.partition('/')[0]}/b.md")(root)
    project, output = Project(str(root)), str(root / ".blog" / "preview")
    scan = find_sources(project, output)

    for change in (write(f"{folder}/d.md"), remove(folder, f"{folder}/d.md")):
        before, scan = scan, rescan(project, output, scan, [str(root / path) for path in change(root)]).scan

        assert scan == find_sources(project, output)
        assert ("about.md" in scan.files) != ("about.md" in before.files)
