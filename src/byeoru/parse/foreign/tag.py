"""One tag, and the text around it.

In:  a text and the index of an opening brace.
Out: a ``Tag``, or None if it is only a brace.
Must not: translate a tag, or search for the end of a block.
"""

import re
from typing import Literal, NamedTuple

from byeoru.parse.foreign.code import is_margin

Family = Literal["liquid", "hugo", "expression"]

CONTEXT_LENGTH = 300  # characters before and after a tag that determine its context

# A tag ends before the next one begins and before a blank line, so that a lone brace costs no more than its paragraph.
_BODY = r"(?>(?:[^{end}{{\n]|{end}(?!{close})|\{{(?!{open})|\n(?![ \t]*\n))*)"
_LIQUID = re.compile(r"\{%(" + _BODY.format(end="%", close=r"\}", open="%") + r")%\}")
_ANGLED = re.compile(r"\{\{<(" + _BODY.format(end=">", close=r"\}\}", open=r"\{[<%]") + r")>\}\}")
_PERCENT = re.compile(r"\{\{%(" + _BODY.format(end="%", close=r"\}\}", open=r"\{[<%]") + r")%\}\}")
_EXPRESSION = re.compile(r"""\{\{((?>(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'|[^{}"'\n])*))\}\}""")

_LIQUID_NAME = re.compile(r"\s*+([^\W\d][\w-]*)(?![^\s\"'])")
_HUGO_NAME = re.compile(r"\s*+(/?)\s*+([^\W\d][\w./-]*?)(?=\s|/?\s*+\Z|[\"'`])")

_LINK = re.compile(r"\]\([ \t]*<?$|^[ \t>]*\[[^\]\n]*\]:[ \t]*<?$")
_ATTRIBUTE = re.compile(r"""(?:\b(?:href|src|srcset|poster|data(?:-[\w-]{1,40})?)\s*=\s*["']?|\burl\(["']?)$""")
_INSIDE = re.compile(r"""(?:\]\([^\s()]*|=["'][^"'\s]*)$""")


class Tag(NamedTuple):
    """A tag as it is written."""

    family: Family
    name: str
    arguments: str
    source: str
    start: int
    end: int  # after the tag, or after its end tag if `code` is not None
    closes: bool = False
    is_void: bool = False  # self-closing
    code: str | None = None  # the content of a verbatim block

    @property
    def short(self) -> str:
        """Return the tag without arguments, for messages."""
        opening = self.source[: 3 if self.family == "hugo" else 2]
        closing = opening[::-1].translate(str.maketrans("{<", "}>"))
        slash = "/" if self.closes and self.family == "hugo" else ""
        end = "end" if self.closes and self.family == "liquid" else ""
        return f"{opening} {slash}{end}{self.name} {closing}"


class Spot(NamedTuple):
    """The text around a tag on its line; before it as translated so far."""

    before: str
    after: str

    @property
    def is_target(self) -> bool:
        """Report whether the tag begins a link target or the value of an attribute."""
        return bool(_LINK.search(self.before) or _ATTRIBUTE.search(self.before))

    @property
    def is_inside(self) -> bool:
        """Report whether the tag is within a link target."""
        return self.is_target or _INSIDE.search(self.before) is not None

    @property
    def is_alone(self) -> bool:
        """Report whether the tag is alone on its line."""
        return is_margin(self.before) and not self.after.partition("\n")[0].strip()


def read_tag(text: str, start: int) -> Tag | None:
    """Parse the tag that begins at *start* of *text*."""
    opening = text[start : start + 3]
    if opening in {"{{<", "{{%"}:
        return _shortcode((_ANGLED if opening == "{{<" else _PERCENT).match(text, start))
    if opening.startswith("{%"):
        return _liquid(_LIQUID.match(text, start))
    match = _EXPRESSION.match(text, start)
    inner = match[1].removeprefix("-").removesuffix("-").strip() if match else ""
    return Tag("expression", inner, "", match[0], *match.span()) if match and inner else None


def _liquid(match: re.Match[str] | None) -> Tag | None:
    inner = match[1].removeprefix("-").removesuffix("-") if match else ""
    named = _LIQUID_NAME.match(inner)
    if not match or not named:
        return None
    closes = named[1].startswith("end") and len(named[1]) > 3
    name = named[1][3:] if closes else named[1]
    return Tag("liquid", name, inner[named.end() :].strip(), match[0], *match.span(), closes=closes)


def _shortcode(match: re.Match[str] | None) -> Tag | None:
    inner = match[1] if match else ""
    named = _HUGO_NAME.match(inner)
    if not match or not named:
        return None
    rest = inner[named.end() :].strip()
    is_void = rest.endswith("/") and (rest == "/" or rest[-2] in " \t\n\"'`")
    rest = rest[:-1].rstrip() if is_void else rest
    return Tag("hugo", named[2], rest, match[0], *match.span(), closes=bool(named[1]), is_void=is_void)
