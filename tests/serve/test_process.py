"""The preview as a process: where it listens, what it leaves alone, how it ends, and that it can go on for days."""

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
    """Run a command to its end."""
    return run_blog(site.root, *words)


def body(preview: Preview, path: str = "/posts/a/") -> str:
    """Return a page."""
    return preview.get(path)[1].decode()


class Shown(NamedTuple):
    """What a preview knows of a page; its bytes lie on the disk a moment earlier."""

    digest: str
    build: int


def shown(preview: Preview, path: str = "/posts/a/") -> Shown:
    """Return the state of a page, both parts at one moment."""
    digest, _, build = preview.header(path, "ETag").strip('"').split("-")
    return Shown(digest, int(build))


@contextlib.contextmanager
def stopped(preview: Preview) -> Iterator[None]:
    """Let the preview stand still, so that what happens meanwhile reaches it at once."""
    preview.process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        preview.process.send_signal(signal.SIGCONT)


def test_a_port_that_was_asked_for_is_used_or_refused(blog: SiteTest) -> None:
    """Another one would not be the one that the bookmark has."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        done = run(blog, "serve", "--port", str(port), "--lang", "en")

    assert done.returncode == 2
    assert f"port {port} is already in use" in done.stderr


def test_without_a_wish_the_next_free_port_is_taken() -> None:
    """A preview of another blog may have the usual one."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with listening_socket("127.0.0.1", port, is_exact=False) as found:
            assert found.getsockname()[1] > port


def test_what_no_event_tells_is_found_by_a_look(serve: Serve, blog: SiteTest) -> None:
    """A linked folder is not watched; a writer who comes back to the page has everything looked at."""
    blog.write("drawer/x.md", post("X", "In a drawer."))
    (blog.root / "content/posts/linked").symlink_to(blog.root / "drawer")
    preview = serve()
    assert "In a drawer." in body(preview, "/posts/x/")

    blog.write("drawer/x.md", post("X", "Out of it."))
    assert preview.get("/__byeoru__/rescan")[0] == 204

    wait_for(lambda: "Out of it." in body(preview, "/posts/x/"), "new page")


def test_a_second_preview_of_a_blog_says_that_there_is_one(serve: Serve, blog: SiteTest) -> None:
    """It does not wait in silence, and does not disturb the first."""
    preview = serve()

    done = run(blog, "s", "--lang", "ko", "--port", str(free_port()))

    assert done.returncode == 2
    assert f"이미 실행 중입니다 (프로세스 {preview.process.pid})" in done.stderr
    assert preview.get("/posts/a/")[0] == 200


def test_what_is_published_is_left_alone(serve: Serve, blog: SiteTest) -> None:
    """Builds of the site work beside the preview, show no drafts, and the preview never writes to it."""
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
    assert "Traceback" not in preview.said()


def test_a_problem_is_told_when_it_comes(serve: Serve, blog: SiteTest) -> None:
    """A save does not bring the warnings of all other posts again, and says how many there are."""
    blog.write("content/posts/b.md", post("B", "[old](none.md)"))
    preview = serve()
    assert preview.said().count("none.md") == 2  # the sentence and the line

    preview.edit("content/posts/a.md", "First words.", "[new](nowhere.md)")
    wait_for(lambda: "2 problems" in preview.said(), "line of the build")

    assert preview.said().count("none.md") == 2
    assert preview.said().count("nowhere.md") == 2


def test_a_state_directory_that_is_cleared_is_filled_again(serve: Serve, blog: SiteTest) -> None:
    """`blog clean` takes the pages and the cache from under the preview."""
    preview = serve()
    preview.edit("content/posts/a.md", "First words.", "Second words.")
    wait_for(lambda: "Second words." in body(preview), "new page")
    assert run(blog, "clean").returncode == 0

    preview.edit("content/posts/a.md", "Second words.", "Third words.")
    wait_for(lambda: "Third words." in body(preview), "new page after the cleaning")

    assert preview.get("/posts/b/")[0] == 200
    assert "Traceback" not in preview.said()


def test_a_checkout_of_many_files_is_one_build(serve: Serve, blog: SiteTest) -> None:
    """Thousands of events are waited for together."""
    preview = serve()
    before = shown(preview, "/").build

    with stopped(preview):
        for number in range(400):
            blog.write(f"content/posts/n{number}.md", post(f"N{number}", "words"))
    wait_for(lambda: preview.get("/posts/n399/")[0] == 200, "last of the new pages")

    assert shown(preview, "/").build - before <= 3
    assert preview.get("/posts/n0/")[0] == 200


