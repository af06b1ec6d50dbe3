"""Report the tags of a text that have no translation, once per name.

In:  the tags, in the order of the text.
Out: warnings at the first tag of each name, with the number of all.
Must not: decide what becomes of a tag.
"""

from bisect import bisect_right
from itertools import accumulate

from byeoru.base.diagnostic import Diagnostic, Location, warning
from byeoru.parse.foreign.raw import Lifted
from byeoru.parse.foreign.tag import Family, Tag


class Reports:
    """The tags that are reported, by kind of problem and name."""

    def __init__(self) -> None:
        """Begin without any."""
        self._first: dict[tuple[str, Family, str], Tag] = {}
        self._counts: dict[tuple[str, Family, str], int] = {}

    def add(self, code: str, tag: Tag) -> None:
        """Report *tag*; an end tag counts only if nothing else of its name is reported."""
        key = (code, tag.family, tag.name)
        is_counted = not tag.closes or key not in self._first
        if key not in self._first or tag.start < self._first[key].start:
            self._first[key] = tag
        self._counts[key] = self._counts.get(key, 0) + is_counted

    def problems(self, text: str, lifted: Lifted, first_line: int, path: str) -> tuple[Diagnostic, ...]:
        """Return the warnings, in the order of the original *text*, which begins at *first_line* of *path*."""
        if not self._first:
            return ()
        lines = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        problems = []
        for key, tag in sorted(self._first.items(), key=lambda pair: pair[1].start):
            start = lifted.original(tag.start)
            line = bisect_right(lines, start) - 1
            location = Location(path, first_line + line, start - lines[line] + 1, len(tag.source.partition("\n")[0]))
            if key[0] == "unclosed-tag":
                closing = tag._replace(closes=True).short
                problems.append(warning(key[0], location, "close-the-tag", name=tag.short, closing=closing))
            else:
                count = self._counts[key]
                problems.append(warning(key[0], location, "put-in-backticks", name=tag.short, count=count))
        return tuple(problems)
