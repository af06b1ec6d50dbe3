"""Repositories of Jekyll and its themes keep their addresses, posts, tags, categories, covers and breaks."""

from pathlib import Path

import pytest

from origins.repository_test import Repository
from picture_test import picture
from site_test import SiteTest

POST = "_posts/2024-05-01-Hello-World.md"


@pytest.mark.parametrize(
    ("permalink", "address"),
    [
        ("", "/dev/ops/2024/05/01/Hello-World.html"),
        ("permalink: date", "/dev/ops/2024/05/01/Hello-World.html"),
        ("permalink: pretty", "/dev/ops/2024/05/01/Hello-World/"),
        ("permalink: ordinal", "/dev/ops/2024/122/Hello-World.html"),
        ("permalink: weekdate", "/dev/ops/2024/W18/Wed/Hello-World.html"),
        ("permalink: none", "/dev/ops/Hello-World.html"),
        ("permalink: /:categories/:title/", "/dev/ops/Hello-World/"),
        ("permalink: /blog/:short_year-:i_month-:i_day/:slug.html", "/blog/24-5-1/hello-world.html"),
        ("permalink: /posts/:title", "/posts/Hello-World/"),
        ("permalink: /:year/:month/:day/:title:output_ext", "/2024/05/01/Hello-World.html"),
    ],
)
def test_a_post_stands_where_its_style_puts_it(permalink: str, address: str, tmp_path: Path) -> None:
    """`permalink` of the configuration is a style or a pattern."""
    files = {"_config.yml": f"title: 노트\n{permalink}\n", POST: "---\ntitle: 글\ncategories: [Dev, Ops]\n---\n본문"}
    repository = Repository(tmp_path, files)

    assert repository.addresses() == {POST: address}
    assert (repository.moves.program, repository.moves.lost) == ("Jekyll", 0)


def test_collections_and_defaults_have_patterns_of_their_own(tmp_path: Path) -> None:
    """Front-matter defaults by path and type win over the pattern of the collection, and that over the general one."""
    files = {
        "_config.yml": (
            "permalink: pretty\ncollections:\n  notes: {output: true, permalink: /wiki/:path/}\n  tabs: {output: true}\n"
            "defaults:\n- scope: {path: '', type: posts}\n  values: {permalink: '/posts/:title/'}\n"
            "- scope: {path: _posts/til, type: posts}\n  values: {permalink: '/til/:title/'}\n"
        ),
        POST: "---\ntitle: 글\n---\n본문",
        "_posts/til/2024-06-01-Git.md": "---\ntitle: 깃\n---\n본문",
        "_notes/os/Fork.md": "---\ntitle: 포크\n---\n본문",
        "about.md": "---\ntitle: 소개\n---\n본문",
    }

    assert Repository(tmp_path, files).addresses() == {
        POST: "/posts/Hello-World/",
        "_posts/til/2024-06-01-Git.md": "/til/Git/",
        "_notes/os/Fork.md": "/wiki/os/Fork/",
        "about.md": "/about/",
    }


def test_folders_above_posts_are_categories(tmp_path: Path) -> None:
    """`life/_posts/x.md` has the category `life` in its address; `_posts/life/x.md` has not."""
    files = {
        "_config.yml": "permalink: /:categories/:title/\n",
        "life/_posts/2024-05-01-a.md": "---\ntitle: 가\n---\n본문",
        "_posts/life/2024-05-02-b.md": "---\ntitle: 나\n---\n본문",
    }

    assert Repository(tmp_path, files).addresses() == {
        "life/_posts/2024-05-01-a.md": "/life/a/",
        "_posts/life/2024-05-02-b.md": "/b/",
    }


def test_folders_of_languages_are_not_in_addresses_without_polyglot(tmp_path: Path) -> None:
    """`_posts/en/x.md` stands where Jekyll puts it; only a text that shares its address with the original moves."""
    files = {
        "_config.yml": "title: 노트\npermalink: /posts/:slug/\n",
        "_posts/ko/2024-05-01-a.md": "---\nlang: ko\n---\n본문",
        "_posts/en/2024-05-01-a.md": "---\nlang: en\n---\nText",
        "_posts/en/2024-05-02-b.md": "---\nlang: en\nslug: b-en\n---\nText",
    }

    pages = Repository(tmp_path, files, "language: ko\n").pages

    assert {"/posts/a/", "/en/posts/a/", "/posts/b-en/"} <= pages.keys()
    assert "/en/posts/b-en/" not in pages
    assert 'href="/posts/b-en/"' in pages["/en/"]


