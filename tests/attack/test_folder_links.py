"""The folder target never writes, replaces or deletes a file through a symlink."""

import os
import random
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from byeoru.base.diagnostic import Diagnostic
from byeoru.base.digest import digest
from byeoru.publish.deployment import Authorship, Published
from byeoru.publish.errors import PublishError
from byeoru.publish.file_list import FILES, from_text
from byeoru.publish.site import BuiltSite
from byeoru.publish.targets.folder.target import Folder

NAMES = ("index.html", "feed.xml", "posts/a/index.html", "posts/b/index.html", "tags/index.html", "files/글.txt")


def made(folder: Path, number: int, names: tuple[str, ...] = NAMES) -> BuiltSite:
    """Build a site of small files."""
    files = {name: f"{name} {number}".encode() for name in names}
    for name, data in files.items():
        place = folder / f"site{number}" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return BuiltSite(
        str(folder / f"site{number}"), {name: digest(data) for name, data in files.items()}, "https://a.kr"
    )


def publish(target: Folder, site: BuiltSite) -> Published | Diagnostic:
    try:
        return target.send(target.look(site), Authorship("Publish", "", "", {}), lambda _: None)
    except PublishError as failed:
        return failed.problem


def tree(folder: Path) -> dict[str, bytes | str]:
    """Return the contents of a folder, and the targets of symlinks."""
    return {
        path.relative_to(folder).as_posix(): os.readlink(path) if path.is_symlink() else path.read_bytes()
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }


def places() -> list[str]:
    """Return every file and folder that the target makes, and those that earlier versions made."""
    ours = (*NAMES, "byeoru/stamp.txt", "byeoru/published.txt", FILES, "byeoru/.new/0", f"{FILES}.new")
    parents = {os.path.dirname(path) for path in ours} | {"posts"}
    return sorted({*ours, *parents} - {""})


@pytest.mark.parametrize("path", places())
@pytest.mark.parametrize("when", ["before the first", "before the second", "before what deletes"])
def test_a_symlink_in_place_of_any_file_or_folder_is_not_followed(tmp_path: Path, path: str, when: str) -> None:
    """Its target stays unchanged; either the site is complete, or the conflict is reported."""
    folder, victim = tmp_path / "html", tmp_path / "victim"
    target = Folder(str(folder))
    folder.mkdir()
    if when != "before the first":
        assert isinstance(publish(target, made(tmp_path, 1)), Published)
    place = folder / path
    for name in ("", *NAMES, "byeoru/files.txt", "0", "a/index.html"):
        (victim / name).parent.mkdir(parents=True, exist_ok=True)
        if name:
            (victim / name).write_text("theirs")
    leads_to_file = (bool(place.suffix) and path != "byeoru/.new") or path == "byeoru/.new/0"
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    place.unlink(missing_ok=True)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(victim / "index.html" if leads_to_file else victim)
    before = tree(victim)

    site = made(tmp_path, 3, NAMES[:2]) if when == "before what deletes" else made(tmp_path, 2)
    answer = publish(target, site)

    assert tree(victim) == before
    if isinstance(answer, Published):
        listed = from_text((folder / FILES).read_text(encoding="utf-8"))
        assert {one: digest((folder / one).read_bytes()) for one in listed} == listed
        assert set(site.manifest) <= set(listed)
    else:
        assert answer.code in {"deploy-in-the-way", "deploy-folder-failed"}


@contextmanager
def exchanged(folder: Path, victim: Path, paths: list[str]) -> Iterator[None]:
    """Put a symlink for one thing after the other, and take it away again, as fast as can be."""
    is_over = threading.Event()
    chance = random.Random(3)

    def loop() -> None:
        while not is_over.is_set():
            place, aside = folder / chance.choice(paths), folder / ".aside"
            try:
                os.rename(place, aside)
                os.symlink(victim, place)
                os.unlink(place)
                os.rename(aside, place)
            except OSError:
                shutil.rmtree(aside, ignore_errors=True)

    thread = threading.Thread(target=loop)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()


def test_symlinks_that_are_created_during_deployments_are_not_followed(tmp_path: Path) -> None:
    """Folders are exchanged for symlinks during forty deployments, and no file behind a symlink changes."""
    folder, victim = tmp_path / "html", tmp_path / "victim"
    for name in (*NAMES, "a/index.html", "b/index.html", "stamp.txt", "files.txt", "published.txt"):
        (victim / name).parent.mkdir(parents=True, exist_ok=True)
        (victim / name).write_text("theirs")
    before = tree(victim)
    target = Folder(str(folder))
    sites = [made(tmp_path, number, NAMES[: 2 + number % 5]) for number in range(10)]

    with exchanged(folder, victim, ["posts", "posts/a", "byeoru", "tags", "files"]):
        for number in range(40):
            publish(target, sites[number % 10])

    assert tree(victim) == before
    shutil.rmtree(folder)
    assert isinstance(publish(target, sites[0]), Published)


def test_a_listed_path_behind_a_symlink_is_ignored(tmp_path: Path) -> None:
    """A listed path through a symlinked folder is neither read, nor replaced, nor deleted."""
    folder, victim = tmp_path / "html", tmp_path / "victim"
    target = Folder(str(folder))
    assert isinstance(publish(target, made(tmp_path, 1)), Published)
    victim.mkdir()
    (victim / "precious.txt").write_text("theirs")
    (folder / "way").symlink_to(victim)
    with (folder / FILES).open("a", encoding="utf-8") as file:
        file.write(f"{digest(b'theirs')}  way/precious.txt\n{digest(b'theirs')}  ../victim/precious.txt\n")

    look = target.look(made(tmp_path, 2))

    assert not [path for path in (*look.before, *look.after) if "precious" in path]
    assert isinstance(target.send(look, Authorship("Publish", "", "", {}), lambda _: None), Published)
    assert (victim / "precious.txt").read_text() == "theirs"
    assert (folder / "way").is_symlink()
