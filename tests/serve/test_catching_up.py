"""However many tabs, whatever they slept through: one stream, and each page catches up once."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Request, expect

from serve.preview import Preview
from serve.test_following import is_same, opened
from site_test import SiteTest

pytestmark = pytest.mark.slow
Serve = Callable[..., Preview]


class Asked:
    """What the tabs of a window have asked for, and which streams are open."""

    def __init__(self, context: BrowserContext) -> None:
        self.urls: list[str] = []
        self.streams: set[Request] = set()
        context.on("request", self._begun)
        context.on("requestfailed", self._ended)
        context.on("requestfinished", self._ended)

    def _begun(self, request: Request) -> None:
        self.urls.append(request.url)
        if request.url.endswith("/__byeoru__/events"):
            self.streams.add(request)

    def _ended(self, request: Request) -> None:
        self.streams.discard(request)

    def count(self, ending: str) -> int:
        return sum(url.endswith(ending) for url in self.urls)


def stream_of(asked: Asked, page: Page) -> None:
    """Wait until a stream is open."""
    for _ in range(200):
        if asked.streams:
            return
        page.wait_for_timeout(20)
    raise AssertionError("no stream")


def test_twelve_tabs_share_one_stream(serve: Serve, context: BrowserContext) -> None:
    """A browser has six connections to a server; the seventh tab is served all the same, and hears of each build."""
    preview = serve()
    asked = Asked(context)
    tabs = [opened(context, preview) for _ in range(12)]
    stream_of(asked, tabs[0])

    preview.edit("content/posts/a.md", "First words.", "All of you.")
    for tab in tabs:
        expect(tab.locator(".prose p").first).to_have_text("All of you.")

    assert len(asked.streams) == 1
    assert all(map(is_same, tabs))


def test_another_tab_leads_when_the_leader_goes(serve: Serve, context: BrowserContext) -> None:
    """The stream is taken up at once, and nothing is missed."""
    preview = serve()
    asked = Asked(context)
    first = opened(context, preview)
    stream_of(asked, first)
    others = [opened(context, preview) for _ in range(2)]

    first.close()
    preview.edit("content/posts/a.md", "First words.", "After you.")
    for tab in others:
        expect(tab.locator(".prose p").first).to_have_text("After you.")

    assert asked.count("/events") == 2


def test_without_locks_each_tab_listens_for_itself(serve: Serve, context: BrowserContext) -> None:
    """As on a phone that reads over plain http."""
    context.add_init_script("Object.defineProperty(Navigator.prototype, 'locks', {get: () => undefined})")
    preview = serve()
    asked = Asked(context)
    tabs = [opened(context, preview) for _ in range(2)]

    preview.edit("content/posts/a.md", "First words.", "All of you.")
    for tab in tabs:
        expect(tab.locator(".prose p").first).to_have_text("All of you.")

    assert asked.count("/events") == 2


def test_a_restart_is_no_change(serve: Serve, context: BrowserContext) -> None:
    """A page that is the same in another run of the server is looked at once, and left alone."""
    preview = serve()
    page = opened(context, preview)
    asked = Asked(context)
    preview.again().close()
    preview = serve(port=preview.port)
    for _ in range(100):  # the pauses between its attempts grow to five seconds
        page.wait_for_timeout(150)
        if asked.count("/posts/a/"):
            break
    page.wait_for_timeout(1000)

    looks = asked.count("/posts/a/")
    preview.edit("content/posts/a.md", "First words.", "Another run.")
    expect(page.locator(".prose p").first).to_have_text("Another run.")

    assert looks in {1, 2}  # one for each run that it met
    assert is_same(page)


def test_what_changed_while_the_server_was_away_shows(serve: Serve, context: BrowserContext, blog: SiteTest) -> None:
    """Text and stylesheet, in two tabs, without a reload."""
    blog.write("themes/hanji/static/hanji.css", "body { color: rgb(1, 2, 3) }")
    preview = serve()
    tabs = [opened(context, preview) for _ in range(2)]
    for tab in tabs:
        tab.wait_for_timeout(500)

    preview.close()
    preview.edit("content/posts/a.md", "First words.", "Meanwhile.")
    blog.write("themes/hanji/static/hanji.css", "body { color: rgb(200, 2, 3) }")
    serve(port=preview.port)

    for tab in tabs:
        expect(tab.locator(".prose p").first).to_have_text("Meanwhile.", timeout=10000)
        expect(tab.locator("body")).to_have_css("color", "rgb(200, 2, 3)")
        assert is_same(tab)


def test_a_changed_script_costs_one_reload(serve: Serve, context: BrowserContext, blog: SiteTest) -> None:
    """While the page is open, and while the server is away."""
    blog.write(
        "themes/hanji/static/hanji.js",
        "window.version = 1; window.loads = sessionStorage.loads = 1 + Number(sessionStorage.loads || 0)",
    )
    preview = serve()
    page = opened(context, preview)
    page.wait_for_timeout(500)

    preview.edit("themes/hanji/static/hanji.js", "version = 1", "version = 2")
    page.wait_for_function("window.version === 2")
    page.wait_for_timeout(500)
    assert page.evaluate("window.loads") == 2
    preview.close()
    preview.edit("themes/hanji/static/hanji.js", "version = 2", "version = 3")
    serve(port=preview.port)
    page.wait_for_function("window.version === 3", timeout=10000)
    page.wait_for_timeout(1500)

    assert page.evaluate("window.loads") == 3


def test_a_tab_that_slept_catches_up(serve: Serve, context: BrowserContext) -> None:
    """Without locks one that is not seen has no stream; when it is seen again it shows what it has missed."""
    context.add_init_script("Object.defineProperty(Navigator.prototype, 'locks', {get: () => undefined})")
    preview = serve()
    asked = Asked(context)
    page = opened(context, preview)
    stream_of(asked, page)
    turn = """isAway => {
        Object.defineProperty(document, "hidden", { get: () => isAway, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
    }"""

    page.evaluate(turn, arg=True)
    page.wait_for_timeout(300)
    asleep = len(asked.streams)
    for number in range(3):
        preview.edit(
            "content/posts/a.md", "First words." if not number else f"Missed {number}.", f"Missed {number + 1}."
        )
        page.wait_for_timeout(300)
    page.evaluate(turn, arg=False)
    expect(page.locator(".prose p").first).to_have_text("Missed 3.")

    assert asleep == 0
    assert is_same(page)
