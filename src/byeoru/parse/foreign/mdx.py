"""Remove what only the programs of MDX read: `import`, `export` and comments; attributes become those of HTML.

In:  the Markdown text of an `.mdx` file.
Out: the text without them, with the same number of lines.
Must not: remove anything from code, or an id in a heading (`{/*id*/}`); components are HTML tags of an unknown name.
"""

import re

from byeoru.parse.foreign.code import Margin, next_margin, replaced_outside_spans
from byeoru.parse.foreign.jsx import with_html_attributes

_MODULE = re.compile(
    r"import\s*+(?:[\"']|[^\n;]*?[\s}]from\s*[\"']|\{|\*\s*as\b)"
    r"|export\s++(?:(?:default|const|let|var|function|class|async)\b|\{|\*)"
)
_NEXT = re.compile(r"`+|\{\s*+/\*|^#[^\n]*", re.MULTILINE)
_COMMENT_END = re.compile(r"\*/\s*+\}")


def strip_mdx(text: str) -> str:
    r"""Return *text* as readers of the page should see it.

    >>> strip_mdx("import A from './a'\n\n글 {/* 메모 */}\n")
    '\n\n글 \n'
    """
    text = _without_modules(text)
    if "/*" not in text and "={" not in text and "className" not in text:
        return text
    return "\n".join(
        chunk if is_code else with_html_attributes(_without_comments(chunk)) for is_code, chunk in _chunks(text)
    )


def _without_modules(text: str) -> str:
    """Remove blocks of `import` and `export`, which begin at the start of a line behind an empty one."""
    if "import" not in text and "export" not in text:
        return text
    lines = text.split("\n")
    margin, is_free, at = Margin(), True, 0
    are_closed = True  # until one module is not: to search for the end of each would take the square of their number
    while at < len(lines):
        margin = next_margin(margin, lines[at])
        end = at + 1
        if is_free and not margin.is_code and _MODULE.match(lines[at]):
            end = _closed(lines, at) if are_closed else 0
            are_closed = end > 0
            end = end or next((line for line in range(at, len(lines)) if not lines[line].strip()), len(lines))
            lines[at:end] = [""] * (end - at)
            margin = Margin()
        is_free = not lines[end - 1].strip()
        at = end
    return "\n".join(lines)


def _closed(lines: list[str], start: int) -> int:
    """Return the empty line, or the end, behind a module that begins at *start*: outside of all brackets; 0 if none."""
    depth = 0
    for at in range(start, len(lines)):
        if depth <= 0 and not lines[at].strip():
            return at
        depth += sum(map(lines[at].count, "([{")) - sum(map(lines[at].count, ")]}"))
    return len(lines) if depth <= 0 else 0


def _chunks(text: str) -> list[tuple[bool, str]]:
    """Divide a text into blocks of code and what is between them."""
    margin = Margin()
    chunks: list[tuple[bool, list[str]]] = []
    for line in text.split("\n"):
        margin = next_margin(margin, line)
        if not chunks or chunks[-1][0] != margin.is_code:
            chunks.append((margin.is_code, []))
        chunks[-1][1].append(line)
    return [(code, "\n".join(lines)) for code, lines in chunks]


def _without_comments(text: str) -> str:
    """Remove comments from text outside of blocks of code."""
    last = text.rfind("*/")  # to search for the end of each unclosed comment would take the square of their number

    def comment(match: re.Match[str]) -> tuple[str, int] | None:
        if match[0][0] != "{" or match.end() > last:
            return None
        close = text.find("*/", match.end())
        end = _COMMENT_END.match(text, close)
        if end is None:  # an expression that contains a comment
            return text[match.start() : close], close
        return "\n" * text.count("\n", match.start(), end.end()), end.end()

    return replaced_outside_spans(text, _NEXT, comment)
