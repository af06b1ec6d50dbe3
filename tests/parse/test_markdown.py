"""Markdown and code: right, safe, and without a lost word."""

import random
import re
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pygments.lexers import LEXERS

from byeoru.model.content import Slot
from byeoru.parse.fast_lexer import quicken
from byeoru.parse.highlight import highlight
from byeoru.parse.markdown import Rendered, render


def rendered(text: str) -> Rendered:
    """Render a text that begins on the fifth line of its file."""
    return render(text, 5, html=True, breaks=False, wants_title=False)


def test_references_become_slots_with_their_places() -> None:
    """Links, pictures and raw HTML have holes; addresses of other sites have none."""
    found = rendered("가 [b](../b.md#x) ![그림](a%20b.png)\n\n<img src='c.png'> [밖](https://a.kr/)\n")

    assert found.slots == (
        Slot("link", "../b.md#x", 5, 7, 9),
        Slot("image", "a%20b.png", 5, 24, 9),
        Slot("image", "c.png", 7, 11, 5),
    )
    assert len(found.body.texts) == len(found.slots) + 1
    assert "https://a.kr/" in found.body.texts[-1]


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "vbscript:x", "data:text/html,x", "&#106;avascript:x"]
)
def test_a_link_that_runs_a_script_is_no_link(link: str) -> None:
    """Schemes that run something stay text."""
    assert "<a" not in "".join(rendered(f"[x]({link})").body.texts)


@pytest.mark.parametrize(
    "text", ['```py" onload=alert(1)\nx\n```', '!["><script>](a.png)', '[x](<a"b>)', "# <img src=x onerror=y>"]
)
def test_no_text_breaks_out_of_an_attribute(text: str) -> None:
    """What the author writes is escaped where it becomes an attribute."""
    html = "".join(render(text, 1, html=False, breaks=False, wants_title=False).body.texts)

    assert "<script" not in html
    assert "onerror=y>" not in html.replace("&gt;", "")
    assert "onload=" not in html.partition(">")[0] or "&quot;" in html


def library_html(text: str) -> str:
    """Render as the library alone does, in what we leave as it is."""
    parser = MarkdownIt("commonmark", {"maxNesting": 300, "xhtmlOut": False}).enable(["table", "strikethrough"])
    return str(parser.render(text))


def plain_html(text: str) -> str:
    """Render with our renderer, without what it adds on purpose."""
    html = "".join(rendered(text).body.texts)
    html = re.sub(r' id="[^"]*"| loading="lazy"', "", html)
    html = html.replace('<div class="table">', "").replace("</table></div>", "</table>")
    return html.replace('<div class="highlight">', "").replace("</pre></div>", "</pre>")


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
    """The fast way through tokens differs in nothing but what we add."""
    text = "".join(blocks)

    assert plain_html(text) == library_html(text)


def test_raw_html_keeps_its_scripts_and_has_all_its_references_found() -> None:
    """Attributes in every spelling become slots; what stands in a script is no tag."""
    found = rendered(
        "<div><a HREF=/x>a</a> <img alt='a > b' src='y.png'><video src=v.mp4 poster=\"p.png\"></video></div>\n"
    )
    script = rendered("<script>document.write(\"<a href='/x'>\");</script>\n")

    assert [slot.target for slot in found.slots] == ["/x", "y.png", "v.mp4", "p.png"]
    assert script.slots == ()
    assert "".join(script.body.texts) == "<script>document.write(\"<a href='/x'>\");</script>\n"


def test_many_equal_headings_are_numbered_in_linear_time() -> None:
    """Each gets an id of its own."""
    found = rendered("# a\n" * 5000)

    assert [heading.id for heading in found.body.headings[:3]] == ["a", "a-1", "a-2"]
    assert len({heading.id for heading in found.body.headings}) == 5000


def test_words_that_would_be_lost_in_the_depth_are_an_error() -> None:
    """The line at which the library stops reading is named."""
    assert rendered("글\n\n" + ">" * 400 + " word\n").too_deep == 7
    assert rendered("> " * 100 + "word\n").too_deep == 0


