"""Write the attributes of JSX as HTML has them: `width={300}`, `style={{width: '100%'}}`, `className`.

In:  Markdown text of an `.mdx` file, outside of blocks of code.
Out: the text with strings, numbers and styles as quoted attributes, and without other expressions, which only a program
     could compute; with the same number of lines.
Must not: change anything but tags: braces in a sentence or in code spans are text.
"""

import re
from html import escape

from byeoru.parse.foreign.code import replaced_outside_spans

_LIMIT, _DEPTH = 500, 4  # characters of an expression or a value, and nested braces
_NEXT = re.compile(r"`+|<[A-Za-z][\w.:-]*+(?=[\s/>])")
_PART = re.compile(
    r"""(?P<expression>\s++(?P<name>[\w:-]++)\s*+=\s*+\{)
    |(?P<plain>\s++(?P<key>[\w:@-]++)(?:\s*+=\s*+(?:"[^"]{0,500}+"|'[^']{0,500}+'|[^\s"'{}<>`]++))?)
    |(?P<end>\s*+/?>)""",
    re.VERBOSE,
)
_BRACE = re.compile(r"[{}]")
_VALUE = re.compile(r"""\s*+(?:"([^"`]*+)"|'([^'`]*+)'|`([^`$]*+)`|(\d[\d.]*+))\s*+""")
_STYLE = re.compile(r"""["']?([A-Za-z-]++)["']?\s*+:\s*+(?:"([^"]*+)"|'([^']*+)'|(\d[\d.]*+))""")
_CAPITAL = re.compile(r"[A-Z]")
_NO_UNIT = {"opacity", "flex", "flex-grow", "font-weight", "line-height", "order", "z-index", "zoom"}


def with_html_attributes(text: str) -> str:
    r"""Return *text* with attributes as HTML has them.

    >>> with_html_attributes("<img src={'/a.png'} style={{maxWidth: '50%', margin: 0}} onClick={run} />")
    '<img src="/a.png" style="max-width: 50%; margin: 0" />'
    """
    if "{" not in text and "className" not in text:
        return text
    return replaced_outside_spans(text, _NEXT, _tag)


def _tag(name: re.Match[str]) -> tuple[str, int] | None:
    """Return the tag that begins with *name*, and where its attributes end; None if it is no tag."""
    text, at = name.string, name.end()
    parts = [name[0]]
    while part := _PART.match(text, at):
        if part["end"]:
            return "".join(parts), at
        at = part.end()
        if part["plain"]:
            parts.append(part[0].replace("className", "class", 1) if part["key"] == "className" else part[0])
            continue
        end = _closing_brace(text, at)
        if end < 0:
            return None
        parts.append(_attribute(part["name"], text[at:end]) + "\n" * text.count("\n", part.start(), end))
        at = end + 1
    return None


def _closing_brace(text: str, at: int) -> int:
    """Return where the expression that begins at *at* ends, -1 if it is longer or deeper than an attribute is."""
    depth = 1
    for brace in _BRACE.finditer(text, at, at + _LIMIT):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.start()
        if depth > _DEPTH:
            break
    return -1


def _attribute(name: str, expression: str) -> str:
    """Return an attribute with its space, "" if its value is computed."""
    name = "class" if name == "className" else name
    if value := _VALUE.fullmatch(expression):
        return f' {name}="{escape(next(filter(None, value.groups()), ""))}"'
    if name != "style":
        return ""
    rules = "; ".join(_rule(*rule.groups("")) for rule in _STYLE.finditer(expression))
    return f' style="{escape(rules)}"' if rules else ""


def _rule(name: str, text: str, other: str, number: str) -> str:
    """Return a rule of CSS; React writes a number in pixels, where it is a length."""
    name = _CAPITAL.sub(lambda capital: f"-{capital[0].lower()}", name)
    is_length = number not in {"", "0"} and name not in _NO_UNIT
    return f"{name}: {text or other or number}" + "px" * is_length
