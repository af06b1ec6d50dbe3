"""Links, images and footnotes are parsed as by the library, however brackets are nested."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.footnote import footnote_plugin

from byeoru.parse.markup import brackets
from byeoru.parse.markup.environment import MarkdownEnv
from byeoru.parse.markup.inline_parser import Inline
from byeoru.parse.rules import footnotes, links

SPEC = Path(__file__).with_name("spec") / "commonmark-0.31.2.json"
WORDS = [
    "a",
    "b",
    " ",
    "\n",
    "`",
    "<b>",
    "<a>",
    "</a>",
    "<http://x>",
    "*",
    "**",
    "_",
    "&amp;",
    "\\",
    "\\[",
    "\\]",
    "!",
    "^",
    ":",
]
OPENED = ["[", "[", "![", "^[", "[]", "[r]", "[R]", "[q s]", "[^1]", "![r]"]
CLOSED = ["]", "]", "](x)", "](<y z>)", '](x "t")', "](x 't')", "]()", "][r]", "][]"]
BROKEN = ["](", "](<", '](x "', "(", ")", "<", ">", '"', "'"]
DEFINED = "\n\n[r]: /r\n[b]: /b 't'\n[q s]: /q\n[a]: /aa\n\n[^1]: note\n"


def ours(text: str) -> str:
    """Render with our rules."""
    return str(OWN.render(text, MarkdownEnv()))


def library() -> MarkdownIt:
    """Return the library's parser, in which a footnote reference inside a link is text, as in ours."""
    parser = MarkdownIt("commonmark", {"maxNesting": 300})
    footnote_plugin(parser)
    rule = next(one.fn for one in parser.inline.ruler.__rules__ if one.name == "footnote_inline")

    def outside_links(state: StateInline, silent: bool) -> bool:
        return not state.linkLevel and rule(state, silent)

    parser.inline.ruler.at("footnote_inline", outside_links)
    return parser


def own() -> MarkdownIt:
    """Return the library's parser with our bracket rules."""
    parser = MarkdownIt("commonmark")
    parser.inline.__class__ = Inline
    links.RULE.install(parser)
    footnotes.RULE.install(parser)
    parser.core.ruler.disable("unused_footnotes")
    return parser


LIBRARY, OWN = library(), own()


def test_examples_have_the_links_of_the_library() -> None:
    """All CommonMark examples have the same links in both parsers."""
    examples = [text for _, _, text, _ in json.loads(SPEC.read_text("utf-8"))]

    assert [text for text in examples if ours(text) != LIBRARY.render(text)] == []


@given(st.lists(st.sampled_from(WORDS + OPENED + CLOSED), max_size=14), st.booleans())
@example(["![", "[", "a", "](x)", "]", "(y)"], False)
@example(["[", "a", "![", "[", "b", "](x)", "](x)", "](x)"], True)
def test_any_brackets_mean_what_they_mean_to_the_library(pieces: list[str], is_defined: bool) -> None:
    """Any nesting of brackets is parsed as by the library, with and without link definitions."""
    text = "".join(pieces) + (DEFINED if is_defined else "")

    assert ours(text) == LIBRARY.render(text)


# With definitions the library looks behind a broken target for the label of another reference, wherever it gave up.
@given(st.lists(st.sampled_from(WORDS + OPENED + CLOSED + BROKEN), max_size=14))
def test_any_broken_targets_mean_what_they_mean_to_the_library(pieces: list[str]) -> None:
    """Unclosed link targets and titles are parsed as by the library."""
    text = "".join(pieces)

    assert ours(text) == LIBRARY.render(text)


def test_a_wrong_walk_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison can fail: if links inside links were allowed, some texts would differ."""
    monkeypatch.setattr(brackets, "link_at", lambda *_: None)

    assert ours("[a [b](c) d](e)") != LIBRARY.render("[a [b](c) d](e)")