def test_a_file_without_a_date_below_posts_had_no_address(tmp_path: Path) -> None:
    """Jekyll publishes no `_posts/README.md`, so its readers lose nothing if two of them share a title."""
    config = "defaults:\n  - scope: {path: '', type: posts}\n    values: {permalink: '/:title/'}\n"
    readme = "---\ndate: 2024-05-01\n---\n# 안내"
    files = {"_config.yml": config, "_posts/a/README.md": readme, "_posts/b/README.md": readme, POST: "# 다"}

    moves = Repository(tmp_path, files).moves

    assert (moves.kept, moves.redirected, moves.lost) == (1, 0, 0)


def test_covers_of_hpstr_are_below_images(tmp_path: Path) -> None:
    """`image: {feature, teaser}` names files that the layouts of HPSTR and So Simple look for in `images`."""
    site = SiteTest(tmp_path)
    site.write("_config.yml", "title: 노트\n")
    site.write("images/web/a.png", picture("PNG"))
    site.write(POST, "---\nimage:\n  teaser: web/a.png\n  credit: 누구\n---\n글\n")

    assert not site.build().must_succeed().problems
    assert '/images/web/a.png"' in site.page("2024/05/01/Hello-World.html")


def test_a_category_with_the_name_of_its_folder_is_in_the_address(tmp_path: Path) -> None:
    """A folder below `_posts` is no category of Jekyll, but one that the front matter names is, whatever its name."""
    files = {
        "_config.yml": "title: 노트\npermalink: /:categories/:title/\n",
        "_posts/web/2024-05-01-named.md": "---\ncategories: web\n---\n본문",
        "_posts/web/2024-05-02-folder.md": "---\ntitle: 글\n---\n본문",
    }

    assert Repository(tmp_path, files).addresses() == {
        "_posts/web/2024-05-01-named.md": "/web/named/",
        "_posts/web/2024-05-02-folder.md": "/folder/",
    }


def test_front_matter_of_a_post_is_read_as_jekyll_does(tmp_path: Path) -> None:
    """A list of categories is one path, a line break is none, and `image.path` is the cover."""
    files = {
        "_config.yml": "title: 노트\nbaseurl: /blog\nurl: https://me.github.io\nlang: ko\n",
        POST: (
            "---\ntitle: 글\ntags: [git, shell]\ncategories: [Dev, Git]\nimage: {path: /assets/a.png, alt: 그림}\n---\n"
            "첫 줄\n둘째 줄"
        ),
    }
    repository = Repository(tmp_path, files)
    address = "/dev/git/2024/05/01/Hello-World.html"

    assert address in repository.listed("/categories/dev/git/")
    assert address in repository.listed("/tags/git/")
    assert address in repository.listed("/tags/shell/")
    assert "첫 줄\n둘째 줄" in repository.main(address)
    assert repository.summary(address).startswith("첫 줄 둘째 줄")


def test_pages_and_permalinks_in_front_matter(tmp_path: Path) -> None:
    """A page stands at its path in the style of the configuration; its permalink may have placeholders."""
    files = {
        "_config.yml": "title: 노트\n",
        "about.md": "---\ntitle: 소개\n---\n본문",
        "docs/index.md": "---\ntitle: 문서\n---\n본문",
        "_posts/2024-05-01-a.md": "---\ntitle: 가\npermalink: /:year/other/\n---\n본문",
        "_posts/2024-05-02-b.md": "---\ntitle: 나\nslug: V1.2 Notes\npermalink: /s/:slug/\n---\n본문",
    }

    assert Repository(tmp_path, files).addresses() == {
        "about.md": "/about.html",
        "docs/index.md": "/docs/",
        "_posts/2024-05-01-a.md": "/2024/other/",
        "_posts/2024-05-02-b.md": "/s/v1-2-notes/",
    }


def test_lists_and_files_that_are_no_posts(tmp_path: Path) -> None:
    """A page that lists a category by Liquid gives way to our list; a README below `_posts` has no old address."""
    liquid = (
        "<!-- 공백 -->\n\n***\n\n{% assign posts = site.categories.Dev %}{% for post in posts %}{{ post }}{% endfor %}"
    )
    site = SiteTest(tmp_path)
    site.write("_config.yml", "title: 노트\npermalink: /posts/:title/\n")
    site.write("_pages/categories/dev.md", f"---\ntitle: 개발\npermalink: /categories/dev/\n---\n{liquid}\n")
    site.write(POST, "---\ncategories: Dev\n---\n# 글\n")
    site.write("_posts/dev/README.md", "# 안내\n")
    report = site.build().must_succeed().report

    assert [problem.code for problem in report.problems] == ["template-page", "undated-post"]
    assert (report.moves.kept, report.moves.lost) == (1, 0)
    assert "/posts/Hello-World/" in site.page("categories/dev/index.html")
