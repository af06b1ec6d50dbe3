"""The preview's own elements in the page: the bar, the dialog with problems, and `--follow`."""

import json
from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Route, expect

from judges.judges_here import module
from judges.test_accessibility import findings
from serve.preview import Preview, post
from serve.test_live_update import is_same, open_page
from site_test import SiteTest

pytestmark = pytest.mark.slow
Serve = Callable[..., Preview]
BROKEN = '{% extends "theme:post.html" %}\n{% block main %}{{ page.title | 없는것 }}{% endblock %}\n'
EVIL = '<img src=x onerror="window.hurt=1">.md'


def test_a_broken_build_opens_the_dialog_and_a_fix_closes_it(
    serve: Serve, context: BrowserContext, blog: SiteTest
) -> None:
    """The dialog shows message, source line and a link to the editor; the page below stays the same."""
    preview = serve()
    page = open_page(context, preview)

    blog.write("templates/post.html", BROKEN)
    expect(page.locator("byeoru-preview dialog:not(.names)")).to_be_visible()
    item = page.locator("byeoru-preview dialog:not(.names) li").first
    expect(item).to_contain_text("unknown-in-template")
    expect(item.locator("pre")).to_contain_text("{{ page.title | 없는것 }}")
    href = item.locator("a").get_attribute("href")
    expect(page.locator("h1")).to_have_text("A")
    blog.delete("templates/post.html")
    expect(page.locator("byeoru-preview dialog:not(.names)")).not_to_be_visible()

    assert href == f"vscode://file/{blog.root}/templates/post.html:2:1"
    assert is_same(page)


def test_what_was_closed_comes_back_with_the_next_failure(
    serve: Serve, context: BrowserContext, blog: SiteTest
) -> None:
    """After Escape the dialog does not open again for the same build, but for the next broken one."""
    preview = serve()
    page = open_page(context, preview)
    blog.write("templates/post.html", BROKEN)
    expect(page.locator("byeoru-preview dialog:not(.names)")).to_be_visible()

    page.keyboard.press("Escape")
    expect(page.locator("byeoru-preview dialog:not(.names)")).not_to_be_visible()
    page.wait_for_timeout(500)
    expect(page.locator("byeoru-preview dialog:not(.names)")).not_to_be_visible()
    blog.write("templates/post.html", BROKEN.replace("없는것", "다른것"))

    expect(page.locator("byeoru-preview dialog:not(.names)")).to_be_visible()


def test_file_names_are_shown_as_text(serve: Serve, context: BrowserContext, blog: SiteTest) -> None:
    """A file name that is an HTML tag is not parsed, neither in the dialog nor in the bar."""
    blog.write(f"content/posts/{EVIL}", post("<b>B</b>", "[x](none.md)", more="slug: evil\n"))
    preview = serve()
    page = open_page(context, preview, "/posts/evil/")
    page.get_by_role("button", name="problem").click()
    expect(page.locator("byeoru-preview dialog:not(.names) li").first).to_contain_text(EVIL)
    blog.write("templates/post.html", BROKEN)
    expect(page.locator("byeoru-preview dialog:not(.names) h2")).to_have_text("Build failed")
    page.wait_for_timeout(300)

    assert page.evaluate("window.hurt") is None
    assert page.locator("byeoru-preview dialog:not(.names) img").count() == 0


def test_a_first_build_that_fails_is_reported(serve: Serve, context: BrowserContext, blog: SiteTest) -> None:
    """Every address shows the problems, and then its page as soon as they are fixed."""
    blog.write("templates/post.html", BROKEN)
    preview = serve()
    page = context.new_page()

    answer = page.goto(preview.url("/posts/a/"))
    assert answer
    assert answer.status == 500
    expect(page.locator("byeoru-preview dialog:not(.names) li").first).to_contain_text("unknown-in-template")
    blog.delete("templates/post.html")

    expect(page.locator("h1")).to_have_text("A")


def test_the_bar_describes_the_page(serve: Serve, context: BrowserContext, blog: SiteTest) -> None:
    """It shows draft, length, problems and source, is updated after an edit, and stays collapsed."""
    blog.write("content/posts/d.md", post("D", "Six words stand [in](none.md) here.", more="draft: true\n"))
    preview = serve()
    page = open_page(context, preview, "/posts/d/")
    section = page.locator("byeoru-preview section").first

    expect(section).to_contain_text("Draft")
    expect(section).to_contain_text("5 words · 1 min")
    expect(section).to_contain_text("1 problem")
    preview.edit("content/posts/d.md", "[in](none.md)", "in")
    expect(section).not_to_contain_text("problem")
    assert section.get_by_role("link").get_attribute("href") == f"vscode://file/{blog.root}/content/posts/d.md:1:1"
    section.get_by_role("button", name="Collapse").click()
    page.goto(preview.url("/posts/a/"))

    expect(page.get_by_role("button", name="Expand")).to_be_visible()
    section = page.locator("byeoru-preview section").first
    expect(section).to_contain_text("words")  # in the DOM, but hidden
    expect(section.get_by_role("link")).to_have_count(0)


