"""Any number of tabs share one event stream, and each page catches up once with what it has missed."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Request, expect

from serve.preview import Preview
from serve.test_live_update import is_same, open_page
from site_test import SiteTest

pytestmark = pytest.mark.slow
Serve = Callable[..., Preview]


class RequestLog:
    """The requests of all tabs, and the open event streams."""

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


def stream_of(requests: RequestLog, page: Page) -> None:
    """Wait until an event stream is open."""
    for _ in range(200):
        if requests.streams:
            return
        page.wait_for_timeout(20)
    raise AssertionError("no stream")


def test_twelve_tabs_share_one_stream(serve: Serve, context: BrowserContext) -> None:
    """A browser opens six connections to a server, yet the seventh tab is served and updated after each build."""
    preview = serve()
    requests = RequestLog(context)
    tabs = [open_page(context, preview) for _ in range(12)]
    stream_of(requests, tabs[0])

    preview.edit("content/posts/a.md", "First words.", "All of you.")
    for tab in tabs:
        expect(tab.locator(".prose p").first).to_have_text("All of you.")

    assert len(requests.streams) == 1
    assert all(map(is_same, tabs))


def test_another_tab_leads_when_the_leader_goes(serve: Serve, context: BrowserContext) -> None:
    """Another tab opens the stream at once, and no build is missed."""
    preview = serve()
    requests = RequestLog(context)
    first = open_page(context, preview)
    stream_of(requests, first)
    others = [open_page(context, preview) for _ in range(2)]

    first.close()
    preview.edit("content/posts/a.md", "First words.", "After you.")
    for tab in others:
        expect(tab.locator(".prose p").first).to_have_text("After you.")

    assert requests.count("/events") == 2


def test_without_locks_each_tab_listens_for_itself(serve: Serve, context: BrowserContext) -> None:
    """So it is on a phone, over plain http."""
    context.add_init_script("Object.defineProperty(Navigator.prototype, 'locks', {get: () => undefined})")
    preview = serve()
    requests = RequestLog(context)
    tabs = [open_page(context, preview) for _ in range(2)]

    preview.edit("content/posts/a.md", "First words.", "All of you.")
    for tab in tabs:
        expect(tab.locator(".prose p").first).to_have_text("All of you.")

    assert requests.count("/events") == 2


def test_a_restart_without_changes_keeps_the_page(serve: Serve, context: BrowserContext) -> None:
    """A page that is the same after a restart of the server is fetched once, and not changed."""
    preview = serve()
    page = open_page(context, preview)
    requests = RequestLog(context)
    preview.again().close()
    preview = serve(port=preview.port)
    for _ in range(100):  # the delays between its attempts grow to five seconds
        page.wait_for_timeout(150)
        if requests.count("/posts/a/"):
            break
    page.wait_for_timeout(1000)

    fetches = requests.count("/posts/a/")
    preview.edit("content/posts/a.md", "First words.", "Another run.")
    expect(page.locator(".prose p").first).to_have_text("Another run.")

    assert fetches in {1, 2}  # one per run that it has connected to
    assert is_same(page)


def test_what_changed_while_the_server_was_away_shows(serve: Serve, context: BrowserContext, blog: SiteTest) -> None:
    """Text and stylesheet are updated in two tabs, without a reload."""
    blog.write("themes/hanji/static/hanji.css", "body { color: rgb(1, 2, 3) }")
    preview = serve()
    tabs = [open_page(context, preview) for _ in range(2)]
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
    """The page is reloaded once, whether the script changes while the server runs or while it is away."""
    blog.write(
        "themes/hanji/static/hanji.js",
        "window.version = 1; window.loads = sessionStorage.loads = 1 + Number(sessionStorage.loads || 0)",
    )
    preview = serve()
    page = open_page(context, preview)
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
    """Without locks a hidden tab has no stream; when it is visible again, it shows what it has missed."""
    context.add_init_script("Object.defineProperty(Navigator.prototype, 'locks', {get: () => undefined})")
    preview = serve()
    requests = RequestLog(context)
    page = open_page(context, preview)
    stream_of(requests, page)
    turn = """isAway => {
        Object.defineProperty(document, "hidden", { get: () => isAway, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
    }"""

    page.evaluate(turn, arg=True)
    page.wait_for_timeout(300)
    asleep = len(requests.streams)
    for number in range(3):
        preview.edit(
            "content/posts/a.md", "First words." if not number else f"Missed {number}.", f"Missed {number + 1}."
        )
        page.wait_for_timeout(300)
    page.evaluate(turn, arg=False)
    expect(page.locator(".prose p").first).to_have_text("Missed 3.")

    assert asleep == 0
    assert is_same(page)
