"""Find where references stand in the text, and keep those that only the whole site can resolve as slots.

A slot is one NUL character in the HTML: the parser never lets one through, so the HTML can be cut at them.
"""

import re
from bisect import bisect_right
from html import escape, unescape
from urllib.parse import unquote

from byeoru.base.paths import is_external
from byeoru.model.content import Slot

MARK = "\0"
# How much is looked through for each character of the text, before no place is looked for any more. References that are
# not spelled out (`[a][b]`, `a&amp;b`) are looked for in all of their block, each anew.
_PATIENCE = 200
_LEAST_PATIENCE = 1_000_000

# One tag with its attributes, in any of the three ways to write a value; or an element whose text is no HTML.
_TAG = re.compile(
    r"""<(?:script|style)\b.*?(?:</(?:script|style)\s*>|\Z)|<[a-zA-Z][^\s/<>]*+(?>(?:\s++[^\s=<>/"']++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'<>]++))?)*)\s*+/?>""",
    re.DOTALL | re.IGNORECASE,
)
# Each attribute whole, so that what stands in the value of another is none.
_ATTRIBUTE = re.compile(
    r"""(?<!\s)(?P<before>\s)\s*+(?P<name>[^\s=>/"']++)(?:\s*+=\s*+(?:"(?P<a>[^"]*+)"|'(?P<b>[^']*+)'|(?P<c>[^\s"'>]++)))?"""
)
_SAID = re.compile(r"\s(?:loading|decoding)[\s=>/]", re.IGNORECASE)
_HOLDING = {"href": "link", "src": "image", "poster": "image", "data": "image"}


class References:
    """The slots of one body, in the order of the text.

    A document is rendered once from its beginning to its end, so the search for the place of a reference
    goes on where the last one was found.
    """

    def __init__(self, text: str, first_line: int) -> None:
        """Take the Markdown *text*, which begins at *first_line* of its file."""
        self.text = text
        self.starts = [0, *(found.end() for found in re.finditer("\n", text)), len(text) + 1]  # of lines
        self.first_line = first_line
        self.slots: list[Slot] = []
        self._at = (0, 0)
        self._pictures = 0
        self._patience = _LEAST_PATIENCE + _PATIENCE * len(text)

    def waiting(self) -> dict[str, str]:
        """Return how a browser loads the next picture: the first of a page at once, any other when it is near.

        The first is often the largest thing that a reader sees before scrolling, and by that a page is measured.
        """
        self._pictures += 1
        return {"loading": "lazy", "decoding": "async"} if self._pictures > 1 else {}

    def add(self, kind: str, target: str, block: tuple[int, int]) -> str:
        """Return what stands in the HTML for *target*, found in the lines *block* (0-based, end excluded)."""
        target = target.strip()
        if is_external(target) or not target:
            return escape(target)
        line, column, width = self.find(target, block, self._at)
        if column:
            self._at = (line - self.first_line, column - 1 + width)
        self.slots.append(Slot("image" if kind == "image" else "link", target, line, column, width))
        return MARK

    def in_html(self, html: str, block: tuple[int, int]) -> str:
        """Return raw HTML with the references of its tags made slots; scripts and styles stay as they are."""

        def replaced(match: re.Match[str]) -> str:
            kind = _HOLDING.get(match["name"].lower())
            value = match["a"] or match["b"] or match["c"]
            if kind is None or value is None:
                return match[0]
            return f'{match["before"]}{match["name"]}="{self.add(kind, unescape(value), block)}"'

        def in_tag(match: re.Match[str]) -> str:
            tag = match[0]
            name = tag[1:7].lower()
            if name.startswith(("script", "style")):
                return tag
            made = _ATTRIBUTE.sub(replaced, tag)
            if name[:3] != "img" or not name[3:4].isspace():
                return made
            waiting = "".join(f' {key}="{value}"' for key, value in self.waiting().items())
            return made if _SAID.search(tag) else tag[:4] + waiting + made[4:]

        return _TAG.sub(in_tag, html)

    def find(self, target: str, block: tuple[int, int], after: tuple[int, int] = (0, 0)) -> tuple[int, int, int]:
        """Return 1-based line and column, and the width, of the first *target* in *block* that is not before *after*.

        *after* is a 0-based line and the characters of it that are passed over. A column of 0: it is not spelled out.
        """
        start, end = block
        first, behind = max(start, after[0]), min(end, len(self.starts) - 1)
        if first < behind and self._patience > 0:
            begin = min(self.starts[first] + (after[1] if first == after[0] else 0), self.starts[first + 1])
            found = [
                (bisect_right(self.starts, at) - 1, order, at, len(spelling))
                for order, spelling in enumerate(sorted({target, unquote(target)}))
                if "\n" not in spelling and (at := self.text.find(spelling, begin, self.starts[behind] - 1)) >= 0
            ]
            line, _, at, width = min(found, default=(0, 0, self.starts[behind], 0))
            self._patience -= at - begin
            if width:
                return self.first_line + line, at - self.starts[line] + 1, width
        return self.first_line + start, 0, 1
