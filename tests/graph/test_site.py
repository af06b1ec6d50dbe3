"""Connected documents: order, neighbours, old addresses and files, and what is hidden."""

from datetime import UTC, datetime

from byeoru.graph.visible import visible
from graph.graphs import connected, documents

NOW = datetime(2026, 6, 1, tzinfo=UTC)


def post(day: int, more: str = "") -> str:
    """Return a post with a date."""
    return f"---\ntitle: '{day}'\ndate: 2026-01-{day:02}\n{more}---\n글\n"


def test_neighbours_are_those_in_time() -> None:
    """Neighbours are ordered by date, and unlisted pages are not neighbours."""
    texts = {f"content/posts/{name}.md": post(day) for day, name in enumerate("abc", 1)}
    result = connected({**texts, "content/posts/u.md": post(2, "unlisted: true\n")})

    assert result.site.editions[0].posts == ("/posts/c/", "/posts/b/", "/posts/a/")
    sides = {page.summary.address: (page.older, page.newer) for page in result.site.pages}
    assert sides == {
        "/posts/a/": ("", "/posts/b/"),
        "/posts/b/": ("/posts/a/", "/posts/c/"),
        "/posts/c/": ("/posts/b/", ""),
        "/posts/u/": ("", ""),
    }


def test_equal_dates_are_ordered_by_path() -> None:
    """Pages of the same date are ordered by path, never by the order on the disk."""
    result = connected({f"content/posts/{name}.md": post(1) for name in "cab"})

    assert result.site.editions[0].posts == ("/posts/a/", "/posts/b/", "/posts/c/")


def test_equal_aliases_are_one() -> None:
    """Aliases that differ in a final slash are one, and the page's own address is none."""
    result = connected({"content/posts/a.md": "---\naliases: [/foo, /foo/, /posts/a/, /x.html]\n---\n글\n"})

    assert result.site.redirects == (("/foo/", "content/posts/a.md"), ("/x.html", "content/posts/a.md"))
    assert result.codes == []


def test_files_lie_beside_their_page_or_by_their_path() -> None:
    """Files of a bundle are published with its page, those of `static` at the top, those of a hidden page never."""
    result = connected(
        {"content/posts/a/index.md": "---\nslug: moved\n---\n글\n"},
        hidden={"content/posts/d/index.md": "글\n"},
        files=("content/posts/a/img/p.png", "content/posts/d/secret.png", "content/images/q.png", "static/CNAME"),
    )

    assert {file.path: file.address for file in result.site.files} == {
        "content/posts/a/img/p.png": "/posts/moved/img/p.png",
        "content/images/q.png": "/images/q.png",
        "static/CNAME": "/CNAME",
    }


def test_the_files_of_a_page_that_is_a_file_lie_in_a_folder_of_its_name() -> None:
    """`/a.html` cannot be a folder too; Hexo does so as well."""
    result = connected(
        {"content/posts/a/index.md": "---\npermalink: /x/a.html\n---\n글\n"}, files=("content/posts/a/p.png",)
    )

    assert [file.address for file in result.site.files] == ["/x/a/p.png"]


def test_a_file_of_others_gives_way_to_a_page() -> None:
    """A file of another program at the address of a page is not published, and reported."""
    result = connected({"content/posts/a.md": "글\n"}, files=("public/feed.xml", "public/posts/a/index.html"))

    assert result.site.files == ()
    assert result.codes == ["public/feed.xml not-copied", "public/posts/a/index.html not-copied"]


def test_a_draft_is_hidden_until_it_is_asked_for() -> None:
    """A draft is reported by path and title, and shown only with the option."""
    posts = documents({"content/posts/a.md": post(1), "content/posts/d.md": post(2, "draft: true\n")})

    without_drafts, with_drafts = (visible(posts, NOW, drafts=drafts, future=False) for drafts in (False, True))

    assert [one.path for one in without_drafts.documents] == ["content/posts/a.md"]
    assert [(one.path, one.title) for one in without_drafts.hidden.drafts] == [("content/posts/d.md", "2")]
    assert [one.path for one in without_drafts.hidden.documents] == ["content/posts/d.md"]
    assert (len(with_drafts.documents), with_drafts.hidden.drafts, with_drafts.hidden.documents) == (2, (), ())


def test_an_expired_post_is_hidden_from_its_moment() -> None:
    """Until then it is public, and the site is due to change; a build of drafts shows it anyway."""
    posts = documents(
        {
            "content/posts/old.md": "---\nexpiryDate: 2020-01-01\n---\n글\n",
            "content/posts/new.md": "---\nexpiryDate: 2099-01-01\n---\n글\n",
        }
    )
    shown = visible(posts, NOW, drafts=False, future=False)

    assert [one.path for one in shown.documents] == ["content/posts/new.md"]
    assert [one.path for one in shown.hidden.expired] == ["content/posts/old.md"]
    assert shown.due is not None
    assert shown.due.year in {2098, 2099}
    assert len(visible(posts, NOW, drafts=True, future=False).documents) == 2


def test_a_post_of_the_future_is_hidden_until_its_moment() -> None:
    """A scheduled post is hidden until the second of its date; the soonest is listed first."""
    posts = documents(
        {
            "content/posts/late.md": "---\ndate: 2027-01-01\n---\n글\n",
            "content/posts/soon.md": "---\ndate: 2026-06-01T09:00:01+09:00\n---\n글\n",
            "content/posts/now.md": "---\ndate: 2026-06-01T09:00:00+09:00\n---\n글\n",
        }
    )

    shown = visible(posts, NOW, drafts=False, future=False)

    assert [one.path for one in shown.documents] == ["content/posts/now.md"]
    assert [one.path for one in shown.hidden.future] == ["content/posts/soon.md", "content/posts/late.md"]
    assert len(visible(posts, NOW, drafts=False, future=True).documents) == 3
