"""Split a source into front matter and body, and parse the front matter into nodes.

In:  the text of one file.
Out: ``Split``, ``Header`` and diagnostics.
Must not: read files, know about other documents, or raise on bad input.

YAML is enclosed in ``---``, TOML in ``+++``. JSON is an object in braces, as in Hugo, or ends with ``;;;``, as in Hexo.
If YAML is invalid as a whole, its keys are read one by one, so that a title such as ``[번역] 도커`` causes one warning,
and the date and draft marker of the post are not lost.
"""

import re
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic, Location, warning
from byeoru.base.patterns import lazy_pattern
from byeoru.base.plain_yaml import plain_mapping
from byeoru.base.yaml_nodes import Mapping, YamlProblem, read_mapping
from byeoru.base.yaml_repair import disambiguated, repaired
from byeoru.parse.page_properties import page_properties
from byeoru.parse.privacy import mentions_privacy_key

# Blank lines before the fence are skipped, as editors and exports may leave some.
_FENCE = re.compile(r"\s*?^(---|\+\+\+)[ \t]*\n", re.MULTILINE)
# Front matter without its first fence, or with other lines as fences: `----`, `—`.
_MISFENCED = lazy_pattern(
    r"""\s*?^(?:(?P<fence>--|-{4,10}|[—–]{1,3})[ \t]*\n)?
        (?P<header>(?:title|date|tags|draft|category|categories|layout|slug|published)[ \t]*:[ \t].*\n
            (?:[ \t]*[\w\-"'].*\n){0,40}?)
        (?:---|(?P=fence))[ \t]*$""",
    re.MULTILINE | re.VERBOSE,
)
# JSON front matter: an object in braces, or its pairs before a line `;;;`. Text begins like that only to show it.
_JSON = lazy_pattern(r'(?P<space>\s*(?:;;;[ \t]*\n\s*)?)(?P<brace>\{\s*)?"[^"\n]{1,60}"[ \t]*:')
_END_OF_PAIRS = lazy_pattern(r"^;;;[ \t]*$", re.MULTILINE)
_END_OF_INVALID_OBJECT = lazy_pattern(r"(?m)^\}[ \t]*$|^[ \t]*$|\Z")
_CLOSING = {
    "---": re.compile(r"^(---|\.\.\.)[ \t]*$", re.MULTILINE),
    "+++": lazy_pattern(r"^\+\+\+[ \t]*$", re.MULTILINE),
}
_KEY_LINE = re.compile(r"[ \t]*[^\s:=#\-*>][^:=\n]{0,60}[:=]")

# Keys that are recognised without a colon.
_KEYS = frozenset(
    {"title", "date", "updated", "tags", "category", "categories", "draft", "published", "slug", "summary"}
)

# Faults of a whole mapping that a line with a clear meaning can cause.
_REPAIRABLE = frozenset({"yaml-not-mapping", "yaml-alias", "yaml-key-not-text"})


class Split(NamedTuple):
    """A file, split at the fences of its front matter."""

    fence: str  # "---", "+++", "{" or ";;;" for JSON, or "" for no front matter
    header: str
    header_line: int  # 1-based line that the header begins on
    body: str
    body_line: int  # 1-based line that the body begins on
    is_open: bool = False  # it begins like front matter, without a closing fence
    misfenced_line: int = 0  # 1-based line that should be `---`; 0 if both fences are valid


class Header(NamedTuple):
    """The nodes of a front matter, before their fields are read."""

    mapping: Mapping
    is_doubtful: bool  # a key that may be a privacy marker could not be read


def split(text: str) -> Split:
    """Split *text* at the fences of its front matter; a line of dashes that no key follows is a thematic break."""
    opening = _FENCE.match(text)
    if not opening:
        return _misfenced(text) or _split_json(text) or _with_properties(text) or Split("", "", 1, text, 1)
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


def _with_properties(text: str) -> Split | None:
    """Split *text* below the properties of Logseq."""
    properties = page_properties(text)
    if properties is None:
        return None
    header, end = properties
    return Split("---", header, 1, text[end:], text.count("\n", 0, end) + 1)


def _split_json(text: str) -> Split | None:
    """Split *text* after its JSON front matter."""
    opening = _JSON.match(text)
    if not opening:
        return None
    start = opening.end("space")
    is_in_braces = opening["brace"] is not None
    closing = None if is_in_braces else _END_OF_PAIRS.search(text, start)
    if not is_in_braces and not closing:
        return None
    end, body_start = closing.span() if closing else (_end_of_object(text, start),) * 2
    line_end = text.find("\n", body_start)
    body = text[line_end + 1 :] if line_end >= 0 else ""
    if text[body_start : line_end if line_end >= 0 else len(text)].strip():
        return None  # a line that goes on after the object shows it
    header_line, body_line = text.count("\n", 0, start) + 1, text.count("\n", 0, body_start) + 2
    return Split("{" if is_in_braces else ";;;", text[start:end], header_line, body, body_line)


def _end_of_object(text: str, start: int) -> int:
    """Return where the object at *start* ends; one that is invalid ends at a line `}`, or before a blank line."""
    from byeoru.parse.json_nodes import object_end  # imported late: few posts have JSON

    end = object_end(text, start)
    invalid = _END_OF_INVALID_OBJECT.search(text, start)
    return end if end is not None else invalid.end() if invalid else len(text)


