"""Split a source into front matter and text, and read the front matter by the type of each field.

In:  the text of one file.
Out: ``FrontMatter``, the remaining text with the line it begins on, and what the author should fix.
Must not: read files, know about other documents, or raise on bad input.

YAML stands between ``---``, TOML between ``+++``. YAML that cannot be read whole is read key by key, so that a
title such as ``[번역] 도커`` costs one warning and not the post's date and draft mark.
"""

import re
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic, Location, warning
from byeoru.base.yaml_faults import quoted, sign_of
from byeoru.base.yaml_nodes import Mapping, Node, Scalar, YamlProblem, read_mapping
from byeoru.base.yaml_repair import disambiguated, repaired
from byeoru.parse.privacy import mentions_guard

# Blank lines before the fence are passed over, as an editor or an export may leave them.
_FENCE = re.compile(r"\s*?^(---|\+\+\+)[ \t]*\n", re.MULTILINE)
# Keys above a line of dashes, without the dashes above them, or between lines of another sign: `----`, `—`.
_MISFENCED = re.compile(
    r"""\s*?^(?:(?P<fence>--|-{4,10}|[—–]{1,3})[ \t]*\n)?
        (?P<header>(?:title|date|tags|draft|category|categories|layout|slug|published)[ \t]*:[ \t].*\n
            (?:[ \t]*[\w\-"'].*\n){0,40}?)
        (?:---|(?P=fence))[ \t]*$""",
    re.MULTILINE | re.VERBOSE,
)
_CLOSING = {
    "---": re.compile(r"^(---|\.\.\.)[ \t]*$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE),
}
_KEY_LINE = re.compile(r"[ \t]*[^\s:=#\-*>][^:=\n]{0,60}[:=]")
_TOP_LEVEL = re.compile(r"(?P<key>[^\s#\-\[{\"'&*!|>%@`][^:\n]{0,100}?)[ \t]{0,10}:(?:[ \t]+(?P<value>.*))?$")

# Keys that are known by themselves, where their colon is missing.
_KEYS = frozenset(
    {"title", "date", "updated", "tags", "category", "categories", "draft", "published", "slug", "summary"}
)


class Split(NamedTuple):
    """A file cut at its fences."""

    fence: str  # "---", "+++" or "" for no front matter
    header: str
    header_line: int  # 1-based line that the header begins on
    body: str
    body_line: int  # 1-based line that the body begins on
    is_open: bool = False  # it begins like a front matter, and nothing closes it
    misfenced_line: int = 0  # where a line of `---` should be and is not; 0 where both are there


class Header(NamedTuple):
    """The nodes of a front matter, before their fields are read."""

    mapping: Mapping
    is_doubtful: bool  # something that guards against publishing could not be read


def split(text: str) -> Split:
    """Cut *text* at the fences of its front matter; a line of dashes before anything but keys is a thematic break."""
    opening = _FENCE.match(text)
    if not opening:
        return _misfenced(text) or Split("", "", 1, text, 1)
    fence = opening[1]
    header_line = text.count("\n", 0, opening.end()) + 1
    closing = _CLOSING[fence].search(text, opening.end())
    first = text[opening.end() : closing.start() if closing else None].lstrip("\n")
    begins_with_key = _KEY_LINE.match(first) is not None
    if not closing:
        return Split("", "", header_line, text, 1, is_open=begins_with_key)
    if opening.start(1) > 0 and not begins_with_key:
        return Split("", "", 1, text, 1)
    header = text[opening.end() : closing.start()]
    return Split(fence, header, header_line, text[closing.end() + 1 :], text.count("\n", 0, closing.start()) + 2)


def _misfenced(text: str) -> Split | None:
    """Cut *text* where its front matter lacks the line above it, or has other lines around it."""
    found = _MISFENCED.match(text)
    if not found:
        return None
    header_line = text.count("\n", 0, found.start("header")) + 1
    line = header_line - 1 if found["fence"] else header_line
    body_line = text.count("\n", 0, found.end()) + 2
    return Split("---", found["header"], header_line, text[found.end() + 1 :], body_line, misfenced_line=line)


def read_header(parts: Split, path: str, problems: list[Diagnostic]) -> Header:
    """Read the header of *parts* as a mapping of nodes, whose lines are counted from 1 at the header's first."""
    if parts.is_open:
        location = Location(path, parts.header_line - 1, 1, 3)
        problems.append(warning("front-matter-open", location, "close-front-matter", end=_end_of_keys(parts)))
        return Header(Mapping((), 1, 1), is_doubtful=True)
    before = parts.header_line - 1
    if line := parts.misfenced_line:
        problems.append(warning("front-matter-fence", Location(path, line, 1), "fence-front-matter", line=line))
    if parts.fence == "+++":
        return _read_toml(parts.header, before, path, problems)
    mapping = None
    try:
        mapping = read_mapping(parts.header)
        better = disambiguated(parts.header)
    except YamlProblem as problem:
        better = repaired(parts.header, _KEYS)
        is_lines = problem.code == "yaml-syntax" or (problem.code == "yaml-not-mapping" and better.faults)
        if not is_lines:
            location = Location(path, before + problem.line, problem.column)
            hint = "write-key-value" if problem.code == "yaml-not-mapping" else "shorten-front-matter"
            problems.append(warning(problem.code, location, hint))
            problems.append(warning("unclear-draft", location, "fix-front-matter"))
            return Header(Mapping((), 1, 1), is_doubtful=True)
    is_doubtful = False  # a mark that had to be mended is taken for what is safe, whatever it says now
    for fault in better.faults:
        location = fault.location(path, before)
        problems.append(warning(fault.code, location, "write-better", **fault.arguments()))
        if mentions_guard(fault.better):
            is_doubtful = True
            problems.append(warning("unclear-draft", location, "fix-front-matter"))
    if mapping is None or better.faults:
        try:
            mapping = read_mapping(better.text)
        except YamlProblem:
            salvaged = _salvage(better.text, before, path, problems)
            return salvaged._replace(is_doubtful=is_doubtful or salvaged.is_doubtful)
    return Header(mapping, is_doubtful)


def _end_of_keys(parts: Split) -> int:
    """Return the line at which a front matter that nothing closes seems to end."""
    lines = parts.body.split("\n")[parts.header_line - 1 :]
    belongs = (bool(_KEY_LINE.match(line)) or line[:1] in {" ", "\t", "-", "#"} for line in lines)
    return parts.header_line + next((at for at, one in enumerate(belongs) if not one), len(lines))


def _read_toml(header: str, before: int, path: str, problems: list[Diagnostic]) -> Header:
    from byeoru.parse.toml_nodes import toml_mapping  # imported late: few posts have TOML

    try:
        return Header(toml_mapping(header), is_doubtful=False)
    except ValueError as problem:  # of TOML's syntax, or a number of thousands of digits
        found = re.search(r"\(at line (\d+), column (\d+)\)", str(problem))
        line, column = (int(found[1]), int(found[2])) if found else (header.count("\n") or 1, 1)
        detail = str(problem).partition(" (at ")[0]
        location, example = Location(path, before + line, column), 'title = "My post"'
        problems.append(warning("toml-syntax", location, "write-like", detail=detail, example=example))
    except YamlProblem as problem:
        location = Location(path, before + problem.line, problem.column)
        problems.append(warning(problem.code, location, "shorten-front-matter"))
    problems.append(warning("unclear-draft", problems[-1].location, "fix-front-matter"))
    return Header(Mapping((), 1, 1), is_doubtful=True)


def _salvage(header: str, before: int, path: str, problems: list[Diagnostic]) -> Header:
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
            location = Location(path, before + first, column, len(value))
            named = {"key": found["key"], "sign": sign_of(value), "quoted": quoted(value)}
            problems.append(warning("yaml-needs-quotes", location, "quote-like-this", **named))
            key = Scalar(found["key"], first, 1, len(found["key"]), is_plain=True)
            pairs.append((key, Scalar(value, first, column, len(value), is_plain=False)))
        else:
            location = Location(path, before + first + problem.line - 1, problem.column)
            code = "yaml-not-mapping" if problem.code == "yaml-not-mapping" else "yaml-syntax"
            hint = "write-key-value" if code == "yaml-not-mapping" else "quote-the-value"
            problems.append(warning(code, location, hint, detail=problem.detail))
        if mentions_guard(chunk):
            is_doubtful = True
            problems.append(warning("unclear-draft", problems[-1].location, "fix-front-matter"))
    return Header(Mapping(tuple(pairs), 1, 1), is_doubtful)


def _chunks(header: str) -> list[tuple[int, str]]:
    """Cut *header* before each line that begins a top-level key; return 1-based first lines and texts."""
    found: list[tuple[int, list[str]]] = []
    for number, line in enumerate(header.splitlines(keepends=True), 1):
        begins = line[:1] not in {" ", "\t", "-", "#", "\n", "]", "}"}
        if begins or not found:
            found.append((number, [line]))
        else:
            found[-1][1].append(line)
    chunks = [(number, "".join(lines)) for number, lines in found]
    return [(number, chunk) for number, chunk in chunks if chunk.strip() and not chunk.lstrip().startswith("#")]


def _moved(mapping: Mapping, first: int) -> list[tuple[Scalar, Node]]:
    """Return the pairs of a chunk with the lines that they have in the header."""

    def shift(node: Node) -> Node:
        return node._replace(line=node.line + first - 1)

    return [(key._replace(line=key.line + first - 1), shift(value)) for key, value in mapping.pairs]
