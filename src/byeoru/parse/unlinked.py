"""Find the names of notes in a text where they are no links: unlinked mentions.

In:  the text of a file, and names.
Out: places in the text, each name once.
Must not: find one in front matter, code, a formula, a heading, a link or a tag of HTML, or within a longer word.

A Korean name may be followed by a particle, so `클로저를` mentions `클로저`; in English, only a whole word does.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from byeoru.base.paths import case_folded
from byeoru.korean.suffixes import suffixes
from byeoru.parse.frontmatter import split

# What is no prose, in the order in which it hides what follows. Its length is limited, so that the time is linear.
_HIDDEN = re.compile(
    r"""
    ^(?P<fence>[ \t]*(?:>[ \t]?)*(?P<mark>`{3,}|~{3,})).*?(?:^[ \t]*(?:>[ \t]?)*(?P=mark).*?$|\Z)
    | (?P<ticks>`+)(?!`)[^\n]{0,500}?(?<!`)(?P=ticks)(?!`)
    | %%.*?(?:%%|\Z) | <!--.*?(?:-->|\Z)
    | \$\$.{0,1000}?\$\$ | (?<!\\)\$(?=\S)[^$\n]{0,500}\S\$
    | !?\[\[[^\]\n]{0,500}\]\]
    | !?\[[^\]\n]{0,500}\](?:\([^)\n]{0,500}\)|\[[^\]\n]{0,500}\])
    | ^[ ]{0,3}\[[^\]\n]+\]:.*?$
    | ^[ ]{0,3}\#{1,6}[ \t].*?$
    | <(?P<tag>script|style|a)\b.{0,500}?</(?P=tag)\s*> | <[/A-Za-z][^>\n]{0,500}>
    | (?:https?://|www\.)[^\s<>]+ | \#[\w/-]+
    | \{%[^\n]{0,500}?%\} | \{\{[^\n]{0,500}?\}\}
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
_WORD = re.compile(r"[0-9A-Za-z가-힣\u00c0-\u024f\u3040-\u30ff\u4e00-\u9fff]+")
_SHORTEST = 2  # letters of a name
_KEY = 2  # letters by which names are found


class NamesInText:
    """The names that a text is searched for."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take *names* in any case; those of one letter, or of digits alone, would be found everywhere."""
        self._by_start: dict[str, list[str]] = {}
        for name in sorted({case_folded(name) for name in names}, key=len, reverse=True):
            if len(name) >= _SHORTEST and not name.isdigit() and _WORD.match(name):
                self._by_start.setdefault(name[:_KEY], []).append(name)

    def at(self, folded: str, start: int) -> str:
        """Return the longest name at *start* of a case-folded text, "" if none is there."""
        for name in self._by_start.get(folded[start : start + _KEY], ()):
            if folded.startswith(name, start) and _ends(folded, start + len(name)):
                return name
        return ""


class Unlinked(NamedTuple):
    """A name in a text."""

    start: int
    end: int
    name: str  # as it was asked for, case-folded


def unlinked(text: str, names: NamesInText) -> Iterator[Unlinked]:
    """Yield the first place of each of *names* in *text*."""
    found = set()
    folded = case_folded(text)
    if len(folded) != len(text):  # a letter that becomes two: places would not be those of the text
        folded = text.lower() if len(text.lower()) == len(text) else text
    hidden = _hidden(text)
    at = 0
    for word in _WORD.finditer(folded):
        start = word.start()
        if start < at or hidden.get(start):
            continue
        name = names.at(folded, start)
        end = start + len(name)
        if name and name not in found and not hidden.get(end - 1) and "\n" not in text[start:end]:
            found.add(name)
            yield Unlinked(start, end, name)
            at = end


class _Hidden(NamedTuple):
    """The parts of a text that are no prose."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def get(self, at: int) -> bool:
        place = bisect_right(self.starts, at) - 1
        return place >= 0 and at < self.ends[place]


def _hidden(text: str) -> _Hidden:
    first = _start_of_body(text)
    spans = [(0, first), *(match.span() for match in _HIDDEN.finditer(text, first))]
    return _Hidden(tuple(start for start, _ in spans), tuple(end for _, end in spans))


def _start_of_body(text: str) -> int:
    """Return where the front matter ends."""
    parts = split(text)
    return len(text) - len(parts.body) if parts.fence and text.endswith(parts.body) else 0


def _ends(folded: str, end: int) -> bool:
    """Tell whether a name that ends at *end* is the end of its word, but for a particle."""
    rest = _WORD.match(folded, end)
    return rest is None or rest[0] in suffixes()


def by_name(rows: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """Return the notes of each name, from the names of each note."""
    notes: dict[str, list[str]] = {}
    for path, names in rows.items():
        for name in dict.fromkeys(map(case_folded, names)):
            notes.setdefault(name, []).append(path)
    return notes
