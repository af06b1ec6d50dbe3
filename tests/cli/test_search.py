"""`blog search`: results of the built site in the terminal."""

import json
from pathlib import Path

import pytest

from byeoru.cli import search_report
from byeoru.search.reader import Found
from command import run_blog
from site_test import SiteTest

EVIL = '---\ntitle: "캐시 \\e[2J\\u202e"\ndate: 2026-01-02\n---\n캐시 `<script>alert(1)</script>`\n'


@pytest.fixture
def blog(site: SiteTest) -> Path:
    """Return the folder of a built site."""
    site.write("content/posts/cache.md", "---\ntitle: 캐시\ndate: 2026-01-03\n---\n값은 캐시에서 읽는다.\n")
    site.write("content/posts/evil.md", EVIL)
    site.build().must_succeed()
    return site.root


def test_words_are_marked_and_endings_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """The words of the index that were found are in colour, in the title and in the excerpt."""
    monkeypatch.setattr(search_report, "styled", lambda text, style, _: f"<{style}>{text}</{style}>")
    shown = search_report.Shown("캐시의 값", "/a/", "", "posts", "값은 캐시에서")

    lines = list(search_report.text_lines("캐시", Found((), 1, ("캐시",)), [shown], "en"))

    assert lines == [
        "<mark>캐시</mark><strong>의 값</strong>",
        "  <quiet>/a/</quiet>",
        "  값은 <mark>캐시</mark>에서",
        "",
        "1 result",
    ]


def test_a_pipe_gets_plain_text(blog: Path) -> None:
    """There is colour on a terminal only."""
    assert "\033" not in run_blog(blog, "search", "캐시", NO_COLOR="").stdout


def test_a_text_is_shown_and_not_executed(blog: Path) -> None:
    """Control characters of titles and queries are written as escapes, and markup is text."""
    found = run_blog(blog, "search", "캐시").stdout
    none = run_blog(blog, "search", "\x1b[2J\x07쀓뛞").stdout

    assert "<script>alert(1)</script>" in found
    assert not {"\x1b", "\x07", "\u202e"} & set(found + none)


def test_several_words_need_no_quotes(blog: Path) -> None:
    """The words of the command line are one query."""
    quoted, plain = (
        run_blog(blog, "search", *words, "--format", "json").stdout for words in (["값 캐시"], ["값", "캐시"])
    )

    assert json.loads(quoted) == json.loads(plain)
    assert json.loads(plain)["query"] == "값 캐시"


def test_a_damaged_index_is_an_error(blog: Path) -> None:
    """The message names the file; a build writes it again."""
    (blog / "site/search/ko/index.json").write_text("{", encoding="utf-8")

    failed = run_blog(blog, "search", "캐시")
    run_blog(blog, "build")

    assert (failed.returncode, failed.stdout) == (1, "")
    assert "`site/search/ko/index.json`" in failed.stderr
    assert run_blog(blog, "search", "캐시").returncode == 0


def test_a_site_of_an_older_version_has_no_index(blog: Path) -> None:
    """It is said how to get one."""
    (blog / "site/search/ko/index.json").unlink()

    assert "blog build" in run_blog(blog, "search", "캐시").stderr


def test_any_query_has_an_answer(blog: Path) -> None:
    """Nothing that is typed is an error but an empty query."""
    for query in ("ㅋ", "🙂", ".*+?[", "__proto__", "가" * 10_000, "\u200b", "#", "캐시\n", "-x"):
        assert run_blog(blog, "search", "--", query).returncode == 0, query
