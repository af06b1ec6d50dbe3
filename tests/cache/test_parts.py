"""An edit of an embedded text rewrites the pages that show what has changed, and nothing else."""

import random
from pathlib import Path

import pytest

from byeoru.model.project import Profile, Project
from byeoru.session import Everything, Paths, session
from site_test import Silent, SiteTest, files_below
from test_warm import run

LONG = "이 글은 요약이 되기에 충분히 긴 첫 문단으로 시작하므로, 아래의 어떤 수정도 다른 글이 보여 주는 요약을 바꾸지 않는다.\n\n"


def note(section: str = "정의다", rest: str = "다음") -> str:
    return f"# 나\n\n{LONG}## 정의\n\n{section}\n\n## 다음\n\n{rest}\n"


@pytest.fixture
def vault(site: SiteTest) -> SiteTest:
    """Return a site in which `d` embeds `a`, `a` a section of `b`, and `whole` all of `b`."""
    site.write("blog.yml", "title: t\nbase_url: https://example.com\nsearch: false\n")
    site.write("templates/page.html", "{{ page.body }}")
    site.write("content/notes/a.md", f"# 가\n\n{LONG}![[b#정의]]\n")
    site.write("content/notes/b.md", note())
    site.write("content/notes/c.md", "# 다\n\n[b](b.md)\n")
    site.write("content/notes/d.md", f"# 라\n\n{LONG}![[a]]\n")
    site.write("content/notes/whole.md", f"# 마\n\n{LONG}![[b]]\n")
    site.build().must_succeed()
    return site


def made(site: SiteTest) -> list[str]:
    """Return the notes that a build rewrites."""
    return [
        path.split("/")[1]
        for path in site.build().must_succeed().made
        if path.startswith("notes/") and path.count("/") == 2
    ]


def test_an_edit_elsewhere_in_an_embedded_note_changes_nothing(vault: SiteTest) -> None:
    """A page that shows one section of a note is not rewritten when another section changes."""
    vault.write("content/notes/b.md", note(rest="다른 글 [c](c.md)"))

    assert set(made(vault)) == {"b", "whole"}


def test_links_above_a_section_change_nothing_in_it(vault: SiteTest) -> None:
    """New links above a section give those in it other numbers, and leave it as it is."""
    vault.write("content/notes/b.md", note("정의 [c](c.md)"))
    vault.build()
    vault.write("content/notes/b.md", note("정의 [c](c.md)").replace("## 정의", "[c](c.md) [c](c.md)\n\n## 정의"))

    assert set(made(vault)) == {"b", "whole"}


def test_an_edit_of_an_embedded_section_reaches_every_page_that_shows_it(vault: SiteTest) -> None:
    """Pages that show a text that shows the section are rewritten too."""
    vault.write("content/notes/b.md", note("다른 정의"))

    assert made(vault) == ["a", "b", "d", "whole"]
    assert "다른 정의" in vault.page("notes/d/index.html")


def test_a_section_that_comes_and_goes_is_noticed(vault: SiteTest) -> None:
    """An embed of a missing section is filled as soon as the section exists."""
    vault.write("content/notes/b.md", note().replace("## 정의", "## 다른 이름"))
    assert {"a", "d"} <= set(made(vault))
    assert "정의다" not in vault.page("notes/a/index.html")

    vault.write("content/notes/b.md", note())

    assert {"a", "d"} <= set(made(vault))
    assert "정의다" in vault.page("notes/d/index.html")


def test_the_title_of_an_embedded_note_is_on_the_page(vault: SiteTest) -> None:
    """A note with another title is rewritten where it is embedded, as its title is what leads to it."""
    vault.write("content/notes/a.md", f"# 새 이름\n\n{LONG}![[b#정의]]\n")

    assert "d" in made(vault)
    assert "새 이름</a></p>\n</section>" in vault.page("notes/d/index.html")


# Each begins alike, so that most edits change no metadata.
TEXTS = [
    f"---\n{header}\n---\n{LONG}{text}"
    for header, text in [
        ("title: 글", "글\n"),
        ("title: 글", "## 절\n\n글 ^k\n\n## 둘\n\n![[#절]] ![[#^k]]\n\n![[{0}#둘]]\n"),
        ("title: 글", "![[{0}]]\n"),
        ("title: 글", "[[{0}]]\n"),
        ("title: 글", "## 절\n\n![[{0}#절]]\n\n## 둘\n\n![[{1}]]\n"),
        ("title: 글", "## 절\n\n글[^1] [[{0}]]\n\n[^1]: 주석 ![[{1}#^k]]\n"),
        ("title: 글", "- 하나\n- 둘 ^k\n\n|칸|\n|-|\n|![[{0}#^k]]|\n"),
        ("title: 글", "[^1] 글 ^k\n\n## 절\n\n[^1]: 주석 [[{1}]]\n"),
        ("title: 다른 {0}", "## 절\n\n![[{0}#없음]] ![[{1}]]\n"),
        ("draft: true", "## 절\n\n![[{0}]]\n"),
        ("slug: other-{0}", "## 절 ^k\n\n![[{0}]]\n"),
    ]
]


@pytest.mark.parametrize("seed", [0, 21])
def test_any_history_of_embeds_ends_like_a_clean_build(site: SiteTest, tmp_path: Path, seed: int) -> None:
    """After any edits of notes that embed each other, bytes and problems are those of a clean build."""
    chosen = random.Random(seed)  # a history to be repeated
    names = ["a", "b", "c", "d"]
    project, profile = Project(str(site.root)), Profile("preview", str(site.root / ".blog" / "preview"))

    with session(project, profile, Silent()) as builds:
        run(builds, site.now, Everything())
        for number in range(16):
            name = chosen.choice(names)
            path = site.root / f"content/notes/{name}.md"
            if chosen.random() < 0.1 and path.exists():
                path.unlink()
            else:
                site.write(f"content/notes/{name}.md", chosen.choice(TEXTS).format(*chosen.choices(names, k=2)))
            built = run(builds, site.now, Paths(frozenset({str(path)})))
            twin = site.clean_twin(tmp_path / f"clean-{number}")
            clean = twin.build()
            assert sorted(clean.report.problems) == sorted(built.report.problems)
            assert clean.report.is_written == built.report.is_written
            if clean.report.is_written:
                assert files_below(twin.output) == files_below(Path(profile.output))
