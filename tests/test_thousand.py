"""Which outputs one new post rewrites in a site of a thousand posts."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from site_test import SiteTest

pytestmark = pytest.mark.slow  # `test_edits.py` has the same rules for a handful

TAGS = ["도커", "리눅스", "파이썬", "검색", "CNN", "DNS", "캐시", "깃", "HTTP", "CUDA"]
FOLDERS = ["ops", "os/process", "study/cs231n", "search"]

# It fills the summary of a post, so that the paragraph below it is on no list.
FIRST = "이 문단은 요약을 채우고도 남을 만큼 길어서, 그 아래의 문단은 글의 페이지와 피드에만 나온다. " * 2


@pytest.fixture(scope="module")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> SiteTest:
    """Return a built site of a thousand posts over eight years, each with two tags and a folder; tests restore it."""
    site = SiteTest(tmp_path_factory.mktemp("thousand"))
    day = date(2018, 1, 1)
    for number in range(1000):
        tags = f"{TAGS[number % 10]}, {TAGS[number * 7 % 9]}"
        front = f"title: 글 {number}\ndate: {day + timedelta(days=3 * number)}\ntags: [{tags}]"
        series = "\nseries: 백 편" if number % 10 == 3 else ""
        link = f"[앞 글](/posts/p{number - 1}/)" if number % 5 == 1 else ""
        folder = FOLDERS[number % 4]
        site.write(
            f"content/posts/{folder}/p{number}.md", f"---\n{front}{series}\n---\n본문 {number}. {link} {FIRST}\n"
        )
    site.jobs = 2
    site.build().must_succeed()
    return site


def test_one_new_post_rewrites_what_shows_it(thousand: SiteTest) -> None:
    """A new post rebuilds its neighbours in time, category and tags, and no numbered list."""
    thousand.write(
        "content/posts/ops/new.md", "---\ntitle: 새 글\ndate: 2026-06-01\ntags: [도커, 캐시]\n---\n새 본문.\n"
    )
    built = thousand.build().must_succeed()

    posts = [path for path in built.made if path.startswith("posts/")]
    lists = [path for path in built.made if path.endswith("index.html") and path not in posts]
    assert "posts/new/index.html" in posts
    # The page itself, one neighbour, two of its category, and by each of two tags the four that stand nearest.
    assert len(posts) <= 1 + 1 + 2 + 2 * 4
    assert sorted(lists) == [
        "archive/2026/index.html",
        "archive/index.html",
        "calendar/index.html",
        "categories/index.html",
        "categories/ops/index.html",
        "index.html",
        "tags/index.html",
        "tags/도커/index.html",
        "tags/캐시/index.html",
    ]
    shards = [path for path in built.made if path.startswith("search/") and path.endswith(".txt")]
    titles = [path for path in built.made if path.startswith("search/") and path.endswith(".json")]
    assert [path.rpartition("/")[0] for path in shards] == ["search/ko/11/p992-8"] * len(shards)
    assert len(titles) == 1
    assert built.report.added in {1, 2}, "the post, and the list of titles if it is the first in its slots"
    assert built.report.pages > 1000


def test_a_body_rewrites_its_page_alone(thousand: SiteTest) -> None:
    """An edit of an old post, which is in no feed, rebuilds its page only."""
    path = "content/posts/ops/p4.md"
    text = (thousand.root / path).read_text(encoding="utf-8")
    thousand.write(path, text + "\n둘째 문단.\n")

    made = thousand.build().made
    shards = [path for path in made if path.startswith("search/")]
    assert [path for path in made if path not in shards] == ["posts/p4/index.html"]
    assert 0 < len(shards) <= 4, "two words, of which one may be two terms"


def test_the_1024th_post_moves_all_into_one_segment(thousand: SiteTest, tmp_path: Path) -> None:
    """Before it, with it and after it, the index is that of a clean build."""
    folders = set()
    (thousand.root / "content/posts/ops/new.md").unlink(missing_ok=True)
    for number in range(1000, 1025):
        day = date(2026, 2, 1) + timedelta(days=number - 1000)
        thousand.write(
            f"content/posts/ops/q{number}.md", f"---\ntitle: 글 {number}\ndate: {day}\n---\n본문 {number}.\n"
        )
        if number >= 1022:
            thousand.build().must_succeed()
            twin = thousand.clean_twin(tmp_path / str(number))
            twin.jobs = 2
            twin.build().must_succeed()
            assert index_of(thousand) == index_of(twin)
            folders |= {path.split("/")[3] for path in index_of(thousand) if path.endswith(".txt")}

    assert {folder.rpartition("-")[0] for folder in folders} >= {"p0-992", "p992", "p0-1024"}
    for number in range(1000, 1025):
        thousand.delete(f"content/posts/ops/q{number}.md")
    thousand.build().must_succeed()


def index_of(site: SiteTest) -> dict[str, bytes]:
    """Return the files of the search index."""
    return {path: data for path, data in site.files().items() if path.startswith("search/ko/")}
