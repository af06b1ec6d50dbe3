"""Split a source into front matter and text, and read the front matter by the type of each field.

In:  the text of one file.
Out: ``FrontMatter``, the remaining text with the line it begins on, and what the author should fix.
Must not: read files, know about other documents, or raise on bad input.

YAML stands between ``---``, TOML between ``+++``. YAML that cannot be read whole is read key by key, so that a
title such as ``[번역] 도커`` costs one warning and not the post's date and draft mark.
"""

import re
import tomllib
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic, Place, warning
from byeoru.base.yaml_nodes import Mapping, Node, Scalar, YamlProblem, read_mapping
from byeoru.parse.toml_nodes import toml_mapping

_FENCE = re.compile(r"(---|\+\+\+)[ \t]*\n")
_TOP_LEVEL = re.compile(r"(?P<key>[^\s#\-\[{\"'&*!|>%@`][^:\n]*?)[ \t]*:(?:[ \t]+(?P<value>.*))?$")
# Fields whose loss could publish what was not meant to be: unreadable means "keep it back".
_GUARDED = {"draft", "published", "publish", "status"}


class Split(NamedTuple):
    """A file cut at its fences."""

    fence: str  # "---", "+++" or "" for no front matter
    header: str
    body: str
    body_line: int  # 1-based line that the body begins on


class Header(NamedTuple):
    """The nodes of a front matter, before their fields are read."""

    mapping: Mapping
    is_doubtful: bool  # something that guards against publishing could not be read


def split(text: str) -> Split:
    """Cut *text* at the fences of its front matter; an opening fence that nothing closes is a thematic break."""
    opening = _FENCE.match(text)
    if not opening:
        return Split("", "", text, 1)
    fence = opening.group(1)
    closing = re.compile(rf"^{re.escape(fence)}[ \t]*$", re.MULTILINE).search(text, opening.end())
    if not closing:
        return Split("", "", text, 1)
    header = text[opening.end() : closing.start()]
    body = text[closing.end() + 1 :]
    return Split(fence, header, body, text.count("\n", 0, closing.start()) + 2)


def read_header(parts: Split, path: str, problems: list[Diagnostic]) -> Header:
    """Read the header of *parts* as a mapping of nodes; its lines are counted from 1, the fence being line 0."""
    if parts.fence == "+++":
        return _read_toml(parts.header, path, problems)
    try:
        return Header(read_mapping(parts.header), is_doubtful=False)
    except YamlProblem as problem:
        if problem.code != "yaml-syntax":
            place = Place(path, problem.line + 1, problem.column)
            problems.append(warning(problem.code, place, "shorten-front-matter"))
            return Header(Mapping((), 1, 1), is_doubtful=True)
    return _salvage(parts.header, path, problems)


def _read_toml(header: str, path: str, problems: list[Diagnostic]) -> Header:
    try:
        return Header(toml_mapping(header), is_doubtful=False)
    except tomllib.TOMLDecodeError as problem:
        found = re.search(r"\(at line (\d+), column (\d+)\)", str(problem))
        line, column = (int(found[1]), int(found[2])) if found else (header.count("\n") or 1, 1)
        detail = str(problem).partition(" (at ")[0]
        problems.append(warning("toml-syntax", Place(path, line + 1, column), detail=detail))
    except RecursionError:
        problems.append(warning("yaml-too-deep", Place(path, 2, 1), "shorten-front-matter"))
    return Header(Mapping((), 1, 1), is_doubtful=True)


def _salvage(header: str, path: str, problems: list[Diagnostic]) -> Header:
    """Read the keys of *header* one by one; a single line that YAML refuses is taken as the text it looks like."""
    pairs: list[tuple[Scalar, Node]] = []
    is_doubtful = False
    for first, chunk in _chunks(header):
        try:
            pairs.extend(_moved(read_mapping(chunk), first))
            continue
        except YamlProblem as failure:
            problem = failure
        found = _TOP_LEVEL.match(chunk.rstrip("\n"))
        if found and found["value"] and "\n" not in chunk.rstrip("\n"):
            value = found["value"].strip()
            column = found.start("value") + 1
            place = Place(path, first + 1, column, len(value))
            problems.append(
                warning("yaml-needs-quotes", place, "quote-like-this", key=found["key"], quoted=_quoted(value))
            )
            key = Scalar(found["key"], first, 1, len(found["key"]), is_plain=True)
            pairs.append((key, Scalar(value, first, column, len(value), is_plain=False)))
            is_doubtful |= found["key"].strip() in _GUARDED
        else:
            place = Place(path, first + problem.line, problem.column)
            problems.append(warning("yaml-syntax", place, "quote-the-value", detail=problem.detail))
            is_doubtful |= any(chunk.lstrip().startswith(key) for key in _GUARDED)
    return Header(Mapping(tuple(pairs), 1, 1), is_doubtful)


def _chunks(header: str) -> list[tuple[int, str]]:
    """Cut *header* before each line that begins a top-level key; return 1-based first lines and texts."""
    chunks: list[tuple[int, str]] = []
    for number, line in enumerate(header.splitlines(keepends=True), 1):
        begins = line[:1] not in {" ", "\t", "-", "#", "\n", "]", "}"}
        if begins or not chunks:
            chunks.append((number, line))
        else:
            chunks[-1] = (chunks[-1][0], chunks[-1][1] + line)
    return [(number, chunk) for number, chunk in chunks if chunk.strip() and not chunk.lstrip().startswith("#")]


def _moved(mapping: Mapping, first: int) -> list[tuple[Scalar, Node]]:
    """Return the pairs of a chunk with the lines that they have in the header."""

    def shift(node: Node) -> Node:
        return node._replace(line=node.line + first - 1)

    return [(key._replace(line=key.line + first - 1), shift(value)) for key, value in mapping.pairs]


def _quoted(value: str) -> str:
    r"""Write *value* as YAML would accept it, in the quotes that need the least escaping.

    >>> _quoted("[번역] 도커"), _quoted('"따옴표" 시작')
    ('"[번역] 도커"', '\'"따옴표" 시작\'')
    """
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"