def test_the_editor_can_be_configured(serve: Serve, blog: SiteTest) -> None:
    """A change of `editor:` applies without a restart."""
    preview = serve()
    blog.write("blog.yml", 'title: t\neditor: "idea://open?file={file}&line={line}"\n')

    _, body = preview.get("/__byeoru__/page?path=posts/a/index.html")

    assert json.loads(body)["link"] == f"idea://open?file={blog.root}/content/posts/a.md&line=1"


def test_a_lost_connection_is_reported(serve: Serve, context: BrowserContext) -> None:
    """The bar shows it until the server is back."""
    preview = serve()
    page = open_page(context, preview)
    page.wait_for_timeout(300)

    preview.close()
    expect(page.locator("byeoru-preview section").first).to_contain_text("Reconnecting to the server")
    serve(port=preview.port)

    expect(page.locator("byeoru-preview section").first).not_to_contain_text("Reconnecting", timeout=10000)


def test_follow_opens_the_changed_page(serve: Serve, context: BrowserContext, blog: SiteTest) -> None:
    """The most recently used tab opens the page of a changed or new source; other tabs stay."""
    preview = serve("--follow")
    other = open_page(context, preview, "/tags/")
    page = open_page(context, preview, "/")
    page.mouse.click(5, 5)

    preview.edit("content/posts/b.md", "Another one.", "Changed.")
    page.wait_for_url(preview.url("/posts/b/"))
    blog.write("content/posts/한글.md", post("새 글", "new"))
    page.wait_for_url(preview.url("/posts/한글/"))

    assert other.url == preview.url("/tags/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_preview(
    scheme: Literal["light", "dark"], serve: Serve, context: BrowserContext, blog: SiteTest
) -> None:
    """The bar and the dialog are accessible, in both colour schemes and at two widths."""
    module("axe-core/axe.min.js")
    blog.write("content/posts/d.md", post("D", "Words [in](none.md) it.", more="draft: true\n"))
    preview = serve()
    page = open_page(context, preview, "/posts/d/")
    page.emulate_media(color_scheme=scheme)
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        expect(page.get_by_role("button", name="problem")).to_be_visible()
        assert findings(page) == []
    page.get_by_role("button", name="problem").click()
    expect(page.locator("byeoru-preview dialog:not(.names)")).to_be_visible()
    assert findings(page) == []


def test_the_bar_is_loaded_when_the_server_is_back(serve: Serve, context: BrowserContext) -> None:
    """If the server is restarting while the page imports the bar, the import is repeated."""
    preview = serve()
    asked: list[str] = []

    def refuse_the_first(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) == 1:
            route.abort()
        else:
            route.continue_()

    context.route("**/tools.js*", refuse_the_first)

    page = open_page(context, preview)

    expect(page.locator("byeoru-preview section").first).to_be_visible()
    assert len(asked) == 2


def test_the_bar_is_not_printed(serve: Serve, context: BrowserContext) -> None:
    """A printed page does not contain the bar."""
    page = open_page(context, serve())
    expect(page.locator("byeoru-preview section").first).to_be_visible()

    page.emulate_media(media="print")

    expect(page.locator("byeoru-preview section").first).not_to_be_visible()


def test_the_desk_offers_names_and_copies_the_link(serve: Serve, context: BrowserContext, blog: SiteTest) -> None:
    """The button of the bar opens a field; what is typed finds notes, and Enter copies the wikilink."""
    blog.write("content/notes/os/좀비.md", "---\ntitle: 좀비 <b>프로세스</b>\n---\n글\n")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    preview = serve()
    page = open_page(context, preview)

    page.get_by_role("button", name="Find the name of a note").click()
    expect(page.locator("byeoru-preview dialog.names li")).to_have_count(1)
    expect(page.locator("byeoru-preview dialog.names input")).to_be_focused()
    page.keyboard.type("[[좀")
    expect(page.locator("byeoru-preview dialog.names input")).to_have_value("[[좀")
    expect(page.locator("byeoru-preview dialog.names p")).to_have_text("Type a name; Enter copies the [[wikilink]]")
    expect(page.locator("byeoru-preview dialog.names li span")).to_have_text("좀비 <b>프로세스</b>")
    page.keyboard.press("Enter")

    expect(page.locator("byeoru-preview dialog.names p")).to_have_text("Wikilink copied to the clipboard")
    assert page.evaluate("navigator.clipboard.readText()") == "[[좀비]]"
    page.keyboard.press("Escape")
    expect(page.locator("byeoru-preview dialog.names")).not_to_be_visible()
