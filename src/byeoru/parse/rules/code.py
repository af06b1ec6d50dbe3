"""Code: spans in a text, blocks between fences, and blocks that are indented."""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from byeoru.base.escaping import escaped
from byeoru.parse.markup.block_parser import BlockRule, guard
from byeoru.parse.markup.environment import MarkdownEnv, RuleFinding, environment_of
from byeoru.parse.markup.rule import Rule, Words
from byeoru.parse.markup.soft_breaks import joins
from byeoru.parse.markup.text_reader import Hard, TextReader
from byeoru.parse.markup.writer import attributes_of, in_tag

_SPAN = re.compile(r"(`+)(?!`)([^`]|[^`].*?[^`])\1(?!`)", re.DOTALL)


def _install(parser: MarkdownIt) -> None:
    guard(parser, "fence", _reporting_its_end)


def _reporting_its_end(rule: BlockRule) -> BlockRule:
    """Wrap the library's rule so that a fence without an end is reported: all text below it is code."""

    def read(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if not rule(state, start, end, silent):
            return False
        if not silent and not _is_closed(state, start):
            fence = state.tokens[-1].markup
            finding = RuleFinding("unclosed-fence", (start, start + 1), {"fence": fence}, fence, "close-fence")
            environment_of(state).findings.append(finding)
        return True

    return read


def _is_closed(state: StateBlock, start: int) -> bool:
    """Report whether the last line of the fence that begins at *start* is one of marks alone."""
    last = state.line - 1
    text = state.src[state.bMarks[last] + state.tShift[last] : state.eMarks[last]].strip()
    is_end = text.startswith(state.tokens[-1].markup) and not text.strip(text[0])
    return last > start and is_end and not state.is_code_block(last)


def _span(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    return f"<code{in_tag(attributes_of(tokens[at].attrs), env)}>{escaped(tokens[at].content)}</code>"


def _fence(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    token = tokens[at]
    info = unescapeAll(token.info) if token.info else ""
    return env.code.fenced(token.content, info, token.meta.get("kramdown", ""), token.map)


def _indented(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    return env.code.indented(tokens[at].content)


def _quick_span(reader: TextReader) -> None:
    match = _SPAN.match(reader.text, reader.at)
    if match is None:
        raise Hard
    code = match[2].replace("\n", " ")
    if code[0] == " " == code[-1] and code.strip(" "):
        code = code[1:-1]
    if "\n" in reader.text and (joins(code[0], code[0]) or joins(code[-1], code[-1])):
        raise Hard  # a line break beside it may be none
    reader.at = match.end()
    reader.words.append(code)
    reader.html.append(f"<code>{escaped(code)}</code>")


RULE = Rule(
    "code",
    _install,
    starts=("`",),
    quick_texts={"`": _quick_span},
    blocks={"fence": "`~"},
    html={"code_inline": _span, "fence": _fence, "code_block": _indented},
    words={"code_inline": Words()},
)
