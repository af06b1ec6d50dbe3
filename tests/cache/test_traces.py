"""Records of outputs: only those are compared that see what has changed, and all of them where that is unknown."""

from contextlib import closing
from pathlib import Path

import pytest

from byeoru.cache.store import Store
from byeoru.cache.traces import Traces
from byeoru.model.output import QueryKey
from byeoru.model.results import Results
from site_test import SiteTest

TABLES = ("seen/site", "keys/site", "unshared/site", "traces/site", "bundles/site")


def write(site: SiteTest, title: str) -> None:
    site.write("content/posts/b.md", f"---\ntitle: {title}\ndate: 2026-01-02\nsummary: s\n---\n글\n")


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


def test_without_the_mark_that_rows_are_complete_a_lost_one_is_missed(
    built: SiteTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rule can fail: where rows count as complete, outputs that see a name without them are not compared."""
    monkeypatch.setattr(Traces, "_is_complete", property(lambda _: True, lambda *_: None), raising=False)
    lose(built, "seen/site", 1)
    write(built, "다음")
    built.build().must_succeed()

    assert not is_as_clean(built, tmp_path / "clean")


def test_what_an_edit_does_not_touch_is_not_compared(built: SiteTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """An edit of a title compares the outputs that show it, and not that of a page which shows no post."""
    built.write("content/pages/about.md", "# 소개\n")
    built.build().must_succeed()
    compared: list[str] = []
    changed_result = Traces._changed_result

    def counted(traces: Traces, path: str, results: Results) -> QueryKey | None:
        compared.append(path)
        return changed_result(traces, path, results)

    monkeypatch.setattr(Traces, "_changed_result", counted)
    write(built, "다음")

    built.build().must_succeed()

    assert {"posts/a/index.html", "posts/b/index.html", "posts/c/index.html"} <= {*compared}
    assert "about/index.html" not in compared
