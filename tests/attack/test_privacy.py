"""Private text is in no file of the site, is reported, and stops a deployment."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from byeoru.model.project import Report
from byeoru.publish.compare.preflight import ALLOWED, STOPS, reasons_of_build
from deploy_test import Bench
from site_test import SiteTest

WORD = "두루미비밀"  # in nothing that the program writes of itself

# A front matter, and the code of its problem; "" for a plain draft, which is only counted.
KEPT_BACK = [
    ("draft: true", ""),
    ("status: draft", ""),
    ("password: 1234", "asks-for-privacy"),
    ("Password: hunter2", "asks-for-privacy"),
    ("private: true", "asks-for-privacy"),
    ("Private: Yes", "asks-for-privacy"),
    ('PRIVATE: "true"', "asks-for-privacy"),
    ("is_private: 1", "asks-for-privacy"),
    ("isPrivate: on", "asks-for-privacy"),
    ("encrypted: true", "asks-for-privacy"),
    ("protected: y", "asks-for-privacy"),
    ("visibility: private", "asks-for-privacy"),
    ("visibility: friends", "asks-for-privacy"),
    ("visibility: [private]", "asks-for-privacy"),
    ("published: no", "asks-for-privacy"),
    ("Published: FALSE", "asks-for-privacy"),
    ("publish: false", "asks-for-privacy"),
    ("dg-publish: false", "asks-for-privacy"),
    ("public: 아니오", "asks-for-privacy"),
    ("status: private", "asks-for-privacy"),
    ("post_status: pending", "asks-for-privacy"),
    ("post_password: abc", "asks-for-privacy"),
    ("비공개: true", "asks-for-privacy"),
    ("공개: 비공개", "asks-for-privacy"),
    ("headless: true", "asks-for-privacy"),
    ("build: {render: never}", "asks-for-privacy"),
    ("params:\n  draft: true", "asks-for-privacy"),
    ("expiryDate: 언젠가", "asks-for-privacy"),
    ("pasword: abc", "asks-for-privacy"),
    ("draf: true", "misspelt-draft"),
    ("drafts: true", "misspelt-draft"),
    ("darft: 예", "misspelt-draft"),
    ("drfta: true", "misspelt-draft"),
    ("Draft : true", "misspelt-draft"),
    ("is_draft: true", "misspelt-draft"),
    ("is_temp: true", "misspelt-draft"),
    ("drfat: yes", "misspelt-draft"),
    ("draft：true", "unclear-draft"),
    ("ｄｒａｆｔ: true", "misspelt-draft"),
    ("draft true", "unclear-draft"),
    ("draft: ture", "unclear-draft"),
    ("draft:", "unclear-draft"),
    ("published: maybe", "unclear-draft"),
    ('title: "열린 따옴표\ndraf: true', "misspelt-draft"),
    ("tags: [a\npriate: [", "unclear-draft"),
    ("date: 2026-13-45", "unreadable-date"),
    ("date: soon", "unreadable-date"),
    ("date: [2020-01-01]", "unreadable-date"),
    ("date: {{ date }}", "unclear-draft"),
    ("publishDate: 내일", "unreadable-date"),
    ("date: 2020-01-01\npublish_date: 곧", "unreadable-date"),
    ("date: 2020-01-01\npublishDate: 2099-01-01", ""),
    ("Date: 2099-01-01", ""),
]
# The same in a file whose front matter is none.
WHOLE = [
    f"draft: true\n\n{WORD}\n",
    f"# 제목\n---\ndraft: true\n---\n{WORD}\n",
    f"—-\ntitle: a\nprivate: yes\n—-\n{WORD}\n",
    f'{{\n  "title": "a",\n  "draft": true\n\n{WORD}\n',
    f"---\ntitle: a\n---\ndraft: true\n---\n{WORD}\n",
    f"---\n\n---\ndraft: true\n---\n{WORD}\n",
    f"---\ntitle: a\ndraft: true\n\n{WORD}\n",
    f"+++\ndraft = yes\n+++\n{WORD}\n",
]
PUBLISHED = [
    *("draft: false", "private: false", "password:", "password: false", "visibility: public", "published: true"),
    *("published: 2020-01-01", "publish: Yes", "status: publish", "status: 완독", "hidden: true", "craft: 맥주"),
    *("publisher: 한빛미디어", "date: 2020-01-01", "date:", "updated: 2020-01-01", "public: 1", "비공개: 아니오"),
    *("extra: {draft: true}", "dark: true", "created: 언젠가\ndate: 2020-01-01"),
]


@pytest.fixture
def site(tmp_path: Path) -> SiteTest:
    made = SiteTest(tmp_path)
    made.write("content/posts/open.md", "---\ntitle: 열린 글\ndate: 2020-01-01\n---\n안녕\n")
    return made


def leaks(files: Mapping[str, bytes], *words: str) -> list[str]:
    """Return the files of a site that hold one of *words*, in their bytes or their names."""
    needles = [word.encode() for word in words]
    return [path for path, data in files.items() if any(one in data or one in path.encode() for one in needles)]


class Case(NamedTuple):
    """A page of the site that contains all cases of a table."""

    path: str
    word: str  # that no other page contains
    report: Report  # of the build, reduced to this page
    files: Mapping[str, bytes]  # of the whole site


def together(folder: Path, texts: Sequence[str]) -> list[Case]:
    """Build a site with a page for each text, in which a unique word replaces `WORD`."""
    site = SiteTest(folder)
    site.write("content/posts/open.md", "---\ntitle: 열린 글\ndate: 2020-01-01\n---\n안녕\n")
    words = {f"content/posts/case-{number:03}.md": f"{WORD}{number:03}" for number, _ in enumerate(texts)}
    for (path, word), text in zip(words.items(), texts, strict=True):
        site.write(path, text.replace(WORD, word))
    report, files = site.build().must_succeed().report, site.files()
    return [Case(path, word, _part(report, path), files) for path, word in words.items()]


def _part(report: Report, path: str) -> Report:
    """Return the part of a report that concerns one page."""
    return report._replace(
        problems=tuple(one for one in report.problems if one.location.path == path),
        drafts=tuple(one for one in report.drafts if one.path == path),
        future=tuple(one for one in report.future if one.path == path),
    )


@pytest.fixture(scope="module")
def kept_back(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Case]:
    """Return the pages of `KEPT_BACK` by their front matter."""
    headers = [header for header, _ in KEPT_BACK]
    texts = [f"---\ntitle: {WORD}\n{header}\n---\n{WORD}\n" for header in headers]
    return dict(zip(headers, together(tmp_path_factory.mktemp("kept"), texts), strict=True))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Case]:
    """Return the pages of `WHOLE` by their text."""
    return dict(zip(WHOLE, together(tmp_path_factory.mktemp("whole"), WHOLE), strict=True))


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Case]:
    """Return the pages of `PUBLISHED` by their front matter."""
    texts = [f"---\ntitle: 글\n{header}\n---\n{WORD}\n" for header in PUBLISHED]
    return dict(zip(PUBLISHED, together(tmp_path_factory.mktemp("published"), texts), strict=True))


@pytest.mark.parametrize(("header", "code"), KEPT_BACK)
def test_a_page_with_a_privacy_marker_is_not_published(kept_back: dict[str, Case], header: str, code: str) -> None:
    """No file of the site contains it, the other pages are built, and its problem has a line and a hint."""
    path, word, report, files = kept_back[header]

    assert leaks(files, word) == []
    assert "posts/open/index.html" in files
    assert code in {"", *(problem.code for problem in report.problems if problem.location.line and problem.hint)}
    assert bool(reasons_of_build(report)) == (code in STOPS)
    assert [one.path for one in (*report.drafts, *report.future)] == [path]


@pytest.mark.parametrize("text", WHOLE)
def test_a_privacy_marker_in_broken_front_matter_counts(whole: dict[str, Case], text: str) -> None:
    """A front-matter fence that is misspelt, missing or not on the first line does not publish a private page."""
    case = whole[text]

    assert leaks(case.files, case.word) == []
    assert [one.argument("allow") for one in reasons_of_build(case.report)] == ["private"]


@pytest.mark.parametrize("header", PUBLISHED)
def test_a_key_that_is_no_privacy_marker_is_ignored(published: dict[str, Case], header: str) -> None:
    """A key with the opposite meaning, or one that is only similar, neither hides the page nor stops a deployment."""
    case = published[header]

    assert leaks(case.files, case.word)
    assert reasons_of_build(case.report) == ()


def test_a_private_page_is_a_draft_in_the_preview(site: SiteTest) -> None:
    """The author sees it there like any draft."""
    site.write("content/posts/kept.md", f"---\ntitle: 글\nprivate: true\n---\n{WORD}\n")
    site.drafts = True

    site.build().must_succeed()

    assert "posts/kept/index.html" in leaks(site.files(), WORD)


def test_a_private_page_stops_a_deployment(tmp_path: Path) -> None:
    """Nothing is pushed and the location is reported; `--allow private` publishes the rest, never the page."""
    bench = Bench.made(tmp_path)
    bench.write("content/posts/kept.md", f"---\ntitle: 글\npassword: 1234\n---\n{WORD}\n")

    stopped = bench.deploy()

    assert stopped.returncode == 1
    assert "content/posts/kept.md:3:1" in stopped.stderr
    assert "--allow private" in stopped.stderr
    assert bench.tip == ""
    bench.deployed("--allow", "private")
    assert not [path for path in bench.files() if WORD in bench.show(path)]


def test_every_reason_to_stop_has_a_name_for_allow() -> None:
    """Each warning in the table has a name that `--allow` accepts."""
    assert {stop.allow for stop in STOPS.values()} <= set(ALLOWED)


# A text whose word is a comment.
COMMENTED = [
    f"글 %%{WORD}%% 끝",
    f"%%{WORD}%%",
    f"# 제목 %%{WORD}%%\n\n글",
    f"## 제목 %%{WORD}%%\n\n글\n\n## 둘 %%{WORD}%%\n",
    f"%%\n{WORD}\n\n- {WORD}\n\n%%\n\n글",
    f"글\n\n%% {WORD}\n\n{WORD}",
    f"> 인용 %%{WORD}%%\n>\n> %%\n> {WORD}\n>\n> %%\n",
    f"- 하나 %%{WORD}%%\n- %% {WORD}\n  {WORD} %% 둘\n",
    f"![대체 %%{WORD}%% 글](/a.png)\n\n[말 %%{WORD}%%](https://a.kr '제목 %%{WORD}%%')\n",
    f"| 가 | 나 %%{WORD}%% |\n|---|---|\n| %%{WORD}%% | 라 |\n",
    f"글[^1]\n\n[^1]: 각주 %%{WORD}%%\n",
    f"**굵게 %%{WORD}%%** `코드` %%`{WORD}`%% \\`%%{WORD}%%\\`",
    f"%%```%%\n\n%%{WORD}%%\n",
    f"%%\n```\n{WORD}\n```\n%%\n",
    f"<div>%%{WORD}%%</div>\n",
    f"{{% note %}}\n%%{WORD}%%\n{{% endnote %}}\n",
    f"요약 %%{WORD}%%\n\n<!-- more -->\n\n글",
]
IN_CODE = ["`%%{}%%`", "```\n%% {}\n```", "```mermaid\ngraph TD\n%% {}\nA-->B\n```", "    %%{}%%", "<pre>%%{}%%</pre>"]


@pytest.fixture(scope="module")
def commented(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Case]:
    """Return a page for each text of `COMMENTED`; with four more of each, its tag has a feed."""
    texts = [
        f"---\ntitle: 글\ndate: 2020-01-0{number + 1}\ntags: [가{at}]\n---\n{text}"
        for number in range(5)
        for at, text in enumerate(COMMENTED)
    ]
    named = f"---\ntitle: 이름 %%{WORD}%%\nsummary: 요약 %%{WORD}%%\n---\n글\n"
    cases = together(tmp_path_factory.mktemp("commented"), [*texts, named])
    assert {f"tags/가{at}/feed.xml" for at, _ in enumerate(COMMENTED)} <= cases[0].files.keys()
    return dict(zip(COMMENTED, cases[: len(COMMENTED)], strict=True))


@pytest.mark.parametrize("text", COMMENTED)
def test_a_comment_is_in_no_file_of_the_site(commented: dict[str, Case], text: str) -> None:
    """Its text is in no page, summary, feed, heading or alternative text, and is reported once with a count."""
    case = commented[text]

    assert leaks(case.files, WORD, "%%") == []
    found = [one for one in case.report.problems if one.code == "hidden-words"]
    assert [(bool(one.location.column), int(one.argument("count")) > 0) for one in found] == [(True, True)]
    assert {one.argument("allow") for one in reasons_of_build(case.report)} == {"private"}


@pytest.mark.parametrize("text", IN_CODE)
def test_comment_signs_in_code_are_code(site: SiteTest, text: str) -> None:
    """A post about Obsidian, Mermaid or batch files keeps its examples, and no deployment stops."""
    site.write("content/posts/a.md", f"---\ntitle: 글\n---\n글\n\n{text.format(WORD)}\n")

    report = site.build().must_succeed().report

    assert "posts/a/index.html" in leaks(site.files(), WORD)
    assert reasons_of_build(report) == ()


def test_an_unclosed_comment_makes_the_page_a_draft(site: SiteTest) -> None:
    """Its end is unknown; after a digit `%%` is a percentage, which is only a warning."""
    site.write("content/posts/doubt.md", f"---\ntitle: 글\n---\n글 %% {WORD}\n\n끝\n")
    site.write("content/posts/sure.md", "---\ntitle: 글\n---\n100%% 확실\n")

    built = site.build().must_succeed()

    assert leaks(site.files(), WORD) == []
    assert "100%%" in site.page("posts/sure/index.html")
    assert built.problems == ["content/posts/doubt.md:4:3 unclear-comment", "content/posts/sure.md:4:4 lone-percents"]


def test_line_numbers_after_a_comment_are_correct(site: SiteTest) -> None:
    """A problem below a comment of several lines is reported with its line in the source."""
    site.write("content/posts/a.md", "---\ntitle: 글\n---\n%%\n하나\n\n둘\n%%\n\n[끊긴](nowhere.md)\n")

    assert site.build().problems == [
        "content/posts/a.md:4:1 hidden-words",
        "content/posts/a.md:10:6 broken-link",
    ]
