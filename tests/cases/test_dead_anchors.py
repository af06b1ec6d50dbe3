"""Links to headings that do not exist."""

from pathlib import Path

from byeoru.model.project import Job, Project
from byeoru.session import Everything, session
from cases.case import build_case
from site_test import Silent, SiteTest

POST = "---\ntitle: t\ndate: 2026-01-02\n---\n"


def test_a_link_to_a_heading_that_is_not_there_is_reported(tmp_path: Path) -> None:
    """In the same text and in another, with its location and the nearest heading."""
    case = build_case("reports/28-dead-anchors", tmp_path)

    assert case.at("dead-anchor") == ["content/posts/a.md:5"] * 2
    assert any("#있는-제목" in problem["hint"] for problem in case.problems)


def test_a_fixed_link_is_no_problem(tmp_path: Path) -> None:
    """Headings, ids in HTML, attributes and footnotes are anchors; so is what browsers interpret themselves."""
    site = SiteTest(tmp_path)
    links = "[a](b.md#있는-제목) [b](b.md#raw) [c](b.md#fn:1) [d](b.md#own) [e](#) [f](#top) [g](b.md#:~:text=x)\n"
    site.write("content/posts/a.md", POST + links)
    site.write("content/posts/b.md", POST + "## 있는 제목\n\n### 둘 {#own}\n\n<a name='raw'></a> 글[^1]\n\n[^1]: 주\n")

    assert site.build().problems == []


def test_a_renamed_heading_is_noticed_by_the_next_build(tmp_path: Path) -> None:
    """Only the text with the heading is parsed again, also where the site of the build before is reused."""
    site = SiteTest(tmp_path)
    site.write("content/posts/a.md", POST + "[a](b.md#one)\n")
    reports = []
    with session(Project(str(site.root)), site.profile, Silent()) as builds:
        for heading in ("one", "two", "two", "one"):
            site.write("content/posts/b.md", POST + f"첫 문단\n\n## {heading}\n")
            builds.run(Job(site.now), Everything())
            reports.append([problem.code for problem in builds.flush().problems])

    assert reports == [[], ["dead-anchor"], ["dead-anchor"], []]
    assert site.build().problems == []
