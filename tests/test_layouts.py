"""Folders of other programs build unchanged: which files are read, their addresses, and the targets of references."""

import re
import shutil
import unicodedata
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import pytest

from command import run_blog
from site_test import SiteTest, files_below

FEEDS = ("feed.xml", "atom.xml", "rss.xml", "index.xml", "feed.json")
MACHINES = ("sitemap.xml", "robots.txt", "llms.txt", *FEEDS)
LISTS = ("index.html", "404.html", "archive/", "calendar/", "tags/", "categories/", "page/", "search/")
OURS = (*LISTS, "theme/", "graph/", *MACHINES)
EDITION = re.compile(r"^[a-z]{2}(-[a-z]{2})?/")


def build(site: SiteTest, files: dict[str, str]) -> list[str]:
    """Write *files*, build the site, and return its files except the lists that every site has."""
    for path, text in files.items():
        site.write(path, text)
    site.build().must_succeed()
    return published(site)


def published(site: SiteTest) -> list[str]:
    """Return the files of a site except the lists that every site has."""
    return sorted(path for path in site.files() if not EDITION.sub("", path, count=1).startswith(OURS))


def test_jekyll(site: SiteTest) -> None:
    """Jekyll: posts, drafts, categories above `_posts`, collections and pages are read; templates are not."""
    found = build(
        site,
        {
            "_config.yml": "title: old\n",
            "Gemfile": "gem 'jekyll'\n",
            "README.md": "# 저장소\n",
            "LICENSE.md": "MIT\n",
            "index.md": "---\nlayout: home\n---\n",
            "about.md": "---\ntitle: 소개\nlayout: page\n---\n소개 글\n",
            "tags.md": "---\nlayout: tags\npermalink: /tags/\n---\n",
            "404.md": "---\npermalink: /404.html\n---\n없는 글입니다\n",
            "_tabs/contact.md": "---\ntitle: 연락\n---\n메일\n",
            "_wiki/vim.md": "# Vim\n",
            "_posts/2016-01-08-첫-글.md": "---\ntitle: 첫 글\nlayout: post\n---\n본문\n\n![그림](/assets/img/a.png)\n",
            "study/_posts/2020-02-03-cs.md": "# CS\n",
            "_drafts/later.md": "# 나중에\n",
            "_layouts/post.md": "{{ content }}\n",
            "_includes/note.md": "x\n",
            "_site/old.md": "x\n",
            "vendor/bundle/readme.md": "x\n",
            "assets/img/a.png": "png",
            "assets/css/main.scss": "---\n---\n",
        },
    )

    assert found == [
        "2016/01/08/첫-글.html",
        "404/index.html",
        "about.html",
        "assets/img/a.png",
        "contact/index.html",
        "notes/index.html",
        "notes/wiki/vim/index.html",
        "study/2020/02/03/cs.html",
    ]
    built = site.build()
    assert built.problems == []
    assert [one.path for one in built.report.drafts] == ["_drafts/later.md"]
    assert "categories/study/index.html" in site.files()
    assert "2016-01-08" in site.page("2016/01/08/첫-글.html")


def test_hexo(site: SiteTest) -> None:
    """Hexo: `source` is the site; images are in it, or in the folder with the name of the post."""
    found = build(
        site,
        {
            "_config.yml": "title: old\n",
            "package.json": "{}",
            "README.md": "# 저장소\n",
            "scaffolds/post.md": "---\ntitle: {{ title }}\n---\n",
            "themes/next/layout/index.swig": "x",
            "themes/next/README.md": "x",
            "node_modules/a/README.md": "x",
            "source/_posts/리액트.md": "---\ntitle: 리액트\n---\n![](a.png)\n![](/images/b.png)\n",
            "source/_posts/리액트/a.png": "png",
            "source/_drafts/later.md": "# 나중에\n",
            "source/_drafts/later/secret.png": "png",
            "source/_data/menu.yml": "x: y\n",
            "source/about/index.md": "---\ntitle: 소개\n---\n소개\n",
            "source/tags/index.md": "---\ntitle: 태그\ntype: tags\n---\n",
            "source/images/b.png": "png",
        },
    )

    assert found == ["about/index.html", "images/b.png", "posts/리액트/a.png", "posts/리액트/index.html"]
    assert site.build().problems == ["source/_posts/리액트.md undated-post"]
    assert '"/posts/%EB%A6%AC%EC%95%A1%ED%8A%B8/a.png"' in site.page("posts/리액트/index.html")


