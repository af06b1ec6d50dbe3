"""Bad input is reported with a location, and nothing is lost or guessed."""

import os
import socket
import sys
import unicodedata
from xml.etree import ElementTree as ET

import pytest

from byeoru.base.text import decode_utf8
from site_test import Built, SiteTest, files_below


def codes(built: Built) -> list[str]:
    """Return the codes of all problems."""
    return [problem.code for problem in built.report.problems]


PAIRS = {
    "slug": ("content/posts/a.md", "# a\n", "content/posts/sub/a.md", "# b\n"),
    "letter case": ("content/posts/a.md", "---\nslug: Foo\n---\n", "content/posts/b.md", "---\nslug: foo\n---\n"),
    "normal form": (
        "content/posts/a.md",
        "---\npermalink: /posts/각/\n---\n",
        "content/posts/b.md",
        f"---\npermalink: /posts/{unicodedata.normalize('NFD', '각')}/\n---\n",
    ),
    "page and post": ("content/posts/a.md", "# a\n", "content/pages/b.md", "---\npermalink: /posts/a/\n---\n"),
    "alias": ("content/posts/a.md", "# a\n", "content/posts/b.md", "---\naliases: [/posts/a/]\n---\n"),
    "static file": ("content/posts/a.md", "# a\n", "static/posts/a/index.html", "x"),
    "file and folder": ("content/posts/a.md", "# a\n", "static/posts", "x"),
    "generated page": ("content/posts/a.md", "# a\n", "content/pages/b.md", "---\npermalink: /tags/\n---\n"),
}


@pytest.mark.parametrize("name", PAIRS)
def test_two_sources_with_one_address_stop_the_build(site: SiteTest, name: str) -> None:
    """If two sources have the same address, nothing is written and both are reported."""
    first, text, second, other = PAIRS[name]
    site.write(first, text)
    site.write(second, other)
    built = site.build()

    assert not built.report.is_written
    assert not site.output.exists()
    [problem, *_] = [problem for problem in built.report.problems if problem.code == "same-address"]
    named = f"{problem.location.path} {problem.argument('other')}"
    assert sum(path in named for path in (first, second)) == (1 if name == "generated page" else 2)


@pytest.mark.parametrize(
    "path", ["../../etc/passwd", "/etc/../../x", "C:\\x", "%2e%2e/x", "a\\..\\b", "~root/x", "%252e%252e/x"]
)
@pytest.mark.parametrize("key", ["slug", "permalink", "aliases"])
def test_an_address_that_leaves_the_site_is_refused(site: SiteTest, key: str, path: str) -> None:
    """A slug, permalink or alias that tries to leave is ignored with a warning at its line; nothing is written outside."""
    site.write("content/posts/a.md", f"---\ntitle: a\n{key}: '{path}'\n---\n글\n")
    before = files_below(site.root.parent)
    built = site.build().must_succeed()

    assert built.problems == [f"content/posts/a.md:3:{len(key) + 3} leaves-the-site"]
    assert "posts/a/index.html" in site.files()
    outside = {"/.blog/", f"/{site.output.name}/"}
    after = files_below(site.root.parent)
    assert {path: data for path, data in after.items() if not any(folder in path for folder in outside)} == before


@pytest.mark.parametrize("path", ["../../../../etc/passwd", "%2e%2e/%2e%2e/%2e%2e/%2e%2e/x.png", "..\\x.png"])
def test_a_picture_outside_of_the_site_is_named(site: SiteTest, path: str) -> None:
    """An image path that leads out of the site is reported with line and column, and not published."""
    site.write("content/posts/a.md", f"글\n\n![그림]({path})\n")
    built = site.build()

    [problem] = built.report.problems
    assert problem.code in {"leaves-the-site", "missing-picture"}
    assert (problem.location.path, problem.location.line) == ("content/posts/a.md", 3)


@pytest.mark.parametrize("path", ["C:\\Users\\hong\\x.png", "c:/Users/hong/x.png", "file:///home/hong/x.png"])
@pytest.mark.parametrize("form", ["![그림]({})", "[그림]({})", '<img src="{}" alt="그림">', '<a href="{}">그림</a>'])
def test_a_path_of_the_author_s_computer_is_not_published(site: SiteTest, path: str, form: str) -> None:
    """The name of the author stands in it; the page keeps the words, and the problem has line and column."""
    text = f"글 {form.format(path)}"
    site.write("content/posts/a.md", f"---\ntitle: a\ndate: 2026-01-01\n---\n{text}\n")
    built = site.build().must_succeed()

    assert built.problems == [f"content/posts/a.md:5:{text.index(path) + 1} local-file"]
    assert not [name for name, data in site.files().items() if b"hong" in data]
    assert "그림" in site.page("posts/a/index.html")


