"""An author's file is replaced in place and completely, or not at all."""

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


def test_a_symlink_its_owner_and_its_mode_are_kept(tmp_path: Path) -> None:
    """The target of a symlink in the project is written, with its permissions and owner."""
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
    """A file outside of the folder is not changed, and no file is created there."""
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


def test_a_file_changed_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    """New bytes derived from old contents would undo another program's save."""
    path = tmp_path / "a.md"
    path.write_bytes(b"saved by the editor")

    with pytest.raises(SourceChangedError):
        replace_source(str(tmp_path), str(path), b"old and more", b"old")
    with pytest.raises(FileExistsError):
        create_source(str(tmp_path), str(path), b"new")

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.md": b"saved by the editor"}


def test_a_failed_replacement_leaves_no_temporary_file(tmp_path: Path) -> None:
    """A folder with the name of the file is an error, and the folder around it is unchanged."""
    (tmp_path / "글.md").mkdir()

    with pytest.raises(OSError, match=r"글\.md"):
        replace_source(str(tmp_path), str(tmp_path / "글.md"), b"new", b"old")

    assert os.listdir(tmp_path) == ["글.md"]


def test_only_abandoned_temporary_files_are_removed(tmp_path: Path) -> None:
    """A recent one may belong to a running process, and another name to another program."""
    names = (".byeoru-00112233445566aa.tmp", ".byeoru-00112233445566bb.tmp", "a.md.new", ".a.md.tmp")
    for name in ("a.md", *names):
        (tmp_path / name).write_bytes(b"old")
    for name in (names[0], *names[2:]):
        os.utime(tmp_path / name, (1, 1))

    replace_source(str(tmp_path), str(tmp_path / "a.md"), b"new", b"old")

    assert sorted(os.listdir(tmp_path)) == sorted(["a.md", *names[1:]])


def in_a_process(work: Callable[[], None]) -> int:
    """Call *work* in a separate process; return its exit code."""
    process = multiprocessing.get_context("fork").Process(target=work)
    process.start()
    process.join(60)
    return process.exitcode if process.exitcode is not None else -1


@pytest.mark.parametrize("limit", [0, 1, 100, 4095, 4096, 9_999])
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, limit: int) -> None:
    """However much of the new file fits, the old one is intact and there is no other file."""
    path, old = tmp_path / "a.md", b"old " * 2000
    path.write_bytes(old)

    def work() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        with pytest.raises(OSError, match=r"large|space"):
            replace_source(str(tmp_path), str(path), b"n" * 10_000, old)
        with pytest.raises(OSError, match=r"large|space"):
            create_source(str(tmp_path), str(tmp_path / "b.md"), b"n" * 10_000)
        os._exit(0)

    assert in_a_process(work) == 0
    assert path.read_bytes() == old
    assert os.listdir(tmp_path) == ["a.md"]


@pytest.mark.slow
def test_a_kill_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    """A kill at any moment leaves one of the two versions, complete."""
    path = tmp_path / "a.md"
    versions = {bytes([65 + number]) * 200_000 for number in range(2)}
    path.write_bytes(min(versions))

    def work() -> None:
        while True:
            old = path.read_bytes()
            replace_source(str(tmp_path), str(path), next(iter(versions - {old})), old)

    for round_ in range(40):
        process = multiprocessing.get_context("fork").Process(target=work)
        process.start()
        time.sleep(0.02 + round_ * 0.003)
        process.kill()
        process.join()
        assert path.read_bytes() in versions


def increment(path: Path, rounds: int) -> None:
    """Increment the number in a file *rounds* times, and retry if another process has written meanwhile."""
    for _ in range(rounds):
        while True:
            old = path.read_bytes()
            try:
                replace_source(str(path.parent), str(path), b"%d" % (int(old) + 1), old)
            except SourceChangedError:
                continue
            break
    os._exit(0)


def save_like_an_editor(path: Path, rounds: int) -> None:
    """Add 1000 to the number *rounds* times by a rename, as editors save; fail if a save is ever undone."""
    for number in range(rounds):
        end = time.monotonic() + 20
        while int(old := path.read_bytes()) // 1000 != number:
            if time.monotonic() > end:
                os._exit(1)
        temporary = path.with_name(f"save-{os.getpid()}")
        temporary.write_bytes(b"%d" % ((number + 1) * 1000 + int(old) % 1000))
        os.replace(temporary, path)
    os._exit(0)


@pytest.mark.parametrize(
    "works", [(increment, increment), (increment, save_like_an_editor)], ids=["ours", "an editor's"]
)
def test_no_save_of_another_process_is_lost(tmp_path: Path, works: tuple[Callable[[Path, int], None], ...]) -> None:
    """Neither of two concurrent writers undoes a write of the other."""
    path, rounds = tmp_path / "count", 150
    path.write_bytes(b"0")

    context = multiprocessing.get_context("fork")
    workers = [context.Process(target=work, args=(path, rounds)) for work in works]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(120)

    assert [worker.exitcode for worker in workers] == [0, 0]
    number = int(path.read_bytes())
    assert number == 2 * rounds if works[1] is increment else number // 1000 == rounds
    assert os.listdir(tmp_path) == ["count"]
