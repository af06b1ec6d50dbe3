"""No symlink below a trusted folder is followed, by any operation, even if it is created meanwhile."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from byeoru.base.containment import open_inside, real_inside
from byeoru.base.rooted import Rooted, SymlinkError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="symlinks need a privilege on Windows")

ACTIONS: dict[str, Callable[[Rooted], object]] = {
    "read": lambda tree: tree.read("a/file"),
    "write": lambda tree: tree.write("a/file", b"ours"),
    "create": lambda tree: tree.create("a/new", b"ours"),
    "remove": lambda tree: tree.remove("a/file"),
    "remove_all": lambda tree: tree.remove_all("a/folder"),
    "remove_folder": lambda tree: tree.remove_folder("a/empty"),
    "make_folder": lambda tree: tree.make_folder("a/b/c"),
    "rename from": lambda tree: tree.rename("a/file", "ours"),
    "rename to": lambda tree: tree.rename("own", "a/file"),
    "link": lambda tree: tree.link("own", "a/linked"),
    "below": lambda tree: tree.below("a").write("file", b"ours"),
    "names": lambda tree: tree.names("a"),
}


@pytest.fixture
def tree(tmp_path: Path) -> Iterator[Rooted]:
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "own").write_bytes(b"own")
    victim = tmp_path / "victim"
    (victim / "folder").mkdir(parents=True)
    (victim / "empty").mkdir()
    for name in ("file", "folder/inner"):
        (victim / name).write_bytes(b"victim")
    with Rooted(str(tmp_path / "root")) as opened:
        yield opened


def state(folder: Path) -> dict[str, bytes | None]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


@pytest.mark.parametrize("action", ACTIONS)
def test_no_operation_follows_a_symlink_to_a_folder(tree: Rooted, tmp_path: Path, action: str) -> None:
    """A symlink as a parent folder is refused with its path, and its target is unchanged."""
    (tmp_path / "root" / "a").symlink_to(tmp_path / "victim")
    before = state(tmp_path / "victim")

    with pytest.raises(SymlinkError) as refused:
        ACTIONS[action](tree)

    assert refused.value.filename == str(tmp_path / "root" / "a")
    assert state(tmp_path / "victim") == before


@pytest.mark.parametrize("target", ["file", "none"])
def test_a_symlink_instead_of_a_file_is_replaced_and_not_followed(tree: Rooted, tmp_path: Path, target: str) -> None:
    """Reading is refused; writing replaces the symlink itself, even a dangling one."""
    link, before = tmp_path / "root" / "file", state(tmp_path / "victim")
    link.symlink_to(tmp_path / "victim" / target)

    with pytest.raises(SymlinkError):
        tree.read("file")
    with pytest.raises(FileExistsError):
        tree.create("file", b"ours")
    tree.write("file", b"ours")

    assert (link.is_symlink(), link.read_bytes()) == (False, b"ours")
    assert state(tmp_path / "victim") == before


@pytest.mark.parametrize("path", ["../victim/file", "/etc/passwd", "a/../../victim/file", "", ".", "a//b", "a/./b"])
def test_a_path_that_leads_out_is_refused(tree: Rooted, path: str) -> None:
    """Paths in a manifest or a journal must stay inside the folder."""
    with pytest.raises(ValueError, match=r"^"):
        tree.at(path)


def test_a_fifo_is_refused_without_blocking(tree: Rooted, tmp_path: Path) -> None:
    """A fifo without a writer would block the program for ever."""
    os.mkfifo(tmp_path / "root" / "pipe")

    with pytest.raises(OSError, match="not a regular file") as refused:
        tree.read("pipe")

    assert refused.value.errno == errno.EINVAL


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tree: Rooted, tmp_path: Path) -> None:
    """The file is the old or the new one, and a failed write leaves no temporary file."""
    resource = pytest.importorskip("resource")
    (tmp_path / "root" / "file").write_bytes(b"old")
    (tmp_path / "root" / "file").chmod(0o640)
    program = (
        "import resource, signal, sys; from byeoru.base.rooted import Rooted\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "tree = Rooted(sys.argv[1]); tree.write('file', b'x' * 100_000)\n"
    )
    assert resource

    failed = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "root")], capture_output=True, text=True, check=False
    )

    assert "File too large" in failed.stderr
    assert state(tmp_path / "root") == {"file": b"old", "own": b"own"}
    tree.write("file", b"new")
    assert (tmp_path / "root" / "file").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("seconds", [0.7, pytest.param(2, marks=pytest.mark.slow)])
def test_a_folder_replaced_by_a_symlink_during_writes_is_not_followed(tmp_path: Path, seconds: float) -> None:
    """While another process swaps a folder and a symlink thousands of times, no file reaches the symlink's target."""
    root, victim = tmp_path / "root", tmp_path / "victim"
    (root / "a").mkdir(parents=True)
    victim.mkdir()
    swapping = (
        f"import os, sys, time\nend = time.monotonic() + {seconds}\nos.symlink(sys.argv[2], 'link')\n"
        "while time.monotonic() < end:\n"
        "    os.rename('a', 'aside'); os.rename('link', 'a'); os.rename('a', 'link'); os.rename('aside', 'a')\n"
    )
    refused = written = 0

    with subprocess.Popen([sys.executable, "-c", swapping, str(root), str(victim)], cwd=root) as rival:
        while rival.poll() is None:
            try:
                with Rooted(str(root)) as tree:
                    tree.write("a/file", b"ours")
                written += 1
            except (SymlinkError, FileNotFoundError, NotADirectoryError):
                refused += 1

    assert rival.returncode == 0
    assert list(victim.iterdir()) == []
    assert written


@pytest.mark.parametrize(
    ("path", "is_refused"),
    [("root/out", True), ("root/in", False), ("root/folder", False), ("elsewhere", False), ("root/out/deep", True)],
)
def test_only_paths_in_the_project_must_stay_inside(tmp_path: Path, path: str, is_refused: bool) -> None:
    """A symlink in the project must not lead out of it; a path outside is the user's choice."""
    (tmp_path / "root" / "folder").mkdir(parents=True)
    (tmp_path / "victim").mkdir()
    (tmp_path / "root" / "out").symlink_to(tmp_path / "victim")
    (tmp_path / "root" / "in").symlink_to(tmp_path / "root" / "folder")
    (tmp_path / "elsewhere").symlink_to(tmp_path / "victim")

    root, named = str(tmp_path / "root"), str(tmp_path / path)
    if is_refused:
        for call in (real_inside, open_inside):
            with pytest.raises(SymlinkError) as refused:
                call(root, named)

            assert refused.value.filename == str(tmp_path / "root" / "out")
    else:
        open_inside(root, named).close()

        assert real_inside(root, named) == os.path.realpath(named)
    assert list((tmp_path / "victim").iterdir()) == []
