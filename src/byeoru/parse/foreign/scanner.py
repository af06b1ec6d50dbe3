"""Split Markdown text into tags and the text between them.

In:  the text without ``raw`` spans; the names of blocks whose content is not Markdown.
Out: texts and ``Tag`` values that together are the whole text, in order.
Must not: find a tag in Markdown code, or need more than linear time.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping

from byeoru.parse.foreign.code import Margin, find_runs, next_margin, span_end
from byeoru.parse.foreign.raw import Lifted
from byeoru.parse.foreign.tag import Family, Tag, read_tag

_NEXT = re.compile(r"\n|\\[\\`]|`+|\{[{%]")
_END = re.compile(r"\{%-?\s*+end(?P<liquid>\w+)\s*+-?%\}|\{\{[<%]\s*+/\s*+(?P<hugo>[\w./-]+?)\s*+[>%]\}\}")

Ends = Mapping[tuple[Family, str], list[tuple[int, int]]]


def scan(lifted: Lifted, verbatim: Mapping[Family, frozenset[str]]) -> list[str | Tag]:
    """Split a text at its tags; those named in *verbatim* include everything up to their end tags."""
    text = lifted.text
    runs, ends = find_runs(text), _find_ends(lifted, verbatim)
    pieces: list[str | Tag] = []
    margin = Margin()
    done = at = 0
    begins = True  # a line begins at `at`
    while at < len(text):
        if begins:
            end = _line_end(text, at)
            margin = next_margin(margin, text[at:end])
            begins = margin.is_code
            if begins:
                at = end + 1
                continue
        match = _NEXT.search(text, at)
        if not match:
            break
        at = match.end()
        begins = match[0] == "\n"
        tag = _tag(lifted, match, ends) if match[0][0] == "{" else None
        if tag:
            pieces += [text[done : tag.start], tag]
            done = at = tag.end
        elif match[0][0] == "`":
            at = max(at, span_end(runs, match.start(), len(match[0])))
    pieces.append(text[done:])
    return pieces


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _tag(lifted: Lifted, match: re.Match[str], ends: Ends) -> Tag | None:
    """Return the tag that *found* begins, with the content of its block if it has one."""
    tag = None if lifted.is_literal(match.start()) else read_tag(lifted.text, match.start())
    if not tag or tag.closes or tag.is_void:
        return tag
    candidates = ends.get((tag.family, tag.name), [])
    following = bisect_left(candidates, (tag.end, 0))
    if following == len(candidates):
        return tag
    start, end = candidates[following]
    return tag._replace(code=lifted.text[tag.end : start], end=end)


def _find_ends(lifted: Lifted, verbatim: Mapping[Family, frozenset[str]]) -> Ends:
    """Find the end tags of all verbatim blocks, once for the whole text."""
    ends: dict[tuple[Family, str], list[tuple[int, int]]] = {}
    for match in _END.finditer(lifted.text):
        family: Family = "liquid" if match["liquid"] else "hugo"
        name = match[family]
        if name in verbatim[family] and not lifted.is_literal(match.start()):
            ends.setdefault((family, name), []).append(match.span())
    return ends
