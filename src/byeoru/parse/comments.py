"""Take `%%comments%%` out of a text, as Obsidian does: what stands in them is for the author alone.

In:  Markdown text.
Out: ``Uncommented``: the text without its comments, line for line, and what should be said about them.
Must not: take anything out of code, move a line, or need more than linear time.

Two `%%` in one paragraph are a comment within it. A `%%` at the beginning of a line opens a comment that goes to the
next `%%` wherever that is, or to the end of the text (help.obsidian.md, "Comments"). Any other is text where a digit
stands before it (`100%%`); elsewhere nobody can tell, and the page is kept back.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from byeoru.parse.foreign.code import Margin, find_breaks, find_runs, span_end, step
from byeoru.parse.foreign.tag import is_margin

MARK = "%%"
_NEXT = re.compile(r"\n|\\[\\`%]|`+|%%|<(?P<verbatim>pre|script|style|textarea|code)\b", re.IGNORECASE)

_END = re.compile(r" ?(?:\n|\Z)")
_PAIR = re.compile(r"\s*%%.*?%%", re.DOTALL)


class Uncommented(NamedTuple):
    """A text without its comments."""

    text: str
    hidden: tuple[int, ...] = ()  # where comments began in the text as it was
    unclosed: int = -1  # where a comment began that nothing closes; -1 for none
    unclear: int = -1  # where a mark stands that may be one
    lone: int = -1  # where a mark stands that is none


def without_comments(text: str) -> Uncommented:
    r"""Return *text* without its comments; lines stay lines.

    >>> without_comments("가 %%나%% 다\n\n%%\n라\n%%\n").text
    '가  다\n\n\n\n\n'
    """
    if MARK not in text:
        return Uncommented(text)
    return _CommentReader(text).read()


def plain_without_comments(text: str) -> str:
    """Return a text that is no Markdown, such as a title, without what stands between two marks."""
    return _PAIR.sub("", text).strip() if MARK in text else text


class _CommentReader:
    """One pass over a text."""

    def __init__(self, text: str) -> None:
        self.text, self.runs, self.breaks = text, find_runs(text), find_breaks(text)
        self.pieces: list[str] = []
        self.hidden: list[int] = []
        self.done = 0  # up to which the text is in the pieces
        self.line = 0  # where the line begins that is read
        self.unclosed = self.unclear = self.lone = -1
        self.endless: set[str] = set()  # elements that nothing closes from here on

    def read(self) -> Uncommented:
        text, margin = self.text, Margin()
        at, begins = 0, True
        while at < len(text):
            if begins:
                self.line = at
                end = text.find("\n", at)
                end = end if end >= 0 else len(text)
                margin = step(margin, text[at:end])
                begins = margin.is_code
                if begins:
                    at = end + 1
                    continue
            found = _NEXT.search(text, at)
            if not found:
                break
            at, begins = self.step(found), found[0] == "\n"
        self.pieces.append(text[self.done :])
        return Uncommented("".join(self.pieces), tuple(self.hidden), self.unclosed, self.unclear, self.lone)

    def step(self, found: re.Match[str]) -> int:
        """Return where to go on behind *found*."""
        if found[0] == MARK:
            return self.mark(found.start())
        if found[0][0] == "`":
            return max(found.end(), span_end(self.runs, found.start(), len(found[0])))
        name = (found["verbatim"] or "").lower()
        if name and name not in self.endless:
            closing = re.compile(f"</{name}", re.IGNORECASE).search(self.text, found.end())
            if closing:
                return closing.end()
            self.endless.add(name)
        return found.end()

    def mark(self, start: int) -> int:
        """Read the mark at *start*, and return where the text goes on."""
        text, inside = self.text, start + len(MARK)
        end = text.find(MARK, inside)
        following = bisect_right(self.breaks, start)
        is_near = following == len(self.breaks) or end < self.breaks[following]
        opens_block = is_margin(text[max(self.line, start - 1000) : start])
        if end >= 0 and (is_near or opens_block):
            return self.hide(start, end + len(MARK))
        if opens_block:
            self.unclosed = start
            return self.hide(start, len(text))
        if text[start - 1].isdecimal():
            self.lone = start if self.lone < 0 else self.lone
        elif self.unclear < 0:
            self.unclear = start
        return inside

    def hide(self, start: int, end: int) -> int:
        """Leave out what stands between two places, but for the ends of lines.

        Blanks before it that would now end a line go too, for two of them are a line break.
        """
        text = self.text
        before = text[self.done : start]
        is_last = _END.match(text, end) is not None
        hidden = text[start:end]
        self.pieces += [before.rstrip(" ") if is_last else before, "\n" * hidden.count("\n")]
        self.hidden.append(start)
        self.done = end
        self.line = max(self.line, text.rfind("\n", start, end) + 1)
        return end
