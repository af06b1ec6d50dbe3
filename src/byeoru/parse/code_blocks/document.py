"""Render the code blocks of one document, reusing the highlighted blocks of its previous version.

In:  the code, the info string of its fence, and the highlighted blocks of the previous version.
Out: HTML; the highlighted blocks for the next version; unknown languages.
Must not: import Pygments if all blocks are cached.
"""

from byeoru.base.digest import digest_text
from byeoru.base.escaping import escaped_code
from byeoru.model.content import Code
from byeoru.parse.code_blocks.block import extract_marks, render_code
from byeoru.parse.code_blocks.fence_info import read_info, with_attributes
from byeoru.parse.code_blocks.languages import lexer_name

# Languages whose blocks other programs draw with a script on the page.
DIAGRAMS = frozenset({"echarts", "flowchart", "markmap", "mermaid", "plantuml", "puml"})


class CodeBlocks:
    """The code blocks of one document while it is rendered."""

    def __init__(self, known: Code = ()) -> None:
        """Take the highlighted blocks of the previous version."""
        self._known = dict(known)
        self._used: dict[str, str] = {}
        self.unknown: dict[str, int] = {}  # unknown languages, with the 0-based line of the first use
        self.diagrams: dict[str, int] = {}  # languages of diagrams, likewise
        self.lines = 0  # of code, in all blocks

    @property
    def used(self) -> Code:
        """Return the highlighted blocks for the next version of the document."""
        return tuple(self._used.items())

    def fenced(self, code: str, info: str, attributes: str, lines: list[int] | None) -> str:
        """Return a fenced block as HTML; *attributes* is the content of a line `{: …}` below it."""
        fence = read_info(info)
        if attributes:
            fence = with_attributes(fence, attributes)
        code, fence = extract_marks(code, fence)
        self.lines += code.count("\n")
        lexer = lexer_name(fence.language) if fence.language else ""
        if fence.language in DIAGRAMS:
            self.diagrams.setdefault(fence.language, lines[0] if lines else 0)
        elif lexer is None:
            self.unknown.setdefault(fence.language, lines[0] if lines else 0)
        return render_code(code, fence, self._highlighted(code, lexer or ""))

    def indented(self, code: str) -> str:
        """Return an indented block as HTML."""
        self.lines += code.count("\n")
        return render_code(code, read_info(""), self._highlighted(code, ""))

    def _highlighted(self, code: str, lexer: str) -> str:
        if not lexer:
            return escaped_code(code)
        key = digest_text(f"{lexer}\n{code}")
        html = self._known.get(key)
        if html is None:
            from byeoru.parse.code_blocks.highlight import (
                highlight,  # imported late: not needed if all blocks are cached
            )

            html = highlight(code, lexer)
        self._used[key] = html
        return html
