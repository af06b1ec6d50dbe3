"""What a page shows of the pages that refer to it."""

import re

from site_test import SiteTest


def shown(site: SiteTest, path: str) -> str:
    """Return the lists of backlinks of a page, without the space between tags."""
    html = site.page(path)
    sections = re.findall(r'<section class="backlinks".*?</section>', html, re.DOTALL)
    return re.sub(r"\s*(<[^>]*>)\s*", r"\1", "".join(sections))


def test_a_note_shows_who_links_to_it_and_who_embeds_it(site: SiteTest) -> None:
    """Each page is named once, with the sentences around its links; words are escaped, and a link alone is not repeated."""
    site.write("content/notes/a.md", "# 하나\n")
    site.write("content/notes/b.md", "# 둘\n\n<b>1 < 2</b>라는 [[a|하나]]를 본다. 다음 문장.\n\n- [[a]]\n")
    site.write("content/posts/c.md", "---\ndate: 2026-01-01\n---\n![[a]]\n")
    site.build().must_succeed()

    assert shown(site, "notes/a/index.html") == (
        '<section class="backlinks" aria-label="백링크">'
        '<h2>백링크<span class="count">1</span></h2>'
        '<ul><li><a href="/notes/b/">둘</a><p>1 &lt; 2라는<mark>하나</mark>를 본다.</p></li></ul></section>'
        '<section class="backlinks" aria-label="이 글을 임베드한 글">'
        '<h2>이 글을 임베드한 글<span class="count">1</span></h2>'
        '<ul><li><a href="/posts/c/">c</a></li></ul></section>'
    )


def test_a_post_shows_its_backlinks_and_does_not_name_them_as_related_again(site: SiteTest) -> None:
    """Posts take part like notes, and a page that links is not a related one besides."""
    site.write("content/posts/a.md", "---\ndate: 2026-01-01\ntags: [x]\n---\n글\n")
    site.write("content/posts/b.md", "---\ndate: 2026-01-02\ntags: [x]\n---\n[링크](a.md)를 본다.\n")
    site.build().must_succeed()

    assert '<a href="/posts/b/">b</a><p><mark>링크</mark>를 본다.</p>' in shown(site, "posts/a/index.html")
    assert 'id="related"' not in site.page("posts/a/index.html")


def test_of_many_backlinks_the_first_ten_are_unfolded(site: SiteTest) -> None:
    """A long list is folded, and what is beyond fifty is counted."""
    site.write("content/notes/a.md", "")
    for number in range(53):
        site.write(f"content/notes/n{number:02}.md", "[a](a.md)")
    site.build().must_succeed()

    lists = shown(site, "notes/a/index.html")
    unfolded, _, folded = lists.partition("<details>")
    assert (unfolded.count("<li>"), folded.count("<li>")) == (10, 40)
    assert "<summary>40개 더 보기</summary>" in folded
    assert '<p class="more">그 밖에 3개</p>' in folded


def test_a_page_without_backlinks_has_no_heading_for_them(site: SiteTest) -> None:
    """Most posts of a blog are not linked to."""
    site.write("content/posts/a.md", "---\ndate: 2026-01-01\n---\n글\n")
    site.build().must_succeed()

    assert shown(site, "posts/a/index.html") == ""
