"""The code blocks of one document: what is known already, what a lexer has to read, and what nobody can.

In:  the code, the words behind its fence, and blocks that an earlier version of the document had.
Out: HTML; the blocks for the next version; languages that nobody knows.
Must not: load Pygments where all blocks are known.
"""

from byeoru.base.digest import digest_text
from byeoru.base.escaping import escaped_code
from byeoru.model.content import Code
from byeoru.parse.code_blocks.block import render_code, take_marks
from byeoru.parse.code_blocks.fence_info import read_info, with_attributes
from byeoru.parse.code_blocks.languages import lexer_name


class CodeBlocks:
    """What is found out about the code of one document while it is rendered."""

    def __init__(self, known: Code = ()) -> None:
        """Take the blocks of the version before."""
        self._known = dict(known)
        self._used: dict[str, str] = {}
        self.unknown: dict[str, int] = {}  # names of languages, and the 0-based line of each
        self.lines = 0  # of code, in all blocks

    @property
    def used(self) -> Code:
        """Return the blocks for the next version of the document."""
        return tuple(self._used.items())

    def fenced(self, code: str, info: str, attributes: str, lines: list[int] | None) -> str:
        """Return a fenced block as HTML; *attributes* are those of a line `{: …}` below it."""
        fence = read_info(info)
        if attributes:
            fence = with_attributes(fence, attributes)
        code, fence = take_marks(code, fence)
        self.lines += code.count("\n")
        lexer = lexer_name(fence.language) if fence.language else ""
        if lexer is None:
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
                highlight,  # imported late: with all blocks known nobody needs it
            )

            html = highlight(code, lexer)
        self._used[key] = html
        return html