def test_hugo(site: SiteTest) -> None:
    """Hugo: bundles, `_index.md`, translations, `content/post` and `static` are read; `public` and themes are not."""
    found = build(
        site,
        {
            "config.toml": 'title = "old"\n',
            "archetypes/default.md": "+++\n+++\n",
            "public/index.html": "old",
            "public/old.md": "x",
            "themes/stack/layouts/index.html": "{{ broken",
            "content/_index.md": "---\ntitle: 홈\n---\n",
            "content/post/_index.md": "+++\ntitle = '글'\n+++\n",
            "content/post/bundle/index.md": "---\ntitle: 묶음\n---\n![](p.png) ![](img/s.png)\n",
            "content/post/bundle/index.en.md": "---\ntitle: Bundle\n---\n![](p.png)\n",
            "content/post/bundle/p.png": "png",
            "content/post/a.en-us.md": "# A in English\n",
            "content/en/post/b.md": "# B\n",
            "content/archive.md": "---\nlayout: archives\n---\n",
            "content/docs/_index.md": "---\ntitle: 문서\n---\n문서 소개\n",
            "static/img/s.png": "png",
        },
    )

    assert found == [
        "docs/index.html",
        "en-us/post/a/index.html",
        "en/post/b/index.html",
        "en/post/bundle/index.html",
        "img/s.png",
        "post/bundle/index.html",
        "post/bundle/p.png",
    ]
    assert {problem.partition(" ")[2] for problem in site.build().problems} == {"undated-post"}
    assert 'lang="en"' in site.page("en/post/bundle/index.html")
    assert '"/img/s.png"' in site.page("post/bundle/index.html")
    assert '"/post/bundle/p.png"' in site.page("en/post/bundle/index.html")


def test_next(site: SiteTest) -> None:
    """Next: posts in `posts` or `data/blog`, also as MDX; `public` contains static files; programs are not copied."""
    found = build(
        site,
        {
            "package.json": "{}",
            "package-lock.json": "{}",
            "README.md": "# 저장소\n",
            "next.config.js": "x",
            "src/app/page.tsx": "x",
            "posts/2020/01/a.md": "---\ntitle: A\ntemplate: post\n---\n![](/img/a.png)\n\n[b](/2020/01/b)\n",
            "posts/2020/01/b.mdx": "# B\n",
            "data/blog/c.md": "# C\n",
            "public/img/a.png": "png",
            "public/favicon.ico": "ico",
            "public/sitemap.xml": "old",
        },
    )

    posts = ["2020/01/a/index.html", "2020/01/b/index.html", "blog/c/index.html"]
    assert found == [*posts, "favicon.ico", "img/a.png", "posts/2020/01/a/index.html", "posts/2020/01/b/index.html"]
    undated = [f"{path} undated-post" for path in ("data/blog/c.md", "posts/2020/01/a.md", "posts/2020/01/b.mdx")]
    assert sorted(site.build().problems) == [*undated, "public/sitemap.xml not-copied"]
    assert 'href="/2020/01/b/"' in site.page(posts[0])


def test_obsidian(site: SiteTest) -> None:
    """Obsidian: a vault is notes in categories; an image is found by its name alone, and published with the note."""
    found = build(
        site,
        {
            ".obsidian/app.json": "{}",
            ".trash/old.md": "x\n",
            "Templates/daily.md": "{{date}}\n",
            "홈.md": "# 홈\n\n[스프링](java/스프링%20부트.md)\n",
            "java/스프링 부트.md": "![](Pasted%20image%201.png) ![](같은.png)\n",
            "java/빈 노트.md": "",
            "_첨부/Pasted image 1.png": "png",
            "표지.png": "png",
            "a/같은.png": "png",
            "b/같은.png": "png",
        },
    )

    assert found == [
        "a/같은.png",
        "notes/index.html",
        "notes/java/빈-노트/index.html",
        "notes/java/스프링-부트/index.html",
        "첨부/Pasted image 1.png",
        "홈/index.html",
    ]
    assert site.build().problems == ["java/스프링 부트.md:1:33 ambiguous-link"]
    assert "categories/java/index.html" in site.files()


def test_github_wiki(site: SiteTest) -> None:
    """A wiki of GitHub: the label comes first; a page that has the first name is meant by it."""
    build(
        site,
        {
            "Home.md": "[[설치하는 법|Install-Guide]]에서 [[Install Guide]]와 [[설정|설치]]로, [[없는 것|여기도 없음]]\n",
            "Install-Guide.md": "글\n",
            "설정.md": "글\n",
        },
    )

    page = site.page("home/index.html")
    assert '<a href="/install-guide/">설치하는 법</a>에서' in page
    assert '<a href="/%EC%84%A4%EC%A0%95/">설치</a>' in page
    assert '<span class="missing">여기도 없음</span>' in page


