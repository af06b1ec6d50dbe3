"""Containers between lines of colons: Docusaurus, VitePress, VuePress, Starlight, Zenn, Pandoc and Quarto, MyST.

    :::tip[A title]
    Words, also in **Markdown**.
    :::

In:  a line of three or more colons and a name, to the line of colons that ends it.
Out: a callout if the name is that of one, else a `div` with the name as its class, which the author is told.
Must not: lose a title, or take a line of colons without an end for a container.
"""

from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from byeoru.base.patterns import lazy_pattern
from byeoru.parse.markup.callout import close_callout, foreign_callout, open_callout
from byeoru.parse.markup.containers import INTERRUPTED, close_box, last_line, line_of, open_box, within
from byeoru.parse.markup.environment import RuleFinding, environment_of
from byeoru.parse.markup.rule import Rule

_MARKS = lazy_pattern(r":{3,}[ \t]*+")
_NAME = lazy_pattern(r"\{?\.?(?:callout-)?([A-Za-z][\w-]*)\}?")
_TITLE = lazy_pattern(r'\btitle\s*=\s*(?:"([^"]*)"|\'([^\']*)\')')
_CLASSES = lazy_pattern(r"\.(?:callout-)?([A-Za-z][\w-]*)")
_BRACES = lazy_pattern(r"\{([^{}]*)\}")
# Names of containers that only arrange what they contain.
_NAMES = """
card cards center code-group code-tabs col column columns div grid left panel-tabset raw right row steps tabs v-pre
"""
_LAYOUTS = frozenset(_NAMES.split())
_QIITA = {"alert", "info", "warn"}  # `:::note warn`


class Head(NamedTuple):
    """What the first line of a container says."""

    name: str
    title: str = ""
    fold: str = ""


def read_head(text: str) -> Head | None:
    """Return what a line of colons says; None if it names nothing.

    >>> read_head(":::tip[Try **it**]{#a}"), read_head('::: {.callout-note title="Why" collapse="true"}')
    (Head(name='tip', title='Try **it**', fold=''), Head(name='note', title='Why', fold='-'))
    >>> read_head(":::message alert"), read_head("::: 가")
    (Head(name='alert', title='', fold=''), None)
    """
    marks = _MARKS.match(text)
    head = text[marks.end() :].rstrip(" \t:") if marks else ""
    braces = _BRACES.search(head)
    if head.startswith("{") and braces and not _NAME.fullmatch(braces[0]):  # Pandoc: all within braces
        classes = _CLASSES.search(braces[1])
        return Head(classes[1].lower(), *_options(braces[1])) if classes else None
    name = _NAME.match(head)
    if name is None:
        return None
    return _named(name[1].lower(), head[name.end() :])


def _named(name: str, rest: str) -> Head | None:
    """Return what a container says with *rest* behind its name: `[title]`, `{options}` or words."""
    if rest.startswith("["):
        title, _, options = rest[1:].rpartition("]")
        return Head(name, title, _options(options)[1]) if title or "]" in rest else None
    braces = _BRACES.search(rest) if rest.endswith("}") else None
    title, fold = _options(braces[1]) if braces else ("", "")
    words = (rest[: braces.start()] if braces else rest).strip()
    if words in _QIITA and name in {"message", "note"}:
        return Head(words)
    return Head(name, title or words, fold) if not rest or rest[0] in " \t{" else None


def _options(text: str) -> tuple[str, str]:
    title = _TITLE.search(text)
    fold = "-" if 'collapse="true"' in text else "+" if 'collapse="false"' in text else ""
    return (title[1] or title[2] or "") if title else "", fold


class _Reported:
    """The names, and the lines without an end, that have been reported in a document."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.lines: set[int] = set()


def _install(parser: MarkdownIt) -> None:
    parser.block.ruler.before("fence", "container", _read, {"alt": INTERRUPTED})


def _read(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    text = line_of(state, start)
    head = read_head(text) if text.startswith(":::") and not state.is_code_block(start) else None
    if head is None:
        return False
    last = last_line(state, start, end, ":")
    callout = foreign_callout(head.name, head.fold, head.title)
    if last < 0:
        if callout is not None:
            _report_unclosed(state, start, text)
        return False
    if silent:
        return True
    if callout is None:
        _report_unknown(state, start, head.name)
    opening = open_callout(state, start, callout) if callout else open_box(state, start, head.name, head.title)
    with within(state, last):
        state.md.block.tokenize(state, start + 1, last)
    if callout:
        close_callout(state, callout)
    else:
        close_box(state)
    state.line = last + 1
    opening.map = [start, state.line]
    return True


def _report_unknown(state: StateBlock, start: int, name: str) -> None:
    reported = environment_of(state).record_of(_Reported).names
    if name not in _LAYOUTS and name not in reported:
        reported.add(name)
        finding = RuleFinding("unknown-container", (start, start + 1), {"name": name}, hint="use-callout")
        environment_of(state).findings.append(finding)


def _report_unclosed(state: StateBlock, start: int, text: str) -> None:
    reported = environment_of(state).record_of(_Reported).lines
    if start not in reported:
        reported.add(start)
        marks = text[: len(text) - len(text.lstrip(":"))]
        arguments = {"text": text.strip(), "marks": marks}
        finding = RuleFinding("unclosed-container", (start, start + 1), arguments, hint="close-container")
        environment_of(state).findings.append(finding)


RULE = Rule("containers", _install, blocks={"container": ":"})
