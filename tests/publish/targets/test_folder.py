"""The folder target keeps unmanaged files, and the folder contains a complete site after every deployment."""

import os
import random
import resource
import signal
import time
from pathlib import Path

import pytest

from byeoru.base.digest import digest
from byeoru.publish import file_list
from command import run_blog, start_blog
from deploy_test import Bench

POST = "---\ntitle: {0}\ndate: 2026-01-02\n---\n{0}\n"


def point(bench: Bench, path: str = "../공개 html") -> Path:
    """Let the blog go to the folder *path*."""
    settings = f'title: 시험\nbase_url: https://blog.example.kr\ndeploy:\n  target: folder\n  path: "{path}"\n'
    bench.write("blog.yml", settings)
    return Path(os.path.normpath(bench.blog / path))


def files(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_folder_contains_the_site(bench: Bench) -> None:
    """It contains all files of the build and the records of the deployment, readable for all users, without `CNAME`."""
    folder = point(bench)
    said = bench.deployed()
    again = bench.deployed()

    found, built = files(folder), files(bench.blog / "site")
    ours = {"byeoru/stamp.txt", "byeoru/published.txt", "byeoru/files.txt"}
    assert found.keys() == (built.keys() - {".byeoru-manifest"}) | ours
    assert all(found[path] == built[path] for path in found.keys() - ours)
    assert all(path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644) for path in folder.rglob("*"))
    assert "first deployment · 2 posts added" in said
    assert "nothing to deploy" in again


def test_only_published_files_are_deleted(bench: Bench) -> None:
    """Unmanaged files stay, also in folders that become empty; an identical file becomes a published one."""
    folder = point(bench)
    for path in ("nextcloud/data.db", "posts/p1/note.txt", ".htaccess"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("theirs")
    bench.deployed()
    for number in range(2):
        (bench.blog / f"content/posts/p{number}.md").rename(bench.blog / f"content/posts/q{number}.md")

    said = bench.deployed("--allow", "broken")

    found = files(folder)
    assert "2 posts added" in said
    assert "2 posts deleted" in said
    assert not {"posts/p0/index.html", "posts/p1/index.html"} & found.keys()
    assert not (folder / "posts/p0").exists()
    assert all(found[path] == b"theirs" for path in ("nextcloud/data.db", "posts/p1/note.txt", ".htaccess"))


def test_unchanged_files_are_not_touched(bench: Bench) -> None:
    """Inode and modification time of unchanged files stay, and so do the headers that a server derives from them."""
    folder = point(bench)
    bench.deployed()
    before = {path: (folder / path).stat() for path in files(folder)}
    bench.write("content/posts/p0.md", POST.format("고침"))
    said = bench.deployed("--diff")

    after = {path: (folder / path).stat() for path in files(folder)}
    touched = {path for path in before if before[path].st_ino != after[path].st_ino}
    assert "posts/p0/index.html" in touched
    assert "404.html" not in touched
    assert "+고침" in said.replace("<p>", "").replace("</p>", "")


@pytest.mark.parametrize("kind", ["file", "link", "folder", "parent"])
def test_an_unmanaged_file_in_the_way_stops_a_deployment(bench: Bench, kind: str) -> None:
    """Nothing is written, and a symlink is not followed."""
    folder = point(bench)
    folder.mkdir()
    elsewhere = bench.folder / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "index.html").write_text("theirs")
    match kind:
        case "file":
            (folder / "index.html").write_text("theirs")
        case "link":
            (folder / "index.html").symlink_to(elsewhere / "index.html")
        case "folder":
            (folder / "index.html").mkdir()
        case "parent":
            (folder / "posts").symlink_to(elsewhere)
    before = files(folder)

    answer = bench.deploy()

    assert answer.returncode == 1
    assert "error[deploy-in-the-way]" in answer.stderr
    assert files(folder) == before
    assert files(elsewhere) == {"index.html": b"theirs"}


def test_an_identical_unmanaged_file_is_no_conflict(bench: Bench) -> None:
    """A site that was copied by hand becomes a deployment."""
    folder = point(bench)
    bench.deployed()
    (folder / "byeoru/files.txt").unlink()

    said = bench.deployed()

    assert "first deployment" in said
    assert file_list.from_text((folder / "byeoru/files.txt").read_text(encoding="utf-8"))


def test_changed_published_files_are_restored(bench: Bench) -> None:
    """A published file that was edited or deleted by hand is detected and restored."""
    folder = point(bench)
    bench.deployed()
    want = files(folder)
    (folder / "index.html").write_text("edited")
    (folder / "404.html").unlink()

    said = bench.deployed()

    assert "1 file added" in said
    assert files(folder) == want


