"""Read `[[target|label]]`, the links of Obsidian, Foam, Logseq and the wikis of GitHub.

In:  text, and the index of its two brackets.
Out: ``WrittenLink``; whether something has the name is decided by the site.
Must not: know tokens, or take more than linear time.
"""

import re
from typing import NamedTuple

from byeoru.base.patterns import lazy_pattern

# A target has no brackets, and code only as a part of it, as in the name of a heading; a label may have single
# brackets. `[[toc]]` asks for a table of contents.
_LINK = lazy_pattern(
    r"\[\[(?!\||_?toc_?\]\])(?P<target>[^\[\]|\n\0`]*+(?:`[^`\[\]|\n\0]+`[^\[\]|\n\0`]*+)*)"
    r"(?:\|(?P<label>(?:[^\[\]\n\0]|\](?!\])|\[(?!\[))*))?\]\]",
    re.IGNORECASE,
)
WEB = lazy_pattern(r"(?:https?://|mailto:)[^\s<>\"]+", re.IGNORECASE)  # in brackets, it is an ordinary link
# `[[1, 2]]` is a matrix, and `[[1]]` a footnote; `[[2024]]` and `[[2024-05-01]]` are names of notes.
_NUMBERS = lazy_pattern(r"\d{1,3}|[\d\s,;.]*[\s,;][\d\s,;.]*")
_TEST = lazy_pattern(r"\s[-!$(\"'<=>]|.*\s(?:=~|[!=]?=|&&|-\w\w)\s")  # of a shell: `[[ -f a ]]`, `[[ a == b ]]`
_NOTE = lazy_pattern(r"\.(?:md|markdown)(?=#|$)", re.IGNORECASE)


class WrittenLink(NamedTuple):
    """A link as it is written."""

    target: str  # the text before the first bar
    label: str  # the text after it, "" for none
    end: int  # index after the last bracket


def wikilink_at(text: str, start: int, end: int | None = None) -> WrittenLink | None:
    r"""Return the link whose brackets open at *start* and close before *end*, None if there is none.

    >>> wikilink_at("[[클로저#정의|닫힘]]은", 0)
    WrittenLink(target='클로저#정의', label='닫힘', end=13)
    >>> wikilink_at(r"[[a\|b [1]]]", 0), wikilink_at("[[ b ]]", 0).target
    (WrittenLink(target='a', label='b [1]', end=12), 'b')
    >>> wikilink_at("[[ -f a ]]", 0), wikilink_at("[[ a == b ]]", 0), wikilink_at("[[1, 2]]", 0)
    (None, None, None)
    """
    match = _LINK.match(text, start, len(text) if end is None else end)
    if match is None:
        return None
    written, label, after = match["target"], match["label"] or "", match.end()
    if label.count("[") > label.count("]") and text.startswith("]", after) and after != end:
        label, after = label + "]", after + 1
    if match["label"] is not None:
        written = written.removesuffix("\\")  # of the bar, which a cell of a table needs
    target = written.strip()
    if not target or _NUMBERS.fullmatch(target) or (target != written and _TEST.match(written)):
        return None
    return WrittenLink(target, " ".join(label.split()), after)


def plain_text(text: str) -> str:
    """Return a text that is no Markdown, such as a title, with the words of its links.

    >>> plain_text("[[가|나]]와 [[다]]")
    '나와 다'
    """
    parts: list[str] = []
    copied_to, start = 0, text.find("[[")
    while start >= 0:
        link = wikilink_at(text, start)
        if link is not None:
            parts += [text[copied_to:start], link.label or shown_name(link.target)]
            copied_to = link.end
        start = text.find("[[", link.end if link else start + 1)
    return "".join([*parts, text[copied_to:]])


def shown_name(target: str) -> str:
    """Return the words of a link without a label, before the site knows the title of its page.

    >>> shown_name("폴더/클로저.md#정의#예"), shown_name("#소개"), shown_name("a#^b1")
    ('클로저 › 정의 › 예', '소개', 'a')
    """
    name, *headings = _NOTE.sub("", target).replace("`", "").split("#")
    words = [name.rstrip("/").rpartition("/")[2], *(heading for heading in headings if not heading.startswith("^"))]
    return " › ".join(word.strip() for word in words if word.strip()) or target