def test_deep_nesting_keeps_its_words() -> None:
    """The library's presets drop what lies deeper than 20 levels; here 100 levels of quotes keep their word."""
    assert "word" in "".join(rendered("> " * 100 + "word\n").body.texts)
    assert "word" in "".join(
        rendered("".join("  " * depth + "- a\n" for depth in range(45)) + "  " * 45 + "- word\n").body.texts
    )


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "text", ["[" * 50_000, "*a " * 20_000, "`" * 20_000 + "x", "| a" * 5_000, "<" * 50_000, "a](" * 20_000]
)
def test_hostile_texts_end(text: str) -> None:
    """Inputs that make parsers quadratic end here within the guard."""
    assert rendered(text).body


@given(st.text(alphabet="ab 가*_`[]()<>!#|-\n\"'&\\~", max_size=80))
def test_any_text_renders_and_slots_fit(text: str) -> None:
    """No text fails, and there is always one more piece than slots."""
    found = rendered(text)

    assert len(found.body.texts) == len(found.slots) + 1


def test_spans_end_with_their_line() -> None:
    """A token over several lines is one span a line, so that lines can be wrapped."""
    assert highlight('"""a\nb"""', "python") == '<span class="sd">"""a</span>\n<span class="sd">b"""</span>'


@pytest.mark.parametrize("language", ["", "no-such", "../etc", "한글"])
def test_an_unknown_language_is_plain_text(language: str) -> None:
    """Nothing is looked up outside of what Pygments brings along."""
    assert highlight("a < b", language) == "a &lt; b"


def samples(length: int) -> list[str]:
    """Return texts of many kinds: real code, this project's files, and noise over a hostile alphabet."""
    root = Path(__file__).parents[2]
    names = [
        "bench/pieces.md",
        "src/byeoru/parse/markdown.py",
        "themes/hanji/static/hanji.css",
        "themes/hanji/templates/post.html",
    ]
    texts = [(root / name).read_text(encoding="utf-8")[:length] for name in names if (root / name).exists()]
    rng = random.Random(5)
    alphabet = "abzAZ09_ \n\t\"'`{}[]()<>#$%&*/\\:;=+-.,!?@^|~가é\x1c\x1fİſK"
    return texts + ["".join(rng.choice(alphabet) for _ in range(250)) for _ in range(4)]


def differing(names: list[str], length: int = 3000) -> list[str]:
    """Return the lexers whose tokens differ when they dispatch on the first character of texts of some *length*."""
    texts, found = samples(length), []
    for name in names:
        kind = getattr(import_module(LEXERS[name][0]), name)
        slow, fast = kind(), quicken(kind())
        if "get_tokens_unprocessed" not in vars(fast):
            continue  # it has a loop of its own, and keeps it
        for text in texts:
            if list(slow.get_tokens_unprocessed(text)) != list(fast.get_tokens_unprocessed(text)):
                found.append(name)
                break
    return found


def test_common_lexers_give_the_same_tokens() -> None:
    """The fast way and Pygments' own agree token for token."""
    common = [
        "PythonLexer",
        "BashLexer",
        "CppLexer",
        "JavascriptLexer",
        "TypeScriptLexer",
        "YamlLexer",
        "SqlLexer",
        "GoLexer",
        "RustLexer",
        "DockerLexer",
    ]

    assert differing(common) == []


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.filterwarnings("ignore")
def test_all_lexers_give_the_same_tokens() -> None:
    """Every lexer of Pygments that is driven by the common loop agrees with it."""
    assert differing(sorted(LEXERS), length=700) == []  # some lexers are quadratic in what they cannot read


def test_a_wrong_first_character_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison can fail: with one rule left out the tokens differ."""
    monkeypatch.setattr("byeoru.parse.fast_lexer.first_characters", lambda pattern: frozenset("#"))

    assert differing(["PythonLexer"]) == ["PythonLexer"]
