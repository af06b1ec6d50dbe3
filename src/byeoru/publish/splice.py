"""Write an old address into the front matter of a post by splicing text.

In:  the YAML of a front matter.
Out: the same text with one more alias; None where it cannot be told how to write it.
Must not: change anything else: comments, order and quoting are the author's.
"""

from byeoru.base.yaml_nodes import Mapping, Node, Scalar, Sequence, YamlProblem, read_mapping

_NAMES = ("aliases", "alias", "redirect_from")


def with_alias(header: str, address: str) -> str | None:
    """Return *header* with *address* among its aliases, written in the way of those that are there."""
    try:
        before = read_mapping(header)
    except YamlProblem:
        return None
    text = _spliced(header, before, address)
    return text if text is not None and _is_right(text, before, address) else None


def _spliced(header: str, root: Mapping, address: str) -> str | None:
    found = next((pair for pair in root.pairs if pair[0].text in _NAMES), None)
    lines = header.splitlines(keepends=True)
    if found is None:
        end = "\r\n" if lines and lines[-1].endswith("\r\n") else "\n"
        start = header if not header or header.endswith("\n") else header + end
        return f"{start}aliases: [{_quoted(address)}]{end}"
    match found[1]:
        case Sequence(items=()) as node:
            return _inserted(lines, node.line, node.column, _quoted(address))
        case Sequence(items=items) as node:
            return _beside(lines, node, items, address)
        case Scalar() as node if not node.is_null and node.text:
            return _listed(lines, node, address)
    key = found[0]
    return _inserted(lines, key.line, lines[key.line - 1].index(":", key.column - 1) + 1, f" [{_quoted(address)}]")


def _beside(lines: list[str], node: Sequence, items: tuple[Node, ...], address: str) -> str | None:
    """Add an item in front of the others: in brackets, or on a line of its own with the dash of the first."""
    line = lines[node.line - 1]
    if line[node.column - 1] == "[":
        return _inserted(lines, node.line, node.column, f"{_quoted(address)}, ")
    first = items[0]
    dash = lines[first.line - 1][: first.column - 1]
    if dash.strip() != "-":
        return None
    end = "\r\n" if lines[first.line - 1].endswith("\r\n") else "\n"
    return "".join([*lines[: first.line - 1], f"{dash}{_quoted(address)}{end}", *lines[first.line - 1 :]])


def _listed(lines: list[str], node: Scalar, address: str) -> str | None:
    """Make a list of a single value."""
    line = lines[node.line - 1]
    start, end = node.column - 1, node.column - 1 + node.width
    lines[node.line - 1] = f"{line[:start]}[{_quoted(address)}, {line[start:end]}]{line[end:]}"
    return "".join(lines)


def _inserted(lines: list[str], line: int, at: int, text: str) -> str:
    old = lines[line - 1]
    lines[line - 1] = old[:at] + text + old[at:]
    return "".join(lines)


def _quoted(address: str) -> str:
    """Write an address so that YAML reads it as it is, in brackets too."""
    is_plain = not set(address) & set("[]{},:#&*!|>'\"%@` ")
    return address if is_plain else "'" + address.replace("'", "''") + "'"


def _is_right(text: str, before: Mapping, address: str) -> bool:
    """Tell whether *text* reads as it did, and has the address."""
    try:
        after = read_mapping(text)
    except YamlProblem:
        return False
    others = [
        [(key.text, _plain(value)) for key, value in root.pairs if key.text not in _NAMES] for root in (before, after)
    ]
    aliases = [value for key, value in after.pairs if key.text in _NAMES]
    return others[0] == others[1] and len(aliases) == 1 and address in _plain(aliases[0])


def _plain(node: Node) -> list[str]:
    match node:
        case Scalar():
            return [node.text]
        case Sequence():
            return [text for item in node.items for text in _plain(item)]
        case Mapping():
            return [text for key, value in node.pairs for text in (key.text, *_plain(value))]