def test_a_file_that_is_not_utf8_is_named_with_its_byte(site: SiteTest) -> None:
    """A file that is not UTF-8 is reported with the offset, with a hint if it looks like CP949."""
    site.write("content/posts/a.md", "---\ntitle: ok\n---\n한국어로 적은 글입니다\n".encode("cp949"))
    site.write("content/posts/b.md", b"# \xff\xfe broken \x80\n")
    built = site.build()

    assert built.problems == ["content/posts/a.md:4:1 not-utf8", "content/posts/b.md:1:3 not-utf8"]
    assert [problem.hint for problem in built.report.problems] == ["looks-like-cp949", "save-as-utf8"]
    assert built.report.problems[0].argument("offset") == "18"
    assert not built.report.is_written


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfabc", b"a\r\nb\rc\n", "a\u2005b\u2028c".encode()])
def test_harmless_bytes_just_work(data: bytes) -> None:
    """A byte order mark, other line ends and unusual spaces cause no problem."""
    text, problems = decode_utf8(data, "a.md")

    assert problems == ()
    assert text is not None
    assert "\r" not in text
    assert not text.startswith("\ufeff")


def test_control_characters_reach_no_feed(site: SiteTest) -> None:
    """Control characters are removed with a warning, so the feed is valid XML; U+2028 and emoji are kept."""
    site.write("content/posts/a.md", '---\ntitle: "a\\bb \\u0008 <&>"\ndate: 2026-01-01\n---\n글\x08자 \x0c🎉 ]]>\n')
    built = site.build().must_succeed()

    assert "control-character" in codes(built)
    for path in ("feed.xml", "sitemap.xml"):
        ET.fromstring(site.page(path))
    assert "글자" in site.page("posts/a/index.html")
    assert "\x08" not in "".join(text.decode() for text in site.files().values() if b"\x89PNG" not in text)


NAMES = [
    "한" * 67,
    "c++",
    "50%",
    "a&b",
    "why?",
    "[bracket]",
    "a b",
    "#hash",
    "이모지🎉",
    "-dash",
    "it's",
    'q"uote',
    "semi;colon",
    "a+b=c",
]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows forbids these names")
@pytest.mark.parametrize("name", NAMES)
def test_names_of_every_kind_just_work(site: SiteTest, name: str) -> None:
    """Posts and images of any file name are published, and links to them resolve."""
    site.write(f"content/posts/{name}.md", "# a\n")
    site.write(f"content/images/{name}.png", b"png")
    from urllib.parse import quote

    link = quote(f"{name}.md")
    site.write("content/posts/z.md", f"[a](<{link}>) ![p](../images/{quote(name)}.png)\n")
    built = site.build().must_succeed()

    assert built.problems == []
    assert (site.output / f"images/{name}.png").read_bytes() == b"png"


def test_names_in_decomposed_hangul_are_composed(site: SiteTest) -> None:
    """A file name that macOS decomposed is found by a link in NFC and published in NFC."""
    name = unicodedata.normalize("NFD", "한글 문서")
    site.write(f"content/posts/{name}.md", "# 가\n")
    site.write(f"content/images/{name}.png", b"png")
    site.write("content/posts/b.md", "[가](한글%20문서.md) ![나](<../images/한글 문서.png>)\n")
    built = site.build().must_succeed()

    assert built.problems == []
    assert (site.output / "posts/한글-문서/index.html").exists()
    assert (site.output / "images/한글 문서.png").exists()


def test_two_names_that_differ_in_normal_form_only_are_an_error(site: SiteTest) -> None:
    """Two file names that differ only in normal form are an error."""
    site.write("content/posts/각.md", "# a\n")
    site.write(f"content/posts/{unicodedata.normalize('NFD', '각')}.md", "# b\n")
    if len(os.listdir(site.root / "content/posts")) == 1:
        pytest.skip("this file system knows only one normal form")

    assert codes(site.build()) == ["same-name"]


def test_a_name_that_is_too_long_is_skipped_and_named(site: SiteTest) -> None:
    """A name of more than 255 bytes (85 syllables) is skipped with a warning, and other posts are built."""
    site.write("content/posts/a.md", f"---\nslug: {'한' * 86}\n---\n글\n")
    site.write("content/posts/b.md", "# b\n")
    built = site.build().must_succeed()

    assert built.problems == ["content/posts/a.md name-too-long"]
    assert (site.output / "posts/b/index.html").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no such files")
