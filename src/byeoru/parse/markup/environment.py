"""The environment of a document while it is parsed and rendered.

In:  the text of a document and its Markdown options.
Out: ``MarkdownEnv``, one per document, which the library passes to every rule as ``state.env``.
Must not: have a field for one rule of ours only, which stores its own record with ``record_of``; or be used as a
mapping by them: only the library's rules look for their records by name.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypedDict, TypeVar

from markdown_it.token import Token

from byeoru.parse.code_blocks.document import CodeBlocks
from byeoru.parse.markup.finished import Finisher
from byeoru.parse.markup.pieces import Pieces
from byeoru.parse.markup.references import References

T = TypeVar("T")


class RuleFinding(NamedTuple):
    """Something that the author should fix."""

    code: str
    lines: tuple[int, int]  # 0-based: the first line, and the one after the last
    arguments: Mapping[str, str]
    text: str = ""  # to search for in these lines; "" for the whole first line
    hint: str = ""


class Definition(TypedDict):
    """The target of a link definition `[label]: href "title"`, as the library's rule stores it."""

    href: str
    title: str


class Note(TypedDict, total=False):
    """A footnote, as the library's rules store it."""

    label: str  # of a definition; with the number of its references
    count: int
    content: str  # of an inline footnote; with its tokens
    tokens: list[Token]


class Footnotes(NamedTuple):
    """The footnotes of a document."""

    numbers: dict[str, int]  # by ":" and the label; -1 before the first reference
    notes: dict[int, Note]  # by number


class LinkedText(NamedTuple):
    """The plain text of a block, and its links to pages of the site."""

    text: str
    links: tuple[tuple[int, int, int, int], ...]  # slot; where its label begins and ends; where the text goes on


@dataclass(eq=False, repr=False)
class MarkdownEnv(dict[str, Any]):
    """The state of one document."""

    language: str = ""
    breaks: bool = False  # whether a line break in the text is one on the page
    references: References = field(default_factory=lambda: References("", 1))
    code: CodeBlocks = field(default_factory=CodeBlocks)
    pieces: Pieces = field(default_factory=Pieces)
    findings: list[RuleFinding] = field(default_factory=list)
    line: int = 0  # 0-based, of the block whose text is being parsed
    block: tuple[int, int] = (0, 0)  # lines of the block that is being written: the first, and the one after the last
    words: Mapping[str, Callable[[Token], str]] = field(default_factory=dict)  # by the type of token, from all rules
    finisher: Finisher | None = None  # None if all blocks need tokens
    links: list[int | None] = field(default_factory=list)  # of the block that is being written: their slots
    linked: list[LinkedText] = field(default_factory=list)  # blocks with links to pages of the site
    too_deep: set[int] = field(default_factory=set)  # lines where nesting exceeds the limit
    definitions: dict[str, Definition] = field(default_factory=dict)  # by label, in the library's normal form
    footnotes: Footnotes = field(default_factory=lambda: Footnotes({}, {}))
    _records: dict[Callable[[], Any], Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # The library's rules access these two by other names.
        footnotes = {"refs": self.footnotes.numbers, "list": self.footnotes.notes}
        self.update(references=self.definitions, footnotes=footnotes)

    @property
    def is_korean(self) -> bool:
        """Report whether the page is in Korean; in other languages its labels are English."""
        return self.language.startswith("ko")

    def record_of(self, record: Callable[[], T]) -> T:
        """Return the record of a rule for this document, an instance of *record* that is created on first use."""
        if record not in self._records:
            self._records[record] = record()
        value: T = self._records[record]
        return value


def environment_of(state: Any) -> MarkdownEnv:  # noqa: ANN401  (any state of the library)
    """Return the environment of the document that *state* reads."""
    assert isinstance(state.env, MarkdownEnv)
    return state.env
