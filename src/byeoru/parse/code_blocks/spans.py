"""The HTML of tokens: a span for each run of tokens of one CSS class.

In:  tokens of Pygments, or runs of them.
Out: spans with its short class names; no span crosses a line break.
Must not: know lexers.
"""

from collections.abc import Iterable, Iterator

from pygments.token import STANDARD_TYPES, _TokenType

from byeoru.base.escaping import escaped_code

_SHORT, _KEPT = 30, 4000  # characters of a text whose span is kept, and how many of a CSS class

Token = tuple[int, _TokenType, str]  # position, type and text
Run = tuple[str, str]  # CSS class and text


def runs_of(tokens: Iterable[Token]) -> Iterator[Run]:
    """Return *tokens* as runs."""
    return ((CSS[kind], text) for _, kind, text in tokens)


def written(runs: Iterable[Run]) -> str:
    """Return *runs* as HTML.

    >>> written([("n", "a"), ("n", "b"), ("", " ")])
    '<span class="n">ab</span> '
    """
    parts: list[str] = []
    pending = css = ""  # text of one CSS class, and that class
    for name, text in runs:
        if name == css:
            pending += text
        elif text:
            parts.append(_SPANS[css][pending])
            pending, css = text, name
    parts.append(_SPANS[css][pending])
    return "".join(parts)


def _span(css: str, text: str) -> str:
    text = escaped_code(text)
    if not css or not text:
        return text
    if "\n" not in text:
        return f'<span class="{css}">{text}</span>'
    return "\n".join([f'<span class="{css}">{line}</span>' if line else "" for line in text.split("\n")])


class _SpansOfClass(dict[str, str]):
    """The spans of short texts of one CSS class: names and signs return so often that four of five are known."""

    def __init__(self, css: str) -> None:
        super().__init__()
        self._css = css

    def __missing__(self, text: str) -> str:
        span = _span(self._css, text)
        if len(text) <= _SHORT:
            if len(self) >= _KEPT:
                self.clear()
            self[text] = span
        return span


class _Spans(dict[str, _SpansOfClass]):
    """The spans of each CSS class."""

    def __missing__(self, css: str) -> _SpansOfClass:
        found = self[css] = _SpansOfClass(css)
        return found


_SPANS = _Spans()


class _CssClasses(dict[_TokenType, str]):
    """The CSS class of each token type, "" for white space; non-standard types have the class of their parent."""

    def __missing__(self, kind: _TokenType) -> str:
        name = STANDARD_TYPES.get(kind)
        if name is None:
            name = self[kind.parent] if kind.parent is not None else ""
        self[kind] = "" if name == "w" else name
        return self[kind]


CSS = _CssClasses()
