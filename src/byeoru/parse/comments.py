"""Remove `%%comments%%` from a text, as Obsidian does: only the author may see them.

In:  Markdown text.
Out: ``StrippedText``: the text without its comments, with the same number of lines, and what to report about them.
Must not: remove anything from code, change line numbers, or take more than linear time.

Two `%%` in one paragraph enclose a comment. A `%%` at the beginning of a line opens a comment that ends at the next
`%%`, in any paragraph, or at the end of the text (help.obsidian.md, "Comments"). Any other `%%` is text if it follows a
digit (`100%%`); otherwise its meaning is unclear, and the page becomes a draft.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from byeoru.base.patterns import lazy_pattern
from byeoru.parse.foreign.code import Margin, find_breaks, find_runs, is_margin, next_margin, span_end

MARK = "%%"
_NEXT = lazy_pattern(r"\n|\\[\\`%]|`+|%%|<(?P<verbatim>pre|script|style|textarea|code)\b", re.IGNORECASE)

_END = lazy_pattern(r" ?(?:\n|\Z)")
_PAIR = lazy_pattern(r"\s*%%.*?%%", re.DOTALL)


class StrippedText(NamedTuple):
    """A text without its comments; an offset counts from the beginning of the original text, -1 means none."""

    text: str
    comment_starts: tuple[int, ...] = ()  # offset of each comment
    unclosed: int = -1  # offset of a comment without an end
    unclear: int = -1  # offset of the first mark that may open a comment
    not_a_mark: int = -1  # offset of the first `%%` that is text


def strip_comments(text: str) -> StrippedText:
    r"""Return *text* without its comments; line breaks inside comments stay.

    >>> strip_comments("가 %%나%% 다\n\n%%\n라\n%%\n").text
    '가  다\n\n\n\n\n'
    """
    if MARK not in text:
        return StrippedText(text)
    return _CommentStripper(text).read()


def strip_plain_comments(text: str) -> str:
    """Return text that is not Markdown, such as a title, without its comments."""
    return _PAIR.sub("", text).strip() if MARK in text else text


class _CommentStripper:
    """Remove the comments of one text in a single pass."""

    def __init__(self, text: str) -> None:
        self.text, self.runs, self.breaks = text, find_runs(text), find_breaks(text)
        self.pieces: list[str] = []
        self.comment_starts: list[int] = []
        self.copied_to = 0  # the text before this offset is in `pieces`
        self.line_start = 0  # of the current line
        self.unclosed = self.unclear = self.not_a_mark = -1
        self.unclosed_tags: set[str] = set()  # elements without a closing tag after the current offset

    def read(self) -> StrippedText:
        text, margin = self.text, Margin()
        at, at_line_start = 0, True
        while at < len(text):
            if at_line_start:
                self.line_start = at
                end = text.find("\n", at)
                end = end if end >= 0 else len(text)
                margin = next_margin(margin, text[at:end])
                at_line_start = margin.is_code
                if at_line_start:
                    at = end + 1
                    continue
            match = _NEXT.search(text, at)
            if not match:
                break
            at, at_line_start = self.read_special(match), match[0] == "\n"
        self.pieces.append(text[self.copied_to :])
        return StrippedText(
            "".join(self.pieces), tuple(self.comment_starts), self.unclosed, self.unclear, self.not_a_mark
        )

    def read_special(self, match: re.Match[str]) -> int:
        """Process a newline, escape, code span, tag or mark; return the offset after it."""
        if match[0] == MARK:
            return self.read_mark(match.start())
        if match[0][0] == "`":
            return max(match.end(), span_end(self.runs, match.start(), len(match[0])))
        name = (match["verbatim"] or "").lower()
        if name and name not in self.unclosed_tags:
            closing = re.compile(f"</{name}", re.IGNORECASE).search(self.text, match.end())
            if closing:
                return closing.end()
            self.unclosed_tags.add(name)
        return match.end()

    def read_mark(self, start: int) -> int:
        """Process the mark at *start*; return the offset after it, or after its comment."""
        text, inside = self.text, start + len(MARK)
        end = text.find(MARK, inside)
        following = bisect_right(self.breaks, start)
        is_near = following == len(self.breaks) or end < self.breaks[following]
        opens_block = is_margin(text[max(self.line_start, start - 1000) : start])
        if end >= 0 and (is_near or opens_block):
            return self.remove(start, end + len(MARK))
        if opens_block:
            self.unclosed = start
            return self.remove(start, len(text))
        if text[start - 1].isdecimal():
            self.not_a_mark = start if self.not_a_mark < 0 else self.not_a_mark
        elif self.unclear < 0:
            self.unclear = start
        return inside

    def remove(self, start: int, end: int) -> int:
        """Remove the text from *start* to *end*, except its line breaks; return *end*.

        Spaces before it that would now end a line are removed too, as two of them are a hard line break.
        """
        text = self.text
        before = text[self.copied_to : start]
        is_last = _END.match(text, end) is not None
        comment = text[start:end]
        self.pieces += [before.rstrip(" ") if is_last else before, "\n" * comment.count("\n")]
        self.comment_starts.append(start)
        self.copied_to = end
        self.line_start = max(self.line_start, text.rfind("\n", start, end) + 1)
        return end
