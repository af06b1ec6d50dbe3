"""Properties of any text: it renders, its slots are complete, its HTML is valid, and no word is lost."""

from html.parser import HTMLParser
from itertools import count

import html5lib
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from byeoru.model.content import Dialect
from markdown_test import html, html_of, problems, rendered, slots_of

# Every mark that some rule reads, and what decides about the marks beside it: scripts, emoji, spaces, line ends.
ALPHABET = "*_~=`$[](){}<>!#|&\\^@:;.,+-/%'\"0 1aBx\t\n\r가힣ㄱ漢字あ。「」\u3000\u00a0\u200b\u200d\ufe0f\u0301🎉🇰👩\0"
PIECES = [
    *("**", "__", "``", "~~", "==", "](", "![", "[^", "^[", "[!", "{:", "{#", "{.", "${", "{{", "}}", "{%", "%}"),
    *(
        "\n\n",
        "    ",
        "\t",
        "  \n",
        "\\\n",
        "- ",
        "1. ",
        "> ",
        "\n> ",
        "\n- ",
        "\n  ",
        "- [ ] ",
        "- [x] ",
        "# ",
        "\n## ",
    ),
    *(
        "\n---\n",
        "\n===\n",
        "***\n",
        "```\n",
        "\n```\n",
        "```py title=x\n",
        "~~~",
        "\n$$\n",
        "$$",
        "|",
        "|-|-|\n",
        "|:-:|",
    ),
    *(
        "| a | b |\n|---|---|\n",
        "\n: ",
        "\n~ ",
        "> [!TIP] ",
        "> [!note]- ",
        "[^1]",
        "\n[^1]: ",
        "[a]: /b\n",
        "[a]",
        "[a][a]",
    ),
    *(
        "{#a}",
        "{: .x}",
        "\n{: .x}\n",
        "{.c width=3}",
        "{:toc}",
        "[TOC]",
        "[[toc]]",
        "{漢|한}",
        "{/*a*/}",
        ".prompt-tip",
    ),
    *("[b](c)", '![d](e "f")', "[![g](h)](i)", "<https://a.kr>", "https://a.kr/가에서", "www.a.kr", "a@b.kr"),
    *(
        "\nhttps://youtu.be/abcdefghijk\n",
        "\n*캡션*\n",
        "<!-- more -->",
        "&amp;",
        "&#65;",
        "&#0;",
        "&Tab;",
        r"\frac{1}{2}",
    ),
    *(
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "<div>\n",
        "</div>",
        "<?",
        "?>",
        "<![CDATA[",
        "]]>",
        "<script>",
        '<a href="',
        "<br/>",
    ),
    *(
        "가",
        "나다 ",
        "漢",
        "a",
        "1",
        " ",
        "\n",
        "*",
        "_",
        "`",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "$",
        "{",
        "}",
        "\\",
        "'",
        '"',
    ),
]
TEXTS = st.text(alphabet=ALPHABET, max_size=60) | st.lists(st.sampled_from(PIECES), max_size=16).map("".join)
DIALECTS = st.builds(Dialect, html=st.booleans(), breaks=st.booleans(), math=st.booleans(), ruby=st.booleans())


_VOID = {"br", "hr", "img", "input"}


class _Nesting(HTMLParser):
    """Record each tag that closes an element other than the last opened one."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None: ...

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1:] == [tag]:
            self.open.pop()
        else:
            self.wrong.append(f"</{tag}> in {self.open[-1:]}")


def errors(page: str) -> list[str]:
    """Return the HTML errors and omitted end tags in the body of a page."""
    parser = html5lib.HTMLParser()
    parser.parse(f"<!DOCTYPE html><html><head><title>x</title></head><body>{page}</body></html>")
    nesting = _Nesting()
    nesting.feed(page)
    nesting.close()
    return [*(f"{code} {arguments}" for _, code, arguments in parser.errors), *nesting.wrong, *nesting.open]


def words_of(page: str) -> str:
    """Return the text of a page as a browser shows it, with the descriptions of its images."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    pictures = [image.get("alt", "") for image in tree.iter("img")]
    return " ".join(["".join(tree.itertext()), *pictures])


@given(TEXTS, DIALECTS)
def test_any_text_renders_and_its_slots_fit(text: str, dialect: Dialect) -> None:
    """Any text renders in any dialect, and has one more piece than slots."""
    result = rendered(text, dialect)

    assert slots_of(result.body) == list(range(len(result.slots)))
    assert "\0" not in html_of(result).replace("\ufffd", "")
    assert all(1 <= slot.line <= text.count("\n") + 1 for slot in result.slots)


