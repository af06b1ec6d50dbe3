"""Markdown and code are rendered correctly, safely, and without losing a word."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from byeoru.model.content import Dialect, Slot
from byeoru.parse.markdown import Rendered, render
from markdown_test import bare, html, html_of, problems, slots_of


def rendered(text: str) -> Rendered:
    """Render a text that begins on the fifth line of its file."""
    return render(text, "a.md", 5)


def test_references_become_slots_with_their_places() -> None:
    """References of links, images and raw HTML become slots with locations; URLs of other sites do not."""
    result = rendered("가 [b](../b.md#x) ![그림](a%20b.png)\n\n<img src='c.png'> [밖](https://a.kr/)\n")

    assert result.slots == (
        Slot("link", "../b.md#x", 5, 7, 9),
        Slot("image", "a%20b.png", 5, 24, 9),
        Slot("image", "c.png", 7, 11, 5),
    )
    assert slots_of(result.body) == list(range(len(result.slots)))
    assert "https://a.kr/" in str(result.body.pieces[-1])


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "vbscript:x", "data:text/html,x", "&#106;avascript:x"]
)
def test_a_link_that_runs_a_script_is_no_link(link: str) -> None:
    """A link with a scheme that runs a script is text."""
    assert "<a" not in html_of(rendered(f"[x]({link})"))


@pytest.mark.parametrize(
    "text", ['```py" onload=alert(1)\nx\n```', '!["><script>](a.png)', '[x](<a"b>)', "# <img src=x onerror=y>"]
)
def test_no_text_breaks_out_of_an_attribute(text: str) -> None:
    """Text is escaped where it becomes an attribute."""
    page = html(text, Dialect(html=False))

    assert "<script" not in page
    assert "onerror=y>" not in page.replace("&gt;", "")
    assert "onload=" not in page.partition(">")[0] or "&quot;" in page


def library_html(text: str) -> str:
    """Render with the library alone, for constructs that we do not change."""
    parser = MarkdownIt("commonmark", {"maxNesting": 300, "xhtmlOut": False}).enable(["table", "strikethrough"])
    return str(parser.render(text))


@given(
    st.lists(
        st.sampled_from(
            [
                "- a\n",
                "  - b\n",
                "1. c\n",
                "> d\n",
                "글 **e** *f* ~~g~~\n",
                "\n",
                "***\n",
                "    h\n",
                "|a|b|\n|-|:-:|\n|1|2|\n",
                "# i\n",
                "j  \nk\n",
                '<b>l</b> &amp; "m"\n',
                "`n`\n",
            ]
        ),
        max_size=14,
    )
)
def test_our_renderer_makes_what_the_library_makes(blocks: list[str]) -> None:
    """Our renderer produces the HTML of the library, except for what we add."""
    text = "".join(blocks)

    assert bare(html(text)) == library_html(text)


def test_raw_html_keeps_its_scripts_and_has_all_its_references_found() -> None:
    """Raw HTML attributes in any quoting style become slots; the contents of a script do not."""
    result = rendered(
        "<div><a HREF=/x>a</a> <img alt='a > b' src='y.png'><video src=v.mp4 poster=\"p.png\"></video></div>\n"
    )
    script = rendered("<script>document.write(\"<a href='/x'>\");</script>\n")

    assert [slot.target for slot in result.slots] == ["/x", "y.png", "v.mp4", "p.png"]
    assert script.slots == ()
    assert html_of(script) == "<script>document.write(\"<a href='/x'>\");</script>\n"


def test_many_equal_headings_are_numbered_in_linear_time() -> None:
    """Many equal headings get different ids, in linear time."""
    result = rendered("# a\n" * 5000)

    assert [heading.id for heading in result.body.headings[:3]] == ["a", "a-1", "a-2"]
    assert len({heading.id for heading in result.body.headings}) == 5000


def test_what_is_nested_too_deep_is_text() -> None:
    """Blocks below the nesting limit are shown as text, and the line is reported."""
    deep = "글\n\n" + ">" * 400 + " word\n"

    assert problems(deep) == ["3:0 nested-too-deep"]
    assert f"<p>{'&gt;' * 100} word</p>" in html(deep)
    assert problems("> " * 100 + "word\n") == []


@pytest.mark.parametrize(("opening", "closing"), [("^[", "]"), ("![", "](a.png)")])
def test_a_footnote_or_picture_too_deep_within_others_is_text(opening: str, closing: str) -> None:
    """Footnotes and images below the nesting limit are shown as text, and the line is reported."""
    deep = "글\n\n" + opening * 300 + "word" + closing * 300

    assert problems(deep) == ["3:0 nested-too-deep"]
    assert f"{opening}{opening}" in html(deep)
    assert "word" in html(deep)
    assert problems(opening * 3 + "word" + closing * 3) == []


def title_of(text: str) -> tuple[str, str]:
    """Return the title that a text gives its page, and the rest of the text."""
    result = render(text, "a.md", 1, title="")
    return result.title, html_of(result)


def test_a_title_leaves_the_text_only_where_nothing_is_lost() -> None:
    """A first heading of plain words becomes the page title; any other heading stays in the text."""
    assert title_of("# 제목 *하나*\n글\n") == ("제목 하나", "<p>글</p>\n")
    assert title_of("글\n\n# 중간\n") == ("중간", '<p>글</p>\n<h1 id="중간">중간</h1>\n')
    assert title_of("# [이름](a.md)\n")[1].startswith("<h1")
    assert title_of("> # 인용\n")[0] == ""


@pytest.mark.parametrize(
    "date", ["2024 / 05 / 01", "작성일: 2024년 5월 1일 (수)", "May 1st, 2024", "<!-- x -->\n\n---"]
)
def test_a_title_leaves_the_text_below_a_date(date: str) -> None:
    """A heading that gives the title below nothing but a date, a comment or a line is shown once."""
    assert title_of(f"{date}\n\n# 제목\n글\n")[0] == "제목"
    assert "제목" not in title_of(f"{date}\n\n# 제목\n글\n")[1]


def test_a_heading_that_repeats_the_title_is_shown_once() -> None:
    """The first heading leaves the text if it is the title in the front matter, and nothing else."""
    assert "<h" not in html_of(render("## 긴  제목\n글\n", "a.md", 1, title="긴 제목"))
    assert "<h2" in html_of(render("## 다른 제목\n글\n", "a.md", 1, title="긴 제목"))
    assert "<h2" in html_of(render("글\n\n## 긴 제목\n", "a.md", 1, title="긴 제목"))
    assert "<h2" in html_of(render("## 긴 제목\n[위로](#긴-제목)\n", "a.md", 1, title="긴 제목"))
    assert render("# 다른 제목\n", "a.md", 1, title="긴 제목").title == "긴 제목"


@pytest.mark.parametrize(
    "make",
    [
        lambda n: "".join(f"[^{number}]: 글\n\n" for number in range(n)),
        lambda n: "글\n{: .x}\n\n" * n,
        lambda n: "* toc\n{:toc}\n\n글\n\n" * (n // 2),
        lambda n: "://" * (2 * n),
        lambda n: "[!note] " * (2 * n),
        lambda n: "[가](나.md) " * (2 * n),
        lambda n: "https://a.kr/" + ".;)" * (2 * n),
        lambda n: "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * n,
    ],
    ids=lambda make: make(100)[:12],
)
@pytest.mark.parametrize("size", [1000, pytest.param(10_000, marks=pytest.mark.slow)])
def test_much_of_what_we_added_ends(make: Callable[[int], str], size: int) -> None:
    """Our own rules take linear time, on inputs that were once quadratic."""
    assert rendered(make(size)).body


def test_deep_nesting_keeps_its_words() -> None:
    """100 levels of quotes keep their text, where the library's presets drop it below level 20."""
    assert "word" in html_of(rendered("> " * 100 + "word\n"))
    assert "word" in html_of(rendered("".join("  " * depth + "- a\n" for depth in range(45)) + "  " * 45 + "- word\n"))


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "text", ["[" * 50_000, "*a " * 20_000, "`" * 20_000 + "x", "| a" * 5_000, "<" * 50_000, "a](" * 20_000]
)
def test_hostile_texts_end(text: str) -> None:
    """Inputs that make parsers quadratic are processed within the time limit."""
    assert rendered(text).body


@given(st.text(alphabet="ab 가*_`[]()<>!#|-\n\"'&\\~", max_size=80))
def test_any_text_renders_and_slots_fit(text: str) -> None:
    """Any text renders, and each slot has its piece, in the order of the text."""
    result = rendered(text)

    assert slots_of(result.body) == list(range(len(result.slots)))
