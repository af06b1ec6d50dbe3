"""The preview as a process: port, changes that it notices, files that it must not touch, shutdown, leaks."""

import contextlib
import ctypes
import os
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from byeoru.serve.server import listening_socket
from command import run_blog
from serve.preview import Preview, free_port, post, wait_for
from site_test import SiteTest, files_below

Serve = Callable[..., Preview]
linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def run(site: SiteTest, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command and wait for it."""
    return run_blog(site.root, *words)


def body(preview: Preview, path: str = "/posts/a/") -> str:
    """Return a page."""
    return preview.get(path)[1].decode()


class PageVersion(NamedTuple):
    """The version of a page that the preview sends; the file is on the disk a moment earlier."""

    digest: str
    build: int


def page_version(preview: Preview, path: str = "/posts/a/") -> PageVersion:
    """Return digest and build number of a page, from one response."""
    digest, _, build = preview.header(path, "ETag").strip('"').split("-")
    return PageVersion(digest, int(build))


@contextlib.contextmanager
def suspended(preview: Preview) -> Iterator[None]:
    """Suspend the preview, so that all changes in the meantime reach it together."""
    preview.process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        preview.process.send_signal(signal.SIGCONT)


def test_a_requested_port_in_use_is_an_error(blog: SiteTest) -> None:
    """No other port is used instead of the one that `--port` requests."""
    with socket.socket() as occupied:
        occupied.bind(("127.0.0.1", 0))
        occupied.listen()
        port = occupied.getsockname()[1]

        done = run(blog, "serve", "--port", str(port), "--lang", "en")

    assert done.returncode == 2
    assert f"port {port} is already in use" in done.stderr


def test_without_a_requested_port_the_next_free_one_is_used() -> None:
    """The default port may be in use by the preview of another blog."""
    with socket.socket() as occupied:
        occupied.bind(("127.0.0.1", 0))
        occupied.listen()
        port = occupied.getsockname()[1]

        with listening_socket("127.0.0.1", port, is_exact=False) as found:
            assert found.getsockname()[1] > port


def test_a_rescan_finds_changes_without_an_event(serve: Serve, blog: SiteTest) -> None:
    """A symlinked folder is not watched, but rescanned when the author comes back to the page."""
    blog.write("linked/x.md", post("X", "In a linked folder."))
    (blog.root / "content/posts/linked").symlink_to(blog.root / "linked")
    preview = serve()
    assert "In a linked folder." in body(preview, "/posts/x/")

    blog.write("linked/x.md", post("X", "Changed."))
    assert preview.get("/__byeoru__/rescan")[0] == 204

    wait_for(lambda: "Changed." in body(preview, "/posts/x/"), "new page")


def test_a_second_preview_of_a_blog_is_refused(serve: Serve, blog: SiteTest) -> None:
    """It exits with a message that names the first, which keeps running."""
    preview = serve()

    done = run(blog, "s", "--lang", "ko", "--port", str(free_port()))

    assert done.returncode == 2
    assert f"이미 실행 중입니다 (프로세스 {preview.process.pid})" in done.stderr
    assert preview.get("/posts/a/")[0] == 200


def test_the_published_site_is_not_changed(serve: Serve, blog: SiteTest) -> None:
    """The preview never writes to the output folder, and builds beside it contain no drafts."""
    blog.write("content/posts/d.md", post("D", "Not yet.", more="draft: true\n"))
    assert run(blog, "build").returncode == 0
    before = files_below(blog.output)
    preview = serve()
    assert "Not yet." in body(preview, "/posts/d/")

    preview.edit("content/posts/a.md", "First words.", "Second words.")
    wait_for(lambda: "Second words." in body(preview), "new page")
    assert files_below(blog.output) == before
    for number in range(5):
        preview.edit("content/posts/a.md", "words.", f"words.{number}")
        assert run(blog, "build").returncode == 0
    wait_for(lambda: "words.43210" in body(preview), "last page")

    published = blog.page("posts/a/index.html")
    assert "words.43210" in published
    assert "__byeoru__" not in published
    assert not (blog.output / "posts" / "d").exists()
    assert not preview.has_crashed()


def test_a_problem_is_reported_once(serve: Serve, blog: SiteTest) -> None:
    """A rebuild prints only the new problems, and the number of all."""
    blog.write("content/posts/b.md", post("B", "[old](none.md)"))
    preview = serve()
    assert preview.output().count("none.md") == 2  # the message and the source line

    preview.edit("content/posts/a.md", "First words.", "[new](nowhere.md)")
    wait_for(lambda: "2 problems" in preview.output(), "line of the build")

    assert preview.output().count("none.md") == 2
    assert preview.output().count("nowhere.md") == 2


def test_a_state_directory_that_is_cleared_is_filled_again(serve: Serve, blog: SiteTest) -> None:
    """The preview recovers after `blog clean` has deleted its pages and the cache."""
    preview = serve()
    preview.edit("content/posts/a.md", "First words.", "Second words.")
    wait_for(lambda: "Second words." in body(preview), "new page")
    assert run(blog, "clean").returncode == 0

    preview.edit("content/posts/a.md", "Second words.", "Third words.")
    wait_for(lambda: "Third words." in body(preview), "new page after `blog clean`")

    assert preview.get("/posts/b/")[0] == 200
    assert not preview.has_crashed()


def test_a_checkout_of_many_files_is_one_build(serve: Serve, blog: SiteTest) -> None:
    """The changes of a checkout are collected into a few builds."""
    preview = serve()
    before = page_version(preview, "/").build

    with suspended(preview):
        for number in range(120):
            blog.write(f"content/posts/n{number}.md", post(f"N{number}", "words"))
    wait_for(lambda: preview.get("/posts/n119/")[0] == 200, "last of the new pages")

    assert page_version(preview, "/").build - before <= 3
    assert preview.get("/posts/n0/")[0] == 200


def test_ways_in_which_editors_save_are_supported(serve: Serve, blog: SiteTest) -> None:
    """In place, by rename, with a backup file, or truncated first and written later."""
    preview = serve()
    path = blog.root / "content/posts/a.md"
    first = page_version(preview)

    (path.parent / ".a.md.swp").write_bytes(b"b0VIM")
    (path.parent / "4913").write_text("")
    os.replace(path, path.with_name("a.md~"))
    path.write_text(post("A", "Saved as vim does."), encoding="utf-8")
    wait_for(lambda: "Saved as vim does." in body(preview), "vim's page")
    wait_for(lambda: page_version(preview).digest not in {first.digest, ""}, "build of vim's page")
    by_vim = page_version(preview)
    temporary = path.with_name(".a.md.tmp123")
    temporary.write_text(post("A", "Saved by rename."), encoding="utf-8")
    os.replace(temporary, path)
    wait_for(lambda: "Saved by rename." in body(preview), "renamed page")
    wait_for(lambda: page_version(preview).digest != by_vim.digest, "build of the renamed page")
    renamed = page_version(preview)
    with suspended(preview), path.open("w", encoding="utf-8") as file:  # empty for a moment of any length
        file.write(post("A", "Truncated, "))
        file.flush()
        file.write("then written.")
    wait_for(lambda: "then written." in body(preview), "whole page")
    wait_for(lambda: page_version(preview).digest != renamed.digest, "build of the whole page")

    assert page_version(preview).build - renamed.build == 1
    assert not preview.has_crashed()


def test_new_and_renamed_folders_are_watched(serve: Serve, blog: SiteTest) -> None:
    """So is a folder in the root of the project that did not exist when the preview was started."""
    preview = serve()

    blog.write("content/posts/deep/er/c.md", post("C", "deep"))
    wait_for(lambda: preview.get("/posts/c/")[0] == 200, "page of a new folder")
    os.rename(blog.root / "content/posts/deep", blog.root / "content/posts/other")
    blog.write("content/posts/other/er/e.md", post("E", "after the rename"))
    wait_for(lambda: preview.get("/posts/e/")[0] == 200, "page of a renamed folder")
    (blog.root / "static").mkdir()
    time.sleep(0.3)
    blog.write("static/x.txt", "new folder at the top")
    wait_for(lambda: preview.get("/x.txt") == (200, b"new folder at the top"), "static file")
    for path in sorted((blog.root / "content/posts/other").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    wait_for(lambda: preview.get("/posts/c/")[0] == 404, "end of the pages")

    assert preview.get("/posts/a/")[0] == 200


def test_a_scheduled_post_appears_when_it_is_due(serve: Serve, blog: SiteTest) -> None:
    """It is built without any change of a file."""
    due = int(time.time()) + 4
    date = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(due + 9 * 3600))  # in Seoul
    blog.write("content/posts/f.md", post("F", "Now.", date))
    preview = serve("--no-future")
    assert preview.get("/posts/f/")[0] == 404 or time.time() >= due  # a busy machine takes longer than that to start

    wait_for(lambda: preview.get("/posts/f/")[0] == 200, "post that was due")


@contextlib.contextmanager
def no_watches_left() -> Iterator[None]:
    """Use up all inotify instances of this user."""
    library = ctypes.CDLL(None, use_errno=True)
    most = int(Path("/proc/sys/fs/inotify/max_user_instances").read_text(encoding="ascii"))
    if most > resource.getrlimit(resource.RLIMIT_NOFILE)[0] - 50:
        pytest.skip("the system has more watches for one user than files for one process")
    occupied = []
    try:
        while (found := library.inotify_init()) >= 0:
            occupied.append(found)
        yield
    finally:
        for descriptor in occupied:
            os.close(descriptor)


@linux
@pytest.mark.slow
@pytest.mark.alone  # it uses up what the previews of other tests need, and gets what they release
def test_without_inotify_files_are_polled(serve: Serve) -> None:
    """If all inotify instances are in use, the preview says so and polls."""
    with no_watches_left():
        preview = serve()
        wait_for(lambda: "polling every second instead" in preview.output(), "message")
        preview.edit("content/posts/a.md", "First words.", "Seen by looking.")
        wait_for(lambda: "Seen by looking." in body(preview), "new page")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_at_once_and_leaves_nothing(serve: Serve, number: signal.Signals) -> None:
    """So it does with an open event stream, and with a change that is not built yet."""
    preview = serve()
    with socket.create_connection(("127.0.0.1", preview.port), timeout=10) as stream:
        stream.sendall(b"GET /__byeoru__/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        stream.recv(1000)
        preview.edit("content/posts/a.md", "First words.", "Last words.")
        began = time.monotonic()
        preview.process.send_signal(number)
        code = preview.process.wait(10)

    assert code == 0
    assert time.monotonic() - began < 5  # detects a hang; usually a third of a second
    with socket.socket() as again:
        again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        again.bind(("127.0.0.1", preview.port))
    assert not preview.has_crashed()


def descriptors(preview: Preview) -> int:
    """Return the number of open descriptors of the process."""
    return len(os.listdir(f"/proc/{preview.process.pid}/fd"))


def memory(preview: Preview) -> int:
    """Return the resident memory of the process in KiB."""
    with open(f"/proc/{preview.process.pid}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmRSS"))


@linux
@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_thousand_rebuilds_leak_nothing(serve: Serve, blog: SiteTest) -> None:
    """Neither descriptors nor memory grow with the number of builds."""
    preview = serve()
    path = blog.root / "content/posts/b.md"

    def edit(number: int) -> None:
        path.write_text(post("B", f"Round {number}."), encoding="utf-8")
        wait_for(lambda: f"Round {number}." in body(preview, "/posts/b/"), "round")

    for number in range(200):
        edit(number)
    time.sleep(1)
    had, open_before = memory(preview), descriptors(preview)
    for number in range(200, 1000):
        edit(number)
    time.sleep(1)

    assert descriptors(preview) <= open_before + 3
    assert memory(preview) < had + 16 * 1024  # 800 builds that kept a page each would be more
    assert not preview.has_crashed()
