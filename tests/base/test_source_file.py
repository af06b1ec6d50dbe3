"""A file of the author's is replaced as its author would: in its place, and all of it, or not at all."""

import multiprocessing
import os
import resource
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from byeoru.base.rooted import SymlinkError
from byeoru.base.source_file import SourceChangedError, create_source, replace_source


def test_a_link_stays_a_link_and_a_mode_a_mode(tmp_path: Path) -> None:
    """Who keeps his posts elsewhere in the project, or from others' eyes, still does."""
    (tmp_path / "elsewhere").mkdir()
    real, link = tmp_path / "elsewhere" / "글.md", tmp_path / "글.md"
    real.write_bytes(b"old")
    real.chmod(0o640)
    if os.geteuid() == 0:
        os.chown(real, 12345, 12345)
    owner = real.stat().st_uid
    link.symlink_to(real)

    replace_source(str(tmp_path), str(link), b"new", b"old")

    assert link.is_symlink()
    assert (real.read_bytes(), real.stat().st_mode & 0o777, real.stat().st_uid) == (b"new", 0o640, owner)
    assert os.listdir(tmp_path / "elsewhere") == ["글.md"]


@pytest.mark.parametrize("way", ["file", "folder"])
def test_a_link_that_leads_out_is_refused(tmp_path: Path, way: str) -> None:
    """What lies elsewhere is not ours to change, and no file of ours is put there."""
    outside, root = tmp_path / "outside", tmp_path / "blog"
    outside.mkdir()
    root.mkdir()
    (outside / "a.md").write_bytes(b"old")
    if way == "file":
        (root / "content").mkdir()
        (root / "content" / "a.md").symlink_to(outside / "a.md")
    else:
        (root / "content").symlink_to(outside)

    with pytest.raises(SymlinkError):
        replace_source(str(root), str(root / "content" / "a.md"), b"new", b"old")
    if way == "folder":
        with pytest.raises(SymlinkError):
            create_source(str(root), str(root / "content" / "b.md"), b"new")

    assert {path.name: path.read_bytes() for path in outside.iterdir()} == {"a.md": b"old"}


def test_what_somebody_else_changed_is_left_as_it_is(tmp_path: Path) -> None:
    """New bytes that were made of other bytes would undo a save."""
    place = tmp_path / "a.md"
    place.write_bytes(b"saved by the editor")

    with pytest.raises(SourceChangedError):
        replace_source(str(tmp_path), str(place), b"old and more", b"old")
    with pytest.raises(FileExistsError):
        create_source(str(tmp_path), str(place), b"new")

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.md": b"saved by the editor"}


def test_what_cannot_be_replaced_leaves_nothing_behind(tmp_path: Path) -> None:
    """A folder in that place is an error, and what lay beside it is all that does."""
    (tmp_path / "글.md").mkdir()

    with pytest.raises(OSError, match=r"글\.md"):
        replace_source(str(tmp_path), str(tmp_path / "글.md"), b"new", b"old")

    assert os.listdir(tmp_path) == ["글.md"]


def test_only_old_leavings_of_our_own_are_swept(tmp_path: Path) -> None:
    """A young temporary file may be another process's, and another name another program's."""
    names = (".byeoru-00112233445566aa.tmp", ".byeoru-00112233445566bb.tmp", "a.md.new", ".a.md.tmp")
    for name in ("a.md", *names):
        (tmp_path / name).write_bytes(b"old")
    for name in (names[0], *names[2:]):
        os.utime(tmp_path / name, (1, 1))

    replace_source(str(tmp_path), str(tmp_path / "a.md"), b"new", b"old")

    assert sorted(os.listdir(tmp_path)) == sorted(["a.md", *names[1:]])


def in_a_process(work: Callable[[], None]) -> int:
    """Do something in a process of its own; return its exit code."""
    process = multiprocessing.get_context("fork").Process(target=work)
    process.start()
    process.join(60)
    return process.exitcode if process.exitcode is not None else -1


@pytest.mark.parametrize("limit", [0, 1, 100, 4095, 4096, 9_999])
def test_a_full_disk_leaves_every_byte(tmp_path: Path, limit: int) -> None:
    """Whatever fits of the new file, the old one is whole, and nothing lies beside it."""
    place, old = tmp_path / "a.md", b"old " * 2000
    place.write_bytes(old)

    def work() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        with pytest.raises(OSError, match=r"large|space"):
            replace_source(str(tmp_path), str(place), b"n" * 10_000, old)
        with pytest.raises(OSError, match=r"large|space"):
            create_source(str(tmp_path), str(tmp_path / "b.md"), b"n" * 10_000)
        os._exit(0)

    assert in_a_process(work) == 0
    assert place.read_bytes() == old
    assert os.listdir(tmp_path) == ["a.md"]


@pytest.mark.slow
def test_a_kill_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    """At whatever moment it comes."""
    place = tmp_path / "a.md"
    versions = {bytes([65 + number]) * 200_000 for number in range(2)}
    place.write_bytes(min(versions))

    def work() -> None:
        while True:
            old = place.read_bytes()
            replace_source(str(tmp_path), str(place), next(iter(versions - {old})), old)

    for round_ in range(40):
        process = multiprocessing.get_context("fork").Process(target=work)
        process.start()
        time.sleep(0.02 + round_ * 0.003)
        process.kill()
        process.join()
        assert place.read_bytes() in versions


def counting(place: Path, rounds: int) -> None:
    """Count the ones of a number in a file as often as asked, and begin again where somebody else wrote meanwhile."""
    for _ in range(rounds):
        while True:
            old = place.read_bytes()
            try:
                replace_source(str(place.parent), str(place), b"%d" % (int(old) + 1), old)
            except SourceChangedError:
                continue
            break
    os._exit(0)


def saving(place: Path, rounds: int) -> None:
    """Count the thousands as an editor saves: by a rename over whatever is there; fail if a save is ever undone."""
    for number in range(rounds):
        end = time.monotonic() + 20
        while int(old := place.read_bytes()) // 1000 != number:
            if time.monotonic() > end:
                os._exit(1)
        beside = place.with_name(f"save-{os.getpid()}")
        beside.write_bytes(b"%d" % ((number + 1) * 1000 + int(old) % 1000))
        os.replace(beside, place)
    os._exit(0)


@pytest.mark.parametrize("works", [(counting, counting), (counting, saving)], ids=["ours", "an editor's"])
def test_no_save_of_another_process_is_lost(tmp_path: Path, works: tuple[Callable[[Path, int], None], ...]) -> None:
    """However two writers meet, none undoes what the other has written in the moment before."""
    place, rounds = tmp_path / "count", 150
    place.write_bytes(b"0")

    context = multiprocessing.get_context("fork")
    workers = [context.Process(target=work, args=(place, rounds)) for work in works]
    for one in workers:
        one.start()
    for one in workers:
        one.join(120)

    assert [one.exitcode for one in workers] == [0, 0]
    found = int(place.read_bytes())
    assert found == 2 * rounds if works[1] is counting else found // 1000 == rounds
    assert os.listdir(tmp_path) == ["count"]