def test_habits_of_editors_are_met(serve: Serve, blog: SiteTest) -> None:
    """Written in place, saved by rename, with a backup beside it, truncated first and written later."""
    preview = serve()
    place = blog.root / "content/posts/a.md"
    first = shown(preview)

    (place.parent / ".a.md.swp").write_bytes(b"b0VIM")
    (place.parent / "4913").write_text("")
    os.replace(place, place.with_name("a.md~"))
    place.write_text(post("A", "Saved as vim does."), encoding="utf-8")
    wait_for(lambda: "Saved as vim does." in body(preview), "vim's page")
    wait_for(lambda: shown(preview).digest not in {first.digest, ""}, "build of vim's page")
    by_vim = shown(preview)
    temporary = place.with_name(".a.md.tmp123")
    temporary.write_text(post("A", "Saved by rename."), encoding="utf-8")
    os.replace(temporary, place)
    wait_for(lambda: "Saved by rename." in body(preview), "renamed page")
    wait_for(lambda: shown(preview).digest != by_vim.digest, "build of the renamed page")
    renamed = shown(preview)
    with stopped(preview), place.open("w", encoding="utf-8") as file:  # empty for a moment, however long that lasts
        file.write(post("A", "Truncated, "))
        file.flush()
        file.write("then written.")
    wait_for(lambda: "then written." in body(preview), "whole page")
    wait_for(lambda: shown(preview).digest != renamed.digest, "build of the whole page")

    assert shown(preview).build - renamed.build == 1
    assert "Traceback" not in preview.said()


def test_folders_come_and_go(serve: Serve, blog: SiteTest) -> None:
    """A new folder, a renamed one, one at the top that was not there when the watch began."""
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


def test_a_post_appears_when_its_time_has_come(serve: Serve, blog: SiteTest) -> None:
    """Nobody has to touch a file."""
    soon = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(time.time() + 9 * 3600 + 4))
    blog.write("content/posts/f.md", post("F", "Now.", soon))
    preview = serve("--no-future")
    assert preview.get("/posts/f/")[0] == 404

    wait_for(lambda: preview.get("/posts/f/")[0] == 200, "post that was due")


@contextlib.contextmanager
def no_watches_left() -> Iterator[None]:
    """Take all that the system gives one user of what watches files."""
    library = ctypes.CDLL(None, use_errno=True)
    most = int(Path("/proc/sys/fs/inotify/max_user_instances").read_text(encoding="ascii"))
    if most > resource.getrlimit(resource.RLIMIT_NOFILE)[0] - 50:
        pytest.skip("the system has more watches for one user than files for one process")
    taken = []
    try:
        while (found := library.inotify_init()) >= 0:
            taken.append(found)
        yield
    finally:
        for descriptor in taken:
            os.close(descriptor)


@linux
@pytest.mark.slow
@pytest.mark.alone  # it takes what other tests' previews need, and gets what they give back
def test_without_watches_files_are_looked_at(serve: Serve) -> None:
    """Editors and other previews may have taken them all; that is said, and works all the same."""
    with no_watches_left():
        preview = serve()
        wait_for(lambda: "polling every second instead" in preview.said(), "word of it")
        preview.edit("content/posts/a.md", "First words.", "Seen by looking.")
        wait_for(lambda: "Seen by looking." in body(preview), "new page")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_at_once_and_leaves_nothing(serve: Serve, number: signal.Signals) -> None:
    """With a stream open, and files that were just written."""
    preview = serve()
    with socket.create_connection(("127.0.0.1", preview.port), timeout=10) as stream:
        stream.sendall(b"GET /__byeoru__/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        stream.recv(1000)
        preview.edit("content/posts/a.md", "First words.", "Last words.")
        began = time.monotonic()
        preview.process.send_signal(number)
        code = preview.process.wait(10)

    assert code == 0
    assert time.monotonic() - began < 5  # a guard against hanging; usually a third of a second
    with socket.socket() as again:
        again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        again.bind(("127.0.0.1", preview.port))
    assert "Traceback" not in preview.said()


def descriptors(preview: Preview) -> int:
    """Return how many descriptors the process has open."""
    return len(os.listdir(f"/proc/{preview.process.pid}/fd"))


def memory(preview: Preview) -> int:
    """Return the resident memory of the process in KiB."""
    with open(f"/proc/{preview.process.pid}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmRSS"))


@linux
@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_thousand_rebuilds_leak_nothing(serve: Serve, blog: SiteTest) -> None:
    """Descriptors stay as they are, and memory does not grow with the builds."""
    preview = serve()
    place = blog.root / "content/posts/b.md"

    def edit(number: int) -> None:
        place.write_text(post("B", f"Round {number}."), encoding="utf-8")
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
    assert "Traceback" not in preview.said()
