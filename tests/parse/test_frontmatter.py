"""Front matter is read by type, its problems are located, and no problem loses a post."""

import pytest

from byeoru.base.diagnostic import Outcome
from byeoru.model.content import Dialect, Document, Parsed, ParseOptions, Source
from byeoru.parse.document import parse
from markdown_test import html_of

OPTIONS = ParseOptions(("posts", "notes", "pages"), "Asia/Seoul", "ko", Dialect())


def read(
    header: str, body: str = "본문\n", path: str = "content/posts/os/a.md", fence: str = "---"
) -> Outcome[Parsed | None]:
    """Parse a post with this header."""
    return parse(Source(path, f"{fence}\n{header}{fence}\n{body}".encode(), "digest", "key"), OPTIONS)


def document(header: str, **kind: str) -> Document:
    """Return the document of a header without problems."""
    parsed, problems = read(header, **kind)
    assert problems == ()
    assert parsed
    return parsed.document


def problems_of(header: str, **kind: str) -> list[str]:
    """Return the locations and codes of the problems of a header."""
    return [f"{one.location.line}:{one.location.column} {one.code}" for one in read(header, **kind).problems]


def test_a_field_has_the_type_that_it_should_have() -> None:
    """A text field is a text, even if YAML would read it as a number, a date or a boolean."""
    result = document("title: 1.10\ntags: [no, 2024, 1.10, yes]\ncategory: 012\nslug: 007\n")

    assert (result.meta.title, result.tags, result.categories, result.slug) == (
        "1.10",
        ("no", "2024", "1.10", "yes"),
        ("012",),
        "007",
    )


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2017-03-12 21:08:16 +0900", "2017-03-12T21:08:16+09:00"),
        ("2017-03-12 21:08:16 +00:00", "2017-03-13T06:08:16+09:00"),
        ("2016-1-8", "2016-01-08T00:00:00+09:00"),
        ("2020/12/21", "2020-12-21T00:00:00+09:00"),
        ("2016.11.28", "2016-11-28T00:00:00+09:00"),
        ("2020. 4. 27. 오후 3:04", "2020-04-27T15:04:00+09:00"),
        ('"2020-04-27 15:30"', "2020-04-27T15:30:00+09:00"),
        ("2026-11-22T15:04:05.123Z", "2026-11-23T00:04:05.123000+09:00"),
        ("2020년 4월 27일", "2020-04-27T00:00:00+09:00"),
        ("Jul 08 2022", "2022-07-08T00:00:00+09:00"),
        ("July 8, 2022", "2022-07-08T00:00:00+09:00"),
        ("8th July 2022", "2022-07-08T00:00:00+09:00"),
        ("Fri, 08 Jul 2022 10:00:00 +0900", "2022-07-08T10:00:00+09:00"),
        ("Fri Jul 08 2022 10:00:00 GMT+0100", "2022-07-08T18:00:00+09:00"),
        ("2022-07-08 3:04 PM", "2022-07-08T15:04:00+09:00"),
        ("20220708", "2022-07-08T00:00:00+09:00"),
        ("\n  created: 2022-07-08\n  updated: 2022-07-09", "2022-07-08T00:00:00+09:00"),
    ],
)
def test_dates_in_every_spelling(text: str, iso: str) -> None:
    """All common spellings of dates are read; those without a time zone are in the site's."""
    date = document(f"date: {text}\n").meta.date

    assert date is not None
    assert date.isoformat() == iso


def test_toml_is_read_like_yaml() -> None:
    """TOML between `+++` has the same fields, types and aliases."""
    result = document('title = "T"\ndate = 2026-01-02T03:04:05\ntags = ["a", "b"]\ndraft = true\n', fence="+++")

    assert result.meta.date is not None
    assert (result.meta.title, result.meta.date.isoformat(), result.tags, result.meta.draft) == (
        "T",
        "2026-01-02T03:04:05+09:00",
        ("a", "b"),
        True,
    )


@pytest.mark.parametrize("text", ["2024-02-30", "2024-13-01", "soon", "2024-01-01 25:00"])
def test_a_bad_date_is_pointed_at(text: str) -> None:
    """An invalid date is underlined and makes the post a draft, as it may be scheduled."""
    parsed, [problem] = read(f"title: a\ndate: {text}\n")

    assert (str(problem.location), problem.location.width, problem.code) == (
        "content/posts/os/a.md:3:7",
        len(text),
        "unreadable-date",
    )
    assert parsed
    assert parsed.document.meta.draft


