"""Which pages an edit rebuilds, by name: exactly those that it changes."""

from datetime import timedelta

import pytest

from picture_test import picture
from site_test import SiteTest

FEEDS = {"atom.xml", "feed.json", "feed.xml", "index.xml", "rss.xml"}
LISTS = {"index.html", "archive/index.html", "archive/2026/index.html", "llms.txt", "sitemap.xml", *FEEDS}
MAP = {"graph/index.html", "graph/6/0.json"}

FIRST = (
    "이 문단은 요약을 채우고도 남을 만큼 길어서, 다음 문단은 어느 목록에도 나오지 않고 페이지와 피드에만 나온다. " * 2
)


@pytest.fixture
def three(site: SiteTest) -> SiteTest:
    """Return a built site of three consecutive posts, a note, an image and a page; the last test adds its search."""
    settings = site.root / "blog.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "search: false\n", encoding="utf-8")
    for day, name in ((1, "a"), (2, "b"), (3, "c")):
        site.write(
            f"content/posts/{name}.md",
            f"---\ntitle: {name}\ndate: 2026-01-0{day}\ntags: [{'x' if name == 'a' else 'y'}]\n---\n본문 {name}. {FIRST}\n",
        )
    site.write("content/notes/n.md", "---\ntitle: n\n---\n[c](../posts/c.md)\n")
    site.write("content/images/p.png", b"png")
    site.build().must_succeed()
    return site


def edited(site: SiteTest, path: str, old: str, new: str) -> list[str]:
    """Replace *old* in a file and return what the next build rebuilt."""
    text = (site.root / path).read_text(encoding="utf-8")
    assert old in text
    site.write(path, text.replace(old, new))
    return site.build().must_succeed().made


def test_nothing_changed_makes_nothing(three: SiteTest) -> None:
    """Without changes, a second build rebuilds nothing."""
    assert three.build().made == []


def test_a_word_in_a_body_makes_its_page_and_the_feed(three: SiteTest) -> None:
    """An edit below the summary rebuilds the page and the feed with full text."""
    three.write(
        "content/posts/a.md", f"---\ntitle: a\ndate: 2026-01-01\ntags: [x]\n---\n본문 a. {FIRST}\n\n둘째 문단.\n"
    )

    assert three.build().made == sorted([*FEEDS, "posts/a/index.html"])


def test_a_title_makes_its_page_its_neighbours_and_its_lists(three: SiteTest) -> None:
    """An edit of a title rebuilds the page, its two neighbours and its lists."""
    made = edited(three, "content/posts/a.md", "title: a", "title: A")

    lists = LISTS - {"sitemap.xml"}
    assert made == sorted([*lists, "graph/6/0.json", "posts/a/index.html", "posts/b/index.html", "tags/x/index.html"])


def test_a_date_within_its_place_leaves_the_order_and_the_neighbours(three: SiteTest) -> None:
    """A date change that keeps the order rebuilds lists, neighbours and related pages, which show the date."""
    made = edited(three, "content/posts/c.md", "2026-01-03", "2026-01-04")

    lists = [*LISTS, "calendar/index.html", "graph/index.html", "tags/y/index.html"]
    assert made == sorted([*lists, "notes/n/index.html", "posts/b/index.html", "posts/c/index.html"])


def test_a_new_post_touches_a_handful(three: SiteTest) -> None:
    """The newest post rebuilds its one neighbour and the lists, and no other post."""
    three.write("content/posts/d.md", "---\ntitle: d\ndate: 2026-01-05\n---\n")

    assert three.build().made == sorted(
        [*LISTS, "graph/6/0.json", "calendar/index.html", "posts/c/index.html", "posts/d/index.html"]
    )


def test_a_deleted_post_is_gone_and_its_links_are_broken(three: SiteTest) -> None:
    """Deleting a post removes its page, and rebuilds the note that links to it with a warning."""
    three.delete("content/posts/c.md")
    built = three.build()

    assert built.problems == ["content/notes/n.md:4:5 broken-link"]
    assert "posts/c/index.html" not in three.files()
    assert built.made == sorted(
        [
            *(*LISTS, *MAP, "calendar/index.html", "tags/index.html", "tags/y/index.html"),
            *("notes/n/index.html", "posts/b/index.html"),
        ]
    )


def test_a_rename_keeps_the_content_and_moves_the_page(three: SiteTest) -> None:
    """A renamed post has a new address, and links to the old one are reported."""
    three.move("content/posts/c.md", "content/posts/z.md")
    built = three.build()

    assert "posts/z/index.html" in built.made
    assert "posts/c/index.html" not in three.files()
    assert built.problems == ["content/notes/n.md:4:5 broken-link"]


