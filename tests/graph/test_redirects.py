"""Redirects from the addresses that pages had in another program."""

from dataclasses import replace

from byeoru.model.moves import Moves
from byeoru.model.origin import AddressRule, Origin
from byeoru.model.settings import Section
from graph.graphs import SETTINGS, connected

JEKYLL = Origin("jekyll", rules=(AddressRule("/:year/:title", "posts"),))


def test_an_author_s_own_pattern_wins_and_the_old_address_redirects() -> None:
    """`sections: {posts: {url: …}}` moves the pages, and nothing is lost."""
    posts = Section("posts", "/p/:slug/", is_dated=True, is_chosen=True)
    settings = replace(SETTINGS, origin=JEKYLL, sections=(posts, *SETTINGS.sections[1:]))
    site = connected({"_posts/2024-05-01-Hello.md": "글\n"}, settings=settings).site

    assert [page.summary.address for page in site.pages] == ["/p/hello/"]
    assert [old for old, _ in site.redirects] == ["/2024/Hello/", "/2024/Hello.html"]
    assert site.moves == Moves("Jekyll", (), redirected=1)


def test_a_derived_address_gives_way_to_a_page() -> None:
    """The second of two posts that would have one old address keeps its own, and counts as lost."""
    files = {"_posts/2024-05-01-a.md": "글\n", "_posts/2024-06-01-a.md": "글\n"}
    site = connected(files, settings=replace(SETTINGS, origin=JEKYLL)).site

    assert site.pages[0].summary.address == "/2024/a/"
    assert site.pages[1].summary.address != "/2024/a/"
    assert (site.moves.kept, site.moves.lost) == (1, 1)


def test_the_address_of_a_list_is_kept() -> None:
    """A page whose address the list of all tags takes loses no address: the list stands there."""
    rules = (AddressRule("/:basename/", "pages"),)
    site = connected({"tags.md": "태그\n"}, settings=replace(SETTINGS, origin=Origin("jekyll", rules=rules))).site

    assert [page.summary.address for page in site.pages] == ["/tags/index/"]
    assert (site.moves.kept, site.moves.lost) == (1, 0)