def test_a_bad_date_of_an_update_decides_nothing() -> None:
    """An invalid date of an update is skipped, and the page is published."""
    parsed, [problem] = read("title: a\nupdated: soon\n")

    assert problem.code == "bad-date"
    assert parsed
    assert not parsed.document.meta.draft


def test_an_unknown_key_is_pointed_at() -> None:
    """An unknown key is underlined, and the nearest known key is suggested."""
    _, [problem] = read("title: Hi\ncategroies: [notes]\n")

    assert (problem.location.line, problem.location.column, problem.location.width) == (3, 1, 10)
    assert problem.argument("near") in {"category", "categories"}


def test_a_key_that_occurs_twice_keeps_its_first_value() -> None:
    """The first of two equal keys counts, also if the second is another spelling; the second is reported."""
    parsed, problems = read("title: a\ntitle: b\nlastmod: 2020-01-01\nupdated: 2021-01-01\n")

    assert [(one.code, one.location.line) for one in problems] == [("duplicate-key", 3), ("same-meaning-key", 5)]
    assert parsed
    assert parsed.document.meta.title == "a"


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("title:\n- a", "3:1 wrong-type"),
        ("tags: {a: b}", "2:7 wrong-type"),
        ("draft: maybe", "2:1 unclear-draft"),
        ("tags: [{a: b}]", "2:8 wrong-type"),
        ("slug: ../../etc", "2:7 leaves-the-site"),
        ("slug: '..%2f..%2fetc'", "2:7 leaves-the-site"),
        ("permalink: 'C:\\x'", "2:12 leaves-the-site"),
        ("permalink: /a/%2e%2e/b/", "2:12 leaves-the-site"),
        ("aliases: [/a/../../b]", "2:11 leaves-the-site"),
        ('slug: "a\\0b"', "2:7 leaves-the-site"),
        ("a: &x 1", "2:1 unknown-key"),
        ("slug: *x", "2:7 yaml-alias"),
    ],
)
def test_what_is_wrong_is_pointed_at(line: str, complaint: str) -> None:
    """Each problem has its line and column."""
    first, *more = problems_of(f"{line}\n")

    assert first == complaint
    assert all(one.endswith(" unclear-draft") for one in more)


@pytest.mark.parametrize(
    ("value", "quoted"),
    [
        ("[번역] 도커란", '"[번역] 도커란"'),
        ("도커: 시작하기", '"도커: 시작하기"'),
        ("@데코레이터", '"@데코레이터"'),
        ("`fit()` 사용", '"`fit()` 사용"'),
        ('"따옴표" 시작', "'\"따옴표\" 시작'"),
        ("%율과 비율", '"%율과 비율"'),
    ],
)
def test_a_title_that_yaml_refuses_is_taken_as_it_looks(value: str, quoted: str) -> None:
    """A title that is invalid YAML is read literally, with a hint how to quote it."""
    parsed, [problem] = read(f"title: {value}\ndate: 2020-01-02\ntags: [a]\n")

    assert (problem.code, problem.location.line, problem.location.column) == ("yaml-needs-quotes", 2, 8)
    assert problem.argument("quoted") == quoted
    assert parsed
    assert parsed.document.meta.date is not None
    assert (parsed.document.meta.title, parsed.document.tags) == (value, ("a",))


@pytest.mark.parametrize("line", ["draft: maybe", "draft: [", "published: @no", "status: `x"])
def test_a_draft_mark_that_cannot_be_read_keeps_the_post_back(line: str) -> None:
    """A page with a doubtful privacy marker is a draft."""
    parsed, problems = read(f"title: a\n{line}\n")

    assert problems
    assert parsed
    assert parsed.document.meta.draft