def test_til(site: SiteTest) -> None:
    """TIL repositories: README is the page of its folder, and links to folders resolve."""
    found = build(
        site,
        {
            "README.md": "# TIL\n\n[java](./java) [os](os/) [deep](java/deep/x.md) [sql](db/SQL.md)\n",
            "CONTRIBUTING.md": "x\n",
            "requirements.txt": "x\n",
            "java/README.md": "# 자바\n\n![](img/a.png) [README](../README.md)\n",
            "java/img/a.png": "png",
            "java/deep/x.md": "# X\n",
            "java/src/Main.java": "class Main {}\n",
            "os/process.md": "# 프로세스\n",
            "os/README.en.md": "# OS\n",
            "db/sql.md": "# SQL\n",
            "app/node_modules/x/readme.md": "x\n",
            "app/Assets.xcassets/icon.png": "png",
        },
    )

    assert found == [
        "en/notes/index.html",
        "en/notes/os/index.html",
        "java/img/a.png",
        "notes/db/sql/index.html",
        "notes/index.html",
        "notes/java/deep/x/index.html",
        "notes/java/index.html",
        "notes/os/process/index.html",
        "readme/index.html",
    ]
    built = site.build()
    assert built.problems == ["README.md:3:55 broken-link"]
    assert built.report.problems[0].argument("near") == "db/sql.md"
    page = site.page("readme/index.html")
    assert 'href="/notes/java/"' in page
    assert 'href="/categories/os/"' in page


@pytest.mark.parametrize("disk", ["NFC", "NFD"])
@pytest.mark.parametrize("text", ["NFC", "NFD"])
def test_normal_forms_do_not_matter(site: SiteTest, disk: Literal["NFC", "NFD"], text: Literal["NFC", "NFD"]) -> None:
    """Decomposed file names are found by links and images; messages and addresses are composed."""
    spelled = unicodedata.normalize
    site.write(spelled(disk, "자바/한글 문서.md"), "# 한글\n\n[없음](x.md)\n")
    site.write(spelled(disk, "자바/그림.png"), "png")
    site.write(
        "자바/a.md", spelled(text, "[한글](<한글 문서.md>) ![](그림.png) [b](../자바/%ED%95%9C%EA%B8%80%20문서.md)\n")
    )
    built = site.build().must_succeed()

    assert built.problems == ["자바/한글 문서.md:3:6 broken-link"]
    assert {"notes/자바/한글-문서/index.html", "자바/그림.png"} <= site.files().keys()


@pytest.mark.parametrize(
    "target", ["/assets/x.png", "{{ site.url }}/x.png", "C:\\Users\\me\\x.png", "..\\..\\..\\x.png", "%2e%2e/x.png"]
)
def test_a_picture_that_is_nowhere_is_a_warning(site: SiteTest, target: str) -> None:
    """A missing image, whatever its path, is a warning with a location, and the site is built."""
    site.write("_posts/2016-01-09-a.md", f"글\n\n![그림](<{target}>)\n")
    built = site.build().must_succeed()

    [problem] = built.report.problems
    code = "local-file" if target.startswith("C:") else "missing-picture"
    assert (problem.code, problem.location.line) == (code, 3)
    assert "글" in site.page("2016/01/09/a.html")


def test_posts_of_one_name_are_told_apart_by_their_date(site: SiteTest) -> None:
    """Posts with one name and different dates have different addresses, as in Jekyll."""
    for day in (1, 2, 3):
        site.write(f"_posts/2021-03-0{day}-TIL.md", f"# {day}일\n")

    built = site.build().must_succeed()
    assert built.problems == []
    assert published(site) == ["2021/03/01/TIL.html", "2021/03/02/TIL.html", "2021/03/03/TIL.html"]


def test_notes_of_one_address_are_told_apart(site: SiteTest) -> None:
    """Notes with the same letters (`C`, `C++`), or the name of a folder page, all have an address."""
    found = build(
        site,
        {
            "lang/C.md": "# C\n",
            "lang/C++.md": "# C++\n",
            "java/spring.md": "# 글\n",
            "java/spring/README.md": "# 폴더\n",
        },
    )

    assert "notes/java/spring/index.html" in found
    assert "notes/java/spring/readme/index.html" in found
    assert len([path for path in found if path.startswith("notes/lang/c")]) == 2
    assert [one.code for one in site.build().report.problems] == ["shared-address"]


def test_a_page_gives_way_to_what_is_generated(site: SiteTest) -> None:
    """A page at the address of a generated list is moved and reported; a README of notes introduces theirs."""
    found = build(
        site,
        {
            "tags.md": "---\npermalink: /tags/\n---\n태그를 모은 글\n",
            "notes/README.md": "# 노트란\n",
            "notes/a.md": "# a\n",
            "index.md": "첫 화면의 글\n",
        },
    )

    assert "index/index.html" not in found
    assert {"notes/index.html", "notes/a/index.html"} <= set(found)
    assert re.findall(r'노트란|href="/notes/a/"', site.page("notes/index.html").partition("<main")[2])[-2:] == [
        "노트란",
        'href="/notes/a/"',
    ]
    assert "태그를 모은 글" in site.page("tags/index/index.html")
    assert site.build().problems == ["tags.md generated-address"]


