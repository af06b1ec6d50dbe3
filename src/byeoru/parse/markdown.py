"""Markdown to the pieces of a body.

In:  the text below the front matter.
Out: ``Rendered``: the body, its slots, headings, plain words for a summary, and what the author should know.
Must not: know where anything is published, or keep tokens after a document is done (a list of all token lists
makes the collector of garbage walk them again and again, which nearly doubles the time).
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin

from byeoru.base.diagnostic import Diagnostic, Place, warning
from byeoru.model.body import Body
from byeoru.model.content import Code, Dialect, Slot
from byeoru.parse import code
from byeoru.parse.blocks import Blocks
from byeoru.parse.pieces import Pieces
from byeoru.parse.raw_html import RawHtml
from byeoru.parse.references import References
from byeoru.parse.renderer import Notes, Renderer
from byeoru.parse.rules import (
    attributes,
    bare_links,
    callouts,
    embeds,
    figures,
    footnotes,
    headings,
    inlines,
    languages,
    links,
    lint,
    mark,
    math,
    ruby,
    tasks,
)
from byeoru.parse.rules.inline_state import DEEPEST, Inline
from byeoru.parse.words import plain, simple_of

# Levels of blocks in blocks, each two frames of Python's thousand; what is deeper is text. The presets stop at 20, and
# drop the words below in silence.
MAX_NESTING = 300

_WORDS = {"code_inline", "html_inline", "math_inline", "ruby", "softbreak", "text"} | {
    f"{name}_{end}" for name in ("em", "mark", "s", "strong") for end in ("open", "close")
}
_MORE = re.compile(r"\s*<!--\s*more\s*-->\s*", re.IGNORECASE)
# What stops plain text: the characters that some rule of ours begins with. The library's own list is twice as long.
_TERMINATORS = re.compile(r"[\n!$&*:<=@\[\\\]^_`{~]")

# The order in which rules are installed; each names its place in the chains of the library itself.
_RULES = (
    *(links, footnotes, attributes, headings, tasks, callouts, embeds, mark),
    *(bare_links, inlines, figures, languages, lint),
)


class Rendered(NamedTuple):
    """What came of the Markdown of one document."""

    body: Body
    slots: tuple[Slot, ...]
    title: str  # of a first-level heading; "" if there is none or none was wanted
    opening: str  # plain text of the first paragraph, or of all before `<!-- more -->`
    code: Code = ()  # highlighted blocks
    problems: tuple[Diagnostic, ...] = ()
    words: str = ""  # the text of all blocks, with its markup
    code_lines: int = 0
    pictures: int = 0


def render(
    text: str,
    path: str,
    first_line: int,
    *,
    dialect: Dialect = Dialect(),  # noqa: B008  (immutable)
    language: str = "ko",
    wants_title: bool = False,
    known: Code = (),
) -> Rendered:
    """Render *text*, which begins at *first_line* of the file *path*; *known* are blocks of code highlighted before."""
    parser = _parser(dialect)
    references = References(text, first_line)
    blocks = code.Blocks(known)
    env: dict[str, Any] = {"language": language, "lint": [], "unused_footnotes": {}, "too_deep": set(), "block": (0, 0)}
    tokens = parser.parse(text, env)
    title = _take_title(tokens, env) if wants_title else ""
    more = _take_more(tokens) if "more" in text else None
    problems: list[tuple[str, int, dict[str, str]]] = []
    pieces = Pieces()
    env["notes"] = Notes(references, pieces, RawHtml(references, pieces), blocks, language, env["headings"], problems)
    html = parser.renderer.render(tokens, parser.options, env)
    return Rendered(
        pieces.body(html),
        tuple(references.slots),
        title,
        more if more is not None else _opening(tokens),
        blocks.used,
        (*_problems(env, blocks, problems, path, first_line, references), *_too_deep(tokens, env, path, first_line)),
        " ".join([token.content for token in tokens if token.type == "inline"]),
        blocks.lines,
        sum(slot.kind == "image" for slot in references.slots),
    )


@lru_cache(maxsize=16)
def _parser(dialect: Dialect) -> MarkdownIt:
    options = {"maxNesting": MAX_NESTING, "typographer": False, "xhtmlOut": False}
    parser = MarkdownIt(
        "commonmark", options | {"html": dialect.html, "breaks": dialect.breaks}, renderer_cls=Renderer
    ).enable(["table", "strikethrough"])
    parser.inline.__class__ = Inline
    parser.inline.terminator_re = _TERMINATORS
    deflist_plugin(parser)
    if dialect.math:
        math.install(parser)
    if dialect.ruby:
        ruby.install(parser)
    for rule in _RULES:
        rule.install(parser)
    assert isinstance(parser.renderer, Renderer)
    parser.renderer.prefer_own()
    Blocks.adopt(parser)
    return parser


_HINTS = {"lost-cell": "write-bar", "swallowing-tag": "write-as-code", "vanishing-tag": "write-as-code"}


def _problems(
    env: dict[str, Any],
    blocks: code.Blocks,
    found: list[tuple[str, int, dict[str, str]]],
    path: str,
    first_line: int,
    references: References,
) -> list[Diagnostic]:
    problems = []
    for name, text, lines, arguments in env["lint"]:
        hint = _HINTS.get(name, "write-better")
        problems.append(warning(name, Place(path, *references.find(text, lines)), hint, **arguments))
    for name, line, arguments in found:
        problems.append(warning(name, Place(path, first_line + line), **arguments))
    for language, line in blocks.unknown.items():
        problems.append(warning("unknown-language", Place(path, first_line + line), "language-as-text", name=language))
    for label, line in env["unused_footnotes"].values():
        place = Place(path, *references.find(f"[^{label}]:", (line, line + 1)))
        problems.append(warning("unused-footnote", place, label=label))
    return sorted(problems, key=lambda problem: problem.place)


def _too_deep(tokens: Sequence[Token], env: dict[str, Any], path: str, first_line: int) -> list[Diagnostic]:
    """Report where something is text only because it is nested too deep: blocks, pictures and footnotes."""
    block = next((token.map[0] for token in tokens if token.level >= MAX_NESTING and token.map), None)
    found = [(line, DEEPEST) for line in sorted(env["too_deep"])] + ([] if block is None else [(block, MAX_NESTING)])
    return [
        warning("nested-too-deep", Place(path, first_line + line), "nest-less", limit=limit) for line, limit in found
    ]


def _take_title(tokens: list[Token], env: dict[str, Any]) -> str:
    """Return the words of the first first-level heading that is not inside anything.

    It leaves the text if it stands at its beginning and is words alone, for the page shows it as its title; elsewhere
    its sections would lose their head, and a picture or a link in it would be lost.
    """
    for at, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h1" and token.level == 0:
            inline = tokens[at + 1]
            found = simple_of(inline)
            is_plain = not found.links if found else _WORDS.issuperset(one.type for one in inline.children or [])
            if is_plain and all(one.type == "html_block" for one in tokens[:at]):
                del env["headings"][0]
                del tokens[at : at + 3]
            return plain(inline)
    return ""


def _take_more(tokens: list[Token]) -> str | None:
    """Remove the mark `<!-- more -->` and return the words before it; None if there is no such mark."""
    for at, token in enumerate(tokens):
        if token.type == "html_block" and _MORE.fullmatch(token.content):
            del tokens[at]
            return _words(tokens[:at])
        if token.type == "inline" and token.level == 1 and "more" in token.content and _MORE.fullmatch(token.content):
            del tokens[at - 1 : at + 2]
            return _words(tokens[: at - 1])
    return None


def _words(tokens: Sequence[Token]) -> str:
    return " ".join(word for token in tokens if token.type == "inline" for word in plain(token).split())


def _opening(tokens: Sequence[Token]) -> str:
    """Return the words of the first paragraph that has any."""
    for at, token in enumerate(tokens):
        if token.type == "paragraph_open" and token.level == 0:
            text = " ".join(plain(tokens[at + 1]).split())
            if text:
                return text
    return ""
