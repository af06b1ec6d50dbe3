"""Which outputs one new post rewrites in a site of a thousand posts."""

from datetime import date, timedelta

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
    assert built.report.added == 1
    assert built.report.pages > 1000


def test_a_body_rewrites_its_page_alone(thousand: SiteTest) -> None:
    """An edit of an old post, which is in no feed, rebuilds its page only."""
    path = "content/posts/ops/p4.md"
    text = (thousand.root / path).read_text(encoding="utf-8")
    thousand.write(path, text + "\n둘째 문단.\n")

    assert thousand.build().made == ["posts/p4/index.html"]
