"""Info strings of code fences, in the syntax of many programs."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byeoru.parse.code_blocks.fence_info import LAST_LINE, Fence, line_numbers, read_info, with_attributes


def lines(*numbers: int) -> frozenset[int]:
    return frozenset(numbers)


@pytest.mark.parametrize(
    ("info", "fence"),
    [
        ("", Fence()),
        ("  Python  ", Fence("python")),
        # Gatsby, Docusaurus, VitePress, rehype-pretty-code
        ("js{1,3-5}", Fence("js", marked=lines(1, 3, 4, 5))),
        ("js {1, 3-5}", Fence("js", marked=lines(1, 3, 4, 5))),
        ("ts{4}", Fence("ts", marked=lines(4))),
        ("js:title=app.js", Fence("js", "app.js")),
        ('js:title="my app.js"', Fence("js", "my app.js")),
        ("js{1}{numberLines: 5}", Fence("js", numbers=True, first_number=5, marked=lines(1))),
        (
            'jsx title="/src/x.js" showLineNumbers {1,4-6}',
            Fence("jsx", "/src/x.js", numbers=True, marked=lines(1, 4, 5, 6)),
        ),
        ("js showLineNumbers{7} /re/", Fence("js", numbers=True, first_number=7)),
        ("js:line-numbers {1}", Fence("js", numbers=True, marked=lines(1))),
        ("ts:line-numbers=2", Fence("ts", numbers=True, first_number=2)),
        ("ts:no-line-numbers", Fence("ts")),
        ("js [config.js]", Fence("js", "config.js")),
        ("js {1|2-3}", Fence("js", marked=lines(1, 2, 3))),
        ("js {1..3}", Fence("js", marked=lines(1, 2, 3))),
        # Zenn, Qiita, and a file's name alone
        ("js:src/App.js", Fence("js", "src/App.js")),
        ("docker:Dockerfile", Fence("docker", "Dockerfile")),
        ("diff js:src/App.js", Fence("diff", "src/App.js")),
        ("js src/App.js", Fence("js", "src/App.js")),
        ("js App.js{1}", Fence("js", "App.js", marked=lines(1))),
        ("tsx app/[slug]/page.tsx {1}", Fence("tsx", "app/[slug]/page.tsx", marked=lines(1))),
        ("java title:설정.java", Fence("java", "설정.java")),
        ('java title:"App.java"', Fence("java", "App.java")),
        ('js a.js title="b.js"', Fence("js", "b.js")),
        # Material, Python-Markdown, Pandoc
        ('python title="a.py" linenos', Fence("python", "a.py", numbers=True)),
        ('Python hl_lines="2 7-9"', Fence("python", marked=lines(2, 7, 8, 9))),
        ('python linenums="5"', Fence("python", numbers=True, first_number=5)),
        ('python linenums="0"', Fence("python")),
        ('{ .yaml .annotate title="x" }', Fence("yaml", "x", is_annotated=True)),
        ('{.python hl_lines="1"}', Fence("python", marked=lines(1))),
        ('{#first .c++ .numberLines startFrom="100"}', Fence("c++", numbers=True, first_number=100)),
        ("c# {.line-numbers}", Fence("c#", numbers=True)),
        ('title="a}b"', Fence("", "a}b")),
        ('linenums="1"', Fence(numbers=True)),
        # Hugo and Hexo
        (
            'go {linenos=table,hl_lines=[8,"15-17"],linenostart=199}',
            Fence("go", numbers=True, first_number=199, marked=lines(8, 15, 16, 17)),
        ),
        ("go {linenos=false}", Fence("go")),
        ("js Array map https://a.kr/x.js link text", Fence("js", "Array map")),
        ("js first_line:5 mark:6-7", Fence("js", numbers=True, first_number=5, marked=lines(2, 3))),
        # Expressive Code
        (
            'js {2} ins={3} del={4} "word" collapse={1-5} showLineNumbers=false frame="none"',
            Fence("js", marked=lines(2), added=lines(3), removed=lines(4)),
        ),
        ('js ins="user2" startLineNumber=5 focus={1}', Fence("js", numbers=True, first_number=5, focused=lines(1))),
        # Quarto, R Markdown, MyST, rustdoc
        ("{python}", Fence("python")),
        ("{{python}}", Fence("python")),
        ("{r setup, echo=FALSE}", Fence("r")),
        ("{code-block} python", Fence("python")),
        ("rust,ignore", Fence("rust")),
        # names, and a rest that means nothing
        ("[bash]", Fence("bash")),
        ("language-js", Fence("js")),
        ("shell script", Fence("shell")),
        ("python3 -i", Fence("python3")),
        ("C++", Fence("c++")),
        ("c#", Fence("c#")),
        ("f#", Fence("f#")),
        (".net", Fence(".net")),
        ("objective-c", Fence("objective-c")),
        ("html+django", Fence("html+django")),
        ("java 1.8", Fence("java")),
        ('py" onload=x', Fence("py")),
        ("js it's {1}", Fence("js", marked=lines(1))),
    ],
)
def test_a_spelling_is_understood(info: str, fence: Fence) -> None:
    """An info string in the syntax of another program has the same meaning here."""
    assert read_info(info) == fence


@pytest.mark.parametrize(
    ("text", "fence"),
    [
        (' file="a b.py" .nolineno ', Fence("c", "a b.py")),
        (".line-numbers .language-python", Fence("python", "t", numbers=True)),
        ('hl_lines="1 3-4"', Fence("c", "t", numbers=True, marked=lines(1, 3, 4))),
        (".wide #here", Fence("c", "t", numbers=True)),
    ],
)
def test_attributes_below_a_block_are_added_to_it(text: str, fence: Fence) -> None:
    """An attribute line of kramdown overrides the info string; its classes are not languages."""
    assert with_attributes(Fence("c", "t", numbers=True), text) == fence


def test_a_huge_range_is_cut() -> None:
    """A huge line number cannot exhaust the memory."""
    fence = read_info(f"js {{1-999999999}} ins={{{'9' * 5000}}} linenums={'9' * 5000}")

    assert fence.marked == frozenset(range(1, LAST_LINE + 1))
    assert fence.added == frozenset()
    assert fence.first_number == 999999


@given(st.lists(st.tuples(st.integers(-5, 40), st.integers(-5, 40))))
def test_overlapping_ranges_are_their_union(spans: list[tuple[int, int]]) -> None:
    """Lines are counted from 1, even if ranges overlap or run backwards."""
    union = {line for first, last in spans for line in range(max(first, 1), last + 1)}

    assert line_numbers(spans) == union


def test_overlapping_ranges_are_walked_once() -> None:
    """Fifty thousand overlapping ranges are expanded once, not once each."""
    start = time.process_time()

    assert len(line_numbers([(1, LAST_LINE)] * 50_000)) == LAST_LINE
    assert time.process_time() - start < 2


PIECES = [*"{}[]\"'=:,.-+#/ \t\n1a가`<>", "title", "linenos", "mark:", "hl_lines=", "{.", "1-9", "//", "js"]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join)))
def test_any_string_gives_a_fence(text: str) -> None:
    """No info string is an error, or results in an invalid language name."""
    for fence in (read_info(text), with_attributes(read_info(text), text)):
        assert not set(fence.language) & set(" \t\n\"'`{}[]=:,")
        assert fence.language == "".join(fence.language.split())
        assert fence.first_number >= 0
        assert all(1 <= line <= LAST_LINE for line in fence.marked | fence.added | fence.removed | fence.focused)


@pytest.mark.parametrize(
    "piece",
    [
        "{",
        "}",
        "[",
        "'",
        '"',
        "'\"",
        "=",
        "a=",
        "a=[",
        "a={",
        "{'",
        '["',
        "{1-9999}",
        "1,",
        "mark:1-9999 ",
        "a.",
        "/a",
        "{.a ",
        " ",
        ":",
        "a:1,",
        'a="',
        "[]",
    ],
)
@pytest.mark.parametrize("count", [10_000, pytest.param(100_000, marks=pytest.mark.slow)])
def test_reading_takes_time_in_proportion(piece: str, count: int) -> None:
    """Large inputs take a fraction of a second; a quadratic loop would take a hundred times as long."""
    start = time.process_time()

    read_info("js " + piece * count)

    assert time.process_time() - start < count / 20_000
