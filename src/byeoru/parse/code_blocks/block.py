"""A whole block of code as HTML: its title, its numbers, and the lines that the author points at.

In:  the code, what its ``Fence`` asks, and the code as highlighted HTML of which no span crosses the end of a line.
Out: HTML without a `style` attribute, for pages that forbid it; what is not code (numbers, signs, notes) is attributes
that the style sheet shows, so that copying leaves it out.
Must not: know Pygments, or touch a block of which nothing is asked: nearly all are such.
"""

import re
from html import escape

from byeoru.parse.code_blocks.fence_info import LAST_LINE, Fence, Span, line_numbers

_NOTHING = Fence()[1:]  # what is asked of a block that has only a language
_OPENERS = ("{/*", "/*", "//", "<!--", "&lt;!--", "(*", "{-", "--", "#", ";;", ";", "%", "REM", "'", '"')
_CLOSER = r"\s*+(?>(?:-->|--&gt;|\*/\}?|\*\)|-\})?)"
# Shiki and VitePress: `// [!code ++]`, `# [!code highlight:3]`; Docusaurus and Gatsby: `// highlight-next-line`.
_MARK = re.compile(
    r"(?:\[!code\s++(\+\+|--|[a-z]++)(?::([^\]\s]*+))?\s*+\]|(highlight-(?:next-line|line|start|end)))"
    rf"{_CLOSER}\s*+$"
)
_NOTE = re.compile(rf"\(([0-9]{{1,3}})\)!?{_CLOSER}\s*+(?>(</span>)?)\s*+$")
_KINDS = {
    "++": "added",
    "--": "removed",
    "focus": "focused",
    "word": "",  # it marks words, which we do not; the comment goes all the same
    **dict.fromkeys(("highlight", "hl", "warning", "error", "info", "highlight-line", "highlight-next-line"), "marked"),
}
_MOST = 4  # marks on one line: each is looked for from the end again


def take_marks(code: str, fence: Fence) -> tuple[str, Fence]:
    r"""Take the comments that mark lines out of *code*, and note them in the fence.

    The lines of the fence itself are those of the code that is left, as readers count them.

    >>> code, fence = take_marks("a = 1  # [!code ++]\n# highlight-next-line\nb\n", Fence("python"))
    >>> code, sorted(fence.added), sorted(fence.marked)
    ('a = 1\nb\n', [1], [2])
    """
    if "[!code" not in code and "highlight-" not in code:
        return code, fence
    kept: list[str] = []
    spans: dict[str, list[Span]] = {"marked": [], "added": [], "removed": [], "focused": [], "": []}
    opened = 0
    for line in code.split("\n"):
        text, marks = _cut(line)
        number = len(kept) + 1  # a comment that stands alone marks what follows it
        for kind, count in marks:
            if kind == "start":
                opened = opened or number
            elif kind == "end":
                spans["marked"] += [(opened, number - 1)] if opened else []
                opened = 0
            else:
                spans[kind].append((number, number + count - 1))
        if text or not marks:
            kept.append(text)
    if opened:
        spans["marked"].append((opened, len(kept)))
    return "\n".join(kept), _with(fence, spans)


def render_code(code: str, fence: Fence, html: str) -> str:
    r"""Return the block; *html* is *code* after highlighting.

    >>> render_code("x", Fence("text"), "x")
    '<div class="highlight"><pre><code class="language-text">x</code></pre></div>\n'
    """
    css = f' class="language-{escape(fence.language)}"' if fence.language else ""
    if fence[1:] == _NOTHING:
        return f'<div class="highlight"><pre><code{css}>{html}</code></pre></div>\n'
    if fence.is_annotated and "(" in code:
        html = "\n".join([_noted(line) for line in html.split("\n")])
    if fence._replace(title="", is_annotated=False)[1:] != _NOTHING:
        html = _lined(html, fence)
    block = f'<div class="highlight"><pre><code{css}>{html}</code></pre></div>'
    if not fence.title:
        return f"{block}\n"
    return f'<figure class="code"><figcaption>{escape(fence.title)}</figcaption>{block}</figure>\n'


def _with(fence: Fence, spans: dict[str, list[Span]]) -> Fence:
    return fence._replace(
        marked=fence.marked | line_numbers(spans["marked"]),
        added=fence.added | line_numbers(spans["added"]),
        removed=fence.removed | line_numbers(spans["removed"]),
        focused=fence.focused | line_numbers(spans["focused"]),
    )


def _cut(line: str) -> tuple[str, list[tuple[str, int]]]:
    """Cut the marks off the end of a line: what is left, and of each its kind and how many lines it is for."""
    marks: list[tuple[str, int]] = []
    while len(marks) < _MOST:
        at = max(line.rfind("[!code"), line.rfind("highlight-"))
        found = _MARK.match(line, at) if at >= 0 else None
        text = _before_comment(line[:at]) if found else None
        if found is None or text is None:
            break
        mark = _mark(found, is_alone=not text)
        if mark is None:
            break
        line = text
        marks.append(mark)
    return line, marks


def _mark(found: re.Match[str], *, is_alone: bool) -> tuple[str, int] | None:
    """Say what a comment asks; Docusaurus' own have to stand alone, all but `highlight-line`."""
    command, count, spoken = found.groups()
    if spoken in ("highlight-start", "highlight-end"):
        return (spoken.removeprefix("highlight-"), 0) if is_alone else None
    kind = _KINDS.get(command or spoken)
    if kind is None or (spoken == "highlight-next-line" and not is_alone):
        return None
    return kind, min(int(count[:6]), LAST_LINE) if count and count.isascii() and count.isdecimal() else 1


def _before_comment(text: str) -> str | None:
    """Return what stands before a comment that has just begun at the end of *text*; None where none has."""
    text = text.rstrip()
    opener = next((opener for opener in _OPENERS if text.endswith(opener)), None)
    return None if opener is None else text.removesuffix(opener).rstrip()


def _noted(line: str) -> str:
    """Turn the comment `# (1)!` at the end of a highlighted line into a note.

    >>> _noted('x <span class="c1"># (1)!</span>')
    'x<span class="note" data-note="1"></span>'
    """
    at = line.rfind("(")
    found = _NOTE.match(line, at) if at >= 0 else None
    text = _before_comment(line[:at]) if found else None
    if found is None or text is None:
        return line
    number, end = found.groups()
    if end:  # of the span that the comment stood in, alone or behind something else
        start = text.rfind("<span ")
        text = text[:start].rstrip() if start >= 0 and text.endswith(">") else text + end
    return f'{text}<span class="note" data-note="{number}"></span>'


def _lined(html: str, fence: Fence) -> str:
    """Wrap each line; the ends of lines stay between the wraps, so that copies have each once."""
    lines = html.split("\n")
    rest = lines.pop() if lines[-1] == "" else None
    wrapped = [_line(line, number, fence) for number, line in enumerate(lines, 1)]
    return "\n".join(wrapped if rest is None else [*wrapped, rest])


def _line(html: str, number: int, fence: Fence) -> str:
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
