"""An open page is updated after each save, and nothing else on it changes."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from serve.preview import Preview, post
from site_test import SiteTest

pytestmark = pytest.mark.slow
Serve = Callable[..., Preview]


def open_page(context: BrowserContext, preview: Preview, path: str = "/posts/a/") -> Page:
    """Open a page and mark it, so that a reload can be detected."""
    page = context.new_page()
    page.goto(preview.url(path))
    page.evaluate("window.isTheSame = true")
    return page


def is_same(page: Page) -> bool:
    return bool(page.evaluate("window.isTheSame === true"))


def test_a_saved_text_shows(serve: Serve, context: BrowserContext) -> None:
    """Text and title change in place."""
    preview = serve()
    page = open_page(context, preview)

    preview.edit("content/posts/a.md", "First words.", "Second thoughts.")
    expect(page.locator(".prose p").first).to_have_text("Second thoughts.")
    preview.edit("content/posts/a.md", "title: A", "title: A new title")
    expect(page.locator("h1")).to_have_text("A new title")

    assert page.title() == "A new title – 시험 노트"
    assert is_same(page)


def test_the_page_that_is_looked_at_is_not_requested_again(serve: Serve, context: BrowserContext) -> None:
    """It comes with the message about the build; the page of another tab is requested."""
    preview = serve()
    other, page = open_page(context, preview, "/posts/b/"), open_page(context, preview)
    page.wait_for_timeout(800)
    requested: list[str] = []
    context.on("request", lambda one: requested.append(one.url))

    preview.edit("content/posts/a.md", "First words.", "둘째 & <b>third</b> words.")
    expect(page.locator(".prose p").first).to_have_text("둘째 & third words.")
    preview.edit("content/posts/b.md", "Another one.", "Another two.")
    expect(other.locator(".prose p").first).to_have_text("Another two.")

    assert [url for url in requested if "/posts/" in url] == [preview.url("/posts/b/")]
    assert is_same(page)


def test_what_the_reader_did_stays(serve: Serve, context: BrowserContext) -> None:
    """Scroll position, open details, typed text, focus and colour scheme survive an update."""
    preview = serve()
    page = open_page(context, preview)
    page.click(".theme-toggle")
    page.click("summary:has-text('More')")
    page.fill("#search", "typed")
    page.evaluate("scrollTo(0, 900)")

    preview.edit("content/posts/a.md", "## Three\n", "## Three\n\nChanged.\n")
    expect(page.get_by_text("Changed.")).to_be_attached()

    assert page.evaluate("scrollY") == 900
    assert page.locator("details:has-text('More')").evaluate("details => details.open")
    assert page.input_value("#search") == "typed"
    assert page.evaluate("document.activeElement.id") == "search"
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert is_same(page)


def test_what_the_theme_made_stays_and_is_made_for_new_parts(serve: Serve, context: BrowserContext) -> None:
    """A new code block gets its copy button, the others keep theirs."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    preview = serve()
    page = open_page(context, preview)
    expect(page.locator("button.copy")).to_have_count(1)

    preview.edit("content/posts/a.md", "## Two", "```python\nprint('two')\n```\n\n## Two")
    expect(page.locator(".highlight")).to_have_count(2)
    preview.edit("content/posts/a.md", "print('two')", "print('three')")
    expect(page.locator(".highlight").nth(1)).to_contain_text("three")

    expect(page.locator("button.copy")).to_have_count(2)
    page.locator("button.copy").nth(1).click()
    assert page.evaluate("navigator.clipboard.readText()") == "print('three')"
    assert page.locator(".highlight > button.copy").count() == 2


def test_the_table_of_contents_is_updated(serve: Serve, context: BrowserContext) -> None:
    """It contains a new heading, and marks exactly one entry as current."""
    preview = serve()
    page = context.new_page()
    page.set_viewport_size({"width": 1500, "height": 600})
    page.goto(preview.url("/posts/a/"))

    preview.edit("content/posts/a.md", "## Three", "## Two and a half\n\n" + "Words.\n\n" * 9 + "## Three")
    expect(page.locator(".toc a")).to_have_text(["One", "Two", "Two and a half", "Three"])
    page.locator("h2", has_text="half").evaluate("one => scrollTo(0, one.offsetTop - 20)")
    expect(page.locator(".toc a[aria-current]")).to_have_text("Two and a half")


def test_a_template_shows(serve: Serve, context: BrowserContext, blog: SiteTest) -> None:
    """A block that a new template overrides is on the page after the save."""
    preview = serve()
    page = open_page(context, preview)

    blog.write(
        "templates/base.html", '{% extends "theme:base.html" %}{% block footer %}<footer>mine</footer>{% endblock %}'
    )

    expect(page.locator("footer", has_text="mine")).to_be_attached()
    assert is_same(page)


