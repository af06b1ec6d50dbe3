"""After an update the page equals the response of the server, except for changes by scripts and readers."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.slow
CLIENT = Path(__file__).parents[2] / "src/byeoru/serve/client"
FRAME = "<!doctype html><html lang=ko><head><title>{title}</title>{head}</head><body>{body}</body></html>"

words = st.sampled_from(["벼루", "먹", "a", "b &amp; c", "<b>굵게</b>", "<code>x</code>", "<!-- note -->", ""])
blocks = st.recursive(
    st.builds("<p{}>{}</p>".format, st.sampled_from(["", " class=x", " id=one", " class='y z'"]), words),
    lambda inner: st.builds(
        "<{0}>{1}</{0}>".format,
        st.sampled_from(["div", "ul", "section", "details"]),
        st.lists(inner, max_size=5).map("".join),
    ),
    max_leaves=12,
)
heads = st.lists(
    st.sampled_from(
        [
            "<meta name=a content=1>",
            "<meta name=a content=2>",
            "<meta name=b>",
            "<link rel=canonical href=/x>",
            "<style>p{color:red}</style>",
        ]
    ),
    max_size=4,
    unique=True,
).map("".join)
pages = st.builds(
    lambda title, head, body: FRAME.format(title=title, head=head, body="".join(body)),
    st.sampled_from(["가", "나"]),
    heads,
    st.lists(blocks, max_size=8),
)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Return a page that can import the module under test."""
    new_page = browser.new_page()

    def answer(route: Route) -> None:
        name = PurePosixPath(urlsplit(route.request.url).path).name
        if name.endswith(".js"):
            route.fulfill(body=(CLIENT / name).read_text(encoding="utf-8"), content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html>", content_type="text/html")

    new_page.route("**/*", answer)
    new_page.goto("http://morph.localhost/")
    yield new_page
    new_page.close()


RUN = """async ([pages, disturbance, isEarly]) => {
    const read = (text) => new DOMParser().parseFromString(text, "text/html");
    const show = (text) => {
        const found = read(text).documentElement;
        document.documentElement.replaceWith(document.importNode(found, true));
    };
    show(pages[0]);
    const { begin, morph, setBase } = await import(`/morph.js?${Math.random()}`);
    if (!isEarly) begin(null);
    if (disturbance) for (const one of document.querySelectorAll("body p, body div")) {
        const made = document.createElement("button");
        made.className = "made";
        one.nodeName === "P" ? one.append(made) : one.prepend(made);
        one.dataset.seen = "1";
    }
    if (isEarly) {
        begin(null);
        setBase(read(pages[0]));
    }
    const found = [];
    for (const text of pages.slice(1)) {
        morph(read(text), (link) => link);
        const copy = document.documentElement.cloneNode(true);
        for (const one of copy.querySelectorAll(".made")) one.remove();
        for (const one of copy.querySelectorAll("[data-seen]")) delete one.dataset.seen;
        copy.normalize();
        const wanted = read(text).documentElement;
        wanted.normalize();
        found.push([copy.outerHTML, wanted.outerHTML]);
    }
    return found;
}"""


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(versions=st.lists(pages, min_size=2, max_size=4), is_disturbed=st.booleans(), is_early=st.booleans())
def test_any_page_becomes_any_other(page: Page, versions: list[str], is_disturbed: bool, is_early: bool) -> None:
    """Any page is updated to any other, also if a script changes it before or after the client is loaded."""
    for shown, sent in page.evaluate(RUN, [versions, is_disturbed, is_early]):
        assert shown == sent


def test_a_node_stays_the_same_where_the_text_around_it_changes(page: Page) -> None:
    """An element survives if paragraphs before and after it change, and if its own text does."""
    kept = page.evaluate(
        """async () => {
            const read = (body) => new DOMParser().parseFromString(`<!doctype html><body>${body}`, "text/html");
            document.documentElement.replaceWith(document.importNode(read("<p>a</p><details><summary>s</summary>x</details><p>b</p>").documentElement, true));
            const { begin, morph } = await import(`/morph.js?${Math.random()}`);
            begin(null);
            const fold = document.querySelector("details");
            fold.open = true;
            const found = [];
            for (const body of ["<p>0</p><p>a</p><details><summary>s</summary>x</details><p>b</p>", "<p>a</p><details><summary>other</summary>y</details>",
                                "<h1>t</h1><details><summary>other</summary>y</details><p>z</p>"]) {
                morph(read(body), (link) => link);
                found.push(document.querySelector("details") === fold && fold.open);
            }
            return found;
        }"""
    )

    assert kept == [True, True, True]
