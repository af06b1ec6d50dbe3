"""A site with every kind of private text; none of it is in any published file."""

import json
import os
from collections.abc import Iterable

import pytest

from byeoru.publish.compare.preflight import reasons_of_build
from site_test import SiteTest

# A word for each kind of what is private, and the files that hold it; {} is the word.
PRIVATE: dict[str, dict[str, str]] = {
    "draft": {"content/posts/draft.md": "---\ntitle: {}\ndraft: true\ntags: [{}]\ncategory: {}\nseries: {}\n---\n{}\n"},
    "drafts": {"content/posts/drafts.md": "---\ntitle: {}\ndrafts: true\nauthors: [{}]\n---\n{}\n"},
    "password": {"content/posts/password.md": "---\ntitle: {}\npassword: {}\naliases: [/{}/]\n---\n{}\n"},
    "private": {"content/notes/private.md": "---\ntitle: {}\nprivate: true\n---\n{}\n"},
    "published": {"content/pages/published.md": "---\ntitle: {}\npublished: no\npermalink: /{}/\n---\n{}\n"},
    "visibility": {"content/posts/visibility.md": "---\ntitle: {}\nvisibility: private\nsummary: {}\n---\n{}\n"},
    "future": {"content/posts/future.md": "---\ntitle: {}\ndate: 2099-01-01\ntags: [{}]\n---\n{}\n"},
    "date": {"content/posts/date.md": "---\ntitle: {}\ndate: 2026-13-45\ntags: [{}]\n---\n{}\n"},
    "name": {"content/posts/2026-13-45-name.md": "# {}\n\n{}\n"},
    "broken": {"content/posts/broken.md": "---\ntitle: {}\ndraft：true\ntags: [{}]\n---\n{}\n"},
    "open": {"content/posts/unclosed.md": "---\ntitle: {}\ndraft: true\n\n{}\n"},
    "bundle": {
        "content/posts/bundle/index.md": "---\ntitle: 묶음\ndraft: true\n---\n![{}](a.txt)\n",
        "content/posts/bundle/a.txt": "{}",
        "content/posts/bundle/{}.txt": "이름",
    },
    "comment": {
        "content/posts/comment.md": "---\ntitle: 주석 %%{}%%\nsummary: 요약 %%{}%%\ndate: 2026-01-01\n---\n"
        "# 제목 %%{}%%\n\n요약 %%{}%% ![대체 %%{}%%](/a.png)\n\n<!-- more -->\n\n%%\n{}\n\n{}\n%%\n\n## 둘 %%{}%%\n",
    },
    "unclosed": {
        "content/posts/unclosed-comment.md": "---\ntitle: 열린 주석\ndate: 2026-01-02\n---\n글\n\n%% {}\n\n{}\n"
    },
    "doubt": {"content/posts/doubt.md": "---\ntitle: {}\ndate: 2026-01-02\n---\n글 %% {}\n"},
    "env": {".env": "KEY={}\n"},
    "hidden": {".secret/a.txt": "{}\n"},
    "state directory": {".blog/left.txt": "{}\n"},
    "git": {".git/config": "[user]\nname = {}\n"},
    "editor": {"content/posts/.a.md.swp": "{}", "content/posts/a.md~": "{}", "content/.obsidian/app.json": "{}"},
    "outside": {"../outside/a.txt": "{}\n", "../outside/a.md": "# {}\n"},
}
LINKS = {
    "static/env.txt": "../.env",
    "static/hidden": "../.secret",
    "static/work": "../.blog",
    "static/git": "../.git",
    "static/out": "../../outside",
    "content/posts/out.md": "../../../outside/a.md",
    "content/posts/out.txt": "../../../outside/a.txt",
    "templates/partials": "../../outside",
}
# What is open points at what is not: from texts, menus and other languages.
OPEN = "---\ntitle: 열린 글 {n}\ndate: 2026-01-0{n}\ntags: [가]\n---\n[[draft]] [비밀](private.md) [[../notes/private]] ![[bundle/a.txt]]\n"


def word_of(kind: str) -> str:
    return f"두루미{kind}비밀"


@pytest.fixture
def private(site: SiteTest) -> SiteTest:
    """Return a site with one of each kind, and enough open posts for feeds of tags and pages of lists."""
    site.write("blog.yml", "title: 시험\nbase_url: https://example.com\npage_size: 3\nextra: {가: 나}\n")
    for number in range(1, 8):
        site.write(f"content/posts/open{number}.md", OPEN.format(n=number))
    for kind, files in PRIVATE.items():
        for path, text in files.items():
            site.write(path.replace("{}", word_of(kind)), text.replace("{}", word_of(kind)))
    for path, target in LINKS.items():
        (site.root / path).parent.mkdir(parents=True, exist_ok=True)
        os.symlink(target, site.root / path)
    return site


def leaks(files: dict[str, bytes], words: Iterable[str]) -> dict[str, list[str]]:
    """Return the words in *files* or their names, with the file; plain, or encoded as in JSON and addresses."""
    found: dict[str, list[str]] = {}
    for word in words:
        forms = {
            word.encode(),
            json.dumps(word)[1:-1].encode(),
            quoted(word),
            "".join(f"&#{ord(one)};" for one in word).encode(),
        }
        where = [path for path, data in files.items() if any(one in data or one in path.encode() for one in forms)]
        if where:
            found[word] = where
    return found


def quoted(word: str) -> bytes:
    return "".join(f"%{byte:02X}" if byte > 127 else chr(byte) for byte in word.encode()).encode()


def test_nothing_private_is_in_any_file_of_the_site(private: SiteTest) -> None:
    """Pages, feeds, indexes, redirects, sitemap, calendar, JSON and the manifest contain no private word."""
    report = private.build().must_succeed().report

    files = private.files() | {".byeoru-manifest": (private.output / ".byeoru-manifest").read_bytes()}
    assert {
        "feed.xml",
        "feed.json",
        "sitemap.xml",
        "llms.txt",
        "calendar/index.html",
        "tags/가/feed.xml",
    } <= files.keys()
    assert leaks(files, map(word_of, PRIVATE)) == {}
    assert {one.argument("allow") for one in reasons_of_build(report)} == {"private", "links"}


def test_nothing_private_is_published_from_the_cache(private: SiteTest) -> None:
    """A page that was public and became private is in no file of the next site, whatever is cached."""
    for path in PRIVATE["password"] | PRIVATE["private"] | PRIVATE["date"]:
        text = (private.root / path).read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if not line.startswith(("password", "private", "date"))]
        private.write(path, "\n".join(lines))
    private.build().must_succeed()
    opened = leaks(private.files(), map(word_of, PRIVATE))

    for path, text in (PRIVATE["password"] | PRIVATE["private"] | PRIVATE["date"]).items():
        private.write(path, text.replace("{}", word_of(path.rpartition("/")[2].removesuffix(".md"))))
    private.build().must_succeed()

    assert opened.keys() == {word_of(kind) for kind in ("password", "private", "date")}
    assert leaks(private.files(), map(word_of, PRIVATE)) == {}


@pytest.mark.parametrize("kind", ["draft", "comment", "future", "bundle"])
def test_a_planted_leak_is_detected(private: SiteTest, kind: str) -> None:
    """The search for private words finds a leak of each kind."""
    private.drafts = kind in {"draft", "bundle"}
    private.future = kind == "future"
    if kind == "comment":
        private.write("content/posts/comment.md", f"# 글\n\n\\%\\%{word_of(kind)}\\%\\%\n")
    private.build().must_succeed()

    assert word_of(kind) in leaks(private.files(), map(word_of, PRIVATE))