def test_a_stylesheet_is_replaced(serve: Serve, context: BrowserContext, blog: SiteTest) -> None:
    """Its new rules apply without a reload, and the page is never unstyled."""
    blog.write("themes/hanji/static/hanji.css", "body { color: rgb(1, 2, 3) }")
    preview = serve()
    page = open_page(context, preview)
    page.evaluate(
        "window.seen = new Set(); (function look() { seen.add(getComputedStyle(document.body).color); requestAnimationFrame(look) })()"
    )
    for number in range(4, 7):
        blog.write("themes/hanji/static/hanji.css", f"body {{ color: rgb({number}, 2, 3) }}")
        expect(page.locator("body")).to_have_css("color", f"rgb({number}, 2, 3)")

    page.wait_for_function("seen.size >= 4")
    assert page.evaluate("[...seen]") == [f"rgb({number}, 2, 3)" for number in (1, 4, 5, 6)]
    assert page.locator("link[href*='hanji.css']").count() == 1
    assert is_same(page)


def test_settings_show(serve: Serve, context: BrowserContext) -> None:
    """The title of the site changes on an open page."""
    preview = serve()
    page = open_page(context, preview)

    preview.edit("blog.yml", "시험 노트", "새 이름")

    expect(page.locator(".site-title")).to_have_text("새 이름")
    assert page.title() == "A – 새 이름"


def test_a_list_follows_posts_that_come_and_go(serve: Serve, context: BrowserContext, blog: SiteTest) -> None:
    """The home page gains a new post and loses a deleted one; no tab is navigated elsewhere."""
    preview = serve()
    home = open_page(context, preview, "/")
    other = open_page(context, preview, "/posts/a/")

    blog.write("content/posts/c.md", post("C", "new", "2026-01-03"))
    expect(home.get_by_role("link", name="C", exact=True).first).to_be_visible()
    blog.delete("content/posts/b.md")
    expect(home.get_by_role("link", name="B", exact=True)).to_have_count(0)

    assert other.url == preview.url("/posts/a/")
    assert is_same(home)
    assert is_same(other)


def test_a_list_in_another_tab_follows_a_title(serve: Serve, context: BrowserContext) -> None:
    """It is not the page that was sent last, so it is built after that, and its tab is told."""
    preview = serve()
    archive = open_page(context, preview, "/archive/")
    page = open_page(context, preview, "/posts/a/")

    preview.edit("content/posts/a.md", "title: A", "title: Another title")
    expect(page.locator("h1")).to_have_text("Another title")
    expect(archive.get_by_role("link", name="Another title", exact=True)).to_be_visible()

    assert is_same(archive)


def test_a_deleted_page_is_what_a_reader_would_see(serve: Serve, context: BrowserContext, blog: SiteTest) -> None:
    """The tab shows the 404 page of the site; when the post comes back, so does its page."""
    preview = serve()
    page = open_page(context, preview)
    text = (blog.root / "content/posts/a.md").read_text()

    blog.delete("content/posts/a.md")
    expect(page.locator("main h1")).to_have_text("페이지를 찾을 수 없습니다")
    blog.write("content/posts/a.md", text)
    expect(page.locator("main h1")).to_have_text("A")


def test_what_scripts_did_while_the_page_was_read_stays(serve: Serve, context: BrowserContext, blog: SiteTest) -> None:
    """A script in the text has filled an element, one in the head has added another script, as analytics do."""
    head = "<script>document.head.prepend(Object.assign(document.createElement('script'), {text: '0'}))</script>"
    blog.write("templates/base.html", f'{{% extends "theme:base.html" %}}{{% block head %}}{head}{{% endblock %}}')
    script = "<p id=made></p>\n<script>document.querySelector('#made').textContent = 'made'</script>\n\n"
    blog.write("content/posts/s.md", post("S", script + "Words.\n\n" * 60))
    preview = serve()
    page = open_page(context, preview, "/posts/s/")
    page.wait_for_timeout(500)

    preview.edit("content/posts/s.md", "title: S", "title: Anew")
    expect(page.locator("h1")).to_have_text("Anew")

    assert page.locator("#made").inner_text() == "made"
    assert is_same(page)


def test_a_changed_script_in_a_text_is_run(serve: Serve, context: BrowserContext, blog: SiteTest) -> None:
    """A changed script needs a reload, which keeps the scroll position."""
    script = "<p id=made></p>\n<script>document.querySelector('#made').textContent = 'made'</script>\n\n"
    blog.write("content/posts/s.md", post("S", script + "Words.\n\n" * 60))
    preview = serve()
    page = open_page(context, preview, "/posts/s/")
    page.evaluate("scrollTo(0, 500)")

    preview.edit("content/posts/s.md", "'made'</", "'made anew'</")
    expect(page.locator("#made")).to_have_text("made anew")

    assert not is_same(page)
    page.wait_for_function("scrollY === 500")


def test_an_edit_elsewhere_causes_no_requests(serve: Serve, context: BrowserContext, blog: SiteTest) -> None:
    """An unchanged page is not fetched, nor are its pictures and stylesheets."""
    blog.write("content/pages/about.md", "---\ntitle: About\n---\n\nUs.\n")
    preview = serve()
    page = open_page(context, preview, "/about/")
    page.wait_for_timeout(800)
    requested: list[str] = []
    page.on("request", lambda one: requested.append(one.url))

    preview.edit("content/posts/a.md", "First words.", "Other words.")
    page.wait_for_timeout(1500)

    assert [url for url in requested if "/__byeoru__/" not in url] == []
    assert is_same(page)
