"""Render a code block as HTML, with its title, line numbers and marked lines.

In:  the code, its ``Fence``, and the code as highlighted HTML in which no span crosses a line break.
Out: HTML without `style` attributes, which a content security policy may forbid. Line numbers, signs and notes are
attributes that the style sheet shows, so that they are not copied with the code.
Must not: know Pygments, or process the lines of a block without options, as nearly all are.
"""

import re
from html import escape

from byeoru.base.patterns import lazy_pattern
from byeoru.parse.code_blocks.fence_info import LAST_LINE, Fence, LineRange, line_numbers

_NO_OPTIONS = Fence()[1:]  # of a fence with only a language
_COMMENT_OPENERS = ("{/*", "/*", "//", "<!--", "&lt;!--", "(*", "{-", "--", "#", ";;", ";", "%", "REM", "'", '"')
_COMMENT_END = r"\s*+(?>(?:-->|--&gt;|\*/\}?|\*\)|-\})?)"
# Shiki and VitePress: `// [!code ++]`, `# [!code highlight:3]`; Docusaurus and Gatsby: `// highlight-next-line`.
_LINE_MARK = lazy_pattern(
    r"(?:\[!code\s++(\+\+|--|[a-z]++)(?::([^\]\s]*+))?\s*+\]|(highlight-(?:next-line|line|start|end)))"
    rf"{_COMMENT_END}\s*+$"
)
_NOTE = lazy_pattern(rf"\(([0-9]{{1,3}})\)!?{_COMMENT_END}\s*+(?>(</span>)?)\s*+$")
_MARK_KINDS = {
    "++": "added",
    "--": "removed",
    "focus": "focused",
    "word": "",  # marks words: not supported, but the comment is removed
    **dict.fromkeys(("highlight", "hl", "warning", "error", "info", "highlight-line", "highlight-next-line"), "marked"),
}
_MARKS_PER_LINE = 4  # each mark needs another search from the end of the line


def extract_marks(code: str, fence: Fence) -> tuple[str, Fence]:
    r"""Remove comments that mark lines from *code*, and add these lines to the fence.

    Line numbers in the fence count the lines that remain, as readers see them.

    >>> code, fence = extract_marks("a = 1  # [!code ++]\n# highlight-next-line\nb\n", Fence("python"))
    >>> code, sorted(fence.added), sorted(fence.marked)
    ('a = 1\nb\n', [1], [2])
    """
    if "[!code" not in code and "highlight-" not in code:
        return code, fence
    remaining: list[str] = []
    ranges: dict[str, list[LineRange]] = {"marked": [], "added": [], "removed": [], "focused": [], "": []}
    opened = 0
    for line in code.split("\n"):
        text, marks = _split_marks(line)
        number = len(remaining) + 1  # a comment on a line of its own marks the line after it
        for kind, count in marks:
            if kind == "start":
                opened = opened or number
            elif kind == "end":
                ranges["marked"] += [(opened, number - 1)] if opened else []
                opened = 0
            else:
                ranges[kind].append((number, number + count - 1))
        if text or not marks:
            remaining.append(text)
    if opened:
        ranges["marked"].append((opened, len(remaining)))
    return "\n".join(remaining), _with_ranges(fence, ranges)


def render_code(code: str, fence: Fence, html: str) -> str:
    r"""Return the block; *html* is *code* after highlighting.

    >>> render_code("x", Fence("text"), "x")
    '<div class="highlight"><pre><code class="language-text">x</code></pre></div>\n'
    """
    css = f' class="language-{escape(fence.language)}"' if fence.language else ""
    if fence[1:] == _NO_OPTIONS:
        return f'<div class="highlight"><pre><code{css}>{html}</code></pre></div>\n'
    if fence.is_annotated and "(" in code:
        html = "\n".join([_with_note(line) for line in html.split("\n")])
    if fence._replace(title="", is_annotated=False)[1:] != _NO_OPTIONS:
        html = _with_lines(html, fence)
    block = f'<div class="highlight"><pre><code{css}>{html}</code></pre></div>'
    if not fence.title:
        return f"{block}\n"
    return f'<figure class="code"><figcaption>{escape(fence.title)}</figcaption>{block}</figure>\n'


def _with_ranges(fence: Fence, ranges: dict[str, list[LineRange]]) -> Fence:
    return fence._replace(
        marked=fence.marked | line_numbers(ranges["marked"]),
        added=fence.added | line_numbers(ranges["added"]),
        removed=fence.removed | line_numbers(ranges["removed"]),
        focused=fence.focused | line_numbers(ranges["focused"]),
    )


def _split_marks(line: str) -> tuple[str, list[tuple[str, int]]]:
    """Remove the marks from the end of a line; return the rest, and the kind and number of lines of each mark."""
    marks: list[tuple[str, int]] = []
    while len(marks) < _MARKS_PER_LINE:
        at = max(line.rfind("[!code"), line.rfind("highlight-"))
        match = _LINE_MARK.match(line, at) if at >= 0 else None
        text = _before_comment(line[:at]) if match else None
        if match is None or text is None:
            break
        mark = _mark_of(match, is_alone=not text)
        if mark is None:
            break
        line = text
        marks.append(mark)
    return line, marks


def _mark_of(match: re.Match[str], *, is_alone: bool) -> tuple[str, int] | None:
    """Return kind and line count of a mark; those of Docusaurus, except `highlight-line`, need their own line."""
    command, count, docusaurus = match.groups()
    if docusaurus in ("highlight-start", "highlight-end"):
        return (docusaurus.removeprefix("highlight-"), 0) if is_alone else None
    kind = _MARK_KINDS.get(command or docusaurus)
    if kind is None or (docusaurus == "highlight-next-line" and not is_alone):
        return None
    return kind, min(int(count[:6]), LAST_LINE) if count and count.isascii() and count.isdecimal() else 1


def _before_comment(text: str) -> str | None:
    """Return *text* without the start of a comment at its end; None if there is none."""
    text = text.rstrip()
    opener = next((opener for opener in _COMMENT_OPENERS if text.endswith(opener)), None)
    return None if opener is None else text.removesuffix(opener).rstrip()


def _with_note(line: str) -> str:
    """Convert the comment `# (1)!` at the end of a highlighted line into a note.

    >>> _with_note('x <span class="c1"># (1)!</span>')
    'x<span class="note" data-note="1"></span>'
    """
    at = line.rfind("(")
    match = _NOTE.match(line, at) if at >= 0 else None
    text = _before_comment(line[:at]) if match else None
    if match is None or text is None:
        return line
    number, end = match.groups()
    if end:  # of the span that contains the comment, alone or after other text
        start = text.rfind("<span ")
        text = text[:start].rstrip() if start >= 0 and text.endswith(">") else text + end
    return f'{text}<span class="note" data-note="{number}"></span>'


def _with_lines(html: str, fence: Fence) -> str:
    """Wrap each line in a span; line breaks stay outside the spans, so that copied code has each of them once."""
    lines = html.split("\n")
    rest = lines.pop() if lines[-1] == "" else None
    wrapped = [_render_line(line, number, fence) for number, line in enumerate(lines, 1)]
    return "\n".join(wrapped if rest is None else [*wrapped, rest])


def _render_line(html: str, number: int, fence: Fence) -> str:
    css = "line"
    if number in fence.marked:
        css += " marked"
    if number in fence.added:
        css += " added"
    if number in fence.removed:
        css += " removed"
    if number in fence.focused:
        css += " focused"
    shown = f' data-line="{fence.first_number + number - 1}"' if fence.numbers else ""
    return f'<span class="{css}"{shown}>{html}</span>'