def test_what_is_no_file_is_named_and_skipped(site: SiteTest) -> None:
    """Fifos are not opened, symlink loops end, and links out of the site are not followed."""
    site.write("content/posts/a.md", "# a\n")
    outside = site.root.parent / "secret.md"
    outside.write_text("# secret\n")
    posts = site.root / "content/posts"
    os.mkfifo(posts / "fifo.md")
    with socket.socket(socket.AF_UNIX) as server:
        os.chdir(posts)  # the name of a socket is limited to 108 bytes
        server.bind("socket.md")
    (posts / "loop").symlink_to("..")
    (posts / "self.md").symlink_to("self.md")
    (posts / "gone.md").symlink_to("nowhere.md")
    (posts / "out.md").symlink_to(outside)
    (posts / "inside.md").symlink_to("a.md")
    built = site.build().must_succeed()

    assert sorted(built.problems) == [
        "content/posts/fifo.md not-a-file",
        "content/posts/gone.md dangling-link",
        "content/posts/loop link-loop",
        "content/posts/out.md link-outside",
        "content/posts/self.md link-loop",
        "content/posts/socket.md not-a-file",
    ]
    assert (site.output / "posts/inside/index.html").exists()
    assert "secret" not in "".join(path for path in site.files())


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="names are Unicode there")
def test_a_name_that_is_not_utf8_is_named_and_skipped(site: SiteTest) -> None:
    """A file name that is not UTF-8 is reported with its bytes and skipped."""
    site.write("content/posts/a.md", "# a\n")
    with open(os.fsencode(site.root) + b"/content/posts/\xc7\xd1.md", "wb") as file:
        file.write(b"# b\n")
    built = site.build().must_succeed()

    assert built.problems == ["content/posts/\\xc7\\xd1.md undecodable-name"]