@given(TEXTS, DIALECTS)
def test_rendering_depends_on_nothing_but_its_arguments(text: str, dialect: Dialect) -> None:
    """A parser renders a text the same after it has parsed another one."""
    first = rendered(text, dialect)
    rendered("[a]: /x\n\n[^1]: 글\n\n# 가 {#a}\n\n[a] [^1] ^[나]\n", dialect)

    assert rendered(text, dialect) == first


@given(TEXTS, DIALECTS)
def test_what_we_make_closes_what_it_opens(text: str, dialect: Dialect) -> None:
    """Without raw HTML, the output has no HTML errors."""
    assume(not dialect.html or "<" not in text)

    assert errors(html(text, dialect)) == []


@pytest.mark.parametrize(
    "text",
    [
        "| a | b |\n|---|---|\n| c | d |\n{: .x}\n",
        "| a | b |\n|---|---|\n| {: .x} | c |\n",
        "| a | b |\n|---|---|\n| c | {: .x} |\n",
    ],
)
def test_a_line_of_attributes_leaves_its_table_whole(text: str) -> None:
    """Tables with attribute lines keep their rows and words, however many columns there are."""
    page = html(text)

    assert errors(page) == []
    assert {"a", "b", "c"} <= set(words_of(page).split())


@pytest.mark.parametrize("text", ["[가 ^[나]](b)\n", "[가 ^[나]][a]\n\n[a]: /b\n"])
def test_no_link_stands_in_a_link(text: str) -> None:
    """The output contains no link inside a link, as a browser would end the outer one early."""
    assert errors(html(text)) == []


def test_a_percent_sign_between_dollars_loses_no_word() -> None:
    """Amounts of money that look like a formula keep their words, or are reported."""
    text = "값이 $50% 할인 뒤$ 오른다\n"

    assert "할인" in words_of(html(text)) or problems(text)


def test_a_footnote_is_shown_though_another_has_its_label() -> None:
    """Footnotes with a duplicate label keep their words, or are reported."""
    text = "가[^1]\n\n[^1]: 첫째\n\n[^1]: 둘째\n"

    assert {"첫째", "둘째"} <= set(words_of(html(text)).split()) or problems(text)


@pytest.mark.parametrize("text", ['글^[![a](b "c")]\n', '글[^1]\n\n[^1]: ![a](b "c")\n'])
def test_a_figure_in_a_footnote_is_closed(text: str) -> None:
    """A footnote that ends with a captioned image is valid HTML."""
    assert errors(html(text)) == []


# What may stand around words: `%` is the word. Only what leaves them outside of targets, tags and attributes is here.
INLINES = [
    *(
        "%",
        "*%*",
        "**%**",
        "***%***",
        "_%_",
        "~~%~~",
        "==%==",
        "`%`",
        "``%`` ",
        "$%$",
        "(%)",
        "「%」",
        '"%"',
        r"\*%",
        "&lt;%",
    ),
    *(
        "[%](a.md)",
        "[%](<b c> 'd')",
        "[**%**](https://a.kr)",
        "[%][r]",
        "[r]%",
        "![%](e.png)",
        '![%](e.png "f")',
        "%[^1]",
    ),
    *(
        "^[%]",
        "<b>%</b>",
        "%{.c}",
        "`%`{.c}",
        "*%*{#b}",
        "[%](a){width=3 onclick=x}",
        "https://a.kr/%",
        "<https://a.kr/%>",
    ),
    *(
        "{%|%}",
        "{%}",
        "{{ % }}",
        "[% ",
        "] %",
        "![% ",
        "<% ",
        "&%;",
        "@%",
        "%@a.kr",
        "www.a.kr/%",
        ":%:",
        "%🎉",
        "漢字%。",
    ),
]
BETWEEN = ["", " ", "\n", "  \n", "\\\n", "\t", "*", "**", "_", "~", "~~", "==", "` ", "$", "[ ", "] ", "! ", "< ", "> ", "&", "|", "\\", "{", "}", "^", ":", "은 ", "。"]  # fmt: skip
# `%%` is an inline text, `%` a word.
BLOCKS = [
    *(
        "%%\n",
        "%%\n",
        "# %%\n",
        "### %% ##\n",
        "## % {#c}\n",
        "%\n===\n",
        "%\n---\n",
        "> %%\n",
        "> > %%\n> %%\n",
        "- %%\n",
        "1. %%\n",
    ),
    *(
        "- %%\n\n  %%\n",
        "- %%\n  - %%\n    1. %%\n",
        "- [ ] %%\n- [x] %%\n",
        "    %\n",
        "```\n%\n```\n",
        "~~~py title='x'\n%\n",
    ),
    *(
        '```js title="%" {1}\n% // (1)!\n```\n',
        "```nosuch\n<%>\n```\n",
        "> [!TIP] %%\n> %%\n",
        "> [!mine]- %\n> %%\n",
        "> [!NOTE]\n",
    ),
    *(
        "> %%\n{: .prompt-tip }\n",
        "%%\n{: .c #d}\n",
        "| % | % |\n|---|:-:|\n| % | **%** |\n",
        "%\n: %\n\n: %\n",
        "[^#]: %\n\n    %\n",
    ),
    *(
        "[^#]: %%\n",
        "$$\n%\n$$\n",
        "![%](e.png)\n*%*\n",
        '![%](e.png "%")\n',
        "[TOC]\n",
        "***\n",
        "<div>\n%\n</div>\n",
        "[r]: /x\n",
    ),
    *("https://youtu.be/abcdefghijk\n", "%\n<!-- more -->\n", "{: .c}\n"),
]


