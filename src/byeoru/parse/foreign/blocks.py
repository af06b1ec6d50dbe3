"""Write code blocks, quotes and callouts on exactly the lines of their tags and texts.

In:  the text between two tags, what it becomes, and the ``Surroundings`` of the tags.
Out: ``Block``: Markdown, and which blank lines around it became lines of the block.
Must not: add or remove a line; where there is no line for a fence, the code becomes a span.
"""

import re
from typing import NamedTuple

from byeoru.parse.foreign.code import is_margin
from byeoru.parse.foreign.writing import fence, plain, span

_NO_MARK = re.compile(r"[^>\s]")
_LEADING = re.compile(r"[ \t]*")


class Surroundings(NamedTuple):
    """The text around a block."""

    before: str  # on the line of the opening tag
    above: bool  # the line above is blank and can be used
    below: bool  # the line below is blank, and nothing follows the closing tag
    trails: bool  # something follows the closing tag
    apart: bool = True  # a blank line or nothing follows the closing tag, so no line continues the quote


class Block(NamedTuple):
    """A block in Markdown."""

    text: str
    takes_above: bool = False
    takes_below: bool = False


class Quote(NamedTuple):
    """The parts of a quote or callout besides its text, as Markdown."""

    kind: str = ""  # of a callout, in capitals; "" for a quote
    title: str = ""
    by: str = ""

    @property
    def head(self) -> str:
        """Return the first line."""
        return f"[!{self.kind}] {self.title}".rstrip() if self.kind else self.title


# Names of boxes in themes, mapped to the five kinds of GitHub.
KINDS = {
    **dict.fromkeys(("abstract", "default", "example", "info", "note", "primary", "question", "quote"), "NOTE"),
    **dict.fromkeys(("success", "tip"), "TIP"),
    "important": "IMPORTANT",
    **dict.fromkeys(("warning", "attention"), "WARNING"),
    **dict.fromkeys(("bug", "caution", "danger", "error", "failure"), "CAUTION"),
}


def callout(kind: str, title: str) -> Quote:
    """Return a callout of the *kind* that a theme names."""
    return Quote(KINDS.get(kind.lower(), "NOTE"), plain(title))


def fenced(code: str, info: str, surroundings: Surroundings) -> Block:
    r"""Write *code* between fences on the lines of its tags, or of the blank lines around them.

    >>> fenced("\nx = 1\n", "py", Surroundings("", above=False, below=False, trails=False)).text
    '```py\nx = 1\n```'
    """
    first, *rest = code.split("\n")
    takes_above = bool(first.strip())
    last = rest.pop() if rest else ""
    takes_below = bool(_text_of(last).strip()) or (not rest and "\n" not in code)
    fits_above = not takes_above or surroundings.above
    fits_below = surroundings.below if takes_below else not surroundings.trails
    if not (is_margin(surroundings.before) and fits_above and fits_below and code.strip()):
        return Block(span(code))
    edge = _NO_MARK.sub(" ", surroundings.before)
    lines = _within([*rest, last] if takes_below and "\n" in code else rest, edge)
    if takes_above:
        lines.insert(0, edge + first)
    mark = fence(code)
    return Block("\n".join([mark + info, *lines, edge + mark]), takes_above, takes_below)


def quoted(body: str, quote: Quote, surroundings: Surroundings) -> Block:
    r"""Write *body* as a quote, whose first line has the head and whose last has the author.

    >>> quoted("\n글\n", Quote("TIP", "제목"), Surroundings("", above=False, below=False, trails=False)).text
    '> [!TIP] 제목\n> 글\n'
    """
    if not is_margin(surroundings.before):
        return Block(" ".join(filter(None, (quote.title, body, quote.by))))
    edge = _NO_MARK.sub(" ", surroundings.before)
    first, *rest = body.split("\n")
    takes_above = bool(quote.kind and first.strip() and surroundings.above)
    has_end = bool(rest) and not _text_of(rest[-1]).strip()
    by_itself = has_end and surroundings.apart
    closing = [_closing(edge, quote.by if by_itself else "")] if has_end else []
    rest = rest[:-1] if has_end else rest
    lines = [_quoted_line(edge, line) for line in rest]
    if takes_above:
        lines = [f"> {quote.head}", _quoted_line(edge, edge + first.strip()), *lines]
    else:
        lines = [" ".join(filter(None, (">", quote.head, first.strip()))), *lines]
    if quote.by and not by_itself:
        lines[-1] = f"{lines[-1]} {quote.by}"
    return Block("\n".join(lines + closing), takes_above)


def _closing(edge: str, by: str) -> str:
    return f"{edge}> {by}" if by else edge.rstrip()


def _quoted_line(edge: str, line: str) -> str:
    """Put a quote marker before *line*, after the markers and blanks of the enclosing blocks."""
    if line.startswith(edge):
        line = line[len(edge) :]
    elif line.startswith(edge.rstrip()):
        line = line[len(edge.rstrip()) :]
    else:
        leading = _LEADING.match(line)
        line = line[min(len(edge), leading.end() if leading else 0) :]
    return f"{edge}> {line}" if line.strip() else f"{edge}>"


def _within(lines: list[str], edge: str) -> list[str]:
    """Return lines of code that all begin with *edge*, so that none ends the item or quote around the fence."""
    bare = edge.rstrip()
    if not edge or all(line.startswith(edge) or line.strip() in {"", bare} for line in lines):
        return lines if not bare else [line if line.strip() else bare for line in lines]
    return [edge + line if line.strip() or bare else line for line in lines]


def _text_of(line: str) -> str:
    """Return the text on the line of a closing tag without quote markers."""
    return line.lstrip(" \t>")
