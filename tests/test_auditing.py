"""The audit finds what a fault of the program would reveal, and nothing in a site without faults."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from byeoru.base.diagnostic import Diagnostic
from byeoru.model.project import Job, Project
from byeoru.session import Everything, Session, session
from site_test import Silent, SiteTest

SECRET = """---
title: 두루미 작전
publish: false
aliases: [왜가리 계획]
tags: [비밀태그]
---
## 참석자 명단

어제 저녁에 강가의 작은 찻집에서 우리 셋이 처음으로 만나 이야기했다.

![[월급 명세.png]] ![](static-fact.png)
"""


@pytest.fixture
def vault(tmp_path: Path) -> SiteTest:
    """Return a vault with a visible and a hidden note."""
    site = SiteTest(tmp_path)
    site.write(".obsidian/app.json", "{}")
    site.write("홈.md", "# 홈\n\n[[클로저]]를 보라.\n")
    site.write("클로저.md", "# 클로저\n\n함수와 환경.\n")
    site.write("비공개/백로.md", SECRET)
    site.write("비공개/월급 명세.png", b"fact bytes")
    return site


@contextmanager
def built(site: SiteTest) -> Iterator[Session]:
    """Build, and yield the session, so that a test can change the folder before the audit."""
    with session(Project(str(site.root)), site.profile, Silent()) as builds:
        assert builds.run(Job(site.now, 1), Everything()).report.is_written
        builds.flush()
        yield builds


def codes(builds: Session, site: SiteTest) -> list[str]:
    """Return code and file of each leak."""
    return sorted({f"{problem.code} {problem.location.path}" for problem in problems(builds, site)})


def problems(builds: Session, site: SiteTest) -> tuple[Diagnostic, ...]:
    return builds.leaks(Job(site.now, 1))


def test_a_site_that_shows_nothing_hidden_has_no_leaks(vault: SiteTest) -> None:
    """The audit has no false alarm about pages, feeds, the search index, the map and the theme."""
    with built(vault) as builds:
        assert codes(builds, vault) == []


def test_a_site_without_hidden_pages_may_hide_attachments(vault: SiteTest) -> None:
    """So it is audited before a deployment too, and also after a build that found nothing to do."""
    for path in ("비공개/백로.md", "비공개/월급 명세.png"):
        vault.delete(path)
    assert [vault.build().report.hides_anything for _ in range(2)] == [False, False]

    vault.write("비공개/월급 명세.png", b"fact bytes")
    assert [vault.build().report.hides_anything for _ in range(2)] == [True, True]


@pytest.mark.parametrize(
    ("planted", "code"),
    [
        ("<p>두루미 작전</p>", "leak-title"),
        ("<p>왜가리 계획이</p>", "leak-alias"),
        ("<h2>참석자 명단</h2>", "leak-heading"),
        ("<p>저녁에 강가의 작은 찻집에서 우리 셋이 처음으로 만나</p>", "leak-text"),
        ("<a href='/notes/비공개/%EB%B0%B1%EB%A1%9C/'>글</a>", "leak-address"),
        ("<img src='/x/%EC%9B%94%EA%B8%89 명세.png'>", "leak-attachment"),
        ("<p>비밀태그</p>", "leak-tag"),
    ],
)
def test_what_a_page_reveals_is_found_with_its_place(vault: SiteTest, planted: str, code: str) -> None:
    """Each kind of fact, planted in a finished page, is an error at its line."""
    with built(vault) as builds:
        page = vault.output / "index.html"
        page.write_text(page.read_text(encoding="utf-8") + f"\n{planted}\n", encoding="utf-8")
        found = [problem for problem in problems(builds, vault) if problem.code == code]

    assert {problem.location.path for problem in found} == {"site/index.html"}
    assert {problem.severity for problem in found} == {"error"}
    assert found[0].location.line == page.read_text(encoding="utf-8").count("\n")


def test_every_rendered_file_is_read(vault: SiteTest) -> None:
    """The alias is found in whatever file of the site it is: feed, sitemap, shards and titles of search, map."""
    with built(vault) as builds:
        before = {path for path in vault.files() if not path.endswith((".css", ".js", ".svg", ".png"))}
        for path in before:
            with open(vault.output / path, "ab") as file:
                file.write("\n왜가리 계획\n".encode())
        found = {problem.location.path.removeprefix("site/") for problem in problems(builds, vault)}

    assert len(found) == 3  # three places are enough to find the fault


def test_a_static_file_that_only_a_hidden_page_shows_is_found(vault: SiteTest) -> None:
    """`static` publishes everything, so the audit tells what nobody but a hidden page shows."""
    vault.write("비공개/백로.md", SECRET + "\n![](/fact.png) ![](/used.png)\n")
    vault.write("static/fact.png", b"1")
    vault.write("static/used.png", b"2")
    vault.write("static/own.css", "body { background: url(used.png) }\n")
    with built(vault) as builds:
        assert codes(builds, vault) == ["leak-file site/fact.png"]


def test_a_private_link_is_its_authors_text(vault: SiteTest) -> None:
    """The written name is shown as text and is no leak."""
    vault.write("홈.md", "# 홈\n\n[[백로]]는 새다.\n")
    with built(vault) as builds:
        assert codes(builds, vault) == []


def test_words_of_the_program_are_no_leak(vault: SiteTest) -> None:
    """A private note can be called like a file of the site, a key of its data or a word of the theme."""
    for name in ("sitemap", "search", "slots", "archive", "Publisher", "headline", "items", "목차", "태그", "robots"):
        vault.write(f"비공개/{name}.md", f"---\npublish: false\ntitle: {name}\n---\n## {name}\n")
    with built(vault) as builds:
        assert codes(builds, vault) == []