@st.composite
def worded(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Return a text and the words that a reader must see."""
    numbers, labels = count(1), count(1)
    words: list[str] = []

    def with_words(template: str) -> str:
        head, *rest = template.split("%")
        parts = [head]
        for part in rest:
            words.append(f"단어{next(numbers):03}")
            parts += [words[-1], part]
        return "".join(parts)

    def inline() -> str:
        parts = [with_words("%")]
        for _ in range(draw(st.integers(0, 3))):
            parts.append(draw(st.sampled_from(BETWEEN)))
            parts.append(with_words(draw(st.sampled_from(INLINES))))
        return "".join(parts)

    def block(template: str) -> str:
        if template.startswith("[^#]"):  # one label has one footnote
            template = template.replace("#", str(next(labels)))
        return "".join(inline() if part == "%%" else with_words(part) for part in split(template))

    blocks = [block(draw(st.sampled_from(BLOCKS))) for _ in range(draw(st.integers(1, 6)))]
    return "\n".join(blocks), words


def split(template: str) -> list[str]:
    """Split a block at its inline texts."""
    first, *rest = template.split("%%")
    return [first, *(part for text in rest for part in ("%%", text))]


@given(worded(), DIALECTS)
def test_no_word_is_lost(example_text: tuple[str, list[str]], dialect: Dialect) -> None:
    """Text outside of targets, tags and attributes is on the page, whatever markup surrounds it."""
    text, words = example_text

    page = html(text, dialect)

    shown = words_of(page)
    assert [word for word in words if word not in shown] == []
    assert dialect.html or errors(page) == []


# Blocks that neither name something for others nor go on behind an empty line.
WAITING = ' loading="lazy" decoding="async"'
CLOSED = [
    *(
        "글 *가* **나**를 `b` ~~c~~ ==d== $e$\n",
        "둘째 줄\n이어서  \n끝\n",
        "[링크](a.md) ![그림](b%20c.png) <https://a.kr>\n",
    ),
    *(
        '![그림](b.png "캡션")\n',
        "[![g](h.png)](i.md)\n",
        "*기울임*{.c} [l](m){#n}\n",
        "https://a.kr/길에서 www.a.kr a@b.kr\n",
    ),
    *(
        "> 인용 [a](b.md)\n> > 깊이\n",
        "> [!TIP]- 제목\n> 글\n",
        "> 글\n{: .prompt-info }\n",
        "```py title=a.py {1}\nx = 1\n```\n",
    ),
    *(
        "```\n[a](b.md)\n```\n",
        "    들여 쓴 코드\n",
        "| a | b |\n|---|--:|\n| [c](d.md) | e |\n",
        "$$\nx^2\n$$\n",
        "---\n",
    ),
    *(
        "https://youtu.be/abcdefghijk\n",
        "문단\n{: .x}\n",
        "열린 *별 [괄호 `점 <b\n",
        "<div>\n<a href='k.md'>l</a>\n</div>\n",
        "&amp; \\* &#65;\n",
    ),
]


@given(st.lists(st.sampled_from(CLOSED), min_size=1, max_size=4), st.lists(st.sampled_from(CLOSED), min_size=1, max_size=4), DIALECTS)  # fmt: skip
def test_blocks_do_not_know_of_each_other(first: list[str], second: list[str], dialect: Dialect) -> None:
    """The HTML of two concatenated texts is the concatenation of both, and references keep their locations.

    Only which picture is the first, that a browser does not wait with, they have in common.
    """
    code = "    들여 쓴 코드\n"
    assume(not (first[-1] == code == second[0]))  # indented code goes on behind an empty line
    one, two = "\n".join(first), "\n".join(second)
    lines = one.count("\n") + 1
    above, below = rendered(one, dialect), rendered(two, dialect)

    both = rendered(f"{one}\n{two}", dialect)

    assert html_of(both).replace(WAITING, "") == (html_of(above) + html_of(below)).replace(WAITING, "")
    assert errors(html_of(both)) == []
    assert both.slots == (*above.slots, *(slot._replace(line=slot.line + lines) for slot in below.slots))
