"""Ids of blocks, as in Obsidian: ` ^id` at the end of a block, or alone below it, is not shown and can be linked to.

In:  the tokens of blocks.
Out: the attribute `id` with the circumflex, of the paragraph, item or cell; other blocks get a `div` around them.
Must not: take a power at the end of a formula for an id: an id that is not alone is no single digit.

An id at the end of a quote or a callout is that of the whole quote.
"""

from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from byeoru.base.patterns import lazy_pattern
from byeoru.parse.markup.parts import BLOCK
from byeoru.parse.markup.rule import Rule

_ID = lazy_pattern(r"\^[A-Za-z0-9][A-Za-z0-9-]*")
_DIGITS = frozenset("0123456789")
_TEXTS = frozenset({"paragraph_open", "td_open", "th_open", "dt_open"})  # elements of which an id is an attribute


def _install(parser: MarkdownIt) -> None:
    parser.core.ruler.before("inline", "block_ids", _take)


def _take(state: StateCore) -> None:
    if BLOCK in state.src and any(token.type == "inline" and _divided(token.content)[1] for token in state.tokens):
        state.tokens = _Taker(state.src.split("\n")).read(state.tokens)


def _divided(content: str) -> tuple[str, str]:
    """Return the text of a block without the id at its end, and the id, "" for none.

    >>> _divided("가 나 ^a-1"), _divided("^a"), _divided("x ^2"), _divided("a^bc")
    (('가 나', '^a-1'), ('', '^a'), ('x ^2', ''), ('a^bc', ''))
    """
    start = content.rfind(BLOCK)
    if start < 0 or not _ID.fullmatch(content, start):
        return content, ""
    if start and (content[start - 1] not in " \t\n" or content[start + 1 :] in _DIGITS):
        return content, ""
    return content[:start].rstrip(), content[start:]


class _Taker:
    """One pass over the tokens of a document."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.name_of_table = ""  # that is being read
        self.in_quotes: dict[int, tuple[int, str]] = {}  # by the index of a quote: a paragraph in it, and its name
        self.tokens: list[Token] = []
        self.around: dict[int, Token] = {}  # tokens to be put before the one at an index
        self.open: list[int] = []  # of the elements that are open
        self.last = [-1]  # where the last block began in the document and in each of these elements

    def read(self, tokens: Sequence[Token]) -> list[Token]:
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if token.type == "tr_open" and (size := self.row_with_name(tokens, at)):
                at += size
                continue
            if token.type == "inline":
                text, name = _divided(token.content)
                if name and not text and self.tokens[-1].type == "paragraph_open" and self.name_block_above(name):
                    at += 2
                    continue
                if name and self.name(name):
                    token.content = text
            self.add(token)
            at += 1
        return [
            one
            for at, token in enumerate(self.tokens)
            for one in ((self.around[at], token) if at in self.around else (token,))
        ]

    def add(self, token: Token) -> None:
        self.tokens.append(token)
        at = len(self.tokens) - 1
        if token.nesting > 0:
            self.open.append(at)
            self.last.append(-1)
        elif token.nesting < 0 and self.open:
            last = self.last.pop()
            self.last[-1] = self.open.pop()
            if token.type == "table_close" and self.name_of_table:
                self.wrap(self.last[-1], self.name_of_table)
                self.name_of_table = ""
            elif token.type == "blockquote_close" and self.last[-1] in self.in_quotes:
                self.close_quote(self.last[-1], last)
        elif token.type != "inline":
            self.last[-1] = at

    def name(self, name: str) -> bool:
        """Give *name* to the block whose text comes next; report whether it can have a name."""
        opening = self.tokens[-1]
        if opening.type == "heading_open":
            opening.meta["block"] = name
            return True
        if opening.type == "paragraph_open" and len(self.tokens) > 1 and self.tokens[-2].type == "list_item_open":
            opening = self.tokens[-2]
        elif opening.type == "paragraph_open" and len(self.open) > 1:
            around = self.open[-2]
            if self.tokens[around].type == "blockquote_open":
                if around in self.in_quotes:
                    self.close_quote(around, -1)
                self.in_quotes[around] = (len(self.tokens) - 1, name)
                return True
        if opening.type not in _TEXTS and opening.type != "list_item_open":
            return False
        opening.attrSet("id", name)
        return True

    def name_block_above(self, name: str) -> bool:
        """Give *name* to the block above a paragraph that is only a name, and drop its opening; report whether."""
        above = self.last[-2]
        if above < 0:
            return False
        self.tokens.pop()
        self.open.pop()
        self.last.pop()
        block = self.tokens[above]
        if block.type == "paragraph_open" and "id" not in block.attrs:
            block.attrSet("id", name)
        else:
            self.wrap(above, name)
        return True

    def close_quote(self, quote: int, last: int) -> None:
        """Give the name in a quote to all of it if it is at the end of its *last* block, else to its paragraph."""
        paragraph, name = self.in_quotes.pop(quote)
        if paragraph == last:
            self.wrap(quote, name)
        else:
            self.tokens[paragraph].attrSet("id", name)

    def wrap(self, at: int, name: str) -> None:
        """Put an element with *name* around the block that begins at an index and has just ended."""
        if at not in self.around:  # of several names of a block, the first counts
            level = self.tokens[at].level
            self.around[at] = Token("block_open", "div", 1, attrs={"id": name}, block=True, level=level)
            self.tokens.append(Token("block_close", "div", -1, block=True, level=level))

    def row_with_name(self, tokens: Sequence[Token], at: int) -> int:
        """Return the number of tokens of a row that is the name of its table, 0 for another row.

        Without an empty line above it, Markdown takes the name for a row.
        """
        first = tokens[at + 2].content if tokens[at + 1].type == "td_open" else ""
        line = (tokens[at].map or [0])[0]
        if not _ID.fullmatch(first) or "|" in self.lines[line]:
            return 0
        self.name_of_table = first
        return next(end for end in range(at, len(tokens)) if tokens[end].type == "tr_close") - at + 1


RULE = Rule(
    "block_ids",
    _install,
    needs_tokens=(BLOCK,),
    block_triggers=(f" {BLOCK}", f"\t{BLOCK}", f"\n{BLOCK}"),
    claims=rf"\{BLOCK}",
    beside=rf"{_ID.pattern}[ \t]*$",
)
