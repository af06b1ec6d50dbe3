"""Markdown to the pieces of a body.

In:  the text below the front matter.
Out: ``Rendered``: the body, its slots, headings, plain words for a summary, and what the author should know.
Must not: resolve references, or keep tokens after a document is done (the garbage collector would traverse them
repeatedly, which nearly doubles the time).
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore, normalize
from markdown_it.token import Token

from byeoru.base.diagnostic import Diagnostic, Location, warning
from byeoru.model.body import Body
from byeoru.model.content import TAGGED, Code, Dialect, Mention, Slot
from byeoru.parse.code_blocks.document import CodeBlocks
from byeoru.parse.markup.block_parser import BlockParser
from byeoru.parse.markup.environment import MarkdownEnv, environment_of
from byeoru.parse.markup.finished import FINISHED, Finisher, texts_of
from byeoru.parse.markup.headings import HEADING, is_heading
from byeoru.parse.markup.inline_parser import DEEPEST, Inline
from byeoru.parse.markup.references import References
from byeoru.parse.markup.rule import Rule
from byeoru.parse.markup.words import plain
from byeoru.parse.markup.writer import Html, write
from byeoru.parse.mentions import mentions_of
from byeoru.parse.plain_inline import PlainInline
from byeoru.parse.rules import RULES
from byeoru.parse.title import take_title

# Nesting limit of blocks, each level two stack frames; deeper blocks are text. The presets stop at 20 and silently drop
# the text below.
MAX_NESTING = 300

OPENING = 80  # characters from which the beginning of a text needs no further paragraph
_FEW = 20  # characters that are no summary

_NOTE = re.compile(r"\[\^[^\s\[\]]++\]:")
_MORE = re.compile(r"\s*<!--\s*more\s*-->\s*", re.IGNORECASE)


class Rendered(NamedTuple):
    """The result of parsing the Markdown of one document."""

    body: Body
    slots: tuple[Slot, ...]
    title: str  # of the front matter, else of a first-level heading; "" if there is none
    opening: str  # plain text of the first paragraphs, or of all before `<!-- more -->`
    code: Code = ()  # highlighted blocks
    problems: tuple[Diagnostic, ...] = ()
    words: str = ""  # the text of all blocks, with its markup except MathML
    code_lines: int = 0
    pictures: int = 0
    mentions: tuple[Mention, ...] = ()

    @property
    def tags(self) -> Iterator[str]:
        """Yield the tags in the text."""
        return (slot.target.removeprefix(TAGGED) for slot in self.slots if slot.target.startswith(TAGGED))


def render(
    text: str,
    path: str,
    first_line: int,
    *,
    dialect: Dialect = Dialect(),  # noqa: B008  (immutable)
    language: str = "ko",
    title: str | None = None,
    known: Code = (),
    sites: tuple[str, ...] = (),
) -> Rendered:
    """Render *text*, which begins at *first_line* of *path*.

    *title* is that of the front matter: of "" the text gives it, and None stands for a text that is no page. *known*
    are highlighted blocks of an earlier version; URLs of *sites* are references to pages of this site.
    """
    parser = parser_of(dialect)
    env = MarkdownEnv(
        language,
        dialect.breaks,
        References(text, first_line, sites),
        CodeBlocks(known),
        words=parser.words,
    )
    tokens = parser.parser.parse(text, env)
    own_title = "" if title is None else take_title(tokens, env, title, parser.titles)
    more = _take_more(tokens, env) if "more" in text else None
    html = write(tokens, env, parser.html)
    return Rendered(
        env.pieces.body(html),
        tuple(env.references.slots),
        own_title,
        more if more is not None else _opening(tokens, env),
        env.code.used,
        (*_problems(env, path, first_line), *_too_deep(tokens, env, path, first_line)),
        " ".join(_read_words(tokens, env)),
        env.code.lines,
        env.references.pictures,
        tuple(mentions_of(env.linked)),
    )


class Parser(NamedTuple):
    """The parser of a dialect, and the tables of its rules."""

    parser: MarkdownIt
    html: Html
    words: Mapping[str, Callable[[Token], str]]
    titles: frozenset[str]  # tokens that can be part of a title without loss


@lru_cache(maxsize=16)
def parser_of(dialect: Dialect) -> Parser:
    """Return the parser of *dialect* with all enabled rules."""
    rules = [rule for rule in RULES if rule.is_enabled(dialect)]
    options = {"maxNesting": MAX_NESTING, "typographer": False, "xhtmlOut": False}
    parser = MarkdownIt("commonmark", options | dialect._asdict())
    parser.inline.__class__ = Inline
    parser.inline.terminator_re = terminators_of(rules)
    for rule in rules:
        rule.install(parser)
    parser.core.ruler.at("normalize", _normalize)
    quick = PlainInline(rules, has_html=dialect.html)
    parser.core.ruler.at("inline", _reading(quick))
    parser.core.ruler.before("block", "finisher", _finishing(rules, quick))
    BlockParser.adopt(parser, rules)
    words = {kind: entry for rule in rules for kind, entry in rule.words.items()}
    return Parser(
        parser,
        {kind: html for rule in rules for kind, html in rule.html.items()},
        {kind: entry.of for kind, entry in words.items()},
        frozenset(kind for kind, entry in words.items() if entry.are_all),
    )


def terminators_of(rules: Sequence[Rule]) -> re.Pattern[str]:
    """Return the pattern of characters that end plain text in the parser: the first of each trigger.

    The library's own list is twice as long.
    """
    characters = {start[0] for rule in rules for start in rule.starts} | {stop for rule in rules for stop in rule.stops}
    return re.compile("[" + re.escape("".join(sorted(characters))) + "]")


def _normalize(state: StateCore) -> None:
    """Do as the library does, in text that has such characters: it replaces each line break by itself."""
    if "\r" in state.src or "\0" in state.src:
        normalize(state)


def _finishing(rules: Sequence[Rule], quick: PlainInline) -> Callable[[StateCore], None]:
    """Return the core rule that lets plain blocks be read without tokens."""
    starts = frozenset("".join([characters for rule in rules for characters in rule.blocks.values()]))
    claims = re.compile("|".join([rule.claims for rule in rules if rule.claims]))
    beside = [re.compile(rule.beside, re.MULTILINE) for rule in rules if rule.beside]
    triggers = [text for rule in rules for text in rule.block_triggers]
    (of_text,) = [rule.attributes for rule in rules if rule.attributes is not None]  # a second one would need a union

    def install(state: StateCore) -> None:
        env = environment_of(state)
        read = partial(quick.read_marked, breaks=env.breaks, has_definitions=_may_define_links(state.src))
        env.finisher = Finisher(
            state.src,
            quick.find,
            read,
            of_text(env.language),
            starts,
            triggers,
            claims,
            beside,
            is_korean=env.is_korean,
        )

    return install


def _may_define_links(text: str) -> bool:
    return text.count("]:") > len(_NOTE.findall(text)) or "\\[^" in text


def _reading(quick: PlainInline) -> Callable[[StateCore], None]:
    """Return the core rule for inline text: the fast path if the text is simple, else the parser."""

    def read(state: StateCore) -> None:
        breaks = state.md.options.breaks
        parser, env = state.md.inline, environment_of(state)
        has_definitions = bool(env.definitions)
        for token in state.tokens:
            if token.type != "inline":
                continue
            simple = quick.read(token.content, env, breaks=breaks, has_definitions=has_definitions)
            if simple is not None:
                token.meta["simple"] = simple
                continue
            env.line = token.map[0] if token.map else 0
            children = token.children = token.children or []
            parser.parse(token.content, state.md, state.env, children)

    return read


def _problems(env: MarkdownEnv, path: str, first_line: int) -> list[Diagnostic]:
    """Return the findings of rules, with their location in the file."""
    return sorted(_unsorted_problems(env, path, first_line), key=lambda problem: problem.location)


def _unsorted_problems(env: MarkdownEnv, path: str, first_line: int) -> Iterator[Diagnostic]:
    for finding in env.findings:
        where = env.references.find(finding.text, finding.lines) if finding.text else (first_line + finding.lines[0],)
        yield warning(finding.code, Location(path, *where), finding.hint, **finding.arguments)
    for language, line in env.code.diagrams.items():
        yield warning("diagram-as-code", Location(path, first_line + line), "diagram-as-image", name=language)
    for language, line in env.code.unknown.items():
        yield warning("unknown-language", Location(path, first_line + line), "language-as-text", name=language)


def _too_deep(tokens: Sequence[Token], env: MarkdownEnv, path: str, first_line: int) -> list[Diagnostic]:
    """Report blocks, images and footnotes that are text because they are nested too deep."""
    block = next((token.map[0] for token in tokens if token.level >= MAX_NESTING and token.map), None)
    entry = [(line, DEEPEST) for line in sorted(env.too_deep)] + ([] if block is None else [(block, MAX_NESTING)])
    return [
        warning("nested-too-deep", Location(path, first_line + line), "nest-less", limit=limit) for line, limit in entry
    ]


def _take_more(tokens: list[Token], env: MarkdownEnv) -> str | None:
    """Remove `<!-- more -->` and return the plain text before it; None if there is no such mark."""
    for at, token in enumerate(tokens):
        if token.type == "html_block" and _MORE.fullmatch(token.content):
            del tokens[at]
            return _words(tokens[:at], env)
        if token.type == "inline" and token.level == 1 and "more" in token.content and _MORE.fullmatch(token.content):
            del tokens[at - 1 : at + 2]
            return _words(tokens[: at - 1], env)
    return None


def _read_words(tokens: Sequence[Token], env: MarkdownEnv) -> Iterator[str]:
    """Yield what takes time to read: texts with their markup, but not that of MathML, whose attributes are many."""
    for token in tokens:
        if texts := texts_of(token):
            yield from texts.contents
        if token.type == "inline":
            yield plain(token, env) if "</math>" in token.content else token.content


def _words(tokens: Sequence[Token], env: MarkdownEnv) -> str:
    return " ".join(
        [word for token in tokens if token.type in {"inline", FINISHED, HEADING} for word in plain(token, env).split()]
    )


def _opening(tokens: Sequence[Token], env: MarkdownEnv) -> str:
    """Return the plain text of the first paragraphs, joined until they say enough.

    A heading ends them, unless what stands before it is only a word or two.
    """
    texts: list[str] = []
    length = 0
    for at, token in enumerate(tokens):
        if length >= OPENING or (length >= _FEW and is_heading(token)):
            break
        if token.level != 0:
            continue
        if token.type not in {"paragraph_open", FINISHED} or token.tag != "p" or (texts and "lang" in token.attrs):
            continue  # a paragraph in another language belongs to no summary that has begun
        if text := " ".join(plain(token if token.type == FINISHED else tokens[at + 1], env).split()):
            texts.append(text)
            length += len(text) + 1
    return " ".join(texts)
