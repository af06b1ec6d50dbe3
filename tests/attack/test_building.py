"""Whatever a build does, the preview responds, reports it, and ends on request."""

import json
import re
import signal
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect

from serve.preview import Preview, post, wait_for
from site_test import SiteTest

pytestmark = pytest.mark.slow  # `.ci/run` runs it

Begin = Callable[..., "Faulty"]


class Faulty(Preview):
    """A preview whose builds have the faults of `faulty`."""

    program = (str(Path(__file__).with_name("faulty.py")),)

    def fault(self, name: str) -> None:
        """Begin to have a fault."""
        (self.site.root / name).touch()

    def mend(self, name: str) -> None:
        """Have it no more."""
        (self.site.root / name).unlink()

    def problems(self) -> dict[str, Any]:
        """Return the problems that the overlay receives."""
        found: dict[str, Any] = json.loads(self.get("/__byeoru__/problems")[1])
        return found


@pytest.fixture
def faulty(blog: SiteTest) -> Iterator[Begin]:
    """Return a function that previews the site with faults; what it began is ended."""
    begun: list[Faulty] = []

    def begin(*options: str) -> Faulty:
        begun.append(Faulty(blog, *options))
        return begun[-1]

    yield begin
    for one in begun:
        for name in ("burn", "recursion", "disk"):
            (one.site.root / name).unlink(missing_ok=True)
        one.close()


