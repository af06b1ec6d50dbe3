"""Parse templates of tags: the subset of Hugo's and Liquid's template languages that only inserts values.

In:  the text of a template.
Out: ``Node`` values; a statement outside of the subset becomes ``Unreadable`` and matters only where it is reached.
Must not: evaluate anything, or raise.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

MAX_DEPTH = 20  # of nested conditions

Language = Literal["hugo", "liquid"]


class Text(NamedTuple):
    """Text as it is written."""

    text: str


class Insertion(NamedTuple):
    """An expression whose value is inserted."""

    expression: str


class Assignment(NamedTuple):
    """A variable that gets the value of an expression."""

    name: str
    expression: str


class Capture(NamedTuple):
    """A variable that gets the output of a part of the template."""

    name: str
    body: "tuple[Node, ...]"


class Condition(NamedTuple):
    """One condition, and what is inserted if it is true."""

    keyword: str  # "if", "unless" or "with"
    condition: str
    body: "tuple[Node, ...]"


class Choice(NamedTuple):
    """Conditions, of which the first that is true counts."""

    branches: tuple[Condition, ...]
    otherwise: "tuple[Node, ...]"


class Include(NamedTuple):
    """Another template with arguments."""

    arguments: str


class Unreadable(NamedTuple):
    """A statement that cannot be read."""

    source: str


Node = Text | Insertion | Assignment | Capture | Choice | Include | Unreadable

_BLOCKS = {
    "hugo": {"if", "with", "range", "define", "block"},
    "liquid": {"if", "unless", "capture", "comment", "for", "case", "tablerow", "raw", "highlight"},
}
_CONDITIONS = {"if", "unless", "with"}
_ASSIGNED = re.compile(r"(\$?[\w.-]+)\s*:?=(?!=)\s*(.*)", re.DOTALL)


class _Statement(NamedTuple):
    """A text or a statement of a template, before blocks are matched."""

    keyword: str  # "" for text, "=" for an expression
    rest: str


class _OpenBlock(NamedTuple):
    """A block whose end has not been reached."""

    keyword: str
    argument: str
    branches: list[Condition]
    nodes: list[Node]
    has_otherwise: bool = False


@lru_cache(maxsize=256)
def compiled(text: str, language: Language) -> tuple[Node, ...]:
    """Return the nodes of a template.

    >>> compiled("a{{ .Get 0 }}", "hugo")
    (Text(text='a'), Insertion(expression='.Get 0'))
    """
    stack = [_OpenBlock("", "", [], [])]
    for keyword, rest in _statements(text, language):
        if not keyword:
            stack[-1].nodes.extend([Text(rest)] * (rest != ""))
        elif keyword == "=":
            stack[-1].nodes.append(_simple(rest, language))
        elif keyword in _BLOCKS[language]:
            if len(stack) > MAX_DEPTH:
                return (Unreadable(keyword),)
            stack.append(_OpenBlock(keyword, rest, [], []))
        elif keyword in {"else", "elsif"}:
            _divide(stack, keyword, rest)
        elif keyword == "end":
            if len(stack) > 1:
                block = stack.pop()
                stack[-1].nodes.append(_closed(block))
        else:
            stack[-1].nodes.append(_liquid_statement(keyword, rest))
    while len(stack) > 1:
        stack.pop()
        stack[-1].nodes.append(Unreadable("end"))
    return tuple(stack[0].nodes)


def _divide(stack: list[_OpenBlock], keyword: str, rest: str) -> None:
    """Begin the next branch of the innermost condition."""
    block = stack[-1]
    if block.keyword not in _CONDITIONS:
        block.nodes.append(Unreadable("else"))
        return
    first, _, condition = rest.partition(" ")
    if keyword == "elsif":
        first, condition = "if", rest
    block.branches.append(Condition(block.keyword, block.argument, tuple(block.nodes)))
    is_chained = first in _CONDITIONS and condition != ""
    stack[-1] = _OpenBlock(first if is_chained else block.keyword, condition, block.branches, [], not is_chained)


def _closed(block: _OpenBlock) -> Node:
    body = tuple(block.nodes)
    if block.keyword == "comment":
        return Text("")
    if block.keyword == "capture":
        return Capture(block.argument, body)
    if block.keyword not in _CONDITIONS:
        return Unreadable(block.keyword)
    if block.has_otherwise:
        return Choice(tuple(block.branches), body)
    return Choice((*block.branches, Condition(block.keyword, block.argument, body)), ())


def _simple(rest: str, language: Language) -> Node:
    assigned = _ASSIGNED.fullmatch(rest) if language == "hugo" and rest.startswith("$") else None
    return Assignment(assigned[1], assigned[2]) if assigned else Insertion(rest)


def _liquid_statement(keyword: str, rest: str) -> Node:
    assigned = _ASSIGNED.fullmatch(rest) if keyword == "assign" else None
    if assigned:
        return Assignment(assigned[1], assigned[2])
    return Include(rest) if keyword in {"include", "include_cached"} else Unreadable(keyword)


def _statements(text: str, language: Language) -> Iterator[_Statement]:
    """Yield texts and statements in their order; a hyphen at a brace removes the blanks around a statement."""
    at, is_trimmed = 0, False
    opening = re.compile(r"\{\{" if language == "hugo" else r"\{[{%]")
    while True:
        match = opening.search(text, at)
        end = text.find("}}" if not match or match[0] == "{{" else "%}", match.end()) if match else -1
        if not match or end < 0:
            yield _Statement("", text[at:].lstrip() if is_trimmed else text[at:])
            return
        before = text[at : match.start()]
        inner = text[match.end() : end]
        before = before.lstrip() if is_trimmed else before
        yield _Statement("", before.rstrip() if inner.startswith("-") else before)
        is_trimmed = inner.endswith("-")
        at = end + 2
        yield _statement(
            inner.removeprefix("-").removesuffix("-").strip(), is_output=match[0] == "{{", language=language
        )


def _statement(inner: str, *, is_output: bool, language: Language) -> _Statement:
    if inner.startswith("/*"):
        return _Statement("", "")
    keyword, _, rest = " ".join(inner.split()).partition(" ") if language == "liquid" else inner.partition(" ")
    if language == "liquid":
        if is_output:
            return _Statement("=", inner)
        return _Statement("end" if keyword.startswith("end") else keyword or "=", rest)
    keywords = {*_BLOCKS["hugo"], "else", "end"}
    return _Statement(keyword, rest.strip()) if keyword in keywords else _Statement("=", inner)
