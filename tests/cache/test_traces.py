"""Records of outputs: only those are compared that see what has changed, and all of them where that is unknown."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from byeoru.cache.store import Store
from byeoru.cache.traces import Traces
from byeoru.model.output import QueryKey
from byeoru.model.project import Job, Profile, Project
from byeoru.model.results import Results
from byeoru.session import Everything, Paths, session
from site_test import Silent, SiteTest

TABLES = ("seen/site", "keys/site", "unshared/site", "traces/site", "bundles/site")


def write(site: SiteTest, title: str, text: str = "글") -> None:
    site.write("content/posts/b.md", f"---\ntitle: {title}\ndate: 2026-01-02\nsummary: s\n---\n{text}\n")


def lose(site: SiteTest, table: str, every: int) -> None:
    """Remove a row of *table* of so many, as damage does."""
    with closing(Store(str(site.root / ".blog" / "cache.db"))) as store:
        store.change(table, dict.fromkeys(sorted(store.keys(table))[::every]))
        store.commit()


@pytest.fixture
def built(site: SiteTest) -> SiteTest:
    """Return a site of three posts that show the titles of each other."""
    for day, name in enumerate("ac", 1):
        site.write(f"content/posts/{name}.md", f"---\ntags: [x]\ndate: 2026-01-0{day}\n---\n[b](b.md)\n")
    write(site, "처음")
    site.build().must_succeed()
    return site


def retitle(site: SiteTest, titles: Sequence[str], *, ends: bool) -> None:
    """Give a post one title after the other, at first while the page of another is awaited, and build the rest at last."""
    project, profile = Project(str(site.root)), Profile("site", str(site.output))
    with session(project, profile, Silent()) as builds:
        builds.run(Job(site.now, needs_site=True), Everything())
        for title, awaited in zip(titles, ("posts/a/index.html", ""), strict=False):
            write(site, title)
            job = Job(site.now, needs_site=True, awaited=frozenset({awaited}))
            builds.run(job, Paths(frozenset({str(site.root / "content/posts/b.md")})))
        if not ends:
            builds.run(Job(site.now), Everything())


def is_as_clean(site: SiteTest, folder: Path) -> bool:
    clean = site.clean_twin(folder)
    clean.build().must_succeed()
    return site.files() == clean.files()


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("every", [1, 3])
def test_a_lost_row_costs_time_alone(built: SiteTest, tmp_path: Path, table: str, every: int) -> None:
    """Where a row of any table is lost, the next builds still find what has changed."""
    lose(built, table, every)
    for title in ("다음", "처음"):
        write(built, title)
        built.build().must_succeed()

        assert is_as_clean(built, tmp_path / title)


@pytest.mark.parametrize("table", TABLES)
def test_what_was_fresh_after_a_loss_is_compared_later(built: SiteTest, tmp_path: Path, table: str) -> None:
    """The build that finds the loss leaves the lists of titles as they are; the next one gives them another title."""
    lose(built, table, 1)
    write(built, "처음", "다른 글")
    assert "llms.txt" not in built.build().must_succeed().made or table in {"unshared/site", "bundles/site"}
    write(built, "다음", "다른 글")
    built.build().must_succeed()

    assert is_as_clean(built, tmp_path / "clean")


def test_without_the_mark_that_rows_are_complete_a_lost_one_is_missed(
    built: SiteTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rule can fail: where rows count as complete, outputs that see a name without them are not compared."""
    monkeypatch.setattr(Traces, "_is_complete", property(lambda _: True, lambda *_: None), raising=False)
    lose(built, "seen/site", 1)
    write(built, "다음")
    built.build().must_succeed()

    assert not is_as_clean(built, tmp_path / "clean")


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that receives the path of each output whose own results are compared."""
    paths: list[str] = []
    changed_result = Traces._changed_result

    def noted(traces: Traces, path: str, results: Results) -> QueryKey | None:
        paths.append(path)
        return changed_result(traces, path, results)

    monkeypatch.setattr(Traces, "_changed_result", noted)
    return paths


def test_what_an_edit_does_not_touch_is_not_compared(built: SiteTest, compared: list[str]) -> None:
    """An edit of a title compares the outputs that show it, and not that of a page which shows no post."""
    built.write("content/pages/about.md", "# 소개\n")
    built.build().must_succeed()
    compared.clear()
    write(built, "다음")

    built.build().must_succeed()

    assert {"posts/a/index.html", "posts/b/index.html", "posts/c/index.html"} <= {*compared}
    assert "about/index.html" not in compared


def test_what_has_another_template_is_not_compared(built: SiteTest, compared: list[str]) -> None:
    """After an edit of a template, the pages that use it are rendered without a look at anything else that they show."""
    template = '{% extends "theme:post.html" %}{% block footer %}'
    built.write("templates/post.html", template + "{% endblock %}")
    built.build().must_succeed()
    compared.clear()
    built.write("templates/post.html", template + "끝{% endblock %}")

    made = built.build().must_succeed().made

    assert "posts/a/index.html" in made
    assert not compared


@pytest.mark.parametrize("ends", [False, True])
@pytest.mark.parametrize("titles", [("다음",), ("다음", "처음"), ("다음", "셋째")])
def test_what_was_awaited_and_what_was_not_are_of_one_site_again(
    built: SiteTest, tmp_path: Path, titles: tuple[str, ...], ends: bool
) -> None:
    """An output that was rendered before the others is compared with the next site too, also by another process."""
    retitle(built, titles, ends=ends)
    built.build().must_succeed()

    assert is_as_clean(built, tmp_path / "clean")


def test_without_the_list_of_awaited_outputs_one_of_them_stays_behind(
    built: SiteTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rule can fail: where it is forgotten what was awaited, an edit that is undone leaves an old title."""
    monkeypatch.setattr(Traces, "_ahead", property(lambda _: {}, lambda *_: None), raising=False)
    retitle(built, ("다음", "처음"), ends=False)

    assert not is_as_clean(built, tmp_path / "clean")
