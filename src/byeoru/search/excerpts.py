"""The sentence of a page that a result shows.

In:  a page of the built site, and the marks of a query.
Out: a part of its text around the first mark, in the paragraph with most of the words; "" if the page has none of them.
Must not: raise on any page, or keep markup.
"""

import re
from html.parser import HTMLParser

_LENGTH = 110  # characters
_BEFORE = 30  # characters before the first mark
_BLOCKS = frozenset(re.findall(r"\w+", "p li dd dt td th h2 h3 h4 h5 h6 pre blockquote summary div section"))
_UNSEEN = frozenset(re.findall(r"\w+", "h1 script style nav aside footer form button svg math template dialog"))
_SPACES = re.compile(r"\s+")


class _Paragraphs(HTMLParser):
    """The paragraphs of the text of a page: of its `main`, or of all if it has none."""

    def __init__(self) -> None:
        super().__init__()
        self.paragraphs = [""]
        self._hidden: list[str] = []  # open elements without text to read; an unclosed one hides the rest

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # The text of another page is found there.
        if tag in _UNSEEN or tag in self._hidden or any(name == "data-from" for name, _ in attrs):
            self._hidden.append(tag)
        elif tag in _BLOCKS:
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._hidden:
            while self._hidden.pop() != tag:
                pass
        elif tag in _BLOCKS:
            self.paragraphs.append("")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.paragraphs[-1] += data


def excerpt(page: str, marks: re.Pattern[str]) -> str:
    """Return what a result shows of *page*.

    >>> excerpt("<main><p>첫 문단.</p><p>함수와 <b>클로</b>저의 차이</p></main>", re.compile("클로저"))
    '함수와 클로저의 차이'
    """
    parser = _Paragraphs()
    parser.feed(_main(page))
    parser.close()
    paragraphs = [_SPACES.sub(" ", text).strip() for text in parser.paragraphs]
    best = max(paragraphs, key=lambda text: len({_SPACES.sub("", word).lower() for word in marks.findall(text)}))
    found = marks.search(best)
    return _around(best, found.start()) if found else ""


def _main(page: str) -> str:
    start, end = page.find("<main"), page.rfind("</main>")
    return page[start:end] if 0 <= start < end else page


def _around(text: str, place: int) -> str:
    """Return at most `_LENGTH` characters of *text* with *place* in it, cut between words."""
    start = max(0, place - _BEFORE)
    if start:
        start = min(place, text.find(" ", start) + 1 or place)
    end = start + _LENGTH
    if end < len(text):
        end = max(text.rfind(" ", place + 1, end), place + 1) if " " in text[place + 1 : end] else end
    return ("… " if start else "") + text[start:end] + (" …" if end < len(text) else "")