def test_a_new_tag_makes_its_page_and_the_index(three: SiteTest) -> None:
    """A new tag rebuilds the index of tags, and no pages of other tags."""
    made = edited(three, "content/posts/a.md", "[x]", "[x, z]")

    assert {"tags/index.html", "tags/z/index.html"} <= set(made)
    assert "tags/y/index.html" not in made


def test_a_picture_makes_itself(three: SiteTest) -> None:
    """A changed image is copied, and no page is rebuilt."""
    three.write("content/images/p.png", b"other")

    assert three.build().made == ["images/p.png"]


def test_the_size_of_a_picture_makes_the_pages_that_show_it(three: SiteTest) -> None:
    """New dimensions of an image rebuild the pages that show it; new pixels alone do not."""
    three.write("content/images/p.png", picture("PNG", (4, 3)))
    three.write(
        "content/posts/a.md", "---\ntitle: a\ndate: 2026-01-01\ntags: [x]\n---\n본문 a.\n\n![](../images/p.png)\n"
    )
    three.build()
    shown = sorted([*FEEDS, "images/p.png", "posts/a/index.html"])

    three.write("content/images/p.png", picture("PNG", (5, 3)))
    assert three.build().made == shown
    assert 'width="5"' in three.page("posts/a/index.html")
    three.write("content/images/p.png", picture("JPEG", (5, 3)))
    assert three.build().made == ["images/p.png"]
    three.write("content/images/q.png", picture("PNG"))
    assert three.build().made == ["images/q.png"]
    three.delete("content/images/p.png")
    assert three.build().made == sorted({*shown} - {"images/p.png"})
    assert "width=" not in three.page("posts/a/index.html").partition("<article")[2].partition("</article>")[0]
    three.write("content/images/p.png", picture("PNG", (5, 3)))
    assert three.build().made == shown


def test_a_template_makes_the_pages_that_used_it(three: SiteTest) -> None:
    """A template change rebuilds the pages that use it, and no others."""
    three.write("templates/page.html", "{{ page.title }}")

    assert three.build().made == ["notes/n/index.html"]


def test_a_setting_makes_the_pages_that_show_it(three: SiteTest) -> None:
    """A change of the description rebuilds the pages that show it, which posts do not."""
    three.write("blog.yml", "title: 시험 노트\nbase_url: https://example.com\nauthor: 아무개\nsearch: false\n")
    made = three.build().made

    assert "feed.xml" in made
    assert "theme/code.css" not in made


def test_touching_every_file_makes_nothing(three: SiteTest) -> None:
    """New times with the same bytes, as after a checkout, rebuild nothing."""
    for path in three.root.rglob("*.md"):
        path.touch()

    assert three.build().made == []


def test_an_edit_of_the_same_size_and_time_is_noticed(three: SiteTest) -> None:
    """A file that was written within two seconds of a scan is read again."""
    import os

    place = three.root / "content/posts/a.md"
    found = place.stat()
    place.write_bytes(place.read_bytes().replace(b"a.", b"b."))
    os.utime(place, ns=(found.st_atime_ns, found.st_mtime_ns))

    assert "posts/a/index.html" in three.build().made


def test_a_published_file_that_was_changed_by_hand_is_put_right(three: SiteTest) -> None:
    """A published file that was edited is restored, even if it was written through a hard link."""
    before = three.files()
    with (three.output / "posts/a/index.html").open("ab") as file:
        file.write(b"by hand")
    (three.output / "posts/b/index.html").unlink()

    assert three.build().made == ["posts/a/index.html", "posts/b/index.html"]
    assert three.files() == before
    for text in (b"1", b"2", b"3"):  # the folder that was tampered with comes back as the spare one
        three.write("content/images/p.png", text)
        three.build()
        assert three.files() == before | {"images/p.png": text}


def test_a_post_appears_when_its_time_has_come(three: SiteTest) -> None:
    """A scheduled post is reported, and published by a build after its date."""
    from datetime import timedelta

    three.write("content/posts/f.md", "---\ntitle: f\ndate: 2026-11-23 00:00\n---\n")
    before = three.build().must_succeed()
    three.now += timedelta(days=1)
    after = three.build().must_succeed()

    assert [one.path for one in before.report.future] == ["content/posts/f.md"]
    assert "posts/f/index.html" not in before.made
    assert "posts/f/index.html" in after.made
    assert after.report.future == ()


def test_a_clock_that_is_set_back_hides_the_post_again(three: SiteTest) -> None:
    """A build with an earlier clock hides a scheduled post again, with its problems."""
    due = three.now + timedelta(days=1)
    three.write("content/posts/later.md", f"---\ntitle: L\ndate: {due:%Y-%m-%d %H:%M}\ncover: none.png\n---\n글\n")
    before = three.build()
    assert before.problems == []
    three.now += timedelta(days=2)
    assert three.build().problems == ["content/posts/later.md:4:8 missing-picture"]

    three.now -= timedelta(days=2)
    again = three.build()

    assert again.problems == before.problems
    assert again.report.future == before.report.future


