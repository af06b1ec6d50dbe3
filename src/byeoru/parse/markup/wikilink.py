"""Read `[[target|label]]`, the links of Obsidian, Foam, Logseq and the wikis of GitHub.

In:  text, and the index of its two brackets.
Out: ``WrittenLink``; whether something has the name is decided by the site.
Must not: know tokens, or take more than linear time.
"""

import re
from typing import NamedTuple

# A target has no brackets and no code; a label may have single brackets. `[[toc]]` asks for a table of contents, and
# what begins or ends with a space is a test of a shell.
_LINK = re.compile(
    r"\[\[(?![\s|]|_?toc_?\]\])(?P<target>[^\[\]|\n\0`]*+)"
    r"(?:\|(?P<label>(?:[^\[\]\n\0]|\](?!\])|\[(?!\[))*))?\]\]",
    re.IGNORECASE,
)
WEB = re.compile(r"(?:https?://|mailto:)[^\s<>\"]+", re.IGNORECASE)  # in brackets, it is an ordinary link
# `[[1, 2]]` is a matrix, and `[[1]]` a footnote; `[[2024]]` and `[[2024-05-01]]` are names of notes.
_NUMBERS = re.compile(r"\d{1,3}|[\d\s,;.]*[\s,;][\d\s,;.]*")
_NOTE = re.compile(r"\.(?:md|markdown)(?=#|$)", re.IGNORECASE)


class WrittenLink(NamedTuple):
    """A link as it is written."""

    target: str  # the text before the first bar
    label: str  # the text after it, "" for none
    end: int  # index after the last bracket


def wikilink_at(text: str, start: int, end: int | None = None) -> WrittenLink | None:
    r"""Return the link whose brackets open at *start* and close before *end*, None if there is none.

    >>> wikilink_at("[[클로저#정의|닫힘]]은", 0)
    WrittenLink(target='클로저#정의', label='닫힘', end=14)
    >>> wikilink_at(r"[[a\|b [1]]]", 0), wikilink_at("[[ -f a ]]", 0)
    (WrittenLink(target='a', label='b [1]', end=12), None)
    """
    match = _LINK.match(text, start, len(text) if end is None else end)
    if match is None:
        return None
    target, label, after = match["target"], match["label"] or "", match.end()
    if label.count("[") > label.count("]") and text.startswith("]", after) and after != end:
        label, after = label + "]", after + 1
    if match["label"] is not None:
        target = target.removesuffix("\\")  # of the bar, which a cell of a table needs
    if not target or target != target.strip() or _NUMBERS.fullmatch(target):
        return None
    return WrittenLink(target, " ".join(label.split()), after)


def shown_name(target: str) -> str:
    """Return the words of a link without a label, before the site knows the title of its page.

    >>> shown_name("폴더/클로저.md#정의#예"), shown_name("#소개"), shown_name("a#^b1")
    ('클로저 › 정의 › 예', '소개', 'a')
    """
    name, *headings = _NOTE.sub("", target).split("#")
    words = [name.rstrip("/").rpartition("/")[2], *(heading for heading in headings if not heading.startswith("^"))]
    return " › ".join(word.strip() for word in words if word.strip()) or target