TEMPLATES = {
    "syntax": ("글\n{% if %}\n", 2, "template-error"),
    "unknown name": ("글\n\n{{ nothing }}\n", 3, "unknown-in-template"),
    "failure": ("{{ page.title }}\n{{ 1 / 0 }}\n", 2, "template-error"),
    "unknown question": ("\n{{ site.nothing }}\n", 2, "unknown-in-template"),
    "itself": ("{% include 'post.html' %}\n", 1, "template-loop"),
    "missing": ("글\n{% include 'no.html' %}\n", 2, "no-such-template"),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_that_fails_is_named_with_its_line(site: SiteTest, name: str) -> None:
    """If a template fails, the site is unchanged, and template, line and page are reported."""
    site.write("content/posts/a.md", "# a\n")
    site.build().must_succeed()
    before = site.files()
    text, line, code = TEMPLATES[name]
    site.write("templates/post.html", text)
    built = site.build()

    [problem] = built.report.problems
    assert (problem.code, problem.location.path, problem.location.line) == (code, "templates/post.html", line)
    assert problem.argument("page") == "content/posts/a.md"
    assert site.files() == before


def test_a_macro_without_context_cannot_query_the_site(site: SiteTest) -> None:
    """A macro imported without context cannot access the site, as Jinja would record its query only once."""
    site.write("content/posts/a.md", "# a\n")
    site.write("templates/m.html", "{% macro hello() %}{{ site.title }}{% endmacro %}")
    site.write("templates/post.html", "{% from 'm.html' import hello %}{{ hello() }}")

    assert site.build().problems == ["templates/m.html:1 unknown-in-template"]


SETTINGS = {
    "title: [a\n": "yaml-needs-quotes",
    'a: "\n"\nb\n': "settings-unreadable",
    "base_url: https://a.kr\n": "settings-no-title",
    "title: a\nbase_url: blog.example.kr\n": "bad-base-url",
    "title: a\nbase_url: 'https://a.kr/?x'\n": "bad-base-url",
    "title: a\ntimezone: Asia/Soul\n": "unknown-timezone",
    "title: a\ntheme: hanjy\n": "no-such-theme",
    "title: a\nsections: {posts: {url: /x/}}\n": "bad-pattern",
    "title: a\nsections: {posts: {url: /:slug/:what/}}\n": "bad-pattern",
    "title: a\nsections: {../x: {}}\n": "bad-section",
    "title: a\npage_size: 0\n": "bad-size",
    "- a\n": "yaml-not-mapping",
}


@pytest.mark.parametrize("text", SETTINGS)
def test_ambiguous_settings_stop_the_build(site: SiteTest, text: str) -> None:
    """Settings that would make addresses or dates ambiguous are an error with a line."""
    site.write("content/posts/a.md", "# a\n")
    site.write("blog.yml", text)
    built = site.build()

    [problem] = built.report.problems
    assert (problem.code, problem.location.path) == (SETTINGS[text], "blog.yml")
    assert problem.severity == "error"


def test_an_unknown_setting_is_a_warning_with_a_suggestion(site: SiteTest) -> None:
    """An unknown setting is a warning that suggests the nearest known key."""
    site.write("blog.yml", "title: a\ntimezon: Asia/Seoul\n")
    [problem] = site.build().must_succeed().report.problems

    assert (problem.code, problem.argument("near"), problem.location.line) == ("unknown-key", "timezone", 2)


def test_strict_makes_warnings_errors(site: SiteTest) -> None:
    """With `--strict`, a broken link prevents the site from being written."""
    site.write("content/posts/a.md", "[x](no.md)\n")
    site.strict = True

    assert not site.build().report.is_written
    site.strict = False
    assert site.build().report.is_written


def test_a_file_that_vanishes_during_the_build_is_no_crash(site: SiteTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is deleted between the scan and its reading is skipped."""
    from byeoru import parsing
    from byeoru.discover import read as discover_read

    for name in "ab":
        site.write(f"content/posts/{name}.md", f"# {name}\n")
    read = discover_read.read_markdown

    def reading(project: object, scan: object, path: str) -> object:
        if path.endswith("b.md"):
            (site.root / path).unlink(missing_ok=True)
        return read(project, scan, path)  # type: ignore[arg-type]

    monkeypatch.setattr(parsing, "read_markdown", reading)
    site.build().must_succeed()

    assert "posts/b/index.html" not in site.files()
    assert "posts/a/index.html" in site.files()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows forbids these names")
def test_signs_that_mean_something_in_an_address_are_encoded(site: SiteTest) -> None:
    """`#` and `?` in a file name are part of the address."""
    site.write("content/posts/bun/index.md", "---\ntags: [c#]\n---\n![](a%23b.png) ![](c%3Fd.png) [C#](/tags/c%23/)\n")
    site.write("content/posts/bun/a#b.png", b"1")
    site.write("content/posts/bun/c?d.png", b"2")
    built = site.build().must_succeed()
    page = site.page("posts/bun/index.html")

    assert built.problems == []
    for reference in ("/posts/bun/a%23b.png", "/posts/bun/c%3Fd.png", "/tags/c%23/"):
        assert f'"{reference}"' in page


def test_an_address_that_is_encoded_already_is_not_encoded_twice(site: SiteTest) -> None:
    """An encoded and a decoded spelling of a path are the same address."""
    site.write("content/posts/a.md", "# a\n")
    pages = []
    for base in ("https://ex.kr/%ED%95%9C", "https://ex.kr/한/"):
        site.base_url = base
        site.build().must_succeed()
        pages.append(site.page("posts/a/index.html"))

    assert pages[0] == pages[1]
    assert 'href="https://ex.kr/%ED%95%9C/posts/a/"' in pages[0]


def test_a_theme_file_is_not_mistaken_for_the_sites(site: SiteTest) -> None:
    """Static files of the same name in theme and site have different addresses."""
    site.write("themes/t/theme.yml", "name: t\n")
    site.write("themes/t/static/static/x.txt", "theme")
    site.write("static/x.txt", "site")
    site.write("blog.yml", "title: a\ntheme: t\n")
    site.build().must_succeed()

    assert (site.page("x.txt"), site.page("theme/static/x.txt")) == ("site", "theme")


@pytest.mark.timeout(60)
def test_thousands_of_broken_links_are_reported_in_linear_time(site: SiteTest) -> None:
    """Thousands of broken links are reported in linear time."""
    for number in range(30):
        links = "\n".join(f"![x](missing-{number}-{picture}.png)" for picture in range(100))
        site.write(f"content/posts/p{number}.md", links)
    built = site.build().must_succeed()

    assert len(built.problems) == 3000
    assert len(set(built.problems)) == 3000


@pytest.mark.parametrize("field", ["title", "summary", "tags", "category"])
def test_html_in_a_field_is_text(site: SiteTest, field: str) -> None:
    """HTML in a front-matter field is displayed as text."""
    hostile = "</title><script>alert(1)</script><img src=x onerror=alert(1)>"
    site.write("content/posts/a.md", f"---\n{field}: '{hostile}'\ndate: 2026-01-01\n---\n글\n")
    site.build().must_succeed()

    for path, data in site.files().items():
        if path.endswith((".html", ".xml")):
            assert b"<script>alert" not in data, path
            assert b"<img src=x" not in data, path
    ET.fromstring(site.page("feed.xml"))
