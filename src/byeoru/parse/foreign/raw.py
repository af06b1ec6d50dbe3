"""Escaped tags: Liquid's ``raw`` and Hugo's commented shortcodes.

In:  the Markdown text.
Out: ``Lifted``: the text without those marks, and its spans without tags.
Must not: depend on Markdown. Both are processed before it, so they apply in code too.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

_MARK = re.compile(
    r"""
    (?<!\{)\{%-?\s*+(?P<name>raw|endraw)\s*+-?%\}
    | \{\{(?P<kind>[<%])/\*(?P<shown>(?>(?:[^*{]|\*(?!/[<>%]\}\})|\{(?!\{[<%]/\*))*))\*/[>%]\}\}
    """,
    re.VERBOSE,
)


class Lifted(NamedTuple):
    """A text without escape marks."""

    text: str
    spans: tuple[tuple[int, int], ...]  # in `text`; they contain no tags
    cuts: tuple[int, ...]  # in `text`, where something was removed
    widths: tuple[int, ...]  # how many characters were removed up to and including each

    def is_literal(self, index: int) -> bool:
        """Report whether the text at *index* contains no tags."""
        nearest = bisect_right(self.spans, (index, len(self.text))) - 1
        return nearest >= 0 and index < self.spans[nearest][1]

    def original(self, index: int) -> int:
        """Return the original index of the character at *index*."""
        nearest = bisect_right(self.cuts, index) - 1
        return index + (self.widths[nearest] if nearest >= 0 else 0)


def lift(text: str) -> Lifted:
    """Remove the marks from *text*; an unclosed ``raw`` remains and is reported.

    >>> lift("{% raw %}{{ x }}{% endraw %}").text, lift("{{</* ref */>}}").text
    ('{{ x }}', '{{< ref >}}')
    """
    holes: list[tuple[int, int]] = []  # what is removed
    literal: list[tuple[int, int]] = []
    opened: re.Match[str] | None = None
    pending: list[re.Match[str]] = []  # commented shortcodes after a `raw` that may never be closed
    for mark in _MARK.finditer(text):
        if mark["kind"]:
            pending.append(mark)
        elif not _is_mention(text, mark):
            if mark["name"] == "raw" and not opened:
                _uncomment(pending, holes, literal)
                pending, opened = [], mark
            elif mark["name"] == "endraw" and opened:
                holes += [opened.span(), mark.span()]
                literal.append((opened.end(), mark.start()))
                pending, opened = [], None
    _uncomment(pending, holes, literal)
    return _cut(text, holes, literal)


def _is_mention(text: str, mark: re.Match[str]) -> bool:
    """Report whether a code span contains only the mark: the text is about it."""
    return text[mark.start() - 1 : mark.start()] == "`" == text[mark.end() : mark.end() + 1]


def _uncomment(marks: list[re.Match[str]], holes: list[tuple[int, int]], literal: list[tuple[int, int]]) -> None:
    for mark in marks:
        start, end = mark.span("shown")
        holes += [(start - 2, start), (end, end + 2)]
        literal.append(mark.span())


def _cut(text: str, holes: list[tuple[int, int]], literal: list[tuple[int, int]]) -> Lifted:
    parts, cuts, widths = [], [], []
    at = gone = 0
    for start, end in holes:
        parts.append(text[at:start])
        cuts.append(start - gone)
        gone += end - start
        widths.append(gone)
        at = end
    parts.append(text[at:])
    starts = [start for start, _ in holes]
    totals = [0, *widths]

    def moved(index: int) -> int:
        return index - totals[bisect_right(starts, index - 1)]

    spans = tuple((moved(start), moved(end)) for start, end in literal)
    return Lifted("".join(parts), spans, tuple(cuts), tuple(widths))
