"""Code blocks: titles, lines, marks and notes, without losing text."""

import re
import time
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byeoru.parse.code_blocks.block import extract_marks, render_code
from byeoru.parse.code_blocks.fence_info import Fence, read_info
from byeoru.parse.code_blocks.highlight import highlight

ALL = Fence("js", "a.js", True, 5, frozenset({1, 3}), frozenset({2}), frozenset({4}), frozenset({1}), True)


def text_of(html: str) -> str:
    """Return the text that a reader copies."""
    return unescape(re.sub(r"<[^>]*>", "", re.sub(r"<figcaption>.*?</figcaption>", "", html)))


@pytest.mark.parametrize(
    ("language", "css"), [("", ""), ("js", ' class="language-js"'), ("c++", ' class="language-c++"')]
)
def test_a_plain_block_is_plain(language: str, css: str) -> None:
    """A block without options gets no wrapper elements."""
    html = render_code("a\n", Fence(language), "a\n")

    assert html == f'<div class="highlight"><pre><code{css}>a\n</code></pre></div>\n'


def test_a_title_makes_a_figure() -> None:
    """A title is placed above the block, and the lines of the block are not wrapped."""
    html = render_code("a\n", Fence("js", "src/App.js"), "a\n")

    assert html == (
        '<figure class="code"><figcaption>src/App.js</figcaption>'
        '<div class="highlight"><pre><code class="language-js">a\n</code></pre></div></figure>\n'
    )


def test_lines_are_wrapped_one_by_one() -> None:
    """Each line has its own classes and number; line breaks stay between the wrappers."""
    html = render_code("a\n\nb\n", read_info("js linenos=5 {1} ins={2} del={3} focus={3}"), "a\n\nb\n")

    assert html == (
        '<div class="highlight"><pre><code class="language-js">'
        '<span class="line marked" data-line="5">a</span>\n'
        '<span class="line added" data-line="6"></span>\n'
        '<span class="line removed focused" data-line="7">b</span>\n'
        "</code></pre></div>\n"
    )


@pytest.mark.parametrize("nasty", ["<img src=x onerror=y>", '"><script>alert(1)</script>', "' onload='x", "a&lt;b"])
def test_no_title_and_no_language_breaks_out(nasty: str) -> None:
    """A title or language is escaped, in attributes and between tags."""
    html = render_code("x", Fence(nasty, nasty, marked=frozenset({1})), "x")

    assert re.findall(r"<(\w+)", html) == ["figure", "figcaption", "div", "pre", "code", "span"]
    assert unescape(re.findall(r'class="language-([^"]*)"', html)[0]) == nasty
    assert unescape(re.findall(r"<figcaption>([^<]*)<", html)[0]) == nasty


@pytest.mark.parametrize(
    ("line", "left", "kind"),
    [
        ("a() // [!code ++]", "a()", "added"),
        ("a # [!code --]", "a", "removed"),
        ("<a> <!-- [!code highlight] -->", "<a>", "marked"),
        ("a {} /* [!code focus] */", "a {}", "focused"),
        ("  a -- [!code hl]  ", "  a", "marked"),
        ("a // [!code warning]", "a", "marked"),
        ("<A /> {/* [!code ++] */}", "<A />", "added"),
        ("a // highlight-line", "a", "marked"),
    ],
)
def test_a_comment_marks_its_line(line: str, left: str, kind: str) -> None:
    """A mark at the end of a line is removed, and that line is marked."""
    code, fence = extract_marks(f"x\n{line}\ny\n", Fence("js"))

    assert code == f"x\n{left}\ny\n"
    assert fence == Fence("js")._replace(**{kind: frozenset({2})})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "left", "marked"),
    [
        ("# highlight-next-line\na\nb\n", "a\nb\n", {1}),
        ("x\n  {/* highlight-start */}\na\nb\n  {/* highlight-end */}\nc\n", "x\na\nb\nc\n", {2, 3}),
        ("// highlight-start\na\nb", "a\nb", {1, 2}),
        ("// [!code highlight:2]\na\nb\nc", "a\nb\nc", {1, 2}),
        ("a // [!code highlight:2]\nb\nc", "a\nb\nc", {1, 2}),
        ("// highlight-end\na", "a", set()),
        ("a // [!code word:a]\n", "a\n", set()),
    ],
)
def test_a_comment_marks_many_lines(code: str, left: str, marked: set[int]) -> None:
    """A mark on a line of its own is removed with the line, and marks the lines after it."""
    remaining, fence = extract_marks(code, Fence())

    assert (remaining, fence) == (left, Fence(marked=frozenset(marked)))