def _misfenced(text: str) -> Split | None:
    """Split *text* whose front matter lacks its first fence or has other lines as fences."""
    match = _MISFENCED.match(text)
    if not match:
        return None
    header_line = text.count("\n", 0, match.start("header")) + 1
    line = header_line - 1 if match["fence"] else header_line
    body_line = text.count("\n", 0, match.end()) + 2
    return Split("---", match["header"], header_line, text[match.end() + 1 :], body_line, misfenced_line=line)


def read_header(parts: Split, path: str, problems: list[Diagnostic], *, program: str = "") -> Header:
    """Parse the header of *parts* into a mapping of nodes; line 1 is the first line of the header.

    *program* is that of the folder: until 2016, Hexo's own posts had no `---` before their keys.
    """
    if parts.is_open:
        location = Location(path, parts.header_line - 1, 1, 3)
        problems.append(warning("front-matter-open", location, "close-front-matter", end=_end_of_keys(parts)))
        return Header(Mapping((), 1, 1), is_doubtful=True)
    lines_before = parts.header_line - 1
    line = parts.misfenced_line
    if line and not (program == "hexo" and line == parts.header_line):
        problems.append(warning("front-matter-fence", Location(path, line, 1), "fence-front-matter", line=line))
    read = {"+++": _read_toml, "{": _read_json, ";;;": _read_json}.get(parts.fence, _read_yaml)
    return read(parts.header, lines_before, path, problems)


def _read_yaml(header: str, lines_before: int, path: str, problems: list[Diagnostic]) -> Header:
    """Parse YAML; a line whose meaning is clear is repaired, with a warning."""
    mapping = None
    try:
        mapping = plain_mapping(header) or read_mapping(header)
        better = disambiguated(header)
    except YamlProblem as problem:
        better = repaired(header, _KEYS)
        is_lines = problem.code == "yaml-syntax" or (problem.code in _REPAIRABLE and better.faults)
        if not is_lines:
            location = Location(path, lines_before + problem.line, problem.column)
            hint = "write-key-value" if problem.code == "yaml-not-mapping" else "shorten-front-matter"
            problems.append(warning(problem.code, location, hint))
            problems.append(warning("unclear-draft", location, "fix-front-matter"))
            return Header(Mapping((), 1, 1), is_doubtful=True)
    is_doubtful = False  # a repaired privacy marker always makes the page a draft, as the repair is a guess
    for fault in better.faults:
        location = fault.location(path, lines_before)
        problems.append(warning(fault.code, location, "write-better", **fault.arguments()))
        if mentions_privacy_key(fault.better):
            is_doubtful = True
            problems.append(warning("unclear-draft", location, "fix-front-matter"))
    if mapping is None or better.faults:
        try:
            mapping = read_mapping(better.text)
        except YamlProblem:
            from byeoru.parse.key_by_key import read_key_by_key  # imported late with the patterns of faults

            mapping, is_unclear = read_key_by_key(better.text, lines_before, path, problems)
            is_doubtful = is_doubtful or is_unclear
    return Header(mapping, is_doubtful)


def _end_of_keys(parts: Split) -> int:
    """Return the line at which unclosed front matter seems to end."""
    lines = parts.body.split("\n")[parts.header_line - 1 :]
    are_header = (bool(_KEY_LINE.match(line)) or line[:1] in {" ", "\t", "-", "#"} for line in lines)
    return parts.header_line + next((at for at, is_header in enumerate(are_header) if not is_header), len(lines))


def _read_toml(header: str, lines_before: int, path: str, problems: list[Diagnostic]) -> Header:
    from byeoru.base.toml_nodes import toml_mapping  # imported late: few posts have TOML

    try:
        return Header(toml_mapping(header), is_doubtful=False)
    except ValueError as problem:  # invalid syntax, or a number of thousands of digits
        match = re.search(r"\(at line (\d+), column (\d+)\)", str(problem))
        line, column = (int(match[1]), int(match[2])) if match else (header.count("\n") or 1, 1)
        detail, example = str(problem).partition(" (at ")[0], 'title = "My post"'
        invalid = warning("toml-syntax", Location(path, line, column), "write-like", detail=detail, example=example)
    except YamlProblem as problem:
        invalid = warning(problem.code, Location(path, problem.line, problem.column), "shorten-front-matter")
    return _unreadable(invalid, lines_before, problems)


def _read_json(header: str, lines_before: int, path: str, problems: list[Diagnostic]) -> Header:
    from json import JSONDecodeError

    from byeoru.parse.json_nodes import json_mapping  # imported late: few posts have JSON

    try:
        return Header(json_mapping(header), is_doubtful=False)
    except JSONDecodeError as problem:
        location, example = Location(path, problem.lineno, problem.colno), '"title": "My post",'
        invalid = warning("json-syntax", location, "write-like", detail=problem.msg, example=example)
    except YamlProblem as problem:
        invalid = warning(problem.code, Location(path, problem.line, problem.column), "shorten-front-matter")
    return _unreadable(invalid, lines_before, problems)


def _unreadable(problem: Diagnostic, lines_before: int, problems: list[Diagnostic]) -> Header:
    """Report *problem*, whose location is in the header, and hold the page back."""
    location = problem.location._replace(line=lines_before + problem.location.line)
    problems += (problem._replace(location=location), warning("unclear-draft", location, "fix-front-matter"))
    return Header(Mapping((), 1, 1), is_doubtful=True)
