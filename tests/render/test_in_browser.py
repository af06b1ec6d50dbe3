"""What a reader's browser requests of other hosts: nothing without a setting, and then only when it is time.

The site is served by the browser's own interception, so that every request to any host is seen and none leaves.
"""

from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from site_test import SETTINGS, SiteTest

pytestmark = pytest.mark.slow

GISCUS = "comments: {provider: giscus, repo: user/blog, repo_id: R_kgDOAB, category: 공지, category_id: DIC_kwDO}\n"
UTTERANCES = "comments: {provider: utterances, repo: user/blog, label: 댓글}\n"
COUNTER = "analytics: {provider: goatcounter, code: myblog, show: true}\n"
POST = "https://example.com/posts/%EA%B8%80/"
# What a service's script does as far as the page can see: a frame of its own origin that responds, and receives messages.
CLIENT = """
const script = document.currentScript, frame = document.createElement("iframe");
window.given = Object.fromEntries([...script.attributes].map(one => [one.name, one.value]));
frame.src = new URL(script.src).origin + "/frame.html";
script.after(frame);
"""
FRAME = """<script>
window.heard = []; addEventListener("message", event => heard.push(event.data));
parent.postMessage({height: 300}, "*");
</script>"""


class Reader:
    """A reader in front of a page, and the list of requests to other hosts."""

    def __init__(self, site: SiteTest, browser: Browser, *, scheme: str = "light", objects: str = "") -> None:
        self.site, self.requests, self.errors = site, list[str](), list[str]()
        self.is_blocked = False
        context = browser.new_context(color_scheme=scheme, viewport={"width": 800, "height": 600})  # type: ignore[arg-type]
        if objects:
            context.add_init_script(f"Object.defineProperty(Navigator.prototype, {objects})")
        context.route("**/*", self.respond)
        self.page: Page = context.new_page()
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def respond(self, route: Route) -> None:
        """Serve our own host from the folder, and stand in for the others."""
        parts = urlsplit(route.request.url)
        if parts.hostname in {"example.com", "preview.example.net", "localhost"}:
            file = self.site.output / unquote(parts.path).lstrip("/")
            file = file / "index.html" if file.is_dir() else file
            return route.fulfill(path=file) if file.exists() else route.fulfill(status=404)
        self.requests.append(route.request.url)
        if self.is_blocked:
            return route.abort()
        if parts.path.endswith(".json"):
            return route.fulfill(json={"count": "1\u2009234"}, headers={"Access-Control-Allow-Origin": "*"})
        if parts.path == "/frame.html":
            return route.fulfill(body=FRAME, content_type="text/html")
        body = CLIENT if parts.path == "/client.js" else "window.counted = true"
        headers = {"Access-Control-Allow-Origin": "*"}
        return route.fulfill(body=body, content_type="text/javascript", headers=headers)

    def open(self, address: str = POST) -> "Reader":
        """Open a page and wait until it is idle."""
        self.page.goto(address)
        self.page.wait_for_timeout(300)
        return self

    def come_near(self) -> None:
        """Scroll to the comments and wait until they have loaded."""
        self.page.locator(".comments").scroll_into_view_if_needed()
        self.page.wait_for_timeout(500)

    def heard(self) -> list[object]:
        """Return the messages that the frame of the comments has received."""
        frame = next(frame for frame in self.page.frames if frame.url.endswith("/frame.html"))
        return list(frame.evaluate("heard"))


@pytest.fixture
def blog(site: SiteTest) -> SiteTest:
    """Return a site with one long post, not yet built."""
    site.write("content/posts/글.md", "---\ntitle: 글\ndate: 2026-01-01\n---\n" + "한 문단.\n\n" * 100)
    return site


def built(site: SiteTest, services: str) -> SiteTest:
    """Build the site with *services*."""
    site.write("blog.yml", SETTINGS + services)
    site.build().must_succeed()
    return site


def test_without_services_no_request_leaves_the_site(blog: SiteTest, browser: Browser) -> None:
    """Reading a page to its end sends requests to its own host only."""
    reader = Reader(built(blog, ""), browser).open()
    reader.page.keyboard.press("End")
    reader.page.wait_for_timeout(300)

    assert (reader.requests, reader.errors) == ([], [])


def test_giscus_comes_when_the_reader_does(blog: SiteTest, browser: Browser) -> None:
    """The giscus script is requested when the reader reaches the comments, with the options, language and theme."""
    reader = Reader(built(blog, GISCUS), browser, scheme="dark").open()
    assert reader.requests == []
    assert reader.page.locator(".comments a").is_visible()
    reader.come_near()

    assert reader.requests == ["https://giscus.app/client.js", "https://giscus.app/frame.html"]
    assert reader.page.evaluate("given") == {
        "data-lang": "ko",
        "data-repo": "user/blog",
        "data-repo-id": "R_kgDOAB",
        "data-category": "공지",
        "data-category-id": "DIC_kwDO",
        "data-mapping": "pathname",
        "data-strict": "1",
        "data-reactions-enabled": "1",
        "data-theme": "dark",
        "crossorigin": "anonymous",
        "src": "https://giscus.app/client.js",
    }
    assert reader.page.locator(".comments a").is_hidden()
    assert reader.errors == []