def test_marks_add_up() -> None:
    """A line can have two marks, which are added to the options of the info string."""
    code, fence = extract_marks("a // [!code ++] // [!code focus]\n", Fence("js", marked=frozenset({1})))

    assert code == "a\n"
    assert (fence.marked, fence.added, fence.focused) == (frozenset({1}),) * 3


@pytest.mark.parametrize(
    "code",
    [
        ".highlight-line { color: red }\n",
        'say("[!code ++]")\n',
        "a // [!code unknown]\n",
        "a // highlight-next-line\n",
        "text [!code ++]\n",
        "a // see highlight-start\n",
    ],
)
def test_what_only_looks_like_a_mark_stays(code: str) -> None:
    """Code that only mentions marks is not changed."""
    assert extract_marks(code, Fence("js")) == (code, Fence("js"))


@pytest.mark.parametrize(
    ("language", "line", "left"),
    [
        ("yaml", "a: b # (1)!", "a: b"),
        ("js", "f(1) // (1)", "f(1)"),
        ("html", "<a> <!-- (1)! -->", "<a>"),
        ("css", "a {} /* (1)! */", "a {}"),
        ("properties", "a=b # (1)", "a=b"),
        ("sql", "-- (1)", ""),
        ("", "a # (1)", "a"),
    ],
)
def test_a_comment_becomes_a_note(language: str, line: str, left: str) -> None:
    """In an annotated block, a numbered comment becomes a note that is not copied with the code."""
    html = render_code(f"{line}\nb\n", Fence(language, is_annotated=True), highlight(f"{line}\nb\n", language))

    assert text_of(html) == f"{left}\nb\n\n"
    assert '<span class="note" data-note="1"></span>\n' in html
    assert html.count("<span") == html.count("</span>")


def test_without_notes_a_comment_stays() -> None:
    """Comments become notes only in blocks with `.annotate`."""
    assert "# (1)" in render_code("a # (1)\n", Fence("py"), highlight("a # (1)\n", "py"))


CODE = st.text(st.sampled_from("ab가 \n\t<>&\"'#/*-{}()[]!1=.:;"), max_size=80)


@given(CODE, st.sampled_from(["", "js", "python", "html", "yaml", "console", "nobody"]))
def test_no_word_is_lost(code: str, language: str) -> None:
    """Code without marks is not changed, whatever its options say about lines."""
    options = ALL._replace(language=language, is_annotated=False)

    taken, fence = extract_marks(code, options)
    html = render_code(taken, fence, highlight(taken, language))

    assert (taken, fence) == (code, options)
    assert text_of(html) == f"{code}\n"


@given(st.text(st.sampled_from("a \n<&(1)!#/*-{}"), max_size=60), st.sampled_from(["", "js", "python", "html", "yaml"]))
def test_tags_are_balanced(code: str, language: str) -> None:
    """Notes never remove one tag of a pair, or a line."""
    html = render_code(code, ALL, highlight(code, language))

    assert html.count("<span") == html.count("</span>")
    assert text_of(html).count("\n") == code.count("\n") + 1


@pytest.mark.parametrize(
    "piece",
    [
        "// [!code ++] ",
        "// [!code highlight:9999]\n",
        "[!code ",
        "highlight-start ",
        "// highlight-start\n",
        "# (1) ",
        "a # (1)\n",
    ],
)
@pytest.mark.parametrize("count", [10_000, pytest.param(100_000, marks=pytest.mark.slow)])
def test_marks_take_time_in_proportion(piece: str, count: int) -> None:
    """Large inputs take a fraction of a second; a quadratic loop would take a hundred times as long."""
    start = time.process_time()

    code, fence = extract_marks(piece * count + " " * count, Fence(is_annotated=True))
    render_code(code, fence, code)

    assert time.process_time() - start < count / 20_000