def test_an_edit_in_place_with_its_time_set_back_is_noticed_later(
    three: SiteTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An edit that keeps size, time and inode is noticed by its ctime."""
    import os

    from byeoru.cache import sources

    monkeypatch.setattr(sources, "RACY_NS", -(10**12))  # as if all of this had happened long after the last scan
    three.write("content/posts/b.md", "# b\n")
    three.build()
    place = three.root / "content/posts/a.md"
    found = place.stat()
    with place.open("r+b") as file:
        file.write(place.read_bytes().replace(b"a.", b"b."))
    os.utime(place, ns=(found.st_atime_ns, found.st_mtime_ns))

    assert "posts/a/index.html" in three.build().made


def test_the_size_of_the_feed_is_read_by_the_feed(three: SiteTest) -> None:
    """A change of the feed size rebuilds the feed."""
    three.write("blog.yml", "title: 시험 노트\nbase_url: https://example.com\nfeed_size: 1\nsearch: false\n")

    assert three.build().made == sorted(FEEDS)


@pytest.mark.skipif(not hasattr(__import__("os"), "mkfifo"), reason="no such files")
def test_a_change_that_only_the_scan_notices_ends_the_early_exit(three: SiteTest) -> None:
    """A fifo that appears or disappears ends the early exit: its warning appears or disappears."""
    import os

    os.mkfifo(three.root / "content/posts/f.md")
    assert three.build().problems == ["content/posts/f.md not-a-file"]
    three.delete("content/posts/f.md")
    assert three.build().problems == []


def test_explain_names_the_query_that_changed(three: SiteTest) -> None:
    """Each rebuilt output is reported with the reason."""
    three.write("templates/page.html", "{{ page.title }}")

    assert three.build().report.reasons == (("notes/n/index.html", ("template", "page.html")),)
    (three.output / "notes/n/index.html").unlink()
    assert three.build().report.reasons == (("notes/n/index.html", ("lost",)),)
    three.write("content/posts/d.md", "---\ntitle: d\ndate: 2026-01-05\n---\n")
    assert ("posts/d/index.html", ("new",)) in three.build().report.reasons


def test_an_edit_makes_the_shards_of_its_terms_and_the_titles_that_show_it(three: SiteTest) -> None:
    """A word in a text is in one shard, a title in a shard and a list of titles; a date is in no shard."""
    settings = three.root / "blog.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("search: false\n", ""), encoding="utf-8")
    three.build().must_succeed()

    def index(made: list[str]) -> list[str]:
        return [path.rpartition("/")[0] for path in made if path.startswith("search/")]

    assert index(edited(three, "content/posts/a.md", FIRST, f"{FIRST} 한글")) == ["search/ko/6/p0-8"]
    assert set(index(edited(three, "content/posts/a.md", "title: a", "title: 제목"))) == {
        "search/ko/6/p0-8",
        "search/ko/6/titles",
    }
    assert index(edited(three, "content/posts/a.md", "2026-01-01", "2025-12-31")) == ["search/ko/6/titles"]


def test_a_moved_note_makes_the_pages_that_link_to_it(three: SiteTest) -> None:
    """A note that is found by its title at another address rebuilds its linkers, the pages it links to, and lists."""
    three.write("content/notes/m.md", "---\ntitle: m\n---\n[[n]]을 본다.\n")
    three.write("content/notes/o.md", "---\ntitle: o\n---\n글\n")
    three.build().must_succeed()

    three.move("content/notes/n.md", "content/notes/z.md")
    pages = [path for path in three.build().must_succeed().made if path.startswith(("notes/", "posts/"))]

    assert pages == ["notes/index.html", "notes/m/index.html", "notes/z/index.html", "posts/c/index.html"]


def test_a_sentence_makes_the_page_that_its_link_leads_to(three: SiteTest) -> None:
    """An edit around a link rebuilds both of its ends, one elsewhere its own page alone."""
    text = f"---\ntitle: m\n---\n{FIRST}\n\n[[n]]을 본다.\n"
    three.write("content/notes/m.md", text)
    three.build().must_succeed()

    around = edited(three, "content/notes/m.md", "을 본다.", "을 읽는다.")
    elsewhere = edited(three, "content/notes/m.md", "을 읽는다.", "을 읽는다.\n\n다른 문단.")

    assert (around, elsewhere) == (["notes/m/index.html", "notes/n/index.html"], ["notes/m/index.html"])