@pytest.mark.parametrize("line", ["draft: true", "draft: yes", "draft: 예", "status: draft", "status: Pending"])
def test_every_spelling_of_a_draft(line: str) -> None:
    """Every valid spelling of a draft makes the page a draft without a warning."""
    assert document(f"{line}\n").meta.draft


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: a\ndraft: true\n\n글\n",
        "---\ntitle: a\ndraft: true\n...\n글\n",
        "\n\n---\ntitle: a\ndraft: true\n---\n글\n",
        "\ufeff\ufeff---\ndraft: true\n---\n",
        "---\n title: [번역] 도커\n draft: true\n---\n",
        "---\ntitle: b\n draft: true\n---\n",
        "---\n{title: a: b, draft: true}\n---\n",
        '---\n"draft": [true\n---\n',
        "---\ndraft: false\ndraft: true\n---\n",
        "---\nDraft: true\n---\n",
        "---\nPublished: no\n---\n",
        "+++\ndraft = true\nx = [\n+++\n",
    ],
)
def test_however_a_draft_is_written_it_is_kept_back(text: str) -> None:
    """A page with a malformed draft marker is never published."""
    parsed, _ = parse(Source("content/posts/a.md", text.encode(), "digest", "key"), OPTIONS)

    assert parsed
    assert parsed.document.meta.draft


@pytest.mark.parametrize("line", ["date: 0001-01-01 00:00 +1400", "date: 9999-12-31 23:59 -0900", "date: 99999-01-01"])
def test_dates_at_the_ends_of_the_calendar_are_bad_dates(line: str) -> None:
    """A date that does not exist in the site's time zone is reported and does not crash."""
    assert [code.split()[1] for code in problems_of(f"{line}\n")] == ["unreadable-date"]


def test_a_number_of_thousands_of_digits_is_no_crash() -> None:
    """A number with thousands of digits, which TOML allows and Python rejects, does not crash."""
    problems = problems_of(f"n = {'9' * 5000}\n", fence="+++")

    assert [code.split()[1] for code in problems] == ["toml-syntax", "unclear-draft"]


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("a: " + "[" * 60_000, "yaml-too-deep"),
        ("a: " + "{a: " * 15_000, "yaml-too-deep"),
        ("- " * 30_000, "yaml-too-deep"),
        ("a: " + "x" * 70_000, "yaml-too-large"),
        ("a: &a [*a]", "yaml-alias"),
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", "yaml-alias"),
        ("- a\n- b", "yaml-not-mapping"),
        ("? [a, b]\n: c", "yaml-key-not-text"),
    ],
)
def test_yaml_that_ends_other_programs(header: str, code: str) -> None:
    """Depth, size and aliases of YAML are limited before objects are created; the post is a draft."""
    parsed, problems = read(header + "\n")

    assert [one.code for one in problems] == [code, "unclear-draft"]
    assert parsed
    assert parsed.document.meta.draft


def test_no_front_matter_at_all() -> None:
    """Without front matter, the title is the first heading, the category the folder, the date in the file name."""
    parsed, problems = parse(
        Source("content/posts/os/linux/2016-1-8-zombie.md", "# 좀비\n\n글.\n".encode(), "digest", "k"), OPTIONS
    )

    assert problems == ()
    assert parsed
    result = parsed.document
    assert result.meta.date is not None
    assert (result.meta.title, result.categories, result.meta.date.isoformat(), result.name) == (
        "좀비",
        ("os/linux",),
        "2016-01-08T00:00:00+09:00",
        "zombie",
    )
    assert "<h1" not in html_of(parsed)


@pytest.mark.parametrize("text", ["", "---\n---\n", "---\n\n---\n본문", "---\n# only a comment\n---\n"])
def test_an_empty_front_matter_is_none(text: str) -> None:
    """Empty front matter is valid; the title is the file name."""
    parsed, problems = parse(Source("content/notes/a.md", text.encode(), "digest", "k"), OPTIONS)

    assert problems == ()
    assert parsed
    assert parsed.document.meta.title == "a"


def test_a_thematic_break_is_no_front_matter() -> None:
    """A line of dashes without a closing one is part of the text."""
    parsed, problems = parse(Source("content/posts/a.md", b"---\n\ntext\n", "digest", "k"), OPTIONS)

    assert problems == ()
    assert parsed
    assert "<hr" in html_of(parsed)


def test_places_survive_a_byte_order_mark_and_crlf() -> None:
    """Lines and columns are those that an editor shows, also with a byte order mark and CRLF."""
    data = "\ufeff---\r\ntitle: a\r\nnope: b\r\n---\r\n글\r\n".encode()
    parsed, [problem] = parse(Source("content/posts/a.md", data, "digest", "k"), OPTIONS)

    assert str(problem.location) == "content/posts/a.md:3:1"
    assert parsed
    assert parsed.body.pieces == ("<p>글</p>\n",)
