"""YAML as nodes with locations, built from the parser's events and never by the library's own constructors.

In:  the text of a mapping (front matter, settings, a theme's description).
Out: ``Scalar``, ``Sequence`` and ``Mapping`` nodes with 1-based lines and columns, or one ``YamlProblem``.
Must not: give a value a type; the reader of a field knows which type it should have.

PyYAML's C loader crashes the process on deep nesting (50,000 brackets), and an alias can create a value that contains
itself. Both are avoided by reading events, which needs no recursion, with a depth limit and without aliases. The size
is limited because the event parser is quadratic in the depth. The library is imported where the first text is parsed:
most front matter is plain (`plain_yaml`), and its import takes 10 ms.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import yaml

SIZE_LIMIT = 64 * 1024  # characters
DEPTH_LIMIT = 32


class Scalar(NamedTuple):
    """A single value as written, without its quotes."""

    text: str
    line: int
    column: int
    width: int
    is_plain: bool  # written without quotes, so that `null` and `~` mean no value

    @property
    def is_null(self) -> bool:
        """Tell whether the scalar means "no value" in YAML."""
        return self.is_plain and self.text in {"", "~", "null", "Null", "NULL"}


class Sequence(NamedTuple):
    """A list of nodes."""

    items: "tuple[Node, ...]"
    line: int
    column: int
    width: int = 1


class Mapping(NamedTuple):
    """Keys and values in the order of the text; a key may occur twice."""

    pairs: "tuple[tuple[Scalar, Node], ...]"
    line: int
    column: int
    width: int = 1


Node = Scalar | Sequence | Mapping


class YamlProblem(Exception):  # noqa: N818  (it is caught one call above and becomes a Diagnostic)
    """The text cannot be parsed: a code of the catalogue, with a line and column in the text."""

    def __init__(self, code: str, line: int = 1, column: int = 1, detail: str = "") -> None:
        """Store the code, the 1-based line and column, and the parser's message."""
        super().__init__(code)
        self.code, self.line, self.column, self.detail = code, line, column, detail


def read_mapping(text: str) -> Mapping:
    """Parse *text* as one YAML mapping; an empty text is an empty mapping.

    Raises ``YamlProblem`` with one of the codes ``yaml-syntax``, ``yaml-too-large``, ``yaml-too-deep``,
    ``yaml-alias``, ``yaml-not-mapping``.
    """
    import yaml

    if len(text) > SIZE_LIMIT:
        raise YamlProblem("yaml-too-large")
    try:
        root = _compose(text)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise YamlProblem("yaml-syntax", line, column, problem.problem or "") from None
    except yaml.YAMLError as problem:  # a character that YAML forbids: no mark
        raise YamlProblem("yaml-syntax", detail=str(problem).partition("\n")[0]) from None
    if root is None or (isinstance(root, Scalar) and root.is_null):
        return Mapping((), 1, 1)
    if not isinstance(root, Mapping):
        raise YamlProblem("yaml-not-mapping", root.line, root.column)
    return root


def events(text: str) -> "Iterator[yaml.Event]":
    """Return the parser's events for *text*; their marks count characters."""
    import yaml

    # Without libyaml, PyYAML has the same events, eight times slower.
    return yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _compose(text: str) -> Node | None:
    """Build the node of the first document in *text* with a stack of open collections."""
    import yaml

    stack: list[tuple[yaml.Event, list[Node]]] = []
    for event in events(text):
        if isinstance(event, yaml.ScalarEvent):
            node: Node = _scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            if len(stack) >= DEPTH_LIMIT:
                raise YamlProblem("yaml-too-deep", *_line_and_column(event))
            stack.append((event, []))
            continue
        elif isinstance(event, yaml.CollectionEndEvent):
            node = _collection(*stack.pop())
        elif isinstance(event, yaml.AliasEvent):
            raise YamlProblem("yaml-alias", *_line_and_column(event))
        else:
            continue
        if not stack:
            return node
        stack[-1][1].append(node)
    return None


def _line_and_column(event: "yaml.Event") -> tuple[int, int]:
    """Return the 1-based line and column at which an event begins."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _scalar(event: "yaml.ScalarEvent") -> Scalar:
    start, end = event.start_mark, event.end_mark
    is_on_one_line = start and end and start.line == end.line
    width = end.column - start.column if is_on_one_line else len(event.value)  # type: ignore[union-attr]
    return Scalar(event.value, *_line_and_column(event), max(width, 1), is_plain=not event.style)


def _collection(event: "yaml.Event", nodes: list[Node]) -> Node:
    import yaml

    line, column = _line_and_column(event)
    if isinstance(event, yaml.SequenceStartEvent):
        return Sequence(tuple(nodes), line, column)
    keys = nodes[::2]
    for key in keys:
        if not isinstance(key, Scalar):
            raise YamlProblem("yaml-key-not-text", key.line, key.column)
    return Mapping(tuple(zip(keys, nodes[1::2], strict=True)), line, column)  # type: ignore[arg-type]