def test_giscus_follows_the_theme(blog: SiteTest, browser: Browser) -> None:
    """A theme change by the button or the system is passed to the frame."""
    reader = Reader(built(blog, GISCUS), browser).open()
    reader.come_near()
    reader.page.locator(".theme-toggle").click()
    reader.page.wait_for_timeout(200)
    assert reader.heard()[-1] == {"giscus": {"setConfig": {"theme": "dark"}}}

    reader.page.locator(".theme-toggle").click()  # the page follows the system again
    reader.page.emulate_media(color_scheme="dark")
    reader.page.wait_for_timeout(200)
    assert reader.heard()[-2:] == [{"giscus": {"setConfig": {"theme": name}}} for name in ("light", "dark")]


def test_utterances_speaks_its_own_language(blog: SiteTest, browser: Browser) -> None:
    """The utterances frame gets its own attributes, themes and messages, and follows a stored theme."""
    reader = Reader(built(blog, UTTERANCES), browser).open()
    reader.page.locator(".theme-toggle").click()
    reader.open()
    assert reader.requests == []
    reader.come_near()

    given = reader.page.evaluate("given")
    assert reader.requests == ["https://utteranc.es/client.js", "https://utteranc.es/frame.html"]
    assert {
        "repo": "user/blog",
        "issue-term": "pathname",
        "label": "댓글",
        "theme": "github-dark",
    }.items() <= given.items()
    reader.page.locator(".theme-toggle").click()
    reader.page.wait_for_timeout(200)
    assert reader.heard()[-1] == {"type": "set-theme", "theme": "github-light"}


def test_blocked_services_leave_a_whole_page(blog: SiteTest, browser: Browser) -> None:
    """If services are blocked, the link to the comments stays, no number is shown, and nothing fails."""
    reader = Reader(built(blog, GISCUS + COUNTER), browser)
    reader.is_blocked = True
    reader.open()
    reader.come_near()

    assert "https://giscus.app/client.js" in reader.requests
    assert reader.page.locator(".comments a").is_visible()
    assert reader.page.locator(".views").is_hidden()
    assert reader.errors == []


def test_readers_are_counted_and_the_count_is_shown(blog: SiteTest, browser: Browser) -> None:
    """At the site's own address, the counter runs and its number is shown next to the date."""
    reader = Reader(built(blog, COUNTER), browser).open()

    counts = "https://myblog.goatcounter.com/counter/%2Fposts%2F%25EA%25B8%2580%2F.json"
    assert sorted(reader.requests) == ["https://gc.zgo.at/count.js", counts]
    assert reader.page.evaluate("counted")
    assert reader.page.locator(".views").inner_text() == "조회 1,234"


@pytest.mark.parametrize(
    "objects", ["'doNotTrack', {value: '1'}", "'globalPrivacyControl', {value: true, configurable: true}"]
)
@pytest.mark.parametrize(
    "counter", [COUNTER, "analytics: {provider: google, id: G-ABCDE12345}\n"], ids=["goatcounter", "google"]
)
def test_who_asks_not_to_be_counted_is_not(blog: SiteTest, browser: Browser, counter: str, objects: str) -> None:
    """With Do Not Track or Global Privacy Control, no request is sent to any provider."""
    reader = Reader(built(blog, counter), browser, objects=objects).open()

    assert (reader.requests, reader.errors) == ([], [])
    assert not reader.page.evaluate("'dataLayer' in window")


@pytest.mark.parametrize("host", ["localhost:8000", "preview.example.net"])
def test_previews_are_not_counted(blog: SiteTest, browser: Browser, host: str) -> None:
    """Visits at another address than the site's own are not counted."""
    reader = Reader(built(blog, COUNTER), browser).open(POST.replace("https://example.com", f"http://{host}"))

    assert reader.page.locator("h1").inner_text() == "글"
    assert (reader.requests, reader.errors) == ([], [])


def test_google_receives_the_id(blog: SiteTest, browser: Browser) -> None:
    """Scripts in the template element run when they are inserted, including the inline one with the id."""
    reader = Reader(built(blog, "analytics: {provider: google, id: G-ABCDE12345}\n"), browser).open()

    assert reader.requests == ["https://www.googletagmanager.com/gtag/js?id=G-ABCDE12345"]
    assert reader.page.evaluate("Array.from(dataLayer[1])") == ["config", "G-ABCDE12345"]