@pytest.mark.parametrize("path", [".", "content/x", "site", "..", "/", "~", "static", "", "blog.yml"])
def test_protected_folders_are_refused(bench: Bench, path: str) -> None:
    """The project, its sources, its output, the home folder and the root folder are refused."""
    point(bench, path)

    answer = bench.deploy()

    assert answer.returncode == 1
    assert "error[deploy-" in answer.stderr
    assert "deployed as" not in answer.stdout
    assert not (bench.blog / "byeoru").exists()


@pytest.mark.parametrize("word", ["--list", "--rollback"])
def test_a_folder_has_no_history(bench: Bench, word: str) -> None:
    """The target `folder` reports that it has no history, with a hint."""
    point(bench)
    bench.deployed()

    answer = bench.deploy(word)

    assert answer.returncode == 1
    assert "error[deploy-keeps-no-past]" in answer.stderr
    assert "git checkout" in answer.stderr


def test_a_list_with_paths_outside_of_the_folder(bench: Bench) -> None:
    """Such files are not deleted, also not through a symlink."""
    folder = point(bench)
    bench.deployed()
    outside = bench.folder / "outside"
    outside.mkdir()
    (outside / "precious.txt").write_text("theirs")
    (folder / "way").symlink_to(outside)
    listed = folder / "byeoru/files.txt"
    more = "00  ../outside/precious.txt\n00  way/precious.txt\n00  /etc/hostname\n"
    listed.write_text(listed.read_text(encoding="utf-8") + more, encoding="utf-8")

    bench.deployed()

    assert files(outside) == {"precious.txt": b"theirs"}


def test_a_full_disk(bench: Bench) -> None:
    """It is noticed before the first file is replaced, and the old site stays complete."""
    folder = point(bench)
    big = bench.blog / "static/a.bin"
    big.parent.mkdir()
    bench.deployed()
    before = files(folder)
    big.write_bytes(os.urandom(4_000_000))
    bench.write("content/posts/p0.md", POST.format("고침"))
    assert run_blog(bench.blog, "build").returncode == 0

    limited = {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))}
    process = start_blog(bench.blog, "deploy", "--no-wait", options=limited)
    _, error = process.communicate(timeout=100)

    assert process.returncode == 1
    assert "error[deploy-disk-full]" in error
    assert files(folder) == before


@pytest.mark.slow
def test_a_kill_loses_nothing(tmp_path: Path) -> None:
    """After SIGKILL at ten random moments, each file is the old or the new one, and the next deployment succeeds."""
    bench = Bench.made(tmp_path, posts=30)
    folder = point(bench)
    bench.deployed()
    (folder / "theirs.txt").write_text("theirs")
    lasted = bench.seconds()
    chance = random.Random(7)
    for number in range(10):
        old = files(folder)
        for post in range(30):
            bench.write(f"content/posts/p{post}.md", POST.format(f"회차 {number}"))
        (bench.blog / f"content/posts/x{number}.md").write_text(POST.format("새"), encoding="utf-8")
        process = bench.start("--no-wait")
        time.sleep(chance.uniform(0.5 * lasted, 2.5 * lasted))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        now = files(folder)
        bench.deployed()
        new = files(folder)
        listed = file_list.from_text((folder / "byeoru/files.txt").read_text(encoding="utf-8"))
        for path, data in now.items():
            if not path.startswith("byeoru/"):
                assert data in (old.get(path), new.get(path))
        assert listed == {path: digest(new[path]) for path in new if path not in {"theirs.txt", "byeoru/files.txt"}}


@pytest.mark.slow
def test_a_kill_between_two_files(bench: Bench) -> None:
    """The next deployment manages the files of the killed one, and deletes those that are not in the site."""
    folder = point(bench)
    bench.deployed()
    (bench.blog / "static").mkdir()
    for number in range(1000):
        bench.write(f"static/n{number:03}.txt", "first")
    process = bench.start("--no-wait")
    until = time.monotonic() + 60
    while process.poll() is None and not (folder / "n000.txt").exists() and time.monotonic() < until:
        time.sleep(0.0002)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    (bench.blog / "static/n001.txt").unlink()
    bench.write("static/n000.txt", "second")

    bench.deployed()

    assert (folder / "n000.txt").read_text() == "second"
    assert not (folder / "n001.txt").exists()
    assert not (folder / "byeoru/.new").exists()
