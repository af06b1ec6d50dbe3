"""Posts without a date in folders of other programs: the commit that added them dates them."""

import os
import subprocess
from pathlib import Path

import pytest

from byeoru import connected
from byeoru.connected import Connected
from programs import needs
from site_test import SiteTest

pytestmark = needs("git")

_PEOPLE = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_COMMITTER_NAME": "a"}
_PEOPLE |= {"GIT_COMMITTER_EMAIL": "a@example.com", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def git(folder: Path, *words: str, at: str = "2020-01-02T03:04:05+0900") -> None:
    """Run git in *folder*, at a time of the commit."""
    environment = {**os.environ, **_PEOPLE, "GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
    subprocess.run(["git", *words], cwd=folder, env=environment, check=True, capture_output=True, timeout=60)


def commit(folder: Path, at: str = "2020-01-02T03:04:05+0900") -> None:
    """Commit everything in *folder*."""
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "글", at=at)


@pytest.fixture
def hexo(site: SiteTest) -> SiteTest:
    """Return a repository of Hexo with a post without front matter, which was committed in 2020."""
    site.write("_config.yml", "permalink: :year/:title/\n")
    site.write(".gitignore", "site/\n.blog/\n")
    site.write("source/_posts/첫 글.md", "글\n")
    git(site.root, "init", "-q")
    commit(site.root)
    return site


def test_the_first_commit_of_a_post_is_its_date(hexo: SiteTest) -> None:
    """Later commits of the same file do not move it."""
    hexo.write("source/_posts/첫 글.md", "다시 쓴 글\n")
    commit(hexo.root, at="2024-05-06T00:00:00+0900")

    assert hexo.build().must_succeed().problems == []
    assert "2020-01-02" in hexo.page("2020/첫 글/index.html")


def test_a_post_that_is_not_committed_yet_is_undated_with_a_warning(hexo: SiteTest) -> None:
    """Its commit dates it in the next build, although no file has changed."""
    hexo.write("source/_posts/new.md", "새 글\n")
    assert hexo.build().must_succeed().problems == ["source/_posts/new.md undated-post"]
    assert "1970" not in hexo.page("feed.xml")

    commit(hexo.root, at="2024-05-06T00:00:00+0900")
    assert hexo.build().must_succeed().problems == []
    assert (hexo.output / "2024/new/index.html").exists()
    assert hexo.build().made == []


def test_an_edit_of_a_dated_text_keeps_its_date(hexo: SiteTest, tmp_path: Path) -> None:
    """A warm build and a clean one are equal."""
    hexo.build().must_succeed()
    hexo.write("source/_posts/첫 글.md", "고친 글\n")
    hexo.build().must_succeed()
    twin = hexo.clean_twin(tmp_path / "twin")
    twin.build().must_succeed()

    assert "고친 글" in hexo.page("2020/첫 글/index.html")
    assert hexo.files() == twin.files()


def test_a_site_with_such_dates_is_recalled(hexo: SiteTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """After an edit of a text or of tags the next process connects nothing else, as with dates in front matter."""
    for name in ("첫 글", "new"):
        hexo.write(f"source/_posts/{name}.md", "---\ntags: [먹]\n---\n글\n")
    hexo.build().must_succeed()

    def refused(*_: object) -> Connected:
        raise AssertionError("the whole site is connected")

    monkeypatch.setattr(connected, "_connected", refused)
    hexo.write("source/_posts/첫 글.md", "---\ntags: [먹]\n---\n고친 글\n")
    hexo.build().must_succeed()
    assert "고친 글" in hexo.page("2020/첫 글/index.html")
    hexo.write("source/_posts/첫 글.md", "고친 글\n")
    hexo.build().must_succeed()

    assert "첫 글" not in hexo.page("tags/먹/index.html")


def test_a_shallow_clone_dates_nothing(hexo: SiteTest, tmp_path: Path) -> None:
    """Its only commit would date all posts of the history alike."""
    git(tmp_path, "clone", "-q", "--depth", "1", hexo.root.as_uri(), "clone")
    clone = SiteTest(tmp_path / "clone")

    [problem] = clone.build().must_succeed().report.problems
    assert (problem.code, problem.hint) == ("undated-post", "fetch-whole-history")


def test_a_folder_of_ours_needs_no_git(site: SiteTest) -> None:
    """An undated post in `content/posts` is the author's choice."""
    site.write("content/posts/a.md", "글\n")
    git(site.root, "init", "-q")
    commit(site.root)

    assert site.build().must_succeed().problems == []
    assert "2020-01-02" not in site.page("posts/a/index.html")
