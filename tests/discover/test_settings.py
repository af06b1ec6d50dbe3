"""The settings are read again exactly when what they are read from has changed."""

from pathlib import Path

import pytest

from byeoru import settings
from byeoru.discover.settings import find_settings, settings_since
from byeoru.discover.sources import Scan, find_sources
from byeoru.model.project import Project
from site_test import SiteTest

JEKYLL = "title: 지킬\nauthor: {author}\nbaseurl: /blog\n"
CHANGES = {
    "blog.yml": "title: 다른 제목\ncards: true\n",
    "_config.yml": JEKYLL.format(author="이영희"),
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a project in the folder of another program, whose configuration sets the author."""
    (tmp_path / "blog.yml").write_text("title: 제목\ncards: true\n", encoding="utf-8")
    (tmp_path / "_config.yml").write_text(JEKYLL.format(author="김철수"), encoding="utf-8")
    (tmp_path / "_posts").mkdir()
    (tmp_path / "_posts/2026-03-01-a.md").write_text("# 가\n", encoding="utf-8")
    return Project(str(tmp_path))


def scan(project: Project) -> Scan:
    """Return the files of the project as they are now."""
    return find_sources(project, f"{project.root}/site")


def test_settings_are_read_once(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second build of a process, or the next process, takes them with their problems."""
    first = settings_since(None, project, scan(project), None)
    monkeypatch.delattr(settings, "read_settings")

    assert settings_since(first, project, scan(project), None).value == first.value
    assert [problem.code for problem in first.value.problems] == ["not-yet"]


@pytest.mark.parametrize("path", CHANGES)
def test_each_file_that_they_are_read_from_counts(project: Project, path: str) -> None:
    """Also the configuration of the program that the folder was written for."""
    first = settings_since(None, project, scan(project), None)
    Path(project.file(path)).write_text(CHANGES[path], encoding="utf-8")
    second = settings_since(first, project, scan(project), None)

    assert second.value == find_settings(project, scan(project), None)
    assert second.value != first.value


def test_the_address_of_the_command_line_counts(project: Project) -> None:
    """One build may be for another address than the next."""
    first = settings_since(None, project, scan(project), None)
    second = settings_since(first, project, scan(project), "https://example.org")

    assert second.value.value.base_url == "https://example.org"
    assert settings_since(second, project, scan(project), None).value == first.value


def test_a_file_that_is_gone_is_not_remembered(project: Project) -> None:
    """A folder without settings is no site."""
    first = settings_since(None, project, scan(project), None)
    Path(project.file("blog.yml")).unlink()

    assert [problem.code for problem in settings_since(first, project, scan(project), None).value.problems] == [
        "no-settings"
    ]


def test_their_warnings_are_repeated_by_the_next_process(site: SiteTest) -> None:
    """An edit of a text does not read the settings again, and still reports what is wrong with them."""
    site.write("blog.yml", "title: 제목\nbase_url: https://example.com\ncards: true\n")
    site.write("content/posts/a.md", "# 가\n\n글\n")
    first = site.build().must_succeed()
    site.write("content/posts/a.md", "# 가\n\n다른 글\n")

    assert site.build().must_succeed().problems == first.problems == ["blog.yml:3:8 not-yet"]
