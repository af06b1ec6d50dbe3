"""Which files are pages, and which are copied."""

import pytest

from site_test import SiteTest, files_below

POST = "---\ntitle: a\n---\n글\n"


@pytest.fixture
def blog(site: SiteTest) -> SiteTest:
    """Return a blog of Jekyll with one post."""
    site.write("_config.yml", "permalink: pretty\n")
    site.write("_posts/2026-01-02-a.md", POST)
    return site


def test_html_becomes_a_page_with_its_front_matter(blog: SiteTest) -> None:
    """HTML is copied; as soon as it has front matter it is a page, and without it a copy again."""
    page, copy = "---\ntitle: 소개\n---\n<p>글</p>\n", "<p>글</p>\n"
    for text, is_page in ((copy, False), (page, True), (copy, False)):
        blog.write("about.html", text)
        blog.build().must_succeed()

        assert ("about/index.html" in blog.files()) == is_page
        assert (blog.files().get("about.html") == copy.encode()) == (not is_page)


def test_markdown_without_front_matter_is_left_out_once(blog: SiteTest) -> None:
    """In a blog of Jekyll, Markdown outside of collections needs front matter; one warning counts the rest."""
    blog.write("lib/a.md", "비밀\n")
    blog.write("lib/b.md", "비밀\n")
    blog.write("lib/c.md", POST)
    blog.write("_wiki/d.md", "공개\n")
    built = blog.build().must_succeed()

    assert built.problems == ["lib/a.md no-front-matter"]
    assert [problem.argument("count") for problem in built.report.problems] == ["2"]
    assert not any("비밀".encode() in data for data in blog.files().values())
    assert any("공개".encode() in data for data in blog.files().values())


def test_notes_without_posts_need_no_front_matter(site: SiteTest) -> None:
    """A folder of notes with the configuration of a theme is no blog; all its Markdown is published."""
    site.write("_config.yml", "theme: jekyll-theme-cayman\n")
    site.write("java/spring.md", "# 봄\n")
    site.build().must_succeed()

    assert "java/spring.html" in site.files()


def test_a_page_of_html_is_published_as_written(site: SiteTest) -> None:
    """Blank lines and indents of HTML mean nothing, its references are resolved, and its words are its summary."""
    html = (
        '<div>\n\n    <p>첫 문단입니다 &amp; 끝</p>\n\n    <img src="p.png">\n\0</div>\n<script>\n\n x < 1</script>\n'
    )
    site.write("content/posts/p.png", b"png")
    site.write("content/posts/a.html", f"---\ntitle: a\ndate: 2026-01-02\n---\n{html}")
    built = site.build().must_succeed()

    assert [problem.code for problem in built.report.problems] == ["control-character"]
    page = site.page("posts/a/index.html")
    assert "    <p>첫 문단입니다 &amp; 끝</p>" in page
    assert 'src="/posts/p.png"' in page
    assert "\n\n x < 1</script>" in page
    assert 'content="첫 문단입니다 &amp; 끝"' in page


def test_html_is_not_published_where_the_settings_forbid_it(site: SiteTest) -> None:
    """With `markdown: {html: false}` tags of HTML pages are text."""
    site.write("blog.yml", "title: t\nbase_url: https://example.com\nmarkdown: {html: false}\n")
    site.write("content/posts/a.html", "---\ntitle: a\ndate: 2026-01-02\n---\n<b onclick='x'>글</b>\n")
    site.build().must_succeed()

    assert "<b onclick" not in site.page("posts/a/index.html")


def test_an_excluded_folder_comes_and_goes(blog: SiteTest, tmp_path_factory: pytest.TempPathFactory) -> None:
    """After a change of `exclude`, the site is that of a clean build."""
    blog.write("docs/_posts/2020-01-01-sample.md", POST)
    for number, text in enumerate(("", "exclude: [docs]\n", "exclude: [doc]\n", "exclude: [other]\n")):
        blog.write("_config.yml", text)
        blog.build().must_succeed()
        twin = blog.clean_twin(tmp_path_factory.mktemp("twin") / str(number))
        twin.build().must_succeed()

        assert files_below(blog.output) == files_below(twin.output)
        assert any("sample" in path for path in blog.files()) == (number in {0, 3})


def test_the_text_of_a_list_is_no_post(site: SiteTest) -> None:
    """`_index.md` of a section of Hugo is a page at the address of the section, and in no list of posts."""
    site.write("hugo.toml", "")
    site.write("content/posts/_index.md", "---\ntitle: 두루미\ndate: 2026-01-03\n---\n소개\n")
    site.write("content/dev/_index.md", "---\ntitle: 개발\ndate: 2026-01-03\n---\n소개\n")
    site.write("content/posts/a.md", "---\ntitle: a\ndate: 2026-01-02\n---\n글\n")
    site.build().must_succeed()

    assert {"posts/index.html", "dev/index.html", "posts/a/index.html"} <= site.files().keys()
    assert site.page("feed.xml").count("<entry>") == 1
    assert "두루미" not in site.page("index.html")