def words_of_stream(preview: Preview, until: str) -> str:
    """Return what a stream of builds says, as far as a word."""
    with socket.create_connection(("127.0.0.1", preview.port), timeout=20) as wire:
        wire.sendall(b"GET /__byeoru__/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        found = ""
        while until not in found and (part := wire.recv(65536)):
            found += part.decode()
        return found


def test_during_an_endless_build_the_last_pages_are_served(faulty: Begin, blog: SiteTest) -> None:
    """Pages, files and problems are served, tabs are notified, and the next save is built."""
    preview = faulty()
    preview.fault("burn")
    preview.edit("content/posts/a.md", "First words.", "Second words.")

    assert '"building": true' in words_of_stream(preview, '"building": true')
    for path in ("/posts/a/", "/feed.xml", "/__byeoru__/problems", "/__byeoru__/page?path=posts/a/index.html"):
        assert preview.get(path)[0] == 200, path
    assert b"First words." in preview.get("/posts/a/")[1]

    preview.mend("burn")
    wait_for(lambda: b"Second words." in preview.get("/posts/a/")[1], "new page")
    assert '"building": false' in words_of_stream(preview, '"building": ')


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_endless_build_does_not_block_a_signal(faulty: Begin, number: signal.Signals) -> None:
    """A signal ends the preview with its exit code and no traceback, and the next preview starts normally."""
    preview = faulty()
    preview.fault("burn")
    preview.edit("content/posts/a.md", "First words.", "Second words.")
    words_of_stream(preview, '"building": true')

    began = time.monotonic()
    preview.process.send_signal(number)
    code = preview.process.wait(20)
    seconds = time.monotonic() - began

    assert code == 0
    assert seconds < 10  # a guard against hanging; alone it takes 0.8 s
    assert not preview.has_crashed()
    assert "leaked" not in preview.output()
    preview.mend("burn")
    again = Preview(preview.site)
    assert b"Second words." in again.get("/posts/a/")[1]
    again.close()


@pytest.mark.parametrize(("name", "code"), [("recursion", "build-crashed"), ("disk", "build-cannot-write")])
def test_an_exception_of_a_build_is_shown_as_a_problem(faulty: Begin, blog: SiteTest, name: str, code: str) -> None:
    """The pages stay, overlay and terminal show the problem, and the next save is built normally."""
    preview = faulty()
    preview.fault(name)
    preview.edit("content/posts/a.md", "First words.", "Second words.")
    wait_for(lambda: bool(preview.problems()["broken"]), "problem")

    [problem] = preview.problems()["problems"]
    assert problem["code"] == code
    assert b"First words." in preview.get("/posts/a/")[1]
    wait_for(lambda: f"error[{code}]" in preview.output(), "word of it")
    assert "Traceback" not in preview.output()
    crash = blog.root / ".blog" / "crash.txt"
    assert crash.exists() == (name == "recursion")
    if crash.exists():
        assert "RecursionError" in crash.read_text()

    preview.mend(name)
    preview.edit("content/posts/a.md", "Second words.", "Third words.")
    wait_for(lambda: b"Third words." in preview.get("/posts/a/")[1], "new page")
    assert preview.problems()["count"] == 0


def test_a_crash_of_the_first_build_is_shown(faulty: Begin, blog: SiteTest) -> None:
    """A placeholder page shows it until the first successful build."""
    (blog.root / "recursion").touch()
    preview = faulty()

    status, page = preview.get("/posts/a/")
    wait_for(lambda: bool(preview.problems()["broken"]), "problem")

    assert (status, b"data-token" in page) == (500, True)
    preview.mend("recursion")
    preview.edit("content/posts/a.md", "First words.", "Second words.")
    wait_for(lambda: b"Second words." in preview.get("/posts/a/")[1], "first page")


@pytest.mark.slow
def test_the_bar_shows_that_a_slow_build_is_running(faulty: Begin, context: BrowserContext) -> None:
    """The bar shows when a slow build starts and when it ends."""
    preview = faulty()
    page = context.new_page()
    page.goto(preview.url("/posts/a/"))
    bar = page.locator("byeoru-preview section").first
    expect(bar).to_contain_text(re.compile("words?"))
    preview.fault("burn")
    preview.edit("content/posts/a.md", "First words.", "Second words.")

    expect(bar).to_contain_text("Building")
    preview.mend("burn")
    expect(page.locator(".prose")).to_contain_text("Second words.")
    expect(bar).not_to_contain_text("Building")


def lines_of(preview: Preview) -> list[str]:
    """Return the lines that the terminal has got for saves, without their time."""
    return [line[9:] for line in preview.output().splitlines() if re.match(r"\d\d:\d\d:\d\d ", line)]


def test_the_terminal_prints_the_page_of_the_saved_source(faulty: Begin, blog: SiteTest) -> None:
    """It prints the page of the saved source at once; what else a new post changes is only counted."""
    blog.write("content/posts/zebra.md", post("Zebra", "Stripes.", "2026-01-03"))
    preview = faulty()

    preview.edit("content/posts/zebra.md", "title: Zebra", "title: Quagga")
    wait_for(lambda: len(lines_of(preview)) == 1, "line")
    blog.write("content/posts/new.md", post("New", "Words.", "2026-01-04"))
    wait_for(lambda: len(lines_of(preview)) == 2, "line")

    first, second = lines_of(preview)
    assert re.match(r"/posts/zebra/ · \d+ ms", first)  # the lists that show its title follow, and are not waited for
    assert re.match(r"/posts/new/ and \d+ more · \d+ ms", second)


def ahead(minutes: int) -> str:
    """Return the moment so many minutes from now, as authors in Korea write it."""
    return time.strftime("%Y-%m-%d %H:%M", time.gmtime(time.time() + 9 * 3600 + 60 * minutes))


def test_a_scheduled_post_is_shown_and_marked(faulty: Begin, blog: SiteTest) -> None:
    """The author sees it like a draft; terminal and bar show when it will be published."""
    preview = faulty()
    date = ahead(8)

    blog.write("content/posts/soon.md", post("Soon", "Words.", date))
    wait_for(lambda: len(lines_of(preview)) == 1, "line")

    [line] = lines_of(preview)
    assert line.startswith("/posts/soon/ and ")
    assert f"Scheduled for {date}" in line or f"Scheduled for {date[-5:]}" in line
    assert preview.get("/posts/soon/")[0] == 200
    badges = json.loads(preview.get("/__byeoru__/page?path=posts/soon/index.html")[1])["badges"]
    assert [one.startswith("Scheduled for ") for one in badges] == [True]


def test_a_save_of_a_hidden_post_is_reported(faulty: Begin, blog: SiteTest) -> None:
    """A preview without drafts and scheduled posts reports each of them that is saved."""
    preview = faulty("--no-future", "--no-drafts")

    blog.write("content/posts/soon.md", post("Soon", "Words.", ahead(8)))
    wait_for(lambda: len(lines_of(preview)) == 1, "line")
    blog.write("content/posts/draft.md", post("Draft", "Words.", more="draft: true\n"))
    wait_for(lambda: len(lines_of(preview)) == 2, "line")

    first, second = lines_of(preview)
    assert "content/posts/soon.md is scheduled for " in first
    assert "content/posts/draft.md is a draft and hidden" in second
    assert preview.get("/posts/soon/")[0] == 404
