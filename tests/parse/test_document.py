"""One source is parsed into one document: options of front matter and settings, and reading time."""

import pytest

from byeoru.model.content import Dialect, Document, Parsed, ParseOptions, Source
from byeoru.parse.document import parse
from markdown_test import html_of

OPTIONS = ParseOptions(("posts", "notes", "pages"), "Asia/Seoul", "ko", Dialect())


def parsed(text: str, options: ParseOptions = OPTIONS, path: str = "content/posts/a.md") -> Parsed:
    """Parse a text that has no errors."""
    result = parse(Source(path, text.encode(), "", "k"), options).value
    assert result is not None
    return result


def document(text: str) -> Document:
    return parsed(text).document


def test_breaks_are_chosen_by_site_and_by_post() -> None:
    """`breaks` in the front matter of a post overrides the settings, in either direction."""
    broken = ParseOptions(OPTIONS.sections, "Asia/Seoul", "ko", Dialect(breaks=True))

    assert "<br>" in html_of(parsed("---\nbreaks: true\n---\n가\n나\n"))
    assert "<br>" not in html_of(parsed("가\n나\n"))
    assert "<br>" in html_of(parsed("가\n나\n", broken))
    assert "<br>" not in html_of(parsed("---\nbreaks: false\n---\n가\n나\n", broken))


def test_a_summary_ends_with_the_mark_for_more() -> None:
    """The text before `<!-- more -->` is the summary, without markup and images."""
    text = "## 머리\n\n첫 **문단**이다.\n\n![그림](a.png)\n\n<!-- more -->\n\n둘째 문단이다.\n"

    assert document(text).meta.summary == "머리 첫 문단이다."


def test_a_summary_joins_short_paragraphs() -> None:
    """Short paragraphs are joined up to 80 characters, but not beyond a heading unless they say nothing."""
    long = "가나다라 " * 17

    assert document("첫 문단.\n\n둘째.\n").meta.summary == "첫 문단. 둘째."
    assert document(f"{long}.\n\n둘째.\n").meta.summary == f"{long}."
    assert document("요약\n\n## 둘\n\n본문이다.\n").meta.summary == "요약 본문이다."
    assert (
        document("이 글은 첫 문단이 스무 자를 넘는다.\n\n## 둘\n\n본문이다.\n").meta.summary
        == "이 글은 첫 문단이 스무 자를 넘는다."
    )
    assert document("짧다.\n\n> 인용\n\n{% nobody %}\n\n끝.\n").meta.summary == "짧다. 끝."


def test_reading_time_counts_eojeol_code_and_pictures() -> None:
    """A thousand eojeol take five minutes, thirty lines of code one, six images one."""
    assert document("낱말을 " * 1010).meta.minutes == 5
    assert document("글\n\n```\n" + "x = 1\n" * 30 + "```\n").meta.minutes == 1
    assert document("낱말을 " * 404 + "\n\n" + "![](a.png)\n\n" * 6).meta.minutes == 3


def test_a_template_tag_of_another_program_keeps_places() -> None:
    """A problem below `{% highlight %}` is reported on its line in the source."""
    text = "---\ntitle: a\n---\n{% highlight python %}\nx = 1\n{% endhighlight %}\n\n{% nobody_knows %} <pid>\n"
    result = parse(Source("content/posts/a.md", text.encode(), "", "k"), OPTIONS)

    assert [(one.code, one.location.line) for one in result.problems] == [("unknown-tag", 8), ("vanishing-tag", 8)]


@pytest.mark.parametrize(("name", "expected"), [("nolang", ["unknown-language"]), ("txt", []), ("viml", []), ("", [])])
def test_only_a_language_that_nobody_knows_is_named(name: str, expected: list[str]) -> None:
    """Only unknown languages are reported, not plain text or languages with a similar lexer."""
    result = parse(Source("content/posts/a.md", f"```{name}\nx\n```\n".encode(), "", "k"), OPTIONS)

    assert [one.code for one in result.problems] == expected


@pytest.mark.parametrize(
    ("path", "text", "is_reported"),
    [
        ("content/posts/a.md", "---\ntitle: a\n---\n\n", True),
        ("content/posts/a.md", "---\ntitle: a\n---\n%%메모%%\n", True),
        ("content/posts/a.md", "---\ntitle: a\ndraft: true\n---\n", False),
        ("content/posts/a.md", "---\ntitle: a\ntemplate: a.html\n---\n", False),
        ("content/posts/a.md", "---\ntitle: a\n---\n글\n", False),
        ("_drafts/a.md", "---\ntitle: a\n---\n", False),
        ("content/notes/a.md", "---\ntitle: a\n---\n", False),
    ],
)
def test_a_post_without_text_is_reported(path: str, text: str, is_reported: bool) -> None:
    """An empty post is published with a warning, unless it is a draft or its template generates the text."""
    problems = parse(Source(path, text.encode(), "", "k"), OPTIONS).problems

    assert ("empty-post" in [problem.code for problem in problems]) == is_reported


def test_what_a_plugin_computes_is_left_out_of_notes() -> None:
    """Queries, views and commands of plugins show nothing in a note, and each is reported with its line."""
    text = (
        "```dataview\nLIST\n```\n\n가 `= this.x` `$= dv.y` `= 3` {{query (z)}}\n\n"
        "<% tp.date.now() %>\n\n![[표.base]] [[표.base|표]]\n"
    )
    result, problems = parse(Source("content/notes/a.md", text.encode(), "", "k"), OPTIONS)
    assert result is not None

    assert html_of(result) == "<p>가   <code>= 3</code> </p>\n<p> 표</p>\n"
    assert [(one.code, one.location.line) for one in problems] == [
        ("computed-left-out", line) for line in (7, 1, 5, 5, 5, 9)
    ]
    assert "language-dataview" in html_of(parsed(text))  # in a post, which may show how to write them


def test_a_drawing_is_no_page() -> None:
    """The text of a drawing of Excalidraw is data."""
    drawing = "---\nexcalidraw-plugin: parsed\n---\n# Drawing\n"

    assert parse(Source("content/notes/a.md", drawing.encode(), "", "k"), OPTIONS).value is None


def test_a_canvas_is_a_link_to_its_file() -> None:
    """A canvas is not drawn, and the author is told."""
    result, problems = parse(Source("content/notes/a.md", "![[지도.canvas]]\n".encode(), "", "k"), OPTIONS)
    assert result is not None

    assert [slot.kind for slot in result.slots] == ["embed"]
    assert [one.code for one in problems] == ["canvas-as-link"]


def test_classes_of_a_page_are_names() -> None:
    """`cssclasses` of Obsidian, in a list or a text, are classes; what could end the attribute is left out."""
    assert document('---\ncssclasses: [wide, a"b, 넓게]\n---\n').css_classes == ("wide", "넓게")
    assert document("---\ncssclass: wide cards\n---\n").css_classes == ("wide", "cards")
