"""Read the keys of front matter one by one, where it is invalid YAML as a whole even after its repair.

In:  the text between the fences.
Out: the keys with the values that could be read, and a diagnostic for each one that could not, or only as text.
Must not: lose a key because of another one.
"""

import re

from byeoru.base.diagnostic import Diagnostic, Location, warning
from byeoru.base.yaml_faults import LIST_KEYS, items_of, quoted, sign_of
from byeoru.base.yaml_nodes import Mapping, Node, Scalar, Sequence, YamlProblem, read_mapping
from byeoru.parse.privacy import mentions_privacy_key

_TOP_LEVEL = re.compile(r"(?P<key>[^\s#\-\[{\"'&*!|>%@`][^:\n]{0,100}?)[ \t]{0,10}:(?:[ \t]+(?P<value>.*))?$")


def read_key_by_key(header: str, lines_before: int, path: str, problems: list[Diagnostic]) -> tuple[Mapping, bool]:
    """Return the keys of *header*, and whether a key that may be a privacy marker could not be read.

    A value that is invalid YAML is a list of texts, or a plain text.
    """
    pairs: list[tuple[Scalar, Node]] = []
    is_doubtful = False
    for first, chunk in _top_level_chunks(header):
        try:
            pairs.extend(_with_lines_of_header(read_mapping(chunk), first))
            continue
        except YamlProblem as failure:
            problem = failure
        match = _TOP_LEVEL.match(chunk.split("\n", 1)[0])
        value = chunk[match.start("value") :].strip() if match and match["value"] else ""
        if match and value and match["key"] in LIST_KEYS and value.startswith(("[", "- ")):
            pairs.append(_salvaged_list(match, value, first))
            better = f"{match['key']}: [{', '.join(map(_item, items_of(value)))}]"
            location = Location(path, lines_before + first, match.start("value") + 1, len(match["value"]))
            problems.append(warning("yaml-broken-list", location, "write-better", better=better))
        elif match and value and "\n" not in value:
            pairs.append(_salvaged_text(match, value, first))
            location = Location(path, lines_before + first, match.start("value") + 1, len(value))
            named = {"key": match["key"], "sign": sign_of(value), "quoted": quoted(value)}
            problems.append(warning("yaml-needs-quotes", location, "quote-like-this", **named))
        else:
            problems.append(_fault_of_chunk(chunk, problem, Location(path, lines_before + first)))
        if mentions_privacy_key(chunk):
            is_doubtful = True
            problems.append(warning("unclear-draft", problems[-1].location, "fix-front-matter"))
    return Mapping(tuple(pairs), 1, 1), is_doubtful


def _salvaged_text(match: re.Match[str], value: str, line: int) -> tuple[Scalar, Node]:
    key = Scalar(match["key"], line, 1, len(match["key"]), is_plain=True)
    return key, Scalar(value, line, match.start("value") + 1, len(value), is_plain=False)


def _salvaged_list(match: re.Match[str], value: str, line: int) -> tuple[Scalar, Node]:
    key, text = _salvaged_text(match, value, line)
    items = (Scalar(item, line, text.column, len(item), is_plain=False) for item in items_of(value))
    return key, Sequence(tuple(items), line, text.column)


def _item(text: str) -> str:
    """Return an item as it can stand in a list."""
    return text if re.fullmatch(r"[\w+./][\w+./ \-]*", text) else quoted(text)


def _fault_of_chunk(chunk: str, problem: YamlProblem, start: Location) -> Diagnostic:
    """Describe what is wrong with a key that cannot be read at all; a full-width colon is often the cause."""
    lines = chunk.split("\n")
    at = min(problem.line, len(lines)) - 1
    location = Location(start.path, start.line + problem.line - 1, problem.column)
    for number in (at, at - 1):
        line = lines[number] if number >= 0 else ""
        if "：" in line:
            colon = Location(start.path, start.line + number, line.index("：") + 1)
            better = re.sub(r"[ \t]*：[ \t]*", ": ", line, count=1).strip()
            return warning("yaml-full-width", colon, "write-better", sign="：", better=better)
    if problem.code == "yaml-not-mapping":
        return warning("yaml-not-mapping", location, "write-key-value")
    is_layout = any(word in problem.detail for word in ("expected key", "'-' indicator", "block sequence"))
    return warning("yaml-syntax", location, "align-lines" if is_layout else "quote-the-value", detail=problem.detail)


def _top_level_chunks(header: str) -> list[tuple[int, str]]:
    """Split *header* before each top-level key; return the 1-based first line and the text of each part."""
    chunks: list[tuple[int, list[str]]] = []
    for number, line in enumerate(header.splitlines(keepends=True), 1):
        begins = line[:1] not in {" ", "\t", "-", "#", "\n", "]", "}"}
        if begins or not chunks:
            chunks.append((number, [line]))
        else:
            chunks[-1][1].append(line)
    texts = [(number, "".join(lines)) for number, lines in chunks]
    return [(number, chunk) for number, chunk in texts if chunk.strip() and not chunk.lstrip().startswith("#")]


def _with_lines_of_header(mapping: Mapping, first: int) -> list[tuple[Scalar, Node]]:
    """Return the pairs of a chunk that begins at line *first* of the header, with their lines in the header."""

    def shift(node: Node) -> Node:
        return node._replace(line=node.line + first - 1)

    return [(key._replace(line=key.line + first - 1), shift(value)) for key, value in mapping.pairs]