@pytest.mark.parametrize("output", ["_posts", "java", "java/out", "assets"])
def test_the_folders_of_others_are_no_output(site: SiteTest, output: str) -> None:
    """The source folders of other programs are protected as our own."""
    site.write("_posts/2020-01-01-a.md", "# a\n")
    site.write("java/a.md", "# a\n")
    site.write("assets/a.png", "png")
    site.output = site.root / output
    before = files_below(site.root)

    assert [one.code for one in site.build().report.problems] == ["output-refused"]
    assert files_below(site.root) == before


def test_an_earlier_output_is_never_read(site: SiteTest) -> None:
    """An earlier output inside the project is never read as a source."""
    site.write("java/a.md", "# a\n")
    site.write("java/a.png", "png")
    site.output = site.root / "www"
    site.output.mkdir()
    site.build().must_succeed()
    site.output = site.root / "site"
    first = site.build().must_succeed()

    assert published(site) == ["java/a.png", "notes/index.html", "notes/java/a/index.html"]
    assert first.problems == site.build().problems == []
    assert site.build().made == []


def test_a_build_of_a_foreign_folder_equals_a_clean_one(site: SiteTest, tmp_path: Path) -> None:
    """An incremental build equals a clean one, also when `content` is added and removed."""
    twins = 0

    def agrees() -> None:
        nonlocal twins
        twins += 1
        built, clean = site.build().must_succeed(), site.clean_twin(tmp_path / f"twin{twins}")
        assert sorted(built.problems) == sorted(clean.build().must_succeed().problems)
        assert site.files() == clean.files()

    site.write("java/a.md", "[b](b.md) ![](p.png) [os](../os)\n")
    site.write("java/b.md", "# b\n")
    site.write("img/p.png", "png")
    agrees()
    site.write("os/x.md", "# x\n")
    agrees()
    site.write("_posts/2020-01-01-a.md", "[p](@name:2020-01-02-a)\n")
    site.write("_posts/2020-01-02-a.md", "# 둘째\n")
    agrees()
    site.write("content/posts/z.md", "# z\n")
    agrees()
    assert published(site) == ["posts/z/index.html"]
    shutil.rmtree(site.root / "content")
    agrees()
    assert {"2020/01/01/a.html", "2020/01/02/a.html"} <= site.files().keys()
    site.write("source/_posts/h.md", "# h\n")
    agrees()
    assert published(site) == ["posts/h/index.html"]
    shutil.rmtree(site.root / "source")
    site.delete("_posts/2020-01-01-a.md")
    site.write("img/sub/p.png", "another")
    agrees()
    assert "2020/01/02/a.html" in site.files()


@pytest.mark.parametrize(
    ("there", "section", "expected"),
    [
        ("_posts/2020-01-01-a.md", "posts", "_posts/{today}-b.md"),
        ("source/_posts/a.md", "posts", "source/_posts/b.md"),
        ("source/_posts/a.md", "pages", "source/pages/b.md"),
        ("content/post/a.md", "posts", "content/post/b.md"),
        ("data/blog/a.mdx", "posts", "data/blog/b.md"),
        ("java/a.md", "posts", "posts/b.md"),
        ("java/a.md", "notes", "notes/b.md"),
        ("README.md", "posts", "content/posts/b.md"),
    ],
)
def test_a_new_post_lies_among_the_others(site: SiteTest, there: str, section: str, expected: str) -> None:
    """`blog new` writes into the folder of the existing texts, and does not create `content`."""
    site.write("blog.yml", "title: 시험\ntimezone: UTC\n")
    site.write(there, "# a\n")
    made = run_blog(site.root, "new", "b", "--section", section)

    assert Path(made.stdout.strip()).as_posix() == expected.format(today=f"{datetime.now(UTC):%Y-%m-%d}")
    built = site.build().must_succeed()
    assert "b" in [one.title for one in built.report.drafts]
    assert there == "README.md" or any({"a", "a.html"} & {*path.split("/")} for path in published(site))


def test_init_in_a_folder_with_texts_adds_settings_alone(site: SiteTest) -> None:
    """`blog init` in a folder with texts adds no sample posts, which would hide the texts."""
    site.delete("blog.yml")
    site.write("java/a.md", "# a\n")
    assert run_blog(site.root, "init", "--yes").returncode == 0

    assert sorted(path.name for path in site.root.iterdir()) == [".gitignore", "blog.yml", "java"]
